"""The list of departments, townships and institutions, and a page for each."""

from collections.abc import Iterator, Mapping
from functools import partial

from disclosure.analysis.analysis import Analysis
from disclosure.analysis.ledger_status import Progress
from disclosure.facts.records import Body
from disclosure.pages.page import HOME, Link, Page, PageMeta
from disclosure.report import addresses


def pages(analysis: Analysis) -> Iterator[Page]:
    """The list of bodies and a page for each; none while the data name no body."""
    bodies = analysis.disclosure.bodies
    description = "报告和台账里写明的单位。"
    listed = PageMeta(addresses.BODIES, "部门街镇", "bodies", description, column="信息公开目录")
    if bodies:
        yield Page(listed, "bodies.html")
    for body in bodies.values():
        crumbs = (HOME, Link(listed.title, addresses.BODIES))
        description = f"{body.name}：负责的数值、牵头和配合的整改、发布的文件。"
        meta = PageMeta(addresses.body(body.id), body.name, "body", description, crumbs)
        yield Page(meta, "body.html", partial(_profile, body=body))


def _profile(analysis: Analysis, body: Body) -> Mapping[str, object]:
    """Everything the data say of a body; a carried-over ledger item as in the newest ledger."""
    disclosure = analysis.disclosure
    newest: dict[str, Progress] = {}
    for report in analysis.book.reports:
        for progress in analysis.progress[report.year]:
            newest.setdefault(progress.item.id, progress)
    return {
        "body": body,
        "metrics": [metric for metric in disclosure.metrics.values() if metric.body == body.id],
        "owned": [progress for progress in newest.values() if progress.item.owner == body.id],
        "partnered": [progress for progress in newest.values() if body.id in progress.item.partners],
        "verified": [progress for progress in newest.values() if progress.item.verified_by == body.id],
        "documents": [source for source in disclosure.sources.values() if source.body == body.id],
    }
