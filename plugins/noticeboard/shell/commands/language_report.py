"""Prints what `noticeboard catalogues` and `noticeboard language` found."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from noticeboard.languages.language_names import language_name
from noticeboard.report import as_text, counted
from noticeboard.shell.terminal.console import put, relative_to, texts_of
from noticeboard.shell.terminal.program_messages import gettext, language_of, messages_of
from noticeboard.site.language_readiness import shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from noticeboard.shell.commands.catalogue_upkeep import CatalogueReport
    from noticeboard.shell.project import Project
    from noticeboard.site.language_readiness import ReadinessStep


def print_upkeep(upkeep: CatalogueReport, project: Project, *, written: bool) -> None:
    """Prints the problems to standard error, and how complete each language is to standard output."""
    if upkeep.problems:
        messages = messages_of(project)
        text = as_text(upkeep.problems, texts_of(upkeep.problems, project), relative_to(project), messages)
        put(f"{text}{counted(upkeep.problems, messages)}.\n", sys.stderr)
    put(_table([(tag, language_name(tag, language_of()), state) for tag, state in upkeep.states]), sys.stdout)
    changed = ", ".join(upkeep.changed)
    if changed and written:
        put(f"{gettext('Written: {files}', files=changed)}.\n", sys.stdout)
    elif changed:
        put(f"{gettext('Out of date: {files}. Run `noticeboard catalogues`.', files=changed)}\n", sys.stdout)
    elif upkeep.states:
        put(f"{gettext('All files are up to date.')}\n", sys.stdout)


def print_steps(tag: str, found: Iterable[ReadinessStep]) -> None:
    """Prints what the language needs, marking what is done, and how dates, numbers and names will look."""
    put(f"{tag}: {language_name(tag, language_of())}\n\n", sys.stdout)
    for step in found:
        values = dict(step.values)
        put(f"[{'x' if step.done else ' '}] {gettext(step.message, **values)}\n", sys.stdout)
        if step.hint:
            put(f"    {gettext(step.hint, **values)}\n", sys.stdout)
    put(f"\n{gettext('What the program writes itself, for you to look at:')}\n", sys.stdout)
    rows = [(gettext(name), gettext(text) if name in ("Note", "Direction") else text) for name, text in shown(tag)]
    put(_table([("  ", *row) for row in rows]), sys.stdout)


def _table(rows: Sequence[Sequence[str]]) -> str:
    """The rows with their cells below each other, two spaces apart."""
    widths = [max(len(cell) for cell in column) for column in zip(*rows, strict=True)]
    lines = ("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in rows)
    return "".join(f"{line.rstrip()}\n" for line in lines)
