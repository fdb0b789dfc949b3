"""The theme's own files in the output: its static files, and the style sheet that is made of its parts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from noticeboard.digest import digest
from noticeboard.formats.brand_style import BRAND, brand_style
from noticeboard.formats.stylesheet import COMPONENTS, stylesheet
from noticeboard.shell.build.output_files import CopiedFile, GeneratedFile

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from noticeboard.shell.build.output_files import OutputFile
    from noticeboard.shell.project import Project

STYLESHEET = "style.css"


def theme_files(project: Project, colour: str = "") -> list[OutputFile]:
    """The theme's files and the platform's own, in its colour (#rrggbb or "").

    Raises OSError if one cannot be read.
    """
    copies = [CopiedFile(path, file, digest(file.read_bytes()), str(file)) for path, file in _static_files(project)]
    return [
        *copies,
        *(GeneratedFile(path, made_stylesheet(project, colour), source) for path, source in _made_files(project)),
    ]


def claimed_by_theme(project: Project) -> list[tuple[str, str]]:
    """The path in the output of each of the theme's files, with the file or folder that it comes from."""
    return [*((path, str(file)) for path, file in _static_files(project)), *_made_files(project)]


def _static_files(project: Project) -> Iterator[tuple[str, Path]]:
    """The files that are published unchanged, by their paths in the output; the platform's own win."""
    own = {path: file for folder in project.files for path, file in _files(project, folder)}
    for name in project.theme_static:
        for path, file in _files(project, project.theme / name):
            yield path, own.pop(path, file)
    yield from own.items()


def _files(project: Project, root: Path) -> Iterator[tuple[str, Path]]:
    files = [root] if root.is_file() else sorted(p for p in root.rglob("*") if p.is_file())
    for file in files:
        inner = file.name if root.is_file() else file.relative_to(root).as_posix()
        yield f"{project.theme_folder}/{inner}", file


def _made_files(project: Project) -> list[tuple[str, str]]:
    """The path in the output of the style sheet, with the theme's folder, if the theme has parts of one."""
    return [(f"{project.theme_folder}/{STYLESHEET}", str(project.theme))] if _sheets(project) else []


def made_stylesheet(project: Project, colour: str = "") -> bytes:
    """The published style sheet, its last layer the platform's colour (#rrggbb) where it has one.

    Bytes that are no UTF-8 become U+FFFD and every line end a line feed, as in browsers (CSS Syntax Module Level 3, 3.2
    and 3.3). Raises OSError if a part cannot be read.
    """
    sheets = [(layer, _css(path.read_bytes())) for layer, path in _sheets(project)]
    return stylesheet([*sheets, (BRAND, brand_style(colour))] if colour else sheets)


def _css(data: bytes) -> str:
    return data.decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n")


def _sheets(project: Project) -> list[tuple[str, Path]]:
    """The parts of the style sheet, each with its layer.

    A part below a folder of template overrides stands in for the theme's part of the same path, as templates do.
    """
    beside: dict[str, Path] = {}
    for folder in reversed(project.templates):
        beside |= {p.relative_to(folder).as_posix(): p for p in (folder / "components").rglob("*.css")}
    layers = sorted((project.theme / "styles").glob("*.css"))
    return [*((path.stem, path) for path in layers), *((COMPONENTS, path) for _, path in sorted(beside.items()))]
