"""Who is measured: the real site's own search, and two others over the very same pages.

The rivals get the pages as their manuals want them, and are told to leave out those that would only mislead
them: the whole report once more on one page, the lists of everything. Their own interfaces are used as they
come.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bench.measuring import Command, mkdocs_build, python
from bench.plain import WHOLE, write_plain
from search.hosting import STRICT
from search.interface import OURS, Selectors

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

REPEATING = (
    *("index.html", "2022/index.html", "metrics/index.html", "coverage/numerals/index.html"),
    *("search/index.html", "sitemap/index.html", "404.html"),
)
"""Pages that only repeat others; a webmaster would keep them from any search."""


@dataclass(frozen=True, slots=True)
class Contender:
    """A built site with a search."""

    name: str
    site: Path
    start: str
    """The page on which queries are typed."""
    selectors: Selectors
    is_its_own: Callable[[str], bool]
    """Whether a file that each view of a page loads is there for the search alone."""
    policy: str = ""
    """The content security policy that it lives under."""


def ours(site: Path) -> Contender:
    """The site as it is, typed into the header of its home page."""
    return Contender("ours", site, "index.html", OURS, lambda path: "assets/search" in path, STRICT)


PAGEFIND = Selectors(
    field=".pagefind-ui__search-input",
    group=".pagefind-ui__result",
    result=".pagefind-ui__result-link",
    answer="",
    status=".pagefind-ui__message",
    busy=".pagefind-ui__loading",
)
_PAGEFIND_HEAD = """\
<link rel="stylesheet" href="pagefind/pagefind-ui.css">
<script src="pagefind/pagefind-ui.js"></script>
</head>
"""
_PAGEFIND_FIELD = """\
<div id="pagefind"></div>
<script>new PagefindUI({element: "#pagefind", showSubResults: true, showImages: false, pageSize: 10})</script>
</header>
"""


def pagefind(site: Path, root: Path, interpreter: Path) -> tuple[Contender, Command]:
    """A copy of the site with Pagefind's default interface in its home page, and the indexing to be run."""
    copy = root / "pagefind"
    shutil.copytree(site, copy)
    for path in sorted(copy.rglob("*.html")):
        if path.relative_to(copy).as_posix() not in REPEATING:
            html = path.read_text("utf-8")
            path.write_text(html.replace("<main ", "<main data-pagefind-body ", 1), "utf-8")
    home = copy / "index.html"
    html = home.read_text("utf-8").replace("</head>", _PAGEFIND_HEAD, 1)
    home.write_text(html.replace("</header>", _PAGEFIND_FIELD, 1), "utf-8")
    index = Command((str(interpreter), "-m", "pagefind", "--site", str(copy), "--silent"), root)
    mine = Contender("Pagefind", copy, "index.html", PAGEFIND, lambda path: path.startswith("pagefind/"))
    return mine, index


MATERIAL = Selectors(
    field=".md-search__input",
    group=".md-search-result__item",
    result=".md-search-result__link",
    answer="",
    status=".md-search-result__meta",
    busy="",
)
_MATERIAL_SEARCH = "plugins: [search]"
_MATERIAL_PLAIN = "plugins: []"
_MATERIAL_LEAVE_OUT = "---\nsearch:\n  exclude: true\n---\n\n"


def material(site: Path, root: Path, interpreter: Path) -> tuple[Contender, Command, Command]:
    """Material over the same words as Markdown; its build, and the same build without search."""
    project = root / "material"
    write_plain(site, project)
    for address in REPEATING:
        for name in (address.replace(".html", ".md"), address.replace("/index.html", ".md")):
            if (page := project / "docs" / name).is_file():
                page.write_text(f"{_MATERIAL_LEAVE_OUT}{page.read_text('utf-8')}", "utf-8")
    plain = (project / WHOLE).read_text("utf-8")
    (project / WHOLE).write_text(plain.replace(_MATERIAL_PLAIN, _MATERIAL_SEARCH), "utf-8")
    (project / "without.yml").write_text(plain.replace("site_dir: whole", "site_dir: without"), "utf-8")
    build, without = (
        Command((str(interpreter), *command.arguments[1:]), project)
        for command in (mkdocs_build(project), mkdocs_build(project, "without.yml"))
    )
    mine = Contender("Material", project / "whole", "index.html", MATERIAL, lambda path: "search" in path)
    return mine, build, without


def build_ours(project: Path, site: Path) -> Command:
    """The real site's build into a folder of its own."""
    return python("-m", "mkdocs", "build", "-q", "-d", str(site), directory=project)
