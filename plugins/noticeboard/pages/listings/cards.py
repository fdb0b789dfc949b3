"""An announcement as it stands in lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from noticeboard.languages.language_names import language_name
from noticeboard.model import Text
from noticeboard.pages.announcements.event_facts import event_facts
from noticeboard.pages.listings.filters import facets
from noticeboard.pages.listings.listing_order import CLOSED, UPCOMING
from noticeboard.pages.listings.listing_view import Card
from noticeboard.pages.text_figures import figure
from noticeboard.pages.text_filler import SlotFiller
from noticeboard.site.appearing import appears_on
from noticeboard.site.lifecycle import last_moment, turns

if TYPE_CHECKING:
    from collections.abc import Iterable

    from noticeboard.pages.locale_context import LocaleContext
    from noticeboard.pages.views.text_view import Figure
    from noticeboard.pages.views.view_parts import Link
    from noticeboard.site import Announcement, Source

AUDIENCE = "audience"
"""The vocabulary that says whom an announcement is meant for."""


def cards(edition: LocaleContext, items: Iterable[Announcement], *, filtered: bool = False) -> tuple[Card, ...]:
    """The announcements as they stand in this edition's lists; facets only where readers filter by them."""
    return tuple(_card(edition, item, filtered=filtered) for item in items)


def _card(edition: LocaleContext, item: Announcement, *, filtered: bool) -> Card:
    kept = edition.cards.get((item.key, filtered))
    if kept is None:
        kept = _made(edition, item) if filtered else replace(_card(edition, item, filtered=True), facets=())
        edition.cards[item.key, filtered] = kept
    return kept


def _made(edition: LocaleContext, item: Announcement) -> Card:
    source = item.shown(edition.lang)
    assert source is not None  # noqa: S101 - lists hold only what is shown
    summary = source.summary or SlotFiller(edition, item, source).summary()
    known = turns(item.facts, edition.zone) if item.facts.deadline is not None else None
    closed = last_moment(item.facts, edition.zone) is not None and edition.order.group(item) == CLOSED
    return Card(
        kind=edition.kind_label(item.kind, many=False),
        title=Text(source.title, source.lang),
        summary=Text(summary, source.lang) if summary else None,
        href=edition.item_href(item)[0],
        published=edition.moment(item.facts.published),
        opens=edition.moment(item.facts.opens),
        deadline=edition.moment(item.facts.deadline),
        extended=item.facts.extended_from is not None,
        event=event_facts(edition, item, source),
        turns=tuple(map(edition.instant, known or ())),
        closed=closed,
        upcoming=edition.order.group(item) == UPCOMING,
        picture=_picture(edition, item, source),
        audience=_audience(edition, item),
        duration=item.facts.duration,
        results=_results(edition, item) if closed else None,
        facets=facets(edition, item),
        language=language_name(source.lang, edition.lang) if source.lang != edition.lang else "",
        draft=source.header.status == "draft",
        appears=edition.moment(appears_on(item, edition.site.today)),
    )


def _picture(edition: LocaleContext, item: Announcement, source: Source) -> Figure | None:
    image = item.facts.image
    return figure(edition, item, source, image, (Text("", ""), None)) if image else None


def _audience(edition: LocaleContext, item: Announcement) -> tuple[Text, ...]:
    """The people whom it is meant for, in the order that its author gave them."""
    terms = {t.id: t for v in edition.site.vocabularies if v.name == AUDIENCE for t in v.terms}
    return tuple(edition.term_text(terms[name]) for name in dict(item.facts.terms).get(AUDIENCE, ()) if name in terms)


def _results(edition: LocaleContext, item: Announcement) -> Link | None:
    """The newest page that tells its outcome."""
    told = edition.order.newest(edition.results.get(item.key, ()))
    return edition.item_link(told[0]) if told else None
