"""The search page: from a word to a calendar, what it loads and when, filters, keyboard, and its messages."""

from __future__ import annotations

import io
import json
import re
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

import brotli
import pytest
from babel.messages.pofile import read_po
from icalendar import Calendar

from noticeboard.languages.typography import set_typography

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Browser, Page, Route

TRANSLATIONS = Path(__file__).resolve().parent.parent.parent / "theme" / "translations"
CLOCK = "2026-12-01T12:00:00+02:00"
# A word that the survey contains only in other forms, and the survey's title in that language.
JOURNEYS = {
    "bg": ("инструментът", "Анкета за цифровите инструменти в класната стая"),
    "mt": ("għalliem", "Stħarriġ dwar l-għodod diġitali fil-klassi"),
    "fi": ("työkalujen", "Kysely digitaalisista työkaluista luokassa"),
}
FIRST_SEARCH = 110_000  # bytes
NEWS = """---
title: {title}
published: {published}
audience: [{audience}]
tags: [{tags}]
---

{text}
"""
TERMS = "{0}: {{labels: {{en: {0}, nl: {0}}}}}\n{1}: {{labels: {{en: {1}, nl: {1}}}}}\n"
ITEMS = {
    "a/nl": ("Eerste vraag", "teacher", "art", "2026-03-01", "Antwoord `<b>` en meer."),
    "b/nl": ("Tweede vraag", "teacher", "music", "2025-02-01", "Antwoord."),
    "c/nl": ("Derde vraag", "pupil", "music", "2024-01-01", "Antwoord."),
    "d/en": ("English question", "pupil", "art", "2024-01-02", "A zebra."),
    **{f"n{n}/nl": (f"Bericht {n}", "pupil", "art", "2023-01-02", "Overvloed.") for n in range(12)},
}
FILES = {
    "platform.yml": "languages: [nl, en]\ndefault_language: nl\nkinds:\n  surveys: {}\n",
    "vocabularies/audience.yml": TERMS.format("teacher", "pupil"),
    "vocabularies/tags.yml": TERMS.format("art", "music"),
    **{
        f"surveys/{path}.md": NEWS.format(
            title=title, audience=audience, tags=tags, published=f"{published}\ndeadline: 2027-01-31", text=text
        )
        for path, (title, audience, tags, published, text) in ITEMS.items()
    },
    **{
        f"events/{name}/nl.md": NEWS.format(
            title=title,
            audience="pupil",
            tags="art",
            published=f"2024-01-01\nstarts: {day}\nplace: Gent",
            text="Optreden.",
        )
        for name, title, day in (("e", "Concert", "2027-02-01"), ("f", "Lezing", "2024-02-01"))
    },
}
POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self' 'wasm-unsafe-eval'; img-src 'self'; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'"
)


@pytest.fixture(scope="session")
def say() -> Callable[..., str]:
    """A message as pages show it: `say("bg", "Search", "command")`."""
    catalogues = {path.stem: read_po(io.BytesIO(path.read_bytes())) for path in TRANSLATIONS.glob("*.po")}

    def said(lang: str, message: str, context: str | None = None) -> str:
        return set_typography(str(catalogues[lang].get(message, context).string), lang)

    return said


@pytest.fixture(scope="module")
def folder(build_folder: Callable) -> Path:
    """A small site in Dutch and English below a path; most surveys are in Dutch, one is in English."""
    return build_folder(FILES, settings={"SITEURL": "https://example.org/platform"})


@pytest.fixture(scope="module")
def site(folder: Path, serve: Callable) -> str:
    """The site's address."""
    return serve(folder, prefix="/platform")


def search(page: Page, query: str) -> str:
    """Types the words, presses Enter and returns the message about the results."""
    page.get_by_role("searchbox").fill(query)
    page.evaluate("document.getElementById('nb-found').replaceChildren()")
    page.get_by_role("searchbox").press("Enter")
    return told(page)


def told(page: Page) -> str:
    """The message about the results, when there is one."""
    page.locator("#nb-found:not(:empty)").wait_for(state="attached")
    return page.locator("#nb-found").inner_text()


def titles(page: Page) -> list[str]:
    """The titles of the results."""
    return page.locator("#nb-results h2").all_inner_texts()


@pytest.mark.parametrize("lang", ["bg", *(pytest.param(lang, marks=pytest.mark.long) for lang in ("mt", "fi"))])
def test_from_a_word_to_the_calendar(demo_url: str, open_page: Callable, say: Callable, lang: str) -> None:
    """A reader finds an open survey by another form of one of its words, and adds its deadline to a calendar."""
    word, title = JOURNEYS[lang]
    page = open_page(f"{demo_url}/{lang}/", clock=CLOCK, width=390)
    page.get_by_role("navigation").get_by_role("link", name=say(lang, "Search", "page"), exact=True).click()
    search(page, word)
    page.get_by_role("link", name=title).click()
    page.wait_for_url(f"**/{lang}/surveys/digital-tools/")
    assert word not in re.findall(r"\w+", " ".join(page.locator("article :is(h1, .body)").all_inner_texts()).lower())
    assert say(lang, "Open", "state") in page.locator(".status .standing").inner_text()
    address = page.get_by_role("link", name=say(lang, "Add to calendar")).get_attribute("href")
    (event,) = Calendar.from_ical(page.request.get(demo_url + address).body()).events
    assert title in event["summary"].replace("\N{WORD JOINER}", "")
    assert event.end == event.start == datetime(2027, 1, 31, 17, tzinfo=ZoneInfo("Europe/Brussels"))


def test_nothing_is_loaded_before_the_reader_searches(site: str, open_page: Callable) -> None:
    """The page loads only its script; a search loads the index, from the site's own path only."""
    page = open_page("about:blank", alone=True)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(urlsplit(request.url).path))
    page.goto(f"{site}/nl/search/", wait_until="networkidle")
    loaded = [path.rpartition("/")[2] for path in asked if "icon" not in path]
    assert loaded == ["", "style.css", "site.js", "search.js"]
    page.get_by_role("searchbox").press_sequentially("antwo")
    assert [path for path in asked if "/index/" in path] == []
    search(page, "antwoord")
    assert {path.partition("/index/")[0] for path in asked if "/index/" in path} == {"/platform/nl/search"}


@pytest.mark.parametrize(
    ("lang", "word"),
    [
        ("el", "ερωτήσεις"),
        pytest.param("sl", "mentorstvo", marks=pytest.mark.long),
        pytest.param("ga", "suirbhé", marks=pytest.mark.long),
    ],
)
def test_a_first_search_is_light(demo_site: Path, demo_url: str, open_page: Callable, lang: str, word: str) -> None:
    """A search for one word loads at most 110 kB besides its results, compressed with brotli."""
    page = open_page("about:blank", alone=True)
    asked: set[str] = set()
    page.on("request", lambda request: asked.add(urlsplit(request.url).path))
    page.goto(f"{demo_url}/{lang}/search/?q={word}")
    told(page)
    files = [path for path in asked if "/search/index/" in path and "/fragment/" not in path]
    assert {path.rpartition(".")[2] for path in files} >= {"js", "json", "pagefind", "pf_meta", "pf_index"}
    assert sum(len(brotli.compress((demo_site / path[1:]).read_bytes(), quality=11)) for path in files) <= FIRST_SEARCH


def test_a_search_can_be_bookmarked(site: str, open_page: Callable) -> None:
    """The address contains the words and filters, and opening it searches at once."""
    page = open_page(f"{site}/nl/search/")
    assert search(page, "antwoorden") == "Resultaten: 3"
    page.locator(".filters > summary").click()
    page.get_by_role("checkbox", name="music").check()
    page.get_by_role("checkbox", name="2025").check()
    page.wait_for_function("document.querySelectorAll('#nb-results li').length === 1")
    assert urlsplit(page.url).query == "q=antwoorden&tags=music&year=2025"
    again = open_page(page.url)
    assert (told(again), titles(again)) == ("Resultaten: 1", ["Tweede vraag"])
    assert again.get_by_role("searchbox").input_value() == "antwoorden"
    assert again.locator("#nb-marks button").all_inner_texts() == ["music", "2025"]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("q=antwoord&audience=teacher", ["Eerste vraag", "Tweede vraag"]),
        ("q=antwoord&tags=art", ["Eerste vraag"]),
        ("q=antwoord&year=2024&year=2025", ["Derde vraag", "Tweede vraag"]),
        ("q=antwoord+derde", ["Derde vraag"]),
        ("q=&audience=teacher", ["Eerste vraag", "Tweede vraag"]),
        ("q=%22&audience=teacher", ["Eerste vraag", "Tweede vraag"]),
    ],
)
def test_filters_narrow_the_results(site: str, open_page: Callable, query: str, expected: list[str]) -> None:
    """Choices of one filter add up, filters and words narrow; filters alone list everything that fits."""
    page = open_page(f"{site}/nl/search/?{query}")
    assert (told(page), sorted(titles(page))) == (f"Resultaten: {len(expected)}", expected)


@pytest.mark.parametrize(
    ("clock", "expected"),
    [("2027-01-30T12:00:00+01:00", "Open Nog 1 dag"), ("2027-02-01T00:00:00+01:00", "Gesloten")],
)
def test_results_show_the_state_of_surveys(site: str, open_page: Callable, clock: str, expected: str) -> None:
    """A survey among the results is open or closed as on its page, by the reader's clock."""
    page = open_page(f"{site}/nl/search/?q=derde", clock=clock)
    assert told(page) == "Resultaten: 1"
    assert " ".join(page.locator("#nb-results .standing").inner_text().split()) == expected


def test_nonsense_finds_nothing(site: str, open_page: Callable) -> None:
    """The page says so and shows other ways to find something."""
    page = open_page(f"{site}/nl/search/")
    for query in ("xqzvbrtk", "antwoordbrtk", "antwoord xqzvbrtk", "a" * 190, "'\"<script>\\"):
        assert search(page, query) == "Niets gevonden. Probeer andere of minder woorden.", query
        assert titles(page) == [], query
    assert page.get_by_role("heading", name="Andere manieren om te zoeken").is_visible()
    page.locator("#nb-ways").get_by_role("link", name="teacher").click()
    page.wait_for_url("**/nl/audience/teacher/")


def test_each_choice_says_how_many_results_it_has(site: str, open_page: Callable) -> None:
    """It counts everything before a search, then the results with the other filters; no choice leads to nothing."""
    page = open_page(f"{site}/nl/search/")

    def counts() -> dict[str, int]:
        rows = page.locator("#nb-filters label").all_text_contents()
        pairs = (re.fullmatch(r"(\S+) \((\d+)\)", row.strip()) for row in rows)
        return {pair[1]: int(pair[2]) for pair in pairs if pair}

    assert {name: count for name, count in counts().items() if not name.isdigit()} == {
        "teacher": 2,
        "pupil": 16,
        "art": 16,
        "music": 2,
    }
    search(page, "antwoord")
    assert counts() == {
        "teacher": 2,
        "pupil": 1,
        "art": 1,
        "music": 2,
        "2027": 0,
        "2026": 1,
        "2025": 1,
        "2024": 1,
        "2023": 0,
    }
    page.locator(".filters > summary").click()
    page.get_by_role("checkbox", name="music").check()
    assert counts() == {
        "teacher": 1,
        "pupil": 1,
        "art": 1,
        "music": 2,
        "2027": 0,
        "2026": 0,
        "2025": 1,
        "2024": 1,
        "2023": 0,
    }
    assert page.get_by_role("checkbox", name="2026").is_disabled()
    assert page.get_by_role("checkbox", name="art").is_enabled()


def test_an_event_among_the_results_says_when_and_where(site: str, open_page: Callable) -> None:
    """The card shows day, place and whether it is over; the filter by year uses the year of the event."""
    page = open_page(f"{site}/nl/search/?q=optreden")
    told(page)
    cards = [" ".join(card.split()) for card in page.locator("#nb-results > li").all_inner_texts()]
    assert sorted(cards) == [
        "Afgelopen Lezing Optreden. 1 februari 2024 Gent",
        "Concert Optreden. 1 februari 2027 Gent",
    ]
    assert told(open_page(f"{site}/nl/search/?year=2027")) == "Resultaten: 1"


def test_filters_that_leave_nothing_can_be_removed(site: str, open_page: Callable) -> None:
    """One button removes all filters, searches again and moves the focus to the field."""
    page = open_page(f"{site}/nl/search/?q=antwoord&audience=pupil&tags=art")
    assert told(page).startswith("Niets gevonden")
    page.get_by_role("button", name="Alle filters wissen").click()
    page.wait_for_function("document.querySelectorAll('#nb-results li').length === 3")
    assert page.evaluate("document.activeElement.id") == "nb-query"
    assert urlsplit(page.url).query == "q=antwoord"


def test_a_borrowed_text_is_found_and_says_so(site: str, open_page: Callable) -> None:
    """An untranslated text is found in the reader's language, is marked with its own, and leads to her page."""
    page = open_page(f"{site}/nl/search/")
    search(page, "zebra")
    (item,) = page.locator("#nb-results > li").all()
    assert item.locator("h2").get_attribute("lang") == item.locator(".summary").get_attribute("lang") == "en"
    assert "Taal van de tekst: Engels" in item.inner_text()
    assert item.get_by_role("link").get_attribute("href") == "/platform/nl/surveys/d/"
    search(page, "eerste")
    assert page.locator("#nb-results [lang]").count() == 0


def test_results_show_markup_as_text(site: str, open_page: Callable) -> None:
    """A passage marks the words that were found; markup in a text stays text."""
    page = open_page(f"{site}/nl/search/?q=antwoorden+eerste")
    told(page)
    passage = page.locator("#nb-results .summary")
    assert "<b> en meer." in passage.inner_text()
    assert not any(re.search(r"\W$", word) for word in passage.locator("mark").all_inner_texts())
    assert (passage.locator("mark").count() > 0, passage.locator("b").count()) == (True, 0)
    assert "31 januari 2027" in page.locator("#nb-results .dates").inner_text()


def test_more_results_come_by_keyboard(site: str, open_page: Callable) -> None:
    """By keyboard alone a reader searches, reaches the results and more of them, and hears their number."""
    page = open_page(f"{site}/nl/search/")
    page.get_by_role("searchbox").focus()
    page.keyboard.type("overvloed")
    page.keyboard.press("Enter")
    assert told(page) == "Resultaten: 12"
    assert page.evaluate("document.activeElement.id") == "nb-query"
    assert len(titles(page)) == 10
    for _ in range(13):
        page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent.trim()") == "Meer resultaten tonen"
    page.keyboard.press("Enter")
    page.wait_for_function("document.querySelectorAll('#nb-results li').length === 12")
    focused = page.evaluate("document.activeElement.textContent")
    assert focused == titles(page)[10]
    assert page.get_by_role("button", name="Meer resultaten tonen").count() == 0
    assert page.locator("#nb-found").get_attribute("role") == "status"


@pytest.mark.parametrize(("query", "scheme"), [("overvloed", "dark"), ("zebra", "light"), ("xqzvbrtk", "light")])
def test_results_are_accessible(site: str, open_page: Callable, axe: Callable, query: str, scheme: str) -> None:
    """Results, borrowed ones and none, with open filters, break no rule that axe checks, and nothing scrolls."""
    page = open_page(f"{site}/nl/search/?q={query}&audience=pupil", width=320, color_scheme=scheme)
    told(page)
    page.locator(".filters > summary").click()
    assert axe(page) == ()
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def test_without_a_script_the_page_says_how_else(site: str, open_page: Callable) -> None:
    """There is no form without a function; the page says why and links to the lists and terms."""
    page = open_page(f"{site}/nl/search/", javascript=False)
    assert page.get_by_role("searchbox").count() == 0
    assert "JavaScript" in page.locator("main").inner_text()
    names = page.locator("#nb-ways").get_by_role("link").all_inner_texts()
    assert names == ["Enquêtes", "Evenementen", "Naar de startpagina", "teacher", "pupil", "art", "music"]


def test_a_failure_is_reported(site: str, open_page: Callable) -> None:
    """If the index cannot be loaded, the page says that the search does not work, shows other ways, and can retry."""
    page = open_page(f"{site}/nl/search/", alone=True)
    page.route("**/pagefind.js", lambda route: route.abort())
    assert search(page, "antwoord") == "Zoeken werkt op dit moment niet."
    assert page.get_by_role("heading", name="Andere manieren om te zoeken").is_visible()


def test_a_strict_policy_allows_the_search(site: str, browser: Browser) -> None:
    """With 'wasm-unsafe-eval' and connections to the site itself, a strict content security policy blocks nothing."""

    def with_policy(route: Route) -> None:
        response = route.fetch()
        route.fulfill(response=response, headers={**response.headers, "content-security-policy": POLICY})

    context = browser.new_context()
    context.add_init_script(
        "window.refused = []; document.addEventListener('securitypolicyviolation', (e) => refused.push(e.blockedURI));"
    )
    context.route("**/nl/search/", with_policy)
    page = context.new_page()
    page.goto(f"{site}/nl/search/")
    assert search(page, "antwoord") == "Resultaten: 3"
    assert page.evaluate("window.refused") == []
    context.unroute_all(behavior="ignoreErrors")
    context.close()


def test_the_advertised_search_address_works(site: str, folder: Path, open_page: Callable) -> None:
    """The address that a front page gives to search programs shows results."""
    page = open_page(f"{site}/nl/")
    (data,) = page.locator("script[type='application/ld+json']").all_text_contents()
    actions = [node["potentialAction"] for node in json.loads(data)["@graph"] if "potentialAction" in node]
    template = actions[0]["target"]["urlTemplate"].removeprefix("https://example.org/platform")
    page.goto(site + template.replace("{search_term_string}", "eerste"))
    assert (told(page), titles(page)) == ("Resultaten: 1", ["Eerste vraag"])


LONG = " ".join(f"woord{number}" for number in range(60))
FURTHER = {
    "news/a/nl.md": f"---\ntitle: Lang\npublished: 2026-01-01\n---\n{LONG} vijver {LONG}.\n",
    "news/b/nl.md": "---\ntitle: Kort\npublished: 2026-01-02\naudience: [teacher]\n---\nEen korte tekst.\n",
    "vocabularies/audience.yml": "teacher: {labels: {nl: Leraar}, synonyms: {nl: [docent, juf van de klas]}}\n",
}


@pytest.fixture(scope="module")
def further(build_folder: Callable, serve: Callable) -> str:
    """The address of a site with a long text, and a short one whose term has synonyms."""
    return serve(build_folder(FURTHER))


def test_a_passage_has_whole_words(further: str, open_page: Callable) -> None:
    """Where the text continues before or after it, there is an ellipsis."""
    page = open_page(f"{further}/nl/search/")
    search(page, "vijver")
    passage = page.locator("#nb-results .summary").inner_text()
    assert (passage[:7], passage[-2:]) == ("… woord", " …")
    assert set(passage.strip("… ").split()) <= {*LONG.split(), "vijver"}
    search(page, "korte")
    assert page.locator("#nb-results .summary").inner_text() == "Een korte tekst."


def test_the_title_names_the_search(further: str, open_page: Callable) -> None:
    """Tabs and bookmarks say what was searched; without words they say what the page is."""
    page = open_page(f"{further}/nl/search/?q=vijver")
    told(page)
    named = page.title()
    page.goto(f"{further}/nl/search/")
    assert (named, page.title()[:6]) == (f"vijver \N{EN DASH} {page.title()}", "Zoeken")


def test_a_term_is_found_by_its_synonyms(further: str, open_page: Callable) -> None:
    """Announcements are found by the label and synonyms of their terms, even if no text contains them."""
    page = open_page(f"{further}/nl/search/")
    found = {}
    for word in ("leraar", "Docent", "juf van de klas", "klas"):
        search(page, word)
        found[word] = titles(page)
    assert found == {"leraar": ["Kort"], "Docent": ["Kort"], "juf van de klas": ["Kort"], "klas": []}
