"""`noticeboard memory`, `glossary` and `count`: what agencies ask for besides the texts."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import TYPE_CHECKING

from noticeboard.exchange.quotation import CATEGORIES, quantities
from noticeboard.exchange.term_base import tbx
from noticeboard.exchange.translation_memory import tmx, translated
from noticeboard.shell.editing.file_changes import write_new, write_over
from noticeboard.shell.editing.sent_units import is_wanted, sent_units
from noticeboard.shell.editing.workspace import open_workspace
from noticeboard.shell.terminal.console import put_utf_8

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from noticeboard.shell.editing.sent_units import SentUnits
    from noticeboard.shell.editing.workspace import Workspace


def write_memory(settings: str, languages: Sequence[str], output: str) -> None:
    """Writes or prints the memory of all translations that are current, in these languages or in all."""
    workspace = open_workspace(settings)
    every = _every(workspace, _chosen(workspace, languages), list(workspace.site.every))
    found = [pair for _, lang, sent in every for pair in translated(sent.units, sent.original.lang, lang, sent.path)]
    _write(output, tmx(found))


def write_glossary(settings: str, languages: Sequence[str], output: str) -> None:
    """Writes or prints the terms of all vocabularies, in these languages or in all."""
    workspace = open_workspace(settings)
    found, default = workspace.site.vocabularies, workspace.settings.default_language
    chosen = [*dict.fromkeys([default, *languages])] if languages else list(workspace.settings.languages)
    _write(output, tbx(found, [workspace.language(lang) for lang in chosen], default))


def write_counts(settings: str, languages: Sequence[str], names: Sequence[str], output: str) -> None:
    """Writes or prints a line for each version that is wanted, in these languages or in all (RFC 4180)."""
    workspace = open_workspace(settings)
    keys = [workspace.announcement(name).key for name in names] or list(workspace.site.every)
    stream = io.StringIO()
    table = csv.writer(stream)
    units = ("segments", "words", "characters")
    table.writerow(["announcement", "language", "original", *(f"{c} {u}" for c in CATEGORIES for u in units)])
    seen: dict[str, set[str]] = {}
    for key, lang, sent in _every(workspace, _chosen(workspace, languages), keys):
        counted = quantities(sent.units, seen.setdefault(lang, set()))
        numbers = (number for category in CATEGORIES for number in counted[category])
        table.writerow([key, lang, sent.original.lang, *numbers])
    _write(output, stream.getvalue().encode())


def _chosen(workspace: Workspace, languages: Sequence[str]) -> list[str]:
    return [workspace.language(lang) for lang in languages] or list(workspace.settings.languages)


def _every(workspace: Workspace, languages: Iterable[str], keys: Sequence[str]) -> Iterator[tuple[str, str, SentUnits]]:
    """(key, language, units) of each of these announcements in each of these languages, where it is wanted."""
    for lang in languages:
        for key in keys:
            announcement = workspace.announcement(key)
            if is_wanted(announcement, lang):
                yield key, lang, sent_units(workspace, announcement, lang)


def _write(output: str, data: bytes) -> None:
    path = Path(output).absolute()
    if not output:
        put_utf_8(data.decode())
    elif path.exists():
        write_over(path, data)
    else:
        write_new(path, data)
