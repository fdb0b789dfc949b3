"""`noticeboard clean`: removes what builds wrote, and the cache."""

from __future__ import annotations

import shutil
import sys
from typing import TYPE_CHECKING

from noticeboard.model import Location, Problem, error
from noticeboard.shell.build.file_moves import Interrupted
from noticeboard.shell.build.obstacles import Obstructed
from noticeboard.shell.build.picture_files import FOLDER as PICTURES
from noticeboard.shell.build.staging import remove_written_files
from noticeboard.shell.cache.cache_cleanup import cache_files
from noticeboard.shell.preview.preview_request import FOLDER as PREVIEW
from noticeboard.shell.terminal.console import print_problems
from noticeboard.shell.terminal.program_messages import ngettext

if TYPE_CHECKING:
    from noticeboard.shell.project import Project


def run_clean(project: Project) -> int:
    """Removes it and says how many files of the site went; the exit code, 1 with a problem for what cannot go."""
    removed, problems = 0, []
    for folder in (project.output, project.cache / PREVIEW):
        try:
            removed += remove_written_files(folder)
        except Obstructed as stopped:
            problems += stopped.problems
        except Interrupted as ended:
            removed += len(ended.removed)
            problems.append(_stays(ended.fault, str(folder)))
        except OSError as fault:
            problems.append(_stays(fault, str(folder)))
    problems += _remove_cache(project)
    said = ngettext("{number} file removed.", "{number} files removed.", removed)
    if problems:
        print_problems(problems, project, said)
        return 1
    sys.stdout.write(f"{said}\n")
    return 0


def _remove_cache(project: Project) -> list[Problem]:
    """Removes it, and has a problem for each file that cannot go."""
    problems = []
    for kept in cache_files(project.cache):
        try:
            kept.unlink(missing_ok=True)
        except OSError as fault:
            problems.append(_stays(fault, str(kept)))
    shutil.rmtree(project.cache / PICTURES, ignore_errors=True)
    return problems


def _stays(fault: OSError, path: str) -> Problem:
    message, hint = "The file cannot be removed: {reason}.", "Change the permissions, then call clean again."
    return error(
        Location(str(fault.filename or path)), "not-written", message, hint, reason=fault.strerror or str(fault)
    )
