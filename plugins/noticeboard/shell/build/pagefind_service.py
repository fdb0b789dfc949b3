"""Pagefind as a process that is asked: what its own wrappers do, in the order that is given and without waiting.

Messages are JSON in Base64, each with a comma after it; one is answered before the next is sent. The command that
reads a folder takes its files in the order of the disk, and the wrapper for Python sleeps before each answer.
"""

from __future__ import annotations

import base64
import json
import os
import shutil
import subprocess
from importlib import import_module
from pathlib import Path
from threading import Timer
from typing import TYPE_CHECKING, Any, Self

if TYPE_CHECKING:
    from collections.abc import Iterable
    from contextlib import AbstractContextManager

SECONDS = 600
"""How long indexing one language may take, the time for which it waits for others included."""
_CHUNK = 1 << 16


_PACKAGES = ("pagefind_bin_extended", "pagefind_bin")
_COMMANDS = ("pagefind_extended", "pagefind")


def pagefind_executable() -> Path | None:
    """Where Pagefind is: as its wrapper for Python finds it, which takes longer to load than a bundle to make."""
    if given := os.environ.get("PAGEFIND_BINARY_PATH"):
        return Path(given)
    for name in _PACKAGES:
        try:
            found: Path = import_module(name).get_executable()
        except ImportError:
            continue
        return found
    command = next(filter(None, map(shutil.which, _COMMANDS)), None)
    return Path(command) if command else None


class PagefindFailed(Exception):  # noqa: N818 - it is named after what it says
    """Pagefind is not there, did not understand, took too long or ended."""


class PagefindService:
    """A running Pagefind. Use as a context manager; all methods raise PagefindFailed or OSError."""

    def __init__(self, executable: Path) -> None:
        """Takes the program."""
        self._command = (executable, "--service")
        self._number = 0

    def __enter__(self) -> Self:
        """Starts the process."""
        pipe = subprocess.PIPE
        self._process = subprocess.Popen(self._command, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL)  # noqa: S603 - no shell reads it
        self._timer = Timer(SECONDS, self._process.kill)
        self._timer.daemon = True
        self._timer.start()
        return self

    def __exit__(self, *_: object) -> None:
        """Ends the process."""
        self._timer.cancel()
        # Processes may only be forked while no other thread runs.
        self._timer.join()
        self._process.kill()
        self._process.communicate()

    def bundle(
        self, lang: str, files: Iterable[tuple[str, str]], turn: AbstractContextManager[object]
    ) -> dict[str, bytes]:
        """The files of a bundle for one language by path, made from HTML files given by path and content.

        They are put together within `turn`, because that takes three times as much memory. Then the process ends.
        """
        index = self._ask("NewIndex", config={"force_language": lang})["index_id"]
        for path, content in files:
            self._ask("AddFile", index_id=index, file_path=path, file_contents=content)
        with turn:
            made = self._ask("GetFiles", index_id=index)["files"]
            self._process.kill()
            self._process.wait()
        return {file["path"]: base64.b64decode(file["content"]) for file in made}

    def _ask(self, kind: str, **values: object) -> dict[str, Any]:
        self._number += 1
        message = {"message_id": self._number, "payload": {"type": kind, **values}}
        stdin = self._process.stdin
        assert stdin is not None  # noqa: S101 - it is a pipe
        stdin.write(base64.b64encode(json.dumps(message).encode()) + b",")
        stdin.flush()
        answer: dict[str, Any] = json.loads(base64.b64decode(self._answer()))["payload"]
        if answer["type"] == "Error":
            raise PagefindFailed(answer["message"])
        return answer

    def _answer(self) -> bytes:
        stdout, parts = self._process.stdout, list[bytes]()
        while not (parts and parts[-1].endswith(b",")):
            parts.append(stdout.read1(_CHUNK))  # type: ignore[union-attr]  # it is a buffered pipe
            if not parts[-1]:
                message = "it ended before it was done"
                raise PagefindFailed(message)
        return b"".join(parts)[:-1]
