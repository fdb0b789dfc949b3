"""The schema of a version's front matter: values with positions -> Header, or every problem."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict

from noticeboard.model import Header, Problem, Stamp
from noticeboard.sources.field_types import (
    Day,
    DayOrInstant,
    FileName,
    FilledText,
    FormerAddress,
    HttpsAddress,
    Key,
    Languages,
    LanguageTag,
    Minutes,
    PlainText,
    fail,
)
from noticeboard.sources.schema import empty_value, nearest, unknown_key, validate

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from noticeboard.model import Location
    from noticeboard.sources.schema import Loc


class StampFields(BaseModel):
    """`translates` in its long form."""

    model_config = ConfigDict(extra="forbid")
    language: LanguageTag
    digest: FilledText = ""


def _stamp(value: object) -> object:
    """The short form `translates: en` in its long form."""
    return {"language": value} if isinstance(value, str) else value


def _status(value: object) -> object:
    if value not in ("published", "draft"):
        fail("wrong-status", "'{status}' is no status.", "Write published or draft.", status=value)
    return value


def _unrepeated(value: object) -> object:
    """A list without an entry twice; anything else is left to the list's own check."""
    if isinstance(value, list):
        # Entries may be mappings, which no set can hold.
        entry, count = Counter(map(repr, value)).most_common(1)[0] if value else ("", 0)
        if count > 1:
            twice = next(v for v in value if repr(v) == entry)
            fail("repeated-entry", "'{entry}' stands twice.", "Name each entry once.", entry=twice)
    return value


Ids = Annotated[list[Key], BeforeValidator(_unrepeated)]


class HeaderFields(BaseModel):
    """Every key of the front matter but the vocabularies'; content-format.md says what each means."""

    model_config = ConfigDict(extra="forbid")
    title: FilledText
    summary: FilledText | None = None
    image_alt: PlainText | None = None
    status: Annotated[Literal["published", "draft"], BeforeValidator(_status)] = "published"
    updated: Day | None = None
    translates: Annotated[StampFields, BeforeValidator(_stamp)] | None = None
    ignore: dict[str, FilledText] = {}
    published: Day | None = None
    opens: DayOrInstant | None = None
    deadline: DayOrInstant | None = None
    survey: HttpsAddress | None = None
    questionnaire_languages: Annotated[Languages, BeforeValidator(_unrepeated)] | None = None
    duration: Minutes | None = None
    privacy: HttpsAddress | None = None
    results_of: Key | None = None
    image: FileName | None = None
    image_credit: FilledText | None = None
    languages: Annotated[Languages, BeforeValidator(_unrepeated)] | None = None
    expected: dict[LanguageTag, Day] | None = None
    moved_from: list[FormerAddress] | None = None


class TermFields(BaseModel):
    """The value of a vocabulary's key: a list of term ids."""

    ids: Ids


def read_header(
    values: Mapping[str, object],
    locations: Mapping[Loc, Location],
    key_places: Mapping[Loc, Location],
    vocabularies: Iterable[str],
    unread: Iterable[str] = (),
) -> tuple[Header | None, tuple[Problem, ...]]:
    """The front matter typed, or None and every problem.

    `vocabularies` are the keys that hold term ids; `unread` are keys that stand there but could not be read.
    """
    known = sorted(vocabularies)
    problems = [empty_value(key_places[(k,)], k) for k, v in values.items() if v is None]
    given = {k: v for k, v in values.items() if v is not None}
    terms = []
    for name in known:
        if name in given:
            ids, found = _terms(name, given[name], locations)
            terms.append((name, ids))
            problems += found
    rest = {k: v for k, v in given.items() if k not in known}
    problems += [
        unknown_key(key_places[(k,)], k, [*HeaderFields.model_fields, *known])
        for k in rest
        if k not in HeaderFields.model_fields
    ]
    rest = {k: v for k, v in rest.items() if k in HeaderFields.model_fields}
    fields, found = validate(HeaderFields, rest, locations, key_places)
    stands = "title" in {*values, *unread} - rest.keys()
    problems += [p for p in found if not (stands and p.name == "missing-key" and ("key", "title") in p.values)]
    if problems or fields is None:
        return None, tuple(problems)
    return _header(fields, tuple(terms)), ()


def _terms(name: str, value: object, locations: Mapping[Loc, Location]) -> tuple[tuple[str, ...], tuple[Problem, ...]]:
    under = {("ids", *loc[1:]): location for loc, location in locations.items() if loc and loc[0] == name}
    under[()] = nearest(locations, (name,))
    fields, problems = validate(TermFields, {"ids": value}, under, under)
    return (tuple(fields.ids) if fields else ()), tuple(
        replace(p, about=name) if p.about == "ids" else p for p in problems
    )


def _header(fields: HeaderFields, terms: tuple[tuple[str, tuple[str, ...]], ...]) -> Header:
    plain = {k: getattr(fields, k) for k in HeaderFields.model_fields}
    stamp = fields.translates
    return Header(
        **plain
        | {
            "translates": Stamp(stamp.language, stamp.digest) if stamp else None,
            "ignore": tuple(sorted(fields.ignore.items())),
            "questionnaire_languages": _tuple(fields.questionnaire_languages),
            "languages": _tuple(fields.languages),
            "expected": None if fields.expected is None else tuple(sorted(fields.expected.items())),
            "moved_from": _tuple(fields.moved_from),
            "terms": terms,
        }
    )


def _tuple(values: list[str] | None) -> tuple[str, ...] | None:
    return None if values is None else tuple(values)
