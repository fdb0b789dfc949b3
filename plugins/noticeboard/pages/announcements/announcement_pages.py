"""An announcement in every language: its versions, and fallback pages where a wanted one is missing."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from noticeboard.languages.language_names import language_name
from noticeboard.model import Text
from noticeboard.pages import addresses
from noticeboard.pages.alternates import with_current
from noticeboard.pages.announcements.announcement_view import AnnouncementPage, Fallback
from noticeboard.pages.announcements.answer_box import answering
from noticeboard.pages.announcements.event_facts import event_facts
from noticeboard.pages.announcements.version_alternates import version_alternates
from noticeboard.pages.change_dates import changed
from noticeboard.pages.front.front_view import RedirectPage
from noticeboard.pages.listings.cards import cards
from noticeboard.pages.listings.filters import search_facets
from noticeboard.pages.page_frame import page_frame
from noticeboard.pages.text_figures import figure
from noticeboard.pages.text_filler import SlotFiller
from noticeboard.pages.views.frame_view import Address
from noticeboard.pages.views.page import Page
from noticeboard.pages.views.view_parts import Link, TermGroup
from noticeboard.site.appearing import appears_on
from noticeboard.site.file_usage import document_for
from noticeboard.site.translation_state import TranslationState, version_state

if TYPE_CHECKING:
    from noticeboard.pages.locale_context import LocaleContext
    from noticeboard.pages.views.text_view import Figure
    from noticeboard.pages.views.view_parts import Alternate
    from noticeboard.site import Announcement, Source


SCHEMAS = {"news": "NewsArticle", "pages": "WebPage", "events": "Event"}
"""The schema.org types of kinds that are not an Article."""


def announcement_pages(locale: LocaleContext) -> list[Page]:
    """The page of every announcement in the context's language, and redirects at former addresses."""
    pages = []
    for item in locale.items:
        pages.append(_page(locale, item))
        pages += [_redirect(locale, item, former) for former in item.facts.moved_from]
    return pages


def _page(locale: LocaleContext, item: Announcement) -> Page:
    source = item.shown(locale.lang)
    assert source is not None  # noqa: S101 - locale.items holds only what is shown
    path = addresses.file_of(addresses.announcement(locale.lang, item))
    related = locale.cache_keys.cards(locale.lang, locale.related.shown(item, locale.lang))
    return Page(
        path,
        "announcement.html",
        locale.lang,
        partial(_view, locale, item, source),
        locale.cache_keys.page(locale.lang, path, locale.cache_keys.version(locale.lang, item), related),
        source.path,
        changed(item, source),
        alternates=partial(_alternates, locale, item) if source.lang == locale.lang else None,
    )


def _alternates(locale: LocaleContext, item: Announcement) -> tuple[Alternate, ...]:
    return version_alternates(locale, item).alternates


def _view(locale: LocaleContext, item: Announcement, source: Source) -> AnnouncementPage:
    filler = SlotFiller(locale, item, source)
    return AnnouncementPage(
        frame=page_frame(locale, within=item.kind.name),
        address=_address(locale, item, source),
        kind=locale.kind_label(item.kind, many=False) if item.kind.listed else None,
        title=Text(source.title, source.lang),
        description=Text(source.summary or filler.summary(), source.lang),
        figure=_lead_picture(locale, item, source),
        prose=filler.prose(),
        documents=filler.documents(),
        fallback=_fallback(locale, item, source),
        draft=source.header.status == "draft",
        appears=locale.moment(appears_on(item, locale.site.today)),
        published=locale.moment(item.facts.published) if item.kind.listed else None,
        updated=locale.moment(source.header.updated),
        answering=answering(locale, item),
        terms=_terms(locale, item),
        surveys=_surveys(locale, item),
        results=_results(locale, item),
        schema=SCHEMAS.get(item.kind.like, "Article"),
        event=event_facts(locale, item, source),
        contact=locale.contact(item.facts.contact),
        original=_original(item, source),
        outdated=_outdated(locale, item, source),
        facets=search_facets(locale, item),
        easy_read=_beside(locale, item, source, source.header.easy_read),
        sign_language=_beside(locale, item, source, source.header.sign_language),
        related=cards(locale, locale.related.shown(item, locale.lang)),
    )


def _beside(locale: LocaleContext, item: Announcement, source: Source, value: str) -> str:
    """The published address of a file beside the text; a value that names no file is returned as it is."""
    file = document_for(f"{item.key}/{value}", source.lang, locale.site.files)
    return locale.href(addresses.document(file)) if file else value


def _original(item: Announcement, source: Source) -> str:
    """The language of the original that this version goes back to; "" if it is one itself or readers cannot see it."""
    return next((s.lang for s in item.lineage(source)[-1:] if s.lang in item.versions), "")


def _outdated(locale: LocaleContext, item: Announcement, source: Source) -> Link | None:
    """The link to the original, if that has changed since the reader's own version was made; else None."""
    seen = item.as_seen
    found = version_state(seen, source.lang, locale.site.today) if source.lang == locale.lang else None
    lineage = seen.lineage(source) if found and (found.state is TranslationState.OUTDATED or found.behind) else ()
    if not lineage:
        return None
    original = lineage[-1]
    href = locale.href(addresses.announcement(original.lang, item))
    return Link(Text(original.title, original.lang), href, original.lang)


def _address(locale: LocaleContext, item: Announcement, source: Source) -> Address:
    borrowed = source.lang != locale.lang
    kind = locale.kind_label(item.kind, many=True)
    above = [Link(kind, locale.href(addresses.listing(locale.lang, item.kind.name)))]
    links = version_alternates(locale, item)
    return Address(
        canonical=locale.absolute(addresses.announcement(source.lang, item)),
        alternates=() if borrowed else links.alternates,
        switcher=with_current(links.switcher, locale.lang),
        breadcrumb=(
            locale.home,
            *(above if item.kind.listed else ()),
            Link(Text(source.title, source.lang), ""),
        ),
    )


def _lead_picture(locale: LocaleContext, item: Announcement, source: Source) -> Figure | None:
    image = item.facts.image
    if not image:
        return None
    return figure(locale, item, source, image, (Text(source.alt, source.lang), None))


def _fallback(locale: LocaleContext, item: Announcement, source: Source) -> Fallback | None:
    if source.lang == locale.lang:
        return None
    return Fallback(
        language=language_name(source.lang, locale.lang),
        expected=locale.moment(dict(item.facts.expected).get(locale.lang)),
    )


def _terms(locale: LocaleContext, item: Announcement) -> tuple[TermGroup, ...]:
    used = dict(item.facts.terms)
    groups = []
    for vocabulary in locale.site.vocabularies:
        known = vocabulary.by_id
        links = [locale.term_link(vocabulary, known[i]) for i in used.get(vocabulary.name, ())]
        if links:
            groups.append(TermGroup(locale.heading(vocabulary), tuple(links), vocabulary.name))
    return tuple(groups)


def _surveys(locale: LocaleContext, item: Announcement) -> tuple[Link, ...]:
    """The links to the surveys whose results these are."""
    return tuple(locale.item_link(survey) for survey in locale.site.surveys.of(item))


def _results(locale: LocaleContext, item: Announcement) -> tuple[Link, ...]:
    return tuple(locale.item_link(other) for other in locale.site.results.get(item.key, ()))


def _redirect(locale: LocaleContext, item: Announcement, former: str) -> Page:
    path = addresses.announcement(locale.lang, item)
    view = RedirectPage(
        lang=locale.lang,
        dir=page_frame(locale).dir,
        title=locale.title(item),
        href=locale.href(path),
        canonical=locale.absolute(path),
    )
    file = addresses.file_of(addresses.moved(locale.lang, former))
    return Page.showing(file, "redirect.html", view, f"{item.sources[0].path} (moved_from)")
