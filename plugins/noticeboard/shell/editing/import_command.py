"""`noticeboard import`: what translators have done in an exported file, taken over into the version."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from noticeboard.exchange.import_result import import_result
from noticeboard.exchange.po_parser import parse_returned
from noticeboard.exchange.version_document import read_version_document
from noticeboard.model import Severity
from noticeboard.report import as_lines, counted
from noticeboard.shell.editing.export_command import former_texts
from noticeboard.shell.editing.file_changes import change, write_new
from noticeboard.shell.editing.workspace import open_workspace, refused
from noticeboard.shell.terminal.console import print_problems, put, relative_to
from noticeboard.shell.terminal.program_messages import messages_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from noticeboard.exchange.exchange_header import ExchangeHeader
    from noticeboard.exchange.import_result import ImportResult
    from noticeboard.model import Problem
    from noticeboard.shell.editing.workspace import Workspace
    from noticeboard.shell.project import Project
    from noticeboard.site import Source


def run_import(settings: str, file: str, *, force: bool) -> int:
    """Takes the file over, says what came of it and returns the exit code: 1 where nothing could be taken over."""
    desk = open_workspace(settings)
    path = Path(file).absolute()
    returned, problems = parse_returned(path.read_bytes(), str(path))
    if returned is None:
        print_problems(problems, desk.project)
        return 1
    facts = returned.facts
    original = _original(desk, facts)
    document = read_version_document(desk.path(original).read_bytes(), original.path)
    before = former_texts(desk, original, document, facts.stamp)
    version = desk.project.content / facts.path
    data = version.read_bytes() if version.is_file() else None
    taken = import_result(returned, document, data, before, force=force)
    if any(problem.severity is Severity.ERROR for problem in taken.problems):
        print_problems(taken.problems, desk.project)
        return 1
    if taken.data is not None and data is None:
        write_new(version, taken.data)
    elif taken.data is not None and taken.data != data:
        change({version: taken.data})
    _tell(taken.problems, desk.project)
    put(_said(taken, desk.shown(facts.path), data), sys.stdout)
    return 0


def _original(desk: Workspace, facts: ExchangeHeader) -> Source:
    desk.language(facts.lang)
    announcement = desk.announcement(facts.path.rpartition("/")[0])
    found = next((s for s in announcement.sources if s.lang == facts.original and s.header.translates is None), None)
    if found is None:
        refused(f"{announcement.key} has no original in {facts.original} any more. Export the file again.")
    return found


def _tell(problems: Sequence[Problem], project: Project) -> None:
    found, speech = sorted(set(problems)), messages_of(project)
    if found:
        put(f"{as_lines(found, relative_to(project), speech)}{counted(found, speech)}.\n", sys.stderr)


def _said(taken: ImportResult, shown: str, before: bytes | None) -> str:
    changed, same, waiting, kept = taken.counts
    if taken.data is None:
        return f"Nothing is translated yet, so there is no {shown}.\n"
    counts = f"{changed} taken over, {same} as before, {waiting} still to do, {kept} kept as in the version"
    if taken.data == before:
        return f"{shown} stays as it is: {counts}.\n"
    state = " It is a draft until all is translated." if taken.draft else ""
    return f"{'Wrote' if before is None else 'Changed'} {shown}: {counts}.{state}\n"
