"""The alternative texts of one version: of the announcement's image and of the pictures in the text."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from noticeboard.markdown.source_map.blocks import references
from noticeboard.markdown.source_map.inlines import pictures
from noticeboard.model import Location

if TYPE_CHECKING:
    from collections.abc import Iterator

    from noticeboard.checks.rule import CheckedVersion


class Alternative(NamedTuple):
    """An alternative text that is not empty, its picture's file ("" if another version names it) and its place."""

    text: str
    file: str
    lang: str
    location: Location


def alternatives(document: CheckedVersion) -> Iterator[Alternative]:
    """The alternative texts of a version, in order."""
    header = document.header
    if header.image_alt:
        yield Alternative(header.image_alt, header.image or "", document.lang, document.location("image_alt"))
    known = references(document.blocks)
    for block in document.blocks:
        for picture in pictures(block, known):
            if alt := " ".join(picture.alt.split()):
                lang = dict(picture.attributes).get("lang") or document.lang
                yield Alternative(alt, picture.target, lang, Location(document.path, picture.line, picture.column))
