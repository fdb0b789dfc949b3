"""Texts and addresses that may differ from language to language, as platform.yml has them."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator

from noticeboard.fields.address_types import HttpsAddress
from noticeboard.fields.contact import Contact, Notice
from noticeboard.fields.field_types import FilledText, language

Labels = tuple[tuple[str, str], ...]
"""(language, text) pairs in code order; the language "" means the same in all languages."""


def _per_language(value: object) -> object:
    """A plain string, which means the same in all languages, as a mapping under ""."""
    return {"": value} if isinstance(value, str) else value


def _language_or_all(value: object) -> object:
    """A language tag, or "" for all languages."""
    return value if value == "" else language(value)


_Key = Annotated[str, BeforeValidator(_language_or_all)]
PerLanguage = Annotated[dict[_Key, FilledText], BeforeValidator(_per_language)]
Contacts = Annotated[dict[_Key, Contact], BeforeValidator(_per_language)]
Notices = Annotated[dict[_Key, Notice], BeforeValidator(_per_language)]
Addresses = Annotated[dict[_Key, HttpsAddress], BeforeValidator(_per_language)]


def labels(mapping: dict[str, str] | None) -> Labels:
    """The mapping as pairs in code order; no pairs for None."""
    return tuple(sorted((mapping or {}).items()))
