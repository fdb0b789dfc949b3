"""`noticeboard export`: versions and their originals as files for translation tools."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from noticeboard.exchange.exchange_formats import FORMATS
from noticeboard.exchange.pending_translations import carried
from noticeboard.exchange.received_file import received
from noticeboard.exchange.units import has_unassigned_text
from noticeboard.shell.editing.file_changes import write_new, write_over
from noticeboard.shell.editing.sent_units import SentUnits, is_wanted, sent_units, with_drafts
from noticeboard.shell.editing.workspace import open_workspace
from noticeboard.shell.terminal.console import put, put_utf_8
from noticeboard.shell.terminal.program_messages import gettext, ngettext
from noticeboard.shell.terminal.refusals import refused, wrong

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from noticeboard.exchange.units import Unit
    from noticeboard.exchange.version_document import VersionDocument
    from noticeboard.shell.editing.workspace import Workspace


@dataclass(frozen=True, slots=True)
class ExportRequest:
    """What a call of `noticeboard export` asks for, as it was typed."""

    settings: str
    name: str = ""
    lang: str = ""
    output: str = ""
    format: str = "po"
    all: bool = False
    languages: tuple[str, ...] = ()
    folder: str = ""
    draft: bool = False


def run_export(request: ExportRequest) -> None:
    """Writes or prints the export, and prints how much there is to do.

    Raises UsageError for wrong use, ClickException if it cannot be done.
    """
    workspace = open_workspace(request.settings)
    if request.all:
        _export_all(workspace, request)
        return
    if not (request.name and request.lang):
        wrong("Name an announcement and a language, or say --all --language TAG --to FOLDER.")
    sent = sent_units(workspace, workspace.announcement(request.name), workspace.language(request.lang))
    sent = with_drafts(workspace, sent) if request.draft else sent
    if request.output:
        sent = _write(Path(request.output).absolute(), sent, request.format)
    else:
        put_utf_8(FORMATS[request.format].write(sent.units, sent.path, sent.original).decode())
    put(_said(sent.units, sent.original, sent.version), sys.stderr)


def _export_all(workspace: Workspace, request: ExportRequest) -> None:
    """A file for each announcement in each of the languages: FOLDER/LANG/KIND/NAME and the ending of the format."""
    if not (request.languages and request.folder) or request.name or request.output:
        wrong("Say which languages and where to: noticeboard export --all --language da --to FOLDER")
    folder, made = Path(request.folder).absolute(), 0
    counts = [0, 0, 0]
    for lang in map(workspace.language, request.languages):
        for announcement in workspace.site.every.values():
            if not is_wanted(announcement, lang):
                continue
            sent = sent_units(workspace, workspace.announcement(announcement.key), lang)
            sent = with_drafts(workspace, sent) if request.draft else sent
            path = folder / lang / f"{announcement.key}{FORMATS[request.format].ending}"
            sent = _write(path, sent, request.format)
            counts = [before + more for before, more in zip(counts, _counted(sent.units), strict=True)]
            made += 1
    files = ngettext("{number} file in {folder}:", "{number} files in {folder}:", made, folder=request.folder)
    put(f"{files} {_counts(counts)}", sys.stderr)


def _write(path: Path, sent: SentUnits, name: str) -> SentUnits:
    """Writes the file; one that is there keeps what was translated in it. Raises ClickException if it cannot."""
    write = FORMATS[name].write
    if not path.exists():
        write_new(path, write(sent.units, sent.path, sent.original))
        return sent
    data = path.read_bytes()
    units = _with_translations(path, data, sent)
    new = write(units, sent.path, sent.original)
    if new != data:
        write_over(path, new)
    return sent._replace(units=units)


def _with_translations(path: Path, data: bytes, sent: SentUnits) -> tuple[Unit, ...]:
    """The units with the translations of an earlier export; raises ClickException if some would be lost."""
    file, _ = received(data, str(path))
    if file is None or file.problems or file.header.path != sent.path:
        message = "{file} is already there, and is no whole export of {path}. Move it away, or correct it, first."
        refused(message, file=path, path=sent.path)
    kept = carried(sent.units, file)
    if kept.left:
        refused(
            "{file} holds translations of texts that are gone from the original: {count}; the first is in line "
            "{line}. Import the file, or move it away, before you export again.",
            file=path,
            count=len(kept.left),
            line=kept.left[0].location.line,
        )
    return kept.units


def _said(found: Sequence[Unit], original: VersionDocument, version: VersionDocument | None) -> str:
    counts = _counts(_counted(found))
    if version is None or not has_unassigned_text(found, version):
        return counts
    loose = gettext(
        "Which part of {version} translates which of {original} cannot be told, so its text is not in the file; an "
        "import replaces it, with --force only.",
        version=f"{version.lang}.md",
        original=f"{original.lang}.md",
    )
    return f"{counts}{loose}\n"


def _counted(found: Iterable[Unit]) -> list[int]:
    """How many messages are to be translated, to be looked at, and translated."""
    said = [unit for unit in found if unit.source]
    blank, unsure = sum(not unit.shown for unit in said), sum(unit.fuzzy for unit in said)
    return [blank, unsure, len(said) - blank - unsure]


def _counts(counted: Sequence[int]) -> str:
    blank, unsure, done = counted
    said = ngettext(
        "{number} message: {blank} to translate, {unsure} to look at, {done} translated.",
        "{number} messages: {blank} to translate, {unsure} to look at, {done} translated.",
        sum(counted),
        blank=blank,
        unsure=unsure,
        done=done,
    )
    return f"{said}\n"
