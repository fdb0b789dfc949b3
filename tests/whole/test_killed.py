"""Builds that are killed, and builds at the same time, do no harm."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).resolve().parents[2]
DAY = "2023-02-01"
OTHER = {
    "platform.yml": "name: Another board\nlanguages: [en, nl, sv]\n",
    "surveys/b/nl.md": None,
    "surveys/b/sv.md": "---\ntitle: Den andra\ntranslates: en\n---\n\nDen andra.\n",
    "pages/about/sv.md": "---\ntitle: Om oss alla\ntranslates: en\n---\nOm oss.\n",
}
LIST = ".noticeboard-files.json"


@pytest.fixture
def started(small_site: Callable) -> Callable[..., subprocess.Popen]:
    """Starts a build of the small site and does not wait for it."""

    def start(**env: str) -> subprocess.Popen:
        cache = json.dumps(str(small_site.root / "cache"))
        options = ["-o", str(small_site.output), "--today", DAY, "-e", f"CACHE_PATH={cache}"]
        return subprocess.Popen(
            [sys.executable, "-m", "noticeboard", "build", str(small_site.content), *options],
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": str(ROOT / "plugins"), **env},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )

    return start


def states(small_site: Callable, tree: Callable, files: dict) -> tuple[list[dict], list[dict[str, bytes]]]:
    """Two states of the content, and the site that each is built into."""
    back = {name: files.get(name) for name in OTHER}
    trees = []
    for state in (OTHER, back):
        assert small_site(state, "--today", DAY).code == 0
        trees.append(tree(small_site.output))
    return [OTHER, back], trees


def test_two_builds_at_once_do_not_hurt_each_other(
    small_site: Callable, small_files: dict, tree: Callable, started: Callable
) -> None:
    """Both succeed, and what they leave is the site; nothing is left beside it."""
    contents, trees = states(small_site, tree, small_files)
    for content, expected in zip(contents, trees, strict=True):
        small_site.write(content)
        builds = [started(), started()]
        assert [(b.communicate(timeout=600)[1], b.returncode) for b in builds] == [("", 0), ("", 0)]
        assert tree(small_site.output) == expected
        assert small_site({}, "--today", DAY).code == 0
        assert tree(small_site.output) == expected
    assert sorted(p.name for p in small_site.root.iterdir()) == ["cache", "content", "output"]


def check_killed(small_site: Callable, trees: list[dict[str, bytes]], tree: Callable) -> None:
    """Every file in the output is whole: as it was, or as it becomes."""
    for path, data in tree(small_site.output).items():
        assert path == LIST or data in [known.get(path) for known in trees], path


def killed(started: Callable, seconds: float, start: str) -> bool:
    """Kills a build after a time; whether it was still running."""
    build = started(NOTICEBOARD_WORKERS="2" if start else "1", NOTICEBOARD_START=start or "fork")
    try:
        build.wait(seconds)
    except subprocess.TimeoutExpired:
        build.send_signal(signal.SIGKILL)
    build.communicate(timeout=600)
    return build.returncode == -signal.SIGKILL


@pytest.mark.parametrize("moments", [3, pytest.param(100, marks=pytest.mark.long)])
def test_a_killed_build_leaves_whole_files_and_the_next_one_is_right(
    small_site: Callable, small_files: dict, tree: Callable, started: Callable, moments: int
) -> None:
    """Whenever it is killed; what it had staged is gone after the next build."""
    contents, trees = states(small_site, tree, small_files)
    began = time.monotonic()
    assert started().communicate(timeout=600)[1] == ""
    longest = time.monotonic() - began
    random, hit = Random(moments), 0  # noqa: S311 - moments, no secrets
    for number in range(moments):
        small_site.write(contents[number % 2])
        # The first one has hardly begun, on the fastest machine and on the busiest.
        seconds = random.uniform(0.05, 3 * longest) if number else 0.05
        hit += killed(started, seconds, random.choice(("", "fork", "spawn")))
        check_killed(small_site, trees, tree)
        assert small_site({}, "--today", DAY).code == 0
        assert tree(small_site.output) == trees[number % 2]
    assert hit > 0
    assert [p.name for p in small_site.root.iterdir() if any(p.iterdir())] == sorted(["cache", "content", "output"])
