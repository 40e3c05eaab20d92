"""The matching and answering of a site, run in a page without its interface."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from disclosure.search.scripts import answering, spelling, worker

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Browser


def data(site: Path, name: str) -> Any:
    """What is in a data file of the site's search."""
    (path,) = (site / "search").glob(f"{name}.*.json")
    return json.loads(path.read_bytes().decode("gbk"))


def opened(running: Browser, site: Path, years: tuple[str, ...]) -> Callable[..., dict[str, Any]]:
    """The worker's ``search`` with every file of the site and of ``years`` at hand."""
    page = running.new_page()
    page.add_script_tag(content=worker() + spelling() + answering())

    names = ["site", "variants", "pages", "answers", *years, *(f"{year}-unstated" for year in years)]
    page.evaluate("(files) => { files.forEach(open); arrange(); }", [data(site, name) for name in names])

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
