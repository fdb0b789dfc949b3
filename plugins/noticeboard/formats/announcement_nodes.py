"""An announcement in the words of schema.org: an article or an event, with its picture, organisers and translations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from noticeboard.formats.json_ld import filled, full, publisher_node, said, site_id
from noticeboard.pages.views.view_parts import OrganisationLink

if TYPE_CHECKING:
    from noticeboard.formats.json_ld import Node
    from noticeboard.pages.announcements.announcement_view import AnnouncementPage
    from noticeboard.pages.views.text_view import Figure
    from noticeboard.pages.views.view_parts import Link


_AUDIENCE = "audience"


_ORGANISERS = "organisers"


def article_node(page: AnnouncementPage) -> Node:
    """The announcement as an article of its type at schema.org."""
    here = page.frame.lang
    stated = {
        "@type": page.schema,
        "@id": page.address.canonical,
        "url": page.address.canonical,
        "inLanguage": page.prose.lang,
        "headline": said(page.title, here),
        "description": said(page.description, here) if page.description.text else None,
        "datePublished": page.published.iso if page.published else None,
        "dateModified": _modified(page),
        "image": _image(page, page.figure) if page.figure else None,
        "keywords": _terms(page, among_audience=False),
        "audience": [{"@type": "Audience", "audienceType": t} for t in _terms(page, among_audience=True)],
        "author": _organisers(page),
        "expires": page.answering.deadline.iso if page.answering and page.answering.deadline else None,
        "publisher": publisher_node(page.frame),
        "isPartOf": {"@id": site_id(page)},
    }
    return filled(stated | _translations(page))


def event_node(page: AnnouncementPage) -> Node:
    """The announcement as an event; the page must have one."""
    here, event = page.frame.lang, page.event
    assert event is not None  # noqa: S101 - only events come here
    stated = {
        "@type": page.schema,
        "@id": page.address.canonical,
        "url": page.address.canonical,
        "inLanguage": page.prose.lang,
        "name": said(page.title, here),
        "description": said(page.description, here) if page.description.text else None,
        "startDate": event.when.iso,
        "endDate": event.ends,
        "location": _place(page, event.place) if event.place else None,
        "eventAttendanceMode": f"https://schema.org/{_mode(event.place)}" if event.place else None,
        "image": _image(page, page.figure) if page.figure else None,
        "keywords": _terms(page, among_audience=False),
        "audience": [{"@type": "Audience", "audienceType": t} for t in _terms(page, among_audience=True)],
        "organizer": _organisers(page) or publisher_node(page.frame),
    }
    return filled(stated | _translations(page))


def _place(page: AnnouncementPage, place: Link) -> Node:
    if place.href:
        return {"@type": "VirtualLocation", "url": place.href}
    name = said(place.text, page.frame.lang)
    return {"@type": "Place", "name": name, "address": name}


def _mode(place: Link) -> str:
    return "OnlineEventAttendanceMode" if place.href else "OfflineEventAttendanceMode"


def _organisers(page: AnnouncementPage) -> list[Node]:
    """Who runs it: the terms of the vocabulary of organisers."""
    groups = (group for group in page.terms if group.name == _ORGANISERS)
    return [_organisation(page, term) for group in groups for term in group.terms]


def _organisation(page: AnnouncementPage, term: Link) -> Node:
    node: Node = {"@type": "Organization", "name": said(term.text, page.frame.lang)}
    if not isinstance(term, OrganisationLink):
        return node
    logo = full(page, term.logo.src) if term.logo else ""
    return filled(node | {"url": term.website.href if term.website else "", "logo": logo})


def _modified(page: AnnouncementPage) -> str | None:
    moment = page.updated or page.published
    return moment.iso if moment else None


def _image(page: AnnouncementPage, figure: Figure) -> Node:
    return filled(
        {
            "@type": "ImageObject",
            "url": full(page, figure.largest or figure.src),
            "width": figure.width,
            "height": figure.height,
            "caption": said(figure.alt, page.frame.lang),
            "creditText": said(figure.credit, page.frame.lang),
        }
    )


def _terms(page: AnnouncementPage, *, among_audience: bool) -> list[str | Node]:
    subjects = (group for group in page.terms if group.name != _ORGANISERS)
    groups = (group for group in subjects if (group.name == _AUDIENCE) is among_audience)
    return [said(term.text, page.frame.lang) for group in groups for term in group.terms]


def _translations(page: AnnouncementPage) -> Node:
    """The language versions, named by what each is: the original that this one translates, or its translations.

    An original that was written beside another one counts among its translations.
    """
    original = page.original or page.prose.lang
    versions = {a.hreflang: a.href for a in page.address.alternates if a.hreflang != "x-default"}
    others = [_version(page, lang, href) for lang, href in versions.items() if lang != original]
    if page.original not in versions:
        return {"workTranslation": others}
    return {"translationOfWork": {**_version(page, original, versions[original]), "workTranslation": others}}


def _version(page: AnnouncementPage, lang: str, href: str) -> Node:
    return {"@type": page.schema, "@id": href, "inLanguage": lang}
