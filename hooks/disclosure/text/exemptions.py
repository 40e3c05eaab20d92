"""The numbers that are no figures by a rule of the written language: dates, document numbers, titles.

A rule holds for every text: it names no county, no sector and no report. What is true of one report only is
exempted by its ``report.yml``, with a reason.

When is 一 a figure? 一批, 一种, 一届 mean some, and are none. 一个, 一项, 一条 are none behind a word that
can't count (这, 是, 作为, 在, 走出: 走出一条路子); behind any other (新增一个, 建成一条) they count.
百, 千, 万, 亿 alone mean many (千名医生); with a bound or 元 they are figures (近万家, 百亿元).
"""

import re
from bisect import bisect_right
from dataclasses import dataclass

from disclosure.facts.records import ExemptionKind


@dataclass(frozen=True, slots=True)
class ExemptionRule:
    """One way in which a number is no figure."""

    kind: ExemptionKind
    reason: str
    """Why, as the account of numbers tells readers."""
    pattern: re.Pattern[str]
    """The words; every number that stands wholly within them is exempt."""


def _rule(kind: ExemptionKind, reason: str, *patterns: str) -> ExemptionRule:
    return ExemptionRule(kind, reason, re.compile("|".join(patterns), re.MULTILINE))


_DIGIT = "[0-9０-９]"
_YEAR = rf"(?<!{_DIGIT})(?:19|20|１９|２０){_DIGIT}{{2}}"
_TO = "[-—－–~～至到]"
_AND = "[、和及至到—－–~～-]"
_OF_A_YEAR = "年(?!级|轻(?!工))"
"""年 behind a year, but not that of 年级 and 年轻人."""
_ENDS_A_YEAR = f"(?:{_OF_A_YEAR}|学年|[）)》”])"
_NO_MEASURE = (
    "(?![年月日天周个项件场次名人家户条批份所位种篇部台套处届倍度岁座间宗公千百米平立吨亩余多万亿元以%％.．])"
)
"""Behind four digits that may be a year: no measure word, so that 2021家医院 stays a figure."""
_HAN = r"[\u4e00-\u9fff]"
_CHINESE = "[一二两三四五六七八九十]"
_FEW = rf"(?:(?<!\d)\d{{1,2}}(?!\d)|{_CHINESE}{{1,3}})"
"""A small number, Arabic or Chinese; no year."""
_ITEM = r"(?:^|(?<=[。；：:]))"
"""Where the number of an item may stand: in front of a paragraph or a sentence."""
_HOUR = r"(?<![\d:：.])(?:0\d|[6-9]|1\d|2[0-3])[:：][0-5]\d(?:[:：][0-5]\d)?(?![\d:：.])"
_SCALE = "[百千万亿]"
_FIRST = "(?<![目此之以提日会年月天生])前"
"""前 in 前三年 and 前10位, but not in 目前."""

RULES: tuple[ExemptionRule, ...] = (
    _rule(
        "文号",
        "文件的编号",
        rf"[〔﹝\[［【（(](?:19|20)\d\d[〕﹞\]］】）)]第?\d+(?:{_AND}\d+)*号",
        r"[〔﹝\[［【](?:19|20)\d\d[〕﹞\]］】]|(?:19|20)\d\d[〔﹝\[［【（(]\d+[〕﹞\]］】）)]号",
    ),
    _rule(
        "文号",
        "电话号码或者编号",
        r"(?<![\d.])(?:0\d{2,3}[-－—]\d{7,8}|1[3-9]\d{9}|\d{12,}[A-Z]?(?:[/－-]\d+)*)(?![\d.万亿元])",
        r"(?:电话|热线|传真|邮编|邮政编码|索引号|编号|编码|信用代码)[:：\]］】\s]+[\dA-Z][\dA-Z/—－-]*",
        r"(?<!\d)(?:12\d{3}|9[56]\d{3})(?=[^，。；、\d件个次起]{0,8}热线)|(?<=热线)(?:12\d{3}|9[56]\d{3})(?![\d件个次起])",
    ),
    _rule(
        "日期",
        "年份、月份或日子",
        rf"{_YEAR}(?={_OF_A_YEAR}|{_TO}+(?:19|20|１９|２０){_DIGIT}{{2}}{_ENDS_A_YEAR})",
        rf"(?<={_TO}){_YEAR}(?={_ENDS_A_YEAR})|(?<=[“（(：:]){_YEAR}(?=[”）)])",
        rf"^{_YEAR}{_NO_MEASURE}(?={_HAN}[^。；\n]*$)",
        rf"{_YEAR}{_NO_MEASURE}(?={_HAN}{{2,16}}(?:论坛|大会|大赛|年会|峰会|博览会|白皮书|蓝皮书))",
        rf"{_YEAR}([-－/.])\d{{1,2}}\1\d{{1,2}}(?!\d)|(?<=“)\d{{1,2}}[·•]\d{{1,2}}(?=”)",
        rf"(?<=年){_DIGIT}{{1,2}}(?=月)|(?<!{_DIGIT}){_DIGIT}{{1,2}}(?=(?:{_AND}{_DIGIT}{{1,2}})?月(?!个))",
        rf"(?<=月){_DIGIT}{{1,2}}(?:{_AND}{_DIGIT}{{1,2}})*(?=[日号])|(?<=日{_AND}){_DIGIT}{{1,2}}(?=日)",
        r"[〇○零一二三四五六七八九]{4}(?=年)|(?<=年)[一二三四五六七八九十]{1,3}(?=月)"
        r"|(?<=月)[一二三四五六七八九十]{1,3}(?=日)",
    ),
    _rule("名称或引文", "书名号里的文件名称，或者引号里的说法", r"《[^《》\n]*》"),
    _rule(
        "日期",
        "指一段时间，不是统计出来的年数",
        rf"(?<![历时用达续经已有接将附临])(?:过去|最近|近|未来|今后|此前|{_FIRST}|这|首)的?{_FEW}年(?!级)",
        rf"{_FEW}年(?:[多余]?以来|[来间]|[前后](?!置))",
        rf"(?<!\d)(?:前|第)?[一二三四1-4](?:{_AND}[一二三四1-4])?季度",
        r"(?<=[的这那去键要哪每又新上下后本])一年(?![级一])|十[一二三四]五|(?<!第)十五(?=规划|时期|期间)",
    ),
    _rule(
        "日期",
        "世纪、年代或者周年",
        r"(?:\d{1,2}|[一二十廿]{1,3})世纪|(?<!\d)\d0年代|[二三四五六七八九]十年代",
        r"(?:\d+|[一二三四五六七八九十百]+)周年",
    ),
    _rule(
        "日期",
        "钟点",
        rf"{_HOUR}(?:{_TO}{_HOUR})+|(?:^|(?<=[日天午晚晨 ）)])){_HOUR}",
        r"(?<=[日午晚晨早])\d{1,2}[时点](?![间位段])(?:\d{1,2}分)?|(?<!\d)\d{1,2}[时点]\d{1,2}分(?!钟)",
    ),
    _rule(
        "序数",
        "表示次序",
        r"第(?!(?<=[国省市县区州界球洲列居位名数量]第)[\d一二三四五六七八九十]+[位名]?(?![\d\u4e00-\u9fff]))"
        r"[0-9０-９〇零一二两三四五六七八九十百千]+(?!\n)",
        rf"{_CHINESE}{{1,3}}届(?=[历一二三四五六七八九十]+[次中]|人大|人民|政协|中央|[省市州县区]委|全会)",
        rf"(?<=届){_CHINESE}{{1,3}}(?=[次中])|(?<=人大|政协){_CHINESE}{{1,3}}次(?=会议)",
        rf"{_CHINESE}{{1,3}}次(?=全会|全体会议|党代会|(?:党员)?代表大会|、{_CHINESE}{{1,3}}次全)",
        r"(?:十[一二三四五六七八九]|二十[一二三四]?)(?:大|运会)",
    ),
    _rule(
        "序数",
        "等级、期数或者编号",
        rf"(?<![升分高降]){_FEW}(?:、{_CHINESE})*级|{_CHINESE}(?=、{_CHINESE}级)|(?<![\d.])[1-5]A级?",
        rf"{_FEW}(?:{_AND}{_FEW})*年级",
        rf"(?<!\d){_SCALE}{{1,2}}(?:[吨亩元]|千瓦|兆瓦)?级|\d+{_SCALE}*(?:[吨亩元]|千瓦|兆瓦)级",
        rf"(?<![\d办训展行印发出共开刊]){_CHINESE}期(?![间限数培]|[^，。；、]{{0,4}}培训)",
        rf"(?<![\d.])\d+(?:号?{_AND}\d+)*号(?!召)",
        rf"{_FIRST}(?:\d+|[一二三四五六七八九十百]+)[位名强]|\d+强(?![度化降大调制])"
        r"|(?<=[名列居位进]前)\d+(?![\d.%％‰年个])",
    ),
    _rule(
        "结构",
        "段落的编号",
        r"^(?:[（(][一二三四五六七八九十]+[）)]|[一二三四五六七八九十]+、)|(?:^|(?<=[。；]))\d{1,2}[）)]",
        rf"{_ITEM}(?:[（(]\d{{1,2}}[）)]|\d{{1,2}}[.．、](?!\d))|[\u2460-\u249b\u24ea-\u24ff\u2776-\u2793]",
    ),
    _rule(
        "结构",
        "附件、图表或者注释的编号",
        r"(?:附件|附表|附图|专栏)[:：]?\d+(?:[—－.-]\d+)*|[\[［〔【]\d{1,3}[\]］〕】]",
        r"(?:^|(?<=[（(，。；、见如由据]))[图表]\d+(?:[—－.-]\d+)*(?![\d元万亿%％])",
    ),
    _rule(
        "结构",
        "数的是文中列出的几样",
        rf"{_CHINESE}{{1,3}}个(?:方面|环节|层面|层级|维度|阶段|原则|关系|大局|定位|意识|自信|维护|确立|坚持|统筹"
        r"|结合|转变|到位|全覆盖|(?:重点|关键)(?=[，。；、]))",
        rf"(?:(?<![岁元人级名米%％])以下|如下)的?{_FEW}(?=[个项条点类种大])",
    ),
    _rule(
        "非确数",
        "没有确切的数字",
        r"[数几][十百千万亿]+|过半|半数|[一两二三四五六]位数",
        rf"(?<=[上下每同任某另首新这那哪])一(?={_HAN})|一[批届种片]|一支[^，。；、]{{0,12}}队伍",
        r"(?<=[是为着这那某另像如在以向对于与出])一[个件项份条张](?!月|百分点|季)",
        rf"(?<![\d近超逾破过越达约上满至到每数几成〇零一二两三四五六七八九十百千万亿余多]){_SCALE}{{1,2}}"
        rf"(?![\d百千万亿余多分元]|{_HAN}{{1,2}}以[上下内])",
    ),
    _rule(
        "非确数",
        "词语里的字，不是数",
        r"万一|统一|唯一|一次性|四周(?![岁年内])|三轮车",
        rf"[百千万]{_HAN}{{1,2}}[百千万]{_HAN}|一{_HAN}一(?![级类等期流线]){_HAN}",
    ),
    _rule(
        "专名",
        "固定的名称或说法",
        r"(?<![A-Za-z])[A-Za-z]{1,5}[-－]?\d+(?:\.\d+)?(?:[-－]\d+[A-Za-z]?)*(?![\d.万亿元%％余多个项家名年])",
        r"(?<![\d.])(?:[2-6][GＧ]|[23]D|[248]K|[1-5]A)(?![A-Za-z])|\d+(?:[+＋](?:\d+|[A-ZＮ]))+",
        rf"(?<![用时]){_FEW}年[^，。；、\d内后前来间完成用累共以]{{0,8}}?(?:行动|计划|规划|攻坚|禁渔|禁捕|大计)",
        rf"{_FEW}年制|八项规定|[一二三]次产业|{_CHINESE}个一(?:批|百)?",
        r"(?:[57]×)?(?:24|8)小时(?=值班|值守|服务|营业|开放|不间断|在线|工作制)",
        r"(?<!\d)\d{1,2}(?:分钟|小时)(?=[^，。；、\d]{0,6}圈)",
    ),
    _rule(
        "口径",
        "说明多大年龄、多少分或者每多少人，不是统计结果",
        rf"{_FEW}(?:{_TO}\d+)?周?岁(?:及|（含）|\(含\)|含)?以[上下内]|\d+{_TO}\d+周?岁|(?<=满)\d+周?岁",
        r"分值[:：]?为?\d+(?:\.\d+)?|满分为?\d+|[（(]\d+(?:\.\d+)?分[）)]|每\d*[百千万]+",
    ),
)
"""Each way in which numbers are no figures; the first that fits says why."""
_QUOTED = re.compile(r"“[^“”\n]{1,20}”|‘[^‘’\n]{1,20}’|「[^「」\n]{1,20}」")
_NAMES = next(rule for rule in RULES if rule.kind == "名称或引文")
_STATED = re.compile(r".\d+(?:\.\d+)?[\u4e00-\u9fff]{1,2}.|.*\d[百千万亿元余多%％‰个家所项人名次户件].*")
"""A quotation that states a figure: “3年”, “检查100家企业”; “15分钟健身圈” is a name."""


class Exempt:
    """The exempt spans of one text."""

    def __init__(self, text: str) -> None:
        self.spans = [(rule, [match.span() for match in rule.pattern.finditer(text)]) for rule in RULES]
        self.quotes = {match.start(): match[0] for match in _QUOTED.finditer(text)}
        self.quote_starts = list(self.quotes)
        self.text = text

    def at(self, start: int, end: int, digits: str) -> ExemptionRule | None:
        """The rule that exempts the number ``digits`` at ``start`` to ``end``, or ``None``."""
        for rule, spans in self.spans:
            place = bisect_right(spans, (start, len(self.text))) - 1
            if place >= 0 and end <= spans[place][1]:
                return rule
            if rule is _NAMES and self._quoted(start, end, digits):
                return rule
        return None

    def _quoted(self, start: int, end: int, digits: str) -> bool:
        """Whether the number stands in a name or a saying in quotation marks."""
        place = bisect_right(self.quote_starts, start) - 1
        begin = self.quote_starts[place] if place >= 0 else 0
        quote = self.quotes.get(begin, "")
        if end > begin + len(quote):
            return False
        if re.match(_DIGIT, digits):
            return not _STATED.fullmatch(quote)
        return len(digits) == 1 or not re.search(_SCALE, digits)
