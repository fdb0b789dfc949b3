"""A version beside its original."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest

from noticeboard.exchange.version_document import read_version_document
from noticeboard.markdown.segments.stamps import stamp
from noticeboard.pages.page_assets import Assets
from noticeboard.pages.page_list import locale_contexts
from noticeboard.pages.translations.comparison_page import comparison_page
from noticeboard.sources.catalogue import Catalogues

if TYPE_CHECKING:
    from collections.abc import Callable

    from noticeboard.pages.translations.translation_view import ComparisonPage
    from noticeboard.pages.views.page import Page

ORIGINAL = "---\ntitle: One\npublished: 2023-01-10\n---\n\nFirst part.\n\n{}\n\nLast part.\n"
DUTCH = "---\ntitle: Een\n{}---\n\nEerste deel.\n\nTweede deel.\n\nLaatste deel.\n"


@pytest.fixture
def compare(link_site: Callable) -> Callable[..., Page]:
    """The page that compares a Dutch version with its English original; `then` is the text that it was made from."""

    def compared(now: str, then: str = "", dutch: str = DUTCH) -> Page:
        (old,) = link_site({"pages/a/en.md": then or now}).site.every["pages/a"].sources
        line = f'translates: {{language: en, digest: "{stamp(old.segments)}"}}\n' if then else "translates: en\n"
        files = {"pages/a/en.md": now, "pages/a/nl.md": dutch.format(line)}
        linked = link_site(files)
        site, item = linked.site, linked.site.every["pages/a"]
        now = datetime(2023, 2, 1, tzinfo=ZoneInfo("Europe/Brussels"))
        locale = next(
            e for e in locale_contexts(site, Catalogues({}, "en"), now, Assets("s", "j", "i")) if e.lang == "en"
        )
        english, own = (read_version_document(text.encode(), path) for path, text in files.items())
        return comparison_page(locale, item, english, own)

    return compared


def rows(page: Page) -> list[tuple[str, str | None, str | None]]:
    """The state of each segment, and both its sides."""
    view: ComparisonPage = page.view
    return [(s.change, s.original and s.original.text, s.translation and s.translation.text) for s in view.segments]


def test_segments_are_side_by_side(compare: Callable) -> None:
    """Those of a current version are beside the original's, unmarked."""
    text = ORIGINAL.format("Second part.")
    page = compare(text, text)
    assert rows(page) == [
        ("same", "One", "Een"),
        ("same", "First part.", "Eerste deel."),
        ("same", "Second part.", "Tweede deel."),
        ("same", "Last part.", "Laatste deel."),
    ]
    assert (page.view.changed, page.view.segments[0].label.text, page.view.segments[1].label) == (0, "Title", None)


def test_changes_are_marked(compare: Callable) -> None:
    """A reworded segment is beside its old translation, a new one beside nothing."""
    page = compare(ORIGINAL.format("Quite another part.\n\n## New"), ORIGINAL.format("Second part."))
    assert rows(page)[2:] == [
        ("changed", "Quite another part.", "Tweede deel."),
        ("added", "## New", None),
        ("same", "Last part.", "Laatste deel."),
    ]
    assert page.view.changed == 2


def test_a_removed_segment_stays_in_its_place(compare: Callable) -> None:
    """It is marked as removed."""
    now = ORIGINAL.format("").replace("\n\n\n\n", "\n\n")
    assert rows(compare(now, ORIGINAL.format("Second part."))) == [
        ("same", "One", "Een"),
        ("same", "First part.", "Eerste deel."),
        ("removed", None, "Tweede deel."),
        ("same", "Last part.", "Laatste deel."),
    ]


def test_without_a_stamp_nothing_is_marked(compare: Callable) -> None:
    """Segments of the same kinds are side by side."""
    page = compare(ORIGINAL.format("Second part."))
    assert [row[0] for row in rows(page)] == [""] * 4
    assert rows(page)[2][1:] == ("Second part.", "Tweede deel.")


def test_no_segment_is_lost(compare: Callable) -> None:
    """Segments without a counterpart are alone: every segment of both sides is there once."""
    dutch = DUTCH.replace("Tweede deel.", "## Kop\n\n- een\n- twee\n\n> Een citaat.")
    page = compare(ORIGINAL.format("Second part."), dutch=dutch)
    sides = list(zip(*(row[1:] for row in rows(page)), strict=True))
    assert [[text for text in side if text] for side in sides] == [
        ["One", "First part.", "Second part.", "Last part."],
        ["Een", "Eerste deel.", "## Kop", "- een\n- twee", "> Een citaat.", "Laatste deel."],
    ]


def test_it_is_for_previews_only(compare: Callable) -> None:
    """Its address is the preview's, it asks not to be indexed, and it marks the languages of both sides."""
    page = compare(ORIGINAL.format("Second part."))
    view = page.view
    assert (page.path, view.address.indexed, view.address.canonical) == ("_preview/compare/pages/a/nl", False, "")
    assert [(side.lang, side.dir, side.href) for side in (view.original, view.translation)] == [
        ("en", "ltr", "/en/a/"),
        ("nl", "ltr", "/nl/a/"),
    ]
    assert {t.lang for s in view.segments for t in (s.original,) if t} == {"en"}
