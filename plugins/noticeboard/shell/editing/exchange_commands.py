"""The commands for people who work with translation tools, as they are called."""

from __future__ import annotations

import sys
from typing import Any

import click

from noticeboard.shell.commands.options import SETTINGS


@click.command("export")
@SETTINGS
@click.option("-o", "--output", default="", metavar="FILE", help="The file to write. Default: print it.")
@click.option(
    "--format", type=click.Choice(("po", "xliff", "xliff2")), default="po", help="PO, XLIFF 1.2 or XLIFF 2.1."
)
@click.option("--all", is_flag=True, help="Export every announcement, one file each, into the folder of --to.")
@click.option(
    "--language", "languages", multiple=True, metavar="TAG", help="With --all: the language to translate into."
)
@click.option(
    "--to",
    "folder",
    default="",
    metavar="FOLDER",
    help="With --all: the folder to write to. The files are LANG/KIND/NAME below it.",
)
@click.option(
    "--draft", is_flag=True, help="Fill in machine translations where nothing is translated. A person must review them."
)
@click.argument("name", required=False, default="")
@click.argument("lang", required=False, default="")
def export_(**asked: Any) -> None:  # noqa: ANN401 - click passes what the options above say
    """Writes a file for a translation tool, with the existing translations filled in.

    If the file exists, it is updated, and the translations in it stay.

    Example: noticeboard export school-mentoring nl -o school-mentoring.nl.po
    """
    from noticeboard.shell.editing.export_command import ExportRequest, run_export  # noqa: PLC0415 - --help answers at once

    run_export(ExportRequest(**asked))


@click.command("import")
@SETTINGS
@click.option("--force", is_flag=True, help="Overwrite texts of the version that were changed after the export.")
@click.option("--reviewed", is_flag=True, help="From XLIFF, import only what was reviewed, signed off or approved.")
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True), metavar="FILE|FOLDER...")
def import_(settings: str, files: tuple[str, ...], *, force: bool, reviewed: bool) -> None:
    """Imports the translations from exported files into the versions.

    Texts that are not translated yet stay as they are. A message with an error is reported and left out; all others
    are imported. The exit code is 1 if a message was left out because of an error.

    Example: noticeboard import school-mentoring.nl.po
    """
    from noticeboard.shell.editing.import_command import ImportRequest, run_import  # noqa: PLC0415 - --help answers at once

    sys.exit(run_import(ImportRequest(settings, files, force, reviewed)))


_ALL_LANGUAGES = click.option("--language", "languages", multiple=True, metavar="TAG", help="Only this language.")
_FILE = click.option("-o", "--output", default="", metavar="FILE", help="The file to write. Default: print it.")


@click.command()
@SETTINGS
@_ALL_LANGUAGES
@_FILE
def memory(settings: str, languages: tuple[str, ...], output: str) -> None:
    """Writes all current translations as a translation memory (TMX).

    Example: noticeboard memory --language nl -o board.tmx
    """
    from noticeboard.shell.editing.reference_commands import write_memory  # noqa: PLC0415 - --help answers at once

    write_memory(settings, languages, output)


@click.command()
@SETTINGS
@_ALL_LANGUAGES
@_FILE
def glossary(settings: str, languages: tuple[str, ...], output: str) -> None:
    """Writes the terms of all vocabularies as a term base (TBX).

    Example: noticeboard glossary -o board.tbx
    """
    from noticeboard.shell.editing.reference_commands import write_glossary  # noqa: PLC0415 - --help answers at once

    write_glossary(settings, languages, output)


@click.command()
@SETTINGS
@_ALL_LANGUAGES
@_FILE
@click.argument("names", nargs=-1, metavar="[NAME]...")
def count(settings: str, languages: tuple[str, ...], output: str, names: tuple[str, ...]) -> None:
    """Counts the segments, words and characters to translate, as CSV for a quotation.

    It counts what is new, changed, repeated and moved.

    Example: noticeboard count --language da
    """
    from noticeboard.shell.editing.reference_commands import write_counts  # noqa: PLC0415 - --help answers at once

    write_counts(settings, languages, names, output)
