"""The `noticeboard` command: people's verbs."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from noticeboard.shell.begin.starter_commands import init, pins
from noticeboard.shell.commands.language_commands import catalogues, language
from noticeboard.shell.commands.options import LANG, SETTINGS
from noticeboard.shell.commands.override_command import override
from noticeboard.shell.commands.verify_command import verify
from noticeboard.shell.editing.text_commands import COMMANDS
from noticeboard.shell.publish.publish_commands import publish, rollback
from noticeboard.shell.publish.serving_commands import server_rules
from noticeboard.shell.terminal.spoken_help import SpokenContext, first_sentence
from noticeboard.shell.terminal.steady_streams import steady_streams
from noticeboard.shell.terminal.usage_messages import spoken_errors

if TYPE_CHECKING:
    from collections.abc import Mapping

    from noticeboard.shell.project import Project

_OUTPUT = click.option("-o", "--output", default="", help="The folder of the built site.")
_TODAY = click.option("--today", default="", help="Build as on this day (YYYY-MM-DD).")
_MESSAGES = click.option("--messages", default="", metavar="TAG", help="Speak this language: nl, sv, de, fr or en.")


class _Command(click.Group):
    """A group of commands that ends well whatever becomes of its standard streams, and speaks the reader's language."""

    context_class = SpokenContext

    def main(self, *arguments: Any, **settings: Any) -> Any:  # noqa: ANN401 - handed on as they came
        """Runs the command that the arguments name, and ends the process."""
        with steady_streams():
            return super().main(*arguments, **settings)

    def make_context(self, *arguments: Any, **settings: Any) -> click.Context:  # noqa: ANN401 - handed on as they came
        """The call as the arguments describe it."""
        with spoken_errors():
            return super().make_context(*arguments, **settings)

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - what a command returns
        """Runs the command."""
        with spoken_errors():
            return super().invoke(ctx)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - click's
        """Lists the commands, each with the whole sentence that says what it does; click would cut it to one line."""
        rows = [(name, first_sentence(command.help or "")) for name, command in sorted(self.commands.items())]
        with formatter.section("Commands"):
            formatter.write_dl(rows)


@click.group(cls=_Command, context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Builds and checks a multilingual platform for survey announcements."""


@main.command(context_settings={"ignore_unknown_options": True})
@SETTINGS
@_TODAY
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
@_TODAY
@click.option(
    "--format", type=click.Choice(("text", "json", "github", "sarif")), default="text", help="The format of the output."
)
@click.option("--language", "languages", multiple=True, metavar="TAG", help="Check only versions in this language.")
@click.option("--only", multiple=True, metavar="NAME", help="Show only problems with this name.")
@click.option("--skip", multiple=True, metavar="NAME", help="Hide problems with this name.")
@click.option("--strict", is_flag=True, help="Let warnings fail the check.")
@_MESSAGES
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
@_MESSAGES
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

    put_utf_8(schema_of(_project(settings)))


@main.command()
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
        raise click.UsageError(_spoken(message))
    from noticeboard.shell.site_server import serve_folder  # noqa: PLC0415 - --help answers at once

    folder = _project(settings, output).output
    if not folder.is_dir():
        message = "There is no site in {folder}/ yet. Build it first: noticeboard build"
        raise click.ClickException(_spoken(message, folder=folder.name))
    serve_folder(folder, port)


def _preview(settings: str, output: str, port: int, about: Mapping[str, str | None]) -> None:
    from noticeboard.shell.preview.preview_request import PreviewRequest  # noqa: PLC0415 - --help answers at once
    from noticeboard.shell.preview.preview_run import run_preview  # noqa: PLC0415

    if output:
        message = "A preview has drafts in it and is built into a folder of its own: leave --output away."
        raise click.UsageError(_spoken(message))
    run_preview(PreviewRequest(settings, about["content"] or "", about["today"] or ""), port)


@main.command()
@SETTINGS
@_OUTPUT
def clean(settings: str, output: str) -> None:
    """Deletes the files that builds wrote, and the cache. Other files stay.

    Example: noticeboard clean
    """
    from noticeboard.shell.commands.clean_command import run_clean  # noqa: PLC0415 - --help answers at once

    sys.exit(run_clean(_project(settings, output)))


@main.command("next-change")
@SETTINGS
@_TODAY
@click.argument("content", required=False, type=click.Path())
def next_change(settings: str, today: str, content: str | None) -> None:
    """Prints when the site next needs building, in UTC. Prints nothing if it never does.

    Example: noticeboard next-change
    """
    from noticeboard.shell.commands.next_change_command import print_next_change  # noqa: PLC0415 - --help answers at once

    sys.exit(print_next_change(_project(settings, content=content or "", today=today)))


for command in (init, override, pins, catalogues, language, verify, publish, rollback, server_rules, *COMMANDS):
    main.add_command(command)
for command in main.commands.values():
    command.context_class = SpokenContext
    LANG(command)


def _spoken(message: str, /, **values: object) -> str:
    from noticeboard.shell.terminal.program_messages import spoken  # noqa: PLC0415 - --help answers at once

    return spoken(message, **values)


def _project(settings: str, output: str = "", content: str = "", today: str = "") -> Project:
    from noticeboard.shell.project import load_project  # noqa: PLC0415 - --help answers at once

    folders = {"OUTPUT_PATH": output, "PATH": content}
    given = {key: str(Path(folder).absolute()) for key, folder in folders.items() if folder}
    return load_project(settings, {**given, "NOTICEBOARD_TODAY": today} if today else given)
