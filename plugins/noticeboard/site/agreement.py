"""Shared facts: what several versions state of their announcement -> Facts, or where they disagree."""

from __future__ import annotations

from datetime import date, datetime
from operator import attrgetter
from typing import TYPE_CHECKING

from msgspec import Struct

from noticeboard.fields.front_matter_keys import ANNOUNCEMENT_KEYS
from noticeboard.model import Location, Problem, error
from noticeboard.site.records import Facts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from noticeboard.site.source import Source

_values = attrgetter(*ANNOUNCEMENT_KEYS)

ABSENT = (None, "", ())
"""What a key holds that is not stated."""


class StatedFact(Struct, frozen=True):
    """One version's value for a fact, and where it is: after a key of its front matter, or at a place."""

    value: object
    source: Source
    key: str = ""
    at: Location | None = None

    @property
    def location(self) -> Location:
        """Its place."""
        return self.at or self.source.location(self.key)


def agree(sources: Sequence[Source]) -> tuple[Facts, tuple[Problem, ...]]:
    """The facts that the versions (sorted by code) state together, and one problem for each they disagree on."""
    problems: list[Problem] = []
    values: dict[str, object] = {}
    for fact, column in zip(ANNOUNCEMENT_KEYS, zip(*(_values(s.header) for s in sources), strict=True), strict=True):
        # Most facts are stated nowhere.
        if column[0] in ABSENT and column.count(column[0]) == len(column):
            continue
        # Credits are compared by file below, whether the head or a text states them.
        found = [] if fact == "image_credit" else problems
        _settle(fact, _stated(sources, fact), values, found)
    terms: dict[str, object] = {}
    for name in sorted({n for s in sources for n, _ in s.header.terms}):
        _settle(name, _stated_terms(sources, name), terms, problems)
    makers: dict[str, object] = {}
    for file, statements in sorted(_credits(sources).items()):
        _settle(file, statements, makers, problems, "the credit of {fact} is {here} here, but elsewhere {others}.")
    facts = Facts(**values, terms=tuple(terms.items()), credits=tuple(makers.items()))  # type: ignore[arg-type]  # values come from Header's fields of the same names and types
    return facts, tuple(problems)


def _stated(sources: Sequence[Source], fact: str) -> list[StatedFact]:
    return [StatedFact(value, s, fact) for s in sources if (value := getattr(s.header, fact)) not in ABSENT]


def _stated_terms(sources: Sequence[Source], name: str) -> list[StatedFact]:
    return [StatedFact(ids, s, name) for s in sources for n, ids in s.header.terms if n == name]


def _credits(sources: Sequence[Source]) -> dict[str, list[StatedFact]]:
    """For each picture file the credits stated for it, in the head or at any use in a text."""
    found: dict[str, list[StatedFact]] = {}
    image = next((s.header.image for s in sources if s.header.image), "")
    for source in sources:
        if source.header.image_credit:
            statement = StatedFact(source.header.image_credit, source, "image_credit")
            found.setdefault(source.header.image or image, []).append(statement)
        shown = [(p.file, p.credit, p.location) for p in source.pictures]
        shown += [(d.file, d.credit, d.location) for d in source.data]
        for file, credit, location in shown:
            if credit:
                found.setdefault(file, []).append(StatedFact(credit, source, at=location))
    return found


def _settle(
    fact: str,
    statements: list[StatedFact],
    values: dict[str, object],
    problems: list[Problem],
    message: str = "{fact} is {here} here, but elsewhere {others}.",
) -> None:
    """Enters the value that all statements share, or the first one and the problem."""
    if not statements:
        return
    first = statements[0]
    values[fact] = first.value
    other = next((s for s in statements if not _same(s.value, first.value)), None)
    if other:
        problems.append(_disagreement(fact, other, statements, message))


def _same(one: object, other: object) -> bool:
    """Equality that keeps a day and an instant apart, and instants in different offsets together."""
    return isinstance(one, datetime) == isinstance(other, datetime) and one == other


def _disagreement(fact: str, other: StatedFact, statements: list[StatedFact], message: str) -> Problem:
    elsewhere: dict[str, list[str]] = {}
    for one in statements:
        if one is not other:
            elsewhere.setdefault(shown(one.value), []).append(f"{one.location.path}:{one.location.line}")
    others = "; ".join(f"{value} ({', '.join(locations)})" for value, locations in elsewhere.items())
    hint = "Write the same in all versions, or keep it in one of them only."
    return error(other.location, "versions-disagree", message, hint, fact=fact, here=shown(other.value), others=others)


def shown(value: object) -> str:
    """A fact's value as its author wrote it, or nearly."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return "[" + ", ".join(_pair(v) for v in value) + "]"
    return str(value)


def _pair(value: object) -> str:
    return f"{value[0]}: {shown(value[1])}" if isinstance(value, tuple) else str(value)
