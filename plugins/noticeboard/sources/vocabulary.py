"""Controlled terms and their labels: a vocabulary file's YAML -> Vocabulary, or every problem."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import BaseModel

from noticeboard.fields.address_types import MOST_OF_A_NAME, HttpsAddress
from noticeboard.fields.field_types import FileName, Key, Labels, Synonyms
from noticeboard.fields.mappings import MAPPING
from noticeboard.model import Location, Problem, Term, Vocabulary, error
from noticeboard.sources.portable_names import is_portable, reserved
from noticeboard.sources.schema import nearest, validate

if TYPE_CHECKING:
    from collections.abc import Mapping

    from noticeboard.sources.schema import Loc
    from noticeboard.sources.yaml12 import Yaml


class TermEntry(BaseModel):
    """One term as the file has it."""

    model_config = MAPPING
    labels: Labels
    uri: HttpsAddress = ""
    broader: list[Key] | Key = []
    descriptions: Labels = {}
    synonyms: Synonyms = {}
    link: HttpsAddress = ""
    logo: FileName = ""


def read_vocabulary(name: str, yaml: Yaml) -> tuple[Vocabulary, tuple[Problem, ...]]:
    """The vocabulary of that name, its terms in the file's order, and every problem of the file."""
    if not isinstance(yaml.value, dict):
        return Vocabulary(name, ()), yaml.problems
    terms: list[Term] = []
    problems = list(yaml.problems)
    locations, key_places = _by_term(yaml.locations), _by_term(yaml.key_places)
    for term_id, entry in yaml.value.items():
        within = locations.get(term_id, {}), key_places.get(term_id, {})
        term, found = _term(str(term_id), entry, nearest(yaml.key_places, (term_id,)), *within)
        problems += found if is_portable(term.id) else (*found, reserved(term.location, term.id))
        terms.append(term)
    problems += _unknown_broader(terms, yaml)
    return Vocabulary(name, tuple(terms)), tuple(problems)


def _term(
    term_id: str,
    entry: object,
    location: Location,
    locations: Mapping[Loc, Location],
    key_places: Mapping[Loc, Location],
) -> tuple[Term, tuple[Problem, ...]]:
    bad_id = _bad_id(term_id, location)
    fields, problems = validate(TermEntry, entry, locations, key_places)
    if fields is None or bad_id:
        # Its id stays known, so that texts which use it are not blamed for its fault.
        return Term(term_id, (), location=location), bad_id + problems
    broader = [fields.broader] if isinstance(fields.broader, str) else fields.broader
    return Term(
        id=term_id,
        labels=tuple(sorted(fields.labels.items())),
        uri=fields.uri,
        broader=tuple(broader),
        descriptions=tuple(sorted(fields.descriptions.items())),
        synonyms=tuple(sorted((lang, _several(words)) for lang, words in fields.synonyms.items())),
        link=fields.link,
        logo=fields.logo,
        location=location,
    ), ()


def _several(words: list[str] | str) -> tuple[str, ...]:
    return (words,) if isinstance(words, str) else tuple(words)


def _bad_id(term_id: str, location: Location) -> tuple[Problem, ...]:
    if len(term_id) > MOST_OF_A_NAME:
        message = "A part of an address may have {most} characters at most; this one has {length}."
        return (
            error(location, "wrong-name", message, "Choose a shorter one.", most=MOST_OF_A_NAME, length=len(term_id)),
        )
    if term_id and all(c.isascii() and (c.islower() or c.isdigit() or c == "-") for c in term_id):
        return ()
    return (
        error(
            location,
            "wrong-name",
            "'{term}' cannot be part of an address.",
            "Use small letters a to z, digits and hyphens.",
            term=term_id,
        ),
    )


def _by_term(locations: Mapping[Loc, Location]) -> dict[str | int, dict[Loc, Location]]:
    """The places within each term, by the term's id."""
    found: dict[str | int, dict[Loc, Location]] = {}
    for loc, location in locations.items():
        if loc:
            found.setdefault(loc[0], {})[loc[1:]] = location
    return found


def _unknown_broader(terms: list[Term], yaml: Yaml) -> list[Problem]:
    known = {t.id for t in terms}
    return [
        error(
            nearest(yaml.locations, (t.id, "broader", number)),
            "unknown-term",
            "broader: '{term}' is not a term of this file.",
            "Correct its id.",
            term=b,
        )
        for t in terms
        for number, b in enumerate(t.broader)
        if b not in known
    ]
