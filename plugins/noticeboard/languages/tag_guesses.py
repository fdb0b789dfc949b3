"""Likely language tags for text that is none: codes of countries, names of languages, other spellings."""

from __future__ import annotations

from functools import cache

from babel import Locale

from noticeboard.languages.language_data import OFFICIAL
from noticeboard.languages.tags import canonical_case, is_tag

COUNTRIES = {
    "al": "sq",
    "at": "de",
    "ba": "bs",
    "by": "be",
    "ch": "de",
    "cn": "zh",
    "cy": "el",
    "cz": "cs",
    "dk": "da",
    "ee": "et",
    "gb": "en",
    "gr": "el",
    "ie": "ga",
    "jp": "ja",
    "kr": "ko",
    "rs": "sr",
    "se": "sv",
    "si": "sl",
    "ua": "uk",
    "us": "en",
}
"""Codes of countries (ISO 3166-1) that are written for a language by mistake, and the language that is meant.

Some are languages too: se is Northern Sami, cy Welsh.
"""
_LONGEST_CODE = 3
_THREE_LETTERS = (
    "bul ces cze dan deu ger ell gre eng spa est fin fra fre gle hrv hun ita lit lav mlt nld dut pol por ron rum "
    "slk slo slv swe"
)
_TWO_LETTERS = "bg cs cs da de de el el en es et fi fr fr ga hr hu it lt lv mt nl nl pl pt ro ro sk sk sl sv"
"""ISO 639-2, both for terms and for libraries, and ISO 639-1 in the same order."""


def likely_tag(text: str) -> str:
    """The tag in its usual case that a text means; the text itself if it is one; "" if that is not clear.

    "pt-br" and "pt_BR" are pt-BR, "gr" is el, "Dutch", "nederlands" and "dut" are nl.
    """
    tag = canonical_case(text.strip().replace("_", "-"))
    language = tag.partition("-")[0]
    if is_tag(tag) and language in _codes() and len(language) <= _LONGEST_CODE:
        return tag
    return COUNTRIES.get(language, "") or _names().get(text.strip().casefold(), "")


def is_language(tag: str) -> bool:
    """Whether a well-formed tag begins with the code of a language that CLDR knows, or is for private use."""
    language = tag.partition("-")[0]
    return language in _codes() or language in ("x", "i", "art", "sgn") or "qaa" <= language <= "qtz"


@cache
def _codes() -> frozenset[str]:
    return frozenset(str(code).partition("_")[0] for code in Locale("en").languages)


@cache
def _names() -> dict[str, str]:
    """Names of languages in English and in each official language, and ISO 639-2 codes, with the tag of each."""
    found: dict[str, str] = {}
    for speaker in (*OFFICIAL, "en"):
        own = Locale(speaker).languages
        found |= {str(name).casefold(): str(tag) for tag, name in own.items() if tag in OFFICIAL}
    found |= {str(name).casefold(): str(t) for t, name in Locale("en").languages.items() if "_" not in str(t)}
    return found | dict(zip(_THREE_LETTERS.split(), _TWO_LETTERS.split(), strict=True))
