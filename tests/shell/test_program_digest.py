"""The program's digest, which changes with the version of every part."""

from __future__ import annotations

import re
import time
import tomllib
from importlib.metadata import version
from pathlib import Path

from noticeboard.shell.build.program_digest import LIBRARIES, _version, program_digest

ROOT = Path(__file__).resolve().parents[2]
APART = {"brotli", "click", "filelock", "mammoth", "rich", "watchfiles", "zstandard"}
"""Libraries on which no output depends: they compress, print, watch, lock, or read files of other programs."""


def test_every_library_that_makes_pages_counts() -> None:
    """Every declared dependency is part of the digest or in APART."""
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["dependencies"]
    names = {re.split(r"[\[<>=]", one)[0].lower() for one in declared}
    assert names - {name.lower() for name in LIBRARIES} == APART


def test_versions_are_those_of_the_installation() -> None:
    """They are read without the rest of a library's metadata."""
    assert {name: _version(name) for name in ("pelican", "nh3")} == {n: version(n) for n in ("pelican", "nh3")}
    assert _version("no-such-library") == ""


def test_a_program_that_changes_while_it_runs_has_its_own_digest() -> None:
    """After an upgrade in the middle of a build, the new program does not use what the old one made."""
    now = time.time_ns()
    assert program_digest(now) == program_digest()
    assert program_digest(0) != program_digest()
