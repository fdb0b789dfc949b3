"""The running text of one version for the rules of text: its title, summary and alternative text, and its blocks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from noticeboard.markdown.source_map.blocks import references
from noticeboard.markdown.source_map.visible_text import VisibleText, visible
from noticeboard.model import Location

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from noticeboard.fields.front_matter_keys import Header
    from noticeboard.markdown.source_map.blocks import Block


class Passage(Struct, frozen=True):
    """Words that belong together: a value of the head, or a block (markdown/source_map/visible_text.py)."""

    text: str
    source: Location | VisibleText

    def location(self, offset: int) -> Location:
        """The place of the character at that offset; a value of the head has only that of its beginning."""
        return self.source if isinstance(self.source, Location) else self.source.location(offset)


def passages(
    header: Header, blocks: tuple[Block, ...], lang: str, location: Callable[[str], Location]
) -> Iterator[Passage]:
    """Everything that readers see as running text in the version's language, in order; `location` is that of a key."""
    for key, value in (("title", header.title), ("summary", header.summary), ("image_alt", header.image_alt)):
        if value:
            yield Passage(value, location(key))
    known = references(blocks)
    for block in blocks:
        words = visible(block, lang, known)
        if words.text:
            yield Passage(words.text, words)
