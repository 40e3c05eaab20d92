"""The front door of the house: from the project's root to pages, and from finished pages to findings.

One ``Publication`` serves one build. The host brings Markdown through it twice, before and after
rendering, asks it for the pages that no one writes, and lets it look over the finished site.
"""

from __future__ import annotations

import re
from functools import cached_property, partial
from typing import TYPE_CHECKING

from disclosure.analysis.analysis import Analysis
from disclosure.analysis.revisions import published
from disclosure.analysis.seals import neighbours, seals
from disclosure.checks.opinions.offices import check_body_names
from disclosure.checks.runner import check_reckoning
from disclosure.checks.site.composition import check_composition
from disclosure.checks.site.fidelity import Official, Printed, check_fidelity
from disclosure.checks.site.finished_page import FinishedPage, read, read_stage
from disclosure.checks.site.links import check_links
from disclosure.checks.site.publisher import check_publisher
from disclosure.checks.site.quotes import check_quotes
from disclosure.exports.formats import Exports, export
from disclosure.facts.loading import load
from disclosure.facts.lock import write_lock
from disclosure.facts.text_file import read_text
from disclosure.findings import Finding, Where, errors, one_per_slip, report
from disclosure.pages import generated_pages, section_page
from disclosure.pages.blocks import block
from disclosure.pages.sharing.cards import Card, cards
from disclosure.pages.shell import Shell, shell
from disclosure.publish.assets import hashed, lean
from disclosure.render.macros import TokenisedMarkdown, insert_tokens, replace_tokens
from disclosure.render.no_break import nowrap
from disclosure.render.safety import unsafe_html
from disclosure.render.sentences import Sentence, number_sentences
from disclosure.render.templates import render_figure
from disclosure.report import addresses
from disclosure.report.book import Book, section_address
from disclosure.report.loading import load_sections
from disclosure.report.locating import Locator
from disclosure.report.source_text import source_words
from disclosure.search.files import search_files
from disclosure.search.gbk import encoded
from disclosure.text.markdown import TOKEN_OPEN

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from disclosure.facts.disclosure import Disclosure
    from disclosure.pages.page import Page, PageMeta
    from disclosure.report.binding import Section
    from disclosure.text.macros import BlockCall
    from disclosure.text.official_words import Words


class Publication:
    """One build: the book, what was found so far, and what the host still has to bring back."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.findings: list[Finding] = []
        disclosure, findings = load(root)
        self.findings += findings
        loaded = load_sections(root, disclosure)
        self.findings += loaded.findings
        self.book = Book(disclosure, loaded.sections)
        self.analysis = Analysis(self.book)
        self._expanded: dict[str, TokenisedMarkdown] = {}
        self._bodies: dict[str, str] = {}
        self._sentences: dict[str, tuple[Sentence, ...]] = {}
        self._composed: list[Finding] = []
        self._looked_at, self._refused = 0, False
        self._locator = Locator(self.book)
        self._lines: dict[str, list[str]] = {}
        generated = generated_pages(self.analysis, lambda: self.exports)
        self._generated = {page.meta.path: page for page in generated}
        self.findings += check_composition(self.analysis, self._generated, loaded.unread)
        if disclosure.publisher.where.path:
            self.findings += check_publisher(disclosure.publisher)
        self.findings += [*check_body_names(disclosure), *check_quotes(disclosure)]
        for item in self.book.reports:
            self.findings += check_reckoning(
                self.analysis,
                item,
                self.book.printed(item.year),
                self.book.passages,
                self.book.problem_headings(item.year),
            )

    # What there is

    @property
    def disclosure(self) -> Disclosure:
        """The facts."""
        return self.book.disclosure

    @cached_property
    def _section_pages(self) -> Mapping[str, Page]:
        """The pages of the Markdown files, by the path of the file."""
        return {path: section_page(self.analysis, part) for path, part in self.book.sections.items()}

    @cached_property
    def metas(self) -> Mapping[str, PageMeta]:
        """Every page of the site by address: section pages first, then generated ones."""
        pages = (*self._section_pages.values(), *self._generated.values())
        return {page.meta.path: page.meta for page in pages}

    def generated_pages(self) -> tuple[str, ...]:
        """The addresses of the pages that no one writes."""
        return tuple(self._generated)

    def address(self, path: str) -> str | None:
        """The address of the Markdown file at ``docs/path``; ``None`` where it could not be read."""
        section = self.book.sections.get(path)
        return section_address(section) if section else None

    def shell(self, address: str, assets: Mapping[str, str]) -> Shell:
        """What stands around the page at ``address``."""
        picture = self.cards.get(address) or self.cards.get(addresses.HOME)
        return shell(self.analysis, self.metas[address], assets, picture=picture)

    @cached_property
    def cards(self) -> Mapping[str, Card]:
        """What is shown where a page is shared, by its address; empty while the site has no address."""
        return cards(self.analysis, self.metas)

    # Words, before and after the renderer

    def expand(self, path: str) -> str:
        """The Markdown of ``docs/path`` for the renderer, with tokens in place of macros."""
        section = self.book.sections[path]
        others = self.book.others(section)
        expanded = insert_tokens(section, others, depths=self.book.depths(section))
        if not all(part.markdown.renderable for part in (section, *others.values())):
            expanded = TokenisedMarkdown("", ())
        self._expanded[path] = expanded
        return expanded.markdown

    def settle(self, path: str, html: str) -> str:
        """The body of the page of ``docs/path``, from the HTML that the renderer made."""
        section = self.book.sections[path]
        address = section_address(section)
        composed = self.book.others(section).values() if section.name == "index" else ()
        found = unsafe_html(
            html, section.markdown, [part.markdown for part in composed], official=section.year is not None
        )
        unnamed = any(item.code == "heading-id" for item in self.findings)  # then the scanner told which
        kept = (item for item in found if not (unnamed and item.code == "heading-id"))
        (self._composed if composed else self.findings).extend(kept)
        words, findings = replace_tokens(
            html,
            self._expanded.pop(path),
            inline=lambda figure: render_figure(self.book, figure, address),
            block=lambda call: self._block(call, section, address),
            official=section.year is not None,
        )
        self.findings += findings
        if address != addresses.HOME:
            words, self._sentences[address] = number_sentences(words, official=section.year is not None)
        self._bodies[address] = (
            words if self.failed else nowrap(self._section_pages[path].body(self.analysis, words))
        )
        return self._bodies[address]

    def body(self, address: str) -> str:
        """The body of a generated page."""
        return "" if self.failed else nowrap(self._generated[address].body(self.analysis))

    def files(self) -> Mapping[str, str | bytes]:
        """The files beside the pages, by address: the facts as data."""
        return {} if self.failed else {file.address: file.content for file in self.exports.downloads}

    def search_files(self) -> Mapping[str, tuple[str, bytes]]:
        """What a browser fetches to search, once every page is rendered: name → address and content."""
        if self.failed:
            return {}

        def published(name: str, content: str) -> bytes:
            return encoded(content) if name.endswith(".json") else lean(name, content).encode()

        def named(name: str, content: str) -> str:
            return hashed(name, published(name, content))

        made = search_files(self.analysis, self.metas, self._sentences, named=named)
        return {name: (named(name, content), published(name, content)) for name, content in made.items()}

    def locks(self) -> Mapping[str, str]:
        """What readers see of each report, as ``figures.lock`` keeps it, by the file's path."""
        return {
            f"data/{item.year}/figures.lock": write_lock(
                [
                    *published(self.disclosure, item, self.book.words.get(item.year)),
                    *seals(item),
                    *neighbours(item, self.book.reports),
                ]
            )
            for item in self.book.reports
        }

    @cached_property
    def exports(self) -> Exports:
        """The facts as data: tables, and files to download."""
        return export(self.analysis)

    # What is wrong

    @property
    def failed(self) -> bool:
        """Whether there are errors: asked for every page, so that each finding is looked at once."""
        fresh = self.findings[self._looked_at :]
        self._looked_at = len(self.findings)
        self._refused = self._refused or bool(errors(fresh))
        return self._refused

    def review(self, warnings: Iterable[str]) -> list[Finding]:
        """All findings once every page is rendered, before anything is written.

        ``warnings`` are the host's own.
        """
        # What a composed report only brings in is told where it was typed.
        told = {(finding.code, finding.message) for finding in self.findings}
        self.findings += [item for item in self._composed if (item.code, item.message) not in told]
        if not self.disclosure.unread:
            self.findings += self._host_warnings(warnings)
        self.findings += self._fidelity({path: read(path, html) for path, html in self._bodies.items()})
        self.findings, self._looked_at = one_per_slip(self.findings), 0
        return self.findings

    def inspect(self, stage: Path, warnings: Iterable[str] = ()) -> list[Finding]:
        """All findings on the finished site in ``stage``, read from the bytes that would be published."""
        self.findings += self._host_warnings(warnings)
        pages = read_stage(stage)
        files = {path.relative_to(stage).as_posix() for path in stage.rglob("*") if path.is_file()}
        self.findings += check_links(
            pages, files, locate=self._locator.locate, root=self.disclosure.publisher.root
        )
        self.findings += self._fidelity(pages)
        self.findings, self._looked_at = one_per_slip(self.findings), 0
        return self.findings

    def report(self, findings: Iterable[Finding]) -> str:
        """Findings as text, with their source lines."""
        return report(findings, self._line)

    # Inside

    def _block(self, call: BlockCall, section: Section, address: str) -> str:
        if self.failed:  # the facts may be full of holes, and nothing of this will be seen
            return ""
        return block(self.analysis, section.year, call, address)

    def _fidelity(self, pages: Mapping[str, FinishedPage]) -> Iterable[Finding]:
        for item in self.book.reports:
            index = self.book.sections[f"{item.year}/index.md"]
            parts = {part.name: part for part in self.book.parts(item.year)}
            everything = {name: pages.get(section_address(part)) for name, part in parts.items()}
            whole = pages.get(section_address(index))
            sections = (index, *parts.values())
            sound = all(section.markdown.sound and section.markdown.renderable for section in sections)
            if not (index.complete and sound and item.official and whole):
                continue
            yield from check_fidelity(
                Official(item.official, f"data/{item.year}/source.txt"),
                Printed(whole.official, {name: page.official for name, page in everything.items() if page}),
                partial(_source_words, index, parts),
                holes={f"{{{{{macro.text}}}}}" for section in sections for macro in section.unbound},
            )

    def _host_warnings(self, warnings: Iterable[str]) -> Iterable[Finding]:
        """The host's warnings as findings; one about a link is placed where the link was typed."""
        for warning in warnings:
            match = _LINK_WARNING.search(warning)
            if match is None:
                yield Finding(Where("mkdocs.yml"), "host-warning", f"MkDocs 警告：{warning}")
            elif TOKEN_OPEN not in match[2]:  # a macro there has a finding of its own
                where = self._locator.locate(self.address(match[1]) or match[1], match[2])
                yield Finding(where, "broken-link", f"链接 {match[2]} 指向的页面、文件或位置不存在。")

    def _line(self, where: Where) -> str | None:
        if where.path not in self._lines:
            text = read_text(self.root, where.path)
            self._lines[where.path] = [] if isinstance(text, Finding) else text.split("\n")
        lines = self._lines[where.path]
        return lines[where.line - 1] if where.line <= len(lines) else None


def _source_words(index: Section, parts: Mapping[str, Section], name: str | None) -> Words:
    return source_words(parts[name] if name else index)


_LINK_WARNING = re.compile(r"Doc file '([^']+)' contains an? (?:\w+ )*link '([^']+)'")
