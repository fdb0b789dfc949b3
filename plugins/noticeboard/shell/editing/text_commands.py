"""The commands for people who write and translate, as they are called."""

from __future__ import annotations

import sys
from typing import Any

import click

from noticeboard.shell.commands.options import SETTINGS

_TODAY = click.option("--today", default="", metavar="DAY", help="Ask as on this day (YYYY-MM-DD).")
_LANGUAGES = click.option("--language", "languages", multiple=True, metavar="TAG", help="Only this language.")


@click.command()
@SETTINGS
@_TODAY
@_LANGUAGES
@click.option("--format", type=click.Choice(("text", "json", "csv")), default="text", help="How to tell.")
def status(settings: str, today: str, languages: tuple[str, ...], format: str) -> None:  # noqa: A002 - the option's name
    """Says how current every version is, and what to do first; with --language what there is to do in it.

    The exit code is 1 where an announcement is left out because it cannot be read.

    Example: noticeboard status --language nl
    """
    from noticeboard.shell.editing.status_command import StatusRequest, run_status  # noqa: PLC0415 - --help answers at once

    sys.exit(run_status(StatusRequest(settings, languages, format, today)))


@click.command()
@SETTINGS
@click.option(
    "--from", "origin", default="", metavar="TAG", help="The version to translate, where it is not the first original."
)
@click.argument("name")
@click.argument("lang")
def translate(settings: str, name: str, lang: str, origin: str) -> None:
    """Makes the version of an announcement in a language: a draft with the original's text to translate.

    NAME is the announcement's folder, surveys/school-mentoring or only school-mentoring.

    Example: noticeboard translate school-mentoring nl
    """
    from noticeboard.shell.editing.translate_command import run_translate  # noqa: PLC0415 - --help answers at once

    run_translate(settings, name, lang, origin)


@click.command()
@SETTINGS
@click.argument("name")
@click.argument("lang")
def diff(settings: str, name: str, lang: str) -> None:
    """Tells what has changed in the original since a version was translated, segment by segment.

    The old text comes from git's history, where there is one.

    Example: noticeboard diff school-mentoring nl
    """
    from noticeboard.shell.editing.diff_command import run_diff  # noqa: PLC0415 - --help answers at once

    run_diff(settings, name, lang)


@click.command()
@SETTINGS
@click.option("--editorial", is_flag=True, help="The original's last change does not alter what it means.")
@click.option(
    "--line", "lines", multiple=True, type=int, metavar="N", help="With --editorial: only the change at line N."
)
@click.argument("name")
@click.argument("languages", nargs=-1, metavar="[LANG]...")
def stamp(settings: str, name: str, languages: tuple[str, ...], lines: tuple[int, ...], *, editorial: bool) -> None:
    """Notes that versions translate their original as it is now.

    With --editorial it notes that the last change of the original leaves its meaning as it was, so that no version is
    outdated by it; a version that was outdated before stays so. Without LANG it does so for all of them.

    Example: noticeboard stamp school-mentoring nl sv
    """
    from noticeboard.shell.editing.stamp_command import StampRequest, run_stamp  # noqa: PLC0415 - --help answers at once

    run_stamp(StampRequest(settings, name, languages, editorial, lines))


@click.command()
@SETTINGS
@click.argument("old")
@click.argument("new")
def rename(settings: str, old: str, new: str) -> None:
    """Gives an announcement another name: moves its folder, keeps its former address and mends all links to it.

    Example: noticeboard rename school-mentoring mentoring-2026
    """
    from noticeboard.shell.editing.rename_command import run_rename  # noqa: PLC0415 - --help answers at once

    run_rename(settings, old, new)


@click.command()
@SETTINGS
@click.option("--language", default="", metavar="TAG", help="The language of its first version.")
@click.option("--today", default="", metavar="DAY", help="Publish it from this day on (YYYY-MM-DD).")
@click.argument("kind")
@click.argument("name")
def new(settings: str, language: str, today: str, kind: str, name: str) -> None:
    """Makes the folder of a new announcement with a version that lacks only its words.

    KIND is survey, result, news or page, or another kind of this platform; NAME becomes the address. At a terminal it
    asks for what has to be known.

    Example: noticeboard new survey reading-corners --language en
    """
    from noticeboard.shell.editing.new_command import NewRequest, run_new  # noqa: PLC0415 - --help answers at once

    run_new(NewRequest(settings, kind, name, language, today))


@click.command("export")
@SETTINGS
@click.option("-o", "--output", default="", metavar="FILE", help="The file to write; else it is printed.")
@click.option(
    "--format", type=click.Choice(("po", "xliff", "xliff2")), default="po", help="PO, XLIFF 1.2 or XLIFF 2.1."
)
@click.option("--all", is_flag=True, help="Every announcement, a file each, in the folder of --to.")
@click.option("--language", "languages", multiple=True, metavar="TAG", help="With --all: into this language.")
@click.option("--to", "folder", default="", metavar="FOLDER", help="With --all: where to; LANG/KIND/NAME below it.")
@click.option("--draft", is_flag=True, help="With a machine's drafts, to be looked at, where nothing is translated.")
@click.argument("name", required=False, default="")
@click.argument("lang", required=False, default="")
def export_(**asked: Any) -> None:  # noqa: ANN401 - click passes what the options above say
    """Writes a file with which a version is translated in a translation tool, what is translated already filled in.

    A file that is there is brought up to date: what has been translated in it stays.

    Example: noticeboard export school-mentoring nl -o school-mentoring.nl.po
    """
    from noticeboard.shell.editing.export_command import ExportRequest, run_export  # noqa: PLC0415 - --help answers at once

    run_export(ExportRequest(**asked))


@click.command("import")
@SETTINGS
@click.option("--force", is_flag=True, help="Overwrite texts of the version that were changed after the export.")
@click.option("--reviewed", is_flag=True, help="Of XLIFF, only what was reviewed, signed off or approved.")
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True), metavar="FILE|FOLDER...")
def import_(settings: str, files: tuple[str, ...], *, force: bool, reviewed: bool) -> None:
    """Takes the translations of exported files over into the versions; what is not translated yet stays.

    A message with an error is left out and told, and all others are taken over. The exit code is 1 where anything was
    left out because of an error.

    Example: noticeboard import school-mentoring.nl.po
    """
    from noticeboard.shell.editing.import_command import ImportRequest, run_import  # noqa: PLC0415 - --help answers at once

    sys.exit(run_import(ImportRequest(settings, files, force, reviewed)))


@click.command()
@SETTINGS
@click.option("--write", is_flag=True, help="Write it; without this it only tells what would become of the files.")
@click.option("--force", is_flag=True, help="Overwrite what is there.")
@click.option("--kind", default="news", metavar="KIND", help="What it becomes: news, survey, page, …")
@click.option("--name", default="", metavar="NAME", help="The announcement's name; else the file's.")
@click.option("--language", default="", metavar="TAG", help="The language of the text; else the file tells.")
@click.option("--terms", default="", metavar="FILE", help="Which terms its categories and tags are; made if missing.")
@click.option("--today", default="", metavar="DAY", help="Publish it from this day on where nothing else is said.")
@click.argument("files", nargs=-1, required=True, type=click.Path(), metavar="FILE|FOLDER...")
def adopt(**asked: Any) -> None:  # noqa: ANN401 - click passes what the options above say
    """Brings in what exists: Word documents, HTML pages, or a folder of Jekyll, Hugo, Pelican or another Noticeboard.

    A document or a page becomes a draft, with its pictures beside it; a folder becomes announcements. What could not be
    kept is told with its words. The exit code is 1 where something cannot be taken.

    Example: noticeboard adopt letter.docx --kind survey --write
    """
    from noticeboard.shell.commands.adopt_command import AdoptRequest, run_adopt  # noqa: PLC0415 - --help answers at once

    sys.exit(run_adopt(AdoptRequest(**asked)))


_ALL_LANGUAGES = click.option("--language", "languages", multiple=True, metavar="TAG", help="Only this language.")
_FILE = click.option("-o", "--output", default="", metavar="FILE", help="The file to write; else it is printed.")


@click.command()
@SETTINGS
@_ALL_LANGUAGES
@_FILE
def memory(settings: str, languages: tuple[str, ...], output: str) -> None:
    """Writes all translations that are current as a translation memory (TMX).

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
    """Counts for a quotation what is new, changed, repeated and moved: segments, words and characters, as CSV.

    Example: noticeboard count --language da
    """
    from noticeboard.shell.editing.reference_commands import write_counts  # noqa: PLC0415 - --help answers at once

    write_counts(settings, languages, names, output)


COMMANDS = (new, adopt, translate, status, diff, stamp, export_, import_, count, memory, glossary, rename)
