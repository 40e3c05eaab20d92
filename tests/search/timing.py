"""What the first search loads, and how long results take, on an old phone with a slow network."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from search.hosting import host
from search.interface import OURS, Interface
from search.slowness import slow_network, slow_processor

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

    from search.contenders import Contender
    from search.interface import Selectors

_WATCH = Path(__file__).with_suffix(".js").read_text("utf-8")
_PATIENCE = 20_000
"""Milliseconds after which a result is no longer waited for."""
KNOWN = "近视率"
"""The first query; every contender finds something for it, and for those after it."""
_BARE = """<header><form role=search><input name=q></form></header><p role=status></p><ul></ul><script>
const shown = "<li><a data-search-result href='#'>结果</a></li>".repeat(10);
const field = document.querySelector("input");
field.addEventListener("input", () => {
  document.querySelector("p").textContent = field.value ? "找到 10 条" : "";
  document.querySelector("ul").innerHTML = field.value ? shown : "";
});
</script>"""
"""A page that finds without looking."""
_WARM = "大班额 双减 普惠性幼儿园 智慧课堂 校园欺凌 骨干教师 143311 教育经费 编制 集团化办学".split()


@dataclass(frozen=True, slots=True)
class Speed:
    """Bytes and milliseconds."""

    view: int
    """Bytes after gzip that each page view loads for the search alone, whether anyone searches or not."""
    first: int
    """Bytes after gzip that the first search loads on top of it."""
    cold: float
    """From focus, with the query typed at once and nothing cached, to the first result that can be seen."""
    warm: float
    """From the query to the first result, once everything is loaded: the median."""
    slowest: float
    """The longest of those."""


def speed(browser: Browser, contender: Contender, *, runs: int) -> Speed:
    """Measures ``runs`` first searches, and takes the medians."""
    views, firsts, colds, warms = zip(*(_run(browser, contender) for _ in range(runs)), strict=True)
    warm = [time for times in warms for time in times]
    return Speed(int(median(views)), int(median(firsts)), median(colds), median(warm), max(warm))


def floor(browser: Browser, *, runs: int) -> float:
    """Milliseconds that the browser itself takes here and now to show ten links after an input."""
    taken = []
    for _ in range(runs):
        page = browser.new_page()
        page.set_content(_BARE)
        interface = Interface(page, OURS)
        page.focus(OURS.field)
        with slow_processor():
            taken += [_timed(page, interface, OURS, text, since="input") for text in _WARM]
        page.close()
    return median(taken)


def _run(browser: Browser, contender: Contender) -> tuple[int, int, float, list[float]]:
    """Bytes of the view and of the search, the cold time, the warm times."""
    context = browser.new_context()
    with host(contender.site, policy=contender.policy) as hosted:
        page = context.new_page()
        slow_network(page)
        page.goto(hosted.address + contender.start, wait_until="networkidle")
        viewed = len(hosted.sent)
        with slow_processor():
            times = _search(page, contender)
        view = sum(sent.size for sent in hosted.sent[:viewed] if contender.is_its_own(sent.path))
        first = sum(sent.size for sent in hosted.sent[viewed:])
    context.close()
    return view, first, times[0], times[1:]


def _search(page: Page, contender: Contender) -> list[float]:
    """The time from focus for the first query, and from input for the others."""
    interface = Interface(page, contender.selectors)
    taken = [_timed(page, interface, contender.selectors, KNOWN, since="focus")]
    interface.settled()
    taken += [_timed(page, interface, contender.selectors, text, since="input") for text in _WARM]
    return taken


def _timed(page: Page, interface: Interface, selectors: Selectors, text: str, *, since: str) -> float:
    if since == "input":
        interface.clear()
        interface.settled()
    page.evaluate(_WATCH, {"result": selectors.result, "patience": _PATIENCE})
    if since == "focus":
        interface.focus()
    interface.type(text)
    times = page.evaluate("searchTimes")
    return float(times["shown"] - times[since]) if times["shown"] else float(_PATIENCE)
