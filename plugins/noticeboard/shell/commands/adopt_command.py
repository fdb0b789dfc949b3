"""`noticeboard adopt`: brings in Word documents, HTML pages and the texts of other generators."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from noticeboard.adoption.term_mapping import TermMapping, read_mapping
from noticeboard.model import Location, error, has_error
from noticeboard.report import as_lines, counted
from noticeboard.shell.commands.adopted_files import AdoptedFiles, AdoptRequest, adopted_files
from noticeboard.shell.commands.adoption_writer import already_there, write_version
from noticeboard.shell.editing.file_changes import write_new
from noticeboard.shell.editing.new_command import kind_named
from noticeboard.shell.editing.rename_command import YEAR
from noticeboard.shell.editing.workspace import open_workspace
from noticeboard.shell.terminal.console import put, relative_to, shown_from_here
from noticeboard.shell.terminal.program_messages import gettext, messages_of, ngettext
from noticeboard.shell.terminal.refusals import wrong
from noticeboard.sources.folder_names import is_name
from noticeboard.sources.text_decoding import decode

if TYPE_CHECKING:
    from collections.abc import Sequence

    from noticeboard.model import Problem
    from noticeboard.shell.editing.workspace import Workspace


def run_adopt(request: AdoptRequest) -> int:
    """Prints what the files become, writes it if asked to, and returns the exit code: 1 if one is refused."""
    workspace = open_workspace(request.settings, request.today)
    kind = kind_named(workspace, request.kind)
    is_year = kind.listed and YEAR.fullmatch(request.name)
    if request.name and (len(request.files) > 1 or is_year or not is_name(request.name)):
        wrong("{name} cannot be the name of what these files become.", name=request.name)
    mapping, faults = _mapping(workspace, request)
    found = [adopted_files(Path(file), workspace, request, kind, mapping) for file in request.files]
    if faults:
        found.append(AdoptedFiles(problems=faults))
    found = _without_clashes(found, workspace, request)
    problems = [p for one in found for p in (*one.problems, *(p for v in one.versions for p in v.problems))]
    written = _written(found, workspace, request)
    _tell(workspace, problems)
    put("".join(f"{line}\n" for line in [*written, *_terms(mapping, request), _closing(found, request)]), sys.stdout)
    return 1 if has_error(problems) else 0


def _mapping(workspace: Workspace, request: AdoptRequest) -> tuple[TermMapping, tuple[Problem, ...]]:
    file = Path(request.terms)
    stated: dict[str, str] = {}
    problems: tuple[Problem, ...] = ()
    if request.terms and file.is_file():
        text, faults = decode(file.read_bytes(), str(file.resolve()))
        stated, more = read_mapping(text, str(file.resolve()))
        problems = (*faults, *more)
    mapping = TermMapping(workspace.site.vocabularies, stated)
    for word, term in mapping.wrong():
        message, hint = "{word}: there is no term {term}.", "Write vocabulary/term, such as tags/health."
        problems += (error(Location(str(file.resolve())), "unknown-term", message, hint, word=word, term=term),)
    return mapping, problems


def _terms(mapping: TermMapping, request: AdoptRequest) -> list[str]:
    """Writes the file of terms if it is asked for and missing; returns the lines to print."""
    if not request.terms or Path(request.terms).exists():
        words = ", ".join(mapping.left_out())
        left = (
            gettext("Left out, as {file} says: {words}.", file=shown_from_here(request.terms), words=words)
            if words
            else ""
        )
        return [left] if left else []
    write_new(Path(request.terms).absolute(), mapping.proposal().encode())
    message = "Wrote {file}: {known} of {count} categories and tags have a term. Fill in the others and adopt again."
    count, unknown = len(mapping.used), len(mapping.unknown())
    return [gettext(message, file=shown_from_here(request.terms), known=count - unknown, count=count)]


def _without_clashes(found: Sequence[AdoptedFiles], workspace: Workspace, request: AdoptRequest) -> list[AdoptedFiles]:
    """The same without versions that would overwrite existing files or each other; these are reported."""
    done = []
    taken: set[str] = set()
    for one in found:
        versions, problems = [], list(one.problems)
        for version in one.versions:
            told = already_there(version, workspace.project.content, taken, force=request.force)
            problems += [*told, *(version.problems if told or not version.path else ())]
            if version.path and not told:
                versions.append(version)
                taken.add(version.path)
        done.append(replace(one, versions=tuple(versions), problems=tuple(problems)))
    return done


def _written(found: Sequence[AdoptedFiles], workspace: Workspace, request: AdoptRequest) -> list[str]:
    """Writes the versions if asked to; returns a line for each."""
    lines = []
    for one in found:
        for version in one.versions:
            if request.write:
                write_version(version, workspace.project.content, one.root)
            wrote, would = "Wrote {path}", "{path} would be written"
            lines.append(gettext(wrote if request.write else would, path=workspace.shown(version.path)))
    return lines


def _tell(workspace: Workspace, problems: Sequence[Problem]) -> None:
    found, messages = sorted(set(problems)), messages_of(workspace.project)
    if found:
        put(f"{as_lines(found, relative_to(workspace.project), messages)}{counted(found, messages)}.\n", sys.stderr)


def _closing(found: Sequence[AdoptedFiles], request: AdoptRequest) -> str:
    versions = [version for one in found for version in one.versions]
    announcements = len({version.folder for version in versions})
    count = ngettext("{number} announcement", "{number} announcements", announcements)
    if not versions:
        return gettext("Nothing can be adopted.")
    if request.write:
        return gettext("Adopted: {count}. Write what ??? stands for, then: noticeboard check", count=count)
    return gettext("Nothing was written. To write it: the same command with --write. It makes {count}.", count=count)
