"""Weekdays in texts."""

from __future__ import annotations

from datetime import date

import pytest

from noticeboard.languages.dates import date_text
from noticeboard.languages.language_data import OFFICIAL
from noticeboard.languages.weekdays import names_weekday

SUNDAY = date(2023, 2, 19)


@pytest.mark.parametrize("lang", OFFICIAL)
def test_the_full_date_names_its_weekday_and_no_other(lang: str) -> None:
    """In all 24 languages, for every day of the week."""
    full = date_text(SUNDAY, lang, "full")
    assert [names_weekday(full, SUNDAY.replace(day=day), lang) for day in range(13, 20)] == [False] * 6 + [True]


def test_endings_do_not_matter() -> None:
    """A weekday with a case ending is found; in an unknown language none is."""
    said = [
        names_weekday(*given)
        for given in (("vasárnapig", SUNDAY, "hu"), ("sunnuntaina", SUNDAY, "fi"), ("x", SUNDAY, "qaa"))
    ]
    assert said == [True, True, False]
