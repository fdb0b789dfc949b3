"""The help of commands, and messages about wrong calls, in the reader's language.

Commands are declared in English, and click composes their help. Each paragraph, option and heading of it is translated
here as a message.
"""

from __future__ import annotations

import inspect
from textwrap import wrap
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from collections.abc import Iterable

_EXAMPLE = "Example: "
_EXTRA = "  ["
"""What is between an option's sentence and its default value."""


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a command's help, each on one line."""
    return [" ".join(part.split()) for part in inspect.cleandoc(text).split("\n\n") if part.strip()]


def first_sentence(text: str) -> str:
    """What a command does, as a list of commands says it."""
    said = _said(paragraphs(text)[0]) if text.strip() else ""
    head, dot, _ = said.partition(". ")
    return f"{head}." if dot else said


def _said(text: str) -> str:
    from noticeboard.shell.terminal.program_messages import gettext  # noqa: PLC0415 - loaded where something is said

    example = text.removeprefix(_EXAMPLE)
    return f"{gettext('Example:')} {example}" if example != text else gettext(text)


class TranslatedFormatter(click.HelpFormatter):
    """Writes help in the reader's language."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """Writes how a command is called."""
        from noticeboard.shell.terminal.program_messages import gettext  # noqa: PLC0415 - loaded where something is said

        super().write_usage(prog, args, prefix if prefix is not None else f"{gettext('Usage:')} ")

    def write_heading(self, heading: str) -> None:
        """Writes the heading of a list."""
        from noticeboard.shell.terminal.program_messages import gettext  # noqa: PLC0415 - loaded where something is said

        headings = {"Options": gettext("Options"), "Commands": gettext("Commands")}
        super().write_heading(headings.get(heading, heading))

    def write_text(self, text: str) -> None:
        """Writes what a command does, paragraph by paragraph; a long example can be copied as it is shown."""
        for number, paragraph in enumerate(paragraphs(text)):
            if number:
                self.write_paragraph()
            self.write(self._wrapped(_said(paragraph), is_command=paragraph.startswith(_EXAMPLE)))

    def _wrapped(self, text: str, *, is_command: bool) -> str:
        """The text in lines, words whole; click would break names of commands and problems at their hyphens."""
        indent, more, end = " " * self.current_indent, "    " if is_command else "", " \\\n" if is_command else "\n"
        lines = wrap(
            text,
            self.width - len(end) + 1,
            initial_indent=indent,
            subsequent_indent=indent + more,
            break_on_hyphens=False,
            break_long_words=False,
        )
        return f"{end.join(lines)}\n"

    def write_dl(self, rows: Iterable[tuple[str, str]], *arguments: Any, **options: Any) -> None:  # noqa: ANN401 - handed on
        """Writes a list of options or commands, each with what it does."""
        super().write_dl([(name, _option(text)) for name, text in rows], *arguments, **options)


def _option(text: str) -> str:
    """An option's sentence, and its default value as click adds it."""
    from noticeboard.shell.terminal.program_messages import gettext  # noqa: PLC0415 - loaded where something is said

    sentence, extra, rest = text.partition(_EXTRA)
    shown = gettext("Show this message and exit.") if sentence == "Show this message and exit." else gettext(sentence)
    return f"{shown}{extra}{rest.replace('default:', gettext('default:'))}" if extra else shown


class TranslatedContext(click.Context):
    """A call of a command whose help is in the reader's language."""

    formatter_class = TranslatedFormatter
