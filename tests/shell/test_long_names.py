"""Names and paths that are too long for the system are found before the first file is moved."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from noticeboard.shell import operating_system
from noticeboard.shell.build.obstacles import Obstructed
from noticeboard.shell.build.staging import Staging
from noticeboard.shell.operating_system import longest_names, name_length

if TYPE_CHECKING:
    from pathlib import Path


def told(output: Path, *paths: str) -> list[tuple[str, str]]:
    """The paths and messages of the problems that keep these files from being moved."""
    with Staging(output) as staging:
        for path in ("first.html", *paths):
            staging.write(path, b"1")
        with pytest.raises(Obstructed) as stopped:
            staging.commit(["first.html", *paths])
    assert not (output / "first.html").exists()
    return [(os.path.relpath(p.location.path, output), p.full_message) for p in stopped.value.problems]


def test_a_name_that_is_too_long_is_reported(tmp_path: Path) -> None:
    """Only the longest one, once."""
    found = told(tmp_path / "output", f"nl/{'a' * 256}/index.html", f"nl/{'é' * 200}/index.html")
    message = "The longest name in this path has a length of 400; this system holds 255 at most."
    assert found == [(f"nl/{'é' * 200}/index.html", message)]


def test_a_path_that_is_too_long_is_reported(tmp_path: Path) -> None:
    """The output folder's path counts; a path with the greatest length is written."""
    most = longest_names(tmp_path)[1]
    room = most - name_length(f"{tmp_path}/output/")
    names, rest = divmod(room, 201)
    longest = "/".join(["a" * 200] * names + ["b" * max(rest, 1)])[:room].rstrip("/")
    message = f"The path has a length of {most + 2}; this system holds {most} at most."
    [(_, said)] = told(tmp_path / "output", longest + "x" * (room - len(longest) + 2))
    assert said.startswith(message)


def test_the_limits_of_windows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """259 characters, unless long paths are enabled; characters beyond the basic plane count twice."""
    monkeypatch.setattr(operating_system.sys, "platform", "win32")
    monkeypatch.setattr(operating_system, "_allows_long_paths", lambda: False)
    assert (longest_names(tmp_path), name_length("aé😀")) == ((255, 259), 4)
    monkeypatch.setattr(operating_system, "_allows_long_paths", lambda: True)
    assert longest_names(tmp_path) == (255, 32_766)


def test_a_long_windows_path_is_reported_before_it_is_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """People meet it when they build in a deep folder."""
    monkeypatch.setattr("noticeboard.shell.build.obstacles.longest_names", lambda _: (255, 259))
    deep = tmp_path / "/".join(["folder"] * 30)
    [(path, said)] = told(deep, "nl/surveys/a/index.html")
    assert (path, "this system holds 259 at most" in said) == ("nl/surveys/a/index.html", True)
