"""The list pages of a corpus. They are the same in every language, because every announcement exists in all of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from benchmarks.corpus import TODAY

if TYPE_CHECKING:
    from collections.abc import Iterable

    from benchmarks.corpus import Announcement, Corpus

NEWEST = 12
"""How many closed announcements the first page of a list shows; the same as in Noticeboard."""


@dataclass(frozen=True, slots=True)
class ListPage:
    """A page of a list. `term` is "" if it lists a kind, `year` is "" on the list's first page."""

    group: str
    term: str
    year: str

    @property
    def listing(self) -> str:
        """The list that the page belongs to: surveys, or audience/teacher."""
        return f"{self.group}/{self.term}" if self.term else self.group

    @property
    def path(self) -> str:
        """The page's address below its language."""
        return f"{self.listing}/{self.year}/" if self.year else f"{self.listing}/"


def list_pages(corpus: Corpus) -> tuple[ListPage, ...]:
    """Every list page of one language, in the order of their addresses.

    A kind has a page for each of its years. A term has such pages only if its first page does not hold everything.
    """
    pages = set()
    for listing, items in _listings(corpus).items():
        first = NEWEST + sum(_running(item) for item in items)
        paged = not listing[1] or first < len(items)
        years = {str(item.published.year) for item in items} if paged else set()
        pages |= {ListPage(*listing, year) for year in ("", *years)}
    return tuple(sorted(pages, key=lambda page: page.path))


def _listings(corpus: Corpus) -> dict[tuple[str, str], list[Announcement]]:
    found: dict[tuple[str, str], list[Announcement]] = {}
    for item in corpus.announcements:
        for listing in _names(item):
            found.setdefault(listing, []).append(item)
    return found


def _names(item: Announcement) -> Iterable[tuple[str, str]]:
    yield item.kind, ""
    for vocabulary, ids in item.terms:
        for term in ids:
            yield vocabulary, term


def _running(item: Announcement) -> bool:
    return item.deadline is not None and item.deadline.isoformat() >= TODAY
