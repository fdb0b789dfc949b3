"""Feeds -> Atom (RFC 4287).

feedgenerator, which writes Pelican's feeds, knows no language but the feed's and takes the clock where a date is
missing, so the elements are made here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from noticeboard.formats.xml_characters import allowed
from noticeboard.formats.xml_tree import BASE, LANG, add, root, written

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.etree import _Element

    from noticeboard.model import Text
    from noticeboard.pages.documents import Category, FeedEntry, FeedPage
    from noticeboard.pages.views.view_parts import Alternate

_ATOM = "http://www.w3.org/2005/Atom"
_FEED_TYPE, _PAGE_TYPE = "application/atom+xml", "text/html"


def feed_file(feed: FeedPage) -> bytes:
    """The feed with its entries; texts in another language than the feed's carry their own."""
    element = root("feed", {None: _ATOM}, feed.lang)
    add(element, "id", feed.id)
    _text(element, "title", feed.title, feed.lang)
    if feed.subtitle:
        _text(element, "subtitle", feed.subtitle, feed.lang)
    add(element, "updated", feed.updated)
    add(add(element, "author"), "name", feed.author.text)
    _link(element, "alternate", _PAGE_TYPE, feed.home)
    _link(element, "self", _FEED_TYPE, feed.href)
    for alternate in feed.alternates:
        _link(element, "alternate", _FEED_TYPE, alternate.href, alternate.hreflang)
    for entry in feed.entries:
        _entry(add(element, "entry"), entry, feed.lang)
    return written(element)


def _entry(element: _Element, entry: FeedEntry, lang: str) -> None:
    add(element, "id", entry.id)
    _text(element, "title", entry.title, lang)
    add(element, "published", entry.published)
    add(element, "updated", entry.updated)
    _link(element, "alternate", _PAGE_TYPE, entry.href)
    _versions(element, entry.alternates, lang)
    for category in entry.categories:
        _category(element, category, lang)
    if entry.summary:
        _text(element, "summary", entry.summary, lang)
    if entry.content:
        attributes = {"type": "html", LANG: _other(entry.title, lang), BASE: entry.href}
        add(element, "content", entry.content, attributes)


def _versions(element: _Element, alternates: Iterable[Alternate], lang: str) -> None:
    """The language versions, the feed's own language last.

    Programs that look for one page take the first alternate or the last; both lead to the page in the feed's language.
    """
    for alternate in sorted(alternates, key=lambda a: a.hreflang == lang):
        _link(element, "alternate", _PAGE_TYPE, alternate.href, alternate.hreflang)


def _link(parent: _Element, rel: str, kind: str, href: str, hreflang: str = "") -> None:
    add(parent, "link", attributes={"rel": rel, "type": kind, "hreflang": hreflang, "href": href})


def _category(parent: _Element, category: Category, lang: str) -> None:
    label = allowed(category.label.text)
    attributes = {"term": category.term, "scheme": category.scheme, "label": label, LANG: _other(category.label, lang)}
    add(parent, "category", attributes=attributes)


def _text(parent: _Element, name: str, text: Text, lang: str) -> None:
    add(parent, name, text.text, {"type": "text", LANG: _other(text, lang)})


def _other(text: Text, lang: str) -> str:
    """The text's language if it is not the feed's."""
    return text.lang if text.lang != lang else ""
