"""The manuals explain everything that a clerk or a webmaster can meet, and nothing that is gone."""

from __future__ import annotations

import io
import re
from collections import Counter
from contextlib import redirect_stderr, redirect_stdout, suppress
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest

import disclosure.facts.schema  # noqa: F401 - a record is among the subclasses once its module is imported
from disclosure.cli import main
from disclosure.facts import document
from disclosure.facts.bounds import AFTER, BEFORE, BOUND_WORDS, WITHIN
from disclosure.facts.change import parse_change
from disclosure.facts.period import parse_period
from disclosure.facts.quantity import QuantityError, parse_quantity
from disclosure.facts.record import Record
from disclosure.render.safety import ALLOWED
from disclosure.rules import RULES, Severity
from disclosure.text.macros import BLOCKS, FIELDS
from project import REPOSITORY

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

CLERK = (REPOSITORY / "data" / "README.md").read_text("utf-8")
WEBMASTER = (REPOSITORY / "README.zh-CN.md").read_text("utf-8")

TABLES = {
    "Publisher": ("`publisher.yml`", ""),
    "Authorisation": ("`publisher.yml`", "authorised."),
    "Contact": ("`publisher.yml`", "contact."),
    "PortalLink": ("`publisher.yml`", "links."),
    "Areas": ("`areas.yml`", ""),
    "Scheme": ("`areas.yml`", ""),
    "Area": ("`areas.yml`", "areas."),
    "Metric": ("`metrics/评价重点.yml`", ""),
    "Relation": ("`metrics/评价重点.yml`", "relations."),
    "Standard": ("`standards.yml`", ""),
    "SetAside": ("`standards.yml`", "set_aside."),
    "Source": ("`sources.yml`", ""),
    "OfficialText": ("`sources.yml`", "text."),
    "Body": ("`bodies.yml`", ""),
    "Term": ("`glossary.yml`", ""),
    "ReportRecord": ("`年份/report.yml`", ""),
    "Exemption": ("`年份/report.yml`", "exempt."),
    "SectionRecord": ("`年份/report.yml`", "sections."),
    "Mention": ("`年份/report.yml`", "mentions."),
    "TextReview": ("`年份/report.yml`", "reviewed."),
    "Match": ("`年份/report.yml`", "matches."),
    "Unmatched": ("`年份/report.yml`", "unmatched."),
    "Notice": ("`年份/report.yml`", "notice."),
    "ObservationRecord": ("`年份/values.yml`", ""),
    "Review": ("`年份/values.yml`", "reviewed."),
    "Ledger": ("`年份/ledger.yml`", ""),
    "LedgerItem": ("`年份/ledger.yml`", "items."),
    "Quoted": ("`年份/ledger.yml`", "problem."),
    "Problem": ("`年份/ledger.yml`", "problem."),
    "Measure": ("`年份/ledger.yml`", "measures."),
    "Rewording": ("`年份/ledger.yml`", "reworded."),
    "DueChange": ("`年份/ledger.yml`", "due."),
    "AcceptanceChange": ("`年份/ledger.yml`", "acceptance."),
    "Extension": ("`年份/report.yml`", "extended."),
    "Withdrawal": ("`年份/opinions.yml`", "withdrawn."),
    "Unstated": ("`年份/report.yml`", "unstated."),
    "Acceptance": ("`年份/ledger.yml`", "acceptance."),
    "Evidence": ("`年份/ledger.yml`", "evidence."),
    "Step": ("`年份/ledger.yml`", "history."),
    "Opinions": ("`年份/opinions.yml`", ""),
    "Opinion": ("`年份/opinions.yml`", "items."),
    "Correction": ("`年份/corrections.yml`", ""),
}
"""Where the manual explains each record: the heading, and what stands before its fields' names."""


@cache
def _section(title: str) -> str:
    """What stands in the clerk's manual below a heading, down to the next heading of any level."""
    parts = re.split(r"^#{2,} (.+)\n", CLERK, flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True)).get(title, "")


def _rows(text: str) -> list[list[str]]:
    """The cells of every table row."""
    lines = (line for line in text.splitlines() if line.startswith("| "))
    return [[cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]] for line in lines]


def _records(kind: type[Record] = Record) -> Iterator[type[Record]]:
    """Every record, those that build on another one included."""
    for record in kind.__subclasses__():
        if record.__module__.startswith("disclosure.facts"):  # mkdocs.yml is read as a record too
            yield record
        yield from _records(record)


def _choices(schema: dict[str, Any]) -> list[str]:
    """The values that a field may have, if they are listed."""
    return [choice for part in (schema, *schema.get("anyOf", ())) for choice in part.get("enum", ())]


SCHEMAS = {record.__name__: record.model_json_schema() for record in _records()}
"""Every record as editors know it, without what no file may hold."""
FIELDS_OF = [(record, field) for record, schema in SCHEMAS.items() for field in schema["properties"]]
each_field = pytest.mark.parametrize(("record", "field"), FIELDS_OF)


@cache
def _explained(record: str, field: str) -> list[str]:
    """The row of the manual that explains a field: name, required or not, meaning, example."""
    title, prefix = TABLES.get(record, ("", ""))
    return next((row for row in _rows(_section(title)) if row[0] == f"`{prefix}{field}`"), [""] * 4)


@each_field
def test_every_field_of_every_record_is_explained_below_the_name_of_its_file(record, field):
    *_, meaning, example = _explained(record, field)

    assert meaning, f"data/README.md has no row for {field} below {TABLES.get(record)}"
    assert example, f"data/README.md has no example for {field} below {TABLES.get(record)}"


@each_field
def test_the_manual_says_whether_a_field_is_required(record, field):
    required = field in SCHEMAS[record].get("required", ())

    assert _explained(record, field)[1].startswith("是" if required else "否")


@each_field
def test_the_manual_names_every_value_that_a_field_may_have(record, field):
    choices = _choices(SCHEMAS[record]["properties"][field])

    assert [choice for choice in choices if f"`{choice}`" not in _explained(record, field)[2]] == []


@pytest.mark.parametrize("title", sorted({title for title, _ in TABLES.values()}))
def test_no_field_is_explained_that_no_longer_exists(title):
    prefixes = {record: prefix for record, (where, prefix) in TABLES.items() if where == title}
    known = {f"`{prefixes[record]}{field}`" for record, field in FIELDS_OF if record in prefixes}

    assert {row[0] for row in _rows(_section(title)) if row[0].startswith("`")} - known == set()


CODE_TABLES = CLERK.partition("## 八、全部提示代码")[2]
CODES = {row[0].split("`")[1]: row for row in _rows(CODE_TABLES) if row[0].startswith("`")}


@pytest.mark.parametrize("code", RULES)
def test_every_code_is_explained_in_the_words_of_its_rule(code):
    rule = RULES[code]
    mark = "（提示）" if rule.severity is Severity.NOTICE else ""

    name, explanation, advice = CODES.get(code, ("", "", ""))

    assert (name, advice) == (f"`{code}` {rule.title}{mark}", rule.advice)
    assert explanation


@pytest.mark.parametrize("code", CODES)
def test_no_code_is_explained_that_no_longer_exists(code):
    assert code in RULES


MACROS = [row[0] for row in _rows(_section("宏"))]


@pytest.mark.parametrize("block", BLOCKS)
def test_every_block_macro_is_explained(block):
    assert [macro for macro in MACROS if macro.startswith(f"`{{{{ {block} ")]


@pytest.mark.parametrize("field", FIELDS)
def test_everything_that_an_inline_macro_can_print_is_explained(field):
    assert f"`{{{{ 指标编号 {field} }}}}`" in MACROS


def test_the_manual_lists_the_html_that_prose_may_contain():
    listed = next(line for line in _section("可以用的 HTML").splitlines() if line.startswith("`"))

    assert set(re.findall(r"`(\w+)`", listed)) == ALLOWED


def _heard(*arguments: str) -> str:
    """What the command line says before it gives up or is told to stop."""
    output = io.StringIO()
    with redirect_stdout(output), redirect_stderr(output), suppress(SystemExit):
        main(arguments, REPOSITORY)
    return output.getvalue()


def _commands() -> Iterator[str]:
    """Every command, alone and with each of its options."""
    for command in re.findall(r"[a-z][a-z-]+", _heard("?").partition("choose from")[2]):
        yield command
        for option in sorted(set(re.findall(r"--[a-z-]+", _heard(command, "--help"))) - {"--help"}):
            yield f"{command} {option}"


@pytest.mark.parametrize("command", list(_commands()))
def test_every_command_is_explained(command):
    assert f"`python hooks/disclose.py {command}`" in CLERK


def _targets() -> list[str]:
    makefile = REPOSITORY / "Makefile"
    text = makefile.read_text("utf-8") if makefile.is_file() else ""
    return sorted(set(re.findall(r"^([a-z][a-z-]*):(?!=)", text, re.MULTILINE)))


@pytest.mark.parametrize("target", _targets())
def test_every_make_target_is_explained(target):
    assert f"`make {target}`" in CLERK + WEBMASTER


@pytest.mark.parametrize("command", sorted(set(re.findall(r"`make ([a-z-]+)", CLERK + WEBMASTER))))
def test_no_make_target_is_explained_that_does_not_exist(command):
    assert command in _targets()


def _examples() -> Iterator[tuple[Callable[[str], object], str, bool]]:
    for title, parse in {"数值": parse_quantity, "增减": parse_change, "时期": parse_period}.items():
        for written, verdict, *_ in _rows(_section(title)):
            if verdict in {"对", "错"}:
                yield parse, written.strip("`"), verdict == "对"


@pytest.mark.parametrize(("parse", "written", "right"), list(_examples()))
def test_what_the_manual_calls_right_is_read_and_what_it_calls_wrong_is_refused(parse, written, right):
    try:
        read = parse(written) is not None
    except QuantityError:
        read = False

    assert read is right


def test_the_manual_lists_every_word_of_a_bound_with_what_it_is_read_as():
    listed = {
        re.sub("（如.*）", "", word).translate({ord("（"): "(", ord("）"): ")"}): meaning
        for words, _, meaning in (row for row in _rows(_section("数值")) if row[2] in BOUND_WORDS.values())
        for word in words.split("、")
    }

    assert listed == {word: BOUND_WORDS[bound] for word, bound in (BEFORE | WITHIN | AFTER).items()}


@pytest.mark.parametrize("example", re.findall(r"```yaml\n(.*?)```", CLERK, re.DOTALL))
def test_every_yaml_example_can_be_read(example):
    _, findings = document.parse(example, "data/README.md")

    assert findings == []


def _anchors(text: str) -> list[str]:
    """What GitHub calls the headings of a manual in links."""
    titles = re.findall(r"^#+ (.+)", text, re.MULTILINE)
    return [re.sub(r"[^\w\- ]", "", title).lower().replace(" ", "-") for title in titles]


@pytest.mark.parametrize("manual", ["data/README.md", "README.zh-CN.md"])
def test_no_two_headings_of_a_manual_are_alike(manual):
    anchors = _anchors((REPOSITORY / manual).read_text("utf-8"))

    assert [anchor for anchor, count in Counter(anchors).items() if count > 1] == []


@pytest.mark.parametrize("manual", ["data/README.md", "README.zh-CN.md"])
def test_every_link_between_the_manuals_leads_somewhere(manual):
    path = REPOSITORY / manual
    prose = re.sub(r"```.*?```|`[^`\n]+`", "", path.read_text("utf-8"), flags=re.DOTALL)

    links = re.findall(r"(?<!!)\[[^\]]*\]\((?!https?:)([^)#]*)#?([^)]*)\)", prose)

    assert links
    for link, anchor in links:
        target = path.parent / link if link else path
        assert target.exists(), link
        anchors = _anchors(target.read_text("utf-8"))
        assert not anchor or anchor in anchors
