"""What click says of a wrong call, in the reader's language."""

from __future__ import annotations

import re
import sys
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from collections.abc import Iterator

_NEAR = r"\(?Did you mean (?:one of: )?(?P<near>.+)\?\)?"
_FORMS = (
    ("Missing argument {name}.", r"Missing argument (?P<name>.+)\."),
    ("Missing option {name}.", r"Missing option (?P<name>.+)\."),
    ("Missing argument {name}. Choose from: {known}", r"Missing argument (?P<name>.+?)\. Choose from:\s*(?P<known>.+)"),
    ("No such option {name}.", r"No such option (?P<name>\S+)\."),
    (
        "No such option {name}. Did you mean {near}?",
        rf"No such option (?P<name>\S+)\. {_NEAR}",
    ),
    ("No such command {name}.", r"No such command (?P<name>\S+)\."),
    (
        "No such command {name}. Did you mean {near}?",
        rf"No such command (?P<name>\S+)\. {_NEAR}",
    ),
    ("Missing command.", r"Missing command\."),
    ("Got unexpected extra argument ({words})", r"Got unexpected extra argument \((?P<words>.+)\)"),
    ("Got unexpected extra arguments ({words})", r"Got unexpected extra arguments \((?P<words>.+)\)"),
    ("Option {name} requires an argument.", r"Option (?P<name>\S+) requires an argument\."),
    ("Option {name} does not take a value.", r"Option (?P<name>\S+) does not take a value\."),
    ("Invalid value for {name}: {reason}", r"Invalid value for (?P<name>'.+?'): (?P<reason>.+)"),
    ("{value} is not one of {known}.", r"(?P<value>'.*') is not one of (?P<known>.+)\."),
    ("{value} is not a valid integer.", r"(?P<value>'.*') is not a valid integer(?: range)?\."),
    ("{value} is not in the range {range}.", r"(?P<value>\S+) is not in the range (?P<range>.+)\."),
    ("{path} does not exist.", r"\w+ (?P<path>'.*') does not exist\."),
    ("{path} is a folder.", r"\w+ (?P<path>'.*') is a directory\."),
    ("{path} is a file.", r"\w+ (?P<path>'.*') is a file\."),
)
"""Messages, each with a pattern of the sentence of click 8 that it replaces; the first full match counts."""


def said(message: str) -> str:
    """What click says, in the reader's language; what it says otherwise, as it is."""
    from noticeboard.shell.terminal.program_messages import gettext  # noqa: PLC0415 - loaded where something is said

    for template, form in _FORMS:
        if found := re.fullmatch(form, message, re.DOTALL):
            values = {name: " ".join(value.split()) for name, value in found.groupdict().items()}
            told = {"reason": said(values["reason"])} if "reason" in values else {}
            return gettext(template, **{**values, **told})
    return message


class TranslatedError(click.ClickException):
    """An error that is shown with its usage, if it is one of use, in the reader's language."""

    def __init__(self, error: click.ClickException) -> None:
        """Takes the error as click or a command has raised it."""
        super().__init__(said(error.format_message()))
        self.exit_code = error.exit_code  # type: ignore[misc]  # it is that of the error that it stands for
        self._context = error.ctx if isinstance(error, click.UsageError) else None

    def show(self, file: IO[Any] | None = None) -> None:
        """Prints it to standard error."""
        from noticeboard.shell.terminal.program_messages import gettext  # noqa: PLC0415 - loaded where something is said

        stream, context = file or sys.stderr, self._context
        if context:
            named = f"{context.command_path} {max(context.help_option_names, key=len)}"
            hint = gettext("Try '{command}' for help.", command=named)
            click.echo(f"{context.get_usage()}\n{hint}\n", file=stream)
        click.echo(f"{gettext('Error:')} {self.message}", file=stream)


@contextmanager
def translated_errors() -> Iterator[None]:
    """Raises errors of click as TranslatedError."""
    try:
        yield
    except TranslatedError:
        raise
    except click.ClickException as error:
        raise TranslatedError(error) from error
