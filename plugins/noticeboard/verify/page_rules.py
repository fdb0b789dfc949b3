"""What can be wrong in one page: each rule is a function from a parsed page to its problems."""

from __future__ import annotations

from typing import TYPE_CHECKING

from noticeboard.model import Location, Problem, error, warning
from noticeboard.verify import document_rules, element_rules

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from noticeboard.verify.interface_words import InterfaceWords
    from noticeboard.verify.parsed_page import ParsedPage

HEAVY = 250_000
"""Bytes of HTML from which a page is heavy: about five times the longest page of the example platform."""

_ALWAYS = (*document_rules.ON_EVERY_PAGE, *element_rules.ON_EVERY_PAGE)
_UNLESS_MOVED = (*document_rules.ON_PAGES_FOR_READERS, *element_rules.ON_PAGES_FOR_READERS)


def page_problems(tree: ParsedPage, size: int, known: Mapping[str, InterfaceWords]) -> Iterator[Problem]:
    """Every problem of the page alone."""
    for rule in (*_ALWAYS, *(() if _moves(tree) else _UNLESS_MOVED)):
        yield from rule(tree)
    yield from _foreign_words(tree, known)
    if size > HEAVY:
        message, hint = "The page has {size} kB of HTML.", "Split it, or shorten its lists."
        yield warning(Location(tree.path), "heavy-page", message, hint, size=size // 1000)


def _moves(tree: ParsedPage) -> bool:
    return any(m.get("http-equiv", "").lower() == "refresh" for m in tree.named("meta"))


def _foreign_words(tree: ParsedPage, known: Mapping[str, InterfaceWords]) -> Iterator[Problem]:
    told = set()
    for lang, text, line in tree.texts:
        words = known.get(lang)
        found = words.find(text) if words else ""
        if found and found not in told:
            told.add(found)
            message = "There are English words of the interface on a page in {lang}: “{words}”."
            hint = "Say them with _(…) in the template, or mark them with lang."
            yield error(Location(tree.path, line), "foreign-words", message, hint, words=found, lang=lang)
