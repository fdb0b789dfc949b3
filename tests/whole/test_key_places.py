"""Every declared front matter key, and every chart, is shown in all places where it belongs."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING

import pytest
from bs4 import BeautifulSoup
from PIL import Image

from noticeboard.fields.front_matter_keys import KEYS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

DAY = ("--today", "2026-12-01")
SURVEY = """---
title: Zqtitle
summary: Zqsummary tells it.
published: 2026-11-02
updated: 2026-11-05
opens: 2026-11-03
deadline: 2027-01-21
extended_from: 2026-12-22
survey: https://example.org/zqsurvey
questionnaire_languages: [mt]
duration: 37
privacy: https://example.org/zqprivacy
contact: zqcontact@example.org
image: zq.png
image_credit: Zqcredit
image_alt: Zqalt
easy_read: https://example.org/zqeasy
sign_language: https://example.org/zqsign
expected: {sv: 2027-01-08}
languages: [en, nl, sv]
moved_from: [surveys/zqold]
---

Zqlead.
"""
HEAD = "---\ntitle: T\npublished: 2026-11-02\n"
DATA = "\n\n".join(f'![Zq{kind}.](zq.csv "Caption {kind}"){{chart={kind}}}' for kind in ("bar", "stacked", "line"))
FILES = {
    "platform.yml": "languages: [en, nl, sv]\n",
    "surveys/a/en.md": SURVEY,
    "surveys/a/nl.md": "---\ntitle: Titel\ntranslates: en\nimage_alt: Beeld\nstatus: draft\n---\nTekst.\n",
    "surveys/b/en.md": f"{HEAD}deadline: 2026-11-20\nresults_expected: 2027-06\n---\nT.\n",
    "results/r/en.md": f"---\ntitle: Zqresult\npublished: 2026-11-06\nresults_of: a\n---\n\nLead.\n\n{DATA}\n",
    "results/r/nl.md": (
        "---\ntitle: Uitslag\ntranslates: en\nlabels: {Share: Zqaandeel, Teachers: Zqleraren}\n---\n\nIn.\n\n"
        f"{DATA}\n"
    ),
    "results/r/zq.csv": "2023;Share\nTeachers;60 %\n",
    "events/e/en.md": f"{HEAD}starts: 2027-03-04\nends: 2027-03-06\nplace: Zqplace\n---\nT.\n",
}
PAGE, LIST, FRONT, FEED = "en/surveys/a/index.html", "en/surveys/index.html", "en/index.html", "en/surveys/feed.xml"
CALENDAR, ALL_DAYS = "en/surveys/a/deadline.ics", "en/deadlines.ics"
EVENT, EVENTS, EVENT_FEED, EVENT_DAYS = (
    f"en/events/{name}" for name in ("e/index.html", "index.html", "feed.xml", "e/deadline.ics")
)
RESULT, DUTCH, SWEDISH = "en/results/r/index.html", "nl/results/r/index.html", "sv/surveys/a/index.html"
SHOWN: Mapping[str, dict[str, str]] = {
    "title": {
        PAGE: "Zqtitle",
        LIST: "Zqtitle",
        FRONT: "Zqtitle",
        FEED: "Zqtitle",
        CALENDAR: "Zqtitle",
        RESULT: "Zqtitle",
    },
    "summary": {
        PAGE: 'content="Zqsummary',
        LIST: "Zqsummary",
        FRONT: "Zqsummary",
        FEED: "Zqsummary",
        CALENDAR: "Zqsummary",
    },
    "published": {PAGE: "2 November 2026", FEED: "2026-11-02T", CALENDAR: "CREATED:20261101"},
    "updated": {PAGE: "5 November 2026", FEED: "2026-11-05T", CALENDAR: "LAST-MODIFIED:20261104"},
    "opens": {PAGE: "3 November 2026", LIST: 'data-turns="2026-11-03T'},
    "deadline": {
        **dict.fromkeys((PAGE, LIST, FRONT, FEED), "21 January 2027"),
        CALENDAR: "DTSTART;VALUE=DATE:20270121",
        ALL_DAYS: "DTSTART;VALUE=DATE:20270121",
        SWEDISH: "21 januari 2027",
        "json-ld": '"expires":"2027-01-21"',
    },
    "extended_from": {PAGE: "22 December 2026", LIST: "Extended", FEED: "22 December 2026", CALENDAR: "SEQUENCE:1944"},
    "survey": {PAGE: "https://example.org/zqsurvey"},
    "questionnaire_languages": {PAGE: "Maltese"},
    "duration": {PAGE: "37 minutes", LIST: "37 minutes", FRONT: "37 minutes"},
    "privacy": {PAGE: "https://example.org/zqprivacy"},
    "contact": {PAGE: "mailto:zqcontact@example.org"},
    "image": {PAGE: "zq.", LIST: "zq.", FRONT: "zq.", FEED: "zq.", "json-ld": "ImageObject"},
    "image_credit": {PAGE: "Zqcredit", "json-ld": "Zqcredit"},
    "image_alt": {PAGE: "Zqalt", "json-ld": "Zqalt"},
    "easy_read": {PAGE: "https://example.org/zqeasy"},
    "sign_language": {PAGE: "https://example.org/zqsign"},
    "expected": {SWEDISH: "8 januari 2027"},
    "languages": {SWEDISH: "Zqlead"},
    "moved_from": {"en/surveys/zqold/index.html": "/en/surveys/a/"},
    "status": {"nl/surveys/a/index.html": "Zqlead"},
    "results_expected": {"en/surveys/b/index.html": "June 2027"},
    "results_of": {PAGE: "Zqresult", RESULT: "Zqtitle"},
    "starts": {
        EVENT: "4",
        EVENTS: "March 2027",
        EVENT_FEED: "March 2027",
        EVENT_DAYS: "20270304",
        "event": '"startDate":"2027-03-04"',
    },
    "ends": {EVENT: "6 March 2027", EVENTS: "6 March 2027", EVENT_DAYS: "20270307", "event": '"endDate":"2027-03-06"'},
    "place": {EVENT: "Zqplace", EVENTS: "Zqplace", EVENT_FEED: "Zqplace", EVENT_DAYS: "LOCATION;LANGUAGE=en:Zqplace"},
    "translates": {DUTCH: "/en/results/r/", "translation": '"translationOfWork"'},
    "labels": {DUTCH: "Zqaandeel", "nl/results/feed.xml": "Zqleraren"},
}
"""What of each key is to be found where: in files of the output, or in what a page says to search engines."""

ELSEWHERE = {"ignore"}
"""Keys that readers do not see; tests/checks/test_suppression.py tests them."""


def picture() -> bytes:
    """A picture of 60 by 40 pixels."""
    kept = io.BytesIO()
    Image.new("RGB", (60, 40)).save(kept, "PNG")
    return kept.getvalue()


@pytest.fixture(scope="module")
def places(pytestconfig: pytest.Config, tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], str]:
    """The content of a place; the lines of calendars are unfolded."""
    builder = next(p for p in pytestconfig.pluginmanager.get_plugins() if hasattr(p, "SiteBuilder")).SiteBuilder
    files = {**FILES, "surveys/a/zq.png": picture()}
    run = builder(tmp_path_factory.mktemp("places"))(files, *DAY, settings={"SITEURL": "https://example.org"})
    assert run.code == 0, run.stderr
    folder = run.output
    structured = {"json-ld": PAGE, "event": EVENT, "translation": DUTCH, "data": RESULT}

    def text(place: str) -> str:
        found = (folder / structured.get(place, place)).read_bytes().decode().replace("\r\n ", "")
        if place not in structured:
            return found
        (script,) = BeautifulSoup(found, "lxml").select('script[type="application/ld+json"]')
        return json.dumps(json.loads(script.string), ensure_ascii=False, separators=(",", ":"))

    return text


def test_every_key_has_its_places() -> None:
    """SHOWN says for each declared key where it is shown."""
    assert {*SHOWN, *ELSEWHERE} == {*KEYS}


@pytest.mark.parametrize(("key", "place"), [(key, place) for key, places in SHOWN.items() for place in places])
def test_a_key_is_shown_where_it_belongs(places: Callable[[str], str], key: str, place: str) -> None:
    """On pages and cards, in feeds and calendars, and for search engines."""
    assert SHOWN[key][place] in places(place)


@pytest.mark.parametrize("kind", ["bar", "stacked", "line"])
def test_a_chart_is_shown_where_it_belongs(places: Callable[[str], str], kind: str) -> None:
    """With its sentence, table and file on the page, in the feed and in the data set."""
    page = BeautifulSoup(places(RESULT), "lxml")
    chart = page.select_one(f'.chart[role="img"][aria-label="Zq{kind}."]')
    assert chart
    data = chart.find_parent(class_="data")
    assert [cell.get_text(strip=True) for cell in data.select("tbody th, tbody td")] == ["Teachers", "60%"]
    assert data.select_one('a[href$=".csv"]')
    assert f"Zq{kind}." in places("en/results/feed.xml")
    assert f'"name":"Caption {kind}"' in places("data")
