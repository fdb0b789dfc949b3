"""Commands that refuse: the reason in the reader's language, and an exit code."""

from __future__ import annotations

from typing import NoReturn

import click

from noticeboard.shell.terminal.program_messages import gettext


def wrong(message: str, /, **values: object) -> NoReturn:
    """Raises click.UsageError with that message: the command was called wrongly (exit code 2)."""
    raise click.UsageError(gettext(message, **values))


def refused(message: str, /, **values: object) -> NoReturn:
    """Raises click.ClickException with that message: the command cannot be carried out (exit code 1)."""
    raise click.ClickException(gettext(message, **values))
