"""The schema of a version's front matter: values with positions -> Header, or every problem."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msgspec import Struct
from msgspec.structs import replace
from pydantic import BaseModel, create_model

from noticeboard.fields.front_matter_keys import KEYS, Header
from noticeboard.fields.mappings import MAPPING
from noticeboard.fields.value_types import TermIds
from noticeboard.sources.other_generators import meant_by, meant_key
from noticeboard.sources.renamed_keys import FRONT_MATTER_KEYS, relocated, under_new_names
from noticeboard.sources.schema import empty_value, nearest, unknown_key, validate, wrong_keys

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from noticeboard.model import Location, Problem
    from noticeboard.sources.schema import Loc

_FIELDS: dict[str, Any] = {k: (key.type, ...) if key.required else (key.type | None, None) for k, key in KEYS.items()}

HeaderFields = create_model("HeaderFields", __config__=MAPPING, **_FIELDS)
"""Every key of the front matter but the vocabularies', as pydantic reads it; an absent one is None."""


class TermFields(BaseModel):
    """The value of a vocabulary's key: a list of term ids."""

    model_config = MAPPING
    ids: TermIds


class HeaderReading(Struct, frozen=True):
    """The front matter typed, as far as it can be read, and every problem.

    `faulty` are the keys whose values could not be read and those that were meant by a key nobody knows: that `header`
    lacks them says nothing.
    """

    header: Header
    problems: tuple[Problem, ...] = ()
    faulty: tuple[str, ...] = ()


def read_header(
    values: Mapping[str, object],
    locations: Mapping[Loc, Location],
    key_places: Mapping[Loc, Location],
    vocabularies: Iterable[str],
    unread: Iterable[str] = (),
) -> HeaderReading:
    """The front matter typed, and every problem.

    `vocabularies` are the keys that hold term ids; `unread` are keys that are there but could not be read.
    """
    values, olds, renamed = under_new_names(values, key_places, FRONT_MATTER_KEYS)
    locations, key_places = (relocated(places, olds) if olds else places for places in (locations, key_places))
    known = sorted(vocabularies)
    empty = [key for key, value in values.items() if value is None]
    problems = [empty_value(key_places[(key,)], key, HeaderFields.model_fields) for key in empty]
    given = {key: value for key, value in values.items() if value is not None}
    terms, found = _all_terms(given, known, locations)
    unknown, meant = _unknown_keys(given, known, key_places)
    problems += (*found, *unknown)
    declared = {key: value for key, value in given.items() if key in KEYS and key not in known}
    fields, found = validate(HeaderFields, declared, locations, key_places)
    faulty = {*unread, *empty, *meant} - given.keys()
    problems += [p for p in found if not (p.name == "missing-key" and dict(p.values)["key"] in faulty)]
    wrong = set() if fields else wrong_keys(HeaderFields, declared)
    faulty |= {name for name in known if name in given and name not in dict(terms)} | (wrong & declared.keys())
    header = _header(fields or _without(wrong, declared), terms)
    return HeaderReading(header, (*problems, *renamed), tuple(sorted(faulty)))


def _all_terms(
    given: Mapping[str, object], vocabularies: Iterable[str], locations: Mapping[Loc, Location]
) -> tuple[tuple[tuple[str, tuple[str, ...]], ...], tuple[Problem, ...]]:
    """The terms of each vocabulary that can be read, and the problems of the others."""
    terms: list[tuple[str, tuple[str, ...]]] = []
    problems: tuple[Problem, ...] = ()
    for name in vocabularies:
        if name in given:
            ids, found = _terms(name, given[name], locations)
            terms += [] if found else [(name, ids)]
            problems += found
    return tuple(terms), problems


def _unknown_keys(
    given: Iterable[str], vocabularies: list[str], key_places: Mapping[Loc, Location]
) -> tuple[list[Problem], set[str]]:
    """The problems of keys that nobody knows, and the keys that were probably meant."""
    strange = [key for key in given if key not in KEYS and key not in vocabularies]
    every = [*KEYS, *vocabularies]
    problems = [unknown_key(key_places[(key,)], key, every, meant_by(key, vocabularies)) for key in strange]
    nearest_keys = (value for problem in problems for name, value in problem.values if name == "nearest")
    return problems, {*map(meant_key, strange), *nearest_keys}


def _without(wrong: Collection[str], values: Mapping[str, object]) -> BaseModel:
    """The values without the keys that cannot be read; a title that is missing then is ""."""
    good = {key: value for key, value in values.items() if key not in wrong}
    fields = HeaderFields.model_validate({"title": "-", **good})
    return fields if "title" in good else fields.model_copy(update={"title": ""})


def _terms(name: str, value: object, locations: Mapping[Loc, Location]) -> tuple[tuple[str, ...], tuple[Problem, ...]]:
    under = {("ids", *loc[1:]): location for loc, location in locations.items() if loc and loc[0] == name}
    under[()] = nearest(locations, (name,))
    fields, problems = validate(TermFields, {"ids": value}, under, under)
    return (tuple(fields.ids) if fields else ()), tuple(
        replace(p, about=name) if p.about == "ids" else p for p in problems
    )


def _header(fields: BaseModel, terms: tuple[tuple[str, tuple[str, ...]], ...]) -> Header:
    given = {name: value for name, value in ((n, getattr(fields, n)) for n in KEYS) if value is not None}
    return Header(**{name: _stored(value) for name, value in given.items()}, terms=terms)


def _stored(value: Any) -> Any:  # noqa: ANN401 - the declarations in fields/ say of which type each key's value is
    """The value in the form of records: lists as tuples, mappings as pairs in code order."""
    if isinstance(value, dict):
        return tuple(sorted(value.items()))
    return tuple(value) if isinstance(value, list) else value
