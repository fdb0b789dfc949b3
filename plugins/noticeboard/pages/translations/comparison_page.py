"""A version beside the text that it translates, segment by segment, for people who bring it up to date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from noticeboard.exchange.alignment import OriginalSegment, aligned
from noticeboard.markdown.segments.stamps import changes
from noticeboard.model import Text
from noticeboard.pages import addresses
from noticeboard.pages.alternates import language_link
from noticeboard.pages.page_frame import page_frame
from noticeboard.pages.page_messages import COMPARISON, SEGMENTS
from noticeboard.pages.translations.translation_view import ComparedSegment, ComparisonPage
from noticeboard.pages.views.frame_view import Address
from noticeboard.pages.views.page import Page
from noticeboard.pages.views.view_parts import Link

if TYPE_CHECKING:
    from collections.abc import Iterator

    from noticeboard.exchange.version_document import VersionDocument
    from noticeboard.markdown.segments.segment import SegmentText
    from noticeboard.pages.locale_context import LocaleContext
    from noticeboard.pages.views.view_parts import LanguageLink
    from noticeboard.site import Announcement

_MARKED = ("changed", "added", "removed")


def comparison_page(
    locale: LocaleContext, item: Announcement, original: VersionDocument, translation: VersionDocument
) -> Page:
    """The page that compares a version of the announcement with its original.

    It is at addresses.comparison in previews and in no published site. Labels are in the context's language.
    """
    segments = tuple(_compared(locale, original, translation))
    href = locale.href(addresses.announcement(translation.lang, item))
    title = Link(locale.title(item), href, translation.lang)
    heading = locale.gettext(*COMPARISON)
    view = ComparisonPage(
        frame=page_frame(locale),
        address=Address("", (), (), (locale.home, title, Link(heading, "")), indexed=False),
        heading=heading,
        title=title,
        original=_side(locale, item, original),
        translation=_side(locale, item, translation),
        segments=segments,
        changed=sum(segment.change in _MARKED for segment in segments),
    )
    return Page.showing(addresses.comparison(item, translation.lang), "comparison.html", view, translation.path)


def _side(locale: LocaleContext, item: Announcement, document: VersionDocument) -> LanguageLink:
    return language_link(document.lang, locale.href(addresses.announcement(document.lang, item)))


def _compared(
    locale: LocaleContext, original: VersionDocument, translation: VersionDocument
) -> Iterator[ComparedSegment]:
    """The original's segments in order, and those that the translation alone has where they are in it."""
    both = zip(original.passages, original.digests, strict=True)
    pairs = aligned([OriginalSegment(passage.kind, digest, passage.text) for passage, digest in both], translation, {})
    since = _changes(original, translation)
    alone = [n for n in range(len(translation.passages)) if n not in {pair.segment for pair in pairs if pair}]
    for passage, pair, change in zip(original.passages, pairs, since, strict=True):
        while pair and alone and alone[0] < pair.segment:
            yield _alone(locale, translation, alone.pop(0))
        own = translation.passages[pair.segment] if pair else None
        yield ComparedSegment(
            label=_label(locale, passage),
            change="same" if change == "moved" or (pair and pair.how == "moved") else change,
            original=Text(passage.text, original.lang),
            translation=Text(own.text, translation.lang) if own else None,
        )
    for number in alone:
        yield _alone(locale, translation, number)


def _changes(original: VersionDocument, translation: VersionDocument) -> list[str]:
    """The change of each of the original's segments since the translation was made; "" if it is not known."""
    if translation.stamp is None:
        return [""] * len(original.passages)
    found = changes(translation.stamp, original.digests)
    return [change.kind for change in sorted(found, key=lambda c: c.now) if change.now >= 0]


def _alone(locale: LocaleContext, translation: VersionDocument, number: int) -> ComparedSegment:
    passage = translation.passages[number]
    change = "" if translation.stamp is None else "removed"
    return ComparedSegment(_label(locale, passage), change, None, Text(passage.text, translation.lang))


def _label(locale: LocaleContext, passage: SegmentText) -> Text | None:
    return locale.gettext(*SEGMENTS[passage.kind]) if passage.kind in SEGMENTS else None
