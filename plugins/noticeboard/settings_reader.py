"""The NOTICEBOARD dict of pelicanconf.py and platform.yml -> typed Settings, or all their problems at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from noticeboard.languages.language_names import in_order
from noticeboard.model import Location, Problem, error
from noticeboard.settings import BUILT_IN_KINDS, RESERVED_KINDS, Kind, SecurityContact, Settings
from noticeboard.sources.accessibility_statement import statement
from noticeboard.sources.per_language import labels
from noticeboard.sources.platform import PlatformFields
from noticeboard.sources.renamed_keys import PLATFORM_KEYS, relocated, under_new_names
from noticeboard.sources.schema import empty_value, nearest, validate

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from noticeboard.sources.platform import KindFields
    from noticeboard.sources.yaml12 import Yaml

_LISTS = ("languages", "required_languages", "refused_crawlers")
"""Settings whose order counts."""

_SETS = ("plain_typography", "gone")
"""Settings whose order does not count."""

_TEXTS = ("name", "tagline", "publisher", "notice", "contact", "privacy")
_VALUES = (
    *(
        "time_zone",
        "default_language",
        "first_address",
        "edit_address",
        "changes_address",
        "exchange_address",
        "require_current",
    ),
    *("logo", "colour"),
)


def read_settings(defaults: Settings, option: Yaml, platform: Yaml) -> tuple[Settings, tuple[Problem, ...]]:
    """The settings and every problem; platform.yml wins over the NOTICEBOARD option, and that over the defaults."""
    settings, problems = defaults, option.problems + platform.problems
    for yaml in (option, platform):
        if isinstance(yaml.value, dict):
            empty = [k for k, v in yaml.value.items() if v is None]
            problems += tuple(empty_value(yaml.key_places[(k,)], k, PlatformFields.model_fields) for k in empty)
            given = {k: v for k, v in yaml.value.items() if v is not None}
            given, olds, renamed = under_new_names(given, yaml.key_places, PLATFORM_KEYS)
            places, key_places = (
                relocated(yaml.locations, olds),
                relocated(yaml.key_places, olds) if olds else yaml.key_places,
            )
            fields, found = validate(PlatformFields, given, places, key_places)
            problems += renamed
            problems += found
            settings = _overlaid(settings, fields, yaml) if fields else settings
    settings = replace(settings, languages=in_order(settings.languages))
    return settings, (*problems, *_inconsistent(settings, platform if platform.locations else option))


def _overlaid(settings: Settings, fields: PlatformFields, yaml: Yaml) -> Settings:
    given = fields.model_fields_set
    values: dict[str, Any] = {name: labels(getattr(fields, name)) for name in _TEXTS if name in given}
    values |= {name: getattr(fields, name) for name in _VALUES if name in given}
    values |= {name: tuple(dict.fromkeys(found)) for name in _LISTS if (found := getattr(fields, name)) is not None}
    values |= {name: tuple(sorted(set(found))) for name in _SETS if (found := getattr(fields, name)) is not None}
    contacts = [place for place in settings.contact_places if place[0] not in given]
    headings = {k: labels(v.labels) for k, v in fields.vocabularies.items()}
    return replace(
        settings,
        **values,
        **_placed(fields, yaml),
        contact_places=(*contacts, *_contact_places(fields, yaml)),
        kinds=_kinds(settings.kinds, fields.kinds),
        headings=tuple(sorted({**dict(settings.headings), **headings}.items())),
    )


def _placed(fields: PlatformFields, yaml: Yaml) -> dict[str, Any]:
    """The settings that are records, or are kept with their places."""
    values: dict[str, Any] = {}
    if fields.logo is not None:
        values["logo_place"] = nearest(yaml.locations, ("logo",))
    if fields.security is not None:
        values["security"] = SecurityContact(**fields.security.model_dump(exclude_none=True))
    if fields.accessibility is not None:
        values["accessibility"] = statement(fields.accessibility, nearest(yaml.locations, ("accessibility",)))
    return values


def _contact_places(fields: PlatformFields, yaml: Yaml) -> Iterator[tuple[str, str, Location]]:
    for key in ("contact", "privacy"):
        for lang in getattr(fields, key) or ():
            yield key, lang, nearest(yaml.locations, (key, lang) if lang else (key,))


def _kinds(kinds: tuple[Kind, ...], given: Mapping[str, KindFields]) -> tuple[Kind, ...]:
    known = {k.name: k for k in kinds}
    for name, fields in given.items():
        model = next((k for k in BUILT_IN_KINDS if k.name == fields.like), Kind(name))
        kind = known.get(name, replace(model, name=name))
        known[name] = replace(
            kind,
            one=labels(fields.one) or kind.one,
            many=labels(fields.many) or kind.many,
            requires=tuple(dict.fromkeys((*kind.requires, *fields.requires))),
        )
    return tuple(known.values())


def _inconsistent(settings: Settings, yaml: Yaml) -> Iterator[Problem]:
    """A problem for each setting that contradicts another one."""
    yield from _reserved_kinds(settings, yaml)
    yield from _unoffered_languages(settings, yaml)
    if settings.require_current and not settings.required_languages:
        message = "`require_current` has no effect without `required_languages`."
        hint = "Name the languages that must be current in `required_languages`."
        yield error(_place(yaml, "require_current"), "missing-key", message, hint)


def _reserved_kinds(settings: Settings, yaml: Yaml) -> Iterator[Problem]:
    for name in sorted(RESERVED_KINDS & {kind.name for kind in settings.kinds}):
        message = "A kind cannot be called `{kind}`: the platform itself uses this name."
        location = nearest(yaml.key_places, ("kinds", name))
        yield error(location, "wrong-name", message, "Choose another name.", kind=name)


def _unoffered_languages(settings: Settings, yaml: Yaml) -> Iterator[Problem]:
    if settings.default_language not in settings.languages:
        message = "The default language '{language}' is not one of the languages offered."
        hint = "Add it to `languages`, or choose a default_language from that list."
        location = _place(yaml, "default_language")
        yield error(location, "wrong-language", message, hint, language=settings.default_language)
    for lang in settings.required_languages:
        if lang not in settings.languages:
            message = "The required language '{language}' is not one of the languages offered."
            hint = "Add it to `languages`, or take it out of `required_languages`."
            location = _place(yaml, "required_languages")
            yield error(location, "wrong-language", message, hint, language=lang)


def _place(yaml: Yaml, key: str) -> Location:
    return nearest(yaml.locations, (key,)) if yaml.locations else Location("platform.yml")
