"""Runs one command and measures its seconds, processor seconds and peak memory, child processes included."""

from __future__ import annotations

import os
import subprocess
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from benchmarks.memory import Watch

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

LOG = "build.log"
"""The file, in the folder of the build, with what the last build printed."""

_INSTALLED = {"PYTHONDONTWRITEBYTECODE": ""}
"""The environment in which Python programs are loaded as if installed: compiled, at the latest by their first build."""

_KIB = 1024
_TAIL = 3000


class BuildFailed(Exception):  # noqa: N818 - it is named after what it says
    """A command failed or took too long; the message holds the end of what it printed."""


@dataclass(frozen=True, slots=True)
class Usage:
    """What a command took: wall-clock seconds, processor seconds of all its processes, and peak memory in bytes."""

    seconds: float
    processor: float
    memory: int


def measure(command: Sequence[str], folder: Path, environment: Mapping[str, str], timeout: float) -> Usage:
    """The usage of a command that runs in the folder for at most `timeout` seconds. Raises BuildFailed.

    Memory is the largest sum over its processes, sampled every 50 ms, and at least what the system recorded for the
    largest of them.
    """
    log = folder / LOG
    start = time.perf_counter()
    with log.open("wb") as output, _started(command, folder, environment, output.fileno()) as process:
        with Watch(process.pid, timeout) as watch:
            _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        printed = log.read_text("utf-8", "replace")[-_TAIL:]
        message = f"{' '.join(command)}\nended with {process.returncode} after {seconds:.1f} s:\n{printed}"
        raise BuildFailed(message)
    return Usage(seconds, usage.ru_utime + usage.ru_stime, max(watch.peak, usage.ru_maxrss * _KIB))


def _started(
    command: Sequence[str], folder: Path, environment: Mapping[str, str], output: int
) -> subprocess.Popen[bytes]:
    """The command as the first process of a new session, so that all its processes can be ended together."""
    return subprocess.Popen(  # noqa: S603 - the commands are made here, and no shell reads them
        command,
        cwd=folder,
        env={**os.environ, **_INSTALLED, **environment},
        stdin=subprocess.DEVNULL,
        stdout=output,
        stderr=subprocess.STDOUT,
        start_new_session=True,
    )
