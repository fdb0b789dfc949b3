"""Every example of every component, light and dark, narrow and wide, left to right and right to left."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from gallery.build import LANGUAGES, VIEWPORTS, build, named
from gallery.examples import COMPONENTS, components

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

CLOCK = "2026-12-01T12:00:00+01:00"
SILENT = {"alternates", "feeds", "open_graph", "slot", "states", "structured_data"}
"""Components that show nothing: they belong to a page's head, or wait for the script."""
TOO_WIDE = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
UNHIDE = (
    "document.querySelectorAll('#nb-share, #nb-share button, #nb-more, #nb-clear').forEach((p) => (p.hidden = false))"
)
SMALL = """() => [...document.querySelectorAll("main :is(a, button, summary, input)")].filter((e) => {
    const box = (e.closest("label") || e).getBoundingClientRect();
    return box.width && box.height < 24 && getComputedStyle(e).display !== "inline";
}).map((e) => e.outerHTML)"""

# Loading a page and axe-core for each example would take twice as long.
SHOW = """async (address) => {
    const html = await (await fetch(address)).text();
    document.open();
    document.write(html);
    const loaded = new Promise((resolve) => addEventListener("load", resolve, { once: true }));
    document.close();
    await loaded;
}"""
SEEN = """() => [innerWidth, matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light",
    document.documentElement.lang]"""


@pytest.fixture(scope="session")
def gallery(tmp_path_factory: pytest.TempPathFactory, serve: Callable) -> tuple[str, list[str]]:
    """The address of the built gallery, and the names of the pages with one example each."""
    folder = tmp_path_factory.mktemp("gallery")
    return f"{serve(folder)}/", build(folder)


def test_every_component_says_when_to_use_it_and_shows_itself() -> None:
    """A component has a template, a line of advice, and examples if there is something to see."""
    known = {c.name: c for c in components()}
    assert {path.parent.name for path in COMPONENTS.glob("*/*.html")} == {*known}
    assert [name for name, c in known.items() if not c.use.endswith(".")] == []
    assert {name for name, c in known.items() if not c.examples} == SILENT


def test_the_overview_opens_every_example_in_every_view(gallery: tuple[str, list[str]], open_page: Callable) -> None:
    """Each view has the width, colour scheme and direction that it names."""
    address, names = gallery
    # Otherwise Playwright tells every frame "light", whatever its parent frame says.
    page = open_page(f"{address}index.html", width=1440, color_scheme="null")
    links = page.eval_on_selector_all("dd a", "links => links.map((link) => link.getAttribute('href'))")
    assert len(links) == len(names) / 2
    page.goto(f"{address}{links[0]}")
    page.eval_on_selector_all("iframe", "frames => frames.forEach((frame) => (frame.loading = 'eager'))")
    page.wait_for_load_state("networkidle")
    seen = [frame.evaluate(SEEN) for frame in page.frames[1:]]
    assert seen == [[view.width, view.scheme, view.lang] for view in VIEWPORTS]


def test_an_example_of_each_component_is_accessible(
    gallery: tuple[str, list[str]], open_page: Callable, axe: Callable
) -> None:
    """The first example of each, dark and narrow, every second one right to left; the long tests take the others."""
    shown = [c for c in components() if c.examples]
    names = [named(c.examples[0], LANGUAGES[number % len(LANGUAGES)]) for number, c in enumerate(shown)]
    page = open_page(gallery[0], width=320, color_scheme="dark", clock=CLOCK)
    assert faults_of(page, gallery[0], names, axe) == []


@pytest.mark.long
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_examples_are_accessible(
    gallery: tuple[str, list[str]], open_page: Callable, axe: Callable, scheme: str, width: int
) -> None:
    """Every example is, in both directions of writing, light and dark, narrow and wide."""
    address, names = gallery
    assert names
    assert faults_of(open_page(address, width=width, color_scheme=scheme, clock=CLOCK), address, names, axe) == []


def faults_of(page: Page, address: str, names: list[str], axe: Callable) -> list[tuple[str, object]]:
    """For each example: broken rules of WCAG 2.2 A or AA, sideways scrolling, and targets smaller than 24 pixels."""
    faults: list[tuple[str, object]] = []
    page.goto(f"{address}{names[0]}")
    for name in names:
        page.evaluate(SHOW, f"{address}{name}")
        page.evaluate("document.querySelectorAll('details').forEach((details) => (details.open = true))")
        page.evaluate(UNHIDE)
        faults += [(name, "scrolls sideways")] if page.evaluate(TOO_WIDE) else []
        faults += [(name, target) for target in page.evaluate(SMALL)]
        faults += [(name, violation) for violation in axe(page)]
    return faults
