"""How files are printed: their names cannot control what reads them, and only lines of content are shown."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

import pytest

from noticeboard.model import Location, error
from noticeboard.report import as_github, as_groups, as_json, as_lines, as_sarif, visible_name
from noticeboard.shell.terminal.console import shown_from_here

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

SECRET = "password: hunter2"  # noqa: S105 - what a test looks for and must not find
LINE = "\n\r\x85\u2028\u2029"


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ("content/surveys/a/nl.md", "content/surveys/a/nl.md"),
        ("../a b/é.jpg", "../a b/é.jpg"),
        ("a/x\n::warning::.pdf", "a/xU+000A::warning::.pdf"),
        ("a/\x1b[2J.jpg", "a/U+001B[2J.jpg"),
        ("a/caf\udce9.jpg", "a/caf\\xE9.jpg"),
        ("::error::x", "./::error::x"),
        ("##[error]x", "./##[error]x"),
    ],
)
def test_control_characters_in_a_name_are_printed_as_codes(path: str, shown: str) -> None:
    """So are line ends and bytes that are no text; no line begins like a command."""
    assert visible_name(path) == shown


@pytest.mark.parametrize("name", ["x\n::warning::y.pdf", "\x1b[31m.pdf", "\udcff.pdf", "\r\u2028x", "::error::x"])
def test_every_format_shows_a_strange_name(name: str) -> None:
    """Every report stays valid, and no line begins with the name's text."""
    found = [error(Location(name), "wrong-name", "The name {name} is wrong.", "Rename it.", name=name)]
    relative = shown_from_here
    made = {
        "text": as_lines(found, relative),
        "groups": as_groups(found, {}, relative),
        "github": as_github(found, relative),
        "json": as_json(found, relative),
        "sarif": as_sarif(found, relative, "1.0"),
    }
    for text in made.values():
        text.encode(errors="backslashreplace")
        assert "\x1b" not in text
    for form in ("text", "groups"):
        assert [line for line in made[form].splitlines() if line.startswith(("::", "##"))] == []
    assert [len(made["text"].splitlines()), len(made["github"].splitlines())] == [1, 1]
    assert json.loads(made["json"].encode(errors="backslashreplace"))["errors"] == 1
    assert json.loads(made["sarif"].encode(errors="backslashreplace"))["version"] == "2.1.0"


@pytest.mark.parametrize(
    "link", ["platform.yml", "vocabularies/tags.yml", "surveys/a/nl.md", "surveys/a/en.md", "surveys/a/photo.jpg"]
)
def test_a_link_that_is_refused_is_not_opened(site_builder: Callable, tmp_path: Path, link: str) -> None:
    """Nothing of its target is printed, whatever its name."""
    (tmp_path / "secret").write_text(f"{SECRET}\n- {SECRET}\n", encoding="utf-8")
    files = {"surveys/a/nl.md": "---\ntitle: T\n---\n\nText.\n", link: tmp_path / "secret"}
    done = site_builder(files)
    assert (done.code, "hunter2" in done.stdout + done.stderr) == (1, False)
    assert f"content/{link}:1:1: error[strange-file]: This link leads out of the content folder." in done.stderr


def test_a_name_that_is_not_utf_8_is_an_error(site_builder: Callable) -> None:
    """It is reported like other errors."""
    site_builder.write({"news/a/nl.md": "---\ntitle: T\npublished: 2023-01-01\nlanguages: [nl]\n---\n\nText.\n"})
    (site_builder.content / "news/a" / os.fsdecode(b"caf\xe9.pdf")).touch()
    done = site_builder({})
    assert done.code == 1
    told = next(line for line in done.stderr.splitlines() if "wrong-name" in line)
    assert told.split("/")[-1].startswith(
        "caf\\xE9.pdf:1:1: error[wrong-name]: The name caf\\xE9.pdf holds a character"
    )


def test_a_build_counts_in_the_language_of_the_command(site_builder: Callable) -> None:
    """One announcement is in the singular, and a skipped build prints in the language of its own call."""
    text = "---\ntitle: T\npublished: 2023-01-01\n---\n\nText.\n"
    english = site_builder({"news/a/en.md": text, "platform.yml": "languages: [en]\n"}).stdout
    dutch = site_builder({}, env={"NOTICEBOARD_LANG": "nl"}).stdout
    assert ("1 announcement, 1 language, " in english, "1 aankondiging, 1 taal, " in dutch) == (True, True)
