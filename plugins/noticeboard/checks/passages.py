"""The running text of one version for the rules of text: its title, summary and alternative text, and its blocks."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from noticeboard.model import Place
from noticeboard.prose.inlines import references
from noticeboard.prose.visible import Visible, visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from noticeboard.checks.rule import Document
    from noticeboard.prose.blocks import Block


@dataclass(frozen=True, slots=True)
class Passage:
    """Words that belong together: a value of the head, or a block (prose/visible.py says what stands in its text)."""

    text: str
    source: Place | Visible

    def place(self, offset: int) -> Place:
        """The place of the character at that offset; a value of the head has only that of its beginning."""
        return self.source if isinstance(self.source, Place) else self.source.place(offset)


def passages(document: Document) -> Iterator[Passage]:
    """Everything that readers see as running text in the version's language, in order."""
    header = document.header
    for key, value in (("title", header.title), ("summary", header.summary), ("image_alt", header.image_alt)):
        if value:
            yield Passage(value, document.place(key))
    yield from body(document)


def body(document: Document) -> tuple[Passage, ...]:
    """The running text of the blocks; one for each block that holds any."""
    return _body(document.blocks, document.lang)


# Every rule of text asks for it, one version after the other.
@lru_cache(maxsize=1)
def _body(blocks: tuple[Block, ...], lang: str) -> tuple[Passage, ...]:
    known = references(blocks)
    shown = (visible(block, lang, known) for block in blocks)
    return tuple(Passage(words.text, words) for words in shown if words.text)
