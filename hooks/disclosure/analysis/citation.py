"""The citation of a figure, with a hash by which anyone can tell whether the figure changed."""

from hashlib import sha256

from disclosure.facts.disclosure import Disclosure, Report
from disclosure.facts.observations import Observation


def content_hash(report: Report, observation: Observation) -> str:
    """The first 16 hexadecimal digits of the SHA-256 of the figure's line.

    The line is report title, figure, value and change, and the comparison where there is one, joined by
    tabs, in UTF-8: all of it can be read from ``figures.csv``.
    """
    stated = (observation.value or "", observation.change or "", *filter(None, [observation.comparison]))
    words = (report.record.title, observation.reference, *map(str, stated))
    return sha256("\t".join(words).encode()).hexdigest()[:16]


def citation(
    disclosure: Disclosure, report: Report, observation: Observation, *, path: str, name: str
) -> str:
    """One sentence that names publisher, report, figure, period, value, address and hash.

    ``path`` is the page below the site's address, which is left out while the publisher has none.
    """
    record, publisher = report.record, disclosure.publisher
    parts = (
        f"{record.issuer}：《{record.title}》{f'，{record.written}' if record.written else ''}",
        f"{name}，{observation.period.label}，{'，'.join(map(str, observation.stated.values()))}",
        f"见“{publisher.site_title}”网站，编号 {observation.reference}",
        f"校验码 {content_hash(report, observation)}",
        # Last and without punctuation after it, so that it can be copied.
        f"{publisher.address}{path}" if publisher.address else "",
    )
    return "。".join(parts)
