"""The memory of a process and all its descendants, sampled while they run; it also ends them when time is over."""

from __future__ import annotations

import os
import signal
import time
from contextlib import suppress
from pathlib import Path
from threading import Event, Thread
from typing import Self

_SAMPLE = 0.05
_PROC = Path("/proc")
_GONE = (OSError, ValueError)


class Watch:
    """Samples a process group every 50 ms; `peak` is the most memory, in bytes, that any sample found.

    As a context manager it ends the group when the block ends, or after `timeout` seconds. `peak` stays 0 on systems
    without /proc.
    """

    def __init__(self, leader: int, timeout: float) -> None:
        """Takes the process id of the group's first process."""
        self.peak = 0
        self._leader = leader
        self._deadline = time.monotonic() + timeout
        self._over = Event()
        self._thread = Thread(target=self._run, daemon=True)

    def __enter__(self) -> Self:
        """Starts to sample."""
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        """Ends the watch and what is left of the group."""
        self._over.set()
        self._thread.join()
        self._end()

    def _run(self) -> None:
        while not self._over.wait(_SAMPLE):
            self.peak = max(self.peak, held(self._leader))
            if time.monotonic() > self._deadline:
                self._end()

    def _end(self) -> None:
        with suppress(ProcessLookupError):
            os.killpg(self._leader, signal.SIGKILL)


def held(process: int) -> int:
    """The memory in bytes that a process and its descendants hold now; shared pages count once."""
    tree = descendants(process)
    return _resident(process) if len(tree) == 1 else sum(map(_proportional, tree))


def descendants(process: int) -> list[int]:
    """The process and those of its descendants that still exist."""
    found = [process]
    for parent in found:
        with suppress(*_GONE):
            for children in (_PROC / str(parent) / "task").glob("*/children"):
                found += map(int, children.read_text().split())
    return found


def _resident(process: int) -> int:
    with suppress(*_GONE):
        return int((_PROC / str(process) / "statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    return 0


def _proportional(process: int) -> int:
    """A process's memory in bytes with its share of shared pages (PSS in /proc/PID/smaps_rollup)."""
    with suppress(*_GONE):
        lines = (_PROC / str(process) / "smaps_rollup").read_text().splitlines()
        return sum(int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:"))
    return 0
