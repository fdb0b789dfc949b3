"""axe-core and reflow on every kind of page, in every language, in both colour schemes, narrow and wide."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from kinds import ROOT, kinds

from noticeboard.languages.language_data import OFFICIAL

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

CONTENT = Path(__file__).resolve().parents[2] / "content"
CLOCK = "2026-12-01T12:00:00+01:00"
WIDTHS = (320, 1280)
SCHEMES = ("light", "dark")
# Text that a reader may not be able to reach: WCAG 2.2, 1.4.10.
TOO_WIDE = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
# What readers may set without losing anything: WCAG 2.2, 1.4.12.
SPACING = """
    * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
    p { margin-block-end: 2em !important }
"""


@pytest.fixture(scope="session")
def everywhere(build_folder: Callable, serve: Callable) -> str:
    """The address of the demo, built with Arabic as a further language."""
    files = {p.relative_to(CONTENT).as_posix(): p.read_bytes() for p in sorted(CONTENT.rglob("*")) if p.is_file()}
    platform = files["platform.yml"].decode() + f"\nlanguages: [{', '.join([*OFFICIAL, 'ar'])}]\n"
    return serve(build_folder({**files, "platform.yml": platform}))


def faults(page: Page, axe: Callable) -> list[object]:
    """The violations that axe finds in each colour scheme and width, and whether the page scrolls sideways."""
    # The list of languages lies over what follows; the gallery's tests open it.
    page.evaluate("document.querySelectorAll('main details').forEach((details) => (details.open = true))")
    found: list[object] = []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        if page.evaluate(TOO_WIDE) > 0:
            found.append((width, "scrolls sideways"))
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            found += [(width, scheme, violation) for violation in axe(page)]
    page.set_viewport_size({"width": WIDTHS[0], "height": 800})
    page.add_style_tag(content=SPACING)
    if page.evaluate(TOO_WIDE) > 0:
        found.append("scrolls sideways where text is spaced")
    return found


@pytest.mark.long
@pytest.mark.parametrize("lang", [*OFFICIAL, "ar"])
def test_every_kind_of_page_is_accessible(everywhere: str, open_page: Callable, axe: Callable, lang: str) -> None:
    """No kind of page breaks a rule of WCAG 2.2 A or AA that axe checks, or scrolls sideways at 320 pixels."""
    page = open_page(everywhere, clock=CLOCK)
    found = {}
    for kind, path in (kinds(lang) | (ROOT if lang == "en" else {})).items():
        page.goto(everywhere + path)
        found[kind] = faults(page, axe)
    assert {kind: faults for kind, faults in found.items() if faults} == {}


@pytest.mark.parametrize("kind", ["translations", "translations into a language"])
def test_pages_for_translators_are_accessible(demo_url: str, open_page: Callable, axe: Callable, kind: str) -> None:
    """The same for the pages for translators."""
    page = open_page(demo_url + ROOT[kind], clock=CLOCK)
    assert faults(page, axe) == []


def test_a_sample_is_accessible(demo_url: str, open_page: Callable, axe: Callable) -> None:
    """One page is accessible; this runs in the everyday tests."""
    page = open_page(demo_url + kinds("fi")["open survey"], clock=CLOCK)
    assert faults(page, axe) == []
