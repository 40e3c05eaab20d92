"""The stage: whose files it may clear, whose it may replace, and the one-step swap."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest

from disclosure.publish import manifest, swap
from disclosure.publish.assets import hashed
from disclosure.publish.stage import Stage, StageError

if TYPE_CHECKING:
    from pathlib import Path


def _publish(target: Path, files: dict[str, str]) -> bool:
    stage = Stage(target)
    stage.open()
    stage.plan(files)
    for name, text in files.items():
        (stage.site / name).parent.mkdir(parents=True, exist_ok=True)
        (stage.site / name).write_text(text, "utf-8")
    return stage.publish()


def _files(directory: Path) -> dict[str, str]:
    return {name: (directory / name).read_text("utf-8") for name in manifest.files_of(directory)}


def test_a_first_and_a_second_build_leave_the_site_and_nothing_else(tmp_path: Path) -> None:
    _publish(tmp_path / "site", {"index.html": "一", "old.html": "旧"})
    _publish(tmp_path / "site", {"index.html": "二"})

    assert _files(tmp_path / "site") == {"index.html": "二"}
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_an_empty_directory_may_be_the_target(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()

    _publish(tmp_path / "site", {"index.html": "一"})

    assert _files(tmp_path / "site") == {"index.html": "一"}


def test_a_target_that_holds_what_no_build_wrote_is_refused(tmp_path: Path) -> None:
    _publish(tmp_path / "site", {"index.html": "一"})
    (tmp_path / "site" / "notes.txt").write_text("mine", "utf-8")

    with pytest.raises(StageError, match=r"notes\.txt"):
        Stage(tmp_path / "site").open()

    assert (tmp_path / "site" / "notes.txt").read_text("utf-8") == "mine"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_site_of_another_tool_is_refused(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "index.html").write_text("theirs", "utf-8")

    with pytest.raises(StageError, match=r"index\.html"):
        Stage(tmp_path / "site").open()


def test_a_target_that_is_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "site").write_text("a file", "utf-8")

    with pytest.raises(StageError):
        Stage(tmp_path / "site").open()

    assert (tmp_path / "site").read_text("utf-8") == "a file"


def test_a_stage_left_by_a_killed_build_is_cleared(tmp_path: Path) -> None:
    left = tmp_path / ".site.stage"
    (left / "site").mkdir(parents=True)
    (left / "journal").write_text("index.html\n", "utf-8")
    (left / "site" / "index.html").write_text("half", "utf-8")

    _publish(tmp_path / "site", {"index.html": "一"})

    assert [path.name for path in tmp_path.iterdir()] == ["site"]


@pytest.mark.parametrize("name", [".site.stage/notes.txt", ".site.stage/site/notes.txt"])
def test_a_stage_that_holds_what_no_build_wrote_is_never_deleted(tmp_path: Path, name: str) -> None:
    (tmp_path / ".site.stage" / "site").mkdir(parents=True)
    (tmp_path / name).write_text("mine", "utf-8")

    with pytest.raises(StageError, match=r"notes\.txt"):
        Stage(tmp_path / "site").open()

    assert (tmp_path / name).read_text("utf-8") == "mine"


def test_a_second_build_at_the_same_time_is_refused(tmp_path: Path) -> None:
    first = Stage(tmp_path / "site")
    first.open()

    with pytest.raises(StageError, match="正在进行"):
        Stage(tmp_path / "site").open()

    first.discard()
    assert list(tmp_path.iterdir()) == []


def test_a_discarded_stage_leaves_the_former_site(tmp_path: Path) -> None:
    _publish(tmp_path / "site", {"index.html": "一"})

    stage = Stage(tmp_path / "site")
    stage.open()
    (stage.site / "index.html").write_text("二", "utf-8")
    stage.discard()

    assert _files(tmp_path / "site") == {"index.html": "一"}
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_target_behind_a_link_is_replaced_where_it_really_is(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "site").symlink_to(tmp_path / "real")

    _publish(tmp_path / "site", {"index.html": "一"})

    assert (tmp_path / "site").is_symlink()
    assert _files(tmp_path / "real") == {"index.html": "一"}


def test_one_generation_of_assets_is_kept_for_pages_already_open(tmp_path: Path) -> None:
    for text in ("一", "二", "三"):
        _publish(tmp_path / "site", {"index.html": text, hashed("assets/site.css", text.encode()): text})

    kept = manifest.read(tmp_path / "site")
    assert sorted(text for name, text in _files(tmp_path / "site").items() if name.endswith(".css")) == [
        "三",
        "二",
    ]
    assert kept is not None
    assert kept.kept == {hashed("assets/site.css", "二".encode())}


def test_the_same_site_again_changes_no_byte_and_keeps_what_was_kept(tmp_path: Path) -> None:
    for text in ("一", "二"):
        _publish(tmp_path / "site", {"index.html": text, hashed("assets/site.css", text.encode()): text})
    former = (tmp_path / "site" / manifest.NAME).read_bytes(), _files(tmp_path / "site")
    assert len(former[1]) == 3

    _publish(tmp_path / "site", {"index.html": "二", hashed("assets/site.css", "二".encode()): "二"})

    assert ((tmp_path / "site" / manifest.NAME).read_bytes(), _files(tmp_path / "site")) == former


def test_the_same_files_give_the_same_manifest(tmp_path: Path) -> None:
    for name in ("a", "b"):
        _publish(tmp_path / name, {"index.html": "一", "x/index.html": "二"})

    assert (tmp_path / "a" / manifest.NAME).read_bytes() == (tmp_path / "b" / manifest.NAME).read_bytes()


def test_a_reader_meets_no_gap_while_sites_are_swapped(tmp_path: Path) -> None:
    target = tmp_path / "site"
    _publish(target, {"index.html": "0"})
    missing, reads, stop = [], [0], threading.Event()

    def poll() -> None:
        while not stop.is_set():
            try:
                (target / "index.html").read_bytes()
            except FileNotFoundError as error:
                missing.append(error)
            reads[0] += 1

    reader = threading.Thread(target=poll)
    reader.start()
    seamless = [_publish(target, {"index.html": str(number)}) for number in range(200)]
    stop.set()
    reader.join()

    assert missing == []
    assert all(seamless)
    assert reads[0] > 200


def test_where_directories_cannot_be_exchanged_files_are_replaced_one_by_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _publish(tmp_path / "site", {"index.html": "一", "old/index.html": "旧"})
    monkeypatch.setattr(swap, "_exchange", lambda *_: False)

    seamless = _publish(tmp_path / "site", {"index.html": "二", "new/index.html": "新"})

    assert not seamless
    assert _files(tmp_path / "site") == {"index.html": "二", "new/index.html": "新"}
    assert not (tmp_path / "site" / "old").exists()


def test_permissions_of_the_site_directory_stay(tmp_path: Path) -> None:
    _publish(tmp_path / "site", {"index.html": "一"})
    (tmp_path / "site").chmod(0o700)

    _publish(tmp_path / "site", {"index.html": "二"})

    assert (tmp_path / "site").stat().st_mode & 0o777 == 0o700


def test_a_replacement_of_files_that_dies_half_way_is_mended_by_the_next_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _publish(tmp_path / "site", {"a.html": "一", "old.html": "旧"})
    monkeypatch.setattr(swap, "_exchange", lambda *_: False)
    whole = swap._replace

    def dying(place: Path, content: bytes) -> None:
        if place.name == "b.html":
            place.with_name(f".{place.name}{manifest.PARTIAL}").write_bytes(content[:1])
            raise OSError(28, "No space left on device")
        whole(place, content)

    monkeypatch.setattr(swap, "_replace", dying)
    with pytest.raises(StageError, match="No space left"):
        _publish(tmp_path / "site", {"a.html": "二", "b.html": "新", "c.html": "新"})
    monkeypatch.setattr(swap, "_replace", whole)

    _publish(tmp_path / "site", {"a.html": "三", "b.html": "新"})

    assert _files(tmp_path / "site") == {"a.html": "三", "b.html": "新"}


def test_a_broken_manifest_is_no_manifest(tmp_path: Path) -> None:
    _publish(tmp_path / "site", {"index.html": "一"})
    (tmp_path / "site" / manifest.NAME).write_bytes(b"\xff\xfe")

    with pytest.raises(StageError, match=r"index\.html"):
        Stage(tmp_path / "site").open()


def test_a_stage_behind_a_link_is_refused(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / ".site.stage").symlink_to(tmp_path / "elsewhere")

    with pytest.raises(StageError, match="链接"):
        Stage(tmp_path / "site").open()

    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_a_file_of_the_published_site_is_taken_over_as_it_was_made(tmp_path: Path) -> None:
    _publish(tmp_path / "site", {"share/a.1f.png": "picture", "share/b.2f.png": "picture"})
    (tmp_path / "site" / "share" / "b.2f.png").write_text("changed by hand", "utf-8")
    stage = Stage(tmp_path / "site")
    stage.open()

    taken = [stage.take_over(name) for name in ("share/a.1f.png", "share/b.2f.png", "share/c.3f.png")]

    assert taken == [True, False, False]
    assert _files(stage.site) == {"share/a.1f.png": "picture"}
    stage.discard()


def test_a_first_build_takes_over_nothing(tmp_path: Path) -> None:
    stage = Stage(tmp_path / "site")
    stage.open()

    assert not stage.take_over("share/a.1f.png")
    stage.discard()
