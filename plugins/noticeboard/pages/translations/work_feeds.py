"""What there is to translate into a language, for feed readers: an entry for each version, one more for each change."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from noticeboard.model import Text
from noticeboard.pages import addresses
from noticeboard.pages.documents import FeedEntry, FeedPage
from noticeboard.pages.page_messages import TRANSLATION_STATES, TRANSLATIONS
from noticeboard.pages.persistent_ids import SINCE, feed_id, work_id
from noticeboard.pages.translations.status_values import status_key
from noticeboard.pages.translations.work_lists import DONE
from noticeboard.pages.views.page import Page
from noticeboard.site.lifecycle import begins

if TYPE_CHECKING:
    from noticeboard.pages.locale_context import LocaleContext
    from noticeboard.pages.translations.status_values import Found
    from noticeboard.site import Announcement
    from noticeboard.site.translation_tasks import TranslationTask


def work_feed(locale: LocaleContext, found: Found, lang: str) -> Page:
    """The feed of what is to be done in a language, most urgent first, in the words of the pages for translators."""
    path = addresses.feed(addresses.translations(lang))
    return Page(path, "", locale.lang, partial(_feed, locale, found, lang), status_key(locale, path, lang))


def _feed(locale: LocaleContext, found: Found, lang: str) -> FeedPage:
    settings, page = locale.site.settings, addresses.translations(lang)
    todo = [task for task in found().languages[lang].first if task.version_state.state not in DONE]
    entries = tuple(_entry(locale, task) for task in todo)
    days = [day for item in locale.site.announcements.values() if (day := _day(item))]
    return FeedPage(
        lang=locale.lang,
        id=feed_id(settings, lang, (addresses.TRANSLATIONS,)),
        title=Text(f"{locale.gettext(*TRANSLATIONS).text} ({lang})", locale.lang),
        subtitle=None,
        author=locale.text(settings.publisher) or locale.platform,
        updated=_instant(locale, max(days, default=None)),
        home=locale.absolute(page),
        href=locale.absolute(addresses.feed(page)),
        alternates=(),
        entries=entries,
    )


def _entry(locale: LocaleContext, task: TranslationTask) -> FeedEntry:
    item, how = locale.site.announcements[task.announcement], task.version_state
    original = item.versions.get(how.original)
    return FeedEntry(
        id=work_id(locale.site.settings, item, how.lang, f"{how.state}-{original.digest[:8] if original else ''}"),
        title=locale.title(item),
        summary=locale.gettext(*TRANSLATION_STATES[how.state]),
        content="",
        published=_instant(locale, item.facts.published),
        updated=_instant(locale, _day(item)),
        href=f"{locale.absolute(addresses.translations(how.lang))}#nb-{how.state}",
        alternates=(),
        categories=(),
    )


def _day(item: Announcement) -> date | None:
    """The day on which its original was published, or updated last."""
    original = item.fallback
    return max((day for day in (item.facts.published, original and original.header.updated) if day), default=None)


def _instant(locale: LocaleContext, day: date | None) -> str:
    """The instant that a feed names; pages that state no day have the first one of the names in it."""
    return locale.instant(begins(day or date(int(SINCE), 1, 1), locale.zone))
