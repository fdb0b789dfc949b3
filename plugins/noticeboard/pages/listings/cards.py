"""An announcement as it stands in lists."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from noticeboard.languages.language_names import language_name
from noticeboard.model import Text
from noticeboard.pages.listings.filters import facets
from noticeboard.pages.listings.listing_view import Card
from noticeboard.pages.text_filler import SlotFiller
from noticeboard.site.lifecycle import closing, opening

if TYPE_CHECKING:
    from collections.abc import Iterable

    from noticeboard.pages.locale_context import LocaleContext
    from noticeboard.site import Announcement


def cards(edition: LocaleContext, items: Iterable[Announcement], *, filtered: bool = False) -> tuple[Card, ...]:
    """The announcements as they stand in this edition's lists; facets only where readers filter by them."""
    made = (_card(edition, item) for item in items)
    return tuple(card if filtered else replace(card, facets=()) for card in made)


def _card(edition: LocaleContext, item: Announcement) -> Card:
    if item.key not in edition.cards:
        edition.cards[item.key] = _made(edition, item)
    return edition.cards[item.key]


def _made(edition: LocaleContext, item: Announcement) -> Card:
    source = item.shown(edition.lang)
    assert source is not None  # noqa: S101 - lists hold only what is shown
    summary = source.summary or SlotFiller(edition, item, source).summary()
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
