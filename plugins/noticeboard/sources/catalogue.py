"""UI strings per language, read from PO: text -> Catalogue, or the file's problems."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

from babel.messages.pofile import PoFileError, read_po

from noticeboard.languages.numbers import plural_index
from noticeboard.model import Place, Problem, Text, error

if TYPE_CHECKING:
    from collections.abc import Mapping

Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Catalogue:
    """One language's strings: (context, message id) -> its forms, one for a message without plural.

    Forms stand in the order of the language's CLDR plural categories.
    """

    lang: str
    messages: Mapping[Key, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Catalogues:
    """All catalogues by language, and the language whose strings stand in for missing ones."""

    by_language: Mapping[str, Catalogue]
    default: str

    def say(self, lang: str, message: str, context: str = "") -> Text:
        """The message in that language; else in the default one, else its id, each with its own language."""
        for tag in (lang, self.default):
            found = self._forms(tag, (context, message))
            if found:
                return Text(found[0], tag)
        return Text(message, "en")

    def say_number(self, lang: str, one: str, many: str, number: int, context: str = "") -> Text:
        """The message in the plural form that the number takes in that language, with the same fallbacks."""
        for tag in (lang, self.default):
            forms = self._forms(tag, (context, one))
            if forms:
                return Text(forms[min(plural_index(tag, number), len(forms) - 1)], tag)
        return Text(one if number == 1 else many, "en")

    def _forms(self, lang: str, key: Key) -> tuple[str, ...]:
        catalogue = self.by_language.get(lang)
        return catalogue.messages.get(key, ()) if catalogue else ()


def read_catalogue(
    lang: str, data: bytes, path: str
) -> tuple[Catalogue, tuple[Problem, ...]]:
    """The catalogue of a PO file; messages that are fuzzy or untranslated are left out of it."""
    try:
        found = read_po(io.StringIO(data.decode("utf-8-sig")), locale=None, abort_invalid=True)
    except UnicodeDecodeError as fault:
        line = data[: fault.start].count(b"\n") + 1
        place = Place(path, line)
        return Catalogue(lang, {}), (
            error(place, "not-utf-8", "The catalogue is not UTF-8.", "Save it as UTF-8."),
        )
    except PoFileError as fault:
        place = Place(path, (fault.lineno or 0) + 1)
        return Catalogue(lang, {}), (
            error(place, "malformed-catalogue", f"This is no valid PO: {fault}.", "Mend the line."),
        )
    messages: dict[Key, tuple[str, ...]] = {}
    for message in found:
        forms = (message.string,) if isinstance(message.string, str) else tuple(message.string or ())
        if message.id and not message.fuzzy and all(forms):
            key = message.id if isinstance(message.id, str) else message.id[0]
            messages[message.context or "", key] = forms
    return Catalogue(lang, messages), ()
