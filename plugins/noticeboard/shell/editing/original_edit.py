"""The last edit of an original: its segments before and now, and which of them count."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from noticeboard.markdown.segments.editorial_stamp import narrowed, touched
from noticeboard.markdown.segments.stamps import changes, digests, renewed
from noticeboard.shell.editing.version_history import versions
from noticeboard.shell.terminal.program_messages import gettext
from noticeboard.shell.terminal.refusals import refused
from noticeboard.site.segment_texts import segmented

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from noticeboard.markdown.segments.editorial_stamp import ReplacedRun
    from noticeboard.site import Source
    from noticeboard.site.segment_texts import SegmentPiece


@dataclass(frozen=True, slots=True)
class OriginalEdit:
    """A change of an original: its segments before and now, and which of them count."""

    before: tuple[str, ...]
    now: tuple[SegmentPiece, ...]
    runs: tuple[ReplacedRun, ...]
    since: str

    @property
    def digests(self) -> tuple[str, ...]:
        """Those of the segments now."""
        return tuple(piece.segment.digest for piece in self.now)


def stamped_from(source: Source, original: Source) -> tuple[str, ...] | None:
    """The digests in the version's stamp; None if it has no stamp, or one of another original."""
    stated = source.header.translates
    found = digests(stated.digest) if stated and stated.language == original.lang else None
    return None if found is None else renewed(found, original.segments)


def edit_of(file: Path, stamped: Iterable[tuple[str, ...]], lines: Sequence[int]) -> OriginalEdit | None:
    """What has changed in an original: since git last knew it otherwise, else since a translation was stamped last."""
    now = segmented(file.read_bytes())
    current = tuple(piece.segment.digest for piece in now)
    before, since = _committed(file, current) or (_stamped(stamped, current), gettext("a translation was stamped last"))
    if before is None:
        return None
    runs = touched(before, current)
    runs = tuple(one for run in runs for one in _at(run, now, lines)) if lines else runs
    return OriginalEdit(before, now, runs, since) if runs else None


def _committed(file: Path, current: tuple[str, ...]) -> tuple[tuple[str, ...], str] | None:
    """The file's segments before their last change in git, and the day of that change."""
    for version in versions(file):
        found = tuple(piece.segment.digest for piece in segmented(version.data))
        if found != current:
            return found, gettext("it was saved in git on {day}", day=version.day)
    return None


def _stamped(stamped: Iterable[tuple[str, ...]], current: tuple[str, ...]) -> tuple[str, ...] | None:
    """The recorded stamp with the fewest changes against the current text, other than the current one."""
    others = [found for found in stamped if found != current]
    return min(others, key=lambda found: sum(c.counts for c in changes(found, current)), default=None)


def _at(run: ReplacedRun, now: tuple[SegmentPiece, ...], lines: Sequence[int]) -> tuple[ReplacedRun, ...]:
    """The part of the run whose segments hold one of the lines."""
    locations = {max((n for n, p in enumerate(now) if p.passage.line <= line), default=0) for line in lines}
    found = narrowed(run, locations)
    if found is None:
        every = ", ".join(str(now[location].passage.line) for location in range(run.first, run.last))
        refused(
            "The segments at the lines {every} have changed together, so it cannot be told what each of them "
            "was. Name all of these lines, or none of them.",
            every=every,
        )
    return found


def current_digests(original: Source) -> tuple[str, ...]:
    """The digests of the original's segments."""
    return tuple(segment.digest for segment in original.segments)
