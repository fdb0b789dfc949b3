"""An announcement as it stands in lists."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from noticeboard.languages.names import language_name
from noticeboard.lifecycle import closing, opening
from noticeboard.model import Text
from noticeboard.pages.filters import facets
from noticeboard.pages.prose import Filler
from noticeboard.pages.views import Card

if TYPE_CHECKING:
    from collections.abc import Iterable

    from noticeboard.pages.edition import Edition
    from noticeboard.site import Announcement


def cards(edition: Edition, items: Iterable[Announcement], *, filtered: bool = False) -> tuple[Card, ...]:
    """The announcements as they stand in this edition's lists; facets only where readers filter by them."""
    made = (_card(edition, item) for item in items)
    return tuple(card if filtered else replace(card, facets=()) for card in made)


def _card(edition: Edition, item: Announcement) -> Card:
    if item.key not in edition.cards:
        edition.cards[item.key] = _made(edition, item)
    return edition.cards[item.key]


def _made(edition: Edition, item: Announcement) -> Card:
    source = item.shown(edition.lang)
    assert source is not None  # noqa: S101 - lists hold only what is shown
    summary = source.summary or Filler(edition, item, source).summary()
    return Card(
        kind=edition.kind_label(item.kind, many=False),
        title=Text(source.title, source.lang),
        summary=Text(summary, source.lang) if summary else None,
        href=edition.item_href(item)[0],
        published=edition.moment(item.facts.published),
        opens=edition.moment(item.facts.opens),
        deadline=edition.moment(item.facts.deadline),
        opens_at=edition.instant(opening(item.facts, edition.zone)),
        closes_at=edition.instant(closing(item.facts, edition.zone)),
        facets=facets(edition, item),
        language=language_name(source.lang, edition.lang) if source.lang != edition.lang else "",
        draft=source.header.status == "draft",
    )
