"""The current state of the preview, shared by all threads that report it."""

from __future__ import annotations

import json
from threading import Condition
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path


class PreviewState:
    """The newest state of the site: its folder, a mark of the shown build, and the problems."""

    def __init__(self, session: str, report: Mapping[str, object]) -> None:
        """Takes a word that no other run of the preview has, and the report before the first build."""
        self._condition = Condition()
        self._session, self._builds, self._turn = session, 0, 0
        self._report = report
        self._closed = self._building = False
        self._comparisons: Mapping[str, str] = {}
        self.folder: Path | None = None

    @property
    def build(self) -> str:
        """The mark of the build whose pages are shown; another one where pages have changed."""
        return f"{self._session}-{self._builds}"

    def begin(self) -> None:
        """Tells all listeners that a build has begun."""
        self._now(building=True)

    def rest(self) -> None:
        """Tells all listeners that no build runs, after one that ended without a result."""
        self._now(building=False)

    def _now(self, *, building: bool) -> None:
        with self._condition:
            self._building = building
            self._turn += 1
            self._condition.notify_all()

    def publish(
        self,
        report: Mapping[str, object],
        folder: Path | None,
        *,
        changed: bool,
        comparisons: Mapping[str, str] | None = None,
    ) -> None:
        """Tells all listeners about a finished build; `changed` says whether files of the site changed.

        `comparisons` are the addresses of comparisons by the files that offer them; None keeps the former ones.
        """
        with self._condition:
            self._report, self._building = report, False
            self.folder = folder or self.folder
            self._comparisons = self._comparisons if comparisons is None else comparisons
            self._builds += changed
            self._turn += 1
            self._condition.notify_all()

    def comparison(self, file: Path) -> str:
        """The address of the comparison that a page offers, by its file; "" if it offers none."""
        folder = self.folder
        inside = folder is not None and file.is_relative_to(folder)
        return self._comparisons.get(file.relative_to(folder).as_posix(), "") if folder and inside else ""

    def state(self) -> str:
        """The state as one line of JSON: `{"build": …, "building": …, "report": …}`.

        The report is as `report/preview_report.py` makes it, `building` says whether a build runs.
        """
        told = {"build": self.build, "building": self._building, "report": self._report}
        return json.dumps(told, ensure_ascii=False)

    def states(self, seconds: float) -> Iterator[str]:
        """The state now, and when a build begins and ends; "" if nothing has changed for so many seconds.

        Ends when the preview is closed.
        """
        seen = -1
        while not self._closed:
            turn = self._turn_after(seen, seconds)
            yield self.state() if turn != seen else ""
            seen = turn

    def _turn_after(self, seen: int, seconds: float) -> int:
        with self._condition:
            self._condition.wait_for(lambda: self._closed or self._turn != seen, seconds)
            return self._turn

    def close(self) -> None:
        """Ends every series of states."""
        with self._condition:
            self._closed = True
            self._condition.notify_all()
