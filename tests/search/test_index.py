"""The files that are fetched: what is in them, that they stay the same, and that they lead somewhere."""

from __future__ import annotations

import json
import re
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from selectolax.lexbor import LexborHTMLParser

from disclosure.search.scripts import script
from finished import rows
from project import build, make
from search.engine import rows_of

if TYPE_CHECKING:
    from conftest import County

GOLDEN = Path(__file__).parent / "golden"


def files_of(site: Path) -> dict[str, Any]:
    """The index files of a site by name without hash."""
    paths = (site / "search").glob("*.json")
    files = {path.name.split(".")[0]: json.loads(path.read_bytes().decode("gbk")) for path in paths}
    for content in files.values():
        for name in {"entries", "metrics", "figures"} & content.keys():
            content[name] = rows_of(content[name])
    return files


@pytest.fixture(scope="module")
def minimal(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = make(tmp_path_factory.mktemp("minimal") / "project")
    assert build(root).returncode == 0
    return root / "site"


@pytest.mark.parametrize("name", ["2022", "pages"])
def test_the_index_of_the_minimal_site_is_as_written_down(minimal: Path, name: str) -> None:
    written = (GOLDEN / f"{name}.json").read_text("utf-8")

    assert json.dumps(files_of(minimal)[name], ensure_ascii=False, indent=1) + "\n" == written


def test_names_change_with_the_content(real_site: Path) -> None:
    named = {path.name.split(".")[1]: path.read_bytes() for path in (real_site / "search").glob("*.js*")}

    assert len(named) > 8
    assert [name for name, content in named.items() if name != sha256(content).hexdigest()[:8]] == []


def test_a_second_build_gives_the_same_bytes(minimal: Path, tmp_path: Path) -> None:
    again = make(tmp_path / "project")
    assert build(again).returncode == 0

    assert _bytes(again / "site") == _bytes(minimal)


def _bytes(site: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (site / "search").iterdir()}


def test_every_entry_and_figure_leads_to_something_that_is_there(real_site: Path, county: County) -> None:
    for site in (real_site, county.site):
        ids = {
            path.relative_to(site).as_posix(): {
                node.attributes["id"] for node in LexborHTMLParser(path.read_text("utf-8")).css("[id]")
            }
            for path in site.rglob("*.html")
        }
        every = [address for content in files_of(site).values() for address in _addresses(content)]
        parted = [address.partition("#") for address in every]
        assert len(parted) > 100
        assert [part for part in parted if part[2] and part[2] not in ids[part[0]]] == []


def _addresses(content: dict[str, Any]) -> list[str]:
    found = [guide["at"] for guide in content.get("guides", [])]
    found += [item["at"] for item in content.get("unstated", []) if "at" in item]
    entries = content.get("entries", content.get("pages", []))
    for entry in entries:
        page = entry["at"].partition("#")[0]
        found += [entry["at"], *(f"{page}#{anchor}" for anchor in entry.get("anchors", []))]
    for figure in content.get("figures", []):
        found.append(f"metrics/{figure['metric']}/index.html")
        category = f".{figure['category']}" if "category" in figure else ""
        if "at" in figure:
            found.append(figure["at"])
        else:
            page = entries[figure["line"][0]]["at"].partition("#")[0]
            found.append(f"{page}#figure-{figure['metric']}{category}-{figure['slug']}")
    return found


def test_every_figure_is_there_with_the_sentence_that_states_it(county: County) -> None:
    content = files_of(county.site)["2025"]

    assert len(content["figures"]) == len(county.facts.report("2025").observations) > 50
    for figure in content["figures"]:
        entry, line = figure["line"]
        assert figure["value"] in content["entries"][entry]["lines"][line]


def test_the_whole_report_is_no_entry(county: County) -> None:
    addresses = [
        entry["at"]
        for content in files_of(county.site).values()
        for entry in content.get("entries", content.get("pages", []))
    ]

    assert "2025/people/index.html" in {address.partition("#")[0] for address in addresses}
    assert [address for address in addresses if address[:2] == "20" and "#" not in address] == []


def test_each_year_has_a_file_of_its_own_and_the_newest_comes_first(county: County) -> None:
    files = files_of(county.site)

    assert [year for year, *_ in files["site"]["years"]] == ["2025", "2024", "2023"]
    years = {name for year in ("2023", "2024", "2025") for name in (year, f"{year}-unstated")}
    assert years | {"site", "pages", "answers", "variants"} == set(files)
    addresses = [address for _, _, *both in files["site"]["years"] for address in both]
    assert all((county.site / address).is_file() for address in addresses)


def test_verdicts_keep_their_marks(county: County) -> None:
    figures = files_of(county.site)["2025"]["figures"]
    said = {verdict for figure in figures for verdict in figure.get("verdicts", ())}
    marked = {
        row["sentence"] for row in rows(county.site, "verdicts") if row["report"] == "2025" and row["marks"]
    }

    assert marked
    assert [sentence for sentence in marked if not any(one.startswith(sentence) for one in said)] == []


@pytest.mark.parametrize("name", ["worker", "answering", "dialog"])
def test_published_scripts_have_no_comments_and_all_their_code(real_site: Path, name: str) -> None:
    (published,) = real_site.glob(f"search/{name}.*.js")
    written = script(name)
    declared = re.compile(r"function (\w+)\(")

    lean = published.read_text("utf-8")

    assert "/**" not in lean
    assert not any(line.startswith("//") for line in lean.splitlines())
    assert declared.findall(lean) == declared.findall(written) != []
