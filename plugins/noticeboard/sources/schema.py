"""Values with positions against a pydantic schema -> the typed value, or every problem at its place."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING, TypeVar

from msgspec.structs import replace
from pydantic import BaseModel, ValidationError

from noticeboard.model import Location, Problem, error
from noticeboard.sources.likely_values import with_likely_value

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pydantic.fields import FieldInfo
    from pydantic_core import ErrorDetails

Loc = tuple[str | int, ...]
Model = TypeVar("Model", bound=BaseModel)

_KNOWN = {
    "string_type": ("wrong-type", "Text is expected here.", "Write text, in quotes if need be."),
    "list_type": ("wrong-type", "A list is expected here.", "Write it like [one, two]."),
    "dict_type": ("wrong-type", "A mapping is expected here.", "Write `name: value` lines."),
    "model_type": ("wrong-type", "A mapping is expected here.", "Write `name: value` lines."),
    "bool_type": ("wrong-type", "true or false is expected here.", "Write true or false."),
    "too_short": ("empty-value", "The list is empty.", "Name at least one, or remove the line."),
}
_OTHER = ("wrong-value", "The value is not what is expected here.", "Correct the value.")


def validate(
    model: type[Model],
    values: object,
    locations: Mapping[Loc, Location],
    key_places: Mapping[Loc, Location],
) -> tuple[Model | None, tuple[Problem, ...]]:
    """The values as an instance of the model, or None and the problems, each at its line and column."""
    try:
        return model.model_validate(values), ()
    except ValidationError as raised:
        found = raised.errors(include_url=False)
    return None, tuple(_problem(model, detail, locations, key_places) for detail in found)


def wrong_keys(model: type[BaseModel], values: object) -> set[str]:
    """The keys of the model that are missing in the values or are not as they should be."""
    try:
        model.model_validate(values)
    except ValidationError as raised:
        return {str(detail["loc"][0]) for detail in raised.errors(include_url=False)}
    return set()


def _problem(
    model: type[BaseModel],
    detail: ErrorDetails,
    locations: Mapping[Loc, Location],
    key_places: Mapping[Loc, Location],
) -> Problem:
    loc = tuple(part for part in detail["loc"] if part != "[key]")
    kind = detail["type"]
    if kind == "extra_forbidden":
        return unknown_key(key_places[loc], str(loc[-1]), _keys(model, loc))
    if kind == "missing":
        hint = "Add a line `{key}: …`."
        return error(nearest(locations, loc[:-1]), "missing-key", "The key '{key}' is missing.", hint, key=loc[-1])
    location = nearest(key_places if "[key]" in detail["loc"] else locations, loc)
    if detail.get("input") is None:
        return empty_value(location, str(loc[-1]) if loc else "", model.model_fields)
    context = detail.get("ctx", {})
    if "todo" in context:
        found = error(location, kind, context["what"], context["todo"], **context["values"])
    else:
        found = error(location, *_KNOWN.get(kind, _OTHER))
    return replace(with_likely_value(found, detail["input"]), about=str(loc[0]) if loc else "")


def unknown_key(location: Location, key: str, known: Iterable[str], meant: str = "") -> Problem:
    """The problem of a key nobody knows, with what is meant by it, else the nearest one that is known."""
    known = sorted(known)
    if meant:
        return error(location, "unknown-key", "The key '{key}' is not known here.", meant, key=key)
    close = get_close_matches(key, known, n=1, cutoff=0.6)
    message = "The key '{key}' is not known here."
    if close:
        return error(location, "unknown-key", message, "Did you mean '{nearest}'?", key=key, nearest=close[0])
    return error(location, "unknown-key", message, "Known keys: {known}.", key=key, known=", ".join(known))


def empty_value(location: Location, key: str, fields: Mapping[str, FieldInfo]) -> Problem:
    """The problem of a key with nothing after it; one that must be there cannot be removed."""
    if key in fields and fields[key].is_required():
        return error(location, "empty-value", "'{key}' has no value.", "Write it after the colon.", key=key)
    return error(location, "empty-value", "'{key}' has no value.", "Write a value, or remove the line.", key=key)


def nearest(locations: Mapping[Loc, Location], loc: Loc) -> Location:
    """The place of the location, or of the nearest one around it that has one."""
    while loc and loc not in locations:
        loc = loc[:-1]
    return locations.get(loc) or Location("")


def _keys(model: type[BaseModel], loc: Loc) -> list[str]:
    """The keys known at `loc`; nested models are found by their fields' annotations."""
    here: type[BaseModel] = model
    for part in loc[:-1]:
        field = here.model_fields.get(str(part))
        inner = list(_models(field.annotation)) if field else []
        here = inner[0] if inner else here
    return list(here.model_fields)


def _models(annotation: object) -> list[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [m for part in getattr(annotation, "__args__", ()) for m in _models(part)]
