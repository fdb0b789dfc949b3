"""The box for answering a survey, as readers of one language see it."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from noticeboard.languages.dates import date_text, month_text
from noticeboard.languages.language_names import join, language_name, language_names
from noticeboard.languages.month_patterns import month_patterns
from noticeboard.languages.zone_names import zone_text
from noticeboard.pages import addresses
from noticeboard.pages.announcements.announcement_view import Answering
from noticeboard.pages.listings.listing_order import CLOSED, UPCOMING
from noticeboard.pages.questionnaire_address import survey_address, survey_language
from noticeboard.pages.views.view_parts import Moment
from noticeboard.site.lifecycle import turns

if TYPE_CHECKING:
    from noticeboard.pages.locale_context import LocaleContext
    from noticeboard.site import Announcement


def answering(edition: LocaleContext, item: Announcement) -> Answering | None:
    """The box, or None if there is neither a questionnaire nor a deadline."""
    facts = item.facts
    if not (facts.survey or facts.deadline):
        return None
    names = language_names(facts.questionnaire_languages, edition.lang)
    known = turns(facts, edition.zone)
    opened = survey_language(item, edition.lang)
    return Answering(
        opens=edition.moment(facts.opens),
        deadline=edition.moment(facts.deadline),
        href=survey_address(item, edition.lang),
        languages=names,
        languages_joined=join(names, edition.lang) if names else "",
        duration=facts.duration,
        privacy=edition.contact(facts.privacy, f"{item.key}/"),
        turns=tuple(map(edition.instant, known or ())),
        zone=_zone(edition, facts.deadline),
        calendar=edition.href(addresses.deadline(edition.lang, item)) if facts.deadline else "",
        language=language_name(opened, edition.lang) if opened not in ("", edition.lang) else "",
        closed=known is not None and edition.order.group(item) == CLOSED,
        upcoming=edition.order.group(item) == UPCOMING,
        extended_from=edition.moment(facts.extended_from),
        results_expected=_expected(edition, facts.results_expected),
        own_time=month_patterns(edition.lang) if isinstance(facts.deadline, datetime) else (),
    )


def _expected(edition: LocaleContext, stated: str) -> Moment | None:
    """The day or month in which results are expected, in the reader's words."""
    if not stated:
        return None
    day = len(stated) == len("2027-06-01")
    words = date_text(date.fromisoformat(stated), edition.lang) if day else month_text(stated, edition.lang)
    return Moment(words, stated)


def _zone(edition: LocaleContext, deadline: date | None) -> str:
    """The platform's time zone, where the deadline is a whole day; the words of an instant name it already."""
    whole = deadline is not None and not isinstance(deadline, datetime)
    return zone_text(deadline, edition.lang, edition.zone) if deadline and whole else ""
