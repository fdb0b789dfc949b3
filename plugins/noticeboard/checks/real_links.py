"""The links of one version that readers can follow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from noticeboard.prose.inlines import Link, links, references

if TYPE_CHECKING:
    from collections.abc import Iterator

    from noticeboard.checks.rule import Document

DEADLINE = "{deadline}"
"""The target that marks words as the deadline and makes no link of them."""


def real_links(document: Document) -> Iterator[Link]:
    """The links of a version with words in them, in order of appearance."""
    known = references(document.blocks)
    for block in document.blocks:
        for link in links(block, known):
            if link.text and link.target.strip() != DEADLINE:
                yield link
