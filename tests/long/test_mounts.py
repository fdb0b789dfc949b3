"""Outputs on real mounts, as in containers."""

from __future__ import annotations

import shutil
import subprocess
from contextlib import ExitStack
from typing import TYPE_CHECKING

import pytest

from noticeboard.shell.build.mounts import is_mount, mounts_below
from noticeboard.shell.build.staging import Staging

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

pytestmark = pytest.mark.long


def mounted(stack: ExitStack, *arguments: str | Path) -> bool:
    """Mounts something until the end of the stack; returns whether this machine allows it."""
    if not shutil.which("mount"):
        return False
    done = subprocess.run(["mount", *arguments], capture_output=True, check=False)
    if done.returncode == 0:
        stack.callback(subprocess.run, ["umount", arguments[-1]], check=True)
    return done.returncode == 0


def test_an_output_that_is_a_bind_mount_of_the_same_file_system(tmp_path: Path) -> None:
    """It is recognised as a mount and is written and cleaned like any other."""
    for name in ("origin", "site/output"):
        (tmp_path / name).mkdir(parents=True)
    output = tmp_path / "site" / "output"
    with ExitStack() as stack:
        if not mounted(stack, "--bind", tmp_path / "origin", output):
            assert not is_mount(output)
            return
        assert (is_mount(output), mounts_below(tmp_path / "site")) == (True, [output])
        for text in ("1", "2"):
            with Staging(output) as staging:
                staging.write("nl/index.html", text.encode())
                staging.commit(["nl/index.html"])
            assert (tmp_path / "origin" / "nl" / "index.html").read_text("utf-8") == text
        assert {p.name for p in output.iterdir()} == {"nl", ".noticeboard-files.json"}


def test_a_file_system_inside_the_output(tmp_path: Path) -> None:
    """Files below it are also moved in one step, and nothing of ours stays on it."""
    media = tmp_path / "output" / "media"
    media.mkdir(parents=True)
    with ExitStack() as stack:
        if not mounted(stack, "-t", "tmpfs", "tmpfs", media):
            assert mounts_below(tmp_path) == []
            return
        with Staging(tmp_path / "output") as staging:
            staging.write("index.html", b"1")
            staging.write("media/a.png", b"2")
            staging.commit(["index.html", "media/a.png"])
        assert [p.name for p in media.iterdir()] == ["a.png"]
        assert shutil.disk_usage(media).total != shutil.disk_usage(tmp_path).total


def test_a_site_is_built_on_a_bind_mount(tmp_path: Path, site_builder: Callable) -> None:
    """As in a container with a mounted output: built, edited, and without leftovers."""
    for name in ("origin", "output"):
        (tmp_path / name).mkdir()
    text = "---\ntitle: {}\npublished: 2023-01-10\nlanguages: [en]\n---\n\nText.\n"
    files = {"platform.yml": "name: Board\nlanguages: [en, nl]\n", "news/a/en.md": text.format("One")}
    with ExitStack() as stack:
        if not mounted(stack, "--bind", tmp_path / "origin", site_builder.output):
            pytest.skip("nothing can be mounted here")
        for title in ("One", "Two"):
            done = site_builder({**files, "news/a/en.md": text.format(title), "news/b/en.md": text.format("Other")})
            assert (done.code, "Traceback" in done.stderr) == (0, False), done.stderr
            assert title in (tmp_path / "origin/en/news/a/index.html").read_text("utf-8")
        assert site_builder({"news/b": None}).code == 0
        assert not (tmp_path / "origin/en/news/b").exists()
        assert [p.name for p in tmp_path.rglob(".noticeboard-*") if p.is_dir()] == []
