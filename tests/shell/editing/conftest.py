"""A small project on disk for the commands that edit texts, with git where a test needs it."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from noticeboard.cli import main

if TYPE_CHECKING:
    from collections.abc import Mapping

    from click.testing import Result

PLUGINS = Path(__file__).resolve().parents[3] / "plugins"
SETTINGS = "PATH = 'content'\nTHEME = 'theme'\nOUTPUT_PATH = 'output'\nCACHE_PATH = 'cache'\n"
ENGLISH = """\
---
# the facts
title: "School starts"
published: 2023-01-10
deadline: 2026-12-18   # a Friday
audience: [teacher]
---

It starts on Monday.

## Who

All pupils come. See [the other one](../other/).
"""
DUTCH = """\
---
title: 'De school begint'
translates: en # from English
---

Het begint maandag.

## Wie

Alle leerlingen komen. Zie [de andere](../other/nl.md).
"""
OTHER = "---\ntitle: Other\npublished: 2023-01-10\ndeadline: 2027-01-31\naudience: [teacher]\n---\n\nAnother text.\n"
FILES = {
    "platform.yml": "name: Board\nlanguages: [en, nl, sv]\n",
    "vocabularies/audience.yml": "teacher:\n  labels: {en: Teacher, nl: Leraar, sv: Lärare}\n",
    "surveys/starts/en.md": ENGLISH,
    "surveys/starts/nl.md": DUTCH,
    "surveys/other/en.md": OTHER,
}
GIT = {
    "GIT_CONFIG_GLOBAL": "/dev/null",
    "GIT_CONFIG_SYSTEM": "/dev/null",
    "GIT_AUTHOR_NAME": "Editor",
    "GIT_AUTHOR_EMAIL": "editor@example.org",
    "GIT_AUTHOR_DATE": "2026-11-30T12:00:00Z",
    "GIT_COMMITTER_NAME": "Editor",
    "GIT_COMMITTER_EMAIL": "editor@example.org",
    "GIT_COMMITTER_DATE": "2026-11-30T12:00:00Z",
}


@dataclass(frozen=True, slots=True)
class EditedProject:
    """A project: runs commands in it, and reads and changes its texts."""

    root: Path

    def run(self, *arguments: str, typed: str | None = None) -> Result:
        """The result of `noticeboard` with these arguments on 1 December 2026."""
        environment = {"LANGUAGE": "", "SOURCE_DATE_EPOCH": "1796119200"}
        return CliRunner(env=environment).invoke(main, [arguments[0], "-s", "settings.py", *arguments[1:]], input=typed)

    def says(self, *arguments: str) -> str:
        """The output of a command that succeeds."""
        done = self.run(*arguments)
        assert done.exit_code == 0, done.output
        return done.stdout

    def at_a_terminal(self, command: str, *arguments: str, typed: str) -> str:
        """The output of a command at a terminal when this is typed."""
        ours, theirs = pty.openpty()
        os.write(ours, typed.encode())
        done = subprocess.run(
            (sys.executable, "-m", "noticeboard", command, "-s", "settings.py", *arguments),
            cwd=self.root,
            env={**os.environ, "PYTHONPATH": str(PLUGINS), "SOURCE_DATE_EPOCH": "1796119200", "LANGUAGE": ""},
            stdin=theirs,
            capture_output=True,
            text=True,
            timeout=600,
            check=False,
        )
        os.close(ours)
        os.close(theirs)
        return done.stdout + done.stderr

    def read(self, path: str) -> str:
        """The text of a file below content/."""
        return (self.root / "content" / path).read_bytes().decode()

    def write(self, files: Mapping[str, str | None]) -> None:
        """Changes files below content/; None removes."""
        for name, text in files.items():
            path = self.root / "content" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            if text is None:
                path.unlink()
            else:
                path.write_bytes(text.encode())

    def edit(self, path: str, old: str, new: str) -> None:
        """Replaces words in a file."""
        text = self.read(path)
        assert old in text
        self.write({path: text.replace(old, new)})

    def git(self, *arguments: str) -> str:
        """The output of git in the project."""
        done = subprocess.run(("git", *arguments), cwd=self.root, check=True, capture_output=True, text=True)
        return done.stdout

    def commit(self) -> None:
        """Commits everything."""
        self.git("add", "content")
        self.git("commit", "-qm", "Texts")

    def tree(self) -> dict[str, bytes]:
        """Everything below content/."""
        return {
            p.relative_to(self.root).as_posix(): p.read_bytes() for p in self.root.rglob("content/**/*") if p.is_file()
        }


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> EditedProject:
    """A project with two surveys, one of them in two languages, without git."""
    for key, value in {**GIT, "GIT_CEILING_DIRECTORIES": str(tmp_path.parent)}.items():
        monkeypatch.setenv(key, value)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "settings.py").write_text(SETTINGS, encoding="utf-8")
    (tmp_path / "theme" / "templates").mkdir(parents=True)
    made = EditedProject(tmp_path)
    made.write(FILES)
    return made


@pytest.fixture
def saved(workspace: EditedProject) -> EditedProject:
    """The same project in git, stamped and committed."""
    workspace.git("init", "-q", "-b", "main")
    workspace.says("stamp", "starts", "nl")
    workspace.commit()
    return workspace
