"""Fixtures that build whole sites by running the `noticeboard` command, each in a process of its own."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

ROOT = Path(__file__).resolve().parent.parent
TODAY = "2026-12-01"
SECONDS = 300


@dataclass(frozen=True, slots=True)
class Run:
    """What a finished command leaves: its exit code, what it printed, and the folder it wrote to."""

    code: int
    stdout: str
    stderr: str
    output: Path


@dataclass(frozen=True, slots=True)
class SiteBuilder:
    """Builds the content folder below `root` into the output folder below `root`, as often as a test likes."""

    root: Path

    @property
    def content(self) -> Path:
        """The folder that files are written to."""
        return self.root / "content"

    @property
    def output(self) -> Path:
        """The folder that the site is built into, unless an option names another."""
        return self.root / "output"

    def write(self, files: Mapping[str, str | bytes | Path | None]) -> None:
        """Changes the content folder: text and bytes become a file, a Path a symlink to it, None removes.

        A name that ends in "/" is a folder. What is not named stays as it is.
        """
        self.content.mkdir(exist_ok=True)
        for name, value in files.items():
            write_entry(self.content / name, value, folder=name.endswith("/"))

    def __call__(
        self,
        files: Mapping[str, str | bytes | Path | None],
        *options: str,
        env: Mapping[str, str] | None = None,
    ) -> Run:
        """What `noticeboard build` leaves after these changes; `--today` is TODAY where no option says otherwise."""
        self.write(files)
        today = () if "--today" in options else ("--today", TODAY)
        return build(self.root, self.content, *today, *options, env=env)


def write_entry(path: Path, value: str | bytes | Path | None, *, folder: bool = False) -> None:
    """Replaces what is at a path, as SiteBuilder.write says."""
    if path.is_dir() and not path.is_symlink() and not folder:
        shutil.rmtree(path)
    elif not folder:
        path.unlink(missing_ok=True)
    if value is None:
        return
    (path if folder else path.parent).mkdir(parents=True, exist_ok=True)
    if isinstance(value, Path):
        path.symlink_to(value)
    elif not folder:
        path.write_bytes(value if isinstance(value, bytes) else value.encode())


def build(root: Path, content: Path, *options: str, env: Mapping[str, str] | None = None) -> Run:
    """What `noticeboard build` leaves, with its output and its store below `root` and nothing kept elsewhere."""
    output = root / "output"
    cache = f"CACHE_PATH={json.dumps(str(root / 'cache'))}"
    return run("build", str(content), "-o", str(output), "-e", cache, *options, output=output, env=env)


def run(*arguments: str, output: Path = ROOT / "output", env: Mapping[str, str] | None = None) -> Run:
    """What a `noticeboard` command leaves, run in the repository; `env` is laid over this process's environment."""
    around = {key: value for key, value in os.environ.items() if key != "SOURCE_DATE_EPOCH"}
    around |= {"PYTHONPATH": str(ROOT / "plugins"), "PYTHONIOENCODING": "utf-8", **(env or {})}
    done = subprocess.run(
        (sys.executable, "-m", "noticeboard", *arguments),
        cwd=ROOT,
        env=around,
        capture_output=True,
        stdin=subprocess.DEVNULL,
        encoding="utf-8",
        timeout=SECONDS,
        check=False,
    )
    return Run(done.returncode, done.stdout, done.stderr, output)


@pytest.fixture
def site_builder(tmp_path: Path) -> SiteBuilder:
    """A builder of small sites: `site_builder({"platform.yml": "…"}, "--strict").stderr`."""
    return SiteBuilder(tmp_path)


@pytest.fixture(scope="session")
def noticeboard() -> Callable[..., Run]:
    """Runs any `noticeboard` command: `noticeboard("check", str(folder)).code`."""
    return run


@pytest.fixture(scope="session")
def demo_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the built demo content as of TODAY; built once, for reading only."""
    built = build(tmp_path_factory.mktemp("demo"), ROOT / "content", "--today", TODAY)
    assert built.code == 0, built.stdout + built.stderr
    return built.output
