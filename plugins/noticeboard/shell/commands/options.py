"""Options that commands share."""

from __future__ import annotations

import click

SETTINGS = click.option(
    "-s",
    "--settings",
    "settings",
    default="pelicanconf.py",
    show_default=True,
    type=click.Path(exists=True, dir_okay=False),
    help="The settings file.",
)
