"""Progress of long builds."""

from __future__ import annotations

from io import StringIO

import pytest

from disclosure.site.build import with_progress


class _Terminal(StringIO):
    def isatty(self) -> bool:
        return True


def _built(stream: StringIO, *, seconds_ago: float) -> str:
    pages = [(f"{number}/index.html", "<p>") for number in range(60)]
    passed = with_progress(pages, len(pages), stream=stream, seconds=lambda: seconds_ago)

    assert list(passed) == pages
    return stream.getvalue()


def test_a_terminal_sees_the_progress_of_a_long_build() -> None:
    shown = _built(_Terminal(), seconds_ago=10)

    assert "正在生成网页 25/60" in shown
    assert "正在生成网页 50/60" in shown
    assert shown.endswith("\r\x1b[K")


@pytest.mark.parametrize(("stream", "seconds_ago"), [(_Terminal(), 0), (StringIO(), 10)])
def test_short_builds_and_pipes_see_nothing(stream: StringIO, seconds_ago: float) -> None:
    assert _built(stream, seconds_ago=seconds_ago) == ""
