"""What the theme puts around a page: names, notices, navigation, labels, the publisher's fields."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from disclosure.pages.meta_tags import labels
from disclosure.pages.page_meta import HOME, Head, Link
from disclosure.render.qr import qr
from disclosure.report import addresses
from disclosure.report.book import section_address

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from markupsafe import Markup

    from disclosure.analysis.analysis import Analysis
    from disclosure.facts.disclosure import Report
    from disclosure.facts.records import Publisher
    from disclosure.pages.sharing.cards import Card


@dataclass(frozen=True, slots=True)
class Entry:
    """A link of the navigation, relative to the page."""

    label: str
    href: str
    current: bool


@dataclass(frozen=True, slots=True)
class Shell:
    """All that the theme's templates print around the page's own HTML."""

    head: Head
    publisher: Publisher
    title: str
    """The whole title of the browser's tab."""
    notice: str | None
    """The sentence that every page of a site without authorisation bears."""
    main: tuple[Entry, ...]
    contents: tuple[Entry, ...]
    """The sections of the report that the page belongs to."""
    contents_title: str
    years: tuple[Entry, ...]
    """The same place in the reports of other years."""
    crumbs: tuple[Entry, ...]
    labels: tuple[tuple[str, str], ...]
    canonical: str | None
    picture: Card | None
    """What stands for the page where it is shared; only where its own address is known."""
    code: Markup | None
    """The QR code of the page's address, for paper; only where that is known."""
    search: str
    newest: str | None
    """The year of the newest report."""
    assets: Mapping[str, str]
    """Name of an asset → link to its published file."""
    contact: tuple[tuple[str, str], ...]
    telephone: str | None
    email: str | None
    records: tuple[tuple[str, str], ...]
    links: tuple[tuple[str, str], ...]


def notice(publisher: Publisher) -> str | None:
    """示例站点 …, until the publisher has authorised the site."""
    return None if publisher.authorised else f"示例站点，非{publisher.place}人民政府网站"


def shell(analysis: Analysis, head: Head, assets: Mapping[str, str], *, picture: Card | None = None) -> Shell:
    """The shell of one page; ``assets`` maps names to addresses within the site."""
    publisher = analysis.disclosure.publisher
    report = analysis.disclosure.report(head.year) if head.year else None
    canonical = f"{publisher.address}{head.path.removesuffix('index.html')}" if publisher.address else None

    def href(target: str) -> str:
        return addresses.relative(target, head.path, publisher.root)

    def entry(link: Link) -> Entry:
        return Entry(link.label, href(link.target), link.target == head.path)

    contact, listed = publisher.contact, publisher.links
    return Shell(
        head=head,
        publisher=publisher,
        title=_title(head, publisher),
        notice=notice(publisher),
        main=tuple(map(entry, _main(analysis))),
        contents=tuple(map(entry, _contents(analysis, head))) if head.year and head.kind != "sheet" else (),
        contents_title=report.record.name if report else "",
        years=tuple(map(entry, _years(analysis, head))),
        crumbs=tuple(map(entry, head.crumbs)),
        labels=tuple(labels(head, publisher, report=report, address=canonical)),
        canonical=canonical if head.kind != "error" else None,
        picture=picture,
        code=qr(canonical) if canonical and head.kind != "error" else None,
        search=href(addresses.SEARCH),
        newest=analysis.book.reports[0].year if analysis.book.reports else None,
        assets={name: href(target) for name, target in assets.items()},
        contact=_filled(
            ("受理科室", contact.office),
            ("地址", contact.address),
            ("邮编", contact.postcode),
        ),
        telephone=contact.telephone,
        email=contact.email,
        records=_filled(
            ("主办单位", publisher.organiser),
            ("网站标识码", publisher.site_code),
            ("ICP备案号", publisher.icp),
            ("公安备案号", publisher.police),
        ),
        links=tuple((link.label, link.address) for link in listed),
    )


def _title(head: Head, publisher: Publisher) -> str:
    """Names the page, its report's year where its own name does not, and the site."""
    if head.kind == "home":
        return publisher.site_title
    year = f"（{head.year}年报告）" if head.year and head.year not in head.title else ""
    return f"{head.title}{year} - {publisher.site_title}"


def _main(analysis: Analysis) -> list[Link]:
    links = [HOME]
    links += [
        Link(f"{report.year}年报告", addresses.report(report.year)) for report in analysis.book.reports[:1]
    ]
    links += [Link("全部指标", addresses.METRICS), Link("标准对照", addresses.STANDARDS)]
    ledger = "整改台账" if analysis.ledger else "问题与措施"
    links.append(Link(ledger, addresses.LEDGER))
    # A column with nothing in it would stand blank.
    if analysis.corrected:
        links.append(Link("更正和修订", addresses.CORRECTIONS))
    if analysis.book.opinions or analysis.book.withdrawn:
        links.append(Link("意见和答复", addresses.OPINIONS))
    if analysis.disclosure.bodies:
        links.append(Link("部门街镇", addresses.BODIES))
    links += [
        Link(analysis.book.title(section), section_address(section))
        for section in analysis.book.site_sections
        if "order" in section.markdown.front  # every page bears these links: only the chosen few
    ]
    return [*links, Link("网站地图", addresses.SITEMAP)]


def _years(analysis: Analysis, head: Head) -> Iterator[Link]:
    """Where a page of one report has its counterparts in each other one; else that report.

    An area that took in several, or was parted, leads to each of them by its name.
    """
    here = analysis.disclosure.report(head.year) if head.year else None
    for other in analysis.book.reports if here else ():
        if here and other is not here:
            found = _counterparts(analysis, head, here, other)
            for name, target in found:
                yield Link(f"{other.year}年{f'（{name}）' if len(found) > 1 else ''}", target)


def _counterparts(analysis: Analysis, head: Head, here: Report, other: Report) -> list[tuple[str, str]]:
    """The names and addresses of what corresponds to a page: at least one, and several only of areas."""
    if head.kind == "ledger":
        return [("", addresses.ledger(other.year))]
    if head.kind == "sheet":
        return [("", (addresses.ledger_table if other.ledger else addresses.ledger)(other.year))]
    if head.kind == "board":
        return [("", addresses.board(other.year))]
    if head.kind == "changes" and other is not analysis.book.reports[-1]:
        return [("", addresses.changes(other.year))]
    own = head.path.split("/")[-2]
    areas = {area.id: area.short for area in here.counterparts(own, other)}
    found = [
        (short, addresses.section(other.year, name))
        for name, short in (areas or {own: ""}).items()
        if f"{other.year}/{name}.md" in analysis.book.sections
    ]
    return found or [("", addresses.report(other.year))]


def _contents(analysis: Analysis, head: Head) -> list[Link]:
    """The sections of a page's report: places in the whole report for its reader, else pages."""
    year = head.year or ""
    whole = Link("报告全文", addresses.report(year))
    placed = f"{whole.target}#" if head.kind == "report" else None
    return [
        whole,
        *(
            Link(
                analysis.book.title(part),
                f"{placed}{part.headings[0].anchor}" if placed else section_address(part),
            )
            for part in analysis.book.parts(year)
            if part.headings
        ),
    ]


def _filled(*fields: tuple[str, str | None]) -> tuple[tuple[str, str], ...]:
    return tuple((label, value) for label, value in fields if value)
