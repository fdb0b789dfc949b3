"""Where other file systems begin: a file cannot be moved across in one step."""

from __future__ import annotations

import os
import re
from pathlib import Path

_TABLE = Path("/proc/self/mountinfo")
_ESCAPED = re.compile(r"\\([0-7]{3})")
_POINT = 4
"""The field of a line that names the mount point (proc(5))."""


def is_mount(folder: Path) -> bool:
    """Whether a folder is the root of a file system, or (on Linux) a bind mount."""
    return os.path.ismount(folder) or str(folder) in _points()


def mounts_below(folder: Path) -> list[Path]:
    """The mount points below a folder, the deepest first; none if the system has no table of them."""
    found = (Path(point) for point in _points())
    return sorted((p for p in found if p != folder and p.is_relative_to(folder)), key=lambda p: (-len(p.parts), p))


def _points() -> set[str]:
    try:
        lines = _TABLE.read_text("utf-8", "surrogateescape").splitlines()
    except OSError:
        return set()
    return {_ESCAPED.sub(lambda m: chr(int(m[1], 8)), line.split(" ")[_POINT]) for line in lines}
