"""The records that everybody speaks of: locations, problems, texts, terms, vocabularies and stamps.

All records are frozen and hold only tuples, strings, numbers, dates and other records, so that equal
input gives equal bytes and a record can be stored, hashed and sent to a worker as it is.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, ClassVar, Self

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_NAMED = re.compile(r"\{(\w+)\}")


class Severity(StrEnum):
    """How bad a problem is: an error stops the build, a warning asks a person to look."""

    ERROR = "error"
    WARNING = "warning"


if TYPE_CHECKING:
    StoredMoment = date | datetime
else:

    class _Moments(type):
        def __instancecheck__(cls, value: object) -> bool:
            return isinstance(value, date)

    class StoredMoment(metaclass=_Moments):
        """A day or an instant: the type of a stored field that may hold either (msgspec knows no union of the two)."""


class Instant(datetime):
    """An instant that keeps its offset from UTC when it is stored; of a plain datetime MessagePack keeps UTC alone."""


class Stored(Struct, frozen=True):
    """A record that is kept between builds. The types of its fields are read while the program runs (msgspec)."""


class StoredDataclass:
    """A dataclass that is kept likewise, for what only dataclasses can do.

    Between processes it is sent as its type and its fields: what dataclasses do takes several times as long.
    """

    __slots__ = ()
    __match_args__: ClassVar[tuple[str, ...]]

    def __reduce__(self) -> tuple[type[Self], tuple[object, ...]]:
        """What it is sent as."""
        return type(self), tuple(getattr(self, name) for name in self.__match_args__)


class Location(Stored, frozen=True, order=True):
    """Where something stands: a path and a line and column that both count from 1.

    The path is relative to the content folder and uses "/"; for a file elsewhere (a catalogue, a
    template, the settings) it is absolute. Columns count characters, not bytes.
    """

    path: str
    line: int = 1
    column: int = 1


class Problem(Stored, frozen=True, order=True):
    """One finding: where it is, how bad it is, its stable name, what is wrong and what to do.

    `message` and `hint` are constant English templates, so that report.py can say them in another language. In them
    `{name}` stands for the value of that name; braces in a value stay, and so do braces around what is no value's
    name. `values` holds (name, text) pairs in code order. `about` is the key that the problem is about, or "".
    """

    location: Location
    severity: Severity
    name: str
    message: str
    hint: str
    values: tuple[tuple[str, str], ...] = ()
    about: str = ""

    @property
    def full_message(self) -> str:
        """What is wrong, in English."""
        said = filled(self.message, self.values)
        return f"{self.about}: {said}" if self.about else said

    @property
    def full_hint(self) -> str:
        """What to do, in English."""
        return filled(self.hint, self.values)


def filled(template: str, values: Iterable[tuple[str, str]]) -> str:
    """The template with each `{name}` replaced by the value of that name, where there is one."""
    known = dict(values)
    return _NAMED.sub(lambda m: known.get(m[1], m[0]), template)


def error(location: Location, name: str, message: str, hint: str, /, **values: object) -> Problem:
    """A problem that stops the build; the values are what its templates name."""
    return problem(Severity.ERROR, location, name, message, hint, **values)


def warning(location: Location, name: str, message: str, hint: str, /, **values: object) -> Problem:
    """A problem that a person should look at, and that stops a strict build; the values are what its templates name."""
    return problem(Severity.WARNING, location, name, message, hint, **values)


def problem(severity: Severity, location: Location, name: str, message: str, hint: str, /, **values: object) -> Problem:
    """A problem of that severity, its values as text in code order."""
    return Problem(location, severity, name, message, hint, tuple(sorted((k, str(v)) for k, v in values.items())))


def stops(problems: Iterable[Problem], *, strict: bool) -> bool:
    """Whether nothing may be written: there is an error, or in a strict build a warning that is not the cache's."""
    worst = {problem.severity for problem in problems if problem.name != "cache-lost"}
    return Severity.ERROR in worst or (strict and bool(worst))


class Text(Struct, frozen=True):
    """Plain text for a reader, and the language it is in (a BCP 47 tag)."""

    text: str
    lang: str


class Term(Stored, frozen=True):
    """A controlled term: its id, its labels as (language, label) pairs in code order, and what may go with it.

    `broader` holds ids of the same vocabulary, `descriptions` pairs like the labels, `uri` is "" when absent.
    `synonyms` are other words by which the search finds the term, by language. `link` is the https address of whom the
    term names, such as an organiser, `logo` a picture beside the vocabulary's file.
    """

    id: str
    labels: tuple[tuple[str, str], ...]
    uri: str = ""
    broader: tuple[str, ...] = ()
    descriptions: tuple[tuple[str, str], ...] = ()
    synonyms: tuple[tuple[str, tuple[str, ...]], ...] = ()
    link: str = ""
    logo: str = ""
    location: Location = Location("")


class Vocabulary(Stored, frozen=True, dict=True):
    """A list of terms in their order of display; `name` is the front matter's key for it."""

    name: str
    terms: tuple[Term, ...]

    @property
    def slug(self) -> str:
        """The vocabulary's part of an address: "_" is written "-"."""
        return self.name.replace("_", "-")

    @cached_property
    def by_id(self) -> Mapping[str, Term]:
        """Its terms by their ids."""
        return {term.id: term for term in self.terms}

    @cached_property
    def positions(self) -> Mapping[str, int]:
        """The place of each term in the order of display, by its id."""
        return {term.id: position for position, term in enumerate(self.terms)}


class Stamp(Stored, frozen=True):
    """Which original a version translates, and which state of it; `digest` is "" when unstamped."""

    language: str
    digest: str = ""
