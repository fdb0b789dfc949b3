"""What the commands on catalogues and languages say to people."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, TextIO

from noticeboard.languages.language_names import language_name
from noticeboard.report import as_text, counted
from noticeboard.shell.terminal.console import shown_path, texts_of
from noticeboard.site.language_readiness import shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from noticeboard.shell.commands.catalogue_upkeep import CatalogueReport
    from noticeboard.shell.project import Project
    from noticeboard.site.language_readiness import ReadinessStep


def print_upkeep(upkeep: CatalogueReport, project: Project, *, written: bool) -> None:
    """Prints the problems on standard error, and how far each language is on standard output."""
    if upkeep.problems:
        relative = as_text(upkeep.problems, texts_of(upkeep.problems, project), lambda path: shown_path(project, path))
        _write(sys.stderr, f"{relative}{counted(upkeep.problems)}.\n")
    _write(sys.stdout, _table([(tag, language_name(tag, "en"), state) for tag, state in upkeep.states]))
    changed = ", ".join(upkeep.changed)
    if changed and written:
        _write(sys.stdout, f"Written: {changed}.\n")
    elif changed:
        _write(sys.stdout, f"Out of date: {changed}. Run `noticeboard catalogues`.\n")
    elif upkeep.states:
        _write(sys.stdout, "All files are up to date.\n")


def print_steps(tag: str, found: Iterable[ReadinessStep]) -> None:
    """Prints what a language needs, each with a sign of whether it is there, and how the language will look."""
    _write(sys.stdout, f"{tag}: {language_name(tag, 'en')}\n\n")
    for step in found:
        _write(sys.stdout, f"[{'x' if step.done else ' '}] {step.message}\n")
        if step.hint:
            _write(sys.stdout, f"    {step.hint}\n")
    _write(sys.stdout, "\nWhat the program writes itself, for you to look at:\n")
    _write(sys.stdout, _table([("  ", name, text) for name, text in shown(tag)]))


def _table(rows: Sequence[Sequence[str]]) -> str:
    """The rows with their cells below each other, two spaces apart."""
    widths = [max(len(cell) for cell in column) for column in zip(*rows, strict=True)]
    lines = ("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in rows)
    return "".join(f"{line.rstrip()}\n" for line in lines)


def _write(stream: TextIO, text: str) -> None:
    """Writes what the stream's encoding can hold, and escapes for the rest."""
    encoding = stream.encoding or "utf-8"
    stream.write(text.encode(encoding, "backslashreplace").decode(encoding))
