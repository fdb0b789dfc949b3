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
from noticeboard.pages.front.front_view import RedirectPage
from noticeboard.pages.views.page import Page

VIEW = RedirectPage("nl", "ltr", Text("T", "nl"), "/nl/surveys/a/", "/nl/surveys/a/")
PAGE = Page.showing("nl/surveys/old/index.html", "redirect.html", VIEW)
OTHER = Page.showing(PAGE.path, PAGE.template, replace(VIEW, title=Text("U", "nl")))
INPUTS = FingerprintInputs({"redirect.html": "t1"}, {"nl": "c1", "sv": "c1", "": "c1"}, "p1")
FINGERPRINT = fingerprint(PAGE, INPUTS)


def reasons(page: Page, inputs: FingerprintInputs, old: dict[str, Fingerprint], *, intact: bool = True) -> list[str]:
    """The reason why the page is stale; empty if it is not."""
    stale, _ = stale_pages([page], inputs, old, lambda _: intact)
    return [s.reason for s in stale]


def test_an_unchanged_page_is_not_written() -> None:
    """With an equal fingerprint and intact output, the fingerprint is kept."""
    assert stale_pages([PAGE], INPUTS, {PAGE.path: FINGERPRINT}, lambda _: True) == ([], {PAGE.path: FINGERPRINT})


def test_a_new_page_is_written() -> None:
    """No earlier build knew it."""
    assert stale_pages([PAGE], INPUTS, {}, lambda _: True) == (
        [StalePage(PAGE, "new")],
        {PAGE.path: replace(FINGERPRINT, view="")},
    )


@pytest.mark.parametrize(
    ("page", "inputs", "reason"),
    [
        (OTHER, INPUTS, "what it shows changed"),
        (PAGE, replace(INPUTS, templates={"redirect.html": "t2"}), "a template changed"),
        (PAGE, replace(INPUTS, catalogues={"nl": "c2", "": "c2"}), "an interface string changed"),
        (PAGE, replace(INPUTS, program="p2"), "the program or a library of it changed"),
    ],
)
def test_every_input_makes_a_page_stale(page: Page, inputs: FingerprintInputs, reason: str) -> None:
    """The reason names the changed view, template, catalogue or program."""
    assert reasons(page, inputs, {PAGE.path: FINGERPRINT}) == [reason]


def test_a_damaged_file_is_written_again() -> None:
    """Others changed or removed it."""
    assert reasons(PAGE, INPUTS, {PAGE.path: FINGERPRINT}, intact=False) == [
        "its file is missing or was changed by others"
    ]


def test_another_languages_strings_change_nothing() -> None:
    """A page depends on its own language's catalogue."""
    other = replace(INPUTS, catalogues={"nl": "c1", "sv": "c2", "": "c2"})
    assert reasons(PAGE, other, {PAGE.path: FINGERPRINT}) == []


def test_a_document_depends_on_its_view_and_the_program() -> None:
    """Templates and catalogues do not matter to it."""
    document = Page.showing("robots.txt", "", RobotsPage("https://example.org/sitemap.xml"))
    known = {document.path: fingerprint(document, INPUTS)}
    assert reasons(document, FingerprintInputs({}, {}, "p1"), known) == []
    assert reasons(document, replace(INPUTS, program="p2"), known) == ["the program or a library of it changed"]
    other = Page.showing(document.path, "", RobotsPage("https://example.com/sitemap.xml"))
    assert reasons(other, INPUTS, known) == ["what it shows changed"]


def test_the_source_of_a_page_does_not_count() -> None:
    """It is only for the reasons that people read."""
    assert fingerprint(replace(PAGE, source="surveys/a/nl.md"), INPUTS) == FINGERPRINT


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
    """The templates whose digest changes with the named one."""
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
    """A digest covers everything that a template extends, includes and imports; all templates if it computes a name."""
    assert changed(name) == expected
