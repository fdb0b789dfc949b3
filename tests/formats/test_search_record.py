"""What Pagefind gets to index."""

# Typographic apostrophes are intended.
# ruff: noqa: RUF001

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from lxml import html

from noticeboard.formats.search_record import SearchCard, SearchRecord, search_file, search_record, searchable
from noticeboard.model import Text
from noticeboard.pages.announcements.announcement_view import AnnouncementPage
from noticeboard.pages.views.page import Page
from noticeboard.pages.views.text_view import Figure, Html, Prose
from noticeboard.pages.views.view_parts import Moment

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from noticeboard.pages.views.page import View

HEAD = "---\ntitle: Over vragen\npublished: 2023-01-10\ndeadline: 2023-02-19\naudience: [teacher]\n"
FILES = {
    "surveys/a/nl.md": f"{HEAD}---\nDe eerste alinea.\n\n## Een kop\n\nDe tweede.\n",
    "pages/about/nl.md": "---\ntitle: Over\nlanguages: [nl]\n---\nText.\n",
    "vocabularies/audience.yml": "teacher: {labels: {nl: Leraar}}\n",
}


@pytest.fixture(scope="module")
def records(make_pages: Callable[..., Mapping[str, View]]) -> dict[str, list[SearchRecord]]:
    """The records of a small site."""
    templates = {AnnouncementPage: "announcement.html"}
    pages = (
        Page.showing(f"{path}index.html", templates.get(type(view), "listing.html"), view)
        for path, view in make_pages(FILES).items()
    )
    return {lang: list(map(search_record, found)) for lang, found in searchable(pages).items()}


def record(**changes: object) -> SearchRecord:
    """A record in French with changes."""
    values: dict[str, object] = {
        "path": "surveys/a/index.html",
        "lang": "fr",
        "title": Text("L’enquête", "fr"),
        "description": Text("", "fr"),
        "prose": Prose("fr", "ltr", "Un <em>texte</em>.", ()),
        "facets": ("audience=teacher", "year=2023"),
        "language": "",
        "card": SearchCard.PLAIN,
        "date": None,
    }
    return SearchRecord(**{**values, **changes})  # type: ignore[arg-type]


def written(found: SearchRecord) -> html.HtmlElement:
    """The elements of a record's file."""
    return html.document_fromstring(search_file(found), parser=html.HTMLParser(encoding="utf-8"))


def meta(found: SearchRecord) -> dict[str, str]:
    """The metadata in a record's file."""
    elements = written(found).xpath("//meta[@data-pagefind-meta]")
    return {e.get("data-pagefind-meta").removesuffix("[content]"): e.get("content") for e in elements}


def test_each_language_finds_what_it_shows(records: dict) -> None:
    """Announcements are found in every language that has their page, borrowed ones too."""
    assert {lang: [r.path for r in found] for lang, found in records.items()} == {
        "en": ["surveys/a/index.html"],
        "nl": ["about/index.html", "surveys/a/index.html"],
        "sv": ["surveys/a/index.html"],
    }


def test_a_borrowed_text_says_so(records: dict) -> None:
    """A text in another language names that language in the reader's; others name none."""
    assert [(r.prose.lang, r.language) for lang in ("nl", "sv") for r in records[lang][-1:]] == [
        ("nl", ""),
        ("nl", "nederländska"),
    ]


def test_filters_are_terms_and_year(records: dict) -> None:
    """Announcements have filters for terms and year; pages of the platform have none."""
    assert [r.facets for r in records["nl"]] == [(), ("audience=teacher", "year=2023")]
    filters = written(records["nl"][1]).xpath("//meta[@data-pagefind-filter]")
    assert [(e.get("data-pagefind-filter"), e.get("content")) for e in filters] == [
        ("audience[content]", "teacher"),
        ("year[content]", "2023"),
    ]


def test_the_whole_text_is_indexed_once(records: dict) -> None:
    """The text is indexed from its lead to its end; a summary that repeats its beginning is not."""
    (body,) = written(records["nl"][1]).xpath("//*[@data-pagefind-body]")
    assert " ".join(body.text_content().split()).count("De eerste alinea.") == 1
    assert [e.text for e in body.iter("h2", "p")] == ["De eerste alinea.", "Een kop", "De tweede."]


def test_results_have_metadata() -> None:
    """Title, language and dates are metadata; unknown values are left out."""
    found = record(
        card=SearchCard.DEADLINE, date=Moment("19 février 2023", "2023-02-19"), title=Text("Une enquête", "fr")
    )
    assert meta(found) == {"title": "Une enquête", "lang": "fr", "dir": "ltr", "card": "1", "date": "19 février 2023"}


def test_the_days_of_answering_are_stated(records: dict) -> None:
    """When a survey can be answered is metadata, as instants; pages of the platform have none."""
    instants = "2023-01-10T00:00:00+01:00 2023-02-19T00:00:00+01:00 2023-02-20T00:00:00+01:00"
    assert [meta(r).get("turns") for r in records["nl"]] == [None, instants]


def test_an_event_says_when_and_where_it_is(make_pages: Callable[..., Mapping[str, View]]) -> None:
    """Its day replaces the day of publication, also for the filter by year."""
    head = "---\ntitle: {}\npublished: 2022-12-10\nstarts: {}\nplace: Gent\nlanguages: [nl]\n---\nText.\n"
    days = {"a": "2023-03-04", "b": "2023-01-04"}
    views = make_pages({f"events/{key}/nl.md": head.format(key, day) for key, day in days.items()})
    pages = [Page.showing(path, "announcement.html", views[path]) for path in ("nl/events/a/", "nl/events/b/")]
    found = [meta(search_record(page)) for page in pages]
    assert [(one["card"], one["date"], one["place"]) for one in found] == [
        ("2", "4 maart 2023", "Gent"),
        ("3", "4 januari 2023", "Gent"),
    ]
    assert [search_record(page).facets for page in pages] == [("year=2023",)] * 2


def test_a_survey_to_come_says_when_it_opens(make_pages: Callable[..., Mapping[str, View]]) -> None:
    """It has a start besides its deadline; an open survey has none."""
    head = "---\ntitle: T\npublished: 2023-01-10\nopens: {}\ndeadline: 2023-03-19\nlanguages: [nl]\n---\nText.\n"
    views = make_pages({f"surveys/{day}/nl.md": head.format(day) for day in ("2023-01-31", "2023-02-03")})
    paths = [f"nl/surveys/{day}/" for day in ("2023-01-31", "2023-02-03")]
    pages = [Page.showing(path, "announcement.html", views[path]) for path in paths]
    assert [meta(search_record(page)).get("start") for page in pages] == [None, "3 februari 2023"]


APART = "L’\N{WORD JOINER} enquête"


@pytest.mark.parametrize(("lang", "expected"), [("fr", APART), ("nl", "L’enquête"), ("it", APART)])
def test_words_joined_by_an_apostrophe_are_indexed_apart(lang: str, expected: str) -> None:
    """A mark lets results show them joined again."""
    found = record(lang=lang, prose=Prose(lang, "ltr", "L’enquête", ()))
    assert (meta(found)["title"], written(found).xpath("string(//p)")) == (expected, expected)


def test_pictures_are_found_by_their_words() -> None:
    """Alternative texts and captions are indexed."""
    figure = Figure("a.jpg", 1, 1, Text("Un arbre", "fr"), Text("X", "fr"), Text("Le parc", "fr"))
    found = record(prose=Prose("fr", "ltr", "", (figure, Html("<ul><li>un</li></ul>"))))
    assert written(found).xpath("//p[text()]/text() | //li/text()") == ["Un arbre", "Le parc", "un"]


def test_hostile_texts_stay_texts() -> None:
    """Markup in a title stays text, and characters that HTML cannot contain are replaced."""
    hostile = '</title><script>alert(1)</script>\0 \N{RIGHT-TO-LEFT MARK}" & <b>'
    assert meta(record(title=Text(hostile, "fr")))["title"] == hostile.replace("\0", "\ufffd")
    assert written(record(title=Text(hostile, "fr"))).xpath("//script") == []


def test_hostile_titles_come_out_as_they_are(hostile: str) -> None:
    """Pagefind reads any title as it is, and nothing else from it."""
    found = written(record(lang="nl", title=Text(hostile, "nl")))
    expected = hostile.replace("\r\n", "\n").replace("\r", "\n")
    assert meta(record(lang="nl", title=Text(hostile, "nl")))["title"] == expected
    assert found.xpath("//script | //b") == []
