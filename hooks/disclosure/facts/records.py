"""The records of the data files, as immutable models from which the JSON Schemas are made.

Every scalar arrives as the text of the file. A field that may be unknown is ``None``; pages show it as
报告未载明 or leave it out, never as a guess.
"""

from typing import Annotated, Literal
from urllib.parse import urlsplit

from pydantic import AfterValidator, Field
from pydantic.json_schema import SkipJsonSchema

from disclosure.facts.day_words import ReportDates
from disclosure.facts.days import Days
from disclosure.facts.fields import (
    KNOWN,
    Address,
    ClosedPeriod,
    Day,
    Domain,
    Email,
    Identifier,
    Link,
    Moment,
    Postcode,
    SiteCode,
    Telephone,
    Template,
    Text,
    Year,
)
from disclosure.facts.figure_name import FigureName, split_name
from disclosure.facts.opinions import Match, Notice, Unmatched
from disclosure.facts.period import Basis, parse_period
from disclosure.facts.quantity import Quantity, quantity_in
from disclosure.facts.record import KnownId, Record, named
from disclosure.findings import first_fault


class Review(Record):
    """A decision on one statement that the site adds: a verdict, an implied value, a notice."""

    decision: Literal["公开", "加注公开", "缓公开"] = "加注公开"
    """公开、加注公开或缓公开"""
    reason: Text
    """理由，读者看得到"""
    office: Text | None = None
    """作出决定的单位"""
    date: Day | None = None
    """作出决定的日期"""

    @property
    def deferred(self) -> bool:
        """Whether the decision is to hold the statement back for a time."""
        return self.decision == "缓公开"

    @property
    def signed(self) -> str:
        """The reason with office and date, where known."""
        office = "，".join(str(part) for part in (self.office, self.date) if part)
        return f"{self.reason}（{office}）" if office else self.reason


ExemptionKind = Literal[
    "日期", "文号", "名称或引文", "序数", "专名", "结构", "口径", "非确数", "不能录入", "已撤下"
]
"""Why a number in official prose is no figure."""


class Exemption(Record):
    """Words of the official text whose numbers are not figures, and why."""

    words: Text
    """原文里的一段话，只包含这个数字和它前后几个字"""
    kind: ExemptionKind
    """属于哪一类"""
    reason: Text
    """为什么不是统计数字"""


About = Literal["问题", "打算"]
"""What a passage may be about: problems that a report admits, plans that it announces."""
ABOUT: tuple[About, ...] = ("问题", "打算")


class SectionRecord(Record):
    """A part of a report about problems or plans: a file, or what stands below one of its headings."""

    file: Identifier
    """正文文件的名称，不带 .md"""
    heading: Identifier | None = None
    """只有一个标题下面写的是这些时，标题的编号；不写就是整个文件"""
    kind: Literal["问题", "打算", "问题和打算"]
    """写的是什么"""


class Mention(Record):
    """Words of a problem or a plan that are about a focus area."""

    heading: Identifier
    """问题或打算的标题编号"""
    area: Identifier
    """评价重点的编号"""
    words: Text
    """原文里据以对应的话"""


class TextReview(Review):
    """A decision on a notice about words of the official text."""

    code: Identifier
    """提示代码"""
    words: Text
    """提示里的那个词"""


class Authorisation(Record):
    """The publisher's consent that this site speaks for it."""

    document: Text
    """批准发布的文件或批示"""
    date: Day
    """批准日期"""


class Contact(Record):
    """The office that answers residents' questions."""

    office: Text | None = None
    """受理科室"""
    telephone: Telephone | None = None
    """电话"""
    email: Email | None = None
    """电子邮箱"""
    address: Text | None = None
    """通信地址"""
    postcode: Postcode | None = None
    """邮政编码"""
    form: Template | None = None
    """门户网站意见表单的网址，可以带 {id} {title} {address}"""


class PortalLink(Record):
    """A link into the county's portal."""

    label: Text
    """文字"""
    address: Link
    """网址"""


class Publisher(Record):
    """The body that publishes; unknown fields are left out of the pages and listed by the checks."""

    name: Text
    """发布单位"""
    place: Text
    """地方名称，如 示例县"""
    site_title: Text
    """网站（专栏）名称"""
    keywords: tuple[Text, ...] = ()
    """栏目关键词，地方名称不用写"""
    authorised: Authorisation | None = None
    """发布授权；没有授权时每一页都标明示例站点"""
    address: Address | None = None
    """网站（专栏）的正式网址，以 / 结尾"""
    domain: Domain | None = None
    """网站域名，不带 http://"""
    site_code: SiteCode | None = None
    """网站标识码"""
    icp: Text | None = None
    """ICP 备案号"""
    police: Text | None = None
    """公安备案号"""
    organiser: Text | None = None
    """主办单位"""
    contact: Contact = Contact()
    """联系方式"""
    links: tuple[PortalLink, ...] = ()
    """门户网站的链接"""

    @property
    def root(self) -> str | None:
        """The path of the site below its domain, with a slash at both ends; ``None`` while unknown."""
        return urlsplit(self.address).path if self.address else None

    @property
    def disclaimer(self) -> str | None:
        """The disclaimer on every page until the publisher has authorised the site (示例站点声明)."""
        return None if self.authorised else f"示例站点，非{self.place}人民政府网站"


class Area(Record):
    """A focus area (评价重点) of an evaluation scheme."""

    id: KnownId = ""
    number: Text | None = None
    """报告里的序号，照报告写，如 （一）；报告没有的不写"""
    title: Text
    """报告中的标题，不带序号和句号"""
    short: Text
    """导航中的短名"""
    succeeds: Annotated[tuple[Identifier, ...], Field(min_length=1)] = ()
    """接续以前方案的哪些评价重点；新设的不写"""
    points: dict[Identifier, Text] = Field(default_factory=dict)
    """评价要点的编号和原文；没有取得方案原文就不写"""

    def numbered(self, name: str) -> str:
        """Its title or short name behind its number."""
        return f"{self.number or ''}{name}"


class Scheme(Record):
    """An evaluation scheme with its areas, in the report's order."""

    id: KnownId = ""
    name: Text
    """方案名称"""
    document: Text | None = None
    """方案文件在 sources.yml 中的编号；没有文件的不写"""
    areas_called: Text = "评价重点"
    """各部分叫什么"""
    areas: Annotated[dict[Identifier, Area], Field(min_length=1), AfterValidator(named)]
    """评价重点，按报告顺序"""


class Areas(Record):
    """The contents of ``areas.yml``."""

    schemes: Annotated[dict[Identifier, Scheme], Field(min_length=1), AfterValidator(named)]
    """评价方案，各有编号"""


class OfficialText(Record):
    """Where the copy of a document's text in ``data/texts/`` was taken from."""

    kind: Literal["发文单位网站", "全文镜像"]
    """取自发文单位自己的网站，还是别处的全文镜像"""
    origin: Text
    """取自哪里；写名称，不写网址"""


class Source(Record):
    """A document that the site cites."""

    id: KnownId = ""
    title: Text
    """文件名称"""
    number: Text | None = None
    """文号"""
    issuer: Text | None = None
    """发文单位"""
    body: Identifier | None = None
    """发文单位在 bodies.yml 中的编号"""
    date: Day | None = None
    """成文日期"""
    text: OfficialText | None = None
    """data/texts/ 里的全文取自哪里；没有全文的不写"""
    note: Text | None = None
    """说明"""


class Body(Record):
    """A department, township or institution that reports, answers or is responsible for something."""

    id: KnownId = ""
    name: Text
    """单位名称"""
    kind: Text
    """哪一类单位，如 部门、镇街"""
    duties: Text | None = None
    """与报告有关的职责，公布了才填"""
    telephone: Telephone | None = None
    """办公电话"""
    address: Link | None = None
    """单位网页的网址"""


class Term(Record):
    """A term explained to residents."""

    id: KnownId = ""
    term: Text
    """词语"""
    explanation: Text
    """通俗解释"""
    basis: Literal["本站说明", "报告原文"]
    """解释的依据"""
    synonyms: tuple[Text, ...] = ()
    """日常说法"""


UNSTATED_OPERAND = "未载明"
"""Written in place of an operand that no report gives."""
OPERANDS = {"total": None, "difference": 2, "share": 2, "per": 2, "part": 1}
"""The number of metrics for each kind of relation; ``None``: two or more."""
KIND_NAMES = {"total": "合计", "difference": "差额", "share": "占比", "per": "平均或比值", "part": "部分"}


class Relation(Record):
    """An arithmetic relation of a metric to others of the same report, period and category."""

    kind: Literal["total", "difference", "share", "per", "part"]
    """什么关系"""
    of: tuple[Text, ...]
    """有关的指标；报告没有给出的写“未载明”"""
    unstated: Text | None = None
    """“未载明”的那一项叫什么"""
    unit: Text | None = None
    """“未载明”的那一项的单位"""

    @property
    def fault(self) -> str | None:
        """A fault in the relation's form, as a Chinese clause, or ``None``; names are checked elsewhere."""
        wanted, unknown = OPERANDS[self.kind], self.of.count(UNSTATED_OPERAND)
        miscounted = len(self.of) != wanted if wanted else len(self.of) < 2  # noqa: PLR2004 - two or more
        return first_fault(
            {
                f"{KIND_NAMES[self.kind]}（{self.kind}）要写{wanted or '两个以上'}个指标": miscounted,
                "“未载明”只能有一项": unknown > 1,
                "of 里写“未载明”时要用 unstated 写明它叫什么，反之亦然": bool(unknown) != bool(self.unstated),
            }
        )


Measures = Literal["share", "rate", "change", "count", "money", "index", "area", "duration"]
MEASURES_NAMES: dict[str, str] = {
    "share": "占比",
    "rate": "比率",
    "change": "增减",
    "count": "数量",
    "money": "金额",
    "index": "指数",
    "area": "面积",
    "duration": "时长",
}
DIRECTION_NAMES: dict[str, str] = {"higher": "越高越好", "lower": "越低越好", "neither": "不以高低论好坏"}


class Metric(Record):
    """The definition of a figure; it stays the same from year to year."""

    id: KnownId = ""
    area: SkipJsonSchema[str] = Field(default="", validation_alias=f"{KNOWN}area")
    name: Text
    """报告自己的叫法"""
    measures: Measures
    """度量的是什么"""
    unit: Text | None
    """基本单位，不带万、亿；指数没有单位，写 null"""
    better: Literal["higher", "lower", "neither"]
    """越高越好、越低越好，或无所谓"""
    definition: Text
    """含义，一两句话"""
    definition_basis: Literal["报告原文", "本站说明"]
    """含义的依据"""
    aliases: tuple[Text, ...] = ()
    """日常叫法"""
    categories: dict[Identifier, Text] = Field(default_factory=dict)
    """分类编号和名称"""
    category_aliases: dict[Identifier, tuple[Text, ...]] = Field(default_factory=dict)
    """分类的日常叫法"""
    scope: Text | None = None
    """统计范围"""
    body: Identifier | None = None
    """数据责任单位在 bodies.yml 中的编号"""
    source: Text | None = None
    """数据来源文件在 sources.yml 中的编号"""
    points: tuple[Identifier, ...] = ()
    """回应评价方案的哪些评价要点"""
    relations: tuple[Relation, ...] = ()
    """与别的指标的数量关系"""

    def label(self, category: str | None) -> str:
        """The name with that of a category: 每千人口床位数（县级）."""
        named = self.categories.get(category or "")
        return f"{self.name}（{named}）" if named else self.name


OPENING = "index"
"""The file of metrics of no area, named like the Markdown file with the report's opening."""
Requires = Literal["不超过", "不低于", "大于", "小于", "等于"]


class SetAside(Record):
    """A person's judgement that a figure can't be compared with a standard, with the reason."""

    verdict: Literal["不适用", "口径不一致", "无法判定"]
    """不能比较时的结论"""
    reason: Text
    """理由，读者看得到"""


class Standard(Record):
    """A threshold with its legal basis; without ``requires``, the note that no standard was found."""

    id: KnownId = ""
    name: Text
    """标准的叫法，如 优质均衡县评估标准"""
    metric: Identifier | None = None
    """对照哪个指标；报告没有这个数值的写 null"""
    category: Identifier | None = None
    """只对照其中一个分类时，分类的编号"""
    subject: Text | None = None
    """没有 metric 时，标准说的是什么"""
    field: Literal["value", "change"] = "value"
    """对照数值还是增减"""
    requires: Requires | None = None
    """怎样才算达到；没有查到标准的写 null"""
    value: Text | None = None
    """标准值，如 80%、0.50"""
    wording: Text | None = None
    """要求不能写成一个数时，用一句话写"""
    level: Literal["国家", "市级", "县级"] | None = None
    """哪一级的标准"""
    nature: Literal["法定要求", "政策要求", "规划目标", "认定标准"] | None = None
    """标准的性质"""
    document: Text | None = None
    """文件在 sources.yml 中的编号"""
    clause: Text | None = None
    """条款"""
    quote: Text | None = None
    """条款的原话，照 data/texts/ 里的全文抄"""
    valid_from: Year | None = None
    """从哪一年起适用"""
    valid_until: Year | None = None
    """适用到哪一年为止"""
    stage: Text | None = None
    """认定的进展，还没有评上的写"""
    scope: Text | None = None
    """对照时要说明的范围"""
    caution: Text | None = None
    """口径还要确认的地方"""
    primary_text: Literal["已读", "未读"] = "未读"
    """文件原文读过没有；已读的要有 quote，data/texts/ 里要有全文"""
    set_aside: SetAside | None = None
    """不能比较的结论和理由"""

    @property
    def limit(self) -> Quantity | None:
        """The threshold; ``None`` if there is none or it can't be read (a finding of its own)."""
        return quantity_in(self.value)

    @property
    def requirement(self) -> str | None:
        """The requirement in words: 不超过 0.50; ``None`` if no standard was found."""
        limit = self.limit
        if not self.requires or limit is None:
            return self.wording
        if self.field == "value":
            return f"{self.requires} {limit}"
        if self.requires == "大于" and not limit.value:
            return "比上年增长（大于 0）"
        if self.requires == "不超过" and limit.ends[0] < 0:
            return f"下降不少于 {str(limit).lstrip('-−')}"
        return f"增减{self.requires} {limit}"


class ObservationRecord(Record):
    """One observation as written in ``values.yml``."""

    period: Text
    """时期，照报告写"""
    period_basis: Literal["明示", "承前", "报告期", "相对", "未载明"] = Basis.STATED.value
    """时期是怎样读出来的"""
    value: Text | None = None
    """数值，照报告原样写；报告只写了增减的不写"""
    change: Text | None = None
    """增减，照报告原样写"""
    comparison: Text | None = None
    """与别处相比，照报告原样写"""
    implied_word: Text | None = None
    """“分别增长”的后几个增减省略的词"""
    implied_unit: Text | None = None
    """报告省略、本站理解的单位"""
    note: Text | None = None
    """给读者的说明"""
    reviewed: dict[Identifier, Review] = Field(default_factory=dict)
    """复核说明"""


SEE_LEDGER = "ledger"
"""Refers readers to the ledger, or to the matches of problems while there is none."""


class Unstated(Record):
    """A question that readers would ask and the report doesn't answer."""

    topic: Text
    """报告没有写的是什么"""
    asked: Annotated[tuple[Text, ...], Field(min_length=1)]
    """群众怎样问"""
    says: Text | None = None
    """报告写了的相关内容，一句话"""
    see: Identifier | None = None
    """看哪里：指标的编号、评价重点的编号、正文标题的编号，或者 ledger（整改台账）"""


class ReportRecord(Record):
    """The title, dates, signature and other particulars of one yearly report."""

    title: Text
    """报告全名"""
    name: Text
    """本站的简称，含所反映的时期"""
    scheme: Text
    """评价方案在 areas.yml 中的编号"""
    issuer: Text
    """发布机构"""
    addressee: Text | None = None
    """主送单位"""
    written: Day | None = None
    """成文日期，取自落款；报告没有写的不写"""
    covers: ClosedPeriod | None = None
    """报告反映的是哪个时期，只用来读全年、年末、比上年这样的时期"""
    published: Moment | None = None
    """原文发布日期，知道钟点的一并写上"""
    frequency: Text | None = None
    """更新周期"""
    index_number: Text | None = None
    """索引号"""
    topic: Text | None = None
    """主题分类"""
    genre: Text | None = None
    """体裁分类"""
    document_number: Text | None = None
    """发文字号"""
    validity: Text | None = None
    """有效性"""
    source_note: Text | None = None
    """source.txt 的来历"""
    as_of: Day | None = None
    """本站数据核定到哪一天"""
    sections: tuple[SectionRecord, ...] = (
        SectionRecord(file="problems", kind="问题"),
        SectionRecord(file="next-steps", kind="打算"),
    )
    """哪里写问题，哪里写打算；不写就是 problems.md 写问题、next-steps.md 写打算"""
    exempt: tuple[Exemption, ...] = ()
    """正文里不是统计数字的数字"""
    mentions: tuple[Mention, ...] = ()
    """问题和打算说到哪个评价重点"""
    reviewed: tuple[TextReview, ...] = ()
    """对正文提示的复核说明"""
    matches: tuple[Match, ...] = ()
    """哪个打算回应哪个问题，按文字对应；公布了整改台账就不用写"""
    unmatched: tuple[Unmatched, ...] = ()
    """问题里没有措施回应的话，打算里没有问题对应的话"""
    notice: Notice | None = None
    """公示信息"""
    unstated: tuple[Unstated, ...] = ()
    """群众会问、报告没有写的"""
    discontinued: dict[Identifier, Text] = Field(default_factory=dict)
    """上一年报过、这一年不再报的指标：编号和理由，报告或者发布单位说明了的才写"""

    @property
    def dates(self) -> ReportDates:
        """What relative periods count from."""
        covers = parse_period(self.covers) if self.covers else None
        return ReportDates(self.written, covers.days if covers else Days())


class Correction(Record):
    """A change to something published, or its withdrawal."""

    figure: Text
    """改的是什么：数值的编号，写法与宏相同，指标.分类@时期；别的照 published.json 里的 id，如 metrics/指标"""
    field: Text = "value"
    """改的是哪一项：value、change、verdict、text，别的照 published.json 里的名称"""
    standard: Identifier | None = None
    """改的是对照结论时，标准的编号"""
    kind: Literal["更正", "修订"]
    """更正（原来错了）或修订（原来不错，后来变了）"""
    old: Text
    """原来公布的写法"""
    new: Text | None
    """现在的写法；撤下不再公布的写 null"""
    reason: Text
    """为什么改"""
    date: Day
    """改的日期"""
    approver: Text
    """批准的单位"""

    @property
    def name(self) -> FigureName:
        """The parts of the figure's name; a definition of a metric has no period."""
        return split_name(self.figure.removeprefix("metrics/"))

    @property
    def key(self) -> tuple[str, str]:
        """The id and field that were changed, as ``published.json`` names them."""
        return self.figure, f"verdict {self.standard}" if self.field == "verdict" else self.field
