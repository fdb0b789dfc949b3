"""What an export of a version holds."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING, NamedTuple

from noticeboard.exchange.exchange_header import header_of
from noticeboard.exchange.label_units import label_units
from noticeboard.exchange.machine_drafts import drafted
from noticeboard.exchange.received_file import received
from noticeboard.exchange.units import units
from noticeboard.exchange.version_document import read_translation, read_version_document
from noticeboard.exchange.xliff12 import Xliff12Writer
from noticeboard.report import sentences
from noticeboard.shell.editing.diff_command import old_passages, translation_of
from noticeboard.shell.terminal.program_messages import gettext, messages_of
from noticeboard.shell.terminal.refusals import refused
from noticeboard.site.shown_words import shown_words
from noticeboard.site.translation_state import original_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from noticeboard.exchange.units import Unit
    from noticeboard.exchange.version_document import VersionDocument
    from noticeboard.shell.editing.workspace import Workspace
    from noticeboard.site import Announcement, Source


DRAFT_SECONDS = 600
"""How long a program may take for the drafts of one text."""


class SentUnits(NamedTuple):
    """What goes into a file: the units of a version, the version's path, its original and itself."""

    units: tuple[Unit, ...]
    path: str
    original: VersionDocument
    version: VersionDocument | None


def is_wanted(announcement: Announcement, lang: str) -> bool:
    """Whether the version in that language is an existing translation, or is missing and wanted."""
    source = next((s for s in announcement.sources if s.lang == lang), None)
    if source is None:
        return lang in announcement.wanted and original_of(announcement) is not None
    found = source.header.translates
    return found is not None and original_of(announcement, found.language) is not None


def sent_units(workspace: Workspace, announcement: Announcement, lang: str) -> SentUnits:
    """The content of an export of that version; raises ClickException if there can be none."""
    source, original = _pair(workspace, announcement, lang)
    document = read_version_document(workspace.path(original).read_bytes(), original.path)
    version = read_translation(workspace.path(source).read_bytes(), source.path, document) if source else None
    found = units(document, version, former_texts(workspace, original, document, version.stamp if version else None))
    labels = dict(source.header.labels) if source else {}
    found += label_units(shown_words(announcement, original, workspace.site.files), labels)
    return SentUnits(found, f"{announcement.key}/{lang}.md", document, version)


def with_drafts(workspace: Workspace, sent: SentUnits) -> SentUnits:
    """The same with drafts of the program that the settings name; raises ClickException if it fails."""
    command = workspace.project.draft_command
    if not command:
        message = "The settings name no program for drafts. Add a line such as {example}."
        refused(message, example="NOTICEBOARD_DRAFT_COMMAND = ['program', 'argument']")
    data = Xliff12Writer(sent.path, sent.original).document(sent.units)
    try:
        done = subprocess.run(  # noqa: S603 - the operator's own settings name it, and no shell reads it
            command, input=data, capture_output=True, timeout=DRAFT_SECONDS, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as fault:
        refused("{program} could not draft {path}: {reason}", program=command[0], path=sent.path, reason=fault)
    file, problems = received(done.stdout, command[0])
    if done.returncode or file is None or file.header != header_of(sent.path, sent.original.lang, sent.units):
        lost = gettext("It did not return the XLIFF file that it was given.")
        why = sentences(problems[0], messages_of(workspace.project))[0] if problems else lost
        message = "{program} could not draft {path} (exit code {code}): {reason}"
        refused(message, program=command[0], path=sent.path, code=done.returncode, reason=why)
    return sent._replace(units=drafted(sent.units, file))


def former_texts(
    workspace: Workspace, original: Source, document: VersionDocument, stamp: Iterable[str] | None
) -> dict[str, str]:
    """The texts of these digests that the original no longer has, as far as git's history holds them."""
    missing = set(stamp or ()) - set(document.digests)
    found = old_passages(workspace.path(original), missing) if missing else {}
    return {digest: passage.text for digest, passage in found.items()}


def _pair(workspace: Workspace, announcement: Announcement, lang: str) -> tuple[Source | None, Source]:
    """The version in that language, where there is one, and its original."""
    if any(source.lang == lang for source in announcement.sources):
        return translation_of(workspace, announcement, lang)
    original = original_of(announcement)
    if original is None:
        message = "{key} has no original: every version says that it translates another."
        refused(message, key=announcement.key)
    return None, original
