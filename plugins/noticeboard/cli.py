"""The `noticeboard` command: people's verbs."""

from __future__ import annotations

import os
import sys
from typing import Any

import click

from noticeboard.shell.begin.starter_commands import init, pins
from noticeboard.shell.commands.language_commands import catalogues, language
from noticeboard.shell.commands.options import ANSWER_DAY, BUILD_DAY, LANG, MESSAGES, REPORT_FORMAT, SETTINGS
from noticeboard.shell.commands.override_command import override
from noticeboard.shell.commands.site_commands import clean, given_project, next_change, serve
from noticeboard.shell.commands.verify_command import verify
from noticeboard.shell.editing.text_commands import COMMANDS
from noticeboard.shell.publish.publish_commands import publish, rollback
from noticeboard.shell.publish.serving_commands import server_rules
from noticeboard.shell.terminal.command_group import CommandGroup
from noticeboard.shell.terminal.translated_help import TranslatedContext


@click.group(cls=CommandGroup, context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Builds and checks a multilingual platform for survey announcements."""


@main.command(context_settings={"ignore_unknown_options": True})
@SETTINGS
@BUILD_DAY
@click.option("--strict", is_flag=True, help="Let warnings stop the build.")
@click.option("--explain", is_flag=True, help="List the files that were written, with the reason.")
@click.option("--cluster", default="", metavar="ADDRESS", help="Use a dask scheduler; local starts one.")
@click.argument("pelican", nargs=-1, type=click.UNPROCESSED)
def build(  # noqa: PLR0913 - one for each option
    settings: str, today: str, cluster: str, *, strict: bool, explain: bool, pelican: tuple[str, ...]
) -> None:
    """Builds the site from CONTENT into OUTPUT. Takes all options of Pelican too.

    Example: noticeboard build content -o output --today 2026-12-01
    """
    from noticeboard.shell.commands.build_command import run_build  # noqa: PLC0415 - --help answers at once

    if cluster:
        os.environ["NOTICEBOARD_CLUSTER"] = cluster
    extra = {
        "NOTICEBOARD_TODAY": today,
        "NOTICEBOARD_STRICT": strict,
        "NOTICEBOARD_EXPLAIN": explain,
    }
    run_build(settings, pelican, {k: v for k, v in extra.items() if v})


@main.command()
@SETTINGS
@ANSWER_DAY
@REPORT_FORMAT
@click.option("--language", "languages", multiple=True, metavar="TAG", help="Check only versions in this language.")
@click.option("--only", multiple=True, metavar="NAME", help="Show only problems with this name.")
@click.option("--skip", multiple=True, metavar="NAME", help="Hide problems with this name.")
@click.option("--strict", is_flag=True, help="Let warnings fail the check.")
@MESSAGES
@click.argument("paths", nargs=-1, type=click.Path(), metavar="[PATH]...")
def check(**asked: Any) -> None:  # noqa: ANN401 - click passes what the options above say
    """Checks the content without building the site.

    If you name a PATH, a file or a folder, you see only its problems and those of the announcement that it belongs to.
    A folder outside the project is checked instead of the project's content. The exit code is 0 if there is no error,
    1 if there is one, and 2 for wrong use.

    Example: noticeboard check content/surveys/school-mentoring --skip unused-file
    """
    from noticeboard.shell.commands.check_command import CheckRequest, run_check  # noqa: PLC0415 - --help answers at once

    sys.exit(run_check(CheckRequest(**asked)))


@main.command()
@MESSAGES
@click.option("--markdown", is_flag=True, help="Print all explanations as one page in Markdown.")
@click.argument("names", nargs=-1, metavar="[NAME]...")
def explain(messages: str, names: tuple[str, ...], *, markdown: bool) -> None:
    """Explains what a problem means and why it matters, with an example. Without NAME, lists all problems.

    Example: noticeboard explain versions-disagree
    """
    from noticeboard.shell.commands.explain_command import explained  # noqa: PLC0415 - --help answers at once
    from noticeboard.shell.terminal.console import put_utf_8  # noqa: PLC0415

    put_utf_8(explained(names, messages, markdown=markdown))


@main.command()
@SETTINGS
def schema(settings: str) -> None:
    """Prints the JSON Schema of this project's front matter, for editors such as VS Code.

    Example: noticeboard schema > .vscode/front-matter.schema.json
    """
    from noticeboard.shell.commands.schema_command import schema_of  # noqa: PLC0415 - --help answers at once
    from noticeboard.shell.terminal.console import put_utf_8  # noqa: PLC0415

    put_utf_8(schema_of(given_project(settings)))


_OTHERS = (
    *(init, override, pins, catalogues, language, verify),
    *(serve, clean, next_change, publish, rollback, server_rules),
)
for command in (*_OTHERS, *COMMANDS):
    main.add_command(command)
for command in main.commands.values():
    command.context_class = TranslatedContext
    LANG(command)
