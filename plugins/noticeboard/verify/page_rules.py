"""What can be wrong in one page: each rule is a function from a parsed page to its problems."""

from __future__ import annotations

import json
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from noticeboard.languages.tags import is_tag
from noticeboard.model import Location, Problem, error, warning

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml.html import HtmlElement

    from noticeboard.verify.interface_words import InterfaceWords
    from noticeboard.verify.parsed_page import ParsedPage

HEAVY = 250_000
"""Bytes of HTML from which a page is heavy: about five times the longest page of the example platform."""

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_UNLABELLED = frozenset({"hidden", "submit", "button", "reset", "image"})
_POINTING = ("aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "headers", "list", "form")
_DATA = ("application/ld+json", "application/json", "speculationrules", "importmap")


def page_problems(tree: ParsedPage, size: int, known: Mapping[str, InterfaceWords]) -> Iterator[Problem]:
    """Every problem of the page alone."""
    for rule in (*_ALWAYS, *(() if _moves(tree) else _PAGES)):
        yield from rule(tree)
    yield from _foreign_words(tree, known)
    if size > HEAVY:
        message, hint = "The page has {size} kB of HTML.", "Split it, or shorten its lists."
        yield warning(Location(tree.path), "heavy-page", message, hint, size=size // 1000)


def _at(tree: ParsedPage, element: HtmlElement) -> Location:
    return Location(tree.path, element.sourceline or 1)


def _moves(tree: ParsedPage) -> bool:
    return any(m.get("http-equiv", "").lower() == "refresh" for m in tree.named("meta"))


def _doctype(tree: ParsedPage) -> Iterator[Problem]:
    if not tree.doctype:
        message, hint = "The page does not begin with <!doctype html>.", "Let the template begin with it."
        yield error(Location(tree.path), "missing-doctype", message, hint)


def _lang(tree: ParsedPage) -> Iterator[Problem]:
    if not tree.root.get("lang"):
        message, hint = "<html> does not say the page's language.", 'Write <html lang="…">.'
        yield error(_at(tree, tree.root), "missing-lang", message, hint)
    for element in tree.elements:
        tag = element.get("lang")
        if tag and not is_tag(tag):
            message, hint = 'lang="{tag}" is no language tag (BCP 47).', "Write one such as nl or pt-BR."
            yield error(_at(tree, element), "wrong-lang", message, hint, tag=tag)


def _title(tree: ParsedPage) -> Iterator[Problem]:
    titles = [t for t in tree.named("title") if t.getparent() is not None and t.getparent().tag == "head"]
    if not titles or not (titles[0].text or "").strip():
        message, hint = "The page has no title.", "Fill the block `title` of the template."
        yield error(Location(tree.path), "missing-title", message, hint)
    elif len(titles) > 1:
        yield error(
            _at(tree, titles[1]), "several-titles", "The page has {count} titles.", "Keep one.", count=len(titles)
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


_VIEWPORT = 'Write <meta name="viewport" content="width=device-width, initial-scale=1"> in the head.'


def _headings(tree: ParsedPage) -> Iterator[Problem]:
    found = [h for h in tree.named(*_HEADINGS) if not _inert(h)]
    first = [h for h in found if h.tag == "h1"]
    if not first:
        yield error(Location(tree.path), "missing-h1", "The page has no <h1>.", "Give its main heading that level.")
    for heading in first[1:]:
        message, hint = "The page has {count} <h1>.", "Keep one; the others are <h2>."
        yield error(_at(tree, heading), "several-h1", message, hint, count=len(first))
    for before, after in pairwise(found):
        if int(after.tag[1]) > int(before.tag[1]) + 1:
            message, hint = "<{after}> follows <{before}>: a level is left out.", "Use the next level."
            yield warning(_at(tree, after), "skipped-heading", message, hint, after=after.tag, before=before.tag)
    for heading in found:
        if not _name(heading):
            yield error(_at(tree, heading), "empty-heading", "A heading has no words.", "Write them, or take it out.")


def _main(tree: ParsedPage) -> Iterator[Problem]:
    if len(list(tree.named("main"))) != 1:
        message, hint = "The page has {count} <main>, not one.", "Put what is the page's own into one."
        yield error(Location(tree.path), "missing-main", message, hint, count=len(list(tree.named("main"))))


def _ids(tree: ParsedPage) -> Iterator[Problem]:
    counted = Counter(e.get("id") for e in tree.elements if e.get("id") is not None)
    for element in tree.elements:
        if counted.get(element.get("id"), 0) > 1:
            message, hint = 'id="{id}" stands {count} times on the page.', "Give each element an id of its own."
            name = element.get("id")
            yield error(_at(tree, element), "duplicate-id", message, hint, id=name, count=counted.pop(name))
    known = {e.get("id") for e in tree.elements}
    for element in tree.elements:
        pointing = [(name, element.get(name)) for name in _POINTING if element.get(name)]
        pointing += [("for", element.get("for"))] if element.tag in ("label", "output") and element.get("for") else []
        for name, value in pointing:
            for missing in (part for part in value.split() if part not in known):
                message, hint = '{name}="{id}" names an id that is not on the page.', "Mend one of the two."
                yield error(_at(tree, element), "broken-reference", message, hint, name=name, id=missing)


def _pictures(tree: ParsedPage) -> Iterator[Problem]:
    for picture in tree.named("img", "area"):
        if picture.get("alt") is None and not _hidden(picture) and not picture.get("aria-label"):
            message, hint = "<{tag}> has no alt.", 'Say what it shows, or write alt="" where it only decorates.'
            yield error(_at(tree, picture), "missing-alt", message, hint, tag=picture.tag)
    for frame in tree.named("iframe"):
        if not frame.get("title"):
            yield error(_at(tree, frame), "missing-frame-title", "<iframe> has no title.", "Say what is in it.")


def _controls(tree: ParsedPage) -> Iterator[Problem]:
    labelled = {label.get("for") for label in tree.named("label")}
    for control in tree.named("input", "select", "textarea"):
        if control.get("type", "").lower() in _UNLABELLED or _inert(control):
            continue
        inside = any(a.tag == "label" for a in control.iterancestors())
        named = control.get("aria-label") or control.get("aria-labelledby") or control.get("title")
        if not (inside or named or control.get("id") in labelled):
            message, hint = "<{tag}> has no label.", "Write <label for=…>, or aria-label."
            yield error(_at(tree, control), "unlabelled-field", message, hint, tag=control.tag)


def _links(tree: ParsedPage) -> Iterator[Problem]:
    for element in tree.named("a", "button"):
        if (element.tag == "button" or element.get("href") is not None) and not _inert(element):
            if not _name(element):
                message, hint = "<{tag}> has no words that a screen reader could say.", "Write them, or aria-label."
                yield error(_at(tree, element), "nameless-link", message, hint, tag=element.tag)
            if element.get("href", "").lower().startswith("http:"):
                message, hint = "The link to {address} is not encrypted.", "Write https://."
                yield warning(_at(tree, element), "insecure-link", message, hint, address=element.get("href"))
        if element.get("href", "").strip().lower().startswith("javascript:"):
            yield _inline(tree, element, "a link")


def _code(tree: ParsedPage) -> Iterator[Problem]:
    for element in tree.elements:
        if any(name.startswith("on") for name in element.attrib):
            yield _inline(tree, element, "an attribute")
        elif element.get("style") is not None:
            yield _inline(tree, element, "a style attribute")
        elif element.tag == "style" and not _inert(element):
            yield _inline(tree, element, "<style>")
        elif element.tag == "script" and not element.get("src") and element.get("type", "").lower() not in _DATA:
            yield _inline(tree, element, "<script>")


def _inline(tree: ParsedPage, element: HtmlElement, kind: str) -> Problem:
    message = "There is code in {kind} of <{tag}>, which the Content-Security-Policy blocks."
    hint = "Put it into a file of its own."
    return error(_at(tree, element), "inline-code", message, hint, kind=kind, tag=element.tag)


def _data(tree: ParsedPage) -> Iterator[Problem]:
    for script in tree.named("script"):
        if script.get("type", "").lower() in _DATA:
            try:
                json.loads(script.text or "")
            except ValueError:
                message, hint = "What the page tells search engines is no JSON.", "Mend the template that writes it."
                yield error(_at(tree, script), "broken-data", message, hint)


def _tables(tree: ParsedPage) -> Iterator[Problem]:
    for table in tree.named("table"):
        if table.get("role") not in ("presentation", "none") and not any(True for _ in table.iter("th")):
            message, hint = "A table has no header cells.", "Make the cells that name rows or columns <th>."
            yield warning(_at(tree, table), "headless-table", message, hint)


def _order(tree: ParsedPage) -> Iterator[Problem]:
    for element in tree.elements:
        if element.get("tabindex", "").strip().isdigit() and int(element.get("tabindex")) > 0:
            message, hint = 'tabindex="{value}" changes the order of the page for keyboards.', 'Write tabindex="0".'
            yield warning(_at(tree, element), "changed-order", message, hint, value=element.get("tabindex"))


def _directions(tree: ParsedPage) -> Iterator[Problem]:
    if tree.root.get("lang", "").split("-")[0] in _RIGHT_TO_LEFT and tree.root.get("dir") != "rtl":
        message, hint = (
            "The page's language is written from right to left, and <html> does not say so.",
            'Write dir="rtl".',
        )
        yield error(_at(tree, tree.root), "missing-direction", message, hint)


_RIGHT_TO_LEFT = frozenset({"ar", "dv", "fa", "he", "ps", "ur", "yi"})


def _foreign_words(tree: ParsedPage, known: Mapping[str, InterfaceWords]) -> Iterator[Problem]:
    told = set()
    for lang, text, line in tree.texts:
        words = known.get(lang)
        found = words.find(text) if words else ""
        if found and found not in told:
            told.add(found)
            message = "The English words “{words}” of the interface stand on a page in {lang}."
            hint = "Say them with _(…) in the template, or mark them with lang."
            yield error(Location(tree.path, line), "foreign-words", message, hint, words=found, lang=lang)


def _hidden(element: HtmlElement) -> bool:
    around = (element, *element.iterancestors())
    return any(e.get("aria-hidden") == "true" or e.get("hidden") is not None for e in around)


def _inert(element: HtmlElement) -> bool:
    """Whether nobody meets it: it is hidden, or waits in a template."""
    return _hidden(element) or any(a.tag in ("template", "noscript") for a in element.iterancestors())


def _name(element: HtmlElement) -> str:
    """The words by which it is known to assistive technology, roughly (Accessible Name and Description 1.2)."""
    named = element.get("aria-label") or element.get("title") or ""
    if element.get("aria-labelledby"):
        named += element.get("aria-labelledby")
    pictures = " ".join(picture.get("alt") or "" for picture in element.iter("img"))
    titles = " ".join(title.text or "" for title in element.iter("title"))
    return f"{named} {element.text_content()} {pictures} {titles}".strip()


_ALWAYS = (_doctype, _lang, _title, _ids, _code, _data, _directions)
_PAGES = (_head, _headings, _main, _pictures, _controls, _links, _tables, _order)
