"""What is to be told of a text that is brought in: what was not kept, and what is left for a person to do."""

from __future__ import annotations

from typing import NamedTuple

from noticeboard.model import Location, Problem, error, warning

_LONGEST = 300
"""Characters of words that are quoted."""


class FoundPicture(NamedTuple):
    """A picture of a document: the name of its file here, its bytes, or where it lies ("" for one with bytes)."""

    name: str
    data: bytes | None
    source: str = ""


class AdoptionNotes:
    """Gathers what is told of one file."""

    def __init__(self, path: str) -> None:
        """Takes the path of the file, absolute."""
        self._path = path
        self.problems: list[Problem] = []

    def left_out(
        self, line: int, message: str, words: str = "", hint: str = "Add what readers need to the text."
    ) -> None:
        """Tells of something that people can see and a text cannot hold; the message names its {words}."""
        self.warn(line, "left-out", message, hint, words=shortened(words))

    def picture_to_describe(self, line: int, file: str) -> None:
        """Tells that a picture of this name was kept, and what nobody but a person can write of it."""
        message = "The picture {file} needs a description and the name of its maker."
        self.warn(line, "picture-to-describe", message, "Replace each ??? in the text.", file=file)

    def warn(self, line: int, name: str, message: str, hint: str, /, **values: object) -> None:
        """Tells what a person should look at, at a line of the file."""
        self.problems.append(warning(Location(self._path, max(line, 1)), name, message, hint, **values))

    def refuse(self, line: int, name: str, message: str, hint: str, /, **values: object) -> None:
        """Tells why the file cannot be taken."""
        self.problems.append(error(Location(self._path, max(line, 1)), name, message, hint, **values))


def shortened(words: str) -> str:
    """The words on one line, cut off where they are very long."""
    line = " ".join(words.split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"
