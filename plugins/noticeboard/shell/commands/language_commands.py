"""`noticeboard catalogues` and `noticeboard language`, as they are called."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from noticeboard.shell.commands.options import SETTINGS
from noticeboard.shell.terminal.refusals import wrong


@click.command()
@SETTINGS
@click.option("--new", default="", metavar="TAG", help="Create the catalogue of another language, such as uk.")
@click.option("--check", "only_check", is_flag=True, help="Write nothing. Say what is wrong or out of date.")
def catalogues(settings: str, new: str, *, only_check: bool) -> None:
    """Updates the catalogues of the interface and says how complete each language is.

    Example: noticeboard catalogues --new uk
    """
    from noticeboard.shell.commands.catalogue_upkeep import update_catalogues  # noqa: PLC0415 - --help answers at once
    from noticeboard.shell.commands.language_report import print_upkeep  # noqa: PLC0415
    from noticeboard.shell.project import load_project  # noqa: PLC0415

    project = load_project(settings, {})
    upkeep = update_catalogues(project, new=new, write=not only_check)
    print_upkeep(upkeep, project, written=not only_check)
    sys.exit(1 if upkeep.broken or (only_check and upkeep.changed) else 0)


@click.command()
@SETTINGS
@click.argument("tag")
@click.argument("content", required=False, type=click.Path())
def language(settings: str, tag: str, content: str | None) -> None:
    """Lists what this platform needs for a language, and what is still missing.

    Example: noticeboard language uk
    """
    from noticeboard.languages.tags import is_tag  # noqa: PLC0415 - --help answers at once
    from noticeboard.shell.commands.language_command import language_steps  # noqa: PLC0415
    from noticeboard.shell.commands.language_report import print_steps  # noqa: PLC0415
    from noticeboard.shell.project import load_project  # noqa: PLC0415

    if not is_tag(tag):
        wrong("{tag} is not a language tag. Write it like uk or pt-BR.", tag=tag)
    project = load_project(settings, {"PATH": str(Path(content).absolute())} if content else {})
    found = language_steps(project, tag)
    print_steps(tag, found)
    sys.exit(0 if all(step.done for step in found) else 1)
