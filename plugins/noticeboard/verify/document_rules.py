"""What can be wrong in a page as a document: its head, its language, its outline and its ids."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from noticeboard.languages.tags import is_tag
from noticeboard.model import Location, Problem, error, warning
from noticeboard.verify.page_elements import accessible_name, is_inert, place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from noticeboard.model import Problem
    from noticeboard.verify.parsed_page import ParsedPage

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_POINTING = ("aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "headers", "list", "form")
_RIGHT_TO_LEFT = frozenset({"ar", "dv", "fa", "he", "ps", "ur", "yi"})
_VIEWPORT = 'Write <meta name="viewport" content="width=device-width, initial-scale=1"> in the head.'


def _doctype(tree: ParsedPage) -> Iterator[Problem]:
    if not tree.doctype:
        message, hint = "The page does not begin with <!doctype html>.", "Let the template begin with it."
        yield error(Location(tree.path), "missing-doctype", message, hint)


def _lang(tree: ParsedPage) -> Iterator[Problem]:
    if not tree.root.get("lang"):
        message, hint = "<html> does not say the page's language.", 'Write <html lang="…">.'
        yield error(place(tree, tree.root), "missing-lang", message, hint)
    for element in tree.elements:
        tag = element.get("lang")
        if tag and not is_tag(tag):
            message, hint = 'lang="{tag}" is not a language tag (BCP 47).', "Write one such as nl or pt-BR."
            yield error(place(tree, element), "wrong-lang", message, hint, tag=tag)


def _title(tree: ParsedPage) -> Iterator[Problem]:
    titles = [t for t in tree.named("title") if t.getparent() is not None and t.getparent().tag == "head"]
    if not titles or not (titles[0].text or "").strip():
        message, hint = "The page has no title.", "Fill the block `title` of the template."
        yield error(Location(tree.path), "missing-title", message, hint)
    elif len(titles) > 1:
        yield error(
            place(tree, titles[1]), "several-titles", "The page has {count} titles.", "Keep one.", count=len(titles)
        )


def _head(tree: ParsedPage) -> Iterator[Problem]:
    metas = list(tree.named("meta"))
    if not any(m.get("charset") or "charset" in m.get("content", "") for m in metas):
        message, hint = "The page does not say its character encoding.", 'Write <meta charset="utf-8"> in the head.'
        yield error(Location(tree.path), "missing-charset", message, hint)
    if not any(m.get("name", "").lower() == "viewport" for m in metas):
        message, hint = (
            "Without a viewport, telephones show the page as if it were as wide as a desk's screen.",
            _VIEWPORT,
        )
        yield error(Location(tree.path), "missing-viewport", message, hint)


def _headings(tree: ParsedPage) -> Iterator[Problem]:
    found = [h for h in tree.named(*_HEADINGS) if not is_inert(h)]
    first = [h for h in found if h.tag == "h1"]
    if not first:
        yield error(Location(tree.path), "missing-h1", "The page has no <h1>.", "Give its main heading that level.")
    for heading in first[1:]:
        message, hint = "The page has {count} <h1>.", "Keep one; the others are <h2>."
        yield error(place(tree, heading), "several-h1", message, hint, count=len(first))
    for before, after in pairwise(found):
        if int(after.tag[1]) > int(before.tag[1]) + 1:
            message, hint = "<{after}> follows <{before}>: a level is left out.", "Use the next level."
            yield warning(place(tree, after), "skipped-heading", message, hint, after=after.tag, before=before.tag)
    for heading in found:
        if not accessible_name(heading):
            yield error(place(tree, heading), "empty-heading", "A heading has no words.", "Write them, or take it out.")


def _main(tree: ParsedPage) -> Iterator[Problem]:
    if len(list(tree.named("main"))) != 1:
        message, hint = "The page has {count} <main>, not one.", "Put what is the page's own into one."
        yield error(Location(tree.path), "missing-main", message, hint, count=len(list(tree.named("main"))))


def _ids(tree: ParsedPage) -> Iterator[Problem]:
    counted = Counter(e.get("id") for e in tree.elements if e.get("id") is not None)
    for element in tree.elements:
        if counted.get(element.get("id"), 0) > 1:
            message, hint = 'id="{id}" appears {count} times on the page.', "Give each element an id of its own."
            name = element.get("id")
            yield error(place(tree, element), "duplicate-id", message, hint, id=name, count=counted.pop(name))
    known = {e.get("id") for e in tree.elements}
    for element in tree.elements:
        pointing = [(name, element.get(name)) for name in _POINTING if element.get(name)]
        pointing += [("for", element.get("for"))] if element.tag in ("label", "output") and element.get("for") else []
        for name, value in pointing:
            for missing in (part for part in value.split() if part not in known):
                message, hint = '{name}="{id}" names an id that is not on the page.', "Correct one of the two."
                yield error(place(tree, element), "broken-reference", message, hint, name=name, id=missing)


def _directions(tree: ParsedPage) -> Iterator[Problem]:
    if tree.root.get("lang", "").split("-")[0] in _RIGHT_TO_LEFT and tree.root.get("dir") != "rtl":
        message, hint = (
            "The page's language is written from right to left, and <html> does not say so.",
            'Write dir="rtl".',
        )
        yield error(place(tree, tree.root), "missing-direction", message, hint)


ON_EVERY_PAGE = (_doctype, _lang, _title, _ids, _directions)
"""Rules for every page."""

ON_PAGES_FOR_READERS = (_head, _headings, _main)
"""Rules for pages that do not only send readers on."""
