"""Options that commands share."""

from __future__ import annotations

import os
from pathlib import Path

import click

from noticeboard.shell.terminal.refusals import wrong


def _there(context: click.Context, _: click.Parameter, value: str) -> str:
    """The path of the settings file; ends the command with what to do if it is not there."""
    if Path(value).is_file():
        return value
    from noticeboard.shell.terminal.program_messages import gettext  # noqa: PLC0415 - --help answers at once

    stated = context.get_parameter_source("settings") is not click.core.ParameterSource.DEFAULT
    other, begin = "Name another file.", "Go to the folder of your platform, or begin one: noticeboard init FOLDER"
    missing = gettext("There is no settings file {file} here.", file=value)
    message = f"{missing} {gettext(other if stated else begin)}"
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


def _set_language(_: click.Context, __: click.Parameter, value: str | None) -> None:
    """Sets the language of messages, in this process and in those that it starts."""
    if value is not None:
        lang = value.replace("_", "-").partition("-")[0]
        _check_language(lang, value)
        os.environ["NOTICEBOARD_LANG"] = lang


def _with_messages(_: click.Context, __: click.Parameter, value: str) -> str:
    """The language, "" if none was chosen; ends the command if it has no messages."""
    if value:
        _check_language(value, value)
    return value


def _check_language(lang: str, given: str) -> None:
    from noticeboard.shell.terminal.program_messages import languages  # noqa: PLC0415 - --help answers at once

    if lang not in languages():
        message = "There are no messages in the language {lang}. There are: {known}."
        wrong(message, lang=given, known=", ".join(languages()))


LANG = click.option(
    "--lang",
    "message_language",
    metavar="TAG",
    expose_value=False,
    is_eager=True,
    callback=_set_language,
    help="The language of the messages: nl, sv, de, fr or en. Default: NOTICEBOARD_LANG or the locale.",
)
"""What every command takes."""

MESSAGES = click.option(
    "--messages",
    default="",
    metavar="TAG",
    callback=_with_messages,
    help="The language of the output: nl, sv, de, fr or en.",
)

BUILD_DAY = click.option("--today", default="", metavar="DAY", help="Build as on this day (YYYY-MM-DD).")
ANSWER_DAY = click.option("--today", default="", metavar="DAY", help="Answer as on this day (YYYY-MM-DD).")
REPORT_FORMAT = click.option(
    "--format", type=click.Choice(("text", "json", "github", "sarif")), default="text", help="The format of the output."
)
"""How commands print problems."""
