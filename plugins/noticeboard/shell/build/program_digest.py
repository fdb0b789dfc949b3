"""What the output depends on besides content and theme: the program's own source and its libraries."""

from __future__ import annotations

import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from noticeboard.digest import digest

LIBRARIES = (
    "pelican",
    "Markdown",
    "Babel",
    "coloraide",
    "icalendar",
    "Jinja2",
    "lxml",
    "MarkupSafe",
    "msgspec",
    "nh3",
    "pillow",
    "pagefind",
    "py3langid",
    "pydantic",
    "PyYAML",
    "pyuca",
    "tzdata",
)


def program_digest() -> str:
    """The digest of the package's source files, its tables of data, Python's version and those of the libraries."""
    root = Path(__file__).resolve().parents[2]
    files = sorted((*root.rglob("*.py"), *root.rglob("*.toml")))
    parts = [f"{p.relative_to(root).as_posix()}\0".encode() + p.read_bytes() for p in files]
    libraries = [f"{name} {_version(name)}".encode() for name in LIBRARIES]
    return digest(*parts, *libraries, sys.version.encode())


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""
