"""Dates and times in each language's words."""

# Dashes and special spaces are intended.
# ruff: noqa: RUF001

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from noticeboard.languages.dates import date_text, iso, moment_text, month_text, range_text, time_text, times_text
from noticeboard.languages.language_data import OFFICIAL
from noticeboard.languages.month_patterns import month_patterns
from noticeboard.languages.zone_names import is_zone

SHIPPED = (*OFFICIAL, "ar", "uk")
DAY = date(2023, 2, 19)
INSTANT = datetime(2023, 2, 19, 16, 0, tzinfo=UTC)
BRUSSELS = ZoneInfo("Europe/Brussels")


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("nl", "19 februari 2023"),
        ("sv", "19 februari 2023"),
        ("da", "19. februar 2023"),
        ("hr", "19. veljače 2023."),
        ("lv", "2023. gada 19. februāris"),
        ("en", "19 February 2023"),
        ("mt", "19 ta’ Frar 2023"),
        ("ga", "19 Feabhra 2023"),
        ("bg", "19 февруари 2023 г."),
        ("lt", "2023 m. vasario 19 d."),
        ("hu", "2023. február 19."),
        ("eu", "2023ko otsailaren 19a"),
        ("qaa", "2023-02-19"),
    ],
)
def test_a_date_is_written_as_cldr_has_it(tag: str, expected: str) -> None:
    """The long date is in the language; a language that CLDR does not know gets ISO 8601."""
    assert date_text(DAY, tag).replace("\u202f", " ").replace("\u00a0", " ") == expected


@pytest.mark.parametrize("width", ["full", "long", "short"])
@pytest.mark.parametrize("tag", [*SHIPPED, "qaa", "yo", "is"])
def test_every_months_date_has_day_and_year(tag: str, width: str) -> None:
    """In every language and width, with all four digits of the year."""
    for month in range(1, 13):
        shown = date_text(date(2023, month, 27), tag, width)  # type: ignore[arg-type]
        assert ("27" in shown, "2023" in shown) == (True, True)


@pytest.mark.parametrize("tag", SHIPPED)
def test_every_month_has_its_own_name(tag: str) -> None:
    """The twelve long dates of a year differ by more than digits, and no month is a number."""
    names = {"".join(c for c in date_text(date(2023, month, 1), tag) if c.isalpha()) for month in range(1, 13)}
    assert len(names) == 12


def test_full_has_the_weekday() -> None:
    """The full date names it."""
    assert date_text(DAY, "nl", "full") == "zondag 19 februari 2023"
    assert date_text(DAY, "en", "full") == "Sunday 19 February 2023"


def test_short_dates_have_four_digits_of_the_year() -> None:
    """If CLDR's short form has two, its medium form is used."""
    assert date_text(DAY, "nl", "short") == "19-02-2023"
    assert date_text(DAY, "de", "short") == "19.02.2023"
    assert date_text(DAY, "en", "short") == "19/02/2023"


@pytest.mark.parametrize("tag", SHIPPED)
def test_the_clock_has_24_hours(tag: str) -> None:
    """Five in the afternoon is 17 in every language, even Greek and Arabic."""
    assert plain(time_text(time(17, 5), tag)) in ("17:05", "17.05", "17 h 05")


def test_finnish_and_danish_write_times_with_a_stop() -> None:
    """As in CLDR."""
    assert (time_text(time(9, 5), "fi"), time_text(time(9, 5), "da")) == ("9.05", "09.05")


@pytest.mark.parametrize(
    ("tag", "within_month", "within_year"),
    [
        ("nl", "9–25 februari 2023", "9 februari – 5 maart 2023"),
        ("sv", "9–25 februari 2023", "9 februari–5 mars 2023"),
        ("cs", "9.–25.\u00a0února 2023", "9.\u00a0února – 5.\u00a0března 2023"),
        ("hu", "2023. február 9–25.", "2023. február 9. – március 5."),
        ("lv", "2023. gada 9.–25. februāris", "2023. gada 9. februāris – 5. marts"),
        ("mt", "9–25 ta’ Frar 2023", "9 ta’ Frar – 5 ta’ Marzu 2023"),
        ("qaa", "2023-02-09 – 2023-02-25", "2023-02-09 – 2023-03-05"),
    ],
)
def test_a_range_says_once_what_its_ends_share(tag: str, within_month: str, within_year: str) -> None:
    """A range is in the words of long dates; if CLDR's interval is not, two dates are joined."""
    start = date(2023, 2, 9)
    shown = (range_text(start, date(2023, 2, 25), tag), range_text(start, date(2023, 3, 5), tag))
    assert tuple(text.replace("\u2009", " ") for text in shown) == (within_month, within_year)


@pytest.mark.parametrize("tag", [*SHIPPED, "qaa"])
def test_every_range_holds_both_ends(tag: str) -> None:
    """Across a new year, both days and both years are there in every language."""
    shown = range_text(date(2022, 12, 27), date(2023, 1, 26), tag)
    assert all(part in shown for part in ("27", "2022", "26", "2023"))


def test_a_range_of_one_day_is_a_date() -> None:
    """An end before the start is refused."""
    assert range_text(DAY, DAY, "nl") == "19 februari 2023"
    with pytest.raises(ValueError, match="2023-02-18 lies before 2023-02-19"):
        range_text(DAY, date(2023, 2, 18), "nl")


MOMENTS = {
    "ar": "19 فبراير 2023 في 17:00 (توقيت وسط أوروبا)",
    "bg": "19 февруари 2023 г. в 17:00 ч. (централноевропейско време)",
    "cs": "19. února 2023 v 17:00 (středoevropský čas)",
    "da": "19. februar 2023 kl. 17.00 (centraleuropæisk tid)",
    "de": "19. Februar 2023 um 17:00 Uhr (mitteleuropäische Zeit)",
    "el": "19 Φεβρουαρίου 2023 στις 17:00 (ώρα Κεντρικής Ευρώπης)",
    "en": "19 February 2023 at 17:00 (Central European Time)",
    "es": "19 de febrero de 2023 a las 17:00 (hora de Europa central)",
    "et": "19. veebruar 2023, kell 17:00 (Kesk-Euroopa aeg)",
    "fi": "19. helmikuuta 2023 klo 17.00 (Keski-Euroopan aika)",
    "fr": "19 février 2023 à 17 h 00 (heure d’Europe centrale)",
    "ga": "19 Feabhra 2023 ag 17:00 (am Lár na hEorpa)",
    "hr": "19. veljače 2023. u 17:00 (srednjoeuropsko vrijeme)",
    "hu": "2023. február 19. 17:00 (közép-európai idő)",
    "it": "19 febbraio 2023 alle ore 17:00 (ora dell’Europa centrale)",
    "lt": "2023 m. vasario 19 d. 17.00 val. (Vidurio Europos laikas)",
    "lv": "2023. gada 19. februāris plkst. 17.00 (Centrāleiropas laiks)",
    "mt": "19 ta’ Frar 2023 fis-17:00 (ħin Ċentrali Ewropew)",
    "nl": "19 februari 2023 om 17.00 uur (Midden-Europese tijd)",
    "pl": "19 lutego 2023, godz. 17.00 (czas środkowoeuropejski)",
    "pt": "19 de fevereiro de 2023 às 17:00 (hora da Europa Central)",
    "ro": "19 februarie 2023 la ora 17:00 (ora Europei Centrale)",
    "sk": "19. februára 2023 o 17:00 (stredoeurópsky čas)",
    "sl": "19. februar 2023 ob 17:00 (srednjeevropski čas)",
    "sv": "19 februari 2023 kl. 17.00 (centraleuropeisk tid)",
    "uk": "19 лютого 2023 р. о 17:00 (за центральноєвропейським часом)",
    "ca": "19 de febrer del 2023 a les 17:00 (hora d’Europa central)",
    "mk": "19 февруари 2023 г. во 17:00 (средноевропско време)",
    "nb": "19. februar 2023 kl. 17:00 (sentraleuropeisk tid)",
    "sq": "19 shkurt 2023 në orën 17:00 (ora e Evropës Qendrore)",
    "sr-Latn": "19. februar 2023. u 17:00 (srednjeevropsko vreme)",
    "tr": "19 Şubat 2023 saat 17.00 (Orta Avrupa Saati)",
    "qaa": "2023-02-19 17:00 (UTC+01:00)",
}


def plain(text: str) -> str:
    """The text with ordinary spaces."""
    return text.replace("\u00a0", " ").replace("\u202f", " ")


@pytest.mark.parametrize("tag", MOMENTS)
def test_an_instant_is_written_as_people_write_it(tag: str) -> None:
    """It is converted to the platform's zone and written as in a sentence."""
    assert plain(moment_text(INSTANT, tag, BRUSSELS)) == MOMENTS[tag]


@pytest.mark.parametrize("tag", OFFICIAL)
def test_the_scripts_moments_equal_the_pages(tag: str) -> None:
    """The script fills the month's pattern with the same result, on the first of a month and at one o'clock too."""
    for instant in (INSTANT, datetime(2023, 2, 1, 0, 5, tzinfo=UTC)):
        local = instant.astimezone(BRUSSELS)
        values = {"d": local.day, "y": 2023, "h": local.hour, "hh": f"{local:%H}", "mm": f"{local:%M}"}

        def written(place: re.Match[str], values: dict[str, object] = values) -> str:
            words, value = place[2].split(" "), values[place[1]]
            return (words[value] if isinstance(value, int) and value < len(words) else "") or str(value)

        filled = re.sub(r"\{(\w+)=?([^}]*)\}", written, month_patterns(tag)[1])
        assert filled == moment_text(instant, tag, BRUSSELS).partition(" (")[0]


def test_endings_depend_on_the_number() -> None:
    """Basque declines years and days as they are spoken; French and Greek have an ordinal for the first of a month."""
    days = [date(2025, 3, 11), date(2030, 3, 31), date(2031, 3, 1), date(2041, 3, 2), date(2000, 3, 30)]
    assert [date_text(day, "eu").replace(" martxoaren", "") for day in days] == [
        *("2025eko 11", "2030eko 31", "2031ko 1a", "2041eko 2a", "2000ko 30a")
    ]
    assert [date_text(date(2026, 12, 1), tag, "full") for tag in ("fr", "el", "nl")] == [
        *("mardi 1er décembre 2026", "Τρίτη 1η Δεκεμβρίου 2026", "dinsdag 1 december 2026")
    ]


def test_words_before_the_time_agree_with_it() -> None:
    """Spanish, Portuguese and Greek have a singular at one o'clock; the Maltese article follows the number's sound."""
    one, two = (datetime(2023, 2, 19, hour, 0, tzinfo=UTC) for hour in (0, 1))
    told = [moment_text(instant, tag, BRUSSELS) for tag in ("es", "pt", "el", "mt") for instant in (one, two)]
    assert [text.partition("2023 ")[2].partition(" (")[0] for text in told] == [
        *("a la 1:00", "a las 2:00", "à 01:00", "às 02:00", "στη 01:00", "στις 02:00", "fis-01:00", "fit-02:00")
    ]


def test_a_time_stays_on_one_line_with_its_word() -> None:
    """No line ends after a word of one letter either."""
    apart = re.compile(r"\d (?:uur|Uhr|h|ч|val)|(?:kl|godz|plkst)\. |klo | [vo] \d")
    assert [tag for tag in SHIPPED if apart.search(moment_text(INSTANT, tag, BRUSSELS))] == []


@pytest.mark.parametrize("tag", SHIPPED)
def test_the_zone_has_a_name_in_every_language(tag: str) -> None:
    """No supported language falls back to an offset, and only English has an English name."""
    shown = moment_text(INSTANT, tag, BRUSSELS)
    assert "+" not in shown
    assert ("Central European" in shown) == (tag == "en")


def test_summer_and_winter_have_one_name() -> None:
    """The zone's name is the same all year, while the hour changes."""
    summer = datetime(2023, 7, 19, 15, 0, tzinfo=UTC)
    assert plain(moment_text(summer, "nl", BRUSSELS)) == "19 juli 2023 om 17.00 uur (Midden-Europese tijd)"


def test_a_date_has_no_time() -> None:
    """A whole day is its long date in any zone; UTC has that name."""
    assert moment_text(DAY, "nl", BRUSSELS) == "19 februari 2023"
    assert plain(moment_text(INSTANT, "nl", ZoneInfo("UTC"))) == "19 februari 2023 om 16.00 uur (UTC)"


def test_machines_get_iso() -> None:
    """A date stays a date, an instant has its offset (HTML's <time>, RFC 3339)."""
    assert iso(DAY) == "2023-02-19"
    assert iso(INSTANT.astimezone(BRUSSELS)) == "2023-02-19T17:00:00+01:00"


def test_an_instant_without_zone_is_refused() -> None:
    """A local time is no instant."""
    naive = datetime(2023, 2, 19, 17, 0)  # noqa: DTZ001 - what is tested
    for function in (iso, lambda value: moment_text(value, "nl", BRUSSELS)):
        with pytest.raises(ValueError, match="without time zone"):
            function(naive)


def test_zones_are_those_of_iana() -> None:
    """Names in the IANA database are zones; folders, paths and invented names are not."""
    names = ["Europe/Brussels", "UTC", "Europe", "", "../UTC", "/etc/passwd", "x\0", "Mars/Olympus"]
    assert [name for name in names if is_zone(name)] == ["Europe/Brussels", "UTC"]


TIMES = {
    "bg": "19 февруари 2023 г., 14:00–17:00 ч.",
    "cs": "19. února 2023, 14:00–17:00",
    "da": "19. februar 2023 kl. 14.00–17.00",
    "de": "19. Februar 2023, 14:00–17:00 Uhr",
    "el": "19 Φεβρουαρίου 2023, 14:00–17:00",
    "en": "19 February 2023, 14:00–17:00",
    "es": "19 de febrero de 2023, 14:00–17:00",
    "et": "19. veebruar 2023, kell 14:00–17:00",
    "fi": "19. helmikuuta 2023 klo 14.00–17.00",
    "fr": "19 février 2023, 14 h 00–17 h 00",
    "ga": "19 Feabhra 2023, 14:00–17:00",
    "hr": "19. veljače 2023., 14:00–17:00",
    "hu": "2023. február 19. 14:00–17:00",
    "it": "19 febbraio 2023, ore 14:00–17:00",
    "lt": "2023 m. vasario 19 d. 14.00–17.00 val.",
    "lv": "2023. gada 19. februāris plkst. 14.00–17.00",
    "mt": "19 ta’ Frar 2023, 14:00–17:00",
    "nl": "19 februari 2023, 14.00–17.00 uur",
    "pl": "19 lutego 2023, godz. 14.00–17.00",
    "pt": "19 de fevereiro de 2023, 14:00–17:00",
    "ro": "19 februarie 2023, ora 14:00–17:00",
    "sk": "19. februára 2023, 14:00–17:00",
    "sl": "19. februar 2023, 14:00–17:00",
    "sv": "19 februari 2023 kl. 14.00–17.00",
}
MONTHS = {
    "bg": "юни 2027 г.",
    "cs": "červen 2027",
    "da": "juni 2027",
    "de": "Juni 2027",
    "el": "Ιούνιος 2027",
    "en": "June 2027",
    "es": "junio de 2027",
    "et": "juuni 2027",
    "eu": "2027ko ekaina",
    "fi": "kesäkuu 2027",
    "fr": "juin 2027",
    "ga": "Meitheamh 2027",
    "hr": "lipanj 2027.",
    "hu": "2027. június",
    "it": "giugno 2027",
    "lt": "2027 m. birželis",
    "lv": "2027. gada jūnijs",
    "mt": "Ġunju 2027",
    "nl": "juni 2027",
    "pl": "czerwiec 2027",
    "pt": "junho de 2027",
    "ro": "iunie 2027",
    "sk": "jún 2027",
    "sl": "junij 2027",
    "sv": "juni 2027",
}


@pytest.mark.parametrize("tag", TIMES)
def test_two_times_of_one_day_are_written_as_people_write_them(tag: str) -> None:
    """The day is there once, with the language's word for hours; all official languages have an example."""
    start, end = (datetime(2023, 2, 19, hour, tzinfo=BRUSSELS) for hour in (14, 17))
    assert plain(times_text(start, end, tag, BRUSSELS)) == TIMES[tag]
    assert set(TIMES) == set(OFFICIAL)


@pytest.mark.parametrize("tag", OFFICIAL)
def test_two_moments_name_their_zone_once(tag: str) -> None:
    """After the second one if both share it, otherwise twice."""
    start, end = (datetime(2023, 2, day, 14, tzinfo=BRUSSELS) for day in (19, 20))
    zone = moment_text(end, tag, BRUSSELS).partition("(")[2]
    assert times_text(start, end, tag, BRUSSELS).count(f"({zone}") == 1
    assert times_text(start, end, tag, BRUSSELS).endswith(moment_text(end, tag, BRUSSELS))


@pytest.mark.parametrize("tag", MONTHS)
def test_a_month_is_written_as_people_write_it(tag: str) -> None:
    """A month by itself has its own form, and numbers have endings."""
    assert plain(month_text("2027-06", tag)) == MONTHS[tag]


@pytest.mark.parametrize("tag", ["sl", "sr", "sr-Latn", "mk", "is"])
def test_zone_names_are_lower_case_in_sentences_everywhere(tag: str) -> None:
    """Outside Europe too."""
    shown = moment_text(INSTANT, tag, ZoneInfo("America/New_York"))
    assert shown.partition("(")[2][0].islower()
