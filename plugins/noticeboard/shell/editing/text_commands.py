"""The commands for people who write and translate, as they are called."""

from __future__ import annotations

import sys
from typing import Any

import click

from noticeboard.shell.commands.options import ANSWER_DAY, SETTINGS
from noticeboard.shell.editing.exchange_commands import count, export_, glossary, import_, memory

_LANGUAGES = click.option("--language", "languages", multiple=True, metavar="TAG", help="Only this language.")


@click.command()
@SETTINGS
@ANSWER_DAY
@_LANGUAGES
@click.option("--format", type=click.Choice(("text", "json", "csv")), default="text", help="The format of the output.")
def status(settings: str, today: str, languages: tuple[str, ...], format: str) -> None:  # noqa: A002 - the option's name
    """Says how current every version is, and what to do first.

    With --language, it lists the work in that language. The exit code is 1 if an announcement is left out because it
    cannot be read.

    Example: noticeboard status --language nl
    """
    from noticeboard.shell.editing.status_command import StatusRequest, run_status  # noqa: PLC0415 - --help answers at once

    sys.exit(run_status(StatusRequest(settings, languages, format, today)))


@click.command()
@SETTINGS
@click.option(
    "--from", "origin", default="", metavar="TAG", help="The version to translate. Default: the first original."
)
@click.argument("name")
@click.argument("lang")
def translate(settings: str, name: str, lang: str, origin: str) -> None:
    """Creates a version of an announcement in a language: a draft with the text of the original.

    NAME is the announcement's folder: surveys/school-mentoring, or just school-mentoring.

    Example: noticeboard translate school-mentoring nl
    """
    from noticeboard.shell.editing.translate_command import run_translate  # noqa: PLC0415 - --help answers at once

    run_translate(settings, name, lang, origin)


@click.command()
@SETTINGS
@click.argument("name")
@click.argument("lang")
def diff(settings: str, name: str, lang: str) -> None:
    """Shows what has changed in the original since a version was translated, segment by segment.

    The old text comes from the history in git, if there is one.

    Example: noticeboard diff school-mentoring nl
    """
    from noticeboard.shell.editing.diff_command import run_diff  # noqa: PLC0415 - --help answers at once

    run_diff(settings, name, lang)


@click.command()
@SETTINGS
@click.option("--editorial", is_flag=True, help="The last change of the original did not change its meaning.")
@click.option(
    "--line", "lines", multiple=True, type=int, metavar="N", help="With --editorial: only the change in line N."
)
@click.argument("name")
@click.argument("languages", nargs=-1, metavar="[LANG]...")
def stamp(settings: str, name: str, languages: tuple[str, ...], lines: tuple[int, ...], *, editorial: bool) -> None:
    """Marks versions as translations of the original as it is now.

    With --editorial, it notes that the last change of the original did not change its meaning, so no version becomes
    outdated by it. Versions that were outdated before stay outdated. Without LANG, this applies to all versions.

    Example: noticeboard stamp school-mentoring nl sv
    """
    from noticeboard.shell.editing.stamp_command import StampRequest, run_stamp  # noqa: PLC0415 - --help answers at once

    run_stamp(StampRequest(settings, name, languages, editorial, lines))


@click.command()
@SETTINGS
@click.argument("old")
@click.argument("new")
def rename(settings: str, old: str, new: str) -> None:
    """Renames an announcement: moves its folder, keeps its former address and updates all links to it.

    Example: noticeboard rename school-mentoring mentoring-2026
    """
    from noticeboard.shell.editing.rename_command import run_rename  # noqa: PLC0415 - --help answers at once

    run_rename(settings, old, new)


@click.command()
@SETTINGS
@click.option("--language", default="", metavar="TAG", help="The language of the first version.")
@click.option("--today", default="", metavar="DAY", help="Publish it from this day on (YYYY-MM-DD).")
@click.argument("kind")
@click.argument("name")
def new(settings: str, language: str, today: str, kind: str, name: str) -> None:
    """Creates a new announcement: a folder with a version in which only the words are missing.

    KIND is `survey`, `result`, `news`, `page` or another kind of this platform. NAME becomes the address. At a
    terminal, it asks for the facts.

    Example: noticeboard new survey reading-corners --language en
    """
    from noticeboard.shell.editing.new_command import NewRequest, run_new  # noqa: PLC0415 - --help answers at once

    run_new(NewRequest(settings, kind, name, language, today))


@click.command()
@SETTINGS
@click.option("--write", is_flag=True, help="Write the files. Without it, the command only says what it would write.")
@click.option("--force", is_flag=True, help="Overwrite what is there.")
@click.option(
    "--kind", default="news", metavar="KIND", help="The kind of announcement to create: `news`, `survey`, `page`, …"
)
@click.option("--name", default="", metavar="NAME", help="The name of the announcement. Default: the name of the file.")
@click.option(
    "--language",
    default="",
    metavar="TAG",
    help="The language of the text. Default: the language that the file states.",
)
@click.option(
    "--terms", default="", metavar="FILE", help="The file that maps categories and tags to terms. Created if missing."
)
@click.option("--today", default="", metavar="DAY", help="Publish it from this day on, unless the file states a day.")
@click.argument("files", nargs=-1, required=True, type=click.Path(), metavar="FILE|FOLDER...")
def adopt(**asked: Any) -> None:  # noqa: ANN401 - click passes what the options above say
    """Imports existing texts: Word documents, HTML pages, or a folder of Jekyll, Hugo, Pelican or another Noticeboard.

    A document or a page becomes a draft, with its pictures beside it. A folder becomes announcements. The command
    reports what it could not keep, word for word. The exit code is 1 if something cannot be imported.

    Example: noticeboard adopt letter.docx --kind survey --write
    """
    from noticeboard.shell.commands.adopt_command import run_adopt  # noqa: PLC0415 - --help answers at once
    from noticeboard.shell.commands.adopted_files import AdoptRequest  # noqa: PLC0415 - --help answers at once

    sys.exit(run_adopt(AdoptRequest(**asked)))


COMMANDS = (new, adopt, translate, status, diff, stamp, export_, import_, count, memory, glossary, rename)
