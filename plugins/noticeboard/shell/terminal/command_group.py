"""The group of all commands: its messages are in the reader's language, and it survives closed or full streams."""

from __future__ import annotations

from typing import Any

import click

from noticeboard.shell.terminal.steady_streams import steady_streams
from noticeboard.shell.terminal.translated_help import TranslatedContext, first_sentence
from noticeboard.shell.terminal.usage_messages import translated_errors


class CommandGroup(click.Group):
    """A group of commands with messages in the reader's language that survives closed or full standard streams."""

    context_class = TranslatedContext

    def main(self, *arguments: Any, **settings: Any) -> Any:  # noqa: ANN401 - handed on as they came
        """Runs the command that the arguments name, and ends the process."""
        with steady_streams():
            return super().main(*arguments, **settings)

    def make_context(self, *arguments: Any, **settings: Any) -> click.Context:  # noqa: ANN401 - handed on as they came
        """The call as the arguments describe it."""
        with translated_errors():
            return super().make_context(*arguments, **settings)

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - what a command returns
        """Runs the command."""
        with translated_errors():
            return super().invoke(ctx)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - click's
        """Lists the commands with the whole sentence that describes each; click would cut it to one line."""
        rows = [(name, first_sentence(command.help or "")) for name, command in sorted(self.commands.items())]
        with formatter.section("Commands"):
            formatter.write_dl(rows)
