"""The filters of lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from noticeboard.model import Text
from noticeboard.pages.listings.listing_view import Choice, Filter

if TYPE_CHECKING:
    from collections.abc import Callable

AUDIENCE = """
teacher: {labels: {en: Teacher, nl: Leraar, sv: Lärare}}
pupil: {labels: {en: Pupil, nl: Leerling, sv: Elev}}
"""
TEXT = "---\ntitle: T\npublished: 2023-01-01\naudience: [{}]\nlanguages: [en, nl, sv]\n---\n\nText.\n"
FILES = {
    "vocabularies/audience.yml": AUDIENCE,
    "news/a/nl.md": TEXT.format("pupil, teacher"),
    "news/a/sv.md": TEXT.format("pupil, teacher"),
    "news/b/nl.md": TEXT.format("teacher"),
}


def test_cards_have_facets(make_pages: Callable) -> None:
    """They are the terms and the languages of the text, in the form of addresses."""
    cards = make_pages(FILES)["nl/news/"].cards
    assert [card.facets for card in cards] == [
        ("audience=pupil", "audience=teacher", "language=nl", "language=sv"),
        ("audience=teacher", "language=nl"),
    ]


def test_a_list_offers_the_terms_and_languages_of_its_cards(make_pages: Callable) -> None:
    """Terms are in the vocabulary's order and link to their pages; languages are in the reader's alphabet."""
    found = make_pages({**FILES, "news/c/sv.md": TEXT.format("teacher")})["nl/news/"].filters
    assert found == (
        Filter(
            Text("Doelgroep", "nl"),
            (
                Choice("audience=teacher", Text("Leraar", "nl"), "/nl/audience/teacher/"),
                Choice("audience=pupil", Text("Leerling", "nl"), "/nl/audience/pupil/"),
            ),
        ),
        Filter(
            Text("Language of the text", "en"),
            (
                Choice("language=nl", Text("Nederlands", "nl"), ""),
                Choice("language=sv", Text("Zweeds", "nl"), ""),
            ),
        ),
    )


def test_a_language_of_all_texts_is_no_choice(make_pages: Callable) -> None:
    """It would not narrow the list."""
    files = {**FILES, "news/b/sv.md": TEXT.format("teacher")}
    assert [len(found.choices) for found in make_pages(files)["nl/news/"].filters] == [2]


def test_a_filter_with_one_choice_is_left_out(make_pages: Callable) -> None:
    """It would not narrow the list."""
    files = {k: v for k, v in FILES.items() if k != "news/a/sv.md"}
    files["news/a/nl.md"] = TEXT.format("teacher")
    assert make_pages(files)["nl/news/"].filters == ()
