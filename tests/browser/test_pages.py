"""One page of each kind in Chromium: accessible, at any width, with and without scripts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from noticeboard.languages.language_data import OFFICIAL

if TYPE_CHECKING:
    from collections.abc import Callable

LANGUAGES = ("nl", "el", "sv")
# The survey of language classes is not translated into these.
BORROWING = ("bg", "el", "mt")
KINDS = {
    "front": "",
    "listing": "surveys/",
    "year": "surveys/2026/",
    "announcement": "surveys/school-mentoring/",
    "term": "audience/teacher/",
    "about": "about/",
}
PAGES = {
    "chooser": "/",
    "404": "/nowhere/",
    **{f"{kind} {lang}": f"/{lang}/{path}" for kind, path in KINDS.items() for lang in LANGUAGES},
    **{f"fallback {lang}": f"/{lang}/surveys/language-classes/" for lang in BORROWING},
}
WIDER = """() => [...document.querySelectorAll("body *")]
    .filter(element => element.getBoundingClientRect().right > innerWidth + 1)
    .map(element => element.className || element.tagName)"""


BROKEN = """() => {
  const { firstChild } = document.querySelector(".platform span");
  return [...firstChild.data.matchAll(/\\S+/g)].filter(({ index, 0: word }) => {
    const range = new Range();
    range.setStart(firstChild, index);
    range.setEnd(firstChild, index + word.length);
    return new Set([...range.getClientRects()].map(({ bottom }) => Math.round(bottom))).size > 1;
  }).map(([word]) => word);
}"""

ONCE = ("chooser", "404", "front nl", "listing el", "year sv", "announcement nl", "term el", "about sv", "fallback el")
"""A page of each kind, each in one language; the long tests have the same kinds in other languages."""

LONG_NAMES = ("da", "et", "fi", "hu", "nl")
"""The languages in which the platform's name has the longest words."""


@pytest.fixture(
    params=[pytest.param(path, id=kind, marks=() if kind in ONCE else pytest.mark.long) for kind, path in PAGES.items()]
)
def address(request: pytest.FixtureRequest, demo_url: str) -> str:
    """The address of a page of each kind, in several languages."""
    return demo_url + request.param


@pytest.mark.parametrize("scheme", [pytest.param("light", marks=pytest.mark.long), "dark"])
def test_axe_finds_nothing(open_page: Callable, axe: Callable, address: str, scheme: str) -> None:
    """No page breaks a rule of WCAG 2.2 A or AA that axe-core checks, in light or dark colours."""
    assert axe(open_page(address, color_scheme=scheme)) == ()


def test_nothing_scrolls_sideways_at_320_pixels(open_page: Callable, address: str) -> None:
    """The page fits the narrowest width of WCAG 1.4.10."""
    page = open_page(address, width=320)
    assert (page.evaluate("document.documentElement.scrollWidth"), page.evaluate(WIDER)) == (320, [])


@pytest.mark.parametrize("languages", [LONG_NAMES, pytest.param(OFFICIAL, marks=pytest.mark.long)], ids=["few", "all"])
def test_no_word_of_the_platforms_name_is_broken(
    open_page: Callable, demo_url: str, languages: tuple[str, ...]
) -> None:
    """At 320 pixels its words fit beside the button, even where browsers do not hyphenate."""
    page = open_page("about:blank", width=320)
    broken = {}
    for lang in languages:
        page.goto(f"{demo_url}/{lang}/")
        broken[lang] = page.evaluate(BROKEN)
    assert {lang: words for lang, words in broken.items() if words} == {}


def test_the_page_is_complete_without_scripts(open_page: Callable, address: str) -> None:
    """Heading, content and footer are visible with JavaScript off."""
    page = open_page(address, javascript=False)
    assert [page.locator(part).count() > 0 for part in ("h1:visible", "main a:visible", "footer:visible")] == [True] * 3


def test_axe_finds_nothing_in_the_open_list_of_languages(open_page: Callable, axe: Callable, demo_url: str) -> None:
    """The list is as accessible open as closed."""
    page = open_page(f"{demo_url}/el/surveys/language-classes/", width=320)
    page.locator(".switcher summary").click()
    assert page.locator(".switcher li a").first.is_visible()
    assert axe(page) == ()


@pytest.mark.parametrize("javascript", [True, False], ids=["with scripts", "without scripts"])
def test_links_lead_from_the_start_to_a_translation(open_page: Callable, demo_url: str, javascript: bool) -> None:  # noqa: FBT001
    """By links alone, a reader gets to a survey in Dutch and from there to its Swedish version."""
    page = open_page(f"{demo_url}/", javascript=javascript)
    page.locator("#nb-languages a[hreflang=nl]").click()
    page.locator("nav.navigation a", has_text="Enquêtes").click()
    page.locator("main .card :is(h2, h3) a", has_text="mentorprogramma").click()
    page.locator(".switcher summary").click()
    page.locator(".switcher a[hreflang=sv]").click()
    assert page.url == f"{demo_url}/sv/surveys/school-mentoring/"
    assert page.locator("h1").inner_text() == "Enkät om mentorsprogram i skolan"


def test_the_keyboard_reaches_the_content_first(open_page: Callable, demo_url: str) -> None:
    """The first Tab shows the skip link, and Enter on it goes to the main content (WCAG 2.4.1)."""
    page = open_page(f"{demo_url}/nl/surveys/school-mentoring/")
    page.keyboard.press("Tab")
    skip = page.locator("a.skip")
    assert (skip.evaluate("e => e === document.activeElement"), skip.is_visible()) == (True, True)
    page.keyboard.press("Enter")
    assert page.url.endswith("#nb-main")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")
