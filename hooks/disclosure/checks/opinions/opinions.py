"""Checks of published opinions, and of the notice that asks for them."""

from collections.abc import Iterator, Sequence
from datetime import date

from disclosure.analysis.analysis import Analysis
from disclosure.checks.privacy.patterns import private
from disclosure.checks.registry import ALL_DATES, report_check
from disclosure.facts import subjects
from disclosure.facts.disclosure import Report
from disclosure.facts.figure_name import split_name
from disclosure.facts.opinions import Notice, Opinion, Withdrawal
from disclosure.findings import Finding, nearest, where_true
from disclosure.report.book import Book


def known(book: Book, report: Report) -> set[str]:
    """The names that an opinion may be about; a metric without a period is not enough."""
    sections = [section for section in book.own(report.year) if section.name != "index"]
    return {
        *(observation.reference for observation in report.observations),
        *(heading.anchor for section in sections for heading in section.headings),
        *(section.name for section in sections),
        *(report.ledger.items if report.ledger else ()),
    }


def depends_on(name: str, report: Report) -> frozenset[str]:
    """The subjects that must be known before an opinion's ``name`` may be called unknown."""
    return frozenset(
        {
            *subjects.anchors(f"*/{report.year}/*.md*"),
            *subjects.values(split_name(name).metric, report.year),
            subjects.METRIC_FILES,
            report.ledger_path,
        }
    )


@report_check()
def check_opinions(analysis: Analysis, report: Report) -> Iterator[Finding]:
    """Published opinions need consent, must not identify their author, and need a subject that exists."""
    opinions, about = report.opinions, known(analysis.book, report)
    if opinions is None:
        return
    if not (opinions.items or opinions.withdrawn):
        yield Finding(opinions.where, "missing-field", "里面没有意见；没有要公开的，就不要这个文件。")
    for gone in opinions.withdrawn:
        yield from private(gone.reason, gone.where_is("reason"))
        yield from _about(gone, report, about)
        yield from _dates(gone, "date", "撤下", report)
    yield from _repeated(opinions.items)
    for opinion in opinions.items:
        for field in ("summary", "handling"):
            yield from private(getattr(opinion, field), opinion.where_is(field))
        if opinions.publish == "公开" and opinion.consent != "已同意公开":
            yield Finding(opinion.where_is("consent"), "opinion-consent", "提意见的人没有同意公开。")
        yield from _about(opinion, report, about)
        yield from _dates(opinion, "answered", "答复", report)


def _repeated(items: Sequence[Opinion]) -> Iterator[Finding]:
    """Opinions with the same subject, date and words: probably an entry copied twice."""
    first: dict[tuple[str, date, str], Opinion] = {}
    for opinion in items:
        earlier = first.setdefault((opinion.about, opinion.received, opinion.summary), opinion)
        if earlier is not opinion:
            yield Finding(
                opinion.where_is("summary"), "listed-twice", f"这条意见和第 {earlier.where.line} 行的一样。"
            )


def _about(opinion: Opinion | Withdrawal, report: Report, known: set[str]) -> Iterator[Finding]:
    """The subject must exist; a published ledger item that is gone has another finding."""
    about = opinion.about
    gone = report.published and (f"ledger/{about}", "history") in report.published.entries
    if about not in known and not gone:
        figures = "、".join(observation.reference for observation in report.by_metric.get(about, ()))
        partial = f"“{about}”有分类的要写分类，时期一定要写：{figures}。"
        yield Finding(
            opinion.where_is("about"),
            "opinion-about",
            partial if figures else f"没有“{about}”这个数值、标题或台账里的问题。",
            None if figures else nearest(about, known),
            because=depends_on(about, report),
        )


def _dates(opinion: Opinion | Withdrawal, field: str, action: str, report: Report) -> Iterator[Finding]:
    """The date of an action on an opinion can't be before its receipt or after the date of the data."""
    day: date = getattr(opinion, field)
    if day < opinion.received:
        yield Finding(
            opinion.where_is(field),
            "ledger-order",
            f"{action}的日期 {day} 早于收到的日期 {opinion.received}。",
        )
    elif day > report.as_of:
        first = "received" if opinion.received > report.as_of else field
        yield Finding(
            opinion.where_is(first),
            "ledger-order",
            f"{getattr(opinion, first)} 晚于数据核定的日期 {report.as_of}（report.yml 的 as_of）。",
            because=ALL_DATES,
        )


@report_check()
def check_notice(_analysis: Analysis, report: Report) -> Iterator[Finding]:
    """A notice must close after it opens and is signed, and give a way to answer."""
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
    """Each extension must start from the previous end, end later, and be decided by the data's date."""
    until = notice.closes
    for extension in notice.extended:
        apart = f"这次写原来公示到 {extension.old}，此前公示到 {until}，接不上。"
        shorter = f"公示只能延长：原来到 {extension.old}，写的是到 {extension.new}。"
        day = f"决定延长的日期 {extension.date}，应当在公示的落款和数据核定的日期（{report.as_of}）之间。"
        yield from where_true(
            (extension.old != until, Finding(extension.where_is("old"), "ledger-order", apart)),
            (extension.new <= extension.old, Finding(extension.where_is("new"), "ledger-order", shorter)),
            (
                not notice.date <= extension.date <= report.as_of,
                Finding(extension.where_is("date"), "ledger-order", day, because=ALL_DATES),
            ),
        )
        until = extension.new
