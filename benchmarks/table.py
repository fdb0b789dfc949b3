"""The tables to print for the runs: what each generator took, and Noticeboard's ratios to the others."""

from __future__ import annotations

from statistics import median
from typing import TYPE_CHECKING

from benchmarks.rounds import SCENARIOS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from benchmarks.rounds import Run

_OURS = "noticeboard"
_MIB, _MB = 2**20, 10**6


def times(runs: Sequence[Run]) -> str:
    """For each scenario and generator: median, minimum and maximum of the seconds, and the other measurements."""
    head = ("", "seconds", "min", "max", "processor", "peak MiB", "files", "MB", "written", "search")
    rows = [_times(scenario, name, runs) for scenario in SCENARIOS for name in _names(runs)]
    return aligned([head, *rows])


def ratios(runs: Sequence[Run]) -> str:
    """What Noticeboard took, divided by what each other generator took in the same round; "" without Noticeboard.

    There are ratios of processor time, of seconds, and of seconds without those of the search index.
    """
    others = [name for name in _names(runs) if name != _OURS]
    if _OURS not in _names(runs) or not others:
        return ""
    head = ("noticeboard divided by", "processor", "min", "max", "seconds", "min", "max", "no search", "min", "max")
    rows = [_ratios(scenario, other, runs) for other in others for scenario in SCENARIOS]
    return aligned([head, *rows])


def aligned(rows: Sequence[Sequence[str]]) -> str:
    """The rows as text, with the first column aligned left and all others right."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "".join(f"{_line(row, widths)}\n" for row in rows)


def spread(values: Iterable[float], form: str = "{:.2f}") -> tuple[str, str, str]:
    """Median, minimum and maximum as text."""
    found = sorted(values)
    return form.format(median(found)), form.format(found[0]), form.format(found[-1])


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    first, *others = (
        cell.ljust(width) if not index else cell.rjust(width)
        for index, (cell, width) in enumerate(zip(row, widths, strict=True))
    )
    return "  ".join([first, *others]).rstrip()


def _names(runs: Sequence[Run]) -> list[str]:
    return list(dict.fromkeys(run.generator for run in runs))


def _of(runs: Sequence[Run], scenario: str, name: str) -> list[Run]:
    """The runs of a generator in a scenario, by round."""
    found = (run for run in runs if (run.scenario, run.generator) == (scenario, name))
    return sorted(found, key=lambda run: run.round)


def _times(scenario: str, name: str, runs: Sequence[Run]) -> tuple[str, ...]:
    found = _of(runs, scenario, name)
    last = found[-1]
    return (
        f"{scenario}, {name}",
        *spread(run.usage.seconds for run in found),
        f"{median(run.usage.processor for run in found):.2f}",
        f"{max(run.usage.memory for run in found) / _MIB:.0f}",
        f"{last.files:,}",
        f"{last.size / _MB:.1f}",
        f"{median(run.written for run in found):,.0f}",
        f"{median(run.apart for run in found):.2f}",
    )


def _ratios(scenario: str, other: str, runs: Sequence[Run]) -> tuple[str, ...]:
    pairs = list(zip(_of(runs, scenario, _OURS), _of(runs, scenario, other), strict=True))
    processor = (ours.usage.processor / theirs.usage.processor for ours, theirs in pairs)
    seconds = (ours.usage.seconds / theirs.usage.seconds for ours, theirs in pairs)
    without = ((ours.usage.seconds - ours.apart) / theirs.usage.seconds for ours, theirs in pairs)
    return f"{other}, {scenario}", *spread(processor), *spread(seconds), *spread(without)
