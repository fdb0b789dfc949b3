"""Records the state of a build's input files before they are read, for the next build."""

from __future__ import annotations

import os
from datetime import datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from noticeboard.pages.next_change import next_change
from noticeboard.shell.build.build_record import BuildCommand, BuildRecord, PrintedResult, remember
from noticeboard.shell.build.file_snapshot import changed_since, file_marks
from noticeboard.shell.build.host_code import own_folders, own_modules
from noticeboard.sources.stray_files import is_left_behind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from noticeboard.shell.build.file_snapshot import FileMarks
    from noticeboard.shell.build.output_state import State
    from noticeboard.shell.build.project_linking import LinkedProject
    from noticeboard.shell.project import Project


_ONCE = ("cache-lost", "removed-announcement")
"""Problems that the next build does not have."""


_PROGRAM = Path(__file__).resolve().parents[2]


class InputWatch:
    """The state of all input files of a project before the build reads them; `marks` are what was seen of them."""

    def __init__(self, project: Project, command: BuildCommand | None = None, marks: FileMarks | None = None) -> None:
        """Records the state of all files, or takes the given marks if they are of these files.

        The build can be remembered where there is a `command`.
        """
        found = (project.settings_file, project.content, project.theme, *project.templates, *project.files, _PROGRAM)
        self._command, self._project = command, project
        self._roots = tuple(sorted({str(root) for root in found if str(root)}))
        self.marks = marks if marks and marks.roots == self._roots else file_marks(self._roots)
        # Files that had just changed are read now, before the build reads them.
        self._inputs = self.marks.snapshot if command else None

    def changed(self) -> list[str]:
        """The paths of all files that are others by now, sorted; what systems and editors leave behind is none of them.

        The settings file and the project's own code, which were read before, are looked at too.
        """
        before, found = self.marks.files, file_marks(self._roots).files
        every = found.keys() | before.keys() if found != before else ()
        differing = {path for path in every if found.get(path) != before.get(path)}
        files = {path.partition("\0")[0] for path in differing if self._is_source(path)}
        code = (self._project.settings_path, *map(str, own_modules(own_folders(self._project))))
        return sorted(files | {path for path in code if path and changed_since(path, self._project.began)})

    def _is_source(self, path: str) -> bool:
        """Whether it is a file of the platform's that is read; folders, the program and its libraries are none."""
        if any(map(Path(path).is_relative_to, (_PROGRAM, self._project.output, self._project.cache))):
            return False
        root = next((r for r in self._roots if path == r or path.startswith(f"{r}{os.sep}")), "")
        inner = Path(path.removeprefix(root).partition("\0")[0]).parts
        return bool(root) and not path.endswith("/") and not any(map(is_left_behind, inner))

    def remember(self, linked: LinkedProject, closing: str, states: Mapping[str, State]) -> None:
        """Keeps what was seen; a build within the same day, before the next change, has nothing to do.

        Not if there was a problem that is reported only once, nor if the settings changed: the command was read before
        them. `states` are those of the output files as this build left them.
        """
        changed = changed_since(self._project.settings_path, self._project.began)
        if not self._command or not self._inputs or changed or any(p.name in _ONCE for p in linked.problems):
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
