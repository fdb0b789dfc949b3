"""The theme's own files in the output."""

from __future__ import annotations

from typing import TYPE_CHECKING

from noticeboard.shell.build.theme_files import claimed_by_theme, theme_files
from noticeboard.shell.project import project_of

if TYPE_CHECKING:
    from pathlib import Path


def written(folder: Path, files: dict[str, str]) -> Path:
    """A folder with these files."""
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_the_style_sheet_is_made_of_layers_and_components(tmp_path: Path) -> None:
    """A style sheet beside a template that the platform overrides replaces the theme's."""
    parts = {
        "theme/static/icon.svg": "<svg/>",
        "theme/styles/tokens.css": "t {}",
        "theme/templates/components/card/card.css": "c {}",
        "theme/templates/components/link/link.css": "l {}",
        "own/components/card/card.css": "o {}",
    }
    folder = written(tmp_path, parts)
    settings = {"THEME": str(folder / "theme"), "THEME_TEMPLATES_OVERRIDES": [str(folder / "own")]}
    project = project_of(settings)
    files = {file.path: file.data().decode() for file in theme_files(project)}
    assert {path for path, _ in claimed_by_theme(project)} == {*files} == {"theme/icon.svg", "theme/style.css"}
    style = files["theme/style.css"]
    assert [part for part in ("t {}", "c {}", "o {}", "l {}") if part in style] == ["t {}", "o {}", "l {}"]


def test_a_theme_with_a_finished_style_sheet_keeps_it(tmp_path: Path) -> None:
    """A theme without parts publishes the one in static/."""
    folder = written(tmp_path, {"theme/static/style.css": "a {}"})
    files = theme_files(project_of({"THEME": str(folder / "theme")}))
    assert [(file.path, file.data()) for file in files] == [("theme/style.css", b"a {}")]
