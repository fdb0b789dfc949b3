"""What a preview is asked to do, and settings that cannot be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from noticeboard.shell.preview.preview_request import CannotBuild, PreviewRequest, request_from, requested_project
from noticeboard.shell.preview.watched_paths import watched_by

if TYPE_CHECKING:
    from pathlib import Path


def requested(folder: Path, settings: str) -> PreviewRequest:
    """The request to preview a project with these settings."""
    (folder / "pelicanconf.py").write_text(settings, encoding="utf-8")
    return PreviewRequest(str(folder / "pelicanconf.py"))


def test_a_request_survives_a_command_line() -> None:
    """Paths with spaces, quotation marks and letters of any script arrive unchanged."""
    request = PreviewRequest("a b/'é\".py", "内容", "2026-12-01")
    assert request_from(request.as_argument()) == request


def test_a_preview_has_its_own_output(tmp_path: Path) -> None:
    """The pages are in the cache, not in the output, and are for this machine only."""
    request = requested(
        tmp_path, "OUTPUT_PATH = 'public'\nSITEURL = 'https://example.org'\nNOTICEBOARD_STRICT = True\n"
    )
    project = requested_project(request)
    assert project.output == tmp_path / "cache" / "preview"
    defaults = project.defaults
    assert (defaults.siteurl, defaults.show_drafts, defaults.strict) == ("", True, False)


@pytest.mark.parametrize(
    ("settings", "line", "words"),
    [
        ("A = 1\nSITENAME = 'Board\n", 2, "unterminated string"),
        ("A = 1\n\nB = A / 0\n", 3, "division by zero"),
        ("import sys\nsys.exit('no')\n", 2, "no"),
        ("from nowhere_at_all import x\n", 1, "nowhere_at_all"),
    ],
    ids=["syntax", "failing", "exit", "import"],
)
def test_broken_settings_are_a_problem_with_a_line(tmp_path: Path, settings: str, line: int, words: str) -> None:
    """A settings file that cannot be read is reported at the line that fails."""
    request = requested(tmp_path, settings)
    with pytest.raises(CannotBuild) as found:
        requested_project(request)
    problem = found.value.problem
    assert (problem.location.path, problem.location.line, problem.name) == (request.settings, line, "failed-build")
    assert words in problem.full_message


def test_content_theme_settings_and_plugins_are_watched(tmp_path: Path) -> None:
    """Everything that a build reads is watched, and nothing that it writes."""
    request = requested(tmp_path, "PLUGIN_PATHS = ['more']\nPATH = 'texts'\nTHEME = 'theme'\n")
    watched = watched_by(request, requested_project(request))
    assert {str(tmp_path / n) for n in ("texts", "theme", "theme/templates")} == set(watched["folders"])
    assert str(tmp_path / "more") in watched["code"]
    assert str(tmp_path) in watched["shallow"]
    assert {str(tmp_path / n) for n in ("cache", "cache/preview")} == set(watched["ours"])


def test_without_settings_their_folder_is_watched(tmp_path: Path) -> None:
    """Settings that cannot be read are read again when they are saved."""
    watched = watched_by(requested(tmp_path, ""), None)
    assert (watched["folders"], watched["shallow"]) == ((), (str(tmp_path),))


def test_a_given_day_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only a preview of the present day follows the clock."""
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    assert [PreviewRequest("s").is_of_one_day, PreviewRequest("s", today="2026-12-01").is_of_one_day] == [False, True]
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1796119200")
    assert PreviewRequest("s").is_of_one_day
