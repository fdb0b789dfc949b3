"""Problems with a translation that an import does not take over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from noticeboard.exchange.lost_markup import emptied, unbalanced
from noticeboard.exchange.paragraph_marks import mark_fault
from noticeboard.exchange.placeholders import fault, numbers, paired_numbers
from noticeboard.exchange.units import MAIN
from noticeboard.model import Problem, error, warning
from noticeboard.sources.text_decoding import has_invalid_characters, invalid_characters

if TYPE_CHECKING:
    from collections.abc import Iterator

    from noticeboard.exchange.placeholders import PlaceholderFault
    from noticeboard.exchange.returned_file import ReturnedMessage
    from noticeboard.exchange.segment_matcher import MatchedSegment


def translation_faults(part: ReturnedMessage, own: MatchedSegment | None) -> Iterator[Problem]:
    """The faults that make a translation unusable, whatever the version looks like."""
    if has_invalid_characters(part.target):
        for problem in invalid_characters(part.target, part.location.path):
            yield replace(problem, location=part.location)
    mine = own.words.text if own and part.record.part == MAIN else ""
    if misplaced := mark_fault(part.record.kind if part.record.part == MAIN else "", part.target, part.source):
        hint = "Write <split/> between two sentences of a paragraph, and <join/> in front of one."
        yield error(part.location, "broken-translation", misplaced.message, hint, mark=misplaced.mark)
    found = _damage(part.target, part.source)
    if found and mine:
        found = found if _damage(part.target, mine) else None
    if found:
        hint = "Put the placeholders of msgid into msgstr: each once, around the words that it belongs to."
        if found.mark in ("*", "_"):
            hint = "Put the marks of emphasis around the words that they belong to, or a backslash before a mere sign."
        yield error(part.location, "broken-placeholder", found.message, hint, mark=found.mark)


def _damage(target: str, source: str) -> PlaceholderFault | None:
    """The first fault in the markup of a translation, compared with its source; None without one."""
    return (
        fault(target, numbers(source), paired_numbers(source)) or emptied(target, source) or unbalanced(target, source)
    )


def misread(part: ReturnedMessage) -> Problem:
    """The problem of a translation that would change the blocks of the text."""
    message = "In the text, this translation would become another kind of block, or several, or lose a link."
    hint = "Remove blank lines, and marks such as # or > at the beginning of a line, that msgid has not."
    return error(part.location, "broken-translation", message, hint)


def edited_since(part: ReturnedMessage) -> Problem:
    """The problem of a translation whose place in the version was edited after the export."""
    message = "The version's own text was changed after the export, so this translation was not taken over."
    hint = "Export the file again and translate what is new in it, or import it with --force to overwrite that text."
    return warning(part.location, "edited-translation", message, hint)


def unknown_placeholders(part: ReturnedMessage) -> Problem:
    """The problem of a translation whose placeholders can no longer be resolved."""
    message = (
        "The original has changed since the export, and what the placeholders of this message stood for is not known."
    )
    return warning(
        part.location, "outdated-exchange", message, "Export the file again and put the translation into it."
    )
