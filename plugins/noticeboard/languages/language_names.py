"""Names of languages, and lists of names: names.toml, and CLDR through Babel."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from unicodedata import combining, normalize

from babel.lists import format_list

from noticeboard.languages.collation import sort_key
from noticeboard.languages.language_data import language_data
from noticeboard.languages.locales import locale, name_in
from noticeboard.languages.spacing import bind_words
from noticeboard.languages.tables import entry

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["in_order", "join", "language_name", "language_names", "native_name"]

_SOUNDS_I = re.compile("h?[ií](?![aeo])", re.IGNORECASE)


def native_name(tag: str) -> str:
    """The language's name in itself for a list of languages, with a capital first letter: "Nederlands", "Svenska".

    Languages that write such names small within a sentence begin them with a capital in a list or menu (CLDR's
    contextTransforms, uiListOrMenu). A language that CLDR does not know is named by its tag.
    """
    return language_data(tag).native_name


def language_name(tag: str, in_tag: str) -> str:
    """The language's name in another language, as within a sentence: nl in sv is "nederländska".

    If CLDR has no name in that language, it is the native name.
    """
    own = entry("names", in_tag)
    name = own.get("names", {}).get(tag) or name_in(tag, locale(in_tag))
    if not name:
        return native_name(tag)
    return name[0].lower() + name[1:] if own.get("small") else str(name)


def language_names(tags: Iterable[str], in_tag: str) -> tuple[str, ...]:
    """The names of languages in another language, in its alphabetical order."""
    return tuple(sorted((language_name(tag, in_tag) for tag in tags), key=lambda name: sort_key(name, in_tag)))


def join(items: Iterable[str], tag: str) -> str:
    """The items as a list in a sentence: "a, b en c" (nl), "a, b u c" (mt); "" for no items.

    Spanish "y" becomes "e" before the sound i ("alemán e inglés"), which CLDR's patterns leave to the program.
    """
    texts = tuple(items)
    if not texts:
        return ""
    joined = format_list(texts, locale=locale(tag))
    last = entry("names", tag).get("last")
    if last and len(texts) > 1:
        return f"{', '.join(texts[:-1])}{last}{texts[-1]}"
    ending = f" y {texts[-1]}"
    if tag.partition("-")[0] == "es" and joined.endswith(ending) and _SOUNDS_I.match(texts[-1]):
        return f"{joined.removesuffix(ending)} e {texts[-1]}"
    return bind_words(joined, tag)


def in_order(tags: Iterable[str]) -> tuple[str, ...]:
    """The languages in the order in which readers look for them: by native name, accents aside, Latin letters first."""
    return tuple(sorted(tags, key=lambda tag: (_bare(native_name(tag)), tag)))


def _bare(name: str) -> str:
    return "".join(c for c in normalize("NFD", name.casefold()) if not combining(c))
