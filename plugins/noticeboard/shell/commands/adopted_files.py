"""What `noticeboard adopt` makes of a file or folder."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from noticeboard.adoption.adopted_page import PageRequest, adopted_document, adopted_page
from noticeboard.adoption.adopted_site import adopted_site
from noticeboard.adoption.rendered_words import RenderedWords
from noticeboard.adoption.site_request import SiteRequest
from noticeboard.adoption.word_package import MOST_BYTES
from noticeboard.model import Location, error
from noticeboard.shell.commands.files_beside import FilesBeside
from noticeboard.shell.editing.rename_command import YEAR
from noticeboard.shell.terminal.refusals import refused, wrong
from noticeboard.sources.document_types import ending
from noticeboard.sources.likely_values import slug
from noticeboard.sources.text_decoding import MOST_BYTES as MOST_TEXT

if TYPE_CHECKING:
    from noticeboard.adoption.adopted_version import AdoptedVersion
    from noticeboard.adoption.term_mapping import TermMapping
    from noticeboard.model import Problem
    from noticeboard.settings import Kind
    from noticeboard.shell.editing.workspace import Workspace

PAGES = ("html", "htm", "xhtml")
_MOST_FILES = 50_000
"""Files of a folder that are looked at."""


@dataclass(frozen=True, slots=True)
class AdoptRequest:
    """What a call of `noticeboard adopt` asks for, as it was typed."""

    settings: str
    files: tuple[str, ...]
    kind: str = "news"
    name: str = ""
    language: str = ""
    terms: str = ""
    today: str = ""
    write: bool = False
    force: bool = False


@dataclass(frozen=True, slots=True)
class AdoptedFiles:
    """The versions to write and the problems to report; paths of files are relative to `root`."""

    versions: tuple[AdoptedVersion, ...] = ()
    problems: tuple[Problem, ...] = ()
    root: Path = Path()


def adopted_files(
    file: Path, workspace: Workspace, request: AdoptRequest, kind: Kind, mapping: TermMapping
) -> AdoptedFiles:
    """The versions and problems for one file or folder."""
    if not file.exists():
        wrong("There is no file or folder {path}.", path=file)
    if file.is_dir():
        return _of_folder(file.resolve(), workspace, kind, mapping)
    if ending(file.name) == "docx" or ending(file.name) in PAGES:
        return _of_page(file.resolve(), workspace, request, kind)
    message = "{file} is neither a Word document (.docx), nor an HTML page, nor a folder."
    hint = "Save it as one of these first."
    return AdoptedFiles(problems=(error(Location(str(file.resolve())), "not-adopted", message, hint, file=file.name),))


def _of_page(file: Path, workspace: Workspace, request: AdoptRequest, kind: Kind) -> AdoptedFiles:
    if file.stat().st_size > MOST_BYTES:
        message, hint = "The file has {size} bytes; {most} are the most that is read.", "Take out what is large in it."
        found = error(Location(str(file)), "too-long", message, hint, size=file.stat().st_size, most=MOST_BYTES)
        return AdoptedFiles(problems=(found,))
    make = adopted_document if ending(file.name) == "docx" else adopted_page
    done = make(file.read_bytes(), str(file), _page_request(file, workspace, request, kind))
    if done.version is None:
        return AdoptedFiles(problems=done.problems)
    return AdoptedFiles((done.version,), (), file.parent)


def _page_request(file: Path, workspace: Workspace, request: AdoptRequest, kind: Kind) -> PageRequest:
    """Where the page goes: where the call says, else where the file lies, else by the file's name."""
    place, lang = _own_place(file, workspace)
    place = "" if request.name else place
    offered = _offered(workspace)
    stem, _, suffix = file.stem.rpartition(".")
    stem = stem if stem and suffix in offered else file.stem
    name = request.name or place.partition("/")[2] or slug(stem) or "text"
    name = f"{kind.name.removesuffix('s')}-{name}" if YEAR.fullmatch(name) and kind.listed else name
    return PageRequest(
        kind=place.partition("/")[0] or kind.name,
        name=name,
        lang=workspace.language(request.language) if request.language else lang,
        published=workspace.site.today.isoformat() if "published" in kind.requires else "",
        beside=FilesBeside(file.parent),
        languages=offered,
        reads=RenderedWords(offered).of,
        likely=suffix if suffix in offered else "",
    )


def _own_place(file: Path, workspace: Workspace) -> tuple[str, str]:
    """The announcement in whose folder a file lies, and the language by which it is named; "" for none."""
    content = workspace.project.content.resolve()
    parts = file.relative_to(content).parts if file.is_relative_to(content) else ()
    inside = len(parts) == 3 and parts[0] in {kind.name for kind in workspace.settings.kinds}  # noqa: PLR2004 - kind, name, file
    return ("/".join(parts[:2]), file.stem if file.stem in workspace.settings.languages else "") if inside else ("", "")


def _offered(workspace: Workspace) -> tuple[str, ...]:
    """The offered languages, the default one first."""
    default = workspace.settings.default_language
    return (default, *(lang for lang in workspace.settings.languages if lang != default))


def _of_folder(folder: Path, workspace: Workspace, kind: Kind, mapping: TermMapping) -> AdoptedFiles:
    offered = _offered(workspace)
    paths = _paths(folder)
    done = adopted_site(
        SiteRequest(
            paths=frozenset(paths),
            read=lambda path: _beginning(folder / path),
            shown=lambda path: str(folder / path),
            kinds=workspace.settings.kinds,
            kind=kind.name,
            languages=offered,
            terms=mapping,
            today=workspace.site.today.isoformat(),
            rendered=RenderedWords(offered).of,
        )
    )
    if not done.versions and not done.problems:
        message = "No texts of Jekyll, Hugo, Pelican or Noticeboard were found in the folder."
        hint = "Name the folder that has the settings of that generator."
        return AdoptedFiles(problems=(error(Location(str(folder)), "not-adopted", message, hint),))
    return AdoptedFiles(done.versions, done.problems, folder)


def _beginning(file: Path) -> bytes:
    """The bytes of a file, of one that is too large for a text only as many as show that."""
    with file.open("rb") as opened:
        return opened.read(MOST_TEXT + 1)


def _paths(folder: Path) -> list[str]:
    """The files below a folder; links are not followed, and neither are folders of which the name begins with a dot."""
    found: list[str] = []
    for root, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith(".") and not Path(root, name).is_symlink())
        inside = Path(root).relative_to(folder)
        found += [(inside / name).as_posix() for name in sorted(names) if not Path(root, name).is_symlink()]
        if len(found) > _MOST_FILES:
            refused("{folder} holds more than {most} files.", folder=folder, most=_MOST_FILES)
    return found
