"""What every template and the stylesheet keep to, so that right-to-left, strict policies and authors' ids work."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from noticeboard.site.lifecycle import State

THEME = Path(__file__).resolve().parents[2] / "theme"
TEMPLATES = sorted((THEME / "templates").rglob("*.html"))
STYLES = sorted(THEME.rglob("*.css"))
PHYSICAL = re.compile(
    r"^\s*((?:(?:margin|padding|border)-)?(?:left|right|top|bottom)|(?:min-|max-)?(?:width|height)"
    r"|(?:text-align|float|clear): (?:left|right))\b",
    re.MULTILINE,
)


def named(path: Path) -> str:
    """The template's name below the theme."""
    return path.relative_to(THEME / "templates").as_posix()


def test_the_words_of_states_are_in_the_order_of_time() -> None:
    """The script counts the turns that have passed and shows the words at that place."""
    words = (THEME / "templates/components/states/states.html").read_text(encoding="utf-8")
    assert re.findall(r'data-name="(\w+)"', words) == list(State)


@pytest.mark.parametrize("path", STYLES, ids=lambda path: path.name)
def test_styles_know_no_left_and_right(path: Path) -> None:
    """Declarations use logical properties, which turn round with the direction of writing."""
    text = path.read_text(encoding="utf-8")
    style = re.sub(r"/\*.*?\*/|@media[^{]*", "", text, flags=re.DOTALL)
    assert PHYSICAL.findall(style) == []


@pytest.mark.parametrize("path", TEMPLATES, ids=named)
def test_templates_hold_no_inline_style_or_script(path: Path) -> None:
    """Nothing in a template needs an exception from a strict content security policy; data is no script."""
    text = path.read_text(encoding="utf-8").replace('<script type="application/ld+json">', "")
    assert re.findall(r"<style|\sstyle=|\son[a-z]+=|javascript:|<script(?![^>]* src=)", text) == []


@pytest.mark.parametrize("path", TEMPLATES, ids=named)
def test_ids_are_the_themes_own(path: Path) -> None:
    """Every id begins with nb-, so that none meets an id in an author's text."""
    ids = re.findall(r"\sid=\"([^\"]*)\"", path.read_text(encoding="utf-8"))
    assert [i for i in ids if not i.startswith("nb-")] == []


@pytest.mark.parametrize("path", TEMPLATES, ids=named)
def test_catalogue_functions_stand_in_no_attribute(path: Path) -> None:
    """A message may come with markup that says its language, which no attribute can hold."""
    text = path.read_text(encoding="utf-8")
    assert re.findall(r"=\"[^\"{]*\{\{\s*(?:_|ngettext|pgettext|npgettext|for_language)\(", text) == []
