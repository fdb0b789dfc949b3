"""Every command on a system without fork, process groups, links, file locks and SIGHUP, such as Windows."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from startup_code import started_with

if TYPE_CHECKING:
    from collections.abc import Callable

DAY = "2023-02-01"
PLUGINS = Path(__file__).resolve().parents[2] / "plugins"
WITHOUT = """
import os, signal, sys

for name in ("fork", "forkpty", "killpg", "setsid", "setpgrp", "symlink", "sched_getaffinity", "geteuid"):
    if hasattr(os, name):
        delattr(os, name)
del signal.SIGHUP
for name in ("fcntl", "resource", "pwd", "grp"):
    sys.modules[name] = None
"""
SEVERAL = (pytest.param("1", marks=pytest.mark.long), "2")
RUN = """
import json, sys
from noticeboard.cli import main

for command in json.loads(sys.argv[1]):
    try:
        main(command, standalone_mode=False)
    except SystemExit as end:
        assert not end.code, (command, end.code)
"""


@pytest.fixture
def without(tmp_path: Path) -> dict[str, str]:
    """The environment of a process without all these."""
    return {**started_with(WITHOUT, tmp_path / "without"), "PYTHONWARNINGS": "ignore:only soft:UserWarning"}


@pytest.mark.parametrize("workers", SEVERAL)
def test_a_build_gives_the_same_bytes(
    small_site: Callable, tree: Callable, without: dict[str, str], workers: str
) -> None:
    """With and without worker processes; a second build has nothing to write."""
    expected = tree(small_site.output)
    for path in ("cache/noticeboard.sqlite", "output/index.html"):
        (small_site.root / path).unlink()
    for _ in range(2):
        done = small_site({}, "--today", DAY, env={**without, "NOTICEBOARD_WORKERS": workers})
        assert (done.code, done.stderr) == (0, "")
    assert tree(small_site.output) == expected


def test_a_build_that_fails_says_so(small_site: Callable, without: dict[str, str]) -> None:
    """And changes nothing."""
    done = small_site({"pages/about/en.md": "---\ntitle: [\n"}, "--today", DAY, env=without)
    assert (done.code, "Traceback" in done.stderr, (small_site.output / "index.html").exists()) == (1, False, True)


def test_commands_on_texts_work(small_site: Callable, without: dict[str, str]) -> None:
    """Those of editors and translators, one after another in one process."""
    content = str(small_site.root / "content")
    theme = str(PLUGINS.parent / "theme")
    lines = ("NOTICEBOARD = {}", "PLUGINS = ['noticeboard']", f"THEME = {theme!r}", f"PATH = {content!r}", "")
    (small_site.root / "pelicanconf.py").write_text("\n".join(lines), "utf-8")
    settings = ("--settings", str(small_site.root / "pelicanconf.py"))
    commands = (
        ("check", *settings, "--today", DAY),
        ("status", *settings, "--today", DAY),
        ("stamp", *settings, "surveys/b", "nl"),
        ("diff", *settings, "surveys/b", "nl"),
        ("rename", *settings, "surveys/b", "surveys/c"),
        ("export", *settings, "surveys/c", "nl", "-o", str(small_site.root / "nl.po")),
        ("new", *settings, "news", "a-word"),
        ("clean", *settings),
    )
    done = subprocess.run(
        (sys.executable, "-c", RUN, json.dumps(commands)),
        cwd=small_site.root,
        env={**os.environ, **without},
        capture_output=True,
        encoding="utf-8",
        timeout=600,
        check=False,
    )
    assert (done.returncode, "Traceback" in done.stderr) == (0, False), done.stderr


def test_a_preview_is_built_and_ends(preview: Callable, without: dict[str, str], small_files: dict) -> None:
    """It shows the site, builds an edit, and leaves no process."""
    started = preview({f"content/{name}": data for name, data in small_files.items()}, "--today", DAY, env=without)
    started.until(lambda state: state["report"]["problems"] == [] and started.get("")[0] == 200)
    assert "About us." in started.get("en/about/")[1]
    before = started.state()["build"]
    started.write({"content/pages/about/en.md": "---\ntitle: About\n---\nAll of us.\n"})
    started.until(lambda state: state["build"] != before)
    assert "All of us." in started.get("en/about/")[1]
    started.process.terminate()
    assert started.process.wait(600) == 0
