"""docs/editing.md, docs/translating.md and docs/own-platform.md show the real output of commands."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import first_hours

if TYPE_CHECKING:
    from pathlib import Path

    from warm_commands import WarmCommands


@pytest.mark.parametrize("page", first_hours.PAGES, ids=lambda page: page.name)
def test_a_page_has_the_current_output_of_commands(page: Path, tmp_path: Path, warm_commands: WarmCommands) -> None:
    """Run `python tools/first_hours.py` if this fails."""
    text = page.read_text(encoding="utf-8")

    def say(arguments: list[str], folder: Path, env: dict[str, str]) -> str:
        return warm_commands.run(arguments, env, {}, folder, together=True).stdout

    assert first_hours.played(text, tmp_path, say=say) == text


@pytest.mark.parametrize("page", first_hours.PAGES, ids=lambda page: page.name)
def test_a_page_shows_commands_with_their_output(page: Path) -> None:
    """It does not only have text."""
    text = page.read_text(encoding="utf-8")
    blocks = [block[3] for block in first_hours.BLOCK.finditer(text) if block[1] == "console"]
    assert sum(block.count("$ noticeboard ") for block in blocks) >= 6
    assert "Traceback" not in text


def test_an_edit_that_does_not_fit_is_an_error(tmp_path: Path) -> None:
    """The example has changed under the page."""
    with pytest.raises(ValueError, match="does not hold these lines once"):
        first_hours.played("```diff content/platform.yml\n-no such line\n+x\n```\n", tmp_path)


@pytest.mark.parametrize("end", [" removed.", " removed, 1.5 s.", " removed. 12.0 s"])
def test_pages_leave_out_how_long_a_build_took(end: str) -> None:
    """It differs each time; the rest of the output stays."""
    rest = "Written in 1.5 s.\n"
    assert first_hours.timeless(f"3 written, 2{end}\n{rest}") == f"3 written, 2 removed.\n{rest}"
