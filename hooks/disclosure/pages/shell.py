"""The shell around a page: names, disclaimer, navigation, meta tags, the publisher's fields."""

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from disclosure.analysis.analysis import Analysis
from disclosure.facts.disclosure import Report
from disclosure.facts.records import Publisher
from disclosure.pages.page import HOME, Link, PageMeta, report_link
from disclosure.pages.sharing.cards import Card
from disclosure.render.qr import qr
from disclosure.report import addresses
from disclosure.report.book import Book, section_address

_OFFICIAL = frozenset({"report", "area", "section"})
"""The kinds of page with official words."""


@dataclass(frozen=True, slots=True)
class ShellLink:
    """A link of the navigation, relative to the page."""

    label: str
    href: str
    current: bool


@dataclass(frozen=True, slots=True)
class Shell:
    """Everything that the theme's templates print around the page's own HTML."""

    meta: PageMeta
    publisher: Publisher
    title: str
    """The full title, for the browser's tab."""
    main: tuple[ShellLink, ...]
    contents: tuple[ShellLink, ...]
    """The sections of the report that the page belongs to."""
    contents_title: str
    years: tuple[ShellLink, ...]
    """Links to the same page for other years."""
    crumbs: tuple[ShellLink, ...]
    meta_tags: tuple[tuple[str, str], ...]
    canonical: str | None
    picture: Card | None
    """The share picture; ``None`` if the site's address is unknown."""
    code: Markup | None
    """The QR code of the page's address, for print; ``None`` if the address is unknown."""
    search: str
    newest: str | None
    """The year of the newest report."""
    assets: Mapping[str, str]
    """Links to the published assets, by name."""
    register: str
    """The head of the register's chain, with which a printed page can be compared with the data."""


def shell(
    analysis: Analysis,
    meta: PageMeta,
    assets: Mapping[str, str],
    *,
    register: str,
    picture: Card | None = None,
) -> Shell:
    """The shell of one page; ``assets`` maps names to addresses within the site."""
    publisher = analysis.disclosure.publisher
    report = analysis.disclosure.report(meta.year) if meta.year else None
    canonical = f"{publisher.address}{meta.path.removesuffix('index.html')}" if publisher.address else None

    def href(target: str) -> str:
        return addresses.relative(target, meta.path, publisher.root)

    def shell_link(link: Link) -> ShellLink:
        return ShellLink(link.label, href(link.target), link.target == meta.path)

    return Shell(
        meta=meta,
        publisher=publisher,
        title=_title(meta, publisher),
        main=tuple(map(shell_link, _main(analysis))),
        contents=tuple(map(shell_link, _contents(analysis, meta)))
        if meta.year and meta.kind != "sheet"
        else (),
        contents_title=report.record.name if report else "",
        years=tuple(map(shell_link, _years(analysis, meta))),
        crumbs=tuple(map(shell_link, meta.crumbs)),
        meta_tags=meta_tags(meta, publisher, report=report, address=canonical),
        canonical=canonical if meta.kind != "error" else None,
        picture=picture,
        code=qr(canonical) if canonical and meta.kind != "error" else None,
        search=href(addresses.SEARCH),
        newest=analysis.book.reports[0].year if analysis.book.reports else None,
        assets={name: href(target) for name, target in assets.items()},
        register=register,
    )


def meta_tags(
    meta: PageMeta, publisher: Publisher, *, report: Report | None, address: str | None
) -> tuple[tuple[str, str], ...]:
    """Names and values of the ``meta`` tags that inspections of government sites read, in customary order.

    Names and groups are those of column and content pages of government portals; tags without a
    configured value are left out. Dates come from the report's record, never from the time of the build.
    Pages that the site adds have neither date nor source, so those tags are left out there.
    """
    official = report.record if report and meta.kind in _OFFICIAL else None
    tags: list[tuple[str, str | None]] = [
        ("SiteName", publisher.site_title),
        ("SiteDomain", publisher.domain),
        ("SiteIDCode", publisher.site_code),
    ]
    if meta.column:
        tags += [
            ("ColumnName", meta.title),
            ("ColumnDescription", meta.description),
            ("ColumnKeywords", ",".join((publisher.place, *publisher.keywords))),
            ("ColumnType", meta.column),
        ]
    elif meta.kind != "error":
        tags += [
            ("ArticleTitle", official.title if official and meta.kind == "report" else meta.title),
            ("PubDate", official.published if official else None),
            ("ContentSource", official.issuer if official else None),
            ("Description", meta.description),
            ("Url", address),
        ]
    return tuple((name, value) for name, value in tags if value)


def _title(meta: PageMeta, publisher: Publisher) -> str:
    """The full title: the page, the year of its report unless the page's title has it, and the site."""
    if meta.kind == "home":
        return publisher.site_title
    year = f"（{meta.year}年报告）" if meta.year and meta.year not in meta.title else ""
    return f"{meta.title}{year} - {publisher.site_title}"


def _main(analysis: Analysis) -> list[Link]:
    """The links of the main navigation, without pages that have no content."""
    book = analysis.book
    return [
        HOME,
        *(report_link(report.year) for report in book.reports[:1]),
        Link("全部指标", addresses.METRICS),
        Link("标准对照", addresses.STANDARDS),
        *(Link(name, addresses.LEDGER) for name in _ledger_name(book)),
        *([Link("更正和修订", addresses.CORRECTIONS)] if analysis.corrected else ()),
        *([Link("意见和答复", addresses.OPINIONS)] if book.opinions or book.withdrawn else ()),
        *([Link("部门街镇", addresses.BODIES)] if analysis.disclosure.bodies else ()),
        *(
            Link(book.title(section), section_address(section))
            for section in book.site_sections
            if "order" in section.markdown.front  # only those with an order, since every page has these links
        ),
        Link("网站地图", addresses.SITEMAP),
    ]


def _ledger_name(book: Book) -> list[str]:
    """The newest ledger's name in the navigation, or that of the page that stands in for it, if any."""
    names = ("整改台账" if report.ledger else book.stand_in(report) for report in book.reports[:1])
    return [name.removesuffix("对照") for name in names if name]


def _years(analysis: Analysis, meta: PageMeta) -> list[Link]:
    """Links to the page's counterparts in the reports of other years, else to those reports.

    An area that merges several, or was split, has a link to each of them by name.
    """
    here = analysis.disclosure.report(meta.year) if meta.year else None
    if here is None:
        return []
    others = [other for other in analysis.book.reports if other is not here]
    return [
        Link(f"{other.year}年{f'（{name}）' if len(found) > 1 else ''}", target)
        for other, found in ((other, _counterparts(analysis, meta, here, other)) for other in others)
        for name, target in found
    ]


def _counterparts(analysis: Analysis, meta: PageMeta, here: Report, other: Report) -> list[tuple[str, str]]:
    """Names and addresses of a page's counterparts: at least one; several only for areas."""
    if target := meta.counterpart(other):
        return [("", target)]
    area_id = meta.path.split("/")[-2]
    areas = {area.id: area.short for area in here.counterparts(area_id, other)}
    found = [
        (short, addresses.section(other.year, name))
        for name, short in (areas or {area_id: ""}).items()
        if f"{other.year}/{name}.md" in analysis.book.sections
    ]
    return found or [("", addresses.report(other.year))]


def _contents(analysis: Analysis, meta: PageMeta) -> list[Link]:
    """The sections of the page's report: anchors on the one-page report, pages elsewhere."""
    year = meta.year or ""
    full_text = Link("报告全文", addresses.report(year))
    placed = f"{full_text.target}#" if meta.kind == "report" else None
    return [
        full_text,
        *(
            Link(
                analysis.book.title(part),
                f"{placed}{part.headings[0].anchor}" if placed else section_address(part),
            )
            for part in analysis.book.parts(year)
            if part.headings
        ),
    ]
