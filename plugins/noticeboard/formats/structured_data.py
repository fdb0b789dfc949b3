"""What a page says of itself in the words of schema.org, as JSON-LD 1.1.

Addresses are resolved against the page's canonical one, so they are absolute where that is. Texts in the page's
language are plain strings; others carry their own (JSON-LD 1.1, section 4.2.4).
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from markupsafe import Markup

from noticeboard.formats.datasets import datasets
from noticeboard.formats.json_ld import filled, full, said
from noticeboard.pages.views import AnnouncementPage, FrontPage, OrganisationLink

if TYPE_CHECKING:
    from noticeboard.formats.json_ld import Node
    from noticeboard.pages.views import Figure, Frame, Framed, Link

_AUDIENCE = "audience"
_ORGANISERS = "organisers"
_NO_MARKUP = tuple((character, f"\\u{ord(character):04x}") for character in "<>&\u2028\u2029")
"""What could end a script element or begin a comment in it, with JSON's own escapes (HTML, section 4.12.1.3)."""


def structured_data(page: Framed) -> Markup:
    """The JSON-LD of a page, safe inside a script element; "" for pages that search engines leave out."""
    if not (page.address.indexed and page.address.canonical) or _is_borrowed(page):
        return Markup("")
    nodes: list[Node] = []
    if isinstance(page, AnnouncementPage):
        nodes += [_event(page) if page.event else _article(page), *datasets(page)]
    if isinstance(page, FrontPage):
        nodes.append(_website(page))
    if page.address.breadcrumb:
        nodes.append(_breadcrumb(page))
    return _encoded({"@context": "https://schema.org", "@graph": nodes}) if nodes else Markup("")


def _encoded(data: Node) -> Markup:
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for character, escape in _NO_MARKUP:
        text = text.replace(character, escape)
    return Markup(text)  # noqa: S704 - nothing in it can end the script element


def _article(page: AnnouncementPage) -> Node:
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
        "publisher": _publisher(page.frame),
        "isPartOf": {"@id": _site_id(page)},
    }
    return filled(stated | _translations(page))


def _event(page: AnnouncementPage) -> Node:
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
        "organizer": _organisers(page) or _publisher(page.frame),
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


def _publisher(frame: Frame) -> Node | None:
    return {"@type": "Organization", "name": said(frame.publisher, frame.lang)} if frame.publisher else None


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


def _breadcrumb(page: Framed) -> Node:
    steps = enumerate(page.address.breadcrumb, start=1)
    return {"@type": "BreadcrumbList", "itemListElement": [_step(page, number, link) for number, link in steps]}


def _step(page: Framed, number: int, link: Link) -> Node:
    """A step of the way; the last is the page itself."""
    return {
        "@type": "ListItem",
        "position": number,
        "name": said(link.text, page.frame.lang),
        "item": full(page, link.href) if link.href else page.address.canonical,
    }


def _website(page: FrontPage) -> Node:
    frame = page.frame
    return filled(
        {
            "@type": "WebSite",
            "@id": _site_id(page),
            "url": page.address.canonical,
            "name": said(frame.platform, frame.lang),
            "description": said(frame.tagline, frame.lang) if frame.tagline else None,
            "inLanguage": frame.lang,
            "publisher": _publisher(frame),
            "potentialAction": _search(page) if frame.search else None,
        }
    )


def _search(page: FrontPage) -> Node:
    template = f"{full(page, page.frame.search)}?q={{search_term_string}}"
    return {
        "@type": "SearchAction",
        "target": {"@type": "EntryPoint", "urlTemplate": template},
        "query-input": "required name=search_term_string",
    }


def _site_id(page: Framed) -> str:
    """The platform in the page's language, named by its front page."""
    return f"{full(page, page.frame.home)}#website"


def _is_borrowed(page: Framed) -> bool:
    """Whether the page's text is another page's, which says of itself what there is to say."""
    return isinstance(page, AnnouncementPage) and page.fallback is not None
