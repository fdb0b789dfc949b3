"""A key or setting with its former name works, with a warning that has the new name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from noticeboard import settings_reader
from noticeboard.model import Severity
from noticeboard.settings import Settings
from noticeboard.settings_reader import read_settings
from noticeboard.shell import project as project_module
from noticeboard.shell.project import project_of
from noticeboard.sources import header as header_module
from noticeboard.sources.front_matter import parse
from noticeboard.sources.header import read_header
from noticeboard.sources.renamed_keys import Renamed
from noticeboard.sources.yaml12 import Yaml, load

if TYPE_CHECKING:
    from noticeboard.model import Problem

NOTHING = Yaml(None, {}, {})


def told(problems: tuple[Problem, ...]) -> list[tuple[int, str, str]]:
    """Line, severity and name of each problem."""
    return [(p.location.line, p.severity.value, p.name) for p in problems]


def platform(text: str) -> tuple[Settings, tuple[Problem, ...]]:
    """The settings of a platform.yml."""
    return read_settings(Settings(), NOTHING, load(text, "platform.yml"))


@pytest.fixture(autouse=True)
def renamed(monkeypatch: pytest.MonkeyPatch) -> None:
    """A version that has renamed a key of platform.yml, one of front matter and a setting."""
    monkeypatch.setattr(settings_reader, "PLATFORM_KEYS", {"title": Renamed("name", "0.3")})
    monkeypatch.setattr(header_module, "FRONT_MATTER_KEYS", {"closes": Renamed("deadline", "0.3")})
    monkeypatch.setattr(project_module, "SETTINGS", {"NOTICEBOARD_STYLES": Renamed("NOTICEBOARD_STYLESHEETS", "0.3")})


def test_a_key_of_the_platform_works_under_its_former_name() -> None:
    """The warning says what to write."""
    found, problems = platform("languages: [en]\ntitle: Board\n")
    assert (found.name, told(problems)) == ((("", "Board"),), [(2, "warning", "former-name")])
    assert problems[0].full_message == "`title` is called `name` since version 0.3."


def test_a_wrong_value_is_reported_at_the_former_name() -> None:
    """At the key as it was written."""
    _, problems = platform("languages: [en]\ntitle: [1]\n")
    assert sorted(told(problems)) == [(2, "error", "wrong-type"), (2, "warning", "former-name")]


def test_both_names_at_once_are_an_error() -> None:
    """Nobody can know which one is meant."""
    _, problems = platform("title: Old\nname: New\n")
    assert told(problems) == [(1, "error", "former-name")]


def test_a_key_of_front_matter_works_under_its_former_name() -> None:
    """As if it had the new name."""
    front = parse("---\ntitle: T\ncloses: 2027-01-31\n---\nText.\n", "en.md")
    found = read_header(front.values, front.locations, front.key_places, ())
    assert (found.header.deadline.isoformat(), told(found.problems)) == ("2027-01-31", [(3, "warning", "former-name")])


def test_a_setting_works_under_its_former_name() -> None:
    """The project notes that the old name was used."""
    found = project_of({"NOTICEBOARD_STYLES": ["own.css"]})
    assert (found.stylesheets, found.former_settings) == (("own.css",), (("NOTICEBOARD_STYLES", False),))


def test_severities_are_known() -> None:
    """A warning stops a strict build."""
    assert {p.severity for p in platform("title: Board\n")[1]} == {Severity.WARNING}
