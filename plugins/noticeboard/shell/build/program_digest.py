"""What the output depends on besides content and theme: the program's own source and its libraries."""

from __future__ import annotations

import os
import re
import sys
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import TYPE_CHECKING

from noticeboard.digest import digest
from noticeboard.shell.build.file_snapshot import changed_since

if TYPE_CHECKING:
    from collections.abc import Iterator

LIBRARIES = (
    "pelican",
    "Markdown",
    "Babel",
    "coloraide",
    "icalendar",
    "Jinja2",
    "lxml",
    "MarkupSafe",
    "markdown-it-py",
    "mdit-py-plugins",
    "mdurl",
    "msgspec",
    "nh3",
    "pillow",
    "pagefind",
    "pagefind_bin",
    "py3langid",
    "pydantic",
    "pydantic_core",
    "PyYAML",
    "pyuca",
    "tzdata",
)
"""What pages, feeds, pictures and indexes are made with, and what those libraries leave to others."""

_VERSION = re.compile(r"^Version: (.*)$", re.MULTILINE)


def program_digest(began: int | None = None) -> str:
    """The digest of the package's source files, its tables of data, Python's version and those of the libraries.

    A file that changed after this process began (ns since 1970) may hold another program than the one that runs: the
    digest is one that no other build has. None if it is not known when that was.
    """
    root = Path(__file__).resolve().parents[2]
    parts = [
        f"{path[len(str(root)) + 1 :].replace(os.sep, '/')}\0".encode() + _read(path) + _later(path, began)
        for path in sorted(_files(str(root)))
    ]
    libraries = [f"{name} {_version(name)}".encode() for name in LIBRARIES]
    return digest(*parts, *libraries, sys.version.encode())


def _files(folder: str) -> Iterator[str]:
    with os.scandir(folder) as found:
        entries = list(found)
    for entry in entries:
        if entry.is_dir():
            yield from _files(entry.path)
        elif entry.name.endswith((".py", ".toml")):
            yield entry.path


def _read(path: str) -> bytes:
    with open(path, "rb") as file:  # noqa: PTH123 - there are hundreds of them in every build
        return file.read()


def _later(path: str, began: int | None) -> bytes:
    changed = changed_since(path, began)
    return f"\0{changed}".encode() if changed else b""


def _version(name: str) -> str:
    """The version of a library, "" if it is not there; the rest of what is said of it takes longer to read."""
    try:
        found = _VERSION.search(distribution(name).read_text("METADATA") or "")
    except PackageNotFoundError:
        return ""
    return found[1] if found else ""
