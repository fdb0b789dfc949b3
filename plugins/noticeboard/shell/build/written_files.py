"""The list of the files that we wrote, in the output folder: only files on it are ever removed."""

from __future__ import annotations

import json
import os
from json.encoder import encode_basestring
from typing import TYPE_CHECKING

from noticeboard.shell.cache.whole_files import read_regular

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

MANIFEST = ".noticeboard-files.json"
"""The list's name."""
_NO_NAMES = frozenset({"", ".", ".."})


class Distrusted(Exception):  # noqa: N818 - it is named after what it says
    """The list is damaged, is a link, or names something outside the output folder."""


def listed(output: Path) -> set[str]:
    """The files in the output folder that we wrote; nothing where the list is absent or not to be trusted."""
    try:
        return trusted(output)
    except Distrusted:
        return set()


def trusted(output: Path) -> set[str]:
    """The files in the output folder that we wrote; nothing where there is no list. Raises Distrusted, OSError."""
    file = output / MANIFEST
    try:
        found = json.loads(read_regular(file).decode())
    except FileNotFoundError:
        return set()
    except (OSError, ValueError, RecursionError) as fault:
        raise Distrusted from fault
    if not isinstance(found, list) or not all(isinstance(path, str) and is_inside(path) for path in found):
        raise Distrusted
    return set(found)


def list_state(output: Path) -> tuple[int, int]:
    """The time (ns) and the number of the list's file, other ones after each build that moved files; 0 without it."""
    try:
        found = (output / MANIFEST).lstat()
    except OSError:
        return 0, 0
    return found.st_mtime_ns, found.st_ino


def is_inside(path: str) -> bool:
    """Whether a path with slashes can only name a file below the folder that it counts from."""
    if not _NO_NAMES.isdisjoint(path.split("/")) or "\0" in path or "\\" in path:
        return False
    return not os.path.isabs(path)  # noqa: PTH117 - a Path takes ten times as long, and there are thousands


def as_list(paths: Iterable[str]) -> bytes:
    """The list of these files as the bytes of its file, the same in any order."""
    # The encoder of single strings takes a third of the time of the one that breaks lines.
    names = ",\n".join(map(encode_basestring, sorted(paths)))
    return f"[\n{names}\n]\n".encode("utf-8", "surrogatepass") if names else b"[]\n"
