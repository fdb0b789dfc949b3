"""A stamp after a change that does not alter the meaning: what was current stays so, what was outdated stays so too."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from noticeboard.markdown.segments.sequence_match import opcodes, pairs

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence


class ReplacedRun(NamedTuple):
    """A run of segments that an edit replaced: from `start` up to `end` before it, from `first` up to `last` after."""

    start: int
    end: int
    first: int
    last: int


def touched(before: Sequence[str], now: Sequence[str]) -> tuple[ReplacedRun, ...]:
    """The runs of segments that an edit replaced, by the digests before and after it."""
    return tuple(run for tag, *run_ in opcodes(before, now) if tag != "equal" for run in _runs(ReplacedRun(*run_)))


def narrowed(run: ReplacedRun, locations: Collection[int]) -> tuple[ReplacedRun, ...] | None:
    """The parts of a run whose segments are now at one of the places; () if there are none.

    None if it is not clear which earlier segments they replaced, because the run has others besides.
    """
    chosen = [location for location in range(run.first, run.last) if location in locations]
    if not chosen or len(chosen) == run.last - run.first:
        return (run,) if chosen else ()
    if run.start == run.end:
        return tuple(ReplacedRun(run.start, run.end, location, location + 1) for location in chosen)
    if len(chosen) == run.end - run.start:
        return tuple(
            ReplacedRun(run.start + n, run.start + n + 1, location, location + 1) for n, location in enumerate(chosen)
        )
    return None


def accepted(
    stamped: Sequence[str], before: Sequence[str], now: Sequence[str], runs: Collection[ReplacedRun]
) -> list[str]:
    """The stamped digests with those runs of the edit taken for translated where the text before it was.

    A run whose segments the version had not translated as they were before the edit is left as it is stamped, so that
    the version stays outdated there.
    """
    found = list(stamped)
    locations = _places(before, stamped)
    for run in sorted(runs, reverse=True):
        location = _insertion(run, locations, len(before)) if run.start == run.end else _standing(run, locations)
        if location is not None:
            found[location : location + run.end - run.start] = now[run.first : run.last]
    return found


def _runs(run: ReplacedRun) -> Iterator[ReplacedRun]:
    if run.end - run.start != run.last - run.first:
        yield run
        return
    for step in range(run.end - run.start):
        start, first = run.start + step, run.first + step
        yield ReplacedRun(start, start + 1, first, first + 1)


def _places(before: Sequence[str], stamped: Sequence[str]) -> dict[int, int]:
    """Where each segment of the text before the edit is in the stamp."""
    return dict(pairs(before, stamped))


def _standing(run: ReplacedRun, locations: dict[int, int]) -> int | None:
    """The places of the whole run in the stamp; None if any of it is missing there."""
    found = [locations.get(location) for location in range(run.start, run.end)]
    first = found[0]
    return first if first is not None and found == list(range(first, first + len(found))) else None


def _insertion(run: ReplacedRun, locations: dict[int, int], length: int) -> int | None:
    """Where what the edit added goes: beside a neighbour that the stamp holds."""
    if run.start - 1 in locations:
        return locations[run.start - 1] + 1
    if run.start in locations:
        return locations[run.start]
    return 0 if not length else None
