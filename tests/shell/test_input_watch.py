"""The files that a build reports as changed while it ran."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from noticeboard.shell.build.input_watch import InputWatch
from noticeboard.shell.project import project_of

if TYPE_CHECKING:
    from pathlib import Path


def test_only_input_files_of_the_platform_are_reported(tmp_path: Path) -> None:
    """New, changed and deleted ones; no folders, files of editors, or files that the build writes."""
    content = tmp_path / "content"
    (content / "surveys").mkdir(parents=True)
    for name in ("changed.md", "gone.md", "kept.md"):
        (content / "surveys" / name).write_text("one", "utf-8")
    given = {"PATH": "content", "THEME": "theme", "OUTPUT_PATH": "content/output", "CACHE_PATH": "content/cache"}
    project = project_of({**given, "NOTICEBOARD_SETTINGS": str(tmp_path / "conf.py")})
    watch = InputWatch(project)
    assert watch.changed() == []
    (content / "surveys" / "changed.md").write_text("another", "utf-8")
    (content / "surveys" / "gone.md").unlink()
    for name in ("new.md", ".changed.md.swp", "changed.md~", "folder/", "../output/index.html", "../cache/a.sqlite"):
        path = content / "surveys" / name
        path.parent.mkdir(exist_ok=True)
        _ = path.mkdir() if name.endswith("/") else path.write_text("new", "utf-8")
    named = [os.path.relpath(path, content / "surveys") for path in watch.changed()]
    assert named == ["changed.md", "gone.md", "new.md"]
