"""Texts and addresses that may differ from language to language, as platform.yml has them."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator

from noticeboard.sources.fields import FilledText, HttpsAddress, LanguageTag

Labels = tuple[tuple[str, str], ...]
"""(language, text) pairs in code order; the language "" means the same in all languages."""


def _per_language(value: object) -> object:
    """A plain string, which means the same in all languages, as a mapping under ""."""
    return {"": value} if isinstance(value, str) else value


PerLanguage = Annotated[
    dict[LanguageTag | Literal[""], FilledText], BeforeValidator(_per_language)
]
Addresses = Annotated[
    dict[LanguageTag | Literal[""], HttpsAddress], BeforeValidator(_per_language)
]


def labels(mapping: dict[str, str] | None) -> Labels:
    """The mapping as pairs in code order; no pairs for None."""
    return tuple(sorted((mapping or {}).items()))
