"""What a build says to people: problems on standard error, what was done on standard output."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from noticeboard.report import as_text, counted

if TYPE_CHECKING:
    from collections.abc import Iterable

    from noticeboard.model import Problem
    from noticeboard.shell.link import Linked
    from noticeboard.shell.project import Project
    from noticeboard.shell.write import Done

_READABLE = (".md", ".yml", ".po", ".html", ".py")


def print_problems(problems: Iterable[Problem], project: Project) -> None:
    """Prints every problem with the line it is about, and how many there are; nothing where there is none."""
    found = sorted(set(problems))
    if not found:
        return
    texts = {p.place.path: _text(project, p.place.path) for p in found}
    failed = "" if all(p.severity == "warning" for p in found) else " Nothing was written."
    out = as_text(found, texts, lambda path: shown_path(project, path)) + f"{counted(found)}.{failed}\n"
    sys.stderr.write(out.encode("utf-8", "backslashreplace").decode("utf-8"))


def shown_path(project: Project, path: str) -> str:
    """The path of a problem as seen from where the command was called."""
    full = project.content / path
    try:
        return Path(os.path.relpath(full)).as_posix() if path else "noticeboard"
    except ValueError:
        return full.as_posix()


def _text(project: Project, path: str) -> str:
    if not path.endswith(_READABLE):
        return ""
    try:
        data = (project.content / path).read_bytes()
    except OSError:
        return ""
    return data.decode("utf-8", "replace").removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def closing_line(linked: Linked, done: Done) -> str:
    """What the build did, in one line."""
    site = linked.site
    written, removed = len(done.written), len(done.removed)
    return (
        f"{len(site.announcements)} announcements, {len(site.settings.languages)} languages, "
        f"{done.files} files: {written} written, {done.files - written} unchanged, {removed} removed.\n"
    )


def explained(done: Done) -> str:
    """Each written file with the reason why."""
    return "".join(f"{path}: {reason}\n" for path, reason in sorted(done.reasons.items()))
