"""The addresses of all pages, and the links between them; every link names its ``index.html``."""

from posixpath import commonprefix

from disclosure.facts.figure_name import split_name

HOME = "index.html"
METRICS = "metrics/index.html"
STANDARDS = "standards/index.html"
COVERAGE = "coverage/index.html"
NUMERALS = "coverage/numerals/index.html"
CORRECTIONS = "corrections/index.html"
DATA = "data/index.html"
LEDGER = "ledger/index.html"
LEDGER_TABLE = "ledger/table/index.html"
BODIES = "bodies/index.html"
OPINIONS = "opinions/index.html"
OPINION_FORM = "opinions/form/index.html"
SEARCH = "search/index.html"
SITEMAP = "sitemap/index.html"
NOT_FOUND = "404.html"


def report(year: str) -> str:
    """The address of the one-page report."""
    return f"{year}/index.html"


def section(year: str, name: str) -> str:
    """One section of a report."""
    return f"{year}/{name}/index.html"


def metric(identifier: str) -> str:
    """The page of a figure."""
    return f"metrics/{identifier}/index.html"


def value_id(anchor: str, year: str) -> str:
    """The id of an observation's row on its metric page."""
    return f"value-{anchor.replace('@', '-')}-{year}"


def value(anchor: str, year: str) -> str:
    """An observation's row on its metric page; ``anchor`` begins with the metric's id."""
    return f"{metric(split_name(anchor).metric)}#{value_id(anchor, year)}"


def ledger(year: str) -> str:
    """The ledger of a report, or the page that stands in for it; the address stays when a newer one comes."""
    return f"ledger/{year}/index.html"


def ledger_table(year: str) -> str:
    """The ledger of a report as a table, for paper."""
    return f"ledger/{year}/table/index.html"


def changes(year: str) -> str:
    """The differences between a report and the previous one."""
    return f"{year}/changes/index.html"


def board(year: str) -> str:
    """The notice of a report for the notice board, on paper."""
    return f"{year}/notice-board/index.html"


def board_help(year: str) -> str:
    """The instructions for printing that notice."""
    return f"{board(year)}#print"


def body(identifier: str) -> str:
    """The page of a department, township or school."""
    return f"bodies/{identifier}/index.html"


def standard(identifier: str) -> str:
    """A standard with its verdicts."""
    return f"{STANDARDS}#{identifier}"


def of_markdown(path: str) -> str:
    """The page that a Markdown file below ``docs/`` becomes."""
    stem = path.removesuffix(".md")
    return f"{stem}.html" if stem == "index" or stem.endswith("/index") else f"{stem}/index.html"


def relative(target: str, page: str, root: str | None = None) -> str:
    """The link to ``target`` (with or without a fragment) on ``page``.

    The page for missing addresses is served at any depth, so its links begin with the site's ``root``
    where that is known.
    """
    path, mark, fragment = target.partition("#")
    if page == NOT_FOUND and root:
        return f"{root}{target}"
    if path == page and mark:
        return f"#{fragment}"
    here, there = page.split("/")[:-1], path.split("/")
    common = len(commonprefix([here, there[:-1]]))
    steps = [".."] * (len(here) - common) + there[common:]
    return f"{'/'.join(steps)}{mark}{fragment}"
