"""The records that all parts share: locations, problems, texts, terms, vocabularies and stamps.

All records are frozen and contain only tuples, strings, numbers, dates and other records. Equal input therefore gives
equal bytes, and a record can be stored, hashed and sent to a worker as it is.
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
        """A day or an instant: the type of a stored field that may be either (msgspec has no union of the two)."""


class Instant(datetime):
    """An instant that keeps its offset from UTC when it is stored; MessagePack stores a datetime in UTC only."""


class Stored(Struct, frozen=True):
    """A record that is kept between builds. msgspec reads the types of its fields at run time."""


class StoredDataclass:
    """A dataclass that is kept in the same way, for what only dataclasses can do.

    It is pickled as its type and fields, because the dataclasses' own way takes several times as long.
    """

    __slots__ = ()
    __match_args__: ClassVar[tuple[str, ...]]

    def __reduce__(self) -> tuple[type[Self], tuple[object, ...]]:
        """What it is sent as."""
        return type(self), tuple(getattr(self, name) for name in self.__match_args__)


class Location(Stored, frozen=True, order=True):
    """A place: a path, and a line and column that both count from 1.

    The path is relative to the content folder and uses "/"; for a file elsewhere (a catalogue, a template, the
    settings) it is absolute. Columns count characters, not bytes.
    """

    path: str
    line: int = 1
    column: int = 1


class Problem(Stored, frozen=True, order=True):
    """One problem: where it is, how bad it is, its stable name, what is wrong and what to do.

    `message` and `hint` are constant English templates, so that they can be translated. In them `{name}` stands for the
    value of that name; other braces stay, including those in values. `values` has (name, text) pairs sorted by name.
    `about` is the key that the problem is about, or "".
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


def filled(template: str, values: Iterable[tuple[str, str]]) -> str:
    """The template with the value for each `{name}` that has one."""
    known = dict(values)
    return _NAMED.sub(lambda m: known.get(m[1], m[0]), template)


def error(location: Location, name: str, message: str, hint: str, /, **values: object) -> Problem:
    """A problem that stops the build; `values` are for the names in its templates."""
    return problem(Severity.ERROR, location, name, message, hint, **values)


def warning(location: Location, name: str, message: str, hint: str, /, **values: object) -> Problem:
    """A problem that a person should look at, and that stops a strict build; `values` are for its templates."""
    return problem(Severity.WARNING, location, name, message, hint, **values)


def problem(severity: Severity, location: Location, name: str, message: str, hint: str, /, **values: object) -> Problem:
    """A problem with that severity, its values as text, sorted by name."""
    return Problem(location, severity, name, message, hint, tuple(sorted((k, str(v)) for k, v in values.items())))


def has_error(problems: Iterable[Problem]) -> bool:
    """Whether one of them is an error."""
    return any(problem.severity is Severity.ERROR for problem in problems)


def stops(problems: Iterable[Problem], *, strict: bool) -> bool:
    """Whether nothing may be written: there is an error, or in a strict build a warning other than the cache's."""
    worst = {problem.severity for problem in problems if problem.name != "cache-lost"}
    return Severity.ERROR in worst or (strict and bool(worst))


class Text(Struct, frozen=True):
    """Plain text for a reader, and its language (a BCP 47 tag)."""

    text: str
    lang: str


class Term(Stored, frozen=True):
    """A controlled term: its id, and its labels as (language, label) pairs sorted by language.

    `broader` are ids in the same vocabulary, `descriptions` are pairs like the labels, `uri` is "" if there is none.
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
    """A list of terms in the order in which they are shown; `name` is its key in the front matter."""

    name: str
    terms: tuple[Term, ...]

    @property
    def slug(self) -> str:
        """The vocabulary's part of an address, with "-" for "_"."""
        return self.name.replace("_", "-")

    @cached_property
    def by_id(self) -> Mapping[str, Term]:
        """The terms by id."""
        return {term.id: term for term in self.terms}

    @cached_property
    def positions(self) -> Mapping[str, int]:
        """The position of each term in the order in which they are shown, by id."""
        return {term.id: position for position, term in enumerate(self.terms)}


class Stamp(Stored, frozen=True):
    """Which original a version translates, and which state of it; `digest` is "" when unstamped."""

    language: str
    digest: str = ""
