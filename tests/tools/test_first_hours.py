"""docs/editing.md and docs/translating.md tell what the commands really say."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import first_hours

if TYPE_CHECKING:
    from pathlib import Path

    from warm_commands import WarmCommands


@pytest.mark.parametrize("page", first_hours.PAGES, ids=lambda page: page.name)
def test_a_page_tells_what_commands_say(page: Path, tmp_path: Path, warm_commands: WarmCommands) -> None:
    """Played through in a copy of the example; `python tools/first_hours.py` writes what has changed."""
    text = page.read_text(encoding="utf-8")

    def say(arguments: list[str], folder: Path, env: dict[str, str]) -> str:
        return warm_commands.run(arguments, env, {}, folder, together=True).stdout

    assert first_hours.played(text, tmp_path, say=say) == text


@pytest.mark.parametrize("page", first_hours.PAGES, ids=lambda page: page.name)
def test_a_page_shows_commands_with_their_output(page: Path) -> None:
    """It is no page of words alone."""
    text = page.read_text(encoding="utf-8")
    blocks = [block[3] for block in first_hours.BLOCK.finditer(text) if block[1] == "console"]
    assert sum(block.count("$ noticeboard ") for block in blocks) >= 6
    assert "Traceback" not in text


def test_an_edit_that_does_not_fit_is_an_error(tmp_path: Path) -> None:
    """A page whose example has moved away is noticed."""
    with pytest.raises(ValueError, match="does not hold these lines once"):
        first_hours.played("```diff content/platform.yml\n-no such line\n+x\n```\n", tmp_path)


@pytest.mark.parametrize("end", [" removed.", " removed, 1.5 s.", " removed. 12.0 s"])
def test_pages_do_not_tell_how_long_a_build_took(end: str) -> None:
    """It is another time on every machine; what else was said stays."""
    rest = "Written in 1.5 s.\n"
    assert first_hours.timeless(f"3 written, 2{end}\n{rest}") == f"3 written, 2 removed.\n{rest}"
