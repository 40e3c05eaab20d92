"""What was measured, as tables for the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from search.judging import Verdict, score

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from search.judging import Judgement, Score
    from search.musts import Must
    from search.timing import Speed

_WIDTH = 24


def quality(judged: Mapping[str, Sequence[Judgement]], split: str) -> Iterator[str]:
    """By class and in all: first, within three and within ten for each contender, and the silence."""
    yield f"{split}: right results first / within three / found, in per cent; absent topics: silent"
    yield f"{'':18}{'n':>5}" + "".join(f"{name:>{_WIDTH}}" for name in judged)
    first = next(iter(judged.values()))
    kinds = list(dict.fromkeys(one.query.kind for one in first))
    for kind in (*kinds, ""):
        scores = [score(_of(every, kind)) for every in judged.values()]
        count = sum(1 for _ in _of(first, kind))
        yield f"{kind or 'all':18}{count:5}" + "".join(
            f"{_places(each, 0 if kind else 1):>{_WIDTH}}" for each in scores
        )
    yield f"{'silent':18}{'':5}" + "".join(f"{_silence(score(every)):>{_WIDTH}}" for every in judged.values())


def answers(every: Sequence[Judgement], split: str) -> Iterator[str]:
    """By stratum: instant answers due, right, wrong and missing. The rivals give none."""
    yield f"{split}: our instant answers"
    yield f"{'':18}{'due':>5}{'right':>8}{'wrong':>8}{'missing':>9}"
    for stratum in (*dict.fromkeys(one.query.stratum for one in every), ""):
        each = score(one for one in every if stratum in {one.query.stratum, ""})
        if each.due or each.wrong:
            yield f"{stratum or 'all':18}{each.due:5}{each.right:8}{each.wrong:8}{each.missing:9}"


def costs(speeds: Mapping[str, Speed], builds: Mapping[str, float], floor: float) -> Iterator[str]:
    """Bytes and times side by side; ``floor`` is what the browser itself takes to show ten links."""
    yield "Costs: slow 4G (150 ms, 1.6 Mbit/s), a quarter of the processor; bytes after gzip"
    columns = ("every view", "first search", "cold ms", "warm ms", "slowest", "index s")
    yield f"{'':12}" + "".join(f"{column:>14}" for column in columns)
    for name, speed in speeds.items():
        sizes = f"{speed.view:14,}{speed.first:14,}"
        times = f"{speed.cold:14.0f}{speed.warm:14.0f}{speed.slowest:14.0f}"
        yield f"{name:12}{sizes}{times}{builds[name]:14.2f}"
    yield "every view: what each page loads for the search alone; slowest: of the warm ones"
    yield f"The browser itself shows ten links {floor:.0f} ms after an input here, without any search."


def failures(every: Iterable[Judgement]) -> Iterator[str]:
    """Each query that leaves something to wish for."""
    for one in every:
        if one.failed:
            place = f"place {one.place}" if one.place else f"not among {one.results}"
            told = f", answer {one.verdict.value}" if one.verdict is not Verdict.NONE else ""
            noise = ", noise" if one.noisy else ""
            yield f"  {one.query.id:20} {one.query.text}  → {one.query.expect or '—'}: {place}{told}{noise}"
            if one.verdict in {Verdict.WRONG, Verdict.MISSING}:
                shown = " ".join(one.answer.split())
                yield f"  {'':20} due: {one.query.answer or '—'}; shown: {shown or '—'}"


def musts(every: Iterable[Must]) -> Iterator[str]:
    """What is asked of the test split, each with what was measured."""
    yield "Musts, on the test split"
    for must in every:
        yield f"  {'met    ' if must.met else 'NOT MET'}  {must.words:30} {must.measured}"


def _of(every: Sequence[Judgement], kind: str) -> Iterator[Judgement]:
    return (one for one in every if kind in {one.query.kind, ""})


def _places(each: Score, decimals: int) -> str:
    if not each.asked:
        return _silence(each)
    counts = (each.first, each.three, each.found)
    return " / ".join(f"{100 * count / each.asked:.{decimals}f}" for count in counts)


def _silence(each: Score) -> str:
    return f"{each.silent} of {each.absent}"
