"""What can be wrong: the table of rules, and one finding at one place.

A rule is declared once, here. The manual for the clerk and the tests read the same table.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from difflib import get_close_matches
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable


class Severity(Enum):
    """How much a finding weighs."""

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


RULES: dict[str, Rule] = {
    # Files
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
    "bad-id": Rule("编号写法不对", "编号用小写英文字母和数字，以连字符连接，如 student-aid-amount。"),
    "bad-date": Rule("日期写法不对", "写成 2022-11-03 这样的年-月-日，且确有这一天。"),
    "bad-address": Rule("网址写法不对", "写完整的 https:// 网址；本站自己的网址以 / 结尾，不带问号和井号。"),
    "bad-code": Rule("网站标识码写法不对", "标识码是 10 位数字或字母；还没有的写 null。"),
    "duplicate-id": Rule("编号重复", "一个编号只能定义一次；改掉其中一个，引用它的地方一并修改。"),
    "unknown-area": Rule(
        "没有这个评价重点", "评价重点在 data/areas.yml 中定义；指标文件名就是评价重点的编号。"
    ),
    "unknown-scheme": Rule("没有这个评价方案", "评价方案在 data/areas.yml 的 schemes 中定义。"),
    "unknown-source": Rule("没有这份文件", "引用的文件在 data/sources.yml 中定义。"),
    # Figures
    "unknown-metric": Rule("没有这个指标", "指标在 data/metrics/ 中定义；检查编号拼写。"),
    "unknown-category": Rule("没有这个分类", "分类在指标的 categories 中定义。"),
    "metric-without-value": Rule("指标没有数值", "在任一年份的 values.yml 中填上数值，或删除这个指标。"),
    "duplicate-observation": Rule("同一指标同一时期填了两次", "保留一处；确有两个时期的，把 period 写清楚。"),
    "bad-quantity": Rule("数值写法不对", "照报告原样写：数字、万或亿、余或约、单位，如 6100余万元。"),
    "bad-change": Rule("增减写法不对", "先写增长、下降、提高、减少等词，再写数值，如 增长7.19%。"),
    "bad-period": Rule("时期写法不对", "写 2021、2021年以来、截至目前、累计、2021-2022学年 或 未载明。"),
    "unit-mismatch": Rule("单位与指标不符", "改正数值的单位；报告原文没有写单位的，用 implied_unit 注明。"),
    "share-over-100": Rule(
        "占比超过 100%", "检查数值；确实可以超过 100% 的，指标的 measures 应为 rate 或 change。"
    ),
    "unplaced-observation": Rule(
        "数值没有出现在正文中", "在当年正文里用宏引用它，或从 values.yml 中删除；本站不发布报告没有说的数字。"
    ),
    "period-not-stated": Rule(
        "时期的依据不成立",
        "明示：这句话里要有这个时期；承前：本节前文里要有。否则改 period 或 period_basis。",
    ),
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
    "macro-field": Rule(
        "宏要的内容不存在", "只能写 value、change、name 或 unit；没有填 change 的数值不能引用 change。"
    ),
    "macro-misplaced": Rule(
        "宏放在了不能放的地方",
        "数值写在段落、标题、列表或表格里；figures、table、section 独占一行，前后空行；不能在代码、链接里。",
    ),
    "unsafe-html": Rule(
        "正文里有不允许的 HTML", "删除脚本、框架、表单、样式、事件属性和 javascript: 链接，改用 Markdown。"
    ),
    "image-text": Rule("图片没有文字说明", "在方括号里写明图片的内容：![说明](图片.png)。"),
    "heading-id": Rule("标题没有编号", "在标题末尾加 {#english-id}，使链接长久有效。"),
    "generated-path": Rule("地址已被占用", "这个地址已有别的页面，请把文件改名或移到别的目录。"),
    "title-differs": Rule("标题与正文不一致", "areas.yml 和 report.yml 里的标题要与正文的标题相同。"),
    "unused-section": Rule("这一节没有编入报告全文", "在当年的 index.md 中用 {{ section 名称 }} 编入。"),
    # Finished pages
    "fidelity": Rule("正文与官方原文不一致", "按原文改正正文或数值；原文本身录错的，改 source.txt。"),
    "broken-link": Rule("链接指向不存在的地方", "改正链接；外部网址须以 http:// 或 https:// 开头。"),
    "duplicate-anchor": Rule("同一页上编号重复", "改掉其中一个标题或元素的编号。"),
    "foreign-request": Rule("页面会向别的网站请求内容", "图片等请放进 docs/ 目录，不引用外部地址。"),
    "inline-code": Rule("页面含有内嵌脚本或样式", "去掉 script、style 和事件属性。"),
    "host-warning": Rule("MkDocs 报告了警告", "按 MkDocs 的提示修改；它的原话附在后面。"),
    # The publisher
    "publisher-gap": Rule(
        "发布单位信息未填", "在 data/publisher.yml 中填写；没填的内容不会显示。", Severity.NOTICE
    ),
    "not-authorised": Rule(
        "尚未取得发布授权",
        "每一页都会标明是示例站点。取得授权后，在 data/publisher.yml 的 authorised 中填写文件和日期。",
        Severity.NOTICE,
    ),
}


@dataclass(frozen=True, slots=True, order=True)
class Where:
    """A place in a file, as editors count it: lines and characters from one."""

    path: str
    """Slash-separated, relative to the project's root."""
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One rule broken at one place. Sorted by file, line and column."""

    where: Where
    code: str
    """A key of ``RULES``; an unknown code is a bug and raises ``KeyError`` at once."""
    message: str
    """What is wrong here: one plain Chinese sentence, with expected and found."""
    guess: str | None = None
    """What was probably meant."""

    def __post_init__(self) -> None:
        RULES[self.code]

    @property
    def severity(self) -> Severity:
        """How much it weighs, as its rule says."""
        return RULES[self.code].severity

    def __str__(self) -> str:
        guess = f" 是不是想写 {self.guess}？" if self.guess else ""
        return f"{self.where}: {self.message}{guess} [{self.code}]"


def nearest(name: str, names: Iterable[str]) -> str | None:
    """The one of ``names`` most like ``name``, or ``None`` where nothing is near."""
    folded = name.casefold().replace("_", "-")
    for cutoff in (0.6, 0.45):
        if close := get_close_matches(folded, sorted(names), n=1, cutoff=cutoff):
            return close[0]
    return None


def one_per_slip(findings: Iterable[Finding]) -> list[Finding]:
    """Findings without those that only follow from another on the same line.

    What a slip in the YAML does to a record, or a slip in the words does to fidelity and links, goes
    when the slip is mended.
    """
    findings = list(dict.fromkeys(findings))
    codes: dict[tuple[str, int], set[str]] = {}
    for finding in findings:
        codes.setdefault((finding.where.path, finding.where.line), set()).add(finding.code)

    def follows(finding: Finding) -> bool:
        others = codes[finding.where.path, finding.where.line] - {finding.code}
        if finding.code == "fidelity":
            return any(RULES[code].severity is Severity.ERROR for code in others)
        if finding.code == "broken-link":
            return "unsafe-html" in others
        return not finding.code.startswith("yaml-") and any(code.startswith("yaml-") for code in others)

    return [finding for finding in findings if not follows(finding)]


def errors(findings: Iterable[Finding]) -> list[Finding]:
    """Those that forbid publishing."""
    return [finding for finding in findings if finding.severity is Severity.ERROR]


def report(findings: Iterable[Finding], line_at: Callable[[Where], str | None]) -> str:
    """All findings as text, each once and in order, with the line and a caret under the place.

    ``line_at`` gives the source line of a place, or ``None`` where it can't be shown.
    """
    blocks = []
    for finding in sorted(set(findings)):
        block = [str(finding)]
        line = line_at(finding.where)
        if line is not None and line.strip():
            block += _excerpt(line, finding.where.column)
        blocks.append("\n".join(block))
    return "\n".join(blocks)


_EXCERPT_BEFORE, _EXCERPT_AFTER = 30, 40


def _excerpt(line: str, column: int) -> list[str]:
    """The part of a long line around ``column``, and a caret below it that allows for wide characters."""
    start = max(0, column - 1 - _EXCERPT_BEFORE)
    shown = line[start : column - 1 + _EXCERPT_AFTER].expandtabs(1).rstrip()
    before = shown[: column - 1 - start]
    padding = "".join("\u3000" if unicodedata.east_asian_width(char) in "WF" else " " for char in before)
    lead, tail = ("…" if start else ""), ("…" if len(line.rstrip()) > start + len(shown) else "")
    return [f"    {lead}{shown}{tail}", f"    {' ' if lead else ''}{padding}^"]
