"""The descriptions that search engines show below the titles of lists and other pages without a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from noticeboard.languages.leading_sentences import excerpt
from noticeboard.model import Text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from noticeboard.pages.locale_context import LocaleContext
    from noticeboard.site import Announcement

_SEPARATOR = " \N{MIDDLE DOT} "
"""Separates titles in every language; a semicolon asks a question in Greek and has a space before it in French."""


def list_description(locale: LocaleContext, title: str, items: Iterable[Announcement]) -> Text:
    """The list's title and the titles of its first entries that are in the reader's language."""
    titles = (locale.title(item) for item in items)
    return named_description(locale, title, _SEPARATOR.join(t.text for t in titles if t.lang == locale.lang))


def named_description(locale: LocaleContext, title: str, rest: str) -> Text:
    """A title followed by `rest`, or by the platform's name if `rest` is empty, cut to the length of an excerpt."""
    return Text(excerpt(f"{title} \N{EN DASH} {rest or locale.platform.text}"), locale.lang)
