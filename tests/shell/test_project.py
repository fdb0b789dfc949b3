"""A project's folders and settings."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest

from noticeboard.settings import Settings
from noticeboard.shell.project import instant, load_project, project_of

if TYPE_CHECKING:
    from pathlib import Path

BRUSSELS = ZoneInfo("Europe/Brussels")


def test_folders_are_relative_to_the_settings_file(tmp_path: Path) -> None:
    """Wherever the command is called."""
    (tmp_path / "conf.py").write_text(
        "PATH = 'texts'\nOUTPUT_PATH = 'public'\nTHEME = 'theme'\nSITENAME = 'Board'\n", encoding="utf-8"
    )
    project = load_project(str(tmp_path / "conf.py"), {})
    assert (project.content, project.output, project.theme, project.cache) == tuple(
        tmp_path / name for name in ("texts", "public", "theme", "cache")
    )
    assert project.defaults.name == (("", "Board"),)


def test_the_commands_options_win(tmp_path: Path) -> None:
    """They win over the settings file."""
    (tmp_path / "conf.py").write_text("PATH = 'texts'\nNOTICEBOARD_STRICT = False\n", encoding="utf-8")
    project = load_project(str(tmp_path / "conf.py"), {"PATH": "/elsewhere", "NOTICEBOARD_STRICT": True})
    assert (str(project.content), project.defaults.strict) == ("/elsewhere", True)


def test_settings_may_build_on_others(tmp_path: Path) -> None:
    """A settings file may import another beside it, as publishconf.py does."""
    (tmp_path / "base_settings.py").write_text("SITEURL = 'https://example.org/p/'\n", encoding="utf-8")
    (tmp_path / "conf.py").write_text("from base_settings import *\n", encoding="utf-8")
    assert load_project(str(tmp_path / "conf.py"), {}).defaults.siteurl == "https://example.org/p"


def test_pelicans_own_settings_are_the_defaults() -> None:
    """Name, zone, language and address come from Pelican's settings unless the platform states them."""
    settings = {
        "SITENAME": "Board",
        "TIMEZONE": "Europe/Sofia",
        "DEFAULT_LANG": "bg",
        "SITEURL": "https://example.org/",
    }
    assert project_of(settings).defaults == Settings(
        name=(("", "Board"),), time_zone="Europe/Sofia", default_language="bg", siteurl="https://example.org"
    )


def test_without_settings_our_defaults_hold() -> None:
    """Pelican's default name is not used."""
    assert project_of({"SITENAME": "A Pelican Blog"}).defaults == Settings()


def test_a_day_begins_in_the_platforms_zone() -> None:
    """`--today D` is 00:00 on D in the zone."""
    assert instant("2026-12-01", BRUSSELS) == datetime(2026, 11, 30, 23, tzinfo=UTC)


def test_source_date_epoch_is_the_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a day, SOURCE_DATE_EPOCH is now, in seconds since 1970."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    assert instant("", BRUSSELS) == datetime(1970, 1, 2, tzinfo=UTC)


@pytest.mark.parametrize("today", ["2026-02-30", "tomorrow", "01-12-2026"])
def test_an_invalid_day_is_refused(today: str) -> None:
    """It raises ValueError."""
    with pytest.raises(ValueError, match=r"\w"):
        instant(today, BRUSSELS)
