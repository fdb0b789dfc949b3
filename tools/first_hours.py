"""Updates the output of every command on the pages of docs/.

Each page is played in a copy of the example. In a `console` block, what follows `$ ` is run, and the lines below it
become its output. A `markdown PATH` block is written to that file. A `diff PATH` block is applied to that file.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    Say = Callable[[list[str], Path, dict[str, str]], str]

ROOT = Path(__file__).resolve().parent.parent
OWN = ROOT / "docs" / "own-platform.md"
PAGES = (*(ROOT / "docs" / f"{name}.md" for name in ("adopting", "editing", "exchange", "translating")), OWN)
BLOCK = re.compile(r"^```(console|diff|markdown|html|po|css|svg)(?: (\S+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
NOON = "1796119200"
"""1 December 2026, 12:00 UTC, in seconds since 1970: the clock of the pages' commands."""

TOOK = re.compile(r"( removed)\W+\d+\.\d+ s\.?$", re.MULTILINE)
"""The end of a build's closing line, which says how long the build took and differs each time."""

SECONDS = 600
PROGRAMS = {"noticeboard": (sys.executable, "-m", "noticeboard"), "git": ("git",), "cat": ("cat",), "head": ("head",)}
WHO = {"NAME": "Editor", "EMAIL": "editor@example.org", "DATE": "2026-12-01T12:00:00Z"}
ENVIRONMENT = {
    "PYTHONPATH": str(ROOT / "plugins"),
    "PYTHONIOENCODING": "utf-8",
    "SOURCE_DATE_EPOCH": NOON,
    "LANGUAGE": "",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
    **{f"GIT_{who}_{key}": value for who in ("AUTHOR", "COMMITTER") for key, value in WHO.items()},
}


def played(page: str, folder: Path, program: tuple[str, ...] = PROGRAMS["noticeboard"], say: Say | None = None) -> str:
    """The page with the output that its commands have today.

    The project, in `folder`, is a copy of the example, or empty if the page creates one. `program` is the path of
    `noticeboard`. `say` gives the output of `noticeboard` for arguments, folder and environment without starting a
    program.
    """
    project = folder if "$ noticeboard init " in page else prepared(folder)
    stage = Stage(project, {**PROGRAMS, "noticeboard": program}, say)
    return BLOCK.sub(lambda block: _played(block, stage), page)


@dataclass(slots=True)
class Stage:
    """A page while it is played: the folder of its commands, the programs by name, and what replaces `noticeboard`."""

    folder: Path
    programs: dict[str, tuple[str, ...]]
    say: Say | None = None


def prepared(folder: Path) -> Path:
    """A copy of the example as a project of its own, committed to git."""
    project = folder / "project"
    shutil.copytree(ROOT / "content", project / "content")
    shutil.copy(ROOT / "pelicanconf.py", project)
    (project / "theme").symlink_to(ROOT / "theme")
    for words in ("git init -q -b main", "git add content", "git commit -q -m Texts"):
        _said(words, Stage(project, PROGRAMS))
    return project


def _played(block: re.Match[str], stage: Stage) -> str:
    kind, path, body = block.groups()
    if kind == "console":
        return f"```console\n{_console(body, stage)}```"
    if path and kind == "diff":
        _edit(stage.folder / path, body)
    elif path:
        (stage.folder / path).parent.mkdir(parents=True, exist_ok=True)
        (stage.folder / path).write_text(body, encoding="utf-8")
    return block[0]


def _console(body: str, stage: Stage) -> str:
    commands = [line.removeprefix("$ ") for line in body.splitlines() if line.startswith("$ ")]
    return "".join(f"$ {words}\n{_said(words, stage)}" for words in commands)


def _said(words: str, stage: Stage) -> str:
    name, *arguments = shlex.split(words)
    if name == "cd":
        stage.folder /= arguments[0]
        return ""
    if stage.say and name == "noticeboard":
        return timeless(stage.say(arguments, stage.folder, {**os.environ, **ENVIRONMENT}))
    source = {} if stage.programs["noticeboard"] == PROGRAMS["noticeboard"] else {"PYTHONPATH": ""}
    done = subprocess.run(
        (*stage.programs[name], *arguments),
        cwd=stage.folder,
        env={**os.environ, **ENVIRONMENT, **source},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        timeout=SECONDS,
        check=False,
    )
    return timeless(done.stdout)


def timeless(said: str) -> str:
    """A command's output without the time that a build took."""
    return TOOK.sub(r"\1.", said)


def _edit(path: Path, body: str) -> None:
    """Applies a diff: `+` lines replace `-` lines; raises ValueError unless the file has them exactly once."""
    lines = [(line[:1], line[1:]) for line in body.splitlines()]
    old = "".join(f"{text}\n" for mark, text in lines if mark in "- ")
    new = "".join(f"{text}\n" for mark, text in lines if mark in "+ ")
    text = path.read_text(encoding="utf-8")
    if text.count(old) != 1:
        message = f"{path.name} does not hold these lines once:\n{old}"
        raise ValueError(message)
    path.write_text(text.replace(old, new), encoding="utf-8")


def main() -> None:
    """Updates the pages."""
    for page in PAGES:
        with TemporaryDirectory() as folder:
            page.write_text(played(page.read_text(encoding="utf-8"), Path(folder)), encoding="utf-8")


if __name__ == "__main__":
    main()
