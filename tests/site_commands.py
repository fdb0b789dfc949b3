"""Runs `noticeboard` commands, and builds small content folders."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from warm_commands import WarmCommands

if TYPE_CHECKING:
    from collections.abc import Mapping

ROOT = Path(__file__).resolve().parent.parent
LOCALE = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG", "NOTICEBOARD_LANG")
"""The language that the program prints in; tests expect English by default."""
TODAY = "2026-12-01"
SECONDS = 600
"""How long anything may take. It only stops what hangs: a busy machine needs far less."""
WARM = WarmCommands()


@dataclass(frozen=True, slots=True)
class Run:
    """The result of a command: its exit code, what it printed, and the folder it wrote to."""

    code: int
    stdout: str
    stderr: str
    output: Path


@dataclass(frozen=True, slots=True)
class SiteBuilder:
    """Builds the content folder below `root` into the output folder below `root`, any number of times."""

    root: Path

    @property
    def content(self) -> Path:
        """The folder of the content."""
        return self.root / "content"

    @property
    def output(self) -> Path:
        """The folder of the site, unless an option names another."""
        return self.root / "output"

    def write(self, files: Mapping[str, str | bytes | Path | None]) -> None:
        """Changes the content folder: text and bytes become a file, a Path a symlink to it, None removes.

        A name that ends in "/" is a folder. Other files stay.
        """
        self.content.mkdir(exist_ok=True)
        for name, value in files.items():
            write_entry(self.content / name, value, folder=name.endswith("/"))

    def __call__(
        self,
        files: Mapping[str, str | bytes | Path | None],
        *options: str,
        settings: Mapping[str, object] | None = None,
        env: Mapping[str, str] | None = None,
    ) -> Run:
        """The result of `noticeboard build` after these changes; `--today` is TODAY by default.

        `settings` are Pelican's and win over pelicanconf.py (they stand for `-e`, which may be given only once).
        """
        self.write(files)
        today = () if "--today" in options else ("--today", TODAY)
        return build(self.root, self.content, *today, *options, settings=settings, env=env)


def write_entry(path: Path, value: str | bytes | Path | None, *, folder: bool = False) -> None:
    """Replaces what is at a path, as for SiteBuilder.write."""
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


def build(
    root: Path,
    content: Path,
    *options: str,
    settings: Mapping[str, object] | None = None,
    env: Mapping[str, str] | None = None,
) -> Run:
    """The result of `noticeboard build`, with output and store below `root`."""
    output = root / "output"
    given = {"CACHE_PATH": str(root / "cache"), **(settings or {})}
    overrides = (f"{key}={json.dumps(value)}" for key, value in given.items())
    return run("build", str(content), "-o", str(output), *options, "-e", *overrides, output=output, env=env)


def run(*arguments: str, output: Path = ROOT / "output", env: Mapping[str, str] | None = None) -> Run:
    """The result of a `noticeboard` command in the repository; `env` is added to the environment."""
    done = WARM.run(arguments, around(env), env or {})
    if done is not None:
        return Run(*done, output)
    done = subprocess.run(
        (sys.executable, "-m", "noticeboard", *arguments),
        cwd=ROOT,
        env=around(env),
        capture_output=True,
        stdin=subprocess.DEVNULL,
        encoding="utf-8",
        timeout=SECONDS,
        check=False,
    )
    return Run(done.returncode, done.stdout, done.stderr, output)


def around(env: Mapping[str, str] | None = None) -> dict[str, str]:
    """The environment of a command: this process's, without variables for language and clock, and `env`."""
    kept = {key: value for key, value in os.environ.items() if key not in (*LOCALE, "SOURCE_DATE_EPOCH")}
    return kept | {"PYTHONPATH": str(ROOT / "plugins"), "PYTHONIOENCODING": "utf-8", **(env or {})}
