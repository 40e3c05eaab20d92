"""The command line for clerks and maintainers."""

import argparse
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from time import monotonic


def main(arguments: Sequence[str], root: Path) -> int:
    """Runs one command in the project at ``root``; returns the exit status."""
    parser = argparse.ArgumentParser(prog="disclose.py", description="公开网站的生成、检查与维护工具")
    commands = parser.add_subparsers(dest="command", required=True, metavar="命令")
    build = commands.add_parser("build", help="检查全部数据和正文，没有错误时更新网站")
    build.add_argument("-d", "--site-dir", type=Path, help="网站生成到这个目录，不用设置里写的")
    build.add_argument("-q", "--quiet", action="store_true", help="没有错误时不输出")
    serve = commands.add_parser("serve", help="在本机预览，改动以后自动重新生成")
    serve.add_argument("-p", "--port", type=int, default=8000, help="端口（8000）")
    check = commands.add_parser("check", help="检查全部数据、正文和生成的网页，不更新网站；没有错误时不输出")
    check.add_argument("--notices", action="store_true", help="提示也一并列出")
    commands.add_parser("register", help="检查无误以后，把现在的内容登记为已公布的，写入 published.json")
    commands.add_parser("schema", help="按记录的定义重写 data/schema/ 中的 JSON Schema")
    chosen = parser.parse_args(arguments)
    if chosen.command == "schema":
        return _schema(root)
    from disclosure.hosts import plain  # noqa: PLC0415 - the schemas need no build
    from disclosure.register.register import RegisterError, resume  # noqa: PLC0415
    from disclosure.site.build import Options, Refused  # noqa: PLC0415

    build_site = partial(plain.build, root, stream=sys.stderr, clock=monotonic)
    try:
        if chosen.command == "register":
            resume(root)
        if chosen.command == "build":
            lines = build_site(target=chosen.site_dir)
            sys.stderr.write("" if chosen.quiet else "".join(f"{line}\n" for line in lines))
        elif chosen.command == "serve":
            plain.serve(root, stream=sys.stderr, clock=monotonic, port=chosen.port)
        else:
            build_site(options=Options(publish=False, notices=getattr(chosen, "notices", False)))
            if chosen.command == "register":
                from disclosure.site.site import Site  # noqa: PLC0415

                sys.stdout.writelines(f"{line}。\n" for line in Site(root).register.write(root))
    except (Refused, RegisterError) as refusal:
        sys.stderr.write(f"{refusal}{'没有登记。' if chosen.command == 'register' else ''}\n")
        return 1
    except KeyboardInterrupt:
        return 130
    return 0


def _schema(root: Path) -> int:
    from disclosure.facts.schema import schemas  # noqa: PLC0415 - see main

    directory = root / "data" / "schema"
    directory.mkdir(exist_ok=True)
    for name, text in schemas().items():
        (directory / name).write_text(text, "utf-8")
    return 0
