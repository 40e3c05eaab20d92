"""Renders the templates of pages, with autoescaping and with links relative to the page."""

from collections.abc import Iterable
from contextlib import suppress
from functools import cache, partial
from pathlib import Path

import jinja2
from markupsafe import Markup

from disclosure.analysis.analysis import Analysis
from disclosure.analysis.statement import CAVEAT, Tally, grouped
from disclosure.charts.chart import Chart
from disclosure.facts.disclosure import equation
from disclosure.findings import Finding
from disclosure.render.channels import channels, dial, form_about, has_channels, is_open
from disclosure.render.qr import qr
from disclosure.report import addresses
from disclosure.report.binding import Figure
from disclosure.report.book import Book, section_address
from disclosure.rules import RULES


class _Compiled(jinja2.FileSystemBytecodeCache):
    """Keeps compiled templates beside compiled Python modules, which saves a fifth of a small build."""

    def dump_bytecode(self, bucket: jinja2.bccache.Bucket) -> None:
        """Stores a compiled template, if the directory is writable."""
        with suppress(OSError):
            super().dump_bytecode(bucket)


_COMPILED = _Compiled(str(Path(__file__).parent / "__pycache__"))


@cache
def environment() -> jinja2.Environment:
    """The single environment of all page templates."""
    templates = jinja2.Environment(
        loader=jinja2.FileSystemLoader(Path(__file__).parent.parent / "pages" / "templates"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
        bytecode_cache=_COMPILED,
    )
    templates.globals |= {
        "CAVEAT": CAVEAT,
        "addresses": addresses,
        "address_of": section_address,
        "channels": channels,
        "dial": dial,
        "equation": equation,
        "form_about": form_about,
        "grouped": grouped,
        "has_channels": has_channels,
        "is_open": is_open,
        "qr": qr,
        "rules": RULES,
        "tallied": Tally.of,
    }
    return templates


def render(template: str, page: str, **context: object) -> str:
    """The HTML of a template for the page at ``page``; ``words`` and ``added`` are HTML already."""
    for name in ("words", "added"):
        if isinstance(html := context.get(name), str):
            context[name] = Markup(html)  # noqa: S704 - rendered from checked Markdown, or by a template
    analysis = context.get("analysis")
    root = None
    if isinstance(analysis, Analysis):
        context["book"], root = analysis.book, analysis.disclosure.publisher.root
    return (
        environment()
        .get_template(template)
        .render(context, link=partial(addresses.relative, page=page, root=root))
    )


def render_charts(charts: Iterable[Chart], page: str) -> str:
    """The HTML of charts on the page at ``page``."""
    return "\n".join(render("charts/chart.html", page, chart=chart) for chart in charts)


def render_figure(book: Book, figure: Figure, page: str) -> str:
    """The HTML of an inline figure: its machine-readable value, in a link to its metric page."""
    observation = figure.observation
    metric = book.disclosure.metrics[observation.metric]
    printed = observation.of(figure.field) or observation.shown
    return render(
        "figure.html",
        page,
        figure=figure,
        metric=metric,
        target=addresses.value(observation.anchor, observation.year),
        category=metric.categories.get(observation.category or ""),
        value=printed.plain,
        bound=printed.bound.value,
    )


def render_errors(findings: list[Finding]) -> str:
    """A plain page that lists the errors, for live editing."""
    return environment().get_template("errors.html").render(findings=sorted(set(findings)), rules=RULES)


@cache
def _theme(directory: Path) -> jinja2.Environment:
    return jinja2.Environment(
        loader=jinja2.FileSystemLoader(directory), autoescape=True, bytecode_cache=_COMPILED
    )


def render_page(theme: Path, *, shell: object, body: str) -> str:
    """A complete page: ``body`` with the shell from the templates in the directory ``theme``."""
    return _theme(theme).get_template("main.html").render(shell=shell, body=body)
