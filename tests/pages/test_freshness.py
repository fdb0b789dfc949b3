"""Which pages must be written, and why."""

from __future__ import annotations

import pytest
from jinja2 import DictLoader, Environment
from msgspec.structs import replace

from noticeboard.digest import digest
from noticeboard.model import Text
from noticeboard.pages.documents import RobotsPage
from noticeboard.pages.freshness import (
    Fingerprint,
    FingerprintInputs,
    StalePage,
    fingerprint,
    stale_pages,
    template_digests,
)
from noticeboard.pages.views import Page, RedirectPage

VIEW = RedirectPage("nl", "ltr", Text("T", "nl"), "/nl/surveys/a/", "/nl/surveys/a/")
PAGE = Page.showing("nl/surveys/old/index.html", "redirect.html", VIEW)
OTHER = Page.showing(PAGE.path, PAGE.template, replace(VIEW, title=Text("U", "nl")))
INGREDIENTS = FingerprintInputs({"redirect.html": "t1"}, {"nl": "c1", "sv": "c1", "": "c1"}, "p1")
FINGERPRINT = fingerprint(PAGE, INGREDIENTS)


def reasons(
    page: Page, ingredients: FingerprintInputs, old: dict[str, Fingerprint], *, intact: bool = True
) -> list[str]:
    """Why the page is stale, or nothing."""
    stale, _ = stale_pages([page], ingredients, old, lambda _: intact)
    return [s.reason for s in stale]


def test_an_unchanged_page_is_not_written() -> None:
    """Equal fingerprint and intact output: nothing to write, and the fingerprint is kept."""
    assert stale_pages([PAGE], INGREDIENTS, {PAGE.path: FINGERPRINT}, lambda _: True) == ([], {PAGE.path: FINGERPRINT})


def test_a_new_page_is_written() -> None:
    """A page that no earlier build knew is written."""
    assert stale_pages([PAGE], INGREDIENTS, {}, lambda _: True) == (
        [StalePage(PAGE, "new")],
        {PAGE.path: replace(FINGERPRINT, view="")},
    )


@pytest.mark.parametrize(
    ("page", "ingredients", "reason"),
    [
        (OTHER, INGREDIENTS, "what it shows changed"),
        (PAGE, replace(INGREDIENTS, templates={"redirect.html": "t2"}), "a template changed"),
        (PAGE, replace(INGREDIENTS, catalogues={"nl": "c2", "": "c2"}), "an interface string changed"),
        (PAGE, replace(INGREDIENTS, program="p2"), "the program or a library of it changed"),
    ],
)
def test_every_ingredient_makes_a_page_stale(page: Page, ingredients: FingerprintInputs, reason: str) -> None:
    """A changed view, template, catalogue or program is a reason to write the page, and is named."""
    assert reasons(page, ingredients, {PAGE.path: FINGERPRINT}) == [reason]


def test_a_damaged_file_is_written_again() -> None:
    """Output that others changed or removed is written again."""
    assert reasons(PAGE, INGREDIENTS, {PAGE.path: FINGERPRINT}, intact=False) == [
        "its file is missing or was changed by others"
    ]


def test_another_languages_strings_change_nothing() -> None:
    """A page does not depend on the catalogue of a language that it does not speak."""
    other = replace(INGREDIENTS, catalogues={"nl": "c1", "sv": "c2", "": "c2"})
    assert reasons(PAGE, other, {PAGE.path: FINGERPRINT}) == []


def test_a_document_depends_on_what_it_says_and_on_the_program() -> None:
    """What is made without the theme is fresh whatever becomes of templates and catalogues."""
    document = Page.showing("robots.txt", "", RobotsPage("https://example.org/sitemap.xml"))
    known = {document.path: fingerprint(document, INGREDIENTS)}
    assert reasons(document, FingerprintInputs({}, {}, "p1"), known) == []
    assert reasons(document, replace(INGREDIENTS, program="p2"), known) == ["the program or a library of it changed"]
    other = Page.showing(document.path, "", RobotsPage("https://example.com/sitemap.xml"))
    assert reasons(other, INGREDIENTS, known) == ["what it shows changed"]


def test_the_source_is_for_people_only() -> None:
    """What a page is made from, as people are told, is not part of what it shows."""
    assert fingerprint(replace(PAGE, source="surveys/a/nl.md"), INGREDIENTS) == FINGERPRINT


def test_a_digest_keeps_its_parts_apart() -> None:
    """Moving a byte from one part to the next gives another digest."""
    assert len({digest(b"ab", b"c"), digest(b"a", b"bc"), digest(b"abc"), digest(b"abc", b"")}) == 4


TEMPLATES = {
    "page.html": '{% extends "base.html" %}{% from "parts/card.html" import card %}',
    "base.html": '{% block main %}{% include "parts/foot.html" %}{% endblock %}',
    "parts/card.html": "{% macro card() %}{% endmacro %}",
    "parts/foot.html": "foot",
    "other.html": "other",
    "computed.html": "{% include name %}",
}


def changed(name: str) -> set[str]:
    """The templates whose digest differs when the one of that name does."""
    names = ["page.html", "other.html", "computed.html"]
    before = template_digests(names, Environment(loader=DictLoader(TEMPLATES), autoescape=True))
    after = template_digests(
        names, Environment(loader=DictLoader({**TEMPLATES, name: TEMPLATES[name] + "x"}), autoescape=True)
    )
    return {n for n in names if before[n] != after[n]}


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("page.html", {"page.html", "computed.html"}),
        ("base.html", {"page.html", "computed.html"}),
        ("parts/card.html", {"page.html", "computed.html"}),
        ("parts/foot.html", {"page.html", "computed.html"}),
        ("other.html", {"other.html", "computed.html"}),
    ],
)
def test_a_template_counts_where_it_can_be_reached(name: str, expected: set[str]) -> None:
    """A template's digest covers all it extends, includes and imports; all templates where a name is computed."""
    assert changed(name) == expected
