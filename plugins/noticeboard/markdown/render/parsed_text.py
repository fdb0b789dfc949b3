"""What a parsed text is: pieces of safe HTML with slots, and the facts in it that the site must check."""

from __future__ import annotations

from dataclasses import dataclass, field

from noticeboard.markdown.render.packed_pieces import unpacked_pieces
from noticeboard.markdown.render.slots import Pieces
from noticeboard.model import Location, Problem, Stored, StoredDataclass


@dataclass(frozen=True, slots=True)
class LinkUse(StoredDataclass):
    """A link of a text: what it leads to (see link_targets.py), and where it is.

    `lang` is the text's language, `words` what is linked, "" if it is written as HTML.
    """

    kind: str
    value: str
    fragment: str
    location: Location
    version: str = field(default="", compare=False)
    lang: str = field(default="", compare=False)
    words: str = field(default="", compare=False)


class PictureUse(Stored, frozen=True):
    """A picture of a text. `alt` is never empty, `credit` and `caption` may be "" (stated elsewhere, none)."""

    file: str
    alt: str
    credit: str
    caption: str
    location: Location


PERCENT = "percent"
"""The unit of shares; other units are words, which need a translation."""


class DataUse(Stored, frozen=True):
    """A data file that a text shows as a table, or as a chart: bar, stacked or line ("" for a table alone).

    `alt` says the most important thing in one sentence, `unit` what the figures count ("percent", or words, or "").
    """

    file: str
    alt: str
    credit: str
    caption: str
    chart: str
    unit: str
    location: Location


class ParsedText(Stored, frozen=True):
    """A text without its site: the inner HTML of its lead paragraph (or nothing), and the rest.

    `packed` is the rest as packed_pieces.py gives it: builds hold all texts and look at few.
    `heading_ids` holds the explicit id of each heading in order, "" if it has none; `ids` all explicit ids.
    """

    lead: Pieces = ()
    packed: bytes = b""
    links: tuple[LinkUse, ...] = ()
    pictures: tuple[PictureUse, ...] = ()
    data: tuple[DataUse, ...] = ()
    heading_ids: tuple[str, ...] = ()
    ids: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def body(self) -> Pieces:
        """The text after its lead paragraph."""
        return unpacked_pieces(self.packed)
