"""`noticeboard export`: a version and its original as a PO file for translation tools."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from noticeboard.exchange.po_writer import po_text
from noticeboard.exchange.units import is_loose, units
from noticeboard.exchange.version_document import read_version_document
from noticeboard.shell.editing.diff_command import old_passages, translation_of
from noticeboard.shell.editing.file_changes import write_new
from noticeboard.shell.editing.workspace import open_workspace, refused
from noticeboard.shell.terminal.console import put, put_utf_8
from noticeboard.site.translation_state import original_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from noticeboard.exchange.units import Unit
    from noticeboard.exchange.version_document import VersionDocument
    from noticeboard.shell.editing.workspace import Workspace
    from noticeboard.site import Announcement, Source


def run_export(settings: str, name: str, lang: str, output: str) -> None:
    """Writes or prints the file and says how much there is to do; raises ClickException where that cannot be done."""
    desk = open_workspace(settings)
    announcement, lang = desk.announcement(name), desk.language(lang)
    source, original = _pair(desk, announcement, lang)
    document = read_version_document(desk.path(original).read_bytes(), original.path)
    version = read_version_document(desk.path(source).read_bytes(), source.path, document.survey) if source else None
    found = units(document, version, former_texts(desk, original, document, version.stamp if version else None))
    text = po_text(found, f"{announcement.key}/{lang}.md", document)
    if output and Path(output).exists():
        refused(f"{output} is already there. Import it or move it away before you export again.")
    if output:
        write_new(Path(output).absolute(), text.encode())
    else:
        put_utf_8(text)
    put(_said(found, document, version), sys.stderr)


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
        refused(f"{announcement.key} has no original: every version says that it translates another.")
    return None, original


def _said(found: Sequence[Unit], original: VersionDocument, version: VersionDocument | None) -> str:
    said = [unit for unit in found if unit.source]
    blank, unsure = sum(not unit.target for unit in said), sum(unit.fuzzy for unit in said)
    counts = (
        f"{len(said)} messages: {blank} to translate, {unsure} to look at, {len(said) - blank - unsure} translated.\n"
    )
    if version is None or not is_loose(found, version):
        return counts
    return (
        f"{counts}Which part of {version.lang}.md translates which of {original.lang}.md cannot be told, so its text "
        "is not in the file; an import replaces it, with --force only.\n"
    )
