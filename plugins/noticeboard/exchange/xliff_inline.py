"""A message's text <-> the inline elements of XLIFF: placeholders, and emphasis as elements of its own.

The numbers of placeholders are the ids of their elements. Emphasis, which PO files hold as asterisks, has ids that say
how it is written: em1, strong1, both1, with an underscore for emphasis that is written so (em_1).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from noticeboard.exchange.placeholders import CLOSED, TOKEN, alone, opened

if TYPE_CHECKING:
    from collections.abc import Iterator

_DELIMITERS = {"*": "em", "**": "strong", "***": "both", "_": "em_", "__": "strong_", "___": "both_"}
_NAMES = {name: delimiter for delimiter, name in _DELIMITERS.items()}
_EMPHASIS = re.compile(r"(?<![\w\\*_])(\*{1,3}|_{1,3})(?![\s*_])((?:\\.|(?!\1)[^\\\n])+?)(?<![\s*_\\])\1(?![\w*_])")
_ID = re.compile(r"(em_?|strong_?|both_?)\d+")
_STAND_IN = "\ufdd0"
_UNKNOWN = 999_999


class InlinePiece(NamedTuple):
    """A part of a text: `kind` is text, open, close or alone; `id` is that of the element, `text` only a text's."""

    kind: str
    id: str = ""
    text: str = ""


def pieces(text: str) -> tuple[InlinePiece, ...]:
    """The text and inline elements of a message, in order; every open has its close."""
    tokens = list(TOKEN.finditer(text))
    plain = TOKEN.sub(_STAND_IN, text)
    found = _Emphasis(plain, [token[0] for token in tokens])
    return tuple(found.pieces())


def is_emphasis(identifier: str) -> bool:
    """Whether the id is that of emphasis."""
    return bool(_ID.fullmatch(identifier))


def delimiter(identifier: str) -> str:
    """The asterisks or underscores of emphasis with that id."""
    return _NAMES[identifier.rstrip("0123456789")]


def as_open(identifier: str) -> str:
    """The text of a message for the beginning of the element with that id."""
    return delimiter(identifier) if is_emphasis(identifier) else opened(_number(identifier))


def as_close(identifier: str) -> str:
    """The text of a message for the element's end."""
    return delimiter(identifier) if is_emphasis(identifier) else CLOSED


def as_alone(identifier: str) -> str:
    """The text of a message for an element without content."""
    return alone(_number(identifier))


def _number(identifier: str) -> int:
    return int(identifier) if identifier.isdecimal() and len(identifier) <= len(str(_UNKNOWN)) else _UNKNOWN


class _Emphasis:
    """Finds the emphasis of one text, in which a stand-in is in the place of each placeholder."""

    def __init__(self, plain: str, tokens: list[str]) -> None:
        self._plain, self._tokens = plain, tokens
        self._numbers: dict[str, int] = {}
        self._next = 0
        self._open: list[str] = []

    def pieces(self) -> Iterator[InlinePiece]:
        return self._within(0, len(self._plain))

    def _within(self, start: int, end: int) -> Iterator[InlinePiece]:
        at = start
        while found := _EMPHASIS.search(self._plain, at, end):
            if not self._is_balanced(found[2], self._plain.count(_STAND_IN, 0, found.start(2))):
                yield from self._words(at, found.end(1))
                at = found.end(1)
                continue
            yield from self._words(at, found.start())
            name = _DELIMITERS[found[1]]
            self._numbers[name] = self._numbers.get(name, 0) + 1
            identifier = f"{name}{self._numbers[name]}"
            yield InlinePiece("open", identifier)
            yield from self._within(*found.span(2))
            yield InlinePiece("close", identifier)
            at = found.end()
        yield from self._words(at, end)

    def _words(self, start: int, end: int) -> Iterator[InlinePiece]:
        parts = self._plain[start:end].split(_STAND_IN)
        for number, words in enumerate(parts):
            if number:
                yield self._token()
            if words:
                yield InlinePiece("text", text=words)

    def _token(self) -> InlinePiece:
        token = TOKEN.fullmatch(self._tokens[self._next])
        self._next += 1
        if token is None or token[1]:
            return InlinePiece("close", self._open.pop() if self._open else "")
        if token[2] == "g":
            self._open.append(token[3])
            return InlinePiece("open", token[3])
        return InlinePiece("alone", token[3])

    def _is_balanced(self, words: str, first: int) -> bool:
        """Whether the placeholders in these words, the first of which has that number, are whole pairs."""
        depth = 0
        for token in self._tokens[first : first + words.count(_STAND_IN)]:
            match = TOKEN.fullmatch(token)
            depth += 0 if match is None else -1 if match[1] else match[2] == "g"
            if depth < 0:
                return False
        return not depth
