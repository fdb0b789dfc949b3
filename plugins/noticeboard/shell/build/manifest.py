"""The manifest: the list, kept in the output folder, of the files that builds wrote. Only these are ever removed."""

from __future__ import annotations

import os
from json.encoder import encode_basestring
from typing import TYPE_CHECKING

from msgspec import DecodeError
from msgspec.json import Decoder

from noticeboard.shell.build.staged_files import move_file
from noticeboard.shell.cache.atomic_files import read_regular

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

MANIFEST = ".noticeboard-files.json"
"""The file's name."""
_NO_NAMES = frozenset({"", ".", ".."})
_OUTSIDE = (
    *(f"{before}{name}{after}" for name in _NO_NAMES for before in "\n/" for after in "/\n"),
    "\0",
    "\\",
)
"""What lines of paths contain if one of them may name something outside."""

_decoder = Decoder(list[str])


class DamagedManifest(Exception):  # noqa: N818 - it is named after what it says
    """The manifest cannot be read, is a link, or names something outside the output folder."""


def written_files(output: Path) -> set[str]:
    """The files in the output folder that builds wrote; empty if the manifest is missing or damaged."""
    try:
        return read_manifest(output)
    except DamagedManifest:
        return set()


def read_manifest(output: Path) -> set[str]:
    """The files in the output folder that builds wrote; empty if there is no manifest. Raises DamagedManifest."""
    file = output / MANIFEST
    try:
        found = _decoder.decode(read_regular(file))
    except FileNotFoundError:
        return set()
    except (OSError, ValueError, DecodeError, RecursionError) as fault:
        raise DamagedManifest from fault
    if not _are_inside(found):
        raise DamagedManifest
    return set(found)


def _are_inside(paths: list[str]) -> bool:
    """Whether each of them is inside; one look at all of them together takes a quarter of the time."""
    lines = "\n".join(("", *paths, ""))
    if os.sep == "/" and lines.count("\n") == len(paths) + 1 and not any(map(lines.__contains__, _OUTSIDE)):
        return True
    return all(map(is_inside, paths))


def write_manifest(output: Path, paths: Iterable[str], staging: Path) -> None:
    """Replaces the manifest in one step; it is first written into the `staging` folder. Raises OSError."""
    aside = staging / MANIFEST
    aside.write_bytes(manifest_bytes(paths))
    move_file(str(aside), str(output / MANIFEST))


def manifest_state(output: Path) -> tuple[int, int]:
    """The manifest's mtime in ns and inode number, which differ after each build that moves files; 0, 0 without it."""
    try:
        found = (output / MANIFEST).lstat()
    except OSError:
        return 0, 0
    return found.st_mtime_ns, found.st_ino


def is_inside(path: str) -> bool:
    """Whether a path with slashes can only name a file below the folder that it starts from."""
    if not _NO_NAMES.isdisjoint(path.split("/")) or "\0" in path or "\\" in path:
        return False
    return not os.path.isabs(path)  # noqa: PTH117 - a Path takes ten times as long, and there are thousands


def manifest_bytes(paths: Iterable[str]) -> bytes:
    """The manifest of these files as JSON, the same bytes whatever their order."""
    # The encoder of single strings takes a third of the time of the one that breaks lines.
    names = ",\n".join(map(encode_basestring, sorted(paths)))
    return f"[\n{names}\n]\n".encode("utf-8", "surrogatepass") if names else b"[]\n"
