"""A credit that names nobody: "source", "Name / Source", the file's name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from noticeboard.checks.rule import CheckedVersion, Rule
from noticeboard.languages.picture_words import is_empty_credit
from noticeboard.markdown.source_map.blocks import references
from noticeboard.markdown.source_map.inlines import pictures
from noticeboard.model import Location, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from noticeboard.model import Problem


def check(document: CheckedVersion) -> Iterator[Problem]:
    """One problem for each such credit; empty or missing credits are another problem."""
    for credit, file, location in _credits(document):
        if credit.strip() and (is_empty_credit(credit, document.lang) or credit.strip() == file):
            message = "'{credit}' does not say who made the picture."
            hint = "Name the person or the body, and where the picture was found: Name / Source."
            yield RULE.problem(location, message, hint, credit=credit)


def _credits(document: CheckedVersion) -> Iterator[tuple[str, str, Location]]:
    header = document.header
    yield header.image_credit or "", header.image or "", document.location("image_credit")
    known = references(document.blocks)
    for block in document.blocks:
        for picture in pictures(block, known):
            credit = dict(picture.attributes).get("credit", "")
            yield credit, picture.target, Location(document.path, picture.line, picture.column)


RULE = Rule(
    name="placeholder-credit",
    severity=Severity.WARNING,
    why="Nearly every licence demands that the maker of a picture is named; a credit that names nobody breaks it.",
    source="CC BY 4.0, section 3(a)",
    wrong="image_credit: Name / Source",
    right="image_credit: Geralt / Pixabay",
    text=check,
)
