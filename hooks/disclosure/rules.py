"""What can be wrong: one table, read by the checks, by the clerk's manual, and by the tests."""

from dataclasses import dataclass
from enum import Enum


class Severity(Enum):
    """How serious a finding is."""

    ERROR = "错误"
    """Nothing is published until it is mended."""
    NOTICE = "提示"
    """Shown to the clerk; the site is published all the same."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing that can be wrong."""

    title: str
    """What is wrong, in a few plain words."""
    advice: str
    """What the clerk does about it, one or two sentences."""
    severity: Severity = Severity.ERROR


_REGISTER = "公布以后执行 make register，或 python hooks/disclose.py register。"
RULES: dict[str, Rule] = {
    # Files
    "not-checked": Rule("有的检查没有做", "先改好同一处的错误，再检查一遍。", Severity.NOTICE),
    "file-missing": Rule("缺少文件", "按提示的路径补上这个文件；不用的年份目录请整个移走。"),
    "file-unreadable": Rule(
        "文件读不了", "它可能是目录、没有读取权限，或是指向站点目录以外的链接。换成普通文件。"
    ),
    "file-empty": Rule("文件是空的", "填上内容；确实不用的文件请删除。"),
    "file-too-large": Rule("文件太大", "数据和正文每个文件不超过 2 MB，图片和 PDF 不超过 20 MB。"),
    "file-encoding": Rule("文件不是 UTF-8 编码", "用编辑器另存为 UTF-8 编码。"),
    "stray-file": Rule(
        "不认识的文件", "docs/ 只放 .md 正文、图片和 PDF，data/ 只放填报说明列出的文件；其余请移到别处。"
    ),
    # YAML
    "yaml-syntax": Rule("YAML 写法有误", "检查这一行及上一行的缩进、冒号后的空格、引号和括号是否成对。"),
    "yaml-duplicate-key": Rule("同一个键写了两次", "保留一处，另一处删除或改名。"),
    "yaml-alias": Rule("用了锚点或别名", "不使用 & 和 *；值以 & 或 * 开头时请加引号。"),
    "yaml-tag": Rule("用了类型标签", "去掉 ! 开头的标签；值以 ! 开头时请加引号。"),
    "yaml-depth": Rule("层次太深", "数据文件不超过 12 层，多半是缩进或括号写错了。"),
    # Records
    "unknown-field": Rule("没有这个字段", "检查拼写；可用的字段见填报说明。"),
    "missing-field": Rule("缺少必填字段", "补上这个字段；不知道的可以写 null 的字段，填报说明里有说明。"),
    "wrong-shape": Rule("内容的形式不对", "按填报说明改成文字、列表或“键: 值”。"),
    "wrong-value": Rule("不在允许的取值之内", "从提示的取值中选一个。"),
    "bad-id": Rule(
        "编号写法不对", "写编号，不写名称；编号用小写英文字母和数字，以连字符连接，如 student-aid-amount。"
    ),
    "bad-date": Rule("日期写法不对", "写成 2022-11-03 这样的年-月-日，且确有这一天。"),
    "bad-address": Rule("网址写法不对", "写完整的 https:// 网址；本站自己的网址以 / 结尾，不带问号和井号。"),
    "bad-code": Rule("网站标识码写法不对", "标识码是 10 位数字或字母；还没有的写 null。"),
    "bad-contact": Rule(
        "电话、邮箱或邮编写法不对", "电话写 000-00000000 这样的办公电话，邮编写 6 位数字；不知道的写 null。"
    ),
    "duplicate-id": Rule("编号重复", "一个编号只能定义一次；改掉其中一个，引用它的地方一并修改。"),
    "listed-twice": Rule("同一样东西写了两次", "只留一处。"),
    "unknown-area": Rule(
        "没有这个评价重点", "评价重点在 data/areas.yml 中定义；指标文件名就是评价重点的编号。"
    ),
    "area-unmapped": Rule(
        "评价重点没有前后对应",
        "在新方案里用 succeeds 写明接续哪几个；确实是新设或者取消的，不用改。",
        Severity.NOTICE,
    ),
    "unknown-scheme": Rule("没有这个评价方案", "评价方案在 data/areas.yml 的 schemes 中定义。"),
    "unknown-point": Rule("没有这个评价要点", "评价要点在 data/areas.yml 各评价重点的 points 中定义。"),
    "bad-relation": Rule(
        "数量关系写法不对",
        "写成 {kind: share, of: [指标, 指标]}；报告没有给出的写“未载明”，用 unstated 写它的名称。",
    ),
    "bad-standard": Rule("标准没有写完整", "有要求的写 requires、value、nature；没有查到的在 scope 里说明。"),
    "quote-differs": Rule("引文对不上原文", "照 data/texts/ 里的全文抄；全文抄错了的，改全文。"),
    "unknown-source": Rule("没有这份文件", "引用的文件在 data/sources.yml 中定义。"),
    # Figures
    "unknown-metric": Rule("没有这个指标", "指标在 data/metrics/ 中定义；检查编号拼写。"),
    "unknown-category": Rule("没有这个分类", "分类在指标的 categories 中定义。"),
    "metric-without-value": Rule(
        "指标没有数值",
        "在 values.yml 中填上数值；公布过又撤下的，写进 corrections.yml；从来没有公布过的，删除它。",
    ),
    "duplicate-observation": Rule("同一指标同一时期填了两次", "保留一处；确有两个时期的，把 period 写清楚。"),
    "bad-quantity": Rule("数值写法不对", "照报告原样写：数字、万或亿、余或约、单位，如 6100余万元。"),
    "bad-change": Rule("增减写法不对", "先写增长、下降、提高、减少等词，再写数值，如 增长7.19%。"),
    "bad-period": Rule(
        "时期写法不对",
        "照报告写，如 2021、2022年1-9月、2021年以来；上年、全年一类的，依据写相对；没有写的写未载明。",
    ),
    "unit-mismatch": Rule("单位与指标不符", "改正数值的单位；报告原文没有写单位的，用 implied_unit 注明。"),
    "share-over-100": Rule(
        "占比超过 100%", "检查数值；确实可以超过 100% 的，指标的 measures 应为 rate 或 change。"
    ),
    "unplaced-observation": Rule(
        "数值没有出现在正文中", "在当年正文里用宏引用它，或从 values.yml 中删除；本站不发布报告没有说的数字。"
    ),
    "period-not-stated": Rule(
        "时期的依据不成立",
        "明示：这句话里要有；承前：本节前文或者上面的标题里要有；相对：哪一处有都可以。"
        "否则改 period 或 period_basis。",
    ),
    # Numbers in the prose
    "open-number": Rule(
        "数字没有着落",
        "是统计数字的，录入 values.yml 并改用宏；不是的，在 report.yml 的 exempt 中写明是哪一类、为什么。",
    ),
    "figure-cut-short": Rule(
        "数值没有录全", "“约”“余”“万”“%”等紧挨着数字的字也是数值的一部分，要录进 value，从正文里去掉。"
    ),
    "bad-exemption": Rule(
        "不是统计数字的说明写得不对",
        "words 照正文写这个数字和它前后几个字，不超过 24 个字，全角、半角也要一样；用不着的整条删除。",
    ),
    # Claims
    "claim-last-digit": Rule(
        "末位对不上",
        "核对原件。数值录错的改 values.yml；原件就是这样的，在 reviewed 里写明理由，读者看得到。",
    ),
    "claim-contradicted": Rule(
        "说法前后矛盾",
        "核对原件。数值录错的改 values.yml；原件就是这样的，在 reviewed 里写明理由，读者看得到。",
    ),
    # Neighbours
    "same-value": Rule(
        "两类数值相同而增减不同",
        "核对原件是否抄错行；没有错的，在这个数值的 reviewed 里写明理由。",
        Severity.NOTICE,
    ),
    "stated-twice": Rule(
        "同一个数写了两次却不相等",
        "核对原件哪一处对；原件就是这样的，在 reviewed 里写明理由。",
        Severity.NOTICE,
    ),
    "negative-value": Rule("数值是负数", "核对原件；确实是负数的，在 reviewed 里写明理由。", Severity.NOTICE),
    "rate-over-100": Rule(
        "比率超过 100%", "核对原件；确实可以超过的，在 reviewed 里写明理由。", Severity.NOTICE
    ),
    "scale-jump": Rule(
        "数值突然差了许多倍",
        "多半是万和亿、百分数和小数写混了；没有错的，在 reviewed 里写明理由。",
        Severity.NOTICE,
    ),
    "percent-or-point": Rule(
        "百分号和百分点可能写混了",
        "核对原件是百分之几还是几个百分点；没有错的，在 reviewed 里写明理由。",
        Severity.NOTICE,
    ),
    "hundred-run": Rule(
        "接连几个都是 100%", "核对口径和总数；没有错的，在第一个数值的 reviewed 里写明理由。", Severity.NOTICE
    ),
    "rate-and-count": Rule(
        "比率和个数对不上", "核对原件；没有错的，在 reviewed 里写明理由。", Severity.NOTICE
    ),
    "similar-terms": Rule(
        "两个词只差字的次序",
        "请核对原件是不是同一样东西；原件就是这样的，在 report.yml 的 reviewed 里写明理由。",
        Severity.NOTICE,
    ),
    "day-that-never-was": Rule(
        "没有这一天",
        "请核对原件；原件就是这样的，在 report.yml 的 reviewed 里写明理由。",
        Severity.NOTICE,
    ),
    "document-number": Rule(
        "文号的写法不规范",
        "请核对原件，年份用六角括号〔〕括起来；原件就是这样的，在 report.yml 的 reviewed 里写明理由。",
        Severity.NOTICE,
    ),
    # Decisions
    "review-unused": Rule(
        "复核说明没有对上", "键写 verdict、implied 或提示代码；提示已经没有了的，整条删除。"
    ),
    "review-incomplete": Rule("决定没有写完整", "缓公开要写 office 和 date；date 不能晚于 as_of。"),
    "review-lapsed": Rule(
        "缓公开已经到期", "缓公开最多 20 个工作日，到期自动恢复公开；请删除或改写这条决定。", Severity.NOTICE
    ),
    "bad-mention": Rule("问题或打算的对应写法不对", "heading 写问题或打算的标题编号，words 照原文。"),
    # The ledger, and what the public says
    "unknown-body": Rule("没有这个单位", "单位在 data/bodies.yml 中登记。"),
    "bad-acceptance": Rule(
        "验收没有写完整", "用指标验收的写 metric、requires、value；不用的写 deliverable；两样都要的都写。"
    ),
    "bad-passage": Rule(
        "引的话对不上原文", "heading 写标题的编号，引的话照那一节的原文，从标点到标点，一个字也不改。"
    ),
    "matches-unused": Rule(
        "公布台账以后的对应没有用处", "删除 report.yml 的 matches 和 unmatched。", Severity.NOTICE
    ),
    "match-open": Rule(
        "问题或打算里的话还没有对应",
        "与另一边说的是同一件事的，写进 matches；不是的写进 unmatched，说明它是问题、原因、打算还是情况。",
        Severity.NOTICE,
    ),
    "bad-discontinued": Rule(
        "不再报的指标写得不对", "discontinued 里只写上一年报过、这一年没有报的指标；核对编号。"
    ),
    "bad-unstated": Rule(
        "报告没有写的事写法不对", "see 写指标、评价重点或标题的编号，或者 `ledger`；一个问法只写在一条里。"
    ),
    "ledger-problem-missing": Rule("报告承认的问题没有列入台账", "在 ledger.yml 里为它加一项。"),
    "ledger-unquoted": Rule(
        "问题里的话没有列入台账",
        "是问题的，在 ledger.yml 里加一项；不是的，在 report.yml 的 reviewed 里写明理由。",
        Severity.NOTICE,
    ),
    "ledger-no-measure": Rule("问题还没有措施", "定下措施以后填写 measures。", Severity.NOTICE),
    "ledger-incomplete": Rule(
        "台账没有写完整", "动手做的写措施、牵头单位和期限；别处的文件指出的写 document；状态往回改的写 note。"
    ),
    "ledger-unproven": Rule(
        "做完或销号的依据不足", "补上验收办法、佐证、核销单位和达到要求的数值，或者改回原来的状态。"
    ),
    "ledger-self-verified": Rule(
        "牵头或配合单位核销自己办的事", "由没有参与的单位核销；确实是自己核销的，照实公布。", Severity.NOTICE
    ),
    "ledger-overdue": Rule(
        "过了期限还没有完成", "完成了的更新状态；没有完成的照实公布，网页上会标明。", Severity.NOTICE
    ),
    "ledger-stale": Rule("很久没有变动", "有进展的在 history 里加一条。", Severity.NOTICE),
    "ledger-order": Rule("日期前后颠倒", "日期按先后写；并核对台账和 report.yml 的 as_of。"),
    "ledger-due": Rule("期限的改动对不上", "几次改动，从 old 到 new 前后相接；最后一次的 new 就是 due。"),
    "ledger-acceptance": Rule(
        "验收办法的改动对不上",
        "几次改动，从 old 到 new 前后相接；最后一次的 new 就是 acceptance。",
    ),
    "ledger-rewritten": Rule(
        "公布过的台账被改动",
        "公布过的问题和经过照原样保留，换了说法的写进 reworded，新的变动写在 history 的末尾；"
        "改期限的写 due，改验收办法的写 acceptance，改别的用 note 写明为什么。",
    ),
    "ledger-vanished": Rule("没有销号的问题不见了", "在新一年的 ledger.yml 里用同一个编号，写明现状。"),
    "opinion-consent": Rule("没有同意就公开意见", "征得同意，或者把这一条移出 opinions.yml。"),
    "opinion-rewritten": Rule(
        "公布过的意见或公示被改动",
        "照原样保留；办理有了新的结果，另加一条；本人撤回同意的写进 withdrawn；公示延长的写进 extended。",
    ),
    "opinion-about": Rule("意见没有对上", "about 写数值、标题、评价重点的编号，或台账里问题的编号。"),
    "private": Rule("有个人信息", "删去姓名、班级、各种号码和住址，只写事情；单位写名称，不写人。"),
    # Corrections
    "register-edited": Rule(
        "登记簿被改动过",
        "published.json 和 register.jsonl 不能手改，请从备份恢复；它们只由 disclose.py register 写成。"
        "上一次登记没有做完就中断了的，再登记一次。",
    ),
    "report-vanished": Rule("公布过的报告不见了", "从备份恢复这一年的目录；报告不能撤，写错的用更正说明。"),
    "unexplained-change": Rule(
        "已公布的内容变了却没有说明", "改错了的改回来；确实要改的，在 corrections.yml 里写一条更正或修订。"
    ),
    "bad-correction": Rule(
        "更正的写法不对", "figure、field、old 照登记簿抄，new 照现在的数据，几次更正前后相接。"
    ),
    "restated": Rule(
        "以前公布的数值变了却没有说明",
        "在新报告的 corrections.yml 里写一条修订，old 是旧报告的写法，new 是新报告的写法。",
    ),
    "register-missing": Rule("还没有登记已公布的数值", _REGISTER, Severity.NOTICE),
    "register-behind": Rule("有内容还没有登记", _REGISTER, Severity.NOTICE),
    # Prose
    "front-matter": Rule("文件开头的说明区有误", "以单独一行 --- 开始和结束，中间每行是“键: 值”。"),
    "control-character": Rule("有看不见的控制字符", "删除这个字符；它多半来自复制粘贴。"),
    "macro-unclosed": Rule("宏的大括号不成对", "每个 {{ 都要有 }}，写在同一行。"),
    "macro-syntax": Rule(
        "宏的写法不对", "写成 {{ 指标编号 }}、{{ 编号.分类@时期 change }} 或 {{ figures 评价重点 }}。"
    ),
    "macro-name": Rule("宏引用的名称不存在", "检查拼写；指标在 data/metrics/，评价重点在 data/areas.yml。"),
    "macro-category": Rule("宏引用的分类不存在或没有写", "有分类的指标要写成 指标编号.分类。"),
    "macro-period": Rule("宏引用的时期不存在或没有写", "一个指标有几个时期时，写成 指标编号@时期。"),
    "chart-empty": Rule(
        "画不成图",
        "图要有几个分类、几个时期，或者有标准可以对照。"
        "只有一个数值的，名次和三项以上的比，改用 table，或者去掉这个宏。",
    ),
    "macro-field": Rule(
        "宏要的内容不存在", "只能写 value、change、comparison、name 或 unit；没有填的项不能引用。"
    ),
    "macro-misplaced": Rule(
        "宏放在了不能放的地方",
        "数值写在段落、标题、列表或表格里；figures、verdicts、table、chart、section 独占一行，"
        "前后空行；不能在代码、链接里。",
    ),
    "unsafe-html": Rule(
        "正文里有不允许的 HTML", "删除脚本、框架、表单、样式、事件属性和 javascript: 链接，改用 Markdown。"
    ),
    "image-text": Rule("图片没有文字说明", "在方括号里写明图片的内容：![说明](图片.png)。"),
    "heading-id": Rule("标题没有编号", "在标题末尾加 {#english-id}，使链接长久有效。"),
    "heading-run-in": Rule("标题里连着正文", "标题另成一行，末尾写编号；后面的话另起一段。", Severity.NOTICE),
    "heading-unmarked": Rule(
        "标题没有写成标题", "在这一行前面写 # 和空格，末尾写编号，如 # 标题 {#report}。"
    ),
    "run-on": Rule(
        "段落、列表或表格没有分开", "段落、列表、表格各自成段，前后空一行；下一级的列表前面空四格。"
    ),
    "unknown-section": Rule(
        "没有这一部分", "report.yml 的 sections 里，file 写正文文件的名称，heading 写那个文件里标题的编号。"
    ),
    "section-unnamed": Rule(
        "像是问题或打算，却没有写明",
        "是的，在 report.yml 的 sections 里写明；不是的，在 report.yml 的 reviewed 里写明理由。",
        Severity.NOTICE,
    ),
    "generated-path": Rule("地址已被占用", "这个地址已有别的页面，请把文件改名或移到别的目录。"),
    "title-differs": Rule("标题与正文不一致", "areas.yml 和 report.yml 里的标题要与正文的标题相同。"),
    "unused-section": Rule("这一节没有编入报告全文", "在当年的 index.md 中用 {{ section 名称 }} 编入。"),
    # Finished pages
    "fidelity": Rule("正文与官方原文不一致", "按原文改正正文或数值；原文本身录错的，改 source.txt。"),
    "broken-link": Rule("链接指向不存在的地方", "改正链接；外部网址须以 http:// 或 https:// 开头。"),
    "duplicate-anchor": Rule("同一页上编号重复", "改掉其中一个标题或元素的编号。"),
    "foreign-request": Rule("页面会向别的网站请求内容", "图片等请放进 docs/ 目录，不引用外部地址。"),
    "inline-code": Rule("页面含有内嵌脚本或样式", "去掉 script、style 和事件属性。"),
    "host-warning": Rule("生成网站的工具报告了警告", "按工具的提示修改；它的原话附在后面。"),
    # The publisher
    "publisher-gap": Rule(
        "发布单位信息未填", "在 data/publisher.yml 中填写；没填的内容不会显示。", Severity.NOTICE
    ),
    "no-channel": Rule(
        "没有提意见的渠道",
        "取得授权的网站，contact 的 telephone、form、email 至少填一项；公示另可填 address。",
    ),
    "not-authorised": Rule(
        "尚未取得发布授权",
        "每一页都会标明是示例站点。取得授权后，在 data/publisher.yml 的 authorised 中填写文件和日期。",
        Severity.NOTICE,
    ),
}
