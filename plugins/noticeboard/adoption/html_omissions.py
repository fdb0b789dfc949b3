"""Elements of an HTML page of which nothing goes into the text, and what an editor reads about them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from noticeboard.adoption.html_page import is_around, is_unseen, visible_words

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from noticeboard.adoption.adoption_notes import AdoptionNotes

_LEFT = {
    "form": "A form is not kept. Its words: “{words}”.",
    "iframe": "A frame that shows another page is not kept: {words}.",
    "video": "A video is not kept: {words}.",
    "audio": "A sound recording is not kept: {words}.",
    "object": "An embedded object is not kept: {words}.",
    "embed": "An embedded object is not kept: {words}.",
    "svg": "A drawing in the page is not kept. Its words: “{words}”.",
    "canvas": "A drawing in the page is not kept. Its words: “{words}”.",
    "math": "A formula is not kept as such. Its signs: “{words}”.",
    "button": "A button is not kept. Its words: “{words}”.",
    **dict.fromkeys(("input", "select", "textarea"), "A field of a form is not kept. Its words: “{words}”."),
}
_NAMED_BY_ADDRESS = ("iframe", "video", "audio", "object", "embed")


class Omissions:
    """Decides which elements are left out, and reports those that people see; `elements` are the ones reported."""

    def __init__(self, notes: AdoptionNotes) -> None:
        """Takes the notes that receive the reports."""
        self._notes = notes
        self.elements: set[HtmlElement] = set()

    def is_left_out(self, element: HtmlElement) -> bool:
        """Whether the text contains nothing of the element."""
        if is_unseen(element):
            return True
        message = _LEFT.get(element.tag)
        if message is None and is_around(element):
            message = "What belongs to the website is not kept: “{words}”."
        if message is None:
            return False
        self.elements.add(element)
        words = _description(element)
        if words or element.tag in ("form", "canvas"):
            self._notes.left_out(element.sourceline or 1, message, words or element.tag)
        return True


def _description(element: HtmlElement) -> str:
    """The element's words, else the address of what it shows, else its label; "" without any."""
    named = _address(element) if element.tag in _NAMED_BY_ADDRESS else ""
    labels = (element.get(name) for name in ("aria-label", "placeholder", "value"))
    return str(next(filter(None, (visible_words(element), named, *labels)), ""))


def _address(element: HtmlElement) -> str:
    sources = (source.get("src") for source in element.iter("source"))
    return element.get("src") or element.get("data") or next(sources, None) or ""
