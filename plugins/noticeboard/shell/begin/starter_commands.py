"""`noticeboard init` and `noticeboard pins`, as they are called."""

from __future__ import annotations

import shlex
import sys
from pathlib import Path
from zoneinfo import ZoneInfo

import click

HOSTS = ("github", "gitlab")


@click.command("init")
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@click.option("--name", default="", help="The name of the platform.")
@click.option(
    "--languages", multiple=True, metavar="TAGS", help="The languages of the platform, the default language first."
)
@click.option("--kind", "kinds", multiple=True, metavar="NAME", help="A kind of announcement: news, or name=One/Many.")
@click.option("--address", default="", help="The address of the site: https://board.example.org.")
@click.option("--time-zone", default="Europe/Brussels", show_default=True, help="The time zone of deadlines.")
@click.option("--colour", default="", help="The colour of the platform, such as #0b3d91.")
@click.option(
    "--logo", type=click.Path(exists=True, dir_okay=False), help="The file of the logo: SVG, PNG, JPEG or WebP."
)
@click.option("--examples/--no-examples", default=True, help="Write an example of each kind, or not.")
@click.option(
    "--workflow",
    "workflows",
    multiple=True,
    type=click.Choice(HOSTS),
    help="Write workflows that check and publish on this service.",
)
def init(folder: Path, **given: object) -> None:
    """Starts a platform: writes content, settings and a README into FOLDER.

    FOLDER may be new, empty or a fresh clone. Nothing in it is overwritten. At a terminal, init asks for the name, the
    languages and the address if you do not give them. Otherwise it takes English and the name of the folder.

    Example: noticeboard init board --name "Ministry of Parks" --languages en,nl,sv --address https://board.example.org
    """
    from noticeboard.shell.begin.starter_answers import WrongAnswer  # noqa: PLC0415 - --help answers at once
    from noticeboard.shell.begin.starter_questions import answered  # noqa: PLC0415
    from noticeboard.shell.begin.starter_writer import FolderInUse, begin  # noqa: PLC0415
    from noticeboard.shell.project import instant  # noqa: PLC0415
    from noticeboard.shell.terminal.program_messages import gettext, ngettext  # noqa: PLC0415

    try:
        answers = answered(folder, given, asks=sys.stdin.isatty())
        written = begin(folder, answers, instant("", ZoneInfo("UTC")).date())
    except (WrongAnswer, FolderInUse) as wrong:
        raise click.UsageError(str(wrong)) from wrong
    except OSError as fault:
        message = gettext("{file} cannot be written: {reason}.", file=fault.filename, reason=fault.strerror)
        raise click.ClickException(message) from fault
    made = ngettext(
        "Wrote {number} file to {folder}.", "Wrote {number} files to {folder}.", len(written), folder=folder
    )
    there = "" if folder.resolve() == Path.cwd() else f"cd {shlex.quote(str(folder))} && "
    click.echo(f"{made}\n{gettext('See the pages:')} {there}noticeboard serve --watch")


@click.command()
def pins() -> None:
    """Prints the versions of libraries that this version of Noticeboard was tested with, for constraints.txt.

    Example: noticeboard pins > constraints.txt
    """
    from noticeboard.shell.begin.starter_files import pins as text  # noqa: PLC0415 - --help answers at once

    click.echo(text(), nl=False)
