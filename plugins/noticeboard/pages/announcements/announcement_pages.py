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
from noticeboard.pages.front.single_view import RedirectPage
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
from noticeboard.site.outcomes import told_announcements
from noticeboard.site.translation_state import TranslationState, version_state

if TYPE_CHECKING:
    from noticeboard.pages.locale_context import LocaleContext
    from noticeboard.pages.views.text_view import Figure
    from noticeboard.pages.views.view_parts import Alternate
    from noticeboard.site import Announcement, Source


SCHEMAS = {"news": "NewsArticle", "pages": "WebPage", "events": "Event"}
"""The schema.org types of kinds that are not an Article."""


def announcement_pages(edition: LocaleContext) -> list[Page]:
    """The page of every announcement in the context's language, and redirects at former addresses."""
    pages = []
    for item in edition.items:
        pages.append(_page(edition, item))
        pages += [_redirect(edition, item, former) for former in item.facts.moved_from]
    return pages


def _page(edition: LocaleContext, item: Announcement) -> Page:
    source = item.shown(edition.lang)
    assert source is not None  # noqa: S101 - edition.items holds only what is shown
    path = addresses.file_of(addresses.announcement(edition.lang, item))
    related = edition.inputs.faces(edition.lang, edition.related.shown(item, edition.lang))
    return Page(
        path,
        "announcement.html",
        edition.lang,
        partial(_view, edition, item, source),
        edition.inputs.page(edition.lang, path, edition.inputs.version(edition.lang, item), related),
        source.path,
        changed(item, source),
        alternates=partial(_alternates, edition, item) if source.lang == edition.lang else None,
    )


def _alternates(edition: LocaleContext, item: Announcement) -> tuple[Alternate, ...]:
    return version_alternates(edition, item).alternates


def _view(edition: LocaleContext, item: Announcement, source: Source) -> AnnouncementPage:
    filler = SlotFiller(edition, item, source)
    return AnnouncementPage(
        frame=page_frame(edition, within=item.kind.name),
        address=_address(edition, item, source),
        kind=edition.kind_label(item.kind, many=False) if item.kind.listed else None,
        title=Text(source.title, source.lang),
        description=Text(source.summary or filler.summary(), source.lang),
        figure=_lead_picture(edition, item, source),
        prose=filler.prose(),
        documents=filler.documents(),
        fallback=_fallback(edition, item, source),
        draft=source.header.status == "draft",
        appears=edition.moment(appears_on(item, edition.site.today)),
        published=edition.moment(item.facts.published) if item.kind.listed else None,
        updated=edition.moment(source.header.updated),
        answering=answering(edition, item),
        terms=_terms(edition, item),
        surveys=_told(edition, item),
        results=_results(edition, item),
        schema=SCHEMAS.get(item.kind.like, "Article"),
        event=event_facts(edition, item, source),
        contact=edition.contact(item.facts.contact),
        original=_original(item, source),
        outdated=_outdated(edition, item, source),
        facets=search_facets(edition, item),
        easy_read=_beside(edition, item, source, source.header.easy_read),
        sign_language=_beside(edition, item, source, source.header.sign_language),
        related=cards(edition, edition.related.shown(item, edition.lang)),
    )


def _beside(edition: LocaleContext, item: Announcement, source: Source, value: str) -> str:
    """The address of a file beside the text, as it is published; an address as it is."""
    file = document_for(f"{item.key}/{value}", source.lang, edition.site.files)
    return edition.href(addresses.document(file)) if file else value


def _original(item: Announcement, source: Source) -> str:
    """The language of the original that this one goes back to, as far as readers can see it."""
    return next((s.lang for s in item.lineage(source)[-1:] if s.lang in item.versions), "")


def _outdated(edition: LocaleContext, item: Announcement, source: Source) -> Link | None:
    """The original where it has changed since the reader's own version was made; readers are told of nothing else."""
    seen = item.as_seen
    how = version_state(seen, source.lang, edition.site.today) if source.lang == edition.lang else None
    lineage = seen.lineage(source) if how and (how.state is TranslationState.OUTDATED or how.behind) else ()
    if not lineage:
        return None
    original = lineage[-1]
    href = edition.href(addresses.announcement(original.lang, item))
    return Link(Text(original.title, original.lang), href, original.lang)


def _address(edition: LocaleContext, item: Announcement, source: Source) -> Address:
    borrowed = source.lang != edition.lang
    kind = edition.kind_label(item.kind, many=True)
    above = [Link(kind, edition.href(addresses.listing(edition.lang, item.kind.name)))]
    shared = version_alternates(edition, item)
    return Address(
        canonical=edition.absolute(addresses.announcement(source.lang, item)),
        alternates=() if borrowed else shared.alternates,
        switcher=with_current(shared.switcher, edition.lang),
        breadcrumb=(
            edition.home,
            *(above if item.kind.listed else ()),
            Link(Text(source.title, source.lang), ""),
        ),
    )


def _lead_picture(edition: LocaleContext, item: Announcement, source: Source) -> Figure | None:
    image = item.facts.image
    if not image:
        return None
    return figure(edition, item, source, image, (Text(source.alt, source.lang), None))


def _fallback(edition: LocaleContext, item: Announcement, source: Source) -> Fallback | None:
    if source.lang == edition.lang:
        return None
    return Fallback(
        language=language_name(source.lang, edition.lang),
        expected=edition.moment(dict(item.facts.expected).get(edition.lang)),
    )


def _terms(edition: LocaleContext, item: Announcement) -> tuple[TermGroup, ...]:
    used = dict(item.facts.terms)
    groups = []
    for vocabulary in edition.site.vocabularies:
        known = vocabulary.by_id
        links = [edition.term_link(vocabulary, known[i]) for i in used.get(vocabulary.name, ())]
        if links:
            groups.append(TermGroup(edition.heading(vocabulary), tuple(links), vocabulary.name))
    return tuple(groups)


def _told(edition: LocaleContext, item: Announcement) -> tuple[Link, ...]:
    """The announcements whose outcome the page tells."""
    return tuple(edition.item_link(told) for told in told_announcements(item, edition.site.announcements))


def _results(edition: LocaleContext, item: Announcement) -> tuple[Link, ...]:
    return tuple(edition.item_link(other) for other in edition.results.get(item.key, ()))


def _redirect(edition: LocaleContext, item: Announcement, former: str) -> Page:
    path = addresses.announcement(edition.lang, item)
    view = RedirectPage(
        lang=edition.lang,
        dir=page_frame(edition).dir,
        title=edition.title(item),
        href=edition.href(path),
        canonical=edition.absolute(path),
    )
    file = addresses.file_of(addresses.moved(edition.lang, former))
    return Page.showing(file, "redirect.html", view, f"{item.sources[0].path} (moved_from)")
