"""Conventions of all templates and styles, for right-to-left pages, strict policies and authors' ids."""

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
    """The template's path below the theme."""
    return path.relative_to(THEME / "templates").as_posix()


def test_the_words_of_states_are_in_the_order_of_time() -> None:
    """The script counts the turns that have passed and shows the state with that index."""
    words = (THEME / "templates/components/states/states.html").read_text(encoding="utf-8")
    assert re.findall(r'data-name="(\w+)"', words) == list(State)


@pytest.mark.parametrize("path", STYLES, ids=lambda path: path.name)
def test_styles_use_logical_properties(path: Path) -> None:
    """They turn round with the direction of writing."""
    text = path.read_text(encoding="utf-8")
    style = re.sub(r"/\*.*?\*/|@media[^{]*", "", text, flags=re.DOTALL)
    assert PHYSICAL.findall(style) == []


@pytest.mark.parametrize("path", TEMPLATES, ids=named)
def test_templates_have_no_inline_style_or_script(path: Path) -> None:
    """No strict content security policy needs an exception; data is no script."""
    text = path.read_text(encoding="utf-8").replace('<script type="application/ld+json">', "")
    assert re.findall(r"<style|\sstyle=|\son[a-z]+=|javascript:|<script(?![^>]* src=)", text) == []


@pytest.mark.parametrize("path", TEMPLATES, ids=named)
def test_ids_are_the_themes_own(path: Path) -> None:
    """Every id begins with nb-, so that none equals an id in an author's text."""
    ids = re.findall(r"\sid=\"([^\"]*)\"", path.read_text(encoding="utf-8"))
    assert [i for i in ids if not i.startswith("nb-")] == []


@pytest.mark.parametrize("path", TEMPLATES, ids=named)
def test_catalogue_functions_are_in_no_attribute(path: Path) -> None:
    """A borrowed message has markup for its language, which no attribute can contain."""
    text = path.read_text(encoding="utf-8")
    assert re.findall(r"=\"[^\"{]*\{\{\s*(?:_|ngettext|pgettext|npgettext|for_language)\(", text) == []
