"""Footnotes of an HTML page: a mark that links to a note, and a note that links back to its mark."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.html import HtmlElement

_MOST = 1000
"""Notes of a page."""
_LINKS = 20
"""Links of a note that are looked at."""
_BODIES = ("li", "aside", "dd", "p", "div", "td", "tr")


class PageNotes(NamedTuple):
    """The footnotes of a page: the number of each mark, the body of each number, and the links that lead back."""

    marks: Mapping[HtmlElement, int]
    bodies: Mapping[int, HtmlElement]
    returns: frozenset[HtmlElement]


def page_notes(main: HtmlElement) -> PageNotes:
    """The footnotes, numbered by their marks; a note to which several marks lead has the number of the first."""
    named, order = _named(main), {element: at for at, element in enumerate(main.iter())}
    marks: dict[HtmlElement, int] = {}
    bodies: dict[int, HtmlElement] = {}
    returns: set[HtmlElement] = set()
    numbers: dict[HtmlElement, int] = {}
    for link in main.iter("a"):
        body = _body(link, named)
        # Notes come after their marks; the link from a note back to its mark is no mark.
        if body is None or order[body] < order[link] or len(numbers) == _MOST:
            continue
        number = numbers.setdefault(body, len(numbers) + 1)
        marks[link], bodies[number] = number, body
        returns |= {one for one in _links(body) if _leads_to(one, link)}
    return PageNotes(marks, bodies, frozenset(returns))


def _named(main: HtmlElement) -> dict[str, HtmlElement]:
    names: dict[str, HtmlElement] = {}
    for element in main.iter():
        if isinstance(element.tag, str):
            for name in (element.get("id"), element.get("name") if element.tag == "a" else None):
                names.setdefault(name or "", element)
    names.pop("", None)
    return names


def _body(link: HtmlElement, named: Mapping[str, HtmlElement]) -> HtmlElement | None:
    """The note to which a link leads, where a link in it leads back."""
    target = named.get((link.get("href") or "").removeprefix("#")) if (link.get("href") or "").startswith("#") else None
    if target is None or target is link:
        return None
    body = target
    while body is not None and body.tag not in _BODIES:
        body = body.getparent()
    if body is None or link in body.iterdescendants():
        return None
    return body if any(_leads_to(one, link) for one in _links(body)) else None


def _links(body: HtmlElement) -> list[HtmlElement]:
    return list(islice(body.iter("a"), _LINKS))


def _leads_to(link: HtmlElement, mark: HtmlElement) -> bool:
    names, around = set(), mark
    for _ in range(3):
        names |= {around.get("id"), around.get("name")}
        around = around.getparent()
        if around is None or around.tag not in ("sup", "span", "a"):
            break
    href = link.get("href") or ""
    return href.startswith("#") and len(href) > 1 and href[1:] in names
