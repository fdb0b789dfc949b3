"""What a page says of itself in the words of schema.org, as JSON-LD 1.1.

Addresses are resolved against the page's canonical one, so they are absolute where that is. Texts in the page's
language are plain strings; others carry their own (JSON-LD 1.1, section 4.2.4).
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from markupsafe import Markup

from noticeboard.formats.announcement_nodes import article_node, event_node
from noticeboard.formats.datasets import datasets
from noticeboard.formats.json_ld import filled, full, publisher_node, said, site_id
from noticeboard.pages.announcements.announcement_view import AnnouncementPage
from noticeboard.pages.listings.listing_view import FrontPage

if TYPE_CHECKING:
    from noticeboard.formats.json_ld import Node
    from noticeboard.pages.views.page import Framed
    from noticeboard.pages.views.view_parts import Link

_NO_MARKUP = tuple((character, f"\\u{ord(character):04x}") for character in "<>&\u2028\u2029")
"""What could end a script element or begin a comment in it, with JSON's own escapes (HTML, section 4.12.1.3)."""


def structured_data(page: Framed) -> Markup:
    """The JSON-LD of a page, safe inside a script element; "" for pages that search engines leave out."""
    if not (page.address.indexed and page.address.canonical) or _is_borrowed(page):
        return Markup("")
    nodes: list[Node] = []
    if isinstance(page, AnnouncementPage):
        nodes += [event_node(page) if page.event else article_node(page), *datasets(page)]
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
            "@id": site_id(page),
            "url": page.address.canonical,
            "name": said(frame.platform, frame.lang),
            "description": said(frame.tagline, frame.lang) if frame.tagline else None,
            "inLanguage": frame.lang,
            "publisher": publisher_node(frame),
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


def _is_borrowed(page: Framed) -> bool:
    """Whether the page's text is another page's, which says of itself what there is to say."""
    return isinstance(page, AnnouncementPage) and page.fallback is not None
