"""The schema of platform.yml: what a content folder says of its platform."""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, StrictBool

from noticeboard.fields.address_types import EditAddress, FormerAddress, HttpsAddress
from noticeboard.fields.field_types import Day, Key, Languages, LanguageTag, fail, filled
from noticeboard.fields.mappings import MAPPING
from noticeboard.languages.zone_names import is_zone
from noticeboard.sources.accessibility_statement import StatementFields
from noticeboard.sources.colour import brand_colour
from noticeboard.sources.per_language import Contacts, Notices, PerLanguage


def _zone(value: object) -> object:
    if not isinstance(value, str) or not is_zone(value):
        fail("wrong-time-zone", "'{zone}' is not a time zone.", "Write a name like Europe/Brussels.", zone=value)
    return value


def _beside(value: object) -> str:
    """The value as the name of a file that lies beside platform.yml."""
    name = filled(value)
    if "/" in name or "\\" in name or name.startswith("."):
        fail(
            "wrong-file",
            "'{name}' is not the name of a file beside platform.yml.",
            "Write a name such as logo.svg.",
            name=name,
        )
    return name


class KindFields(BaseModel):
    """A kind of announcement: its labels for one and for many, and the facts it requires."""

    model_config = MAPPING
    one: PerLanguage = {}
    many: PerLanguage = {}
    like: Literal["surveys", "results", "news", "events"] | None = None
    requires: list[Literal["published", "opens", "deadline", "survey", "results_of", "image", "starts", "ends"]] = []


def _crawler(value: object) -> str:
    """The value as the name of a crawler, a product token (RFC 9309, 2.2.1), or * for all."""
    name = filled(value)
    if not re.fullmatch(r"\*|[A-Za-z_-]+", name):
        fail(
            "wrong-value",
            "'{name}' is not the name of a crawler.",
            "Write one such as GPTBot, or * for all.",
            name=name,
        )
    return name


Crawler = Annotated[str, BeforeValidator(_crawler)]


class SecurityFields(BaseModel):
    """Where weaknesses of the site are to be reported: the fields of security.txt (RFC 9116)."""

    model_config = MAPPING
    contact: HttpsAddress
    expires: Day
    policy: HttpsAddress | None = None


class VocabularyFields(BaseModel):
    """The heading of a vocabulary that the catalogue does not know."""

    model_config = MAPPING
    labels: PerLanguage = {}


class PlatformFields(BaseModel):
    """Every key of platform.yml, and of the NOTICEBOARD setting, which may hold the same keys."""

    model_config = MAPPING
    name: PerLanguage | None = None
    tagline: PerLanguage | None = None
    publisher: PerLanguage | None = None
    notice: PerLanguage | None = None
    contact: Contacts | None = None
    privacy: Notices | None = None
    logo: Annotated[str, BeforeValidator(_beside)] | None = None
    colour: Annotated[str, BeforeValidator(brand_colour)] | None = None
    time_zone: Annotated[str, BeforeValidator(_zone)] | None = None
    languages: Languages | None = None
    default_language: LanguageTag | None = None
    required_languages: list[LanguageTag] | None = None
    require_current: StrictBool | None = None
    plain_typography: list[LanguageTag] | None = None
    first_address: HttpsAddress | None = None
    edit_address: EditAddress | None = None
    changes_address: EditAddress | None = None
    exchange_address: EditAddress | None = None
    security: SecurityFields | None = None
    refused_crawlers: list[Crawler] | None = None
    gone: list[FormerAddress] | None = None
    kinds: dict[Key, KindFields] = {}
    vocabularies: dict[str, VocabularyFields] = {}
    accessibility: StatementFields | None = None
