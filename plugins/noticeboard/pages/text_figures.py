"""The pictures in a text as figures, with their credits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from noticeboard.model import Text
from noticeboard.pages import picture_variants

if TYPE_CHECKING:
    from noticeboard.pages.locale_context import LocaleContext
    from noticeboard.pages.views.text_view import Figure
    from noticeboard.site import Announcement, Source


def figure(
    locale: LocaleContext, item: Announcement, source: Source, file: str, words: tuple[Text, Text | None]
) -> Figure:
    """A picture file of the announcement as a figure; a file of its own for the text's language takes precedence.

    `words` are the alt text and the caption, None if there is no caption.
    """
    stem, dot, ending = file.rpartition(".")
    path = f"{item.key}/{stem}.{source.lang}{dot}{ending}"
    files = locale.site.files
    path = path if path in files else f"{item.key}/{file}"
    return picture_variants.figure(files[path], locale.href, (words[0], file_credit(item, source, file), words[1]))


def file_credit(item: Announcement, source: Source, file: str) -> Text:
    """The credit, in the language of the version that states it: this one if it does, else the original."""
    own = {p.file for p in source.pictures if p.credit} | {d.file for d in source.data if d.credit}
    own |= {source.header.image or ""} if source.header.image_credit else set()
    other = item.fallback or source
    credit = dict(item.facts.credits).get(file) or item.facts.image_credit
    return Text(credit, source.lang if file in own else other.lang)
