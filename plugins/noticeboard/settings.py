"""The NOTICEBOARD dict of pelicanconf.py and platform.yml -> typed Settings, or all their problems at once."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from noticeboard.fields.front_matter_keys import KEYS
from noticeboard.fields.key_declaration import needed_keys
from noticeboard.languages.language_names import in_order
from noticeboard.markdown.render.typography_extension import typeset_text
from noticeboard.model import Location, Problem, Text, error
from noticeboard.sources.accessibility_statement import statement
from noticeboard.sources.per_language import Labels, labels
from noticeboard.sources.platform import PlatformFields
from noticeboard.sources.renamed_keys import PLATFORM_KEYS, relocated, under_new_names
from noticeboard.sources.schema import empty_value, nearest, validate

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from noticeboard.sources.accessibility_statement import AccessibilityStatement
    from noticeboard.sources.platform import KindFields
    from noticeboard.sources.yaml12 import Yaml

_PLATFORM = Location("platform.yml")

OFFICIAL_LANGUAGES = (
    *("bg", "cs", "da", "de", "el", "en", "es", "et", "fi", "fr", "ga", "hr"),
    *("hu", "it", "lt", "lv", "mt", "nl", "pl", "pt", "ro", "sk", "sl", "sv"),
)
"""The 24 official languages of the European Union (Regulation No 1/1958 as amended)."""

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


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of announcement: a top-level folder, labels that the catalogue does not have, required facts.

    `like` is the kind on the model of which it is shown and told: surveys, results, news, events or pages; "" for none.
    `terms` names the vocabularies of which it must use terms, where they exist. `reaching` kinds are meant for all
    offered languages unless they say otherwise; `listed` ones have a list, the others are pages of the platform itself.
    """

    name: str
    one: Labels = ()
    many: Labels = ()
    requires: tuple[str, ...] = ("published",)
    terms: tuple[str, ...] = ()
    reaching: bool = True
    listed: bool = True
    like: str = ""


BUILT_IN_KINDS = (
    Kind("surveys", requires=needed_keys(KEYS, "surveys"), terms=("audience", "tags"), like="surveys"),
    Kind("results", requires=needed_keys(KEYS, "results"), like="results"),
    Kind("events", requires=needed_keys(KEYS, "events"), terms=("audience", "tags"), like="events"),
    Kind("news", requires=needed_keys(KEYS, "news"), reaching=False, like="news"),
    Kind("pages", requires=(), listed=False, like="pages"),
)

RESERVED_KINDS = frozenset({"accessibility", "search", "vocabularies"})
"""Names that no kind can have: the platform has folders or pages of its own that are called so."""


@dataclass(frozen=True, slots=True)
class SecurityContact:
    """Where weaknesses of the site are to be reported, until which day that holds, and the policy's address or ""."""

    contact: str
    expires: date
    policy: str = ""


@dataclass(frozen=True, slots=True)
class Settings:
    """What the platform is called, what it offers, and where it will stand.

    `languages` stand in the order in which readers look for them; an open survey needs the `required_languages`.
    With `require_current` nothing is published while one of these is missing or older than its original.
    Texts in `plain_typography` are shown as they were typed.
    `siteurl` has no trailing slash and may hold a path; it is "" where the site's address is not known.
    `first_address` is where the platform stood first, "" where it never moved. In `edit_address` {path} stands for the
    path below the content folder of a file to be edited; it is "" where people have no such address.
    `logo` is the name of a file beside platform.yml, named at `logo_place`; `colour` is #rrggbb, from which the theme's
    shades are made; "" where the platform has none of its own.
    `contact_places` are the places of `contact` and `privacy`: the key, the language, and where its value stands.
    `changes_address` leads in the same way to what has changed in a file, `exchange_address` to the file with which
    translation tools work: {path} is its path below the folder of exports, without its ending.
    `security` is what security.txt says, `refused_crawlers` are those that robots.txt asks to stay away.
    `gone` are addresses (surveys/name, or a page's name) that nothing has taken the place of.
    `translation_pages` says whether the site tells how far its translations are.
    Label tuples hold (language, text) pairs; the language "" means the same in all languages.
    """

    name: Labels = ()
    tagline: Labels = ()
    publisher: Labels = ()
    notice: Labels = ()
    contact: Labels = ()
    privacy: Labels = ()
    contact_places: tuple[tuple[str, str, Location], ...] = ()
    time_zone: str = "Europe/Brussels"
    languages: tuple[str, ...] = OFFICIAL_LANGUAGES
    default_language: str = "en"
    required_languages: tuple[str, ...] = ()
    require_current: bool = False
    plain_typography: tuple[str, ...] = ()
    kinds: tuple[Kind, ...] = BUILT_IN_KINDS
    headings: tuple[tuple[str, Labels], ...] = ()
    accessibility: AccessibilityStatement | None = None
    logo: str = ""
    logo_place: Location = _PLATFORM
    colour: str = ""
    security: SecurityContact | None = None
    refused_crawlers: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    first_address: str = ""
    edit_address: str = ""
    changes_address: str = ""
    exchange_address: str = ""
    siteurl: str = ""
    strict: bool = False
    show_drafts: bool = False
    translation_pages: bool = True

    @property
    def base(self) -> str:
        """The path in front of every root-relative address: "" or "/platform"."""
        return urlsplit(self.siteurl).path.rstrip("/")

    def typeset(self, text: str, lang: str) -> str:
        """The text in the language's typography, unless the platform leaves that language as it was typed."""
        return text if lang in self.plain_typography else typeset_text(text, lang)

    def kind(self, name: str) -> Kind:
        """The kind of that name; KeyError when there is none."""
        return {k.name: k for k in self.kinds}[name]


def text_for(labels: Labels, lang: str, default: str) -> Text | None:
    """The text in that language, else in the default one, else in the first by code; None without any."""
    texts = dict(labels)
    if not texts:
        return None
    if "" in texts:
        return Text(texts[""], lang)
    found = next((tag for tag in (lang, default) if tag in texts), min(texts))
    return Text(texts[found], found)


def read_settings(defaults: Settings, option: Yaml, platform: Yaml) -> tuple[Settings, tuple[Problem, ...]]:
    """The defaults, overlaid with the NOTICEBOARD option and then with platform.yml; and all their problems."""
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
    return settings, problems + _inconsistent(settings, platform if platform.locations else option)


def _overlaid(settings: Settings, fields: PlatformFields, yaml: Yaml) -> Settings:
    given = fields.model_fields_set
    values: dict[str, Any] = {name: labels(getattr(fields, name)) for name in _TEXTS if name in given}
    values |= {name: getattr(fields, name) for name in _VALUES if name in given}
    if fields.languages is not None:
        values["languages"] = tuple(dict.fromkeys(fields.languages))
    if fields.plain_typography is not None:
        values["plain_typography"] = tuple(sorted(set(fields.plain_typography)))
    if fields.required_languages is not None:
        values["required_languages"] = tuple(dict.fromkeys(fields.required_languages))
    values["contact_places"] = (
        *(place for place in settings.contact_places if place[0] not in given),
        *_contact_places(fields, yaml),
    )
    if fields.logo is not None:
        values["logo_place"] = nearest(yaml.locations, ("logo",))
    if fields.security is not None:
        values["security"] = SecurityContact(**fields.security.model_dump(exclude_none=True))
    if fields.refused_crawlers is not None:
        values["refused_crawlers"] = tuple(dict.fromkeys(fields.refused_crawlers))
    if fields.gone is not None:
        values["gone"] = tuple(sorted(set(fields.gone)))
    if fields.accessibility is not None:
        values["accessibility"] = statement(fields.accessibility, nearest(yaml.locations, ("accessibility",)))
    headings = {k: labels(v.labels) for k, v in fields.vocabularies.items()}
    return replace(
        settings,
        **values,
        kinds=_kinds(settings.kinds, fields.kinds),
        headings=tuple(sorted({**dict(settings.headings), **headings}.items())),
    )


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


def _inconsistent(settings: Settings, yaml: Yaml) -> tuple[Problem, ...]:
    problems = []
    for name in sorted(RESERVED_KINDS & {kind.name for kind in settings.kinds}):
        message = "A kind cannot be called `{kind}`: the platform itself uses this name."
        location = nearest(yaml.key_places, ("kinds", name))
        problems.append(error(location, "wrong-name", message, "Choose another name.", kind=name))
    if settings.default_language not in settings.languages:
        message = "The default language '{language}' is not one of the languages offered."
        hint = "Add it to `languages`, or choose a default_language from that list."
        location = _place(yaml, "default_language")
        problems.append(error(location, "wrong-language", message, hint, language=settings.default_language))
    for lang in settings.required_languages:
        if lang not in settings.languages:
            message = "The required language '{language}' is not one of the languages offered."
            hint = "Add it to `languages`, or take it out of `required_languages`."
            location = _place(yaml, "required_languages")
            problems.append(error(location, "wrong-language", message, hint, language=lang))
    if settings.require_current and not settings.required_languages:
        message = "`require_current` has no effect without `required_languages`."
        hint = "Name the languages that must be current in `required_languages`."
        problems.append(error(_place(yaml, "require_current"), "missing-key", message, hint))
    return tuple(problems)


def _place(yaml: Yaml, key: str) -> Location:
    return nearest(yaml.locations, (key,)) if yaml.locations else Location("platform.yml")
