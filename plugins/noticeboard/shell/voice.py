"""The catalogue functions that templates call, speaking the language of the page being rendered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from noticeboard.languages.facts import facts
from noticeboard.languages.numbers import number

if TYPE_CHECKING:
    from noticeboard.model import Text
    from noticeboard.sources.catalogue import Catalogues


class Voice:
    """Says the messages of the theme. `lang` is the language of the page at hand; the renderer sets it.

    Templates import their macros without context, so that Jinja makes them once and not once per page; the
    language therefore cannot come from the context.
    """

    def __init__(self, catalogues: Catalogues) -> None:
        """Takes all catalogues."""
        self._catalogues = catalogues
        self.lang = catalogues.default

    def functions(self) -> dict[str, object]:
        """The functions by the names under which templates know them."""
        return {
            "_": self.gettext,
            "ngettext": self.ngettext,
            "pgettext": self.pgettext,
            "npgettext": self.npgettext,
            "for_language": self.for_language,
            "direction": lambda tag: facts(tag).direction,
        }

    def gettext(self, message: str, /, **values: object) -> Markup:
        """The message with its placeholders filled, ready to print."""
        return self._said(self._catalogues.say(self.lang, message), values)

    def pgettext(self, context: str, message: str, /, **values: object) -> Markup:
        """The message in that context."""
        return self._said(self._catalogues.say(self.lang, message, context), values)

    def ngettext(self, one: str, many: str, num: int, /, **values: object) -> Markup:
        """The message in the plural form of the number, which also fills %(num)s."""
        return self.npgettext("", one, many, num, **values)

    def npgettext(self, context: str, one: str, many: str, num: int, /, **values: object) -> Markup:
        """The message in that context and in the plural form of the number."""
        text = self._catalogues.say_number(self.lang, one, many, num, context)
        return self._said(text, {"num": number(num, text.lang), **values})

    def for_language(self, lang: str, message: str, /, **values: object) -> Markup:
        """The message in another language than the page's, marked with it."""
        return self._said(self._catalogues.say(lang, message), values)

    def _said(self, text: Text, values: dict[str, object]) -> Markup:
        filled = escape(text.text) % {k: escape(v) for k, v in values.items()} if values else escape(text.text)
        if text.lang == self.lang:
            return filled
        return Markup('<span lang="{}" dir="{}">{}</span>').format(
            text.lang, facts(text.lang).direction, filled
        )
