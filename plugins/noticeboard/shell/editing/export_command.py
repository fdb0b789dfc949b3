"""`noticeboard export`: versions and their originals as files for translation tools."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from noticeboard.exchange.exchange_formats import FORMATS
from noticeboard.exchange.exchange_header import header_of
from noticeboard.exchange.label_units import label_units
from noticeboard.exchange.machine_drafts import drafted
from noticeboard.exchange.pending_translations import carried
from noticeboard.exchange.received_file import received
from noticeboard.exchange.units import is_loose, units
from noticeboard.exchange.version_document import read_translation, read_version_document
from noticeboard.exchange.xliff12 import Xliff12Writer
from noticeboard.report import sentences
from noticeboard.shell.editing.diff_command import old_passages, translation_of
from noticeboard.shell.editing.file_changes import write_new, write_over
from noticeboard.shell.editing.workspace import open_workspace, refused, wrong
from noticeboard.shell.terminal.console import put, put_utf_8
from noticeboard.shell.terminal.program_messages import messages_of, spoken, spoken_number
from noticeboard.site.shown_words import shown_words
from noticeboard.site.translation_state import original_of

DRAFT_SECONDS = 600
"""How long a program may take for the drafts of one text."""

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from noticeboard.exchange.units import Unit
    from noticeboard.exchange.version_document import VersionDocument
    from noticeboard.shell.editing.workspace import Workspace
    from noticeboard.site import Announcement, Source


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


class SentUnits(NamedTuple):
    """What goes into a file: the units of a version, the version's path, its original and itself."""

    units: tuple[Unit, ...]
    path: str
    original: VersionDocument
    version: VersionDocument | None


def run_export(asked: ExportRequest) -> None:
    """Writes or prints what is asked for and says how much there is to do.

    Raises UsageError for wrong use, ClickException where it cannot be done.
    """
    desk = open_workspace(asked.settings)
    if asked.all:
        _export_all(desk, asked)
        return
    if not (asked.name and asked.lang):
        wrong(spoken("Name an announcement and a language, or say --all --language TAG --to FOLDER."))
    sent = sent_units(desk, desk.announcement(asked.name), desk.language(asked.lang))
    sent = _drafted(desk, sent) if asked.draft else sent
    if asked.output:
        sent = _write(Path(asked.output).absolute(), sent, asked.format)
    else:
        put_utf_8(FORMATS[asked.format].write(sent.units, sent.path, sent.original).decode())
    put(_said(sent.units, sent.original, sent.version), sys.stderr)


def _export_all(desk: Workspace, asked: ExportRequest) -> None:
    """A file for each announcement in each of the languages: FOLDER/LANG/KIND/NAME and the ending of the format."""
    if not (asked.languages and asked.folder) or asked.name or asked.output:
        wrong(spoken("Say which languages and where to: noticeboard export --all --language da --to FOLDER"))
    folder, made = Path(asked.folder).absolute(), 0
    counts = [0, 0, 0]
    for lang in map(desk.language, asked.languages):
        for announcement in desk.site.every.values():
            if not is_wanted(announcement, lang):
                continue
            sent = sent_units(desk, desk.announcement(announcement.key), lang)
            sent = _drafted(desk, sent) if asked.draft else sent
            path = folder / lang / f"{announcement.key}{FORMATS[asked.format].ending}"
            sent = _write(path, sent, asked.format)
            counts = [before + more for before, more in zip(counts, _counted(sent.units), strict=True)]
            made += 1
    files = spoken_number("{number} file in {folder}:", "{number} files in {folder}:", made, folder=asked.folder)
    put(f"{files} {_counts(counts)}", sys.stderr)


def is_wanted(announcement: Announcement, lang: str) -> bool:
    """Whether the version in that language is a translation that is there, or is wanted."""
    source = next((s for s in announcement.sources if s.lang == lang), None)
    if source is None:
        return lang in announcement.wanted and original_of(announcement) is not None
    found = source.header.translates
    return found is not None and original_of(announcement, found.language) is not None


def sent_units(desk: Workspace, announcement: Announcement, lang: str) -> SentUnits:
    """What an export of that version holds; raises ClickException where there can be none."""
    source, original = _pair(desk, announcement, lang)
    document = read_version_document(desk.path(original).read_bytes(), original.path)
    version = read_translation(desk.path(source).read_bytes(), source.path, document) if source else None
    found = units(document, version, former_texts(desk, original, document, version.stamp if version else None))
    labels = dict(source.header.labels) if source else {}
    found += label_units(shown_words(announcement, original, desk.site.files), labels)
    return SentUnits(found, f"{announcement.key}/{lang}.md", document, version)


def _drafted(desk: Workspace, sent: SentUnits) -> SentUnits:
    """The same with drafts of the program that the settings name; raises ClickException where it fails."""
    command = desk.project.draft_command
    if not command:
        message = "The settings name no program for drafts. Add a line such as {example}."
        refused(spoken(message, example="NOTICEBOARD_DRAFT_COMMAND = ['program', 'argument']"))
    data = Xliff12Writer(sent.path, sent.original).document(sent.units)
    try:
        done = subprocess.run(  # noqa: S603 - the operator's own settings name it, and no shell reads it
            command, input=data, capture_output=True, timeout=DRAFT_SECONDS, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as fault:
        refused(spoken("{program} could not draft {path}: {reason}", program=command[0], path=sent.path, reason=fault))
    file, problems = received(done.stdout, command[0])
    if done.returncode or file is None or file.facts != header_of(sent.path, sent.original.lang, sent.units):
        lost = spoken("It did not return the XLIFF file that it was given.")
        why = sentences(problems[0], messages_of(desk.project))[0] if problems else lost
        message = "{program} could not draft {path} (exit code {code}): {reason}"
        refused(spoken(message, program=command[0], path=sent.path, code=done.returncode, reason=why))
    return sent._replace(units=drafted(sent.units, file))


def _write(path: Path, sent: SentUnits, name: str) -> SentUnits:
    """Writes the file; one that is there keeps what was translated in it. Raises ClickException where it cannot."""
    write = FORMATS[name].write
    if not path.exists():
        write_new(path, write(sent.units, sent.path, sent.original))
        return sent
    data = path.read_bytes()
    file, _ = received(data, str(path))
    if file is None or file.problems or file.facts.path != sent.path:
        message = "{file} is already there, and is no whole export of {path}. Move it away, or correct it, first."
        refused(spoken(message, file=path, path=sent.path))
    kept = carried(sent.units, file)
    if kept.left:
        line = kept.left[0].location.line
        refused(
            spoken(
                "{file} holds translations of texts that are gone from the original: {count}; the first is in line "
                "{line}. Import the file, or move it away, before you export again.",
                file=path,
                count=len(kept.left),
                line=line,
            )
        )
    new = write(kept.units, sent.path, sent.original)
    if new != data:
        write_over(path, new)
    return sent._replace(units=kept.units)


def former_texts(
    desk: Workspace, original: Source, document: VersionDocument, stamp: Iterable[str] | None
) -> dict[str, str]:
    """The texts of these digests that the original no longer has, as far as git's history holds them."""
    missing = set(stamp or ()) - set(document.digests)
    found = old_passages(desk.path(original), missing) if missing else {}
    return {digest: passage.text for digest, passage in found.items()}


def _pair(desk: Workspace, announcement: Announcement, lang: str) -> tuple[Source | None, Source]:
    """The version in that language, where there is one, and its original."""
    if any(source.lang == lang for source in announcement.sources):
        return translation_of(desk, announcement, lang)
    original = original_of(announcement)
    if original is None:
        message = "{key} has no original: every version says that it translates another."
        refused(spoken(message, key=announcement.key))
    return None, original


def _said(found: Sequence[Unit], original: VersionDocument, version: VersionDocument | None) -> str:
    counts = _counts(_counted(found))
    if version is None or not is_loose(found, version):
        return counts
    loose = spoken(
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
    said = spoken_number(
        "{number} message: {blank} to translate, {unsure} to look at, {done} translated.",
        "{number} messages: {blank} to translate, {unsure} to look at, {done} translated.",
        sum(counted),
        blank=blank,
        unsure=unsure,
        done=done,
    )
    return f"{said}\n"
