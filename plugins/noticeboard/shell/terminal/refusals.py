"""Commands that refuse: the reason in the reader's language, and an exit code."""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn

import click

if TYPE_CHECKING:
    from collections.abc import Mapping


def wrong(message: str, /, **values: object) -> NoReturn:
    """Raises click.UsageError with that message: the command was called wrongly (exit code 2)."""
    raise click.UsageError(_gettext(message, values))


def refused(message: str, /, **values: object) -> NoReturn:
    """Raises click.ClickException with that message: the command cannot be carried out (exit code 1)."""
    raise click.ClickException(_gettext(message, values))


def _gettext(message: str, values: Mapping[str, object]) -> str:
    from noticeboard.shell.terminal.program_messages import gettext  # noqa: PLC0415 - --help answers at once

    return gettext(message, **values)
