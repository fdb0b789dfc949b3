"""The surveys below a text: those that share the most terms with it, open ones first."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from noticeboard.pages.listings.listing_order import ListingOrder
    from noticeboard.site import Announcement, Site

SHOWN = 3
"""How many a page shows at most."""

KNOWN = 12
"""How many surveys of a term are considered and kept for a text: more than SHOWN, as not every language has all."""


@dataclass(frozen=True)
class RelatedSurveys:
    """The related surveys of each announcement at one instant, found when they are first asked for."""

    site: Site
    order: ListingOrder
    _found: dict[str, tuple[Announcement, ...]] = field(default_factory=dict)

    def shown(self, item: Announcement, lang: str) -> tuple[Announcement, ...]:
        """The surveys to show below the announcement in a language, the most related first; at most SHOWN."""
        if item.key not in self._found:
            self._found[item.key] = tuple(self._related(item))
        return tuple(islice((other for other in self._found[item.key] if other.shown(lang)), SHOWN))

    def _related(self, item: Announcement) -> list[Announcement]:
        own = {item.key, *(survey.key for survey in self.site.surveys.of(item))}
        common = Counter(key for term in _terms(item) for key in self._by_term.get(term, ()) if key not in own)
        found = self.order.ahead(self.site.announcements[key] for key in common)
        return sorted(found, key=lambda other: (self.order.group(other), -common[other.key]))[:KNOWN]

    @cached_property
    def _by_term(self) -> dict[tuple[str, str], list[str]]:
        """The keys of the first surveys of each term, in the order of lists."""
        by_term: dict[tuple[str, str], list[str]] = {}
        dated = (item for item in self.site.announcements.values() if item.facts.deadline and item.kind.listed)
        for item in self.order.ahead(dated):
            for term in _terms(item):
                keys = by_term.setdefault(term, [])
                if len(keys) < KNOWN:
                    keys.append(item.key)
        return by_term


def _terms(item: Announcement) -> list[tuple[str, str]]:
    return [(vocabulary, term) for vocabulary, terms in item.facts.terms for term in terms]
