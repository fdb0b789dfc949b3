"""`noticeboard adopt`: brings in Word documents, HTML pages and the texts of other generators."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from noticeboard.adoption.adopted_page import PageRequest, adopted_document, adopted_page
from noticeboard.adoption.adopted_site import adopted_site
from noticeboard.adoption.rendered_words import RenderedWords
from noticeboard.adoption.site_request import SiteRequest
from noticeboard.adoption.term_mapping import TermMapping, read_mapping
from noticeboard.adoption.word_package import MOST_BYTES
from noticeboard.model import Location, Severity, error
from noticeboard.report import as_lines, counted
from noticeboard.shell.commands.adoption_writer import already_there, write_version
from noticeboard.shell.commands.files_beside import FilesBeside
from noticeboard.shell.editing.file_changes import write_new
from noticeboard.shell.editing.new_command import kind_named
from noticeboard.shell.editing.rename_command import YEAR
from noticeboard.shell.editing.workspace import open_workspace, refused, wrong
from noticeboard.shell.terminal.console import put, relative_to, shown_from_here
from noticeboard.shell.terminal.program_messages import messages_of, spoken, spoken_number
from noticeboard.sources.document_types import ending
from noticeboard.sources.folder_names import is_name
from noticeboard.sources.likely_values import slug
from noticeboard.sources.text_decoding import MOST_BYTES as MOST_TEXT
from noticeboard.sources.text_decoding import decode

if TYPE_CHECKING:
    from collections.abc import Sequence

    from noticeboard.adoption.adopted_version import AdoptedVersion
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
class _Adopted:
    """What is to be written, and what is to be told."""

    versions: tuple[AdoptedVersion, ...] = ()
    problems: tuple[Problem, ...] = ()
    root: Path = Path()


def run_adopt(asked: AdoptRequest) -> int:
    """Tells what the files become, writes it where asked to, and returns the exit code: 1 where one is refused."""
    desk = open_workspace(asked.settings, asked.today)
    kind = kind_named(desk, asked.kind)
    if asked.name and (len(asked.files) > 1 or not is_name(asked.name) or (kind.listed and YEAR.fullmatch(asked.name))):
        wrong(spoken("{name} cannot be the name of what these files become.", name=asked.name))
    mapping, faults = _mapping(desk, asked)
    found = [_taken(Path(file), desk, asked, kind, mapping) for file in asked.files]
    if faults:
        found.append(_Adopted(problems=faults))
    found = _without_clashes(found, desk, asked)
    problems = [p for one in found for p in (*one.problems, *(p for v in one.versions for p in v.problems))]
    written = _written(found, desk, asked)
    _tell(desk, problems)
    put("".join(f"{line}\n" for line in [*written, *_terms(mapping, asked), _closing(found, asked)]), sys.stdout)
    return 1 if any(p.severity is Severity.ERROR for p in problems) else 0


def _taken(file: Path, desk: Workspace, asked: AdoptRequest, kind: Kind, mapping: TermMapping) -> _Adopted:
    """What one file or folder becomes."""
    if not file.exists():
        wrong(spoken("There is no file or folder {path}.", path=file))
    if file.is_dir():
        return _of_folder(file.resolve(), desk, kind, mapping)
    if ending(file.name) == "docx" or ending(file.name) in PAGES:
        return _of_page(file.resolve(), desk, asked, kind)
    message = "{file} is neither a Word document (.docx), nor an HTML page, nor a folder."
    hint = "Save it as one of these first."
    return _Adopted(problems=(error(Location(str(file.resolve())), "not-adopted", message, hint, file=file.name),))


def _of_page(file: Path, desk: Workspace, asked: AdoptRequest, kind: Kind) -> _Adopted:
    if file.stat().st_size > MOST_BYTES:
        message, hint = "The file has {size} bytes; {most} are the most that is read.", "Take out what is large in it."
        found = error(Location(str(file)), "too-long", message, hint, size=file.stat().st_size, most=MOST_BYTES)
        return _Adopted(problems=(found,))
    place, lang = _own_place(file, desk)
    place = "" if asked.name else place
    offered = _offered(desk)
    stem, _, suffix = file.stem.rpartition(".")
    stem = stem if stem and suffix in offered else file.stem
    name = asked.name or place.partition("/")[2] or slug(stem) or "text"
    name = f"{kind.name.removesuffix('s')}-{name}" if YEAR.fullmatch(name) and kind.listed else name
    request = PageRequest(
        kind=place.partition("/")[0] or kind.name,
        name=name,
        lang=desk.language(asked.language) if asked.language else lang,
        published=desk.site.today.isoformat() if "published" in kind.requires else "",
        beside=FilesBeside(file.parent),
        languages=offered,
        reads=RenderedWords(offered).of,
        likely=suffix if suffix in offered else "",
    )
    make = adopted_document if ending(file.name) == "docx" else adopted_page
    done = make(file.read_bytes(), str(file), request)
    if done.version is None:
        return _Adopted(problems=done.problems)
    return _Adopted((done.version,), (), file.parent)


def _own_place(file: Path, desk: Workspace) -> tuple[str, str]:
    """The announcement in whose folder a file lies, and the language by which it is named; "" for none."""
    content = desk.project.content.resolve()
    parts = file.relative_to(content).parts if file.is_relative_to(content) else ()
    inside = len(parts) == 3 and parts[0] in {kind.name for kind in desk.settings.kinds}  # noqa: PLR2004 - kind, name, file
    return ("/".join(parts[:2]), file.stem if file.stem in desk.settings.languages else "") if inside else ("", "")


def _offered(desk: Workspace) -> tuple[str, ...]:
    """The offered languages, the default one first."""
    default = desk.settings.default_language
    return (default, *(lang for lang in desk.settings.languages if lang != default))


def _of_folder(folder: Path, desk: Workspace, kind: Kind, mapping: TermMapping) -> _Adopted:
    offered = _offered(desk)
    paths = _paths(folder)
    done = adopted_site(
        SiteRequest(
            paths=frozenset(paths),
            read=lambda path: _beginning(folder / path),
            shown=lambda path: str(folder / path),
            kinds=desk.settings.kinds,
            kind=kind.name,
            languages=offered,
            terms=mapping,
            today=desk.site.today.isoformat(),
            rendered=RenderedWords(offered).of,
        )
    )
    if not done.versions and not done.problems:
        message = "No texts of Jekyll, Hugo, Pelican or Noticeboard were found in the folder."
        hint = "Name the folder in which the settings of that generator lie."
        return _Adopted(problems=(error(Location(str(folder)), "not-adopted", message, hint),))
    return _Adopted(done.versions, done.problems, folder)


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
            refused(spoken("{folder} holds more than {most} files.", folder=folder, most=_MOST_FILES))
    return found


def _mapping(desk: Workspace, asked: AdoptRequest) -> tuple[TermMapping, tuple[Problem, ...]]:
    file = Path(asked.terms)
    stated: dict[str, str] = {}
    problems: tuple[Problem, ...] = ()
    if asked.terms and file.is_file():
        text, faults = decode(file.read_bytes(), str(file.resolve()))
        stated, more = read_mapping(text, str(file.resolve()))
        problems = (*faults, *more)
    mapping = TermMapping(desk.site.vocabularies, stated)
    for word, term in mapping.wrong():
        message, hint = "{word}: there is no term {term}.", "Write vocabulary/term, such as tags/health."
        problems += (error(Location(str(file.resolve())), "unknown-term", message, hint, word=word, term=term),)
    return mapping, problems


def _terms(mapping: TermMapping, asked: AdoptRequest) -> list[str]:
    """Writes the file of terms where it is asked for and not there yet; what is said of it."""
    if not asked.terms or Path(asked.terms).exists():
        words = ", ".join(mapping.left_out())
        left = (
            spoken("Left out, as {file} says: {words}.", file=shown_from_here(asked.terms), words=words)
            if words
            else ""
        )
        return [left] if left else []
    write_new(Path(asked.terms).absolute(), mapping.proposal().encode())
    message = "Wrote {file}: {known} of {count} categories and tags have a term. Fill in the others and adopt again."
    count, unknown = len(mapping.used), len(mapping.unknown())
    return [spoken(message, file=shown_from_here(asked.terms), known=count - unknown, count=count)]


def _without_clashes(found: Sequence[_Adopted], desk: Workspace, asked: AdoptRequest) -> list[_Adopted]:
    """The same without versions that would overwrite what is there, or each other; what is told of these instead."""
    done = []
    taken: set[str] = set()
    for one in found:
        versions, problems = [], list(one.problems)
        for version in one.versions:
            told = already_there(version, desk.project.content, taken, force=asked.force)
            problems += [*told, *(version.problems if told or not version.path else ())]
            if version.path and not told:
                versions.append(version)
                taken.add(version.path)
        done.append(replace(one, versions=tuple(versions), problems=tuple(problems)))
    return done


def _written(found: Sequence[_Adopted], desk: Workspace, asked: AdoptRequest) -> list[str]:
    """Writes the versions where asked to; a line for each of them."""
    lines = []
    for one in found:
        for version in one.versions:
            if asked.write:
                write_version(version, desk.project.content, one.root)
            wrote, would = "Wrote {path}", "{path} would be written"
            lines.append(spoken(wrote if asked.write else would, path=desk.shown(version.path)))
    return lines


def _tell(desk: Workspace, problems: Sequence[Problem]) -> None:
    found, speech = sorted(set(problems)), messages_of(desk.project)
    if found:
        put(f"{as_lines(found, relative_to(desk.project), speech)}{counted(found, speech)}.\n", sys.stderr)


def _closing(found: Sequence[_Adopted], asked: AdoptRequest) -> str:
    versions = [version for one in found for version in one.versions]
    announcements = len({version.folder for version in versions})
    count = spoken_number("{number} announcement", "{number} announcements", announcements)
    if not versions:
        return spoken("Nothing can be adopted.")
    if asked.write:
        return spoken("Adopted: {count}. Write what ??? stands for, then: noticeboard check", count=count)
    return spoken("Nothing was written. To write it: the same command with --write. It makes {count}.", count=count)
