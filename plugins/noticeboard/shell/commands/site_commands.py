"""The commands for a site as a whole: show it, remove it, and print when it changes next."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from noticeboard.shell.commands.options import ANSWER_DAY, SETTINGS
from noticeboard.shell.terminal.refusals import refused, wrong

if TYPE_CHECKING:
    from collections.abc import Mapping

    from noticeboard.shell.project import Project

_OUTPUT = click.option("-o", "--output", default="", help="The folder of the built site.")


@click.command()
@SETTINGS
@_OUTPUT
@click.option("--port", default=8000, show_default=True, type=click.IntRange(0, 65535), help="The port to use.")
@click.option("--watch", is_flag=True, help="Build again after every change, with drafts, and show the result.")
@click.option("--today", default="", help="With --watch: build as on this day (YYYY-MM-DD).")
@click.argument("content", required=False, type=click.Path(exists=True, file_okay=False))
def serve(settings: str, output: str, port: int, *, watch: bool, **about: str | None) -> None:
    """Shows the built site at http://127.0.0.1:PORT/ until Ctrl-C.

    With --watch, it builds CONTENT into a folder in the cache, and builds again after every change. The browser then
    shows the new page or the problems. Do not publish that folder.

    Example: noticeboard serve --watch --port 8001
    """
    if watch:
        _preview(settings, output, port, about)
        return
    if any(about.values()):
        message = "CONTENT and --today are for --watch; without it the site that has been built is shown."
        wrong(message)
    from noticeboard.shell.site_server import serve_folder  # noqa: PLC0415 - --help answers at once

    folder = given_project(settings, output).output
    if not folder.is_dir():
        message = "There is no site in {folder}/ yet. Build it first: noticeboard build"
        refused(message, folder=folder.name)
    serve_folder(folder, port)


def _preview(settings: str, output: str, port: int, about: Mapping[str, str | None]) -> None:
    from noticeboard.shell.preview.preview_request import PreviewRequest  # noqa: PLC0415 - --help answers at once
    from noticeboard.shell.preview.preview_run import run_preview  # noqa: PLC0415

    if output:
        message = "A preview has drafts in it and is built into a folder of its own: leave --output away."
        wrong(message)
    run_preview(PreviewRequest(settings, about["content"] or "", about["today"] or ""), port)


@click.command()
@SETTINGS
@_OUTPUT
def clean(settings: str, output: str) -> None:
    """Deletes the files that builds wrote, and the cache. Other files stay.

    Example: noticeboard clean
    """
    from noticeboard.shell.commands.clean_command import run_clean  # noqa: PLC0415 - --help answers at once

    sys.exit(run_clean(given_project(settings, output)))


@click.command("next-change")
@SETTINGS
@ANSWER_DAY
@click.argument("content", required=False, type=click.Path())
def next_change(settings: str, today: str, content: str | None) -> None:
    """Prints when the site next needs building, in UTC. Prints nothing if it never does.

    Example: noticeboard next-change
    """
    from noticeboard.shell.commands.next_change_command import print_next_change  # noqa: PLC0415 - --help answers at once

    sys.exit(print_next_change(given_project(settings, content=content or "", today=today)))


def given_project(settings: str, output: str = "", content: str = "", today: str = "") -> Project:
    """The project of a settings file, with the folders and the day of the command line where they are given."""
    from noticeboard.shell.project import load_project  # noqa: PLC0415 - --help answers at once

    folders = {"OUTPUT_PATH": output, "PATH": content}
    given = {key: str(Path(folder).absolute()) for key, folder in folders.items() if folder}
    return load_project(settings, {**given, "NOTICEBOARD_TODAY": today} if today else given)
