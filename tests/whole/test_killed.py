"""Builds that are killed, and builds at the same time, do no harm."""

from __future__ import annotations

import json
import os
import shutil
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
ADDRESSES = ("", "https://other.example.org")
PLAIN = {"SITEURL": ""}


@pytest.fixture
def started(small_site: Callable) -> Callable[..., subprocess.Popen]:
    """Starts a build of the small site without waiting for it."""

    def start(address: str = "", **env: str) -> subprocess.Popen:
        given = {"CACHE_PATH": str(small_site.root / "cache"), "SITEURL": address}
        options = ["-o", str(small_site.output), "--today", DAY]
        options += ["-e", *(f"{name}={json.dumps(value)}" for name, value in given.items())]
        return subprocess.Popen(
            [sys.executable, "-m", "noticeboard", "build", str(small_site.content), *options],
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": str(ROOT / "plugins"), **env},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )

    return start


def states(small_site: Callable, tree: Callable, files: dict) -> tuple[list[dict], list[list[dict[str, bytes]]]]:
    """Two states of the content, and the sites built from them with each of the addresses."""
    back = {name: files.get(name) for name in OTHER}
    trees = []
    for state in (OTHER, back):
        sites = []
        for address in ADDRESSES:
            assert small_site(state, "--today", DAY, settings={"SITEURL": address}).code == 0
            sites.append(tree(small_site.output))
        trees.append(sites)
    return [OTHER, back], trees


@pytest.mark.parametrize("times", [1, pytest.param(2, marks=pytest.mark.long)])
def test_two_builds_at_once_do_not_hurt_each_other(
    small_site: Callable, small_files: dict, tree: Callable, started: Callable, times: int
) -> None:
    """Both succeed, and the result is the site with nothing beside it."""
    contents, trees = states(small_site, tree, small_files)
    for content, (expected, _) in zip(contents[:times], trees, strict=False):
        small_site.write(content)
        builds = [started(), started()]
        assert [(b.communicate(timeout=600)[1], b.returncode) for b in builds] == [("", 0), ("", 0)]
        assert tree(small_site.output) == expected
        assert small_site({}, "--today", DAY, settings=PLAIN).code == 0
        assert tree(small_site.output) == expected
    assert sorted(p.name for p in small_site.root.iterdir()) == ["cache", "content", "output"]


def check_killed(small_site: Callable, trees: list[list[dict[str, bytes]]], tree: Callable) -> None:
    """Promises that every file in the output is complete, as written by one of the builds."""
    every = [known for sites in trees for known in sites]
    for path, data in tree(small_site.output).items():
        assert path == LIST or data in [known.get(path) for known in every], path


def killed(build: subprocess.Popen, seconds: float, meanwhile: Callable[[], None]) -> bool:
    """Kills a build after a time, with something happening in between; returns whether it was still running."""
    try:
        build.wait(seconds / 2)
        meanwhile()
        build.wait(seconds / 2)
    except subprocess.TimeoutExpired:
        meanwhile()
        try:
            build.wait(seconds / 2)
        except subprocess.TimeoutExpired:
            build.send_signal(signal.SIGKILL)
    build.communicate(timeout=600)
    return build.returncode == -signal.SIGKILL


@pytest.mark.parametrize("moments", [3, pytest.param(100, marks=pytest.mark.long)])
def test_a_killed_build_leaves_whole_files_and_the_next_one_is_right(
    small_site: Callable, small_files: dict, tree: Callable, started: Callable, moments: int
) -> None:
    """Whenever it is killed, alone or beside another build; the next build removes its staging folder."""
    contents, trees = states(small_site, tree, small_files)
    began = time.monotonic()
    assert started().communicate(timeout=600)[1] == ""
    longest = time.monotonic() - began
    random, hit = Random(moments), 0  # noqa: S311 - moments, no secrets
    for number in range(moments):
        small_site.write(contents[number % 2])
        other = started(ADDRESSES[1]) if random.random() < 1 / 3 else None
        start = random.choice(("", "fork", "spawn"))
        build = started(NOTICEBOARD_WORKERS="2" if start else "1", NOTICEBOARD_START=start or "fork")
        # At the first moment the build has hardly begun, even on the fastest machine.
        seconds = random.uniform(0.05, 3 * longest) if number else 0.05
        hit += killed(build, seconds, lambda: None)
        if other:
            assert (other.communicate(timeout=600)[1], other.returncode) == ("", 0)
        check_killed(small_site, trees, tree)
        assert small_site({}, "--today", DAY, settings=PLAIN).code == 0
        assert tree(small_site.output) == trees[number % 2][0]
    assert hit > 0
    assert [p.name for p in small_site.root.iterdir() if any(p.iterdir())] == sorted(["cache", "content", "output"])


@pytest.mark.long
def test_a_build_is_killed_while_files_change(
    small_site: Callable, small_files: dict, tree: Callable, started: Callable
) -> None:
    """Or while older files return with their older times: the next build is right."""
    contents, trees = states(small_site, tree, small_files)
    older = shutil.copytree(small_site.content, small_site.root.with_name("older"))
    random, hit = Random(7), 0  # noqa: S311 - moments, no secrets
    for number in range(40):
        state = number % 2

        def edit(state: int = state) -> None:
            small_site.write(contents[1 - state])

        def bring_back() -> None:
            shutil.rmtree(small_site.content)
            shutil.copytree(older, small_site.content)

        small_site.write(contents[state])
        brought = random.random() < 1 / 3
        seconds = random.uniform(0.2, 6) if number else 0.05
        hit += killed(started(), seconds, bring_back if brought else edit)
        assert small_site({}, "--today", DAY, settings=PLAIN).code == 0
        assert tree(small_site.output) == trees[1 if brought else 1 - state][0]
    assert hit > 0
