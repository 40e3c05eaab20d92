"""One site in memory: from the files of a project to findings and finished pages.

First facts and Markdown are read and checked, then the Markdown is rendered and checked again. Pages
exist only if there are no errors.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cached_property, partial
from pathlib import Path
from posixpath import dirname, normpath

from disclosure.analysis.analysis import Analysis
from disclosure.checks.runner import run_checks
from disclosure.checks.site.composition import check_addresses
from disclosure.checks.site.fidelity import check_official_words
from disclosure.checks.site.finished_page import Chunks, FinishedPage, official_words
from disclosure.checks.site.links import check_links
from disclosure.exports.formats import Exports, export
from disclosure.facts import subjects
from disclosure.facts.disclosure import Disclosure
from disclosure.facts.loading import load
from disclosure.facts.text_file import line_at
from disclosure.findings import Finding, errors, independent, listing
from disclosure.pages import generated_pages, section_page
from disclosure.pages.blocks import block
from disclosure.pages.page import Page, PageMeta
from disclosure.pages.sharing.cards import Card, cards
from disclosure.pages.shell import shell
from disclosure.publish.assets import hashed, lean
from disclosure.register.register import Register
from disclosure.render.macros import TokenisedMarkdown, insert_tokens, replace_tokens
from disclosure.render.markdown import Renderer
from disclosure.render.no_break import nowrap
from disclosure.render.safety import unsafe_html
from disclosure.render.sentences import Sentence, number_sentences
from disclosure.render.templates import render_figure, render_page
from disclosure.report import addresses
from disclosure.report.binding import Section
from disclosure.report.book import Book, section_address
from disclosure.report.loading import DOCS, load_sections
from disclosure.report.locating import Locator
from disclosure.search.files import encoded, search_files
from disclosure.text.macros import OPTIONAL


class Site:
    """The content of a project's files, the findings about it, and the pages made from it."""

    def __init__(self, root: Path, docs: str = DOCS) -> None:
        """Reads and checks facts and Markdown, the latter from the directory ``docs`` below ``root``."""
        self.root = root
        disclosure, self._found = load(root)
        sections, self.media, found = load_sections(root, disclosure, docs)
        self._found += found
        self.book = Book(disclosure, sections, docs)
        self.analysis = Analysis(self.book)
        self.register = Register(self.analysis)
        self._generated = {
            page.meta.path: page
            for page in generated_pages(self.analysis, lambda: self.exports, self.register)
        }
        self._words: dict[str, str] = {}
        self._sentences: dict[str, tuple[Sentence, ...]] = {}
        self._locator = Locator(self.book)
        self._found += check_addresses(self.book, self._generated)
        self._found += run_checks(self.register, tuple(self._found))

    # Content

    @property
    def disclosure(self) -> Disclosure:
        """The facts."""
        return self.book.disclosure

    @cached_property
    def sections(self) -> Mapping[str, Section]:
        """The sections by address of their page."""
        return {section_address(section): section for section in self.book.sections.values()}

    @property
    def addresses(self) -> tuple[str, ...]:
        """The addresses of all pages: section pages first, then generated ones."""
        return tuple(dict.fromkeys((*self.sections, *self._generated)))

    @cached_property
    def pages(self) -> Mapping[str, Page]:
        """Every page by address: section pages first, then generated ones."""
        return {
            address: section_page(self.analysis, section) for address, section in self.sections.items()
        } | self._generated

    @cached_property
    def metas(self) -> Mapping[str, PageMeta]:
        """The meta of every page, by address."""
        return {address: page.meta for address, page in self.pages.items()}

    @cached_property
    def cards(self) -> Mapping[str, Card]:
        """The share pictures by address of the page; empty while the site has no address."""
        return cards(self.analysis, self.metas)

    @cached_property
    def exports(self) -> Exports:
        """The facts as data: tables, and files to download."""
        return export(self.analysis)

    def search_files(self) -> Mapping[str, tuple[str, bytes]]:
        """Address and content of the search's files by name, once the Markdown is rendered."""

        def publish(name: str, text: str) -> tuple[str, bytes]:
            content = encoded(text) if name.endswith(".json") else lean(name, text).encode()
            return hashed(name, content), content

        return search_files(self.analysis, self.metas, self._sentences, publish=publish)

    # Rendering

    def render(self, renderer: Renderer) -> None:
        """Renders every section and adds the findings about it."""
        sound = not errors(self._found)  # otherwise facts may be missing
        targets = self._targets(sound=sound)
        for path, section in self.book.sections.items():
            others = self.book.others(section)
            expanded = insert_tokens(
                section,
                others,
                depths=self.book.depths(section),
                lacks=[page for page in OPTIONAL if f"{page}/index.html" not in self._generated],
            )
            html, broken = renderer.render(expanded.markdown, path, targets)
            parts = [
                part.markdown for part in (section, *(others.values() if section.name == "index" else ()))
            ]
            self._found += unsafe_html(html, *parts, official=section.year is not None)
            # Downloads exist only without errors; until then links to them can't be checked.
            self._found += self._broken_links(path, (link for link in broken if sound or "data/" not in link))
            self._settle(section, html, expanded, sound=sound)

    def _targets(self, *, sound: bool) -> Mapping[str, str]:
        """The addresses that a link in Markdown may name: sections, generated pages, media and downloads.

        ``report/index.md`` is that of the newest report, whatever its year.
        """
        sections = {path: section_address(section) for path, section in self.book.sections.items()}
        newest = self.disclosure.reports[0].year if self.disclosure.reports else None
        return (
            {f"{address.removesuffix('.html')}.md": address for address in self._generated}
            | sections
            | {f"report{path[4:]}": address for path, address in sections.items() if path[:4] == newest}
            | {path: path for path in self.media}
            | ({file.address: file.address for file in self.exports.downloads} if sound else {})
        )

    def _broken_links(self, path: str, broken: Iterable[str]) -> Iterator[Finding]:
        for link in broken:
            where = self._locator.locate(section_address(self.book.sections[path]), link)
            message = f"链接 {link} 指向的页面、文件或位置不存在。"
            because = subjects.page(normpath(f"{dirname(path)}/{link.partition('#')[0]}"))
            if "&" in link:  # an obfuscated address may be one that is refused
                because |= {where.whole_line}
            yield Finding(where, "broken-link", message, because=because)

    def _settle(self, section: Section, html: str, expanded: TokenisedMarkdown, *, sound: bool) -> None:
        """Inserts figures and blocks, and numbers the sentences."""
        address, official = section_address(section), section.year is not None
        words, findings = replace_tokens(
            html,
            expanded,
            inline=lambda figure: render_figure(self.book, figure, address),
            block=lambda call: block(self.analysis, section.year, call, address) if sound else "",
            official=official,
        )
        self._found += findings
        if address != addresses.HOME:
            words, self._sentences[address] = number_sentences(words, official=official)
        self._words[address] = words

    @cached_property
    def official_words(self) -> Mapping[str, Chunks]:
        """The official words of every section page as rendered, by address."""
        return {address: official_words(html) for address, html in self._words.items()}

    def body(self, address: str) -> str:
        """The HTML of the page at ``address``, without the shell."""
        return nowrap(self.pages[address].body(self.analysis, self._words.get(address, "")))

    def finished(self, theme: Path, assets: Mapping[str, str]) -> Iterator[tuple[str, str]]:
        """The address and the HTML of every page; ``assets`` are addresses of files by name."""
        default, head = self.cards.get(addresses.HOME), self.register.line.head
        for address, meta in self.metas.items():
            picture = self.cards.get(address) or default
            around = shell(self.analysis, meta, assets, register=head, picture=picture)
            yield address, render_page(theme, shell=around, body=self.body(address))

    # Findings

    @property
    def findings(self) -> list[Finding]:
        """The findings so far, without consequences of others."""
        return independent(self._found)

    def review(self, besides: Iterable[Finding] = ()) -> list[Finding]:
        """All findings after rendering; ``besides`` are the host's own."""
        self._found += (*besides, *check_official_words(self.book, self.official_words))
        return self.findings

    def inspect(self, pages: Mapping[str, FinishedPage], files: Collection[str]) -> list[Finding]:
        """All findings about the finished pages, too; ``files`` are the addresses of all published files."""
        root = self.disclosure.publisher.root
        self._found += check_links(pages, files, locate=self._locator.locate, root=root)
        self._found += check_official_words(
            self.book, {address: page.official for address, page in pages.items()}
        )
        return self.findings

    def listing(self, findings: Iterable[Finding]) -> str:
        """Findings as text, with their source lines."""
        return listing(findings, partial(line_at, self.root))
