"""Options that commands share."""

from __future__ import annotations

from pathlib import Path

import click


def _there(context: click.Context, _: click.Parameter, value: str) -> str:
    """The path of the settings file; ends the command with what to do where it is not there."""
    if Path(value).is_file():
        return value
    stated = context.get_parameter_source("settings") is not click.core.ParameterSource.DEFAULT
    hint = (
        "Name another file." if stated else "Go to the folder of your platform, or begin one: noticeboard init FOLDER"
    )
    message = f"There is no settings file {value} here. {hint}"
    raise click.UsageError(message, context)


SETTINGS = click.option(
    "-s",
    "--settings",
    "settings",
    default="pelicanconf.py",
    show_default=True,
    callback=_there,
    help="The settings file.",
)
