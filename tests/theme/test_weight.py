"""What readers load, compressed with brotli; docs/quality.md has the limits."""

from __future__ import annotations

import re
from pathlib import Path

import brotli
import pytest

ROOT = Path(__file__).resolve().parents[2]
STATIC = ROOT / "theme" / "static"
PAGE, RESULTS, STYLE, SCRIPT = 9_000, 20_000, 12_000, 4_000  # bytes


def weight(path: Path) -> int:
    """The size of a file in bytes after compression."""
    return len(brotli.compress(path.read_bytes(), quality=11))


@pytest.fixture(scope="module")
def published(platform_site: Path) -> Path:
    """The demo as it is published, with absolute addresses and all metadata for search engines."""
    return platform_site


@pytest.mark.parametrize("lang", ["bg", "el", "en", "fi", "ga", "mt"])
def test_an_announcement_is_light(published: Path, lang: str) -> None:
    """With its switcher of 24 languages at most 9 kB."""
    page = published / lang / "surveys" / "school-mentoring" / "index.html"
    text = page.read_text(encoding="utf-8")
    assert len(re.findall(r"<link rel=\"alternate\" hreflang=", text)) == 25
    assert weight(page) <= PAGE


@pytest.mark.parametrize("lang", ["bg", "el", "en", "fi", "ga", "mt"])
def test_results_with_three_charts_are_light(published: Path, lang: str) -> None:
    """With charts of up to eight rows and their tables at most 20 kB."""
    page = published / lang / "results" / "school-mentoring-results" / "index.html"
    assert page.read_text(encoding="utf-8").count('class="chart"') == 3
    assert weight(page) <= RESULTS


def test_the_notice_of_an_outdated_version_is_light(published: Path) -> None:
    """With the notice an announcement has at most 9 kB too."""
    page = published / "hu" / "surveys" / "language-classes" / "index.html"
    assert 'id="nb-outdated"' in page.read_text(encoding="utf-8")
    assert weight(page) <= PAGE


def test_the_stylesheet_is_light_and_one_file(demo_site: Path) -> None:
    """One file of at most 12 kB that loads no other."""
    (style,) = demo_site.rglob("*.css")
    assert weight(style) <= STYLE
    assert re.findall(r"@import|url\(", style.read_text(encoding="utf-8")) == []


def test_the_script_is_light_and_one_file() -> None:
    """At most 4 kB."""
    assert weight(STATIC / "site.js") <= SCRIPT


def test_the_script_of_the_search_is_light() -> None:
    """At most 4 kB besides Pagefind."""
    assert weight(STATIC / "search.js") <= SCRIPT
    assert weight(STATIC / "search-near.js") <= SCRIPT


def test_no_other_page_loads_the_search(demo_site: Path) -> None:
    """Search pages load it last and deferred."""
    pages = {p: p.read_text(encoding="utf-8") for p in (demo_site / "nl").rglob("index.html")}
    loading = [p.parent.relative_to(demo_site).as_posix() for p, text in pages.items() if "search.js" in text]
    assert loading == ["nl/search"]
    assert re.findall(r"<script src=\"[^?]*\?v=[0-9a-f]+\" defer>", pages[demo_site / "nl/search/index.html"])


def test_only_the_stylesheet_blocks(demo_site: Path) -> None:
    """A page loads one style sheet, one deferred script, one icon and pictures, all from the site."""
    text = (demo_site / "nl" / "surveys" / "school-mentoring" / "index.html").read_text(encoding="utf-8")
    loading = r"<(?:script src|link rel=\"(?:stylesheet|icon|preload|modulepreload|preconnect)\")[^>]*>"
    loaded = re.findall(loading, text)
    kinds = [re.sub(r"\?v=[0-9a-f]+", "", tag) for tag in loaded]
    assert kinds == [
        '<link rel="icon" href="/theme/icon.svg" type="image/svg+xml">',
        '<link rel="stylesheet" href="/theme/style.css">',
        '<script src="/theme/site.js" defer>',
    ]
