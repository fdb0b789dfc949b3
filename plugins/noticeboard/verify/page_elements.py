"""What rules ask of an element of a page: its place, whether people meet it, and its name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from noticeboard.model import Location

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from noticeboard.verify.parsed_page import ParsedPage


def place(tree: ParsedPage, element: HtmlElement) -> Location:
    """Where the element begins."""
    return Location(tree.path, element.sourceline or 1)


def is_hidden(element: HtmlElement) -> bool:
    """Whether it, or something around it, is hidden."""
    around = (element, *element.iterancestors())
    return any(e.get("aria-hidden") == "true" or e.get("hidden") is not None for e in around)


def is_inert(element: HtmlElement) -> bool:
    """Whether nobody meets it: it is hidden, or waits in a template."""
    return is_hidden(element) or any(a.tag in ("template", "noscript") for a in element.iterancestors())


def accessible_name(element: HtmlElement) -> str:
    """The words by which it is known to assistive technology, roughly (Accessible Name and Description 1.2)."""
    named = element.get("aria-label") or element.get("title") or ""
    if element.get("aria-labelledby"):
        named += element.get("aria-labelledby")
    pictures = " ".join(picture.get("alt") or "" for picture in element.iter("img"))
    titles = " ".join(title.text or "" for title in element.iter("title"))
    return f"{named} {element.text_content()} {pictures} {titles}".strip()
