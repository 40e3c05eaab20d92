"""What is published of the public's opinions, and the notice that asks for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from disclosure.checks.privacy.patterns import private
from disclosure.facts.figure_name import split_name
from disclosure.findings import Finding, nearest

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from disclosure.facts.disclosure import Disclosure, Report
    from disclosure.facts.opinions import Notice, Opinion, Withdrawal


def check_opinions(disclosure: Disclosure, report: Report, known: set[str]) -> Iterator[Finding]:
    """Opinions may be published only with consent, without a trace of who gave them, about something here."""
    opinions = report.opinions
    if opinions is None:
        return
    if not (opinions.items or opinions.withdrawn):
        yield Finding(opinions.where, "missing-field", "里面没有意见；没有要公开的，就不要这个文件。")
    for gone in opinions.withdrawn:
        yield from private(gone.reason, gone.where_is("reason"))
        yield from _about(gone, disclosure, report, known)
        if gone.date < gone.received:
            message = f"撤下的日期 {gone.date} 早于收到的日期 {gone.received}。"
            yield Finding(gone.where_is("date"), "ledger-order", message)
        elif gone.date > report.as_of and not disclosure.unsure():
            message = f"{gone.date} 晚于数据核定的日期 {report.as_of}（report.yml 的 as_of）。"
            yield Finding(gone.where_is("date"), "ledger-order", message)
    yield from _repeated(opinions.items)
    for opinion in opinions.items:
        for field in ("summary", "handling"):
            yield from private(getattr(opinion, field), opinion.where_is(field))
        if opinions.publish == "公开" and opinion.consent != "已同意公开":
            yield Finding(opinion.where_is("consent"), "opinion-consent", "提意见的人没有同意公开。")
        yield from _about(opinion, disclosure, report, known)
        yield from _dates(opinion, disclosure, report)


def _repeated(items: Sequence[Opinion]) -> Iterator[Finding]:
    """The same words about the same thing, received on one day: somebody copied an entry."""
    first: dict[tuple[str, date, str], Opinion] = {}
    for opinion in items:
        earlier = first.setdefault((opinion.about, opinion.received, opinion.summary), opinion)
        if earlier is not opinion:
            message = f"这条意见和第 {earlier.where.line} 行的一样。"
            yield Finding(opinion.where_is("summary"), "listed-twice", message)


def _about(
    said: Opinion | Withdrawal, disclosure: Disclosure, report: Report, known: set[str]
) -> Iterator[Finding]:
    """What it is about; an item that was published and the ledger has no more was told there."""
    unsure = disclosure.unsure(split_name(said.about).metric, report.ledger_path)
    gone = report.published and (f"ledger/{said.about}", "history") in report.published.entries
    if said.about in known or unsure or gone:
        return
    if said.about in report.by_metric:
        figures = [item.reference for item in report.by_metric[said.about]]
        message = f"“{said.about}”有分类的要写分类，时期一定要写：{'、'.join(figures)}。"
        yield Finding(said.where_is("about"), "opinion-about", message)
    else:
        message = f"没有“{said.about}”这个数值、标题或台账里的问题。"
        yield Finding(said.where_is("about"), "opinion-about", message, nearest(said.about, known))


def _dates(opinion: Opinion, disclosure: Disclosure, report: Report) -> Iterator[Finding]:
    if opinion.answered < opinion.received:
        message = f"答复的日期 {opinion.answered} 早于收到的日期 {opinion.received}。"
        yield Finding(opinion.where_is("answered"), "ledger-order", message)
    elif opinion.answered > report.as_of and not disclosure.unsure():  # else the latest date may be unread
        field = "received" if opinion.received > report.as_of else "answered"
        message = f"{getattr(opinion, field)} 晚于数据核定的日期 {report.as_of}（report.yml 的 as_of）。"
        yield Finding(opinion.where_is(field), "ledger-order", message)


def check_notice(report: Report) -> Iterator[Finding]:
    """A notice closes after it opens, is signed before that, and names a way to answer it."""
    notice = report.record.notice
    if notice is None:
        return
    if notice.closes < notice.opens:
        message = f"公示结束的日期 {notice.closes} 早于开始的日期 {notice.opens}。"
        yield Finding(notice.where_is("closes"), "ledger-order", message)
    elif notice.closes < notice.date:
        message = f"公示落款的日期 {notice.date} 晚于结束的日期 {notice.closes}。"
        yield Finding(notice.where_is("date"), "ledger-order", message)
    yield from _extensions(notice, report)
    if not (notice.address or notice.telephone or notice.email):
        yield Finding(notice.where, "no-channel", "公示没有写地址、电话或者邮箱，意见送不到。")


def _extensions(notice: Notice, report: Report) -> Iterator[Finding]:
    """Each extension goes on from the end before it, to a later day, and was decided by the data's date."""
    until = notice.closes
    for extension in notice.extended:
        if extension.old != until:
            message = f"这次写原来公示到 {extension.old}，此前公示到 {until}，接不上。"
            yield Finding(extension.where_is("old"), "ledger-order", message)
        if extension.new <= extension.old:
            message = f"公示只能延长：原来到 {extension.old}，写的是到 {extension.new}。"
            yield Finding(extension.where_is("new"), "ledger-order", message)
        if not notice.date <= extension.date <= report.as_of:
            message = (
                f"决定延长的日期 {extension.date}，应当在公示的落款和数据核定的日期（{report.as_of}）之间。"
            )
            yield Finding(extension.where_is("date"), "ledger-order", message)
        until = extension.new
