"""Organisers with a website and logo, and a platform's own documents: from the files to the pages."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from bs4 import BeautifulSoup

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

DAY = ("--today", "2023-02-01")
SURVEY = "---\ntitle: T\npublished: 2023-01-10\ndeadline: 2023-02-19\norganisers: [ministry, city]\n{keys}---\nText.\n"
ORGANISERS = (
    "ministry:\n  labels: {en: Ministry of Schools, nl: Ministerie van Scholen}\n"
    "  link: https://schools.example.org/\n  logo: ministry.svg\ncity:\n  labels: {en: City, nl: Stad}\n"
)
DRAWING = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 40"><path d="M0 0h120v40H0z"/></svg>'
FILES = {
    "platform.yml": "languages: [en, nl]\n",
    "surveys/a/en.md": SURVEY.format(keys=""),
    "vocabularies/organisers.yml": ORGANISERS,
    "vocabularies/ministry.svg": DRAWING,
}
PDF = b"%PDF-1.7\n"


def soup(path: Path) -> BeautifulSoup:
    """A page, parsed."""
    return BeautifulSoup(path.read_text(encoding="utf-8"), "lxml")


def told(stderr: str) -> list[str]:
    """The place and name of each problem."""
    lines = [line for line in stderr.splitlines() if ": error[" in line or ": warning[" in line]
    return [line.rpartition("/content/")[2].partition("]")[0] for line in lines]


def test_an_organiser_shows_logo_and_website(site_builder: Callable) -> None:
    """On the announcement, on its own page and for search engines; one without them is a plain term."""
    done = site_builder(FILES, *DAY, settings={"SITEURL": "https://example.org"})
    assert (done.code, done.stderr) == (0, "")
    page = soup(done.output / "nl/surveys/a/index.html")
    first, second = page.select(".facts .terms li")
    image = first.select_one("img")
    assert (image["alt"], image["width"], image["height"]) == ("", "120", "40")
    assert (done.output / image["src"].removeprefix("/")).is_file()
    links = [(a.get_text(), a["href"]) for a in first.select("a")]
    assert links == [
        ("Ministerie van Scholen", "/nl/organisers/ministry/"),
        ("schools.example.org", "https://schools.example.org/"),
    ]
    assert (second.get_text(strip=True), second.select("img")) == ("Stad", [])
    own = soup(done.output / "nl/organisers/ministry/index.html")
    assert own.select_one("main img")["src"] == image["src"]
    assert own.select_one('main a[href="https://schools.example.org/"]')
    (data,) = soup(done.output / "en/surveys/a/index.html").select('script[type="application/ld+json"]')
    ministry, city = json.loads(data.string)["@graph"][0]["author"]
    assert ministry == {
        "@type": "Organization",
        "name": "Ministry of Schools",
        "url": "https://schools.example.org/",
        "logo": f"https://example.org{image['src']}",
    }
    assert city == {"@type": "Organization", "name": "City"}


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({"vocabularies/ministry.svg": None}, ["vocabularies/organisers.yml:1:1: error[missing-image"]),
        ({"vocabularies/ministry.svg": b"<svg/>"}, ["vocabularies/ministry.svg:1:1: error[unsafe-svg"]),
        ({"vocabularies/other.svg": DRAWING}, ["vocabularies/other.svg:1:1: warning[unused-file"]),
        ({"vocabularies/notes.txt": "x"}, ["vocabularies/notes.txt:1:1: error[strange-file"]),
        ({"platform.yml": "contact: pages/contact\n"}, ["platform.yml:1:10: error[broken-link"]),
        ({"platform.yml": "privacy: {en: pages/privacy}\n"}, ["platform.yml:1:15: error[broken-link"]),
        ({"platform.yml": "privacy: privacy.pdf\n"}, ["platform.yml:1:10: error[broken-link"]),
        ({"platform.yml": "privacy: p.pdf\n", "p.pdf": b"<html>"}, ["p.pdf:1:1: error[unsafe-file"]),
    ],
)
def test_named_files_must_exist(site_builder: Callable, changed: dict, expected: list[str]) -> None:
    """Missing or unusable logos, pages and documents are reported where they are named."""
    assert told(site_builder(FILES | changed, *DAY).stderr) == expected


def test_a_privacy_notice_may_be_a_document(site_builder: Callable) -> None:
    """The platform's is beside platform.yml, a survey's beside its text; a version in the reader's language wins."""
    files = FILES | {
        "platform.yml": "languages: [en, nl]\nprivacy: notice.pdf\n",
        "notice.pdf": PDF,
        "notice.nl.pdf": PDF + b"nl",
        "surveys/a/en.md": SURVEY.format(keys="privacy: survey.pdf\n"),
        "surveys/a/survey.pdf": PDF + b"survey",
    }
    done = site_builder(files, *DAY)
    assert (done.code, done.stderr) == (0, "")
    page = soup(done.output / "nl/surveys/a/index.html")
    found = [a["href"] for a in page.select("a") if a["href"].endswith(".pdf")]
    assert [(href.rpartition("/")[0], href.rpartition("/")[2].partition(".")[0]) for href in found] == [
        ("/media/surveys/a", "survey"),
        ("/media", "notice"),
    ]
    assert [(done.output / href.removeprefix("/")).read_bytes() for href in found] == [PDF + b"survey", PDF + b"nl"]
