"""Prints when the site next needs building."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from noticeboard.pages.next_change import next_change_line
from noticeboard.shell.build.project_linking import link_project, open_store
from noticeboard.shell.terminal.console import print_problems

if TYPE_CHECKING:
    from noticeboard.shell.project import Project


def print_next_change(project: Project) -> int:
    """Prints when the site next needs building, or the problems that keep it from being known; the exit code."""
    with open_store(project) as store:
        linked = link_project(project, store)
    if linked.failed:
        print_problems(linked.problems, project)
        return 1
    sys.stdout.write(next_change_line(linked.site, linked.now))
    return 0
