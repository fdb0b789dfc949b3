"""The examples in docs/checking.md for running checks elsewhere."""

from __future__ import annotations

import re
from pathlib import Path
from textwrap import dedent

import pytest
import yaml
from click.testing import CliRunner

from noticeboard.cli import main

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "checking.md").read_text(encoding="utf-8")
COMMANDS = re.findall(r"noticeboard (check|explain|schema)((?: --?[a-z-]+)*)", PAGE)


def test_the_hook_runs_a_command_that_exists() -> None:
    """It runs the installed check when content or settings have changed."""
    (block,) = re.findall(r"^    repos:\n(?:    .*\n)+", PAGE, re.MULTILINE)
    (hook,) = yaml.safe_load(dedent(block))["repos"][0]["hooks"]
    assert (hook["entry"], hook["language"], hook["pass_filenames"]) == ("noticeboard check", "system", False)
    paths = ("content/surveys/a/nl.md", "content/translations/nl.po", "pelicanconf.py", "plugins/noticeboard/cli.py")
    assert [bool(re.search(hook["files"], path)) for path in paths] == [True, True, True, False]


def test_the_workflow_is_yaml_and_checks_pull_requests() -> None:
    """The example can be copied unchanged."""
    (block,) = re.findall(r"^    name: Check\n(?:    .*\n)+", PAGE, re.MULTILINE)
    workflow = yaml.load(dedent(block), yaml.BaseLoader)  # noqa: S506 - plain strings only, or `on` would be true
    steps = workflow["jobs"]["check"]["steps"]
    assert workflow["on"] == "pull_request"
    assert steps[-1]["run"] == ".venv/bin/noticeboard check --format github --strict"


@pytest.mark.parametrize(("command", "options"), sorted(set(COMMANDS)))
def test_the_commands_in_the_docs_exist(command: str, options: str) -> None:
    """So do all their options."""
    known = CliRunner().invoke(main, [command, "--help"]).output
    assert [option for option in options.split() if f"{option}" not in known] == []
