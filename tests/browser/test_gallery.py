"""Every component, with every example of it: light and dark, narrow and wide, in both directions of writing."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from gallery.build import LANGUAGES, THEME, build, named
from gallery.examples import EXAMPLES

if TYPE_CHECKING:
    from collections.abc import Callable

CLOCK = "2026-12-01T12:00:00+01:00"
SILENT = {"alternates", "feeds", "open_graph", "slot", "states", "structured_data"}
"""Components that show nothing: they stand in a page's head, or wait for the script."""
TOO_WIDE = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
UNHIDE = "document.querySelectorAll('#nb-search, #nb-more, #nb-unfilter').forEach((part) => (part.hidden = false))"
SMALL = """() => [...document.querySelectorAll("main :is(a, button, summary, input)")].filter((e) => {
    const box = (e.closest("label") || e).getBoundingClientRect();
    return box.width && box.height < 24 && getComputedStyle(e).display !== "inline";
}).map((e) => e.outerHTML)"""


@pytest.fixture(scope="session")
def gallery(tmp_path_factory: pytest.TempPathFactory, serve: Callable) -> str:
    """The address of the built gallery."""
    folder = tmp_path_factory.mktemp("gallery")
    build(folder)
    return serve(folder)


def test_every_component_has_an_example() -> None:
    """Nobody adds a component without showing it."""
    components = {path.stem for path in Path(THEME / "templates" / "components").glob("*.html")}
    assert {example.component for example in EXAMPLES} == components - SILENT


@pytest.mark.parametrize(
    ("scheme", "width"),
    [
        ("dark", 320),
        pytest.param("light", 1280, marks=pytest.mark.long),
        pytest.param("light", 320, marks=pytest.mark.long),
        pytest.param("dark", 1280, marks=pytest.mark.long),
    ],
)
def test_examples_are_accessible(gallery: str, open_page: Callable, axe: Callable, scheme: str, width: int) -> None:
    """No example breaks a rule of WCAG 2.2 A or AA, scrolls sideways or has a target of less than 24 pixels."""
    page = open_page(f"{gallery}/", width=width, color_scheme=scheme, clock=CLOCK)
    faults = []
    for name in (named(example, lang) for example in EXAMPLES for lang in LANGUAGES):
        page.goto(f"{gallery}/{name}")
        page.evaluate("document.querySelectorAll('details').forEach((details) => (details.open = true))")
        page.evaluate(UNHIDE)
        faults += [(name, "scrolls sideways")] if page.evaluate(TOO_WIDE) else []
        faults += [(name, target) for target in page.evaluate(SMALL)]
        faults += [(name, violation) for violation in axe(page)]
    assert faults == []
