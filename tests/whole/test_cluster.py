"""A build on a cluster gives the bytes of a build in one process, whatever happens to its workers."""

from __future__ import annotations

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
from random_edits import make_project

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from random_edits import Project

pytestmark = pytest.mark.long

ROOT = Path(__file__).resolve().parents[2]
DAY = "2026-12-01"
SECONDS = 600


def around() -> dict[str, str]:
    """The environment of the workers and of builds."""
    return {**os.environ, "PYTHONPATH": str(ROOT / "plugins"), "NOTICEBOARD_WORKERS": "1"}


def started(*command: str) -> subprocess.Popen[bytes]:
    """A running command of dask."""
    return subprocess.Popen(
        [sys.executable, "-m", "distributed.cli." + command[0], *command[1:]],
        env=around(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


@pytest.fixture
def scheduler(tmp_path: Path) -> Iterator[str]:
    """The address of a scheduler on this machine."""
    file = tmp_path / "scheduler.json"
    running = started(
        "dask_scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--scheduler-file", str(file)
    )
    end = time.monotonic() + SECONDS
    while not file.exists():
        assert time.monotonic() < end
        time.sleep(0.1)
    yield str(file)
    running.terminate()
    running.wait(600)


def worker(file: str) -> subprocess.Popen[bytes]:
    """A worker of that scheduler with one thread."""
    return started("dask_worker", "--scheduler-file", file, "--nthreads", "1", "--no-dashboard", "--no-nanny")


def build(root: Path, *options: str) -> subprocess.Popen[str]:
    """Starts a clean build of the example platform below the folder."""
    shutil.rmtree(root, ignore_errors=True)
    root.mkdir()
    command = ["build", str(ROOT / "content"), "-o", str(root / "output"), "--today", DAY, *options]
    command += ["-s", str(ROOT / "pelicanconf.py"), "-e", f'CACHE_PATH="{root / "cache"}"']
    return subprocess.Popen(
        [sys.executable, "-m", "noticeboard", *command], env=around(), stderr=subprocess.PIPE, encoding="utf-8"
    )


def ended(running: subprocess.Popen[str]) -> None:
    """Waits for a build, which must succeed."""
    said = running.communicate(timeout=SECONDS)[1]
    assert running.returncode == 0, said


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The output of a build in one process."""
    root = tmp_path_factory.mktemp("alone") / "site"
    ended(build(root))
    return root / "output"


def test_two_workers_give_the_same_bytes(scheduler: str, alone: Path, tree: Callable, tmp_path: Path) -> None:
    """Even if one of them is killed in the middle."""
    workers = [worker(scheduler) for _ in range(3)]
    try:
        address = f"file:{scheduler}"
        ended(build(tmp_path / "a", "--cluster", address))
        assert tree(tmp_path / "a" / "output") == tree(alone)
        running = build(tmp_path / "b", "--cluster", address)
        time.sleep(4)
        os.kill(workers[0].pid, signal.SIGKILL)
        ended(running)
        assert tree(tmp_path / "b" / "output") == tree(alone)
    finally:
        for one in workers:
            one.kill()
            one.wait(600)


def test_a_worker_may_be_killed_at_any_moment(
    scheduler: str, small_files: dict, tree: Callable, tmp_path: Path
) -> None:
    """In twenty builds at different moments: another worker repeats its batch, and the bytes are equal."""
    project = make_project(tmp_path, small_files, Random(1))  # noqa: S311 - moments, no secrets
    alone = one_build(project, tmp_path / "alone")
    ended(alone)
    expected, address = tree(tmp_path / "alone" / "output"), f"file:{scheduler}"
    workers = [worker(scheduler), worker(scheduler)]
    try:
        ended(one_build(project, tmp_path / "unhurt", "--cluster", address))
        began = time.monotonic()
        ended(one_build(project, tmp_path / "unhurt", "--cluster", address))
        seconds = time.monotonic() - began
        for number in range(20):
            running = one_build(project, tmp_path / "hurt", "--cluster", address)
            time.sleep(project.random.uniform(0.2, 0.9) * seconds)
            workers.append(worker(scheduler))
            killed = workers.pop(0)
            killed.kill()
            killed.wait(600)
            ended(running)
            assert tree(tmp_path / "hurt" / "output") == expected, number
    finally:
        for one in workers:
            one.kill()
            one.wait(600)


def one_build(project: Project, root: Path, *options: str) -> subprocess.Popen[str]:
    """Starts a clean build of a project below the folder."""
    shutil.rmtree(root, ignore_errors=True)
    root.mkdir()
    command = ["build", str(project.root / "content"), "-o", str(root / "output"), "--today", project.today, *options]
    command += ["-s", str(project.settings), "-e", f'CACHE_PATH="{root / "cache"}"']
    return subprocess.Popen(
        [sys.executable, "-m", "noticeboard", *command], env=around(), stderr=subprocess.PIPE, encoding="utf-8"
    )


def test_a_cluster_of_this_machine(alone: Path, tree: Callable, tmp_path: Path) -> None:
    """`--cluster local` starts a cluster and ends it."""
    ended(build(tmp_path / "c", "--cluster", "local"))
    assert tree(tmp_path / "c" / "output") == tree(alone)


def test_a_missing_scheduler_is_one_sentence(tmp_path: Path) -> None:
    """With exit code 1 and no traceback."""
    running = build(tmp_path / "d", "--cluster", "tcp://127.0.0.1:9")
    said = running.communicate(timeout=SECONDS)[1]
    assert (running.returncode, "Traceback" in said, "cannot be used" in said) == (1, False, True)
