"""Whatever the files hold: every slip is told at its place, nothing is published, nothing is lost.

Here are the slips that may stand anywhere; one of each kind is a case file in ``cases/broken``.
"""

from __future__ import annotations

import os
import re
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

import project
from disclosure.findings import errors
from disclosure.site.site import Site
from disclosure.text.folding import fold
from effort import costly

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MINIMAL = project.SITES / "minimal"
DATA = sorted(path.relative_to(MINIMAL).as_posix() for path in MINIMAL.glob("data/**/*.yml"))
DOCS = sorted(path.relative_to(MINIMAL).as_posix() for path in MINIMAL.glob("docs/**/*.md"))
TEXTS = {name: (MINIMAL / name).read_text("utf-8") for name in (*DATA, *DOCS)}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The minimal site, published before."""
    root = project.make(tmp_path)
    project.publish_former(root)
    return root


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The minimal site, whose files are mutated one at a time."""
    return project.make(tmp_path_factory.mktemp("mutated"))


# Malformed YAML

MALFORMED = {
    "bracket-unclosed": "x: [1",
    "brace-closed-too-often": "x: 1}\n}",
    "quote-unclosed": "x: '1",
    "colon-in-value": "x: 1: 2",
    "tab": "\tx: 1",
    "at-sign": "x: @1",
    "undeclared-tag": "x: !a!b 1",
    "control-character": "x: \x07",
}


@pytest.mark.parametrize("line", MALFORMED.values(), ids=MALFORMED)
def test_malformed_yaml_is_told_once_in_every_file(line: str, root: Path) -> None:
    project.apply(root, [{"file": name, "append": line} for name in DATA])

    made = project.build(root)

    found = project.findings(made.stderr)
    assert [re.sub(r":\d+:\d+", "", finding) for finding in found] == [f"{name} yaml-syntax" for name in DATA]
    for finding, name in zip(found, DATA, strict=True):
        last = TEXTS[name].count("\n") + 1
        assert int(finding.split(":")[1]) in {last, last + line.count("\n")}, finding
    project.assert_refused(root, made)


@given(name=st.sampled_from(DATA), line=st.sampled_from(list(MALFORMED.values())), draw=st.data())
def test_malformed_yaml_at_any_place_is_told_in_its_file_alone(
    name: str, line: str, draw: st.DataObject, site: Path
) -> None:
    lines = TEXTS[name].splitlines()
    place = draw.draw(st.integers(0, len(lines)), "before line")

    with _changed(site, name, "\n".join([*lines[:place], line, *lines[place:]])):
        found = errors(Site(site).findings)

    assert {finding.where.path for finding in found} == {name}


# A slip in what other files lean on

LEANT_ON = [
    f"data/{name}.yml"
    for name in "bodies 2024/report 2024/ledger 2025/ledger 2024/opinions 2024/corrections".split()
]
_FIELD = re.compile(r"(?<=[ {])([a-z_]+): (?=([^\[{}\n,]+)?)")


COUNTY = project.SITES / "demo-county"


def _spoilt(name: str) -> list[str]:
    """The text of a file with one slip: in its shape, or in any one of its fields."""
    text = (COUNTY / name).read_text("utf-8")
    slips = [f"{text}x: [\n", "- x\n" if text[0] != "-" else "x: y\n"]
    for field in {match[1]: match for match in reversed(list(_FIELD.finditer(text)))}.values():
        slips.append(f"{text[: field.end(1)]}x{text[field.end(1) :]}")  # misspelt
        if field[2]:
            slips.append(f"{text[: field.start(2)]}[x]{text[field.end(2) :]}")  # of another shape
    return slips


SLIPS = [(name, slip) for name in LEANT_ON for slip in _spoilt(name)]


@pytest.fixture(scope="module")
def spoilt(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, set[str]]:
    """The demonstration county, in which one field at a time is spoilt, and what is found of it as it is."""
    root = project.make(tmp_path_factory.mktemp("county"), "demo-county")
    return root, {str(finding) for finding in Site(root).findings}


@costly()
@given(slip=st.sampled_from(SLIPS))
def test_one_slip_in_any_field_gives_one_finding(
    slip: tuple[str, str], spoilt: tuple[Path, set[str]]
) -> None:
    (name, text), (root, meant) = slip, spoilt
    (root / name).write_text(text, "utf-8")

    told = [finding for finding in Site(root).review() if str(finding) not in meant]
    found = [finding for finding in told if finding.code != "not-checked"]

    (root / name).write_text((COUNTY / name).read_text("utf-8"), "utf-8")
    assert [finding.where.path for finding in found] == [name], found
    assert {finding.where for finding in told} == {found[0].where}


# Files that are no files

NO_FILES: dict[str, tuple[dict[str, object], str]] = {
    "missing": ({"delete": True}, "file-missing"),
    "a-directory": ({"mkdir": True}, "file-unreadable"),
    "empty": ({"write": ""}, "file-empty"),
    "only-a-comment": ({"write": "# 待填\n"}, "file-empty"),
    "50-megabytes": ({"bytes": 50 * 1024 * 1024}, "file-too-large"),
    "a-link-out-of-the-tree": ({"link": "/etc/passwd"}, "file-unreadable"),
    "a-link-to-nowhere": ({"link": "nowhere"}, "file-unreadable"),
}
ONE_EACH = ["data/2022/report.yml", "data/2022/values.yml", "data/areas.yml", "data/glossary.yml",
            "data/publisher.yml", "data/sources.yml"]  # fmt: skip


@pytest.mark.parametrize(("change", "code"), NO_FILES.values(), ids=NO_FILES)
def test_each_data_file_that_is_no_file_is_told_once(
    change: dict[str, object], code: str, root: Path
) -> None:
    project.apply(root, [{"file": name} | change for name in ONE_EACH])

    made = project.build(root)

    assert project.findings(made.stderr) == [f"{name}:1:1 {code}" for name in ONE_EACH]
    project.assert_refused(root, made)


def test_files_that_may_not_be_read_are_told(root: Path) -> None:
    names = [*ONE_EACH, "docs/index.md"]
    for name in names:
        (root / name).chmod(0)
    # Root reads whatever it likes, unless it lays that right down.
    humble = ["setpriv", "--bounding-set=-dac_override,-dac_read_search"] if os.geteuid() == 0 else []

    made = project.mkdocs_build(root, under=humble)

    assert project.findings(made.stderr) == [f"{name}:1:1 file-unreadable" for name in names]
    project.assert_refused(root, made)


# HTML that may not stand in prose

UNSAFE = (
    "<script>alert(1)</script>",
    "<SCRIPT SRC=x.js></SCRIPT>",
    "<b onclick='alert(1)'>x</b>",
    "<b ONCLICK=alert(1)>x</b>",
    "<b/onclick=alert(1)>x</b>",
    "*x*{onclick=alert(1)}",
    "<img alt=x src=x.png onerror=alert(1)>",
    "<svg onload=alert(1)></svg>",
    "[x](javascript:alert%281%29)",
    "[x](JaVaScRiPt:x)",
    "<javascript:x>",
    '<a href="java\tscript:x">x</a>',
    '<a href="java&Tab;script:x">x</a>',
    '<a href="java&#10;script:x">x</a>',
    '<a href=" &#1;javascript:x">x</a>',
    '<a href="vbscript:x">x</a>',
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    '<iframe src="https://x.example/"></iframe>',
    "<IFRAME></IFRAME>",
    "<frameset></frameset>",
    '<object data="x.swf"></object>',
    "<embed src=x>",
    '<base href="https://x.example/">',
    '<meta http-equiv="refresh" content="0">',
    "<form></form>",
    "<style>p{}</style>",
    '<p style="position:fixed">x</p>',
)


def test_every_kind_of_unsafe_html_is_told_at_its_line(root: Path) -> None:
    pages = [f"docs/page-{number:02}.md" for number in range(len(UNSAFE))]
    texts = [f"# 页 {{#page}}\n\n{unsafe}\n" for unsafe in UNSAFE]
    project.apply(root, [{"file": page, "write": text} for page, text in zip(pages, texts, strict=True)])

    made = project.build(root)

    found = [re.sub(r":\d+ ", " ", finding) for finding in project.findings(made.stderr)]
    assert found == [f"{page}:3 unsafe-html" for page in pages]
    project.assert_refused(root, made)


RENDERER = project.renderer()


# Mutated files: some in `make test`, thousands in `make soak`

FRAGMENTS = (
    *"\n\t :-,[]{}'\"#&*!|>%@`\\~?=.0９%余万元\x00\x07\x85\ufeff\u200b\u2028\ue000\U0001f600",
    *"--- ``` {{ }} {#a} {{inspections}} <!-- <![ <? </div> <b> &lt; [](x) null <<:".split(),
    *(
        "\n---\n",
        "\n\n",
        "\r\n",
        "    ",
        ": ",
        "- ",
        "? ",
        "\n{{ section index }}\n",
        "\n{{ figures safety }}\n",
    ),
)


@st.composite
def mutated(draw: st.DrawFn, names: list[str]) -> tuple[str, str]:
    """A file of the minimal site in which characters or lines were deleted, inserted, replaced or doubled."""
    name = draw(st.sampled_from(names))
    text = TEXTS[name]
    lines = st.sampled_from(text.splitlines(keepends=True))
    piece = st.one_of(
        st.just(""), st.sampled_from(FRAGMENTS), st.lists(st.sampled_from(FRAGMENTS)).map("".join), lines
    )
    for _ in range(draw(st.integers(1, 3))):
        start = draw(st.integers(0, len(text)))
        end = start + draw(st.sampled_from((0, 0, 1, 2, 10, 60)))
        text = text[:start] + draw(piece) + text[end:]
    return name, text


@given(case=mutated(DATA))
def test_mutated_data_is_never_a_traceback_and_never_a_silent_loss(case: tuple[str, str], site: Path) -> None:
    with _changed(site, *case):
        made = Site(site)
        assert made.listing(made.findings)

        if not errors(made.findings):
            written = {name: yaml.load((site / name).read_text("utf-8"), yaml.CBaseLoader) for name in DATA}  # noqa: S506
            metrics = written["data/metrics/funding.yml"] | written["data/metrics/safety.yml"]
            values = written["data/2022/values.yml"]
            held, observations = made.disclosure.metrics, made.disclosure.reports[0].observations
            changes = [item.change for item in observations if item.change]
            assert set(metrics) == set(held) == {item.metric for item in observations}
            assert sorted(_texts("name", metrics)) == sorted(metric.name for metric in held.values())
            assert sorted(_texts("value", values)) == sorted(str(item.value) for item in observations)
            assert sorted(_texts("change", values)) == sorted(map(str, changes))


@given(case=mutated(DOCS))
def test_mutated_prose_is_never_a_traceback_and_never_a_silent_loss(
    case: tuple[str, str], site: Path
) -> None:
    with _changed(site, *case):
        made = Site(site)
        made.render(RENDERER)
        assert made.listing(made.review())

        if not errors(made.findings):
            name, text = case
            section = made.book.sections[name.removeprefix("docs/")]
            assert _words(made.body("2022/index.html")) == fold(
                (site / "data/2022/source.txt").read_text("utf-8")
            )
            if not re.search("[`~]|<!--", text):
                assert len(section.bound) == text.count("{{", section.markdown.body_start)


@contextmanager
def _changed(root: Path, name: str, text: str) -> Iterator[None]:
    (root / name).write_text(text, "utf-8", newline="")
    try:
        yield
    finally:
        (root / name).write_text(TEXTS[name], "utf-8")


def _texts(key: str, node: Any) -> Iterator[str]:
    """Every text that stands under ``key``, at any depth."""
    if isinstance(node, list):
        for item in node:
            yield from _texts(key, item)
    elif isinstance(node, dict):
        for name, child in node.items():
            if name == key and child not in {"", "~", "null"}:
                yield child
            yield from _texts(key, child)


def _words(html: str) -> str:
    """What a reader of the one-page report reads, but for what the site visibly adds."""
    tree = LexborHTMLParser(html)
    for node in tree.css("details.metadata, nav.contents, .site-block"):
        node.decompose()
    return fold(tree.body.text(deep=True) if tree.body else "")
