"""Language tags: well-formedness and usual case, after BCP 47 (RFC 5646)."""

from __future__ import annotations

import re

_TAG = re.compile(
    r"""
    (?: [a-z]{2,3} (?: -[a-z]{3} ){0,3} | [a-z]{4,8} )   # language, extended language
    (?: -[a-z]{4} )?                                     # script
    (?: -(?: [a-z]{2} | [0-9]{3} ) )?                    # region
    (?: -(?: [a-z0-9]{5,8} | [0-9][a-z0-9]{3} ) )*       # variants
    (?: -[a-wy-z0-9] (?: -[a-z0-9]{2,8} )+ )*            # extensions
    (?: -x (?: -[a-z0-9]{1,8} )+ )?                      # private use
    | x (?: -[a-z0-9]{1,8} )+
    """,
    re.VERBOSE | re.IGNORECASE | re.ASCII,
)
_IRREGULAR = frozenset(
    {
        *("en-GB-oed", "i-ami", "i-bnn", "i-default", "i-enochian", "i-hak", "i-klingon", "i-lux", "i-mingo"),
        *("i-navajo", "i-pwn", "i-tao", "i-tay", "i-tsu", "sgn-BE-FR", "sgn-BE-NL", "sgn-CH-DE"),
    }
)
"""The grandfathered tags of RFC 5646, section 2.1, that its grammar does not cover."""

_REGION, _SCRIPT = 2, 4


def is_tag(text: str) -> bool:
    """Whether the text is a well-formed language tag in its usual case, such as `pt-BR` or `sr-Latn`.

    Well-formed is what RFC 5646, section 2.2.9, calls so; whether a language of that code exists is not asked. Variants
    and extensions that appear twice are refused.
    """
    return text in _IRREGULAR or bool(_TAG.fullmatch(text) and text == canonical_case(text) and not _repeats(text))


def canonical_case(text: str) -> str:
    """The tag in the case of RFC 5646, section 2.1.1: `PT-br` becomes `pt-BR`; text that is not a tag stays as odd."""
    parts = text.lower().split("-")
    for position in range(1, len(parts)):
        part = parts[position]
        if len(parts[position - 1]) == 1:
            break
        if len(part) == _REGION:
            parts[position] = part.upper()
        elif len(part) == _SCRIPT:
            parts[position] = part.title()
    return "-".join(parts)


def shortened(tag: str) -> tuple[str, ...]:
    """The tag and what is left after dropping its last part repeatedly, longest first (RFC 4647, 3.4).

    `zh-Hant-TW` gives itself, `zh-Hant` and `zh`. A single letter is never last: `en-x-demo` gives itself and `en`.
    """
    parts = tag.split("-")
    tags = ["-".join(parts[:length]) for length in range(len(parts), 0, -1)]
    return tuple(shorter for shorter in tags if len(shorter.rpartition("-")[2]) > 1)


def _repeats(tag: str) -> bool:
    """Whether a variant or an extension's letter appears twice; what follows the private-use x is free."""
    parts = tag.lower().partition("-x-")[0].split("-")
    singles = [part for part in parts if len(part) == 1]
    first = next((position for position, part in enumerate(parts) if len(part) == 1), len(parts))
    variants = [part for part in parts[1:first] if len(part) > _SCRIPT or part[0].isdigit()]
    return len(set(singles)) < len(singles) or len(set(variants)) < len(variants)
