"""The cards of announcements in lists."""

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


def cards(locale: LocaleContext, items: Iterable[Announcement], *, filtered: bool = False) -> tuple[Card, ...]:
    """The announcements as cards in the context's language; they have facets only if readers filter by them."""
    return tuple(_card(locale, item, filtered=filtered) for item in items)


def _card(locale: LocaleContext, item: Announcement, *, filtered: bool) -> Card:
    kept = locale.cards.get((item.key, filtered))
    if kept is None:
        kept = _made(locale, item) if filtered else replace(_card(locale, item, filtered=True), facets=())
        locale.cards[item.key, filtered] = kept
    return kept


def _made(locale: LocaleContext, item: Announcement) -> Card:
    source = item.shown(locale.lang)
    assert source is not None  # noqa: S101 - lists hold only what is shown
    summary = source.summary or SlotFiller(locale, item, source).summary()
    known = turns(item.facts, locale.zone) if item.facts.deadline is not None else None
    closed = last_moment(item.facts, locale.zone) is not None and locale.order.group(item) == CLOSED
    return Card(
        kind=locale.kind_label(item.kind, many=False),
        title=Text(source.title, source.lang),
        summary=Text(summary, source.lang) if summary else None,
        href=locale.item_href(item)[0],
        published=locale.moment(item.facts.published),
        opens=locale.moment(item.facts.opens),
        deadline=locale.moment(item.facts.deadline),
        extended=item.facts.extended_from is not None,
        event=event_facts(locale, item, source),
        turns=tuple(map(locale.instant, known or ())),
        closed=closed,
        upcoming=locale.order.group(item) == UPCOMING,
        picture=_picture(locale, item, source),
        audience=_audience(locale, item),
        duration=item.facts.duration,
        results=_results(locale, item) if closed else None,
        facets=facets(locale, item),
        language=language_name(source.lang, locale.lang) if source.lang != locale.lang else "",
        draft=source.header.status == "draft",
        appears=locale.moment(appears_on(item, locale.site.today)),
    )


def _picture(locale: LocaleContext, item: Announcement, source: Source) -> Figure | None:
    image = item.facts.image
    return figure(locale, item, source, image, (Text("", ""), None)) if image else None


def _audience(locale: LocaleContext, item: Announcement) -> tuple[Text, ...]:
    """The people whom it is meant for, in the author's order."""
    terms = {t.id: t for v in locale.site.vocabularies if v.name == AUDIENCE for t in v.terms}
    return tuple(locale.term_text(terms[name]) for name in dict(item.facts.terms).get(AUDIENCE, ()) if name in terms)


def _results(locale: LocaleContext, item: Announcement) -> Link | None:
    """The link to the newest announcement of its results; None if there is none."""
    results = locale.order.newest(locale.site.results.get(item.key, ()))
    return locale.item_link(results[0]) if results else None
