"""A version that is made of something that exists elsewhere, as it is to be written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from noticeboard.sources.yaml_writing import written

if TYPE_CHECKING:
    from noticeboard.adoption.adoption_notes import FoundPicture
    from noticeboard.model import Problem


@dataclass(frozen=True, slots=True)
class AdoptedVersion:
    """A version: its path below the content folder, its front matter in order, its text, and the files beside it.

    `problems` say what a person has to do, each at its place in the source. `original` are the bytes of a file that is
    taken as it is. The path is "" if nothing is taken.
    """

    path: str
    keys: tuple[tuple[str, object], ...]
    body: str
    files: tuple[FoundPicture, ...] = ()
    problems: tuple[Problem, ...] = ()
    original: bytes | None = None

    @property
    def folder(self) -> str:
        """The announcement's key."""
        return self.path.rpartition("/")[0]

    @property
    def data(self) -> bytes:
        """The bytes of its file."""
        if self.original is not None:
            return self.original
        lines = [f"{key}: {written(value)}" for key, value in self.keys]
        return "\n".join(["---", *lines, "---", "", self.body.strip("\n"), ""]).encode()
