"""Blobs of stored records in a temporary file, because a build holds those of all texts and reads few at a time.

Forked workers read the same file, so blobs take memory in none of the processes.
"""

from __future__ import annotations

import os
from functools import cache
from tempfile import TemporaryFile
from typing import IO

from noticeboard.blob import Blob


class SpilledBlob(Blob):
    """Bytes that are read from the file each time they are asked for."""

    __slots__ = ("_file", "_place", "_size")

    def __init__(self, file: IO[bytes], place: int, size: int) -> None:
        """Takes an open file, and the offset and the number of the bytes in it."""
        self._file, self._place, self._size = file, place, size

    def read(self) -> bytes:
        """The bytes; raises OSError."""
        return os.pread(self._file.fileno(), self._size, self._place)


class _SpillFile:
    """A file without a name, which the system removes when the process ends."""

    def __init__(self) -> None:
        self._file, self._end = TemporaryFile(buffering=0), 0  # noqa: SIM115 - it ends with the process

    def spilled(self, data: bytes) -> SpilledBlob:
        """Appends the bytes and returns their blob; raises OSError if there is no room."""
        place = self._end
        if os.pwrite(self._file.fileno(), data, place) != len(data):
            raise OSError
        self._end += len(data)
        return SpilledBlob(self._file, place, len(data))


def spilled(data: bytes) -> Blob:
    """The bytes as a blob, in the temporary file if the system and the disk allow it, else in memory."""
    if not data or not hasattr(os, "pread"):
        return Blob(data)
    try:
        return _spill_file(os.getpid()).spilled(data)
    except OSError:
        return Blob(data)


# A process that was forked reads from the file of the other one, but writes to its own.
@cache
def _spill_file(process: int) -> _SpillFile:
    del process
    return _SpillFile()
