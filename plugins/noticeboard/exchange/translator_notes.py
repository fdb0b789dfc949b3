"""Notes for translators on a message: what it is, how long it may be, what its placeholders mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from noticeboard.exchange.placeholders import CLOSED, alone, opened
from noticeboard.exchange.units import ITEM, MAIN
from noticeboard.sources.lengths import SUMMARY, TITLE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from noticeboard.exchange.placeholders import Placeholder
    from noticeboard.exchange.units import Unit

_KINDS = {
    "title": f"The title, at most {TITLE} characters.",
    "summary": f"The summary for lists and search results, at most {SUMMARY} characters: one or two sentences.",
    "image_alt": "What the announcement's picture shows, for readers who cannot see it.",
    "heading": "A heading.",
    "paragraph": "A paragraph.",
    "list": "A list: keep the mark and the indentation at the beginning of each line.",
    "table": "A table: keep the lines, the | between the cells and the line of hyphens.",
    "quote": "A quotation: keep the > at the beginning of each line.",
    "definitions": "A term and what it means: keep the : at the beginning of a line.",
    "footnote": "A footnote.",
    "abbreviation": "An abbreviation and what it means: *[abbreviation]: meaning.",
    "picture": "What a picture shows, for readers who cannot see it.",
    "html": "Text in HTML.",
    "label": "A word of a table of figures or a chart: keep it short.",
}
_ITEMS = {
    "list": "An item of a list.",
    "table": "A cell of a table.",
    "definitions": "A term, or what it means.",
}
_MARKS = {
    "code": "code: {0}",
    "note": "the mark of a footnote: {0}",
    "tag": "the tag {0}",
    "comment": "a remark that readers do not see",
    "autolink": "the address {0}",
    "address": "the address {0}",
    "attributes": "what belongs to the word in front of it: {0}",
    "break": "a line break",
    "lines": "code: {0}",
    "angle": "the character <",
}
_WHY = {
    "changed": "The original has changed since this was translated.",
    "moved": "The original has this in another place since it was translated.",
    "unstamped": "Nobody has said which state of the original this translates: compare the two.",
}
_LONGEST = 100


def remarks(unit: Unit) -> tuple[str, ...]:
    """The remarks on a unit, in English, one sentence per line."""
    return tuple(_remarks(unit))


def notes(unit: Unit) -> tuple[str, ...]:
    """The remarks on a unit except those on placeholders, which XLIFF has on each inline element."""
    return tuple(_about(unit))


def displayed(mark: Placeholder) -> str:
    """A few words on what a placeholder replaces."""
    return _remark(mark).partition(": ")[2]


def _remarks(unit: Unit) -> Iterator[str]:
    yield from _about(unit)
    marks = [mark for mark in unit.marks if mark.id]
    if marks:
        yield "Keep each placeholder; their order may change. What they stand for:"
    for mark in marks:
        yield _remark(mark)


def _about(unit: Unit) -> Iterator[str]:
    if unit.part <= ITEM:
        yield _ITEMS[unit.kind]
    elif unit.part == MAIN:
        yield _KINDS[unit.kind]
    elif unit.part:
        yield f"The title of the link or picture {opened(unit.part)} in the message above."
    else:
        yield "The caption below the picture."
    if unit.pending and unit.pending.machine:
        yield "A machine has drafted this translation: nobody has looked at it yet."
    elif unit.fuzzy:
        yield _WHY.get(unit.how, _WHY["changed"])


def _remark(mark: Placeholder) -> str:
    if mark.closing:
        message = "the words of a picture" if mark.kind == "picture" else _link(mark)
        message = f"words in another language: {mark.target}" if mark.kind == "passage" else message
        return f"{opened(mark.id)}…{CLOSED}: {message}"
    if mark.kind in ("link", "picture"):
        return f"{alone(mark.id)}: {'the date of the deadline' if mark.target == '{deadline}' else _link(mark)}"
    return f"{alone(mark.id)}: {_MARKS[mark.kind].format(_short(mark.opening))}"


def _link(mark: Placeholder) -> str:
    if mark.target == "{deadline}":
        return "the deadline; write the date as your language does"
    if mark.target == "{survey}":
        return "a link to the questionnaire"
    return f"a link to {_short(mark.target)}"


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"
