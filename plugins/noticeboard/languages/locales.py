"""Language tags -> Babel's locales, which hold CLDR's data."""

from __future__ import annotations

from functools import cache

from babel import Locale, UnknownLocaleError
from babel.core import get_global

from noticeboard.languages.tags import shortened

ROOT = "root"
"""CLDR's locale of no language."""

_PREFERRED = {"en": "en_IE", "pt": "pt_PT"}
"""Where CLDR takes a bare language for a country outside Europe (the United States, Brazil)."""


@cache
def locale(tag: str) -> Locale:
    """The locale that serves a tag best: its own, else that of the tag shortened from the end (RFC 4647), else root.

    `en` is Irish English and `pt` European Portuguese; `en-US` and `pt-BR` are what they say.
    """
    return next((found for found in map(_exact, shortened(tag)) if found), Locale(ROOT))


@cache
def with_territory(tag: str) -> str:
    """The tag's locale with a country, for Open Graph: "sv_SE"; "" if CLDR has none.

    The country is the locale's own, else the likely one (CLDR, likelySubtags).
    """
    found = locale(tag)
    likely = get_global("likely_subtags").get(found.language, "")
    territory = found.territory or (likely.rpartition("_")[2] if likely.count("_") > 1 else "")
    return f"{found.language}_{territory}" if territory else ""


def is_known(tag: str) -> bool:
    """Whether CLDR has data for the tag or a shortened form of it."""
    return locale(tag).language != ROOT


def name_in(tag: str, reader: Locale) -> str:
    """CLDR's name of the language in the reader's, as within a sentence; "" if it has none.

    A bare tag is the language without its country: `pt` is "português", though its locale is that of Portugal.
    """
    if "-" not in tag:
        return reader.languages.get(tag) or ""
    found = locale(tag)
    return (found.get_display_name(reader) or "") if found.language in reader.languages else ""


def _exact(tag: str) -> Locale | None:
    try:
        found = Locale.parse(_PREFERRED.get(tag, tag), sep="_" if tag in _PREFERRED else "-")
    except (ValueError, UnknownLocaleError):
        return None
    return Locale.parse(_PREFERRED.get(str(found), found))
