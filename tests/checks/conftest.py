"""Checks small content folders as `noticeboard check` does, without starting a process."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from noticeboard.model import Problem

TODAY = "2026-12-01"


@pytest.fixture
def checked(tmp_path: Path) -> Callable[[Path], tuple[Problem, ...]]:
    """The problems of a content folder on TODAY, sorted; its `expected.txt` is not part of the content.

    Problems of the theme and its catalogues are left out.
    """
    from noticeboard.shell.build.project_linking import link_project, open_store  # noqa: PLC0415 - collecting tests must stay quick
    from noticeboard.shell.project import project_of  # noqa: PLC0415

    def check(folder: Path) -> tuple[Problem, ...]:
        (tmp_path / "theme" / "templates").mkdir(parents=True, exist_ok=True)
        content = tmp_path / "content"
        shutil.copytree(folder, content, ignore=shutil.ignore_patterns("expected.txt"))
        given = {"PATH": "content", "CACHE_PATH": "cache", "THEME": "theme", "OUTPUT_PATH": "output"}
        settings = {key: str(tmp_path / name) for key, name in given.items()}
        project = project_of({**settings, "NOTICEBOARD_TODAY": TODAY})
        with open_store(project) as store:
            problems = link_project(project, store).problems
        return tuple(p for p in problems if p.name != "missing-theme" and not p.location.path.startswith("/"))

    return check
