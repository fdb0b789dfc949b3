"""What an editor must know about an adopted text: what was left out, and what is still to do."""

from __future__ import annotations

from typing import NamedTuple

from noticeboard.model import Location, Problem, error, warning

PLACEHOLDER = "???"
"""What an editor has to replace by words; the check `unfinished-text` finds it in every language."""

_LONGEST = 300
"""Characters of words that are quoted."""


class FoundPicture(NamedTuple):
    """A picture or file of a document: its new name, and its bytes or, if `data` is None, the path to copy it from."""

    name: str
    data: bytes | None
    source: str = ""


class AdoptionNotes:
    """Gathers the problems of one file."""

    def __init__(self, path: str) -> None:
        """Takes the path of the file, absolute."""
        self._path = path
        self.problems: list[Problem] = []

    def left_out(
        self, line: int, message: str, words: str = "", hint: str = "Add what readers need to the text."
    ) -> None:
        """Reports something visible that a text cannot hold; the message may name its {words}."""
        self.warn(line, "left-out", message, hint, words=shortened(words))

    def picture_to_describe(self, line: int, file: str) -> None:
        """Reports that the picture needs a description and a credit."""
        message = "The picture {file} needs a description and the name of its maker."
        self.warn(line, "picture-to-describe", message, "Replace each ??? in the text.", file=file)

    def insecure_link(self, line: int, address: str) -> None:
        """Reports an address that begins with http://."""
        message = "The address {address} begins with http://."
        hint = "Try it with https://, and find another page where there is none."
        self.warn(line, "insecure-link", message, hint, address=address[:200])

    def link_not_kept(self, line: int, words: str, address: str) -> None:
        """Reports a link of which only the words are kept."""
        message = "The link of the words “{words}” is not kept: from here {address} leads nowhere."
        hint = "Find the address and write [words](https://…) in the text."
        self.warn(line, "link-not-kept", message, hint, words=shortened(words)[:100], address=address[:200])

    def warn(self, line: int, name: str, message: str, hint: str, /, **values: object) -> None:
        """Reports something to check, at a line of the file."""
        self.problems.append(warning(Location(self._path, max(line, 1)), name, message, hint, **values))

    def refuse(self, line: int, name: str, message: str, hint: str, /, **values: object) -> None:
        """Reports why the file cannot be adopted."""
        self.problems.append(error(Location(self._path, max(line, 1)), name, message, hint, **values))


def shortened(words: str) -> str:
    """The words on one line, cut off where they are very long."""
    line = " ".join(words.split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"
