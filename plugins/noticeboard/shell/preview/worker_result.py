"""The result of a build, or of a build that failed, for the server."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from noticeboard.report import as_preview
from noticeboard.shell.terminal.console import relative_to, shown_from_here, texts_of
from noticeboard.shell.terminal.program_messages import language_of, messages_in

if TYPE_CHECKING:
    from collections.abc import Iterable

    from noticeboard.model import Problem
    from noticeboard.shell.project import Project


def result(problems: Iterable[Problem], project: Project | None, *, changed: bool) -> dict[str, Any]:
    """The message to the server: the report for the browser, whether the site changed, and its folder."""
    found, lang = list(problems), language_of(project)
    texts = texts_of(found, project) if project else {}
    relative = relative_to(project) if project else shown_from_here
    report = as_preview(found, texts, relative, messages_in(lang), lang)
    return {"report": report, "changed": changed, "folder": str(project.output) if project else ""}
