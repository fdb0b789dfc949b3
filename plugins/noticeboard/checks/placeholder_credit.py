"""A credit that names nobody: "source", "Name / Source", the file's name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from noticeboard.checks.rule import Document, Rule
from noticeboard.languages.picture_words import is_empty_credit
from noticeboard.model import Place, Severity
from noticeboard.prose.inlines import pictures, references

if TYPE_CHECKING:
    from collections.abc import Iterator

    from noticeboard.model import Problem


def found(document: Document) -> Iterator[Problem]:
    """One problem for each such credit; none for one that is empty or missing, which is another problem."""
    for credit, file, place in _credits(document):
        if credit.strip() and (is_empty_credit(credit, document.lang) or credit.strip() == file):
            what = "'{credit}' does not say who made the picture."
            todo = "Name the person or the body, and where the picture was found: Name / Source."
            yield RULE.found(place, what, todo, credit=credit)


def _credits(document: Document) -> Iterator[tuple[str, str, Place]]:
    header = document.header
    yield header.image_credit or "", header.image or "", document.place("image_credit")
    known = references(document.blocks)
    for block in document.blocks:
        for picture in pictures(block, known):
            credit = dict(picture.attributes).get("credit", "")
            yield credit, picture.target, Place(document.path, picture.line, picture.column)


RULE = Rule(
    name="placeholder-credit",
    severity=Severity.WARNING,
    why="Nearly every licence demands that the maker of a picture is named; a credit that names nobody breaks it.",
    source="CC BY 4.0, section 3(a)",
    wrong="image_credit: Name / Source",
    right="image_credit: Geralt / Pixabay",
    text=found,
)
