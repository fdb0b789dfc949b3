"""The files in the folder of a page, read when the page shows or links to them."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from noticeboard.adoption.word_package import MOST_BYTES
from noticeboard.sources.document_types import TYPES, ending


class FilesBeside(Mapping[str, bytes]):
    """The bytes of each file by its path in the folder, if such files are published.

    Files outside the folder, behind a symbolic link, or too large are left out.
    """

    def __init__(self, folder: Path) -> None:
        """Takes the folder of the page."""
        self._folder = folder.resolve()

    def __getitem__(self, path: str) -> bytes:
        """The bytes of a file; raises KeyError for one that is not there."""
        file = self._folder / path
        try:
            whole = file.resolve(strict=True)
            known = path and "\0" not in path and whole == Path(os.path.normpath(file))
            if not (known and whole.is_relative_to(self._folder) and whole.is_file() and ending(path) in TYPES):
                raise KeyError(path)
            if whole.stat().st_size > MOST_BYTES:
                raise KeyError(path)
            return whole.read_bytes()
        except (OSError, ValueError) as fault:
            raise KeyError(path) from fault

    def __iter__(self) -> Iterator[str]:
        """Every path that is there, in order."""
        return iter(
            sorted(one.relative_to(self._folder).as_posix() for one in self._folder.rglob("*") if one.is_file())
        )

    def __len__(self) -> int:
        """How many there are."""
        return sum(1 for _ in self)
