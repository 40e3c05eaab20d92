"""One build: reads and checks a site, and publishes it or reports what is wrong."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from disclosure.checks.site.finished_page import read
from disclosure.findings import Finding, errors
from disclosure.pages.sharing.pictures import draw
from disclosure.publish.assets import assets
from disclosure.publish.stage import Stage, StageError
from disclosure.render.markdown import Renderer
from disclosure.render.templates import render_errors
from disclosure.site.site import Site
from disclosure.site.summary import summarise

Write = Callable[[str, bytes], None]
"""Writes one file of the site, given its address and content."""
Files = Mapping[str, tuple[str, bytes]]
"""Address and content of each file, by the name under which pages refer to it."""
_SILENT = 3.0
"""Seconds before a build begins to report its progress."""
_STEP = 25
"""It reports progress after this many pages."""


class Refused(Exception):  # noqa: N818 - an outcome, no bug
    """The build ends without publishing; the message is one Chinese sentence."""


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of a project, which the host reads."""

    root: Path
    target: Path
    """The directory of the published site."""
    theme: Path
    """The directory of the templates around every page, and of their assets."""
    docs: str
    """The directory of the Markdown files, below ``root``."""
    extensions: Sequence[str]
    """Extensions of Python-Markdown by name."""
    extension_settings: Mapping[str, Mapping[str, object]]


@dataclass(frozen=True, slots=True)
class Options:
    """Options of the person who starts a build."""

    publish: bool = True
    """False: the site is built and checked, and the stage discarded."""
    notices: bool = False
    """Whether notices are printed too."""


class Build:
    """A build of one project: ``publish`` or ``preview``, once."""

    def __init__(
        self,
        settings: Settings,
        *,
        stream: TextIO,
        clock: Callable[[], float],
        options: Options = Options(),
    ) -> None:
        self.settings, self.stream, self.options = settings, stream, options
        self.clock, self.started = clock, clock()

    def publish(self, besides: Iterable[Finding] = ()) -> list[str]:
        """Builds in a stage and swaps it in; returns a summary in a few lines.

        ``besides`` are the host's own findings. Raises ``Refused`` if anything is wrong.
        """
        stage = Stage(self.settings.target)
        try:
            stage.open()
            site = self._site()
            self._stop_on_errors(site, site.review(besides))
            files = self._files(site)
            pictures = (card.address for card in site.cards.values())
            listed = (address for address, _ in files.values())
            stage.plan([*site.addresses, *site.media, *listed, *pictures])
            for card in site.cards.values():
                if not stage.take_over(card.address):
                    stage.write(card.address, draw(card))
            findings = self._write(site, files, stage.write)
            self._stop_on_errors(site, findings)
            self._print(site, findings)
            published = stage.publish() if self.options.publish else None
        except StageError as error:
            raise Refused(str(error)) from error
        finally:
            stage.discard()
        return summarise(site, self._seconds(), published=published)

    def preview(self, write: Write, besides: Iterable[Finding] = ()) -> None:
        """Writes the site for live editing: nothing is refused; if there are errors, all pages show them."""
        site = self._site()
        findings = site.review(besides)
        if not errors(findings):
            findings = self._write(site, self._files(site), write)
        if found := errors(findings):
            self._print(site, found)
            for address in site.addresses:
                write(address, render_errors(found).encode())

    def _site(self) -> Site:
        """The site with its Markdown rendered."""
        site = Site(self.settings.root, self.settings.docs)
        site.render(Renderer(self.settings.extensions, self.settings.extension_settings))
        return site

    def _files(self, site: Site) -> Files:
        """All published files except pages, share pictures and media of the directory ``docs``."""
        contents = ((file.address, file.content) for file in site.exports.downloads)
        downloads = {
            address: (address, content.encode() if isinstance(content, str) else content)
            for address, content in contents
        }
        return {**assets(self.settings.theme), **site.search_files(), **downloads}

    def _write(self, site: Site, files: Files, write: Write) -> list[Finding]:
        """Writes files and pages, and returns the findings about them."""
        for address, content in files.values():
            write(address, content)
        for path in site.media:
            write(path, (self.settings.root / self.settings.docs / path).read_bytes())
        pages = {}
        names = {name: address for name, (address, _) in files.items()}
        finished, total = site.finished(self.settings.theme, names), len(site.addresses)
        for address, html in with_progress(finished, total, stream=self.stream, seconds=self._seconds):
            write(address, html.encode())
            pages[address] = read(address, html)
        return site.inspect(pages, {*pages, *site.media, *(address for address, _ in files.values())})

    def _seconds(self) -> float:
        """Seconds since the build began."""
        return self.clock() - self.started

    def _stop_on_errors(self, site: Site, findings: list[Finding]) -> None:
        if count := len(errors(findings)):
            self._print(site, findings)
            raise Refused(f"有 {count} 处需要修改，网站没有更新。")

    def _print(self, site: Site, findings: list[Finding]) -> None:
        shown = findings if self.options.notices else errors(findings)
        if shown:
            self.stream.write(f"{site.listing(shown)}\n")


def with_progress(
    pages: Iterable[tuple[str, str]], total: int, *, stream: TextIO, seconds: Callable[[], float]
) -> Iterator[tuple[str, str]]:
    """Yields ``pages`` (address and HTML), and on a terminal shows how many of ``total`` are done.

    ``seconds`` gives the time since the build began.
    """
    shown = False
    for done, page in enumerate(pages, 1):
        yield page
        if done % _STEP == 0 and stream.isatty() and seconds() > _SILENT:
            print(f"\r正在生成网页 {done}/{total}", end="", file=stream, flush=True)
            shown = True
    if shown:
        print("\r\x1b[K", end="", file=stream, flush=True)
