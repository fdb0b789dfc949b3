"""The box for answering a survey, as readers of one language see it."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from noticeboard.languages.dates import date_text, month_text
from noticeboard.languages.language_names import join, language_name, language_names
from noticeboard.languages.month_patterns import month_patterns
from noticeboard.languages.zone_names import zone_text
from noticeboard.pages import addresses
from noticeboard.pages.announcements.announcement_view import AnswerBox
from noticeboard.pages.listings.listing_order import CLOSED, UPCOMING
from noticeboard.pages.questionnaire_address import survey_address, survey_language
from noticeboard.pages.views.view_parts import Moment
from noticeboard.site.lifecycle import turns

if TYPE_CHECKING:
    from noticeboard.pages.locale_context import LocaleContext
    from noticeboard.site import Announcement


def answering(locale: LocaleContext, item: Announcement) -> AnswerBox | None:
    """The box, or None if there is neither a questionnaire nor a deadline."""
    facts = item.facts
    if not (facts.survey or facts.deadline):
        return None
    names = language_names(facts.questionnaire_languages, locale.lang)
    known = turns(facts, locale.zone)
    opened = survey_language(item, locale.lang)
    return AnswerBox(
        opens=locale.moment(facts.opens),
        deadline=locale.moment(facts.deadline),
        href=survey_address(item, locale.lang),
        languages=names,
        languages_joined=join(names, locale.lang) if names else "",
        duration=facts.duration,
        privacy=locale.contact(facts.privacy, f"{item.key}/"),
        turns=tuple(map(locale.instant, known or ())),
        zone=_zone(locale, facts.deadline),
        calendar=locale.href(addresses.deadline(locale.lang, item)) if facts.deadline else "",
        language=language_name(opened, locale.lang) if opened not in ("", locale.lang) else "",
        closed=known is not None and locale.order.group(item) == CLOSED,
        upcoming=locale.order.group(item) == UPCOMING,
        extended_from=locale.moment(facts.extended_from),
        results_expected=_expected(locale, facts.results_expected),
        own_time=month_patterns(locale.lang) if isinstance(facts.deadline, datetime) else (),
    )


def _expected(locale: LocaleContext, stated: str) -> Moment | None:
    """The day or month in which results are expected, in the reader's words."""
    if not stated:
        return None
    day = len(stated) == len("2027-06-01")
    words = date_text(date.fromisoformat(stated), locale.lang) if day else month_text(stated, locale.lang)
    return Moment(words, stated)


def _zone(locale: LocaleContext, deadline: date | None) -> str:
    """The name of the time zone if the deadline is a whole day, else "": the words of an instant contain it."""
    whole = deadline is not None and not isinstance(deadline, datetime)
    return zone_text(deadline, locale.lang, locale.zone) if deadline and whole else ""
