"""What readers see first, at every width and in every script: a survey's state and how to answer it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

CLOCK = "2026-12-01T12:00:00+01:00"
LANGUAGES = ("el", "fi", "bg", "ar")
SCREENS = {360: 740, 768: 1024, 1280: 800}
# Language classes are not translated into any of these languages, and digital tools not into Arabic.
SURVEYS = {
    "open": ("digital-tools", ".status .button"),
    "upcoming": ("language-classes", ".status .start"),
    "closed": ("school-mentoring", ".status .outcome a"),
}
LOWEST = "(element) => element.getBoundingClientRect().bottom"
KINDS = ("", "surveys/", "surveys/2026/", "audience/teacher/", "about/", "accessibility/", "search/?q=%CE%BE")
SHIFTS = """
window.shifted = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifted += entry.value;
}).observe({ type: "layout-shift", buffered: true });
"""
LARGEST = 0.05


@pytest.fixture(scope="module")
def site(arabic_site: Path, serve: Callable) -> str:
    """The demo in a few languages; four of them have scripts or words that need more room."""
    return serve(arabic_site)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_state_and_button_are_on_the_first_screen(site: str, open_page: Callable, lang: str) -> None:
    """They come directly below the title at every width, and before the text for screen readers too."""
    page = open_page("about:blank", clock=CLOCK)
    for name, (survey, wanted) in SURVEYS.items():
        page.goto(f"{site}/{lang}/surveys/{survey}/")
        assert page.locator("h1 + .status").count() == 1, name
        for width, height in SCREENS.items():
            page.set_viewport_size({"width": width, "height": height})
            for part in (".status .state", ".status .deadline", wanted):
                assert page.locator(part).first.evaluate(LOWEST) <= height, (name, part, width)
        told = page.locator("main").aria_snapshot()
        state, lead = page.locator(".status .state").inner_text(), page.locator(".lead").inner_text()[:20]
        assert 0 <= told.index("heading") < told.index(state) < told.index(lead)
        assert (page.locator(".status .button:visible").count() == 1) == (name == "open")


@pytest.mark.parametrize("width", [360, pytest.param(1280, marks=pytest.mark.long)])
def test_nothing_jumps(site: str, open_page: Callable, width: int) -> None:
    """Nothing moves after a page is shown, whatever its kind (cumulative layout shift)."""
    page = open_page("about:blank", width=width, height=SCREENS[width], clock=CLOCK, alone=True)
    page.add_init_script(SHIFTS)
    moved = {}
    for path in (*KINDS, *(f"surveys/{survey}/" for survey, _ in SURVEYS.values())):
        page.goto(f"{site}/el/{path}", wait_until="networkidle")
        moved[path] = page.evaluate("window.shifted")
    assert {path: shift for path, shift in moved.items() if shift >= LARGEST} == {}
