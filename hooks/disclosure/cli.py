"""The command line: what a clerk or a maintainer asks for outside of a build."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


def main(arguments: Sequence[str], root: Path) -> int:
    """Runs one command in the project at ``root``; returns the exit status."""
    parser = argparse.ArgumentParser(prog="disclose.py", description="履行教育职责公开网站的检查与维护工具")
    commands = parser.add_subparsers(dest="command", required=True, metavar="命令")
    check = commands.add_parser("check", help="检查全部数据、正文和生成的网页，不更新网站；没有错误时不输出")
    check.add_argument("--notices", action="store_true", help="提示也一并列出")
    commands.add_parser("lock", help="检查无误以后，把现在的数值登记为已公布的数值，写入 figures.lock")
    commands.add_parser("schema", help="按记录的定义重写 data/schema/ 中的 JSON Schema")
    chosen = parser.parse_args(arguments)
    if chosen.command == "check":
        return _check(root, notices=chosen.notices)
    return _lock(root) if chosen.command == "lock" else _schema(root)


def _check(root: Path, *, notices: bool) -> int:
    """A whole build into a stage, by the same host and hooks as a real one, without the swap."""
    asked = {"DISCLOSE_CHECK": "1", "NO_MKDOCS_2_WARNING": "1"} | (
        {"DISCLOSE_NOTICES": "1"} if notices else {}
    )
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file", str(root / "mkdocs.yml")]
    return subprocess.run(command, cwd=root, env=os.environ | asked, check=False).returncode  # noqa: S603


def _lock(root: Path) -> int:
    """Registers what is published; refuses while anything is wrong."""
    if status := _check(root, notices=False):
        return status
    from disclosure.publication import Publication  # noqa: PLC0415 - see _schema

    for path, text in Publication(root).locks().items():
        (root / path).write_text(text, "utf-8")
        sys.stdout.write(f"已登记 {path}：{text.count(chr(10)) - 2} 项。\n")
    return 0


def _schema(root: Path) -> int:
    # Imported here: the models take a fifth of the time of a check, which only starts another process.
    from disclosure.facts.schema import schemas  # noqa: PLC0415

    directory = root / "data" / "schema"
    directory.mkdir(exist_ok=True)
    for name, text in schemas().items():
        (directory / name).write_text(text, "utf-8")
    return 0
