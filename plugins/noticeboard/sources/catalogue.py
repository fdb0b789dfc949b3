"""Messages of the interface, per language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from msgspec import Struct

from noticeboard.languages.numbers import plural_index
from noticeboard.model import Stored, Text

Key = tuple[str, str]


class Message(NamedTuple):
    """A message that the program says: its English text, and the context that tells it from the same words elsewhere.

    Calls of it are how `noticeboard catalogues` finds the program's messages, so both are written as plain strings.
    """

    text: str
    context: str = ""


class Catalogue(Stored, frozen=True):
    """One language's strings: (context, message id) -> its forms, one for a message without plural.

    Forms are in the order of the language's CLDR plural categories.
    """

    lang: str
    messages: Mapping[Key, tuple[str, ...]]


class Catalogues(Struct, frozen=True):
    """All catalogues by language, and the language whose messages replace missing ones."""

    by_language: Mapping[str, Catalogue]
    default: str

    def gettext(self, lang: str, message: str, context: str = "") -> Text:
        """The message in that language, else in the default one, else its English id, with the language it is in."""
        for tag in (lang, self.default):
            found = self._forms(tag, (context, message))
            if found:
                return Text(found[0], tag)
        return Text(message, "en")

    def ngettext(self, lang: str, one: str, many: str, number: int, context: str = "") -> Text:
        """The message in the plural form that the number takes in that language, with the same fallbacks."""
        for tag in (lang, self.default):
            forms = self._forms(tag, (context, one))
            if forms:
                return Text(forms[min(plural_index(tag, number), len(forms) - 1)], tag)
        return Text(one if number == 1 else many, "en")

    def _forms(self, lang: str, key: Key) -> tuple[str, ...]:
        catalogue = self.by_language.get(lang)
        return catalogue.messages.get(key, ()) if catalogue else ()
