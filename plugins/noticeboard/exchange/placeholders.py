"""Placeholders, which replace the markup in messages that translators must not touch.

They are written as the inline elements of XLIFF 1.2, section 3.6: `<g id="1">words</g>` around words that are
translated, `<x id="2"/>` for what has none. Translation tools know their form as XML tags and keep them whole.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

_QUOTE = "[\"'\u2018-\u201f\u00ab\u00bb]"
TOKEN = re.compile(rf"<\s*(?:(/)\s*g|([gx])\s+id\s*=\s*{_QUOTE}(\d{{1,6}}){_QUOTE}\s*(/?))\s*>")
"""A placeholder, also where a tool has changed its spaces or quotation marks; closing, letter, number, slash."""


class Placeholder(NamedTuple):
    """What a placeholder replaces.

    `kind` is that of a span (`Span.kind`) or attributes, address, break, lines or angle. `opening` is the source
    that it replaces; with a `closing` it is around words. `target` is where a link or picture leads; `title` is
    what is said of it in words, which stand in `closing` from `title_start` up to `title_end`.
    """

    id: int
    kind: str
    opening: str
    closing: str = ""
    target: str = ""
    title: str = ""
    title_start: int = -1
    title_end: int = -1

    @property
    def key(self) -> tuple[str, str]:
        """By which the same markup is known in another language."""
        return self.kind, self.target or self.opening


def opened(number: int) -> str:
    """The placeholder in front of words."""
    return f'<g id="{number}">'


CLOSED = "</g>"
"""The end of a paired placeholder."""


def alone(number: int) -> str:
    """The placeholder written as a single element."""
    return f'<x id="{number}"/>'


class PlaceholderFault(NamedTuple):
    """Why the placeholders of a translation cannot be used: a template and the placeholder that it names."""

    message: str
    mark: str = ""


def fault(text: str, wanted: Collection[int], paired: Collection[int]) -> PlaceholderFault | None:
    """The first fault in the placeholders of a translation; None if each required one occurs once.

    `paired` are those that are around words.
    """
    seen: list[int] = []
    waiting: list[int] = []
    loose = False
    for token in TOKEN.finditer(text):
        if token[1]:
            loose = loose or not waiting
            waiting = waiting[:-1]
            continue
        number = int(token[3])
        if number not in wanted or (number in paired, bool(token[4])) != (token[2] == "g", token[2] == "x"):
            return PlaceholderFault("The placeholder {mark} is not in the original.", token[0])
        if number in seen:
            return PlaceholderFault("The placeholder {mark} appears here twice.", token[0])
        seen.append(number)
        waiting += [number] if token[2] == "g" else []
    return _missing(set(wanted) - set(seen), paired) or _unclosed(waiting, loose=loose)


def _missing(left: Collection[int], paired: Collection[int]) -> PlaceholderFault | None:
    if not left:
        return None
    form = opened if min(left) in paired else alone
    return PlaceholderFault("The placeholder {mark} is missing.", form(min(left)))


def _unclosed(waiting: Sequence[int], *, loose: bool) -> PlaceholderFault | None:
    if loose:
        return PlaceholderFault("A {mark} closes nothing.", CLOSED)
    return PlaceholderFault("The placeholder {mark} is not closed.", opened(waiting[-1])) if waiting else None


def numbers(text: str) -> frozenset[int]:
    """The numbers of the placeholders in a text."""
    return frozenset(int(token[3]) for token in TOKEN.finditer(text) if token[3])


def paired_numbers(text: str) -> frozenset[int]:
    """The numbers of the placeholders that are around words."""
    return frozenset(int(token[3]) for token in TOKEN.finditer(text) if token[2] == "g")


def renumbered(text: str, new: Mapping[int, int]) -> str:
    """The text with other numbers in its placeholders."""

    def other(token: re.Match[str]) -> str:
        if token[1]:
            return CLOSED
        number = new.get(int(token[3]), int(token[3]))
        return opened(number) if token[2] == "g" else alone(number)

    return TOKEN.sub(other, text)


def put_back(text: str, opening: Callable[[int], str], closing: Callable[[int], str]) -> str:
    """The text with the source in place of its placeholders, which are as `fault` requires."""
    return "".join(_source(text, opening, closing))


def _source(text: str, opening: Callable[[int], str], closing: Callable[[int], str]) -> Iterator[str]:
    at, waiting = 0, [0]
    for token in TOKEN.finditer(text):
        yield text[at : token.start()]
        at = token.end()
        if token[1]:
            yield closing(waiting.pop())
        else:
            yield opening(int(token[3]))
            waiting += [int(token[3])] if token[2] == "g" else []
    yield text[at:]
