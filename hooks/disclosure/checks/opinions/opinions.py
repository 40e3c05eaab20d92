"""What is published of the public's opinions, and the notice that asks for them."""

from collections.abc import Iterator, Sequence
from datetime import date

from disclosure.analysis.analysis import Analysis
from disclosure.checks.privacy.patterns import private
from disclosure.checks.registry import ALL_DATES, report_check
from disclosure.facts import subjects
from disclosure.facts.disclosure import PROBLEM_SECTIONS, Report
from disclosure.facts.figure_name import split_name
from disclosure.facts.opinions import Notice, Opinion, Withdrawal
from disclosure.findings import Finding, nearest
from disclosure.report.book import Book


def known(book: Book, report: Report) -> set[str]:
    """What an opinion may be about; a metric alone does not say which of its figures."""
    ledger = report.ledger.items if report.ledger else {}
    figures = {item.reference for item in report.observations}
    headings = {anchor for part in book.passages[report.year].values() for anchor in part}
    return {*figures, *headings, *report.scheme.areas, *PROBLEM_SECTIONS, *ledger}


def depends_on(name: str, report: Report) -> frozenset[str]:
    """The subjects that have to be known to say that an opinion can't be about ``name``."""
    headings = subjects.anchors(*(f"*/{report.year}/{section}.md" for section in PROBLEM_SECTIONS))
    figures = subjects.values(split_name(name).metric, report.year)
    return headings | figures | {subjects.METRIC_FILES, report.ledger_path}


@report_check()
def check_opinions(analysis: Analysis, report: Report) -> Iterator[Finding]:
    """Opinions may be published only with consent, without a trace of who gave them, about something here."""
    opinions, about = report.opinions, known(analysis.book, report)
    if opinions is None:
        return
    if not (opinions.items or opinions.withdrawn):
        yield Finding(opinions.where, "missing-field", "里面没有意见；没有要公开的，就不要这个文件。")
    for gone in opinions.withdrawn:
        yield from private(gone.reason, gone.where_is("reason"))
        yield from _about(gone, report, about)
        if gone.date < gone.received:
            yield Finding(
                gone.where_is("date"),
                "ledger-order",
                f"撤下的日期 {gone.date} 早于收到的日期 {gone.received}。",
            )
        elif gone.date > report.as_of:
            yield Finding(
                gone.where_is("date"),
                "ledger-order",
                f"{gone.date} 晚于数据核定的日期 {report.as_of}（report.yml 的 as_of）。",
                because=ALL_DATES,
            )
    yield from _repeated(opinions.items)
    for opinion in opinions.items:
        for field in ("summary", "handling"):
            yield from private(getattr(opinion, field), opinion.where_is(field))
        if opinions.publish == "公开" and opinion.consent != "已同意公开":
            yield Finding(opinion.where_is("consent"), "opinion-consent", "提意见的人没有同意公开。")
        yield from _about(opinion, report, about)
        yield from _dates(opinion, report)


def _repeated(items: Sequence[Opinion]) -> Iterator[Finding]:
    """The same words about the same thing, received on one day: somebody copied an entry."""
    first: dict[tuple[str, date, str], Opinion] = {}
    for opinion in items:
        earlier = first.setdefault((opinion.about, opinion.received, opinion.summary), opinion)
        if earlier is not opinion:
            yield Finding(
                opinion.where_is("summary"), "listed-twice", f"这条意见和第 {earlier.where.line} 行的一样。"
            )


def _about(said: Opinion | Withdrawal, report: Report, known: set[str]) -> Iterator[Finding]:
    """What it is about; an item that was published and the ledger has no more was told there."""
    gone = report.published and (f"ledger/{said.about}", "history") in report.published.entries
    because = depends_on(said.about, report)
    if said.about in known or gone:
        return
    if said.about in report.by_metric:
        figures = [item.reference for item in report.by_metric[said.about]]
        yield Finding(
            said.where_is("about"),
            "opinion-about",
            f"“{said.about}”有分类的要写分类，时期一定要写：{'、'.join(figures)}。",
            because=because,
        )
    else:
        yield Finding(
            said.where_is("about"),
            "opinion-about",
            f"没有“{said.about}”这个数值、标题或台账里的问题。",
            nearest(said.about, known),
            because=because,
        )


def _dates(opinion: Opinion, report: Report) -> Iterator[Finding]:
    if opinion.answered < opinion.received:
        yield Finding(
            opinion.where_is("answered"),
            "ledger-order",
            f"答复的日期 {opinion.answered} 早于收到的日期 {opinion.received}。",
        )
    elif opinion.answered > report.as_of:
        field = "received" if opinion.received > report.as_of else "answered"
        yield Finding(
            opinion.where_is(field),
            "ledger-order",
            f"{getattr(opinion, field)} 晚于数据核定的日期 {report.as_of}（report.yml 的 as_of）。",
            because=ALL_DATES,
        )


@report_check()
def check_notice(_analysis: Analysis, report: Report) -> Iterator[Finding]:
    """A notice closes after it opens, is signed before that, and names a way to answer it."""
    notice = report.record.notice
    if notice is None:
        return
    if notice.closes < notice.opens:
        yield Finding(
            notice.where_is("closes"),
            "ledger-order",
            f"公示结束的日期 {notice.closes} 早于开始的日期 {notice.opens}。",
        )
    elif notice.closes < notice.date:
        yield Finding(
            notice.where_is("date"),
            "ledger-order",
            f"公示落款的日期 {notice.date} 晚于结束的日期 {notice.closes}。",
        )
    yield from _extensions(notice, report)
    if not (notice.address or notice.telephone or notice.email):
        yield Finding(notice.where, "no-channel", "公示没有写地址、电话或者邮箱，意见送不到。")


def _extensions(notice: Notice, report: Report) -> Iterator[Finding]:
    """Each extension goes on from the end before it, to a later day, and was decided by the data's date."""
    until = notice.closes
    for extension in notice.extended:
        if extension.old != until:
            yield Finding(
                extension.where_is("old"),
                "ledger-order",
                f"这次写原来公示到 {extension.old}，此前公示到 {until}，接不上。",
            )
        if extension.new <= extension.old:
            yield Finding(
                extension.where_is("new"),
                "ledger-order",
                f"公示只能延长：原来到 {extension.old}，写的是到 {extension.new}。",
            )
        if not notice.date <= extension.date <= report.as_of:
            yield Finding(
                extension.where_is("date"),
                "ledger-order",
                f"决定延长的日期 {extension.date}，应当在公示的落款和数据核定的日期（{report.as_of}）之间。",
                because=ALL_DATES,
            )
        until = extension.new
