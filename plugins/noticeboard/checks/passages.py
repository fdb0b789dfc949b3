"""The running text of one version for the rules of text: its title, summary and alternative text, and its blocks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from noticeboard.model import Place
from noticeboard.prose.inlines import references
from noticeboard.prose.visible import Visible, visible

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from noticeboard.model import Header
    from noticeboard.prose.blocks import Block


@dataclass(frozen=True, slots=True)
class Passage:
    """Words that belong together: a value of the head, or a block (prose/visible.py says what stands in its text)."""

    text: str
    source: Place | Visible

    def place(self, offset: int) -> Place:
        """The place of the character at that offset; a value of the head has only that of its beginning."""
        return self.source if isinstance(self.source, Place) else self.source.place(offset)


def passages(header: Header, blocks: tuple[Block, ...], lang: str, place: Callable[[str], Place]) -> Iterator[Passage]:
    """Everything that readers see as running text in the version's language, in order; `place` is that of a key."""
    for key, value in (("title", header.title), ("summary", header.summary), ("image_alt", header.image_alt)):
        if value:
            yield Passage(value, place(key))
    known = references(blocks)
    for block in blocks:
        words = visible(block, lang, known)
        if words.text:
            yield Passage(words.text, words)
