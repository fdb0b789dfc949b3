"""A Bulgarian teacher looks for a survey on a phone: with scripts, without scripts, and with only the keyboard."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from babel.messages.pofile import read_po

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Locator, Page

TRANSLATIONS = Path(__file__).resolve().parent.parent.parent / "theme" / "translations"
CLOCK = "2026-12-01T12:00:00+02:00"
PHONE = {"width": 390, "height": 844, "locale": "bg-BG", "timezone_id": "Europe/Sofia", "has_touch": True}
SURVEY = "Анкета за цифровите инструменти в класната стая"
STOPS = 120


@pytest.fixture(scope="session")
def say() -> Callable[..., str]:
    """A message as pages show it: `say("bg", "Filter", "command")`; in English if the catalogue lacks it."""
    catalogues = {}

    def said(lang: str, message: str, context: str | None = None) -> str:
        if lang not in catalogues:
            with (TRANSLATIONS / f"{lang}.po").open("rb") as file:
                catalogues[lang] = read_po(file)
        found = catalogues[lang].get(message, context)
        return found.string if found and found.string else message

    return said


def arrive(page: Page, path: str) -> None:
    """Waits until the page's address has this path and query."""
    page.wait_for_url(lambda url: url.partition("127.0.0.1")[2].partition("/")[2] == path.removeprefix("/"))


def switch(page: Page, language: str) -> None:
    """Chooses a language in the switcher."""
    page.locator(".switcher summary").click()
    page.locator(".switcher").get_by_role("link", name=language, exact=True).click()


def test_the_journey_with_scripts(demo_url: str, open_page: Callable, say: Callable) -> None:
    """From the start via the offered language and a filter to an open survey, then to the Greek version and back."""
    page = open_page(f"{demo_url}/", clock=CLOCK, **PHONE)
    page.get_by_role("link", name=say("bg", "Continue in this language")).click()
    arrive(page, "/bg/")
    page.get_by_role("navigation").get_by_role("link", name=say("bg", "Surveys", "kind"), exact=True).click()
    page.locator(".filters > summary").click()
    page.locator(".choice-group > summary").first.click()
    page.get_by_role("checkbox", name=re.compile(r"^Учител \(")).check()
    arrive(page, "/bg/surveys/?audience=teacher")
    shown = page.locator(".card:visible").count()
    total = page.locator(".card").count()
    words = say("bg", "Shown: %(num)s of %(total)s") % {"num": shown, "total": total}
    assert page.get_by_role("status").inner_text() == words
    page.get_by_role("heading", name=say("bg", "Open now", "group")).wait_for()
    page.get_by_role("link", name=SURVEY).click()
    arrive(page, "/bg/surveys/digital-tools/")
    assert say("bg", "Open", "state") in page.locator(".status .standing").inner_text()
    button = page.get_by_role("link", name=say("bg", "Go to the questionnaire"))
    assert button.get_attribute("href") == "https://example.org/surveys/digital-tools?language=bg"
    switch(page, "Ελληνικά")
    arrive(page, "/el/surveys/digital-tools/")
    assert page.locator("html").get_attribute("lang") == "el"
    switch(page, "Български")
    arrive(page, "/bg/surveys/digital-tools/")
    page.goto(f"{demo_url}/bg/surveys/?audience=teacher")
    switch(page, "Ελληνικά")
    arrive(page, "/el/surveys/?audience=teacher")
    assert page.locator(".card:visible").count() == shown


def test_the_journey_without_scripts(demo_url: str, open_page: Callable, say: Callable) -> None:
    """The same journey with links only: choices of the filter link to the terms' pages."""
    page = open_page(f"{demo_url}/", javascript=False, **PHONE)
    page.get_by_role("link", name="Български", exact=True).click()
    page.get_by_role("navigation").get_by_role("link", name=say("bg", "Surveys", "kind"), exact=True).click()
    page.locator(".filters > summary").click()
    page.locator(".choice-group > summary").first.click()
    page.locator(".filters").get_by_role("link", name="Учител", exact=True).click()
    arrive(page, "/bg/audience/teacher/")
    page.get_by_role("link", name=SURVEY).click()
    page.get_by_role("link", name=say("bg", "Go to the questionnaire")).wait_for()
    switch(page, "Ελληνικά")
    switch(page, "Български")
    arrive(page, "/bg/surveys/digital-tools/")


def tab_to(page: Page, target: Locator) -> None:
    """Presses Tab until the target has the focus; the focus must be visible at every stop."""
    for _ in range(STOPS):
        page.keyboard.press("Tab")
        focused = page.locator(":focus")
        style = focused.evaluate("e => [getComputedStyle(e).outlineStyle, getComputedStyle(e).outlineWidth]")
        assert style == ["solid", "3px"], focused.evaluate("e => e.outerHTML")
        if target.evaluate("e => e === document.activeElement"):
            return
    pytest.fail(f"{target} cannot be reached by keyboard")


def test_the_journey_by_keyboard(demo_url: str, open_page: Callable, say: Callable) -> None:
    """Chooser, front page, listing, filter, announcement and language switcher, with Tab, Enter, Space and Escape."""
    page = open_page(f"{demo_url}/", clock=CLOCK, locale="bg-BG")
    page.keyboard.press("Tab")
    assert page.locator(":focus").get_attribute("href") == "#nb-main"
    tab_to(page, page.get_by_role("link", name=say("bg", "Continue in this language")))
    page.keyboard.press("Enter")
    arrive(page, "/bg/")
    tab_to(page, page.get_by_role("navigation").get_by_role("link", name=say("bg", "Surveys", "kind"), exact=True))
    page.keyboard.press("Enter")
    arrive(page, "/bg/surveys/")
    tab_to(page, page.locator(".filters > summary"))
    page.keyboard.press("Enter")
    tab_to(page, page.get_by_role("checkbox", name=re.compile(r"^Учител \(")))
    page.keyboard.press("Space")
    arrive(page, "/bg/surveys/?audience=teacher")
    tab_to(page, page.get_by_role("button", name=say("bg", "Remove all filters")))
    page.keyboard.press("Enter")
    arrive(page, "/bg/surveys/")
    assert page.locator(".filters > summary").evaluate("e => e === document.activeElement")
    tab_to(page, page.get_by_role("link", name=SURVEY))
    page.keyboard.press("Enter")
    arrive(page, "/bg/surveys/digital-tools/")
    summary = page.locator(".switcher summary")
    tab_to(page, summary)
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    assert summary.evaluate("e => e === document.activeElement && !e.parentElement.open")
    page.keyboard.press("Enter")
    tab_to(page, page.locator(".switcher").get_by_role("link", name="Ελληνικά", exact=True))
    page.keyboard.press("Enter")
    arrive(page, "/el/surveys/digital-tools/")
