"""The number of days left, in the grammar of each official language."""

from __future__ import annotations

import io
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
from babel.messages.pofile import read_po

from noticeboard.languages.dates import moment_text
from noticeboard.languages.language_data import OFFICIAL
from noticeboard.languages.numbers import number, plural_index
from noticeboard.languages.typography import set_typography

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

TRANSLATIONS = Path(__file__).resolve().parents[2] / "theme" / "translations"
TODAY = date(2026, 12, 1)
DAYS = (0, 1, 2, 5, 21, 101)
SAMPLE = ("ga", "lv", "mt", "sl")
"""The languages of the everyday tests; the long tests take the others."""
TEXT = "---\ntitle: D{days}\npublished: 2026-11-01\ndeadline: {deadline}\nsurvey: https://example.org/s\n---\nText.\n"

LATER = TEXT.format(days="L", deadline="2027-02-01T06:05:00+01:00")
"""At this moment it is five past midnight on 1 February in New York."""


@pytest.fixture(scope="module")
def site(build_folder: Callable, serve: Callable, tried_languages: tuple[str, ...]) -> str:
    """The address of a platform with a survey for each number of days, in all tested languages."""
    texts = {
        f"surveys/d{days}/{lang}.md": TEXT.format(days=days, deadline=TODAY + timedelta(days=days))
        for days in DAYS
        for lang in tried_languages
    }
    texts |= {f"surveys/later/{lang}.md": LATER for lang in tried_languages}
    platform = f"languages: [{', '.join(tried_languages)}]\ndefault_language: {tried_languages[0]}\n"
    return serve(build_folder({"platform.yml": platform, **texts}))


def standings(page: Page) -> dict[str, str]:
    """The state that each card shows, by its title, with ordinary spaces."""
    cards = page.locator(".card:has(.standing)").all()
    return {
        card.locator("h2, h3").first.inner_text(): " ".join(card.locator(".standing").first.inner_text().split())
        for card in cards
    }


@pytest.mark.parametrize(
    "lang", [lang if lang in SAMPLE else pytest.param(lang, marks=pytest.mark.long) for lang in OFFICIAL]
)
def test_days_are_counted_in_the_languages_grammar(site: str, open_page: Callable, lang: str) -> None:
    """Each number has the right form of the noun; on the last day the card says “today”."""
    catalogue = read_po(io.BytesIO((TRANSLATIONS / f"{lang}.po").read_bytes()))
    page = open_page(f"{site}/{lang}/surveys/", clock=f"{TODAY}T12:00:00+01:00")
    found = standings(page)
    forms = catalogue.get("%(num)s day left").string
    today = catalogue.get("Closes today", "state").string
    expected = {f"D{n}": forms[plural_index(lang, n)] % {"num": number(n, lang)} for n in DAYS if n}
    assert found.keys() - {"D0", "DL"} == expected.keys()
    wrong = {title: found[title] for title, text in expected.items() if not found[title].endswith(plain(text, lang))}
    assert (wrong, found["D0"].endswith(plain(today, lang))) == ({}, True)


def plain(text: str, lang: str) -> str:
    """The text of the page with ordinary spaces."""
    return " ".join(set_typography(text, lang).split())


@pytest.mark.parametrize(
    ("lang", "zone"),
    [
        ("ga", "America/New_York"),
        ("mt", "America/New_York"),
        ("fr", "America/New_York"),
        ("es", "America/Halifax"),
        *(pytest.param(lang, "Europe/Lisbon", marks=pytest.mark.long) for lang in OFFICIAL),
    ],
)
def test_times_in_a_foreign_zone_are_written_as_on_the_page(
    site: str, open_page: Callable, lang: str, zone: str
) -> None:
    """Also in languages that the browser does not know, on the first of a month, and at one o'clock."""
    page = open_page(f"{site}/{lang}/surveys/later/", clock=f"{TODAY}T12:00:00+01:00", timezone_id=zone)
    told = " ".join(page.locator("[data-own] span").first.inner_text().split())
    here = datetime(2027, 2, 1, 5, 5, tzinfo=UTC)
    moment = " ".join(moment_text(here, lang, ZoneInfo(zone)).rpartition(" (")[0].split())
    assert told.endswith(moment)
