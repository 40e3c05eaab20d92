"""Markdown to HTML, with links between the files of ``docs/`` turned into links between pages."""

import re
from collections.abc import Mapping, Sequence
from posixpath import dirname, normpath
from urllib.parse import unquote, urlsplit, urlunsplit
from xml.etree.ElementTree import Element

import markdown
from markdown.util import AMP_SUBSTITUTE

from disclosure.report import addresses
from disclosure.text.markdown import TOKEN_OPEN

BUILT_IN = ("toc", "tables", "fenced_code")
"""Extensions of Python-Markdown that are always used, whatever the settings say."""
_AFTER_ALL_OTHERS = 0
_ADDRESSES = {"a": "href", "img": "src"}


_TAGS = "a|abbr|b|bdi|cite|code|del|dfn|em|i|ins|kbd|q|s|small|span|strong|sub|sup|time|u|var"
_INLINE = rf"(?:</?(?:{_TAGS})\b[^<>]*>)*"
_LINE_END = re.compile(
    rf"([^\x00-\x7f]{_INLINE})[ \t]*\n[ \t]*(?={_INLINE}[^\s<])"
    rf"|([!-;=?-~]{_INLINE})[ \t]*\n[ \t]*(?={_INLINE}[^\x00-\x7f])"
)
"""A line end within a paragraph, beside a Chinese character or a macro."""


def _unwrapped(html: str) -> str:
    """HTML in which no line end leaves a blank in Chinese, as browsers would show it."""
    parts = re.split(r"(<pre\b.*?</pre>)", html, flags=re.DOTALL)
    parts[::2] = [_LINE_END.sub(r"\1\2", part) for part in parts[::2]]
    return "".join(parts)


class Renderer:
    """Python-Markdown with the extensions of one project."""

    path: str
    targets: Mapping[str, str]
    broken: list[str]

    def __init__(self, extensions: Sequence[str], settings: Mapping[str, Mapping[str, object]]) -> None:
        """Raises any exception of an extension that can't be loaded."""
        self._markdown = markdown.Markdown(
            extensions=list(dict.fromkeys((*BUILT_IN, *extensions))),
            extension_configs={name: dict(values) for name, values in settings.items()},
        )
        self._markdown.treeprocessors.register(self, "links", _AFTER_ALL_OTHERS)

    def render(self, text: str, path: str, targets: Mapping[str, str]) -> tuple[str, list[str]]:
        """The HTML of the file ``path``, and its links that lead nowhere, as they were written.

        ``targets`` are the addresses in the site of all files that a link may name, including ``path``
        itself.
        """
        self.path, self.targets, self.broken = path, targets, []
        return _unwrapped(self._markdown.reset().convert(text)), self.broken

    def run(self, root: Element) -> None:
        """Replaces the address of every link and image; Python-Markdown calls it with the rendered tree."""
        for element in root.iter():
            if (key := _ADDRESSES.get(element.tag)) and (written := element.get(key)):
                address = self._address(written)
                if (
                    address is None and TOKEN_OPEN not in written
                ):  # a macro in a link has a finding of its own
                    self.broken.append(written)
                element.set(key, address or written)

    def _address(self, written: str) -> str | None:
        """The link for the page; ``None`` where it leads nowhere."""
        try:
            parts = urlsplit(written)
        except ValueError:
            return None
        # Another site, an obfuscated e-mail address, or a place on this page.
        if parts.scheme or parts.netloc or AMP_SUBSTITUTE in written or not parts.path:
            return written
        if written.startswith(("/", "\\")):  # the path of the site below its domain is unknown
            return None
        target = self.targets.get(normpath(f"{dirname(self.path)}/{unquote(parts.path)}".lstrip("/")))
        if target is None:
            return None
        return urlunsplit(
            ("", "", addresses.relative(target, self.targets[self.path]), parts.query, parts.fragment)
        )
