"""The summary of a build, in a few lines for the person who started it."""

from collections import Counter

from disclosure.analysis.statement import Tally
from disclosure.rules import RULES
from disclosure.site.site import Site
from disclosure.text.folding import fold


def summarise(site: Site, seconds: float, *, published: bool | None) -> list[str]:
    """The lines of the summary; ``published`` is ``None`` for a check without publishing."""
    reports, analysis = site.book.reports, site.analysis
    observations = [observation for report in reports for observation in report.observations]
    changes = sum(1 for observation in observations if observation.change)
    words = sum(len(fold(report.official)) for report in reports)
    verdicts = Tally.of(verdict for found in analysis.verdicts.values() for verdict in found)
    implied = sum(statement.shown for found in analysis.arithmetic.values() for statement in found)
    reviews = next(len(table.rows) for table in site.exports.tables if table.name == "reviews")
    registered = "与登记簿相同" if site.register.complete else "还没有登记"
    notices = Counter(finding.code for finding in set(site.findings))
    listed = "；".join(f"{RULES[code].title} {count}" for code, count in sorted(notices.items())) or "无"
    return [
        f"网页 {len(site.addresses)} 个；报告 {len(reports)} 份",
        f"指标 {len(site.disclosure.metrics)} 个，数值 {len(observations)} 个，增减 {changes} 个",
        *(f"{year}年报告：{account.line}" for year, account in analysis.accounts.items()),
        (
            f"标准对照 {verdicts.all} 项（核实中 {verdicts.deferred} 项），推算 {implied} 项，"
            f"复核说明 {reviews} 条，更正和修订 {len(analysis.corrections)} 条"
        ),
        f"已核对：正文与官方原文逐字一致（{words} 字，全文页和分节页各一遍）",
        "已核对：每个数值都在正文中；链接、编号、页内代码和外部请求",
        f"错误 0；提示：{listed}",
        f"登记校验码 {site.register.line.head}（{registered}）",
        (
            "只检查，没有更新网站"
            if published is None
            else "已更新网站"
            if published
            else "已逐个文件更新网站（这里不能整体切换）"
        )
        + f"，用时 {seconds:.1f} 秒",
    ]
