"""What a preview watches: content, theme, settings, plugins and the program itself."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from noticeboard.shell.preview.change_effects import WatchedPaths

if TYPE_CHECKING:
    from noticeboard.shell.preview.preview_request import PreviewRequest
    from noticeboard.shell.project import Project

_PROGRAM = Path(__file__).resolve().parents[2]


def watched_by(request: PreviewRequest, project: Project | None) -> dict[str, tuple[str, ...]]:
    """The fields of WatchedPaths by name; only the settings' folder where the settings cannot be read."""
    base = Path(request.settings).resolve().parent
    folders = () if project is None else (project.content, project.theme, *project.templates, *project.files)
    code = (_PROGRAM, *(project.plugins if project else ()))
    shallow = {base, *(f.parent for f in folders)}
    ours = () if project is None else (project.cache, project.output)
    return asdict(WatchedPaths(*(tuple(sorted({str(p) for p in paths})) for paths in (folders, code, shallow, ours))))
