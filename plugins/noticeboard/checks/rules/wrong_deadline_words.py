"""Words marked as the deadline that do not name it: [18 February]({deadline}) where it is the 19th."""

from __future__ import annotations

import re
from html import unescape
from itertools import pairwise
from typing import TYPE_CHECKING

from noticeboard.checks.deadline_days import deadline_days
from noticeboard.checks.rule import Rule
from noticeboard.languages.date_readings import date_parts
from noticeboard.languages.months import month
from noticeboard.languages.readings import read
from noticeboard.languages.weekdays import names_weekday
from noticeboard.markdown.render.slots import Slot
from noticeboard.model import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from noticeboard.markdown.render.parsed_text import ParsedText
    from noticeboard.model import Problem
    from noticeboard.site import Announcement, Site

_SHOWN = re.compile(r'">(.*?)</time>', re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_LETTERS = re.compile(r"[^\W\d_]{3,}")


def check(announcement: Announcement, site: Site) -> Iterator[Problem]:
    """One problem for each such passage."""
    deadline = announcement.facts.deadline
    if deadline is None:
        return
    days = deadline_days(deadline, site.settings)
    for source in announcement.sources:
        locations = (link.location for link in source.text.links if link.kind == "deadline")
        for location, words in zip(locations, _marked(source.text), strict=False):
            if words and not any(_names(words, day, source.lang) for day in days):
                message = "'{words}' is marked as the deadline, but that is {day}."
                hint = "Correct the words, or leave them out: the program writes the date for []({deadline})."
                yield RULE.problem(location, message, hint, words=words, day=days[0])


def _marked(text: ParsedText) -> Iterator[str]:
    """The words of each passage that is marked as the deadline, in order; "" if the program writes them."""
    for piece, following in pairwise((*text.lead, *text.body, "")):
        if isinstance(piece, Slot) and piece.kind == "instant":
            shown = _SHOWN.match(following) if isinstance(following, str) else None
            yield " ".join(unescape(_TAG.sub("", shown[1])).split()) if shown else ""


def _names(words: str, day: date, lang: str) -> bool:
    """Whether the words name that day: by a date, by the number of the day, or by its month or weekday alone."""
    readings = [r for r in read(words, lang) if r.kind != "time"]
    dates = [r.value for r in readings if r.kind == "date"]
    if dates:
        return any(_is_day(date_parts(value), day) for value in dates)
    if readings:
        return str(day.day) in {r.value for r in readings}
    months = {month(word, lang, inflected=True) for word in _LETTERS.findall(words)}
    return day.month in months or names_weekday(words, day, lang)


def _is_day(parts: Iterable[int], day: date) -> bool:
    """Whether year, month and day, 0 for what is left out, are those of the day."""
    return all(part in (0, own) for part, own in zip(parts, (day.year, day.month, day.day), strict=True))


RULE = Rule(
    name="wrong-deadline-words",
    severity=Severity.WARNING,
    why="Readers are told one date by the text and another by the calendar entry and the notice above it.",
    wrong="deadline: 2023-02-19\n\nThe survey closes on [18 February 2023]({deadline}).",
    right="deadline: 2023-02-19\n\nThe survey closes on [19 February 2023]({deadline}).",
    announcement=check,
)
