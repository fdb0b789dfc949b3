"""What the program is made of: a build is made again where any of it has another version."""

from __future__ import annotations

import re
import time
import tomllib
from importlib.metadata import version
from pathlib import Path

from noticeboard.shell.build.program_digest import LIBRARIES, _version, program_digest

ROOT = Path(__file__).resolve().parents[2]
APART = {"brotli", "click", "filelock", "mammoth", "rich", "watchfiles", "zstandard"}
"""Libraries on which no byte of the output depends: they compress, print, watch, lock, or read other people's files."""


def test_every_library_that_makes_pages_counts() -> None:
    """A dependency that is declared is one of those that the digest names, or makes no bytes of the output."""
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["dependencies"]
    names = {re.split(r"[\[<>=]", one)[0].lower() for one in declared}
    assert names - {name.lower() for name in LIBRARIES} == APART


def test_versions_are_those_of_the_installation() -> None:
    """They are read without the rest of what is said of a library."""
    assert {name: _version(name) for name in ("pelican", "nh3")} == {n: version(n) for n in ("pelican", "nh3")}
    assert _version("no-such-library") == ""


def test_a_program_that_changes_while_it_runs_is_no_other_ones() -> None:
    """An upgrade in the middle of a build: what the old program makes is not kept for the new one."""
    now = time.time_ns()
    assert program_digest(now) == program_digest()
    assert program_digest(0) != program_digest()
