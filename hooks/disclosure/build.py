"""One build: a publication, the stage it grows in, and the two gates it must pass. Knows no host.

Under live editing there is no stage: nothing is refused, and the page of errors takes the place of all
others until they are mended.
"""

from __future__ import annotations

import gc
from dataclasses import dataclass
from time import monotonic
from typing import TYPE_CHECKING, TextIO, TypeVar

from disclosure.findings import errors
from disclosure.pages.sharing.pictures import draw
from disclosure.publication import Publication
from disclosure.publish.host_warnings import listen
from disclosure.publish.progress import Progress
from disclosure.publish.stage import Stage, StageError
from disclosure.render.templates import render_errors
from disclosure.summary import summarise

if TYPE_CHECKING:
    import logging
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from disclosure.findings import Finding


T = TypeVar("T")


class Refused(Exception):  # noqa: N818 - it names what happened, and is no bug
    """The build ends without publishing; the message is one Chinese sentence."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """What whoever started the build asked for."""

    publish: bool = True
    """Else the site is built and checked, and the stage thrown away."""
    notices: bool = False
    """Whether notices are told too."""


class Build:
    """What is under way between the first event of a build and the last."""

    def __init__(
        self, root: Path, *, target: Path | None, logger: logging.Logger, stream: TextIO, wishes: Wishes
    ) -> None:
        """Takes the stage of ``target``; ``None`` for live editing. Raises ``Refused`` where it can't."""
        started = monotonic()
        self.stream, self.wishes = stream, wishes
        self.assets: dict[str, str] = {}
        self.stage = Stage(target) if target else None
        if self.stage:
            self._staged(self.stage.open)
        gc.unfreeze()  # the build before, under live editing
        self.publication = Publication(root)
        # It lives until the build ends: searching it for garbage again and again costs a twentieth.
        gc.freeze()
        self.warnings = listen(logger)
        self.progress = Progress(stream, started)

    def search_files(self) -> dict[str, bytes]:
        """Address → content of what is fetched to search; their names join the assets of every page."""
        made = self.publication.search_files()
        self.assets |= {name: address for name, (address, _) in made.items()}
        return dict(made.values())

    def review(self, files: Iterable[str]) -> str | None:
        """The first gate, before any of ``files`` is written. Raises ``Refused`` with errors.

        Under live editing returns the page of errors instead, or ``None`` where there are none.
        """
        findings = self.publication.review(self.warnings.take())
        if self.stage:
            self._stop_on_errors(findings)
            self.stage.plan([*files, *(card.address for card in self.publication.cards.values())])
        elif found := errors(findings):
            self._tell(findings)
            return render_errors(found)
        return None

    def finish(self, site: Path) -> list[str]:
        """The second gate, on the finished bytes in ``site``; then publishes. Raises ``Refused``.

        Returns what was made, in a few lines.
        """
        self.progress.end()
        if self.publication.failed:  # only under live editing, where the first gate has shown them
            return []
        if self.stage:
            for card in self.publication.cards.values():
                if not self.stage.take_over(card.address):
                    self.stage.write(card.address, draw(card))
        findings = self.publication.inspect(site, self.warnings.take())
        if self.stage is None:
            self._show(findings, site)
            return []
        self._stop_on_errors(findings)
        self._tell(findings)
        published = self._staged(self.stage.publish) if self.wishes.publish else None
        self.discard()
        return summarise(self.publication, monotonic() - self.progress.started, published=published)

    def discard(self) -> None:
        """Leaves nothing behind, however the build ended."""
        if self.stage:
            self.stage.discard()

    def _stop_on_errors(self, findings: list[Finding]) -> None:
        if count := len(errors(findings)):
            self._tell(findings)
            raise Refused(f"有 {count} 处需要修改，网站没有更新。")

    def _tell(self, findings: list[Finding]) -> None:
        shown = findings if self.wishes.notices else errors(findings)
        if shown:
            self.stream.write(f"{self.publication.report(shown)}\n")

    def _show(self, findings: list[Finding], site: Path) -> None:
        if found := errors(findings):
            self._tell(findings)
            page = render_errors(found)
            for path in site.rglob("*.html"):
                path.write_text(page, "utf-8")

    @staticmethod
    def _staged(step: Callable[[], T]) -> T:
        try:
            return step()
        except StageError as error:
            raise Refused(str(error)) from error
