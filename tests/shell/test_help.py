"""The output of `noticeboard --help`."""

from __future__ import annotations

import re

from click.testing import CliRunner

from noticeboard.cli import main


def test_the_list_of_commands_cuts_no_sentence() -> None:
    """Each command has one whole sentence, on several lines if need be."""
    listed = CliRunner().invoke(main, ["--help"]).output.partition("Commands:\n")[2]
    entries = re.split(r"^  (?=\S)", listed, flags=re.MULTILINE)[1:]
    assert len(entries) == len(main.commands)
    assert [entry for entry in entries if "..." in entry] == []
