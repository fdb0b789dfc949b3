"""`noticeboard import`: imports the translations in returned files into the versions."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from noticeboard.checks.rule_runner import text_findings
from noticeboard.exchange.exchange_formats import ENDINGS
from noticeboard.exchange.header_rebase import settled
from noticeboard.exchange.import_result import ImportCounts, import_result
from noticeboard.exchange.label_units import with_labels, without_labels
from noticeboard.exchange.received_file import received
from noticeboard.exchange.version_attempt import ImportTerms
from noticeboard.exchange.version_document import read_version_document
from noticeboard.exchange.xliff_reader import TRANSLATED
from noticeboard.markdown.render.engine import Engine
from noticeboard.model import has_error
from noticeboard.report import as_text, counted
from noticeboard.shell.editing.file_changes import change, write_new
from noticeboard.shell.editing.rename_edits import former
from noticeboard.shell.editing.sent_units import former_texts
from noticeboard.shell.editing.workspace import open_workspace
from noticeboard.shell.terminal.console import put, relative_to, texts_of
from noticeboard.shell.terminal.program_messages import gettext, messages_of, ngettext
from noticeboard.shell.terminal.refusals import refused
from noticeboard.site.version_parser import parse_source

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from noticeboard.exchange.import_result import ImportResult
    from noticeboard.exchange.received_file import ReceivedFile
    from noticeboard.model import Problem
    from noticeboard.shell.editing.workspace import Workspace
    from noticeboard.site import Announcement, Source

REVIEWED = ("signed-off", "final", "reviewed")
"""The XLIFF states that count as translated if only reviewed translations are imported."""


@dataclass(frozen=True, slots=True)
class ImportRequest:
    """What a call of `noticeboard import` asks for, as it was typed."""

    settings: str
    files: tuple[str, ...]
    force: bool = False
    reviewed: bool = False


class _Import:
    """Takes files over, one after the other."""

    def __init__(self, workspace: Workspace, request: ImportRequest) -> None:
        self._workspace, self._request = workspace, request
        self._engine = Engine(workspace.settings.plain_typography)
        self._vocabularies = [vocabulary.name for vocabulary in workspace.site.vocabularies]
        self._known: dict[str, Announcement] = {}
        self.problems: list[Problem] = []
        self.said: list[str] = []
        self.refusals: list[str] = []
        self.counts = ImportCounts()

    def take(self, path: Path) -> None:
        """Imports one file, or notes what is wrong with it."""
        states = REVIEWED if self._request.reviewed else TRANSLATED
        file, problems = received(path.read_bytes(), str(path), states)
        self.problems += problems
        if file is None:
            return
        try:
            self._take(file)
        except click.ClickException as fault:
            self.refusals.append(f"{path.name}: {fault.message}")

    def _take(self, file: ReceivedFile) -> None:
        workspace = self._workspace
        announcement = self._announcement(_key(workspace, file))
        file = file._replace(header=file.header._replace(path=f"{announcement.key}/{file.header.lang}.md"))
        original = _original(announcement, file)
        document = read_version_document(workspace.path(original).read_bytes(), original.path)
        version = workspace.project.content / file.header.path
        data = version.read_bytes() if version.is_file() else None
        stamp = read_version_document(data, file.header.path).stamp if data is not None else None
        before = former_texts(workspace, original, document, {*file.header.stamp, *(stamp or ())})
        returned, labels = without_labels(settled(file, document, data, before))
        terms = ImportTerms(self._request.force, self._check(file.header.path))
        taken = import_result(returned, document, data, before, terms)
        if taken.data is not None:
            taken = taken._replace(data=with_labels(taken.data, labels, force=self._request.force))
        _write(version, taken.data, data)
        self.problems += taken.problems
        self.counts = ImportCounts(*(a + b for a, b in zip(self.counts, taken.counts, strict=True)))
        self.said.append(_said(taken, workspace.shown(file.header.path), data))

    def _announcement(self, key: str) -> Announcement:
        """The announcement as it was before any file was taken over: a version that is new since is no stranger."""
        if key not in self._known:
            self._known[key] = self._workspace.announcement(key)
        return self._known[key]

    def _check(self, path: str) -> Callable[[bytes, bytes | None], list[Problem]]:
        """What is wrong with a version's new bytes, and was not before."""

        def found(data: bytes) -> list[Problem]:
            parsed = parse_source(data, path, self._vocabularies, self._engine)
            return [*parsed.problems, *(text_findings(parsed.written) if parsed.written else ())]

        def check(new: bytes, old: bytes | None) -> list[Problem]:
            known = {(p.name, p.full_message) for p in found(old)} if old is not None else set()
            return [problem for problem in found(new) if (problem.name, problem.full_message) not in known]

        return check


def _write(version: Path, new: bytes | None, old: bytes | None) -> None:
    """Writes the version's new bytes; None for either means that there are none."""
    if new is not None and old is None:
        write_new(version, new)
    elif new is not None and new != old:
        change({version: new})


def run_import(request: ImportRequest) -> int:
    """Imports the files, prints the results and returns the exit code: 1 if not everything could be imported."""
    workspace = open_workspace(request.settings)
    files = [file for name in request.files for file in _files(Path(name).absolute())]
    if not files:
        message = "There is no file that ends in {endings} in {folders}."
        refused(message, endings=", ".join(ENDINGS), folders=", ".join(request.files))
    work = _Import(workspace, request)
    for file in files:
        work.take(file)
    _tell(work, workspace)
    if len(files) > 1:
        total = ngettext("{number} file", "{number} files", len(files))
        work.said.append(f"{total}: {_counts(work.counts)}.\n")
    put("".join(work.said), sys.stdout)
    wrong = work.refusals or has_error(work.problems)
    return 1 if wrong else 0


def _files(path: Path) -> Iterable[Path]:
    """The file, or all files of a known ending in the folder and those inside it, in order of their names."""
    if not path.is_dir():
        return [path]
    return sorted(file for file in path.rglob("*") if file.suffix in ENDINGS and file.is_file())


def _key(workspace: Workspace, file: ReceivedFile) -> str:
    """The key of the announcement that a file is for, also where it has been renamed since."""
    workspace.language(file.header.lang)
    key = file.header.path.rpartition("/")[0]
    heirs = (a for a in workspace.site.every.values() if former(key, a.kind) in a.facts.moved_from)
    heir = None if key in workspace.site.every else next(heirs, None)
    return heir.key if heir else key


def _original(announcement: Announcement, file: ReceivedFile) -> Source:
    wanted = file.header.original
    found = next((s for s in announcement.sources if s.lang == wanted), None)
    if found is None:
        message = "{key} has no version in {lang} any more. Export the file again."
        refused(message, key=announcement.key, lang=wanted)
    return found


def _tell(work: _Import, workspace: Workspace) -> None:
    found, messages = sorted(set(work.problems)), messages_of(workspace.project)
    if found:
        shown = as_text(found, texts_of(found, workspace.project), relative_to(workspace.project), messages)
        put(f"{shown}{counted(found, messages)}.\n", sys.stderr)
    put("".join(f"{gettext('Error:')} {refusal}\n" for refusal in work.refusals), sys.stderr)


def _said(taken: ImportResult, shown: str, before: bytes | None) -> str:
    if taken.data is None:
        if has_error(taken.problems):
            kept, missing = "{path} stays as it is.", "There is no {path} yet."
            return gettext(kept if before is not None else missing, path=shown) + "\n"
        return gettext("Nothing is translated yet, so there is no {path}.", path=shown) + "\n"
    counts = _counts(taken.counts)
    if taken.data == before:
        return gettext("{path} stays as it is: {counts}.", path=shown, counts=counts) + "\n"
    wrote, changed = "Wrote {path}: {counts}.", "Changed {path}: {counts}."
    said = gettext(wrote if before is None else changed, path=shown, counts=counts)
    return f"{said} {gettext('It is a draft until all is translated.')}\n" if taken.draft else f"{said}\n"


def _counts(counts: Sequence[int]) -> str:
    changed, same, waiting, kept = counts
    message = "{changed} taken over, {same} as before, {waiting} still to do, {kept} kept as in the version"
    return gettext(message, changed=changed, same=same, waiting=waiting, kept=kept)
