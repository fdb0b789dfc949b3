"""A link whose words are its address, and an address that is not a link at all."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from noticeboard.checks.real_links import real_links
from noticeboard.checks.rule import CheckedVersion, Rule
from noticeboard.markdown.source_map.bare_text import bare_text
from noticeboard.markdown.source_map.blocks import references
from noticeboard.markdown.source_map.masks import mask
from noticeboard.markdown.source_map.positions import Positions
from noticeboard.markdown.source_map.spans import spans
from noticeboard.model import Location, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from noticeboard.markdown.source_map.blocks import Block
    from noticeboard.markdown.source_map.link_references import References
    from noticeboard.model import Problem

_PLAIN = re.compile(
    r"(?<![\w/@.-])(?:https?://|www\.)[^\s<>()\[\]\"\0\ufffc\u00ab\u00bb\u2018-\u201f]*[^\W_](?:/|=)?", re.IGNORECASE
)
# This is meant as a link; checks/rules/raw_markup.py reports it.
_BROKEN_LINK = re.compile(r"(?:\][ \t]*\(|\)\[|\]:[ \t]*)\Z")
_NEAR = 10
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)


def check(document: CheckedVersion) -> Iterator[Problem]:
    """One problem for each such link and each address that is no link; mail addresses and website names are fine."""
    for link in real_links(document):
        if _ADDRESS.fullmatch(link.text):
            message, hint = (
                "The words of the link are its address.",
                "Write what readers find there: [words]({address}).",
            )
            location = Location(document.path, link.line, link.column)
            yield RULE.problem(location, message, hint, address=link.target)
    known = references(document.blocks)
    for block in document.blocks:
        places = Positions(block.text, block.line)
        for offset, address in _plain(block, known):
            message = "The address is not a link here: readers cannot follow it."
            hint = "Write what readers find there: [words]({address})."
            location = Location(document.path, *places.at(offset))
            yield RULE.problem(location, message, hint, address=address)


def _plain(block: Block, known: References) -> Iterator[tuple[int, str]]:
    """The addresses among the words of a block, and where each begins."""
    if "://" not in block.text and "www." not in block.text.lower():
        return
    links = [(span.start, span.end) for span in spans(mask(block), known) if span.kind == "link"]
    bare = bare_text(block, known)
    for found in _PLAIN.finditer(bare):
        broken = _BROKEN_LINK.search(bare, max(0, found.start() - _NEAR), found.start())
        if not broken and not any(start < found.start() < end for start, end in links):
            address = found[0]
            yield found.start(), address if "://" in address else f"https://{address}"


RULE = Rule(
    name="bare-address",
    severity=Severity.WARNING,
    why="An address says little of what it leads to, is read aloud letter by letter and is too long for a telephone.",
    source="WCAG 2.2, success criterion 2.4.4",
    wrong="<https://example.org/contact?form=3>",
    right="[contact form](https://example.org/contact?form=3)",
    text=check,
)
