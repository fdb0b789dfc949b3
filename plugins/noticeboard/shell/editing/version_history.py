"""What git knows of a file's past."""

from __future__ import annotations

import os
import subprocess
from contextlib import contextmanager
from threading import Timer
from typing import IO, TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SECONDS = 5.0
"""How long a command may look for old texts."""

_MOST = 1000
_GIT = ("git", "-c", "log.showSignature=false", "-c", "core.quotePath=false", "--no-pager")
_QUIET = {"GIT_TERMINAL_PROMPT": "0", "GIT_OPTIONAL_LOCKS": "0", "GIT_NO_LAZY_FETCH": "1", "LC_ALL": "C"}
_HEAD = 3


class Version(NamedTuple):
    """A file as it was saved in a commit: the commit's short name, its day, the file's bytes."""

    commit: str
    day: str
    data: bytes


def versions(file: Path, seconds: float = SECONDS) -> Iterator[Version]:
    """The versions of a file in git's history, the newest first, under its former names too.

    Nothing if there is no git, no repository or no history; as many as can be found in that time.
    """
    try:
        named = list(_named(file, seconds))
        yield from _contents(file, named, seconds) if named else ()
    except OSError:
        return


def _named(file: Path, seconds: float) -> Iterator[tuple[str, str, str]]:
    """Commit, day and the file's path in it."""
    asked = ("log", "--follow", f"--max-count={_MOST}", "--format=\t%h\t%cs", "--name-only", "--", file.name)
    commit = day = ""
    with _running(file, asked, seconds) as (_, output):
        for line in output:
            text = line.decode("utf-8", "replace").rstrip("\n")
            if text.startswith("\t"):
                _, commit, day = text.split("\t")
            elif text:
                yield commit, day, text


def _contents(file: Path, named: list[tuple[str, str, str]], seconds: float) -> Iterator[Version]:
    with _running(file, ("cat-file", "--batch"), seconds) as (asking, output):
        for commit, day, path in named:
            try:
                asking.write(f"{commit}:{path}\n".encode())
                asking.flush()
            except BrokenPipeError:
                return
            head = output.readline().split()
            if not head:
                return
            if len(head) == _HEAD and head[1] == b"blob":
                data = output.read(int(head[2]))
                output.read(1)
                yield Version(commit, day, data)


@contextmanager
def _running(file: Path, arguments: tuple[str, ...], seconds: float) -> Iterator[tuple[IO[bytes], IO[bytes]]]:
    """Git's input and output; it is ended after that time, which ends its output."""
    process = subprocess.Popen(  # noqa: S603 - the arguments are a list, and no shell reads them
        (*_GIT, *arguments),
        cwd=file.parent,
        env={**os.environ, **_QUIET},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    timer = Timer(seconds, process.kill)
    timer.start()
    try:
        assert process.stdin  # noqa: S101 - both are pipes
        assert process.stdout  # noqa: S101
        yield process.stdin, process.stdout
    finally:
        timer.cancel()
        process.kill()
        process.communicate()
