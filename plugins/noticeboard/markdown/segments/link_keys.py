"""What links lead to, in a form that is the same in all languages."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from noticeboard.languages.language_data import OFFICIAL

_THREE_LETTERS = (
    *("bul", "ces", "cze", "dan", "deu", "ger", "ell", "gre", "eng", "spa", "est", "fin", "fra", "fre", "gle", "hrv"),
    *("hun", "ita", "lit", "lav", "mlt", "nld", "dut", "pol", "por", "ron", "rum", "slk", "slo", "slv", "swe"),
)
"""ISO 639-2, both for terms and for libraries."""

if TYPE_CHECKING:
    from noticeboard.markdown.render.parsed_text import LinkUse


def link_key(link: LinkUse, lang: str) -> str:
    """What a link leads to, the same in all languages.

    An address counts up to its language code, because what follows may be translated too; with a language code in the
    host's name ("nl.example.org") the path does not count. Fragments are left out.
    """
    if link.kind not in ("web", "file"):
        return f"{link.kind} {link.value}"
    scheme, _, rest = link.value.partition("#")[0].rpartition("://")
    host, slash, path = rest.partition("/")
    open_host = _codes(lang).sub("*", host)
    if open_host != host:
        return f"{scheme}://{open_host}"
    return f"{scheme}://{host}{slash}{_codes(lang).split(path, maxsplit=1)[0]}".rstrip("/")


@cache
def _codes(lang: str) -> re.Pattern[str]:
    """A pattern for a language's code as a whole part of an address, in small letters or capitals."""
    codes = "|".join(map(re.escape, sorted({*OFFICIAL, *_THREE_LETTERS, lang})))
    return re.compile(rf"(?<![A-Za-z0-9])(?:{codes})(?![A-Za-z0-9])", re.IGNORECASE)
