"""Records the state of a build's input files before they are read, for the next build."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from noticeboard.pages.next_change import next_change
from noticeboard.shell.build.build_record import BuildCommand, BuildRecord, PrintedResult, remember
from noticeboard.shell.build.file_snapshot import take_snapshot

if TYPE_CHECKING:
    from collections.abc import Mapping

    from noticeboard.shell.build.output_state import State
    from noticeboard.shell.build.project_linking import LinkedProject
    from noticeboard.shell.project import Project


_ONCE = ("cache-lost", "removed-announcement")
"""Problems that the next build does not have."""


class InputWatch:
    """The state of all input files of a project before the build reads them."""

    def __init__(self, command: BuildCommand, project: Project) -> None:
        """Records the state of all files."""
        program = Path(__file__).resolve().parents[2]
        found = (project.settings_file, project.content, project.theme, *project.templates, *project.files, program)
        self._command, self._project = command, project
        self._roots = tuple(sorted({str(root) for root in found if str(root)}))
        self._inputs = take_snapshot(self._roots)

    def remember(self, linked: LinkedProject, closing: str, states: Mapping[str, State]) -> None:
        """Keeps what was seen; a build within the same day, before the next change, has nothing to do.

        Not if there was a problem that is reported only once. `states` are those of the output files
        as this build left them.
        """
        if any(problem.name in _ONCE for problem in linked.problems):
            return
        begins, until = linked.now.timestamp(), _until(linked).timestamp()
        said = PrintedResult(closing, str(self._project.content), tuple(sorted(set(linked.problems))))
        remember(
            self._command, BuildRecord(self._roots, self._inputs, self._project.output, states, begins, until, said)
        )


def _until(linked: LinkedProject) -> datetime:
    """The next instant at which a build may say something else: the next change, or midnight in the platform's zone."""
    zone = ZoneInfo(linked.site.settings.time_zone)
    tomorrow = linked.now.astimezone(zone).date() + timedelta(days=1)
    midnight = datetime.combine(tomorrow, time.min, zone)
    change = next_change(linked.site, linked.now)
    return min(midnight, change) if change else midnight
