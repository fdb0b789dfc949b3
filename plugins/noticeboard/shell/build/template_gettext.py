"""The catalogue functions that templates call, speaking the language of the page being rendered."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from noticeboard.languages.language_data import language_data
from noticeboard.languages.numbers import number

if TYPE_CHECKING:
    from collections.abc import Callable

    from noticeboard.model import Text
    from noticeboard.sources.catalogue import Catalogues


KEPT = 10_000
"""How many outputs of macros are kept for the pages to come."""


def once() -> Callable[..., Markup]:
    """A function `once(macro, *values)`: the macro's output for these values, made once for all pages.

    The values must be all that the output depends on; a macro that speaks must get the page's language with them.
    """

    @lru_cache(KEPT)
    def made(macro: Callable[..., Markup], *values: object) -> Markup:
        return macro(*values)

    return made


class TemplateGettext:
    """Says the messages of the theme. `lang` is the language of the page at hand; the renderer sets it.

    Templates import their macros without context, so that Jinja makes them once and not once per page; the
    language therefore cannot come from the context.
    """

    def __init__(self, catalogues: Catalogues) -> None:
        """Takes all catalogues."""
        self._catalogues = catalogues
        self.lang = catalogues.default
        self._plain: dict[tuple[str, str, str], Markup] = {}

    def functions(self) -> dict[str, object]:
        """The functions by the names under which templates know them."""
        return {
            "_": self.gettext,
            "ngettext": self.ngettext,
            "pgettext": self.pgettext,
            "npgettext": self.npgettext,
            "for_language": self.gettext_in,
            "numeral": self.numeral,
            "once": once(),
            "direction": lambda tag: language_data(tag).direction,
        }

    def gettext(self, message: str, /, **values: object) -> Markup:
        """The message with its placeholders filled, ready to print."""
        return self.pgettext("", message, **values)

    def pgettext(self, context: str, message: str, /, **values: object) -> Markup:
        """The message in that context."""
        if values:
            return self._said(self._catalogues.gettext(self.lang, message, context), values)
        key = (self.lang, context, message)
        if key not in self._plain:
            self._plain[key] = self._said(self._catalogues.gettext(self.lang, message, context), {})
        return self._plain[key]

    def ngettext(self, one: str, many: str, num: int, /, **values: object) -> Markup:
        """The message in the plural form of the number, which also fills %(num)s."""
        return self.npgettext("", one, many, num, **values)

    def npgettext(self, context: str, one: str, many: str, num: int, /, **values: object) -> Markup:
        """The message in that context and in the plural form of the number."""
        text = self._catalogues.ngettext(self.lang, one, many, num, context)
        return self._said(text, {"num": number(num, text.lang), **values})

    def numeral(self, count: int) -> str:
        """The number as the language writes it."""
        return number(count, self.lang)

    def gettext_in(self, lang: str, message: str, /, **values: object) -> Markup:
        """The message in another language than the page's, marked with it."""
        return self._said(self._catalogues.gettext(lang, message), values)

    def _said(self, text: Text, values: dict[str, object]) -> Markup:
        filled = escape(text.text)
        filled = filled % {k: escape(v) for k, v in values.items()} if values else filled
        if text.lang == self.lang:
            return filled
        return Markup('<span lang="{}" dir="{}">{}</span>').format(
            text.lang, language_data(text.lang).direction, filled
        )
