"""An announcement's page in every language."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from noticeboard.model import Text
from noticeboard.pages.announcements.announcement_view import Fallback
from noticeboard.pages.views.view_parts import Alternate, LanguageLink, Link, Moment
from noticeboard.site import FileFacts

if TYPE_CHECKING:
    from collections.abc import Callable

    from noticeboard.settings import Settings

PICTURES = tuple(FileFacts(f"surveys/a/{n}", "00", 1, 60, 40, fault="") for n in ("p.jpg", "p.sv.jpg"))
FACTS = (
    "published: 2023-01-10\nopens: 2023-01-16\ndeadline: 2023-02-19\n"
    "survey: https://example.org/s?language={lang}\nquestionnaire_languages: [nl, sv]\nduration: 15\n"
    "privacy: https://example.org/p\naudience: [teacher, head-teacher]\nkey_competences: []\n"
    "image: p.jpg\nimage_credit: Ann\n"
)
FILES = {
    "surveys/a/nl.md": (
        f"---\ntitle: Enquête\nimage_alt: Handen\n{FACTS}expected: {{en: 2023-02-05}}\n---\nDe inleiding.\n"
    ),
    "surveys/a/sv.md": "---\ntitle: Enkät\nimage_alt: Händer\nsummary: Kort.\n---\nInledningen.\n",
    "vocabularies/audience.yml": (
        "head-teacher: {labels: {en: Head teacher, nl: Schoolleider, sv: Rektor}}\n"
        "teacher: {labels: {en: Teacher, nl: Leraar, sv: Lärare}}\n"
    ),
    "vocabularies/key_competences.yml": "digital: {labels: {en: Digital, nl: Digitaal, sv: Digital}}\n",
}


@pytest.fixture(scope="module")
def pages(make_pages: Callable) -> dict:
    """The pages of a survey in Dutch and Swedish on a platform that offers English too."""
    return make_pages(FILES, *PICTURES)


def test_hreflang_names_every_version_and_the_default(pages: dict) -> None:
    """x-default is the first version by code if there is none in English."""
    expected = (
        Alternate("nl", "/nl/surveys/a/"),
        Alternate("sv", "/sv/surveys/a/"),
        Alternate("x-default", "/nl/surveys/a/"),
    )
    assert [pages[f"{lang}/surveys/a/"].address.alternates for lang in ("nl", "sv")] == [expected, expected]


def test_the_default_languages_version_is_the_default(make_pages: Callable) -> None:
    """If there is one."""
    english = "---\ntitle: Survey\nimage_alt: Hands\ntranslates: nl\n---\nThe lead.\n"
    files = {**FILES, "surveys/a/en.md": english}
    files["surveys/a/nl.md"] = files["surveys/a/nl.md"].replace("expected: {en: 2023-02-05}\n", "")
    alternates = make_pages(files, *PICTURES)["sv/surveys/a/"].address.alternates
    assert [a.hreflang for a in alternates] == ["en", "nl", "sv", "x-default"]
    assert alternates[-1].href == "/en/surveys/a/"


def test_addresses_are_absolute_with_siteurl(make_pages: Callable, small_platform: Settings) -> None:
    """Canonical and hreflang are absolute, and links begin with the path of SITEURL."""
    settings = replace(small_platform, siteurl="https://example.org/platform")
    address = make_pages(FILES, *PICTURES, settings=settings)["sv/surveys/a/"].address
    assert (address.canonical, address.alternates[0].href, address.switcher[0].href, address.breadcrumb[1].href) == (
        "https://example.org/platform/sv/surveys/a/",
        "https://example.org/platform/nl/surveys/a/",
        "/platform/en/surveys/a/",
        "/platform/sv/surveys/",
    )


def test_the_switcher_names_each_language_and_what_is_missing(pages: dict) -> None:
    """It links to the page in each language, and marks the current one and those without a text."""
    assert pages["nl/surveys/a/"].address.switcher == (
        LanguageLink("en", "ltr", "English", "/en/surveys/a/", missing=True),
        LanguageLink("nl", "ltr", "Nederlands", "/nl/surveys/a/", current=True),
        LanguageLink("sv", "ltr", "Svenska", "/sv/surveys/a/"),
    )


def test_the_switcher_has_only_wanted_languages(make_pages: Callable) -> None:
    """There is no page in others, and nothing links to one."""
    files = dict(FILES)
    files["surveys/a/nl.md"] = files["surveys/a/nl.md"].replace("expected: {en: 2023-02-05}\n", "languages: [nl, sv]\n")
    pages = make_pages(files, *PICTURES)
    assert [link.lang for link in pages["nl/surveys/a/"].address.switcher] == ["nl", "sv"]
    assert "en/surveys/a/" not in pages


def test_the_breadcrumb_leads_to_the_front_page(pages: dict) -> None:
    """It is in the reader's language and ends with the page itself."""
    assert pages["nl/surveys/a/"].address.breadcrumb == (
        Link(Text("Startpagina", "nl"), "/nl/"),
        Link(Text("Enquêtes", "nl"), "/nl/surveys/"),
        Link(Text("Enquête", "nl"), ""),
    )


def test_the_answer_box_is_in_the_readers_language(pages: dict) -> None:
    """Dates, languages and the questionnaire's address are the reader's."""
    box = pages["nl/surveys/a/"].answering
    assert (box.opens, box.deadline) == (
        Moment("16 januari 2023", "2023-01-16"),
        Moment("19 februari 2023", "2023-02-19"),
    )
    assert (box.href, box.duration, box.privacy, box.languages_joined) == (
        "https://example.org/s?language=nl",
        15,
        Link(Text("example.org/p", ""), "https://example.org/p"),
        "Nederlands en Zweeds",
    )


def test_the_box_names_the_zone_of_a_whole_day(make_pages: Callable) -> None:
    """A day ends at midnight in some zone; an instant already names its zone."""
    assert make_pages(FILES, *PICTURES)["nl/surveys/a/"].answering.zone == "Midden-Europese tijd"
    instant = FILES["surveys/a/nl.md"].replace("deadline: 2023-02-19", "deadline: 2023-02-19T17:00+01:00")
    box = make_pages({**FILES, "surveys/a/nl.md": instant}, *PICTURES)["nl/surveys/a/"].answering
    assert (box.zone, box.deadline.iso) == ("", "2023-02-19T17:00:00+01:00")


def test_terms_are_links_in_the_authors_order_and_empty_groups_are_left_out(pages: dict) -> None:
    """A vocabulary without terms shows nothing."""
    (group,) = pages["nl/surveys/a/"].terms
    assert (group.heading, group.terms) == (
        Text("Doelgroep", "nl"),
        (
            Link(Text("Leraar", "nl"), "/nl/audience/teacher/"),
            Link(Text("Schoolleider", "nl"), "/nl/audience/head-teacher/"),
        ),
    )


def test_a_version_shows_its_own_text(pages: dict) -> None:
    """Title, description, kind, prose and picture are its own, and it is no fallback."""
    page = pages["sv/surveys/a/"]
    assert (page.title, page.description, page.prose.lead, page.fallback, page.address.indexed) == (
        Text("Enkät", "sv"),
        Text("Kort.", "sv"),
        "Inledningen.",
        None,
        True,
    )


def test_without_a_summary_the_lead_is_the_description(pages: dict) -> None:
    """The lead is the first paragraph."""
    assert pages["nl/surveys/a/"].description == Text("De inleiding.", "nl")


def test_a_picture_for_a_language_is_used_there(pages: dict) -> None:
    """photo.sv.jpg replaces photo.jpg on the Swedish page only."""
    sources = [pages[f"{lang}/surveys/a/"].figure.src for lang in ("nl", "sv")]
    assert [src.removeprefix("/media/surveys/a/").startswith("p.sv.") for src in sources] == [False, True]


def test_a_picture_has_size_alt_text_and_credit(pages: dict) -> None:
    """The alternative text is the version's; the credit has the language of the version that states it."""
    figure = pages["sv/surveys/a/"].figure
    assert (figure.width, figure.height, figure.alt, figure.credit) == (
        60,
        40,
        Text("Händer", "sv"),
        Text("Ann", "nl"),
    )


def test_a_fallback_is_in_the_readers_language_around_the_original(pages: dict) -> None:
    """Terms and dates are the reader's; the text is the original's and says so."""
    page = pages["en/surveys/a/"]
    assert page.fallback == Fallback("Dutch", Moment("5 February 2023", "2023-02-05"))
    assert (page.title, page.prose.lang, page.figure.alt) == (Text("Enquête", "nl"), "nl", Text("Handen", "nl"))
    assert page.terms[0].terms[0] == Link(Text("Teacher", "en"), "/en/audience/teacher/")
    assert (page.answering.deadline.text, page.answering.href) == (
        "19 February 2023",
        "https://example.org/s?language=nl",
    )


def test_a_fallback_is_not_indexed(pages: dict) -> None:
    """Its canonical address is the original's, and it has no hreflang."""
    address = pages["en/surveys/a/"].address
    assert (address.canonical, address.alternates, address.indexed) == ("/nl/surveys/a/", (), True)


def test_a_survey_and_its_results_link_to_each_other(make_pages: Callable) -> None:
    """By their titles in the reader's language."""
    results = "---\ntitle: Uitkomst\npublished: 2023-02-01\nresults_of: a\n---\nText.\n"
    pages = make_pages({**FILES, "results/b/nl.md": results}, *PICTURES)
    assert pages["nl/surveys/a/"].results == (Link(Text("Uitkomst", "nl"), "/nl/results/b/"),)
    assert pages["sv/results/b/"].surveys == (Link(Text("Enkät", "sv"), "/sv/surveys/a/"),)


def test_a_page_of_the_platform_has_neither_kind_nor_date(make_pages: Callable) -> None:
    """The about page is directly below its language, and every footer links to it."""
    pages = make_pages({"pages/about/nl.md": "---\ntitle: Over\n---\nText.\n"})
    page = pages["nl/about/"]
    assert (page.kind, page.published, page.answering, page.frame.footer) == (
        None,
        None,
        None,
        (Link(Text("Over", "nl"), "/nl/about/"),),
    )
