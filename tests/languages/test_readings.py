"""Figures, dates and times by value, in each language's notation."""

# These texts are about characters that look like others.
# ruff: noqa: RUF001

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from noticeboard.languages.dates import date_text, range_text
from noticeboard.languages.language_data import OFFICIAL
from noticeboard.languages.numbers import number
from noticeboard.languages.readings import read

if TYPE_CHECKING:
    from decimal import Decimal

DATES = (
    ("zh", "\u622a\u81f32027\u5e742\u670819\u65e517:00", "2027-02-19 17:00"),
    ("ar", "\u0628\u064a\u0646 9:30 \u064812:15", "9:30 12:15"),
    ("he", "\u05de9:30 \u05e2\u05d3 12:15", "9:30 12:15"),
    ("ja", "3\u67081\u65e59\u6642\u304b\u30892\u6642\u9593", "--03-01 9:00 2"),
    ("ko", "2027\ub144 2\uc6d4 19\uc77c 17\uc2dc 30\ubd84", "2027-02-19 17:30"),
    ("en", "19 February 2023", "2023-02-19"),
    ("en", "February 19th, 2023", "2023-02-19"),
    ("nl", "19 februari 2023", "2023-02-19"),
    ("hu", "2023. február 19-ig", "2023-02-19"),
    ("hr", "19. veljače 2023.", "2023-02-19"),
    ("lv", "2023. gada 19. februāris", "2023-02-19"),
    ("lv", "2023. gada 19. februārim", "2023-02-19"),
    ("lt", "2023 m. vasario 19 d.", "2023-02-19"),
    ("mt", "19 ta’ Frar 2023", "2023-02-19"),
    ("mt", "19 ta' Frar 2023", "2023-02-19"),
    ("es", "19 de febrero de 2023", "2023-02-19"),
    ("el", "19 Φεβρουαρίου 2023", "2023-02-19"),
    ("bg", "19 февруари 2023 г.", "2023-02-19"),
    ("ga", "19 Feabhra 2023", "2023-02-19"),
    ("ga", "9 Meán Fómhair 2023", "2023-09-09"),
    ("fr", "1er mars 2023", "2023-03-01"),
    ("de", "19.02.2023", "2023-02-19"),
    ("cs", "19. 2. 2023", "2023-02-19"),
    ("de", "am 19.2. geht", "--02-19"),
    ("sv", "2023-02-19", "2023-02-19"),
    ("fr", "19/02/23", "2023-02-19"),
    ("hu", "2023.02.19.", "2023-02-19"),
    ("cs", "v únoru 2023", "2023-02"),
    ("fi", "helmikuussa 2023", "2023-02"),
    ("pl", "w lutym 2023 r.", "2023-02"),
    ("hu", "2023. február", "2023-02"),
    ("el", "Τον Φεβρουάριο 2023", "2023-02"),
    ("es", "febrero de 2023", "2023-02"),
    ("fi", "19. helmikuuta 2023", "2023-02-19"),
    ("sl", "19. februarja 2023", "2023-02-19"),
    ("en", "19–21 February 2023", "2023-02-19 2023-02-21"),
    ("de", "19. bis 21. Februar 2023", "2023-02-19 2023-02-21"),
    ("en", "from 10 January to 19 February 2023", "2023-01-10 2023-02-19"),
    ("hu", "2023. február 19–21.", "2023-02-19 2023-02-21"),
    ("fr", "du 10 janvier au 19 février 2023", "2023-01-10 2023-02-19"),
    ("hr", "od 10. siječnja do 19. veljače 2023.", "2023-01-10 2023-02-19"),
    ("en", "In March 15 schools", "--03-15"),
    ("ga", "Dé hAoine, 19 Feabhra 2023", "2023-02-19"),
    ("ga", "19 Márta 2023", "2023-03-19"),
    ("lv", "1. martā", "--03-01"),
    ("ca", "31 d’agost", "--08-31"),
    ("ca", "19 de maig", "--05-19"),
    ("fi", "7. ja 8. helmikuuta 2023", "2023-02-07 2023-02-08"),
    ("ga", "an 7 agus an 8 Feabhra 2023", "2023-02-07 2023-02-08"),
    ("mt", "fis-7 u t-8 ta' Frar 2023", "2023-02-07 2023-02-08"),
    ("mt", "mis-7 sat-8 ta' Frar 2023", "2023-02-07 2023-02-08"),
)
TIMES = (
    ("en", "14:30", "14:30"),
    ("nl", "14.30", "14:30"),
    ("fr", "14h30", "14:30"),
    ("en", "2.30 pm", "14:30"),
    ("en", "5 pm", "17:00"),
    ("en", "5 p.m.", "17:00"),
    ("sv", "kl. 17", "17:00"),
    ("de", "17 Uhr", "17:00"),
    ("fi", "klo 17.00", "17:00"),
    ("el", "5 μ.μ.", "17:00"),
    ("en", "12 a.m.", "0:00"),
    ("en", "at 14.30", "14:30"),
    ("da", "9.30–16.00", "9:30 16:00"),
)
FIGURES = (
    ("nl", "4.859", "4859"),
    ("sv", "4 859", "4859"),
    ("fr", "4\u00a0859", "4859"),
    ("en", "4,859", "4859"),
    ("en", "4.859", "4.859"),
    ("nl", "4,859", "4.859"),
    ("de", "1.234.567,5", "1234567.5"),
    ("nl", "3,50", "3.5"),
    ("en", "3.50", "3.5"),
    ("sv", "86 %", "86%"),
    ("en", "86%", "86%"),
    ("fr", "86\u202f%", "86%"),
    ("en", "12 noon", "12"),
    ("de", "2.50 €", "2.5"),
    ("en", "2022/23", "2022 2023"),
    ("sv", "2022/2023", "2022 2023"),
    ("en", "2021–2027", "2021 2027"),
    ("en", "B2 KA1 5G", "5"),
    ("en", "COVID-19", "19"),
    ("en", "+32 2 299 11 11 and 3", "3"),
    ("en", "in 2023 500 teachers", "2023 500"),
    ("sv", "1990-talet", "1990"),
    ("fr", "5 000 to 10 000", "5000 10000"),
    ("cs", "5 květin", "5"),
    ("sv", "15 minuter", "15"),
    ("el", "31 Ιανουαρίου 2027, ώρα 17:00", "2027-01-31 17:00"),
    ("sv", "1,5 miljoner", "1500000"),
    ("de", "9-12", "9 12"),
    ("en", "Art. 12(3)", "12 3"),
    ("en", "2016/2102", ""),
    ("ar", "٤٥", "45"),
    ("en", "March 3, 5 pm", "--03-03 17:00"),
    ("en", "Tuesday 3 March, 5 pm to 6.30 pm", "--03-03 17:00 18:30"),
)
PIECES = (
    "1",
    "19",
    "2023",
    "000",
    "5%",
    ".",
    ",",
    ":",
    "/",
    "-",
    "+",
    " ",
    "\u00a0",
    "\n",
    "March",
    " to ",
    "pm",
    "\u0664",
    "a",
)


def values(text: str, tag: str) -> str:
    """The values that are read, separated by spaces."""
    return " ".join(reading.value for reading in read(text, tag))


@pytest.mark.parametrize(("tag", "text", "expected"), [*DATES, *TIMES, *FIGURES])
def test_readers_of_a_language_read_this_value(tag: str, text: str, expected: str) -> None:
    """Text in a language's notation has the value that its readers see."""
    assert values(text, tag) == expected


@given(st.sampled_from(OFFICIAL), st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 12, 31)))
def test_a_date_as_cldr_writes_it_is_read_as_that_date(tag: str, day: date) -> None:
    """The long and the short date, in all official languages."""
    assert (values(date_text(day, tag), tag), values(date_text(day, tag, "short"), tag)) == (f"{day}", f"{day}")


@given(
    st.sampled_from(OFFICIAL),
    st.dates(min_value=date(1990, 1, 1), max_value=date(2060, 1, 1)),
    st.integers(1, 500),
)
def test_a_range_as_cldr_writes_it_is_read_as_its_two_dates(tag: str, first: date, days: int) -> None:
    """A shared month or year counts for both."""
    last = first + timedelta(days)
    assert values(range_text(first, last, tag), tag) == f"{first} {last}"


@given(st.sampled_from(OFFICIAL), st.decimals(min_value=0, max_value=10**9, places=2))
def test_a_number_as_cldr_writes_it_is_read_as_that_number(tag: str, value: Decimal) -> None:
    """With the language's separators of groups and decimals."""
    plain = f"{value:f}".rstrip("0").rstrip(".")
    assert values(f"({number(value, tag)} EUR)", tag) == plain


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join), st.sampled_from(OFFICIAL))
def test_any_text_is_read_in_order_and_without_overlap(text: str, tag: str) -> None:
    """Readings are inside the text, each has a value, and nothing raises."""
    edges = [edge for reading in read(text, tag) for edge in (reading.start, reading.end)]
    assert edges == sorted(edges)
    assert all(0 <= edge <= len(text) for edge in edges)
    assert all(reading.value for reading in read(text, tag))


@pytest.mark.parametrize("text", ["B2 and KA1", "H2020", "file_2023"])
def test_digits_after_a_letter_belong_to_a_name(text: str) -> None:
    """Codes and names are no figures."""
    assert read(text, "en") == ()
