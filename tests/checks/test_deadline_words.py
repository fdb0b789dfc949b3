"""The words that a text marks as the deadline, in all languages and forms."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from noticeboard.checks.rules import other_date, wrong_deadline_words
from noticeboard.languages.dates import date_text
from noticeboard.languages.language_data import OFFICIAL
from noticeboard.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable

DEADLINE = date(2027, 2, 19)


def survey(text: str, deadline: str = "2027-02-19") -> str:
    """A survey with that text and deadline."""
    return f"---\ntitle: Mentoring\npublished: 2026-11-02\ndeadline: {deadline}\n---\n\n{text}\n"


def found(link_site: Callable, rule: object, lang: str, text: str, deadline: str = "2027-02-19") -> int:
    """How many problems the rule finds in a survey with that text."""
    site = link_site({f"surveys/a/{lang}.md": survey(text, deadline)}, settings=Settings()).site
    return sum(len(list(rule.RULE.announcement(item, site))) for item in site.every.values())


@pytest.mark.parametrize("lang", OFFICIAL)
@pytest.mark.parametrize("width", ["full", "long", "short"])
def test_the_deadline_is_known_in_every_language(link_site: Callable, lang: str, width: str) -> None:
    """In all 24 languages the deadline as CLDR writes it is right and the day before is wrong."""
    days = (DEADLINE, DEADLINE - timedelta(days=1))
    texts = [f"Text [{date_text(day, lang, width)}]({{deadline}})." for day in days]
    assert [found(link_site, wrong_deadline_words, lang, text) for text in texts] == [0, 1]


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        *(
            ("en", "19 February"),
            ("en", "the 19th"),
            ("en", "*Friday*, 19 Feb."),
            ("en", "this Friday"),
            ("en", "February"),
        ),
        *(("hu", "2027. február 19-ig"), ("fi", "19. helmikuuta klo 17"), ("cs", "do 19. února"), ("de", "19.2.")),
        *(("en", "1 to 19 February 2027"), ("nl", "vrijdag 19 februari om 17.00 uur"), ("el", "19 Φεβρουαρίου")),
    ],
)
def test_the_deadline_may_be_named_in_many_forms(link_site: Callable, lang: str, words: str) -> None:
    """Any form that the sentence needs is right if it names the day."""
    assert found(link_site, wrong_deadline_words, lang, f"Text [{words}]({{deadline}}).") == 0


@pytest.mark.parametrize(
    "words", ["18 February", "the 20th", "19 March 2027", "19 February 2026", "here", "this Sunday", "March"]
)
def test_words_that_name_another_day_are_found(link_site: Callable, words: str) -> None:
    """Another day, month, year or weekday is found, and so are words that name no day."""
    assert found(link_site, wrong_deadline_words, "en", f"Text [{words}]({{deadline}}).") == 1


def test_midnight_ends_the_day_before(link_site: Callable) -> None:
    """A deadline at midnight may be named by the day that ends then or by the day that begins."""
    texts = [f"Text [{day} February]({{deadline}})." for day in (18, 19, 20)]
    assert [found(link_site, wrong_deadline_words, "en", t, "2027-02-20T00:00:00+01:00") for t in texts] == [1, 0, 0]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Until 18 February 2027.", 1),
        ("Until 22 February.", 1),
        ("Until 19 February 2026.", 1),
        ("Until 19 February 2027.", 0),
        ("From 2 November 2026 to 15 February 2027.", 0),
        ("In February 2027, on 23 May 2019 and 31 February.", 0),
        ("Until [18 February]({deadline}).", 0),
    ],
)
def test_dates_near_the_deadline_are_found(link_site: Callable, text: str, number: int) -> None:
    """Dates up to three days away, and the same day of the year before or after, are found; others are not."""
    assert found(link_site, other_date, "en", text) == number
