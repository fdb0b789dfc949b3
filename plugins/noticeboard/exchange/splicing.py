"""New and old segments -> the blocks of a version's new text, and its stamp."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from noticeboard.markdown.segments.paragraph_breaks import JOIN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from noticeboard.exchange.version_document import VersionDocument
    from noticeboard.sources.yaml_writing import Splice

_FEED = "\n"

FORMS = ("plain", "lines", "apart")
"""As they are; on two lines where the old one had several, as one line above hyphens is a heading; or with a blank
line after them."""


@dataclass(slots=True, eq=False)
class SplicedBlock:
    """A block of the version to be: its number among the old blocks (-1 for a new one), its new source, its digest.

    `text` is None if the old one stays. `message` is the number of the message that brought it, -1 without one. A new
    block begins after that many `feeds` (line breaks), or with the mark of a paragraph `joined` to the one before.
    """

    old: int
    text: str | None
    digest: str
    message: int = -1
    feeds: int = 2
    joined: bool = False

    @property
    def written(self) -> str:
        """A new block with what comes before it."""
        return f"{JOIN} {self.text}" if self.joined else f"{_FEED * self.feeds}{self.text}"


class Splicer:
    """The blocks of a version to be, at first those that it has."""

    def __init__(self, version: VersionDocument, digests: Iterable[str]) -> None:
        """Start with the blocks of the version and the digests of what they translate."""
        self._version = version
        self.items = [SplicedBlock(number, None, digest) for number, digest in enumerate(digests)]
        self._own = {item.old: item for item in self.items}
        self._last: SplicedBlock | None = None

    def stay(self, old: int) -> None:
        """Sets the old block after which the next new blocks go."""
        self._last = self._own[old]

    def change(self, old: int, text: str | None, digest: str, message: int) -> None:
        """Gives an old block another text, or only another digest."""
        self._last = item = self._own[old]
        item.text, item.digest, item.message = text, digest, message

    def insert(self, text: str, digest: str, message: int, feeds: int = 2, *, joined: bool = False) -> None:
        """Adds a new block after the one that was set last; at the beginning if none was."""
        at = self.items.index(self._last) + 1 if self._last else 0
        self._last = SplicedBlock(-1, text, digest, message, feeds, joined)
        self.items.insert(at, self._last)

    def drop(self, old: int) -> str:
        """Removes an old block and returns its source."""
        self.items.remove(self._own[old])
        return self._version.blocks[old].text

    def item(self, old: int) -> SplicedBlock | None:
        """The item of an old block; None if it was dropped."""
        found = self._own[old]
        return found if found in self.items else None

    def texts(self) -> list[str]:
        """The sources of all blocks, in order."""
        blocks = self._version.blocks
        return [blocks[item.old].text if item.text is None else item.text for item in self.items]

    def splices(self, form: str) -> Iterator[Splice]:
        """The changes to the version's body, by offsets in it; they do not overlap.

        `form` is one of FORMS: what new texts look like that have no blank line after them.
        """
        blocks = self._version.blocks
        kept = {item.old for item in self.items}
        for number, block in enumerate(blocks):
            if number not in kept:
                behind = blocks[number + 1].start if number + 1 < len(blocks) else block.end
                # Existing comments stay.
                behind = block.end if self._version.body[block.end : behind].strip() else behind
                joined = number in self._version.joined and number - 1 in kept
                yield (blocks[number - 1].end, block.end, "") if joined else (block.start, behind, "")
        last, waiting = -1, list[SplicedBlock]()
        for item in self.items:
            if item.old < 0:
                waiting.append(item)
                continue
            yield from self._inserted(last, waiting)
            last, waiting = item.old, []
            if item.text is not None and item.text != blocks[item.old].text:
                yield blocks[item.old].start, blocks[item.old].end, self._changed(item.old, item.text, form)
        yield from self._inserted(last, waiting)

    def _inserted(self, last: int, items: list[SplicedBlock]) -> Iterator[Splice]:
        """New blocks after an old one, -1 for the beginning, with blank lines between them and their neighbours."""
        if not items:
            return
        blocks, body = self._version.blocks, self._version.body
        new = "".join(item.written for item in items)
        if last < 0 and blocks:
            yield blocks[0].start, blocks[0].start, f"{new.lstrip(_FEED)}{_FEED * 2}"
        elif last < 0:
            feeds = "" if not body or body.endswith(_FEED) else _FEED
            yield len(body), len(body), f"{feeds}{new.lstrip(_FEED)}{_FEED}"
        else:
            yield blocks[last].end, blocks[last].end, f"{new}{_FEED * self._missing(last)}"

    def _changed(self, old: int, text: str, form: str) -> str:
        """The new text of an old block, in a form in which it does not run together with what follows at once."""
        if form == "apart":
            return f"{text}{_FEED * self._missing(old)}"
        several = _FEED in self._version.blocks[old].text and _FEED not in text
        if form == "lines" and several and self._missing(old):
            words, space, last = text.rpartition(" ")
            return f"{words}{_FEED if space else ''}{last}"
        return text

    def _missing(self, old: int) -> int:
        """How many line breaks are missing for a blank line after an old block."""
        blocks, kept = self._version.blocks, {item.old for item in self.items}
        while old + 1 in self._version.joined and old + 1 not in kept:
            old += 1
        if old + 1 == len(blocks):
            return 0
        return max(0, 2 - self._version.body[blocks[old].end : blocks[old + 1].start].count(_FEED))
