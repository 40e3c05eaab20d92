"""Links must lead somewhere; no page may make requests to other sites or contain code."""

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping
from posixpath import dirname, normpath
from urllib.parse import unquote, urlsplit

from disclosure.checks.site.finished_page import FinishedPage
from disclosure.findings import Finding, Where


def check_links(
    pages: Mapping[str, FinishedPage],
    files: Collection[str],
    *,
    locate: Callable[[str, str], Where],
    root: str | None,
) -> Iterator[Finding]:
    """Broken links, missing anchors, repeated anchors, requests to other sites, code inside pages.

    ``files`` are the addresses of all published files; ``locate`` gives the place in the sources of a
    text on a page; ``root`` is the site's path below its domain, if it is known.
    """
    anchors = {path: frozenset(page.anchors) for path, page in pages.items()}
    for path, page in pages.items():
        if len(anchors[path]) < len(page.anchors):
            for anchor, count in Counter(page.anchors).items():
                if count > 1:
                    message = f"编号 {anchor} 在这一页出现了 {count} 次。"
                    places = [locate(path, f"#{anchor}") for _ in range(count)]
                    yield Finding(places[-1], "duplicate-anchor", message)
        for found in page.code:
            yield Finding(locate(path, found), "inline-code", f"这一页含有不允许的 {found}。")
        for tag, address in sorted(set(page.links)):
            code, fault = (
                _outside(tag, address)
                or _inside(path, address, files=files, anchors=anchors, root=root)
                or ("", "")
            )
            if code:
                yield Finding(locate(path, address), code, fault)


def _outside(tag: str, address: str) -> tuple[str, str] | None:
    """Code and message for an address outside the site, empty if it is valid; ``None`` for one inside."""
    if not address:
        return "broken-link", f"<{tag}> 的地址是空的。"
    if ":" not in address and not address.startswith("//"):
        return None
    if tag in {"script", "img", "source", "link"}:
        return "foreign-request", f"<{tag}> 会向别的网站请求 {address}。"
    try:
        scheme = urlsplit(address).scheme
    except ValueError:
        scheme = ""
    return (
        ("", "")
        if scheme in {"http", "https", "mailto", "tel"}
        else ("broken-link", f"链接 {address} 不能用。")
    )


def _inside(
    page: str,
    address: str,
    *,
    files: Collection[str],
    anchors: Mapping[str, frozenset[str]],
    root: str | None,
) -> tuple[str, str] | None:
    """Code and message for a faulty address inside the site, or ``None``."""
    parts = urlsplit(address)
    target = _target(page, unquote(parts.path), root)
    if target not in files:
        return "broken-link", f"链接 {address} 指向的页面或文件不存在。"
    if parts.fragment and unquote(parts.fragment) not in anchors.get(target, frozenset()):
        return "broken-link", f"链接 {address} 指向的位置不存在。"
    return None


def _target(page: str, path: str, root: str | None) -> str:
    """The address in the site to which a link on ``page`` leads."""
    if root and path.startswith(root):
        return path.removeprefix(root)
    if path.startswith("/"):  # the path of the site below its domain is unknown
        return path
    return normpath(f"{dirname(page)}/{path}").lstrip("/") if path else page
