"""Every link leads somewhere, nothing is asked of another site, and nothing runs inside a page."""

from __future__ import annotations

from collections import Counter
from posixpath import dirname, normpath
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from disclosure.findings import Finding, Where

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping

    from disclosure.checks.finished import FinishedPage

_LOADED = frozenset({"script", "img", "source", "link"})
"""Elements that make the browser ask for something at once."""
_OUTSIDE = frozenset({"http", "https", "mailto", "tel"})


def check_links(
    pages: Mapping[str, FinishedPage], files: Collection[str], locate: Callable[[str, str], Where], root: str | None
) -> Iterator[Finding]:
    """Broken links, missing anchors, repeated anchors, requests to other sites, code inside pages.

    ``files`` are the addresses of all published files; ``locate`` gives the place in the sources of
    a text that stands on a page; ``root`` is the site's path below its domain, where it is known.
    """
    anchors = {path: frozenset(page.anchors) for path, page in pages.items()}
    for path, page in pages.items():
        for anchor, count in Counter(page.anchors).items():
            if count > 1:
                yield Finding(locate(path, anchor), "duplicate-anchor", f"编号 {anchor} 在这一页出现了 {count} 次。")
        for found in page.code:
            yield Finding(locate(path, found), "inline-code", f"这一页含有不允许的 {found}。")
        for tag, address in sorted(set(page.links)):
            parts = urlsplit(address)
            if parts.scheme or parts.netloc:
                if tag in _LOADED:
                    message = f"<{tag}> 会向别的网站请求 {address}。"
                    yield Finding(locate(path, address), "foreign-request", message)
                elif parts.scheme not in _OUTSIDE:
                    yield Finding(locate(path, address), "broken-link", f"链接 {address} 不能用。")
                continue
            target = _target(path, unquote(parts.path), root)
            fragment = unquote(parts.fragment)
            if target not in files:
                yield Finding(locate(path, address), "broken-link", f"链接 {address} 指向的页面或文件不存在。")
            elif fragment and fragment not in anchors.get(target, frozenset()):
                yield Finding(locate(path, address), "broken-link", f"链接 {address} 指向的位置不存在。")


def _target(page: str, path: str, root: str | None) -> str:
    """The address in the site that a link on ``page`` leads to."""
    if root and path.startswith(root):
        return path.removeprefix(root)
    return normpath(f"{dirname(page)}/{path}").lstrip("/") if path else page
