"""The modules of the search, run in a page without its interface and without a worker."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from disclosure.search.scripts import SOURCES

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Browser, Page, Route

ORIGIN = "http://modules.test"
_ENGINE = """async (files) => {
  const names = ["worker/search-index", "worker/search", "spelling/spelling", "answering/answering"];
  const [index, engine] = await Promise.all(names.map((name) => import(`${location.origin}/${name}.js`)));
  files.forEach(index.addFile);
  index.buildIndex();
  window.search = engine.search;
}"""


def modules_page(running: Browser) -> Page:
    """An empty page that can import every module by its path below ``scripts/``."""
    page = running.new_page()
    page.route(f"{ORIGIN}/**", _serve)
    page.goto(f"{ORIGIN}/")
    return page


def _serve(route: Route) -> None:
    name = urlsplit(route.request.url).path[1:]
    if name.endswith(".js"):
        route.fulfill(path=SOURCES / name, content_type="text/javascript; charset=utf-8")
    else:
        route.fulfill(body="", content_type="text/html")


def data(site: Path, name: str) -> Any:
    """What is in a data file of the site's search."""
    (path,) = (site / "search").glob(f"{name}.*.json")
    return json.loads(path.read_bytes().decode("gbk"))


def rows_of(columns: dict[str, list[Any]]) -> list[dict[str, Any]]:
    """The rows of a table that a data file holds by columns."""
    rows = zip(*columns.values(), strict=True)
    return [{name: cell for name, cell in zip(columns, row, strict=True) if cell is not None} for row in rows]


def opened(running: Browser, site: Path, years: tuple[str, ...]) -> Callable[..., dict[str, Any]]:
    """The engine's ``search`` with every file of the site and of ``years`` at hand."""
    names = ["site", "variants", "pages", "answers", *years, *(f"{year}-unstated" for year in years)]
    page = modules_page(running)
    page.evaluate(_ENGINE, [data(site, name) for name in names])

    def search(query: str, **chosen: str) -> dict[str, Any]:
        found: dict[str, Any] = page.evaluate("([query, chosen]) => search(query, chosen)", [query, chosen])
        return found

    return search


def titles(found: dict[str, Any]) -> list[str]:
    """What the results are called, in order."""
    return ["".join(text for text, _ in result["title"]) for result in found["results"]]


def told(answer: dict[str, Any] | None) -> str:
    """What an answer says in its own words, as the page does, without what it quotes."""
    if answer is None:
        return ""
    if answer["kind"] == "standard":
        return "\n".join([answer["title"], *answer["lines"]])
    if answer["kind"] != "figure":
        return f"{answer['title']}：{answer['text']}"
    facts = answer["facts"]
    figures = [f"{fact['name']}：{fact['value']}，{fact['change']}（{fact['period']}）" for fact in facts]
    verdicts = [f"{fact['name']}：{verdict}" for fact in facts for verdict in fact["verdicts"]]
    return "\n".join([answer["lead"], *figures, *verdicts, *(fact["note"] for fact in facts)])
