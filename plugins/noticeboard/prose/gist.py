"""What a version says, in a form that can be compared with other versions at no cost."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from typing import TYPE_CHECKING, NamedTuple

from noticeboard.languages.facts import OFFICIAL
from noticeboard.languages.guess import other_language
from noticeboard.languages.readings import read
from noticeboard.prose.hidden import only_own_words, without_item_numbers, without_markup
from noticeboard.prose.positions import Positions

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from noticeboard.model import Place
    from noticeboard.prose.blocks import Block
    from noticeboard.prose.text import LinkUse

_LETTERS = {
    "heading": "h",
    "paragraph": "p",
    "quote": "p",
    "footnote": "p",
    "definitions": "p",
    "list": "l",
    "table": "t",
    "picture": "i",
    "code": "c",
    "html": "x",
    "rule": "r",
    "abbreviation": "a",
    "reference": "a",
}
_SILENT = "cra"
_DIGIT = re.compile(r"\d")
_ITEM = re.compile(r"^[ \t]*(?:[*+-]|\d+\.)[ \t]", re.MULTILINE)
_WORD = re.compile(r"[^\W\d_]+")
_SENTENCE_END = re.compile(r"[.!?;:\u2026\u037e]\s+|\n[ \t]*(?:[*+-]|\d+\.)[ \t]|\|")
_LANG = re.compile(r"(?<!\w)lang=")
_SENTENCE = 6
"""Words. What is shorter may well be the same in two languages: names, titles, formulas."""

_SHORTEST = 20
"""Characters that six words have at least, nearly always: what is shorter need not be taken apart."""


class Mark(NamedTuple):
    """A figure, date or time of a text: its kind and value (languages/readings.py), the author's words, and its place.

    `block` is the number of the block that it stands in, -1 in the front matter.
    """

    kind: str
    value: str
    words: str
    line: int
    column: int
    block: int


@dataclass(frozen=True, slots=True)
class Gist:
    """What one version says.

    `shape` has a letter per block in order: h heading, p paragraph, quotation, footnote or definitions, l list,
    t table, i picture, and others; `lines` are the blocks' first lines in the file, `sizes` the items of lists and the
    rows of tables (else 0). `prints` are the fingerprints of its longer sentences and where each begins: (fingerprint,
    line, column), the title and the summary among them; `whole` is the fingerprint of all the text, 0 where it is only
    a few words.
    `links` are what links lead to, sorted. `foreign` has (line, language) for each block that surely is in another
    language than it should be.
    """

    marks: tuple[Mark, ...] = ()
    shape: str = ""
    lines: tuple[int, ...] = ()
    sizes: tuple[int, ...] = ()
    prints: tuple[tuple[int, int, int], ...] = ()
    whole: int = 0
    links: tuple[str, ...] = ()
    foreign: tuple[tuple[int, str], ...] = ()


def gist_of(
    text: str,
    blocks: Sequence[Block],
    lang: str,
    heads: Iterable[tuple[str, Place]] = (),
    links: Iterable[LinkUse] = (),
) -> Gist:
    """The gist of a version: its Markdown, the blocks of it, its language, its title and summary, and its links."""
    notes = _Notes(lang)
    for words, place in heads:
        notes.head(words, place)
    notes.body(text, blocks)
    return Gist(
        tuple(notes.marks),
        "".join(notes.shape),
        tuple(block.line for block in blocks),
        tuple(notes.sizes),
        tuple(notes.prints),
        _whole(notes.said),
        tuple(sorted(link_key(link, lang) for link in links if link.kind != "deadline")),
        tuple(notes.foreign),
    )


def link_key(link: LinkUse, lang: str) -> str:
    """What a link leads to, the same in all languages.

    An address counts up to where a language's code stands in it, for what follows may be translated too; where one
    stands in the host's name ("nl.example.org") the path does not count. Fragments are left out.
    """
    if link.kind not in ("web", "file"):
        return f"{link.kind} {link.value}"
    scheme, _, rest = link.value.partition("#")[0].rpartition("://")
    host, slash, path = rest.partition("/")
    open_host = _codes(lang).sub("*", host)
    if open_host != host:
        return f"{scheme}://{open_host}"
    return f"{scheme}://{host}{slash}{_codes(lang).split(path, maxsplit=1)[0]}"


@cache
def _codes(lang: str) -> re.Pattern[str]:
    """What finds a language's code that stands alone in an address, in small letters or capitals."""
    codes = "|".join(map(re.escape, sorted({*OFFICIAL, lang})))
    return re.compile(rf"(?<![A-Za-z0-9])(?:{codes})(?![A-Za-z0-9])", re.IGNORECASE)


class _Notes:
    """Gathers what one version says."""

    def __init__(self, lang: str) -> None:
        self.lang = lang
        self.marks: list[Mark] = []
        self.shape: list[str] = []
        self.sizes: list[int] = []
        self.prints: list[tuple[int, int, int]] = []
        self.said: list[str] = []
        self.foreign: list[tuple[int, str]] = []

    def head(self, words: str, place: Place) -> None:
        """Notes a text of the front matter, all of which counts as standing at its first character."""
        for reading in read(words, self.lang):
            kind, value, start, end = reading
            self.marks.append(Mark(kind, value, words[start:end], place.line, place.column, -1))
        self._print(words, place.line, place.column)

    def body(self, text: str, blocks: Sequence[Block]) -> None:
        """Notes the blocks of a text."""
        own = only_own_words(text)
        seen = without_markup(text)
        unmarked = seen if own is text else without_markup(own)
        for number, block in enumerate(blocks):
            letter = _LETTERS[block.kind]
            self.shape.append(letter)
            self.sizes.append(_size(letter, block.text))
            if letter in _SILENT:
                continue
            self._marks(number, block, seen[block.start : block.end])
            if not (own is not text and _LANG.search(own, block.start, block.end)):
                self._words(block, unmarked[block.start : block.end])

    def _marks(self, number: int, block: Block, text: str) -> None:
        if not _DIGIT.search(text):
            return
        if block.kind == "list":
            text = without_item_numbers(text)
        places = Positions(text, block.line)
        for kind, value, start, end in read(text, self.lang):
            words = " ".join(block.text[start:end].split())
            self.marks.append(Mark(kind, value, words, *places.at(start), number))

    def _words(self, block: Block, text: str) -> None:
        places = Positions(text, block.line)
        start = 0
        for end in [*_SENTENCE_END.finditer(text), None]:
            sentence = text[start : end.start() if end else None]
            if len(sentence) > _SHORTEST:
                self._print(sentence, *places.at(start))
            start = end.end() if end else start
        said = " ".join(text.split())
        self.said.append(said)
        other = other_language(said, self.lang)
        if other:
            self.foreign.append((block.line, other))

    def _print(self, text: str, line: int, column: int) -> None:
        words = _WORD.findall(text)
        if len(words) < _SENTENCE:
            return
        said = " ".join(words)
        folded = said.casefold()
        if said == folded or sum(map(str.islower, words)) * 2 > len(words):
            self.prints.append((_print(folded), line, column))


def _size(letter: str, text: str) -> int:
    """The items of a list, the rows of a table below its header, 0 for anything else."""
    if letter == "l":
        return len(_ITEM.findall(text))
    return text.count("\n") - 1 if letter == "t" else 0


def _print(words: str) -> int:
    return int.from_bytes(blake2b(words.encode(), digest_size=8).digest(), "big")


def _whole(said: list[str]) -> int:
    """The fingerprint of all that is said, 0 where it is no more than a sentence's least."""
    text = " ".join(said)
    return _print(text.casefold()) if text.count(" ") >= _SENTENCE else 0
