"""The commands for people who write and translate, as they are called."""

from __future__ import annotations

import sys

import click

_SETTINGS = click.option(
    "-s",
    "--settings",
    "settings",
    default="pelicanconf.py",
    show_default=True,
    type=click.Path(exists=True, dir_okay=False),
    help="The settings file.",
)
_TODAY = click.option("--today", default="", metavar="DAY", help="Ask as on this day (YYYY-MM-DD).")
_LANGUAGES = click.option("--language", "languages", multiple=True, metavar="TAG", help="Only this language.")


@click.command()
@_SETTINGS
@_TODAY
@_LANGUAGES
@click.option("--format", type=click.Choice(("text", "json", "csv")), default="text", help="How to tell.")
def status(settings: str, today: str, languages: tuple[str, ...], format: str) -> None:  # noqa: A002 - the option's name
    """Says how current every version is, and what to do first; with --language what there is to do in it.

    The exit code is 1 where an announcement is left out because it cannot be read.

    Example: noticeboard status --language nl
    """
    from noticeboard.shell.texts.status_command import AskedStatus, run_status  # noqa: PLC0415 - --help answers at once

    sys.exit(run_status(AskedStatus(settings, languages, format, today)))


@click.command()
@_SETTINGS
@click.option("--from", "origin", default="", metavar="TAG", help="The original to translate, where there are several.")
@click.argument("name")
@click.argument("lang")
def translate(settings: str, name: str, lang: str, origin: str) -> None:
    """Makes the version of an announcement in a language: a draft with the original's text to translate.

    NAME is the announcement's folder, surveys/school-mentoring or only school-mentoring.

    Example: noticeboard translate school-mentoring nl
    """
    from noticeboard.shell.texts.translate_command import run_translate  # noqa: PLC0415 - --help answers at once

    run_translate(settings, name, lang, origin)


COMMANDS = (status, translate)
