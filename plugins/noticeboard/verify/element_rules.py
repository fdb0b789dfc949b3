"""What can be wrong in the elements of a page: pictures, fields, links, tables, code and data."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from noticeboard.model import Problem, error, warning
from noticeboard.verify.page_elements import accessible_name, is_hidden, is_inert, place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

    from noticeboard.verify.parsed_page import ParsedPage

_UNLABELLED = frozenset({"hidden", "submit", "button", "reset", "image"})
_DATA = ("application/ld+json", "application/json", "speculationrules", "importmap")


def _pictures(tree: ParsedPage) -> Iterator[Problem]:
    for picture in tree.named("img", "area"):
        if picture.get("alt") is None and not is_hidden(picture) and not picture.get("aria-label"):
            message, hint = "<{tag}> has no alt.", 'Say what it shows, or write alt="" where it only decorates.'
            yield error(place(tree, picture), "missing-alt", message, hint, tag=picture.tag)
    for frame in tree.named("iframe"):
        if not frame.get("title"):
            yield error(place(tree, frame), "missing-frame-title", "<iframe> has no title.", "Say what is in it.")


def _controls(tree: ParsedPage) -> Iterator[Problem]:
    labelled = {label.get("for") for label in tree.named("label")}
    for control in tree.named("input", "select", "textarea"):
        if control.get("type", "").lower() in _UNLABELLED or is_inert(control):
            continue
        inside = any(a.tag == "label" for a in control.iterancestors())
        named = control.get("aria-label") or control.get("aria-labelledby") or control.get("title")
        if not (inside or named or control.get("id") in labelled):
            message, hint = "<{tag}> has no label.", "Write <label for=…>, or aria-label."
            yield error(place(tree, control), "unlabelled-field", message, hint, tag=control.tag)


def _links(tree: ParsedPage) -> Iterator[Problem]:
    for element in tree.named("a", "button"):
        if (element.tag == "button" or element.get("href") is not None) and not is_inert(element):
            if not accessible_name(element):
                message, hint = "<{tag}> has no words that a screen reader could say.", "Write them, or aria-label."
                yield error(place(tree, element), "nameless-link", message, hint, tag=element.tag)
            if element.get("href", "").lower().startswith("http:"):
                message, hint = "The link to {address} is not encrypted.", "Write https://."
                yield warning(place(tree, element), "insecure-link", message, hint, address=element.get("href"))
        if element.get("href", "").strip().lower().startswith("javascript:"):
            yield _inline(tree, element, "a link")


def _code(tree: ParsedPage) -> Iterator[Problem]:
    for element in tree.elements:
        if any(name.startswith("on") for name in element.attrib):
            yield _inline(tree, element, "an attribute")
        elif element.get("style") is not None:
            yield _inline(tree, element, "a style attribute")
        elif element.tag == "style" and not is_inert(element):
            yield _inline(tree, element, "<style>")
        elif element.tag == "script" and not element.get("src") and element.get("type", "").lower() not in _DATA:
            yield _inline(tree, element, "<script>")


def _inline(tree: ParsedPage, element: HtmlElement, kind: str) -> Problem:
    message = "There is code in {kind} of <{tag}>, which the Content-Security-Policy blocks."
    hint = "Put it into a file of its own."
    return error(place(tree, element), "inline-code", message, hint, kind=kind, tag=element.tag)


def _data(tree: ParsedPage) -> Iterator[Problem]:
    for script in tree.named("script"):
        if script.get("type", "").lower() in _DATA:
            try:
                json.loads(script.text or "")
            except ValueError:
                message, hint = (
                    "What the page says to search engines is not JSON.",
                    "Correct the template that writes it.",
                )
                yield error(place(tree, script), "broken-data", message, hint)


def _tables(tree: ParsedPage) -> Iterator[Problem]:
    for table in tree.named("table"):
        if table.get("role") not in ("presentation", "none") and not any(True for _ in table.iter("th")):
            message, hint = "A table has no header cells.", "Make the cells that name rows or columns <th>."
            yield warning(place(tree, table), "headless-table", message, hint)


def _order(tree: ParsedPage) -> Iterator[Problem]:
    for element in tree.elements:
        if element.get("tabindex", "").strip().isdigit() and int(element.get("tabindex")) > 0:
            message, hint = 'tabindex="{value}" changes the order of the page for keyboards.', 'Write tabindex="0".'
            yield warning(place(tree, element), "changed-order", message, hint, value=element.get("tabindex"))


ON_EVERY_PAGE = (_code, _data)
"""Rules for every page."""

ON_PAGES_FOR_READERS = (_pictures, _controls, _links, _tables, _order)
"""Rules for pages that do not only send readers on."""
