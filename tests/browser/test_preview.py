"""The preview in a browser: pages that reload, and problems shown above them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from strict_policy import strict_context

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, Page

DAY = ("--today", "2023-02-01")
TEXT = "content/pages/about/nl.md"
FILES = {
    "content/platform.yml": "name: Board\nlanguages: [en, nl]\n",
    "content/pages/about/en.md": "---\ntitle: About\n---\nAbout us.\n",
    TEXT: "---\ntitle: Over ons\ntranslates: en\n---\nOver ons.\n",
}
BROKEN = FILES[TEXT].replace("title:", "<img src=x onerror=alert(1)>:")


@pytest.fixture(scope="module")
def kept(keep_preview: Callable) -> object:
    """A preview of two pages, shared by all tests that only edit texts."""
    return keep_preview(FILES, "content/pages/about/en.md", "en/about/", *DAY)


@pytest.fixture
def shown(kept: object) -> Iterator[object]:
    """A preview of two pages; a test's edits are undone afterwards."""
    yield kept.preview
    kept.put_back()


@pytest.fixture
def about(shown: object, open_page: Callable) -> Page:
    """The Dutch page, open in a browser."""
    return open_page(f"{shown.url}nl/about/")


def test_a_saved_text_appears(shown: object, about: Page) -> None:
    """The page shows the new words without a reload by hand."""
    shown.write({TEXT: FILES[TEXT].replace("Over ons.", "Wij zijn het.")})
    about.get_by_text("Wij zijn het.").wait_for()


def test_problems_are_shown_until_they_are_corrected(shown: object, about: Page) -> None:
    """A broken text is named with its line above the old page; after the correction the panel is gone."""
    shown.write({TEXT: BROKEN})
    panel = about.get_by_role("region", name="Problems in the preview")
    panel.wait_for()
    assert f"{TEXT}:2:1" in panel.inner_text()
    assert "<img src=x" in panel.locator("pre").first.inner_text()
    assert (panel.locator("img").count(), about.get_by_text("Over ons.", exact=True).count()) == (0, 1)
    shown.write({TEXT: FILES[TEXT].replace("Over ons.", "Hersteld.")})
    about.get_by_text("Hersteld.").wait_for()
    assert (panel.count(), about.locator("#toggle").is_visible()) == (0, False)


def test_the_panel_disappears_without_a_reload(shown: object, about: Page) -> None:
    """After a mistake is undone there is no panel, although no page was loaded again."""
    shown.write({TEXT: BROKEN})
    panel = about.get_by_role("region", name="Problems in the preview")
    panel.wait_for()
    shown.write({TEXT: FILES[TEXT]})
    panel.wait_for(state="hidden")


def test_the_keyboard_closes_and_opens_the_panel(shown: object, about: Page) -> None:
    """The panel takes no focus; Escape closes it, a reachable button opens it, and the focus is never lost."""
    about.locator("main").get_by_role("heading").first.evaluate("e => { e.tabIndex = -1; e.focus(); }")
    shown.write({TEXT: BROKEN})
    panel = about.get_by_role("region", name="Problems in the preview")
    panel.wait_for()
    focus = "document.activeElement.tagName"
    assert about.evaluate(focus) == "H1"
    about.keyboard.press("Escape")
    panel.wait_for(state="hidden")
    assert about.evaluate(focus) == "H1"
    button = about.get_by_role("button", name="2 errors, 0 warnings")
    button.focus()
    about.keyboard.press("Enter")
    panel.wait_for()
    assert button.get_attribute("aria-expanded") == "true"
    about.get_by_role("button", name="Close").press("Space")
    panel.wait_for(state="hidden")
    assert about.evaluate("document.activeElement.shadowRoot?.activeElement.id") == "toggle"


def test_a_closed_panel_stays_closed_for_the_same_problems(shown: object, about: Page) -> None:
    """On other pages a closed panel appears again only with new problems."""
    shown.write({TEXT: BROKEN})
    panel = about.get_by_role("region", name="Problems in the preview")
    panel.wait_for()
    about.keyboard.press("Escape")
    about.goto(f"{shown.url}en/about/")
    about.get_by_role("button", name="2 errors, 0 warnings").wait_for()
    assert panel.count() == 0
    shown.write({TEXT: "---\ntitle: Over ons\nopens: soon\n---\n"})
    panel.wait_for()


def test_warnings_are_a_button_only(shown: object, about: Page) -> None:
    """Problems that do not stop the build do not cover the page; a button shows them."""
    shown.write({"content/pages/about/extra.txt": "unused"})
    button = about.get_by_role("button", name="0 errors, 1 warning")
    button.wait_for()
    panel = about.get_by_role("region", name="Problems in the preview")
    assert panel.count() == 0
    button.click()
    assert "extra.txt:1:1" in panel.inner_text()


def test_the_panel_is_in_the_editors_language(preview: Callable, open_page: Callable) -> None:
    """Its text is in the language of the messages and marked as such, whatever the page's language."""
    found = preview({**FILES, TEXT: BROKEN}, *DAY, settings_end='NOTICEBOARD = {"messages": "sv"}\n')
    page = open_page(found.url)
    region = page.get_by_role("region", name="Problem i förhandsvisningen")
    region.wait_for()
    assert page.locator("noticeboard-preview").get_attribute("lang") == "sv"
    found.write({TEXT: FILES[TEXT]})
    page.get_by_role("link", name="Nederlands").first.wait_for()


def test_pages_and_panel_pass_axe(shown: object, about: Page, axe: Callable) -> None:
    """Neither the panel nor its button breaks a rule of WCAG 2.2 A or AA, in light and dark."""
    shown.write({TEXT: BROKEN, "content/pages/about/extra.txt": "unused"})
    about.get_by_role("region", name="Problems in the preview").wait_for()
    light = axe(about)
    about.emulate_media(color_scheme="dark")
    assert (light, axe(about)) == ((), ())


def test_every_tab_shows_the_edit(shown: object, open_page: Callable) -> None:
    """Eight tabs do, although browsers keep no more than six connections to one server."""
    first = open_page(f"{shown.url}nl/about/")
    tabs = [first, *(first.context.new_page() for _ in range(7))]
    for tab in tabs[1:]:
        tab.goto(f"{shown.url}nl/about/", wait_until="commit")
    shown.write({TEXT: FILES[TEXT].replace("Over ons.", "Overal.")})
    for tab in tabs:
        tab.bring_to_front()
        tab.get_by_text("Overal.").wait_for()


def test_a_strict_policy_blocks_nothing(shown: object, browser: Browser) -> None:
    """The preview works without inline scripts, inline styles and other sites."""
    context = strict_context(browser, "**/*/about/", connect="'self'")
    page = context.new_page()
    page.goto(f"{shown.url}nl/about/")
    shown.write({TEXT: BROKEN})
    page.get_by_role("region", name="Problems in the preview").wait_for()
    refused = page.evaluate("window.refused")
    style = page.locator("#panel").evaluate("e => getComputedStyle(e).borderTopStyle")
    context.close()
    assert (refused, style) == ([], "solid")


def test_the_page_says_that_the_preview_has_ended(preview: Callable, open_page: Callable) -> None:
    """It does not wait for ever."""
    shown = preview(FILES, *DAY)
    shown.until(lambda state: state["build"].endswith("-1"))
    about = open_page(f"{shown.url}nl/about/")
    about.locator("noticeboard-preview[lang]").wait_for(state="attached")
    shown.process.terminate()
    shown.process.wait(600)
    about.get_by_text("The preview has ended").wait_for()


def test_a_translation_links_to_its_comparison(shown: object, about: Page, axe: Callable) -> None:
    """A link in the editor's language leads to both texts side by side, which follow edits and pass axe."""
    about.get_by_role("link", name="Compare with the original").click()
    about.get_by_role("cell", name="About us.").wait_for()
    assert axe(about) == ()
    shown.write({"content/pages/about/en.md": FILES["content/pages/about/en.md"].replace("About us.", "All of us.")})
    about.get_by_role("cell", name="All of us.").wait_for()
    about.goto(f"{shown.url}en/about/")
    about.locator("noticeboard-preview[lang]").wait_for(state="attached")
    assert about.get_by_role("link", name="Compare with the original").count() == 0
