"""The links of one version that readers can follow."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from noticeboard.markdown.source_map.blocks import references
from noticeboard.markdown.source_map.inlines import MarkdownLink, links

if TYPE_CHECKING:
    from noticeboard.checks.rule import CheckedVersion
    from noticeboard.markdown.source_map.blocks import Block

DEADLINE = "{deadline}"
"""The target that marks words as the deadline and makes no link of them."""


def real_links(document: CheckedVersion) -> tuple[MarkdownLink, ...]:
    """The links of a version with words in them, in order of appearance."""
    return _links(document.blocks)


# Several rules ask for it, one version after the other.
@lru_cache(maxsize=1)
def _links(blocks: tuple[Block, ...]) -> tuple[MarkdownLink, ...]:
    known = references(blocks)
    found = (link for block in blocks for link in links(block, known))
    return tuple(link for link in found if link.text.strip() and link.target.strip() != DEADLINE)
