"""The site works under a strict content security policy."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from kinds import ROOT, kinds
from strict_policy import strict_context

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page


@pytest.fixture(scope="module")
def strict(browser: Browser) -> Iterator[tuple[Page, list[str]]]:
    """A page that gets every document with the policy, and what the browser writes to its console."""
    context = strict_context(browser, "**/*")
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    yield page, said
    context.unroute_all(behavior="ignoreErrors")
    context.close()


@pytest.mark.parametrize("path", [*ROOT.values(), *kinds("bg").values()])
def test_a_strict_policy_blocks_nothing(demo_url: str, strict: tuple[Page, list[str]], path: str) -> None:
    """Every kind of page works without inline scripts, inline styles and other sites.

    test_search.py tests what the search itself needs.
    """
    page, said = strict
    said.clear()
    page.goto(demo_url + path)
    panel = page.locator("#nb-filters summary").first
    if panel.count() and not path.endswith("/search/"):
        panel.click()
        page.locator("#nb-filters input").first.check()
    assert (page.evaluate("window.refused"), [text for text in said if "404" not in text]) == ([], [])
