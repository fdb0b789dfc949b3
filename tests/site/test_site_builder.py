"""Sources -> the site on a day."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from noticeboard.shell.cache.signed_records import encoded

if TYPE_CHECKING:
    from collections.abc import Callable

    from noticeboard.settings import Settings


def text(keys: str = "", published: str = "2023-01-10") -> str:
    """A version with further keys."""
    return f"---\ntitle: T\npublished: {published}\ndeadline: 2023-02-19\n{keys}---\nText.\n"


def test_versions_are_grouped_by_folder(link_site: Callable) -> None:
    """A folder is an announcement; announcements are sorted by key, versions by code."""
    files = {f"{name}.md": text() for name in ("surveys/b/sv", "surveys/a/nl", "news/c/en", "surveys/a/en")}
    found = link_site(files).site.announcements
    assert [(key, list(item.versions)) for key, item in found.items()] == [
        ("news/c", ["en"]),
        ("surveys/a", ["en", "nl"]),
        ("surveys/b", ["sv"]),
    ]


@pytest.mark.parametrize(("today", "keys"), [(date(2023, 1, 9), []), (date(2023, 1, 10), ["surveys/a"])])
def test_nothing_appears_before_its_day(link_site: Callable, today: date, keys: list[str]) -> None:
    """An announcement appears on its day of publication."""
    assert list(link_site({"surveys/a/nl.md": text()}, today=today).site.announcements) == keys


def test_a_page_of_the_platform_appears_at_once(link_site: Callable) -> None:
    """It has no day of publication."""
    files = {"pages/about/nl.md": "---\ntitle: T\n---\nText.\n"}
    assert list(link_site(files).site.announcements) == ["pages/about"]


def test_a_draft_counts_as_missing(link_site: Callable, small_platform: Settings) -> None:
    """A draft is checked, but readers see the fallback instead; a preview shows it."""
    files = {"surveys/a/nl.md": text("status: draft\n"), "surveys/a/sv.md": text()}
    shown = link_site(files).site.announcements["surveys/a"]
    assert (list(shown.versions), shown.shown("nl").lang) == (["sv"], "sv")
    preview = link_site(files, settings=replace(small_platform, show_drafts=True)).site.announcements["surveys/a"]
    assert list(preview.versions) == ["nl", "sv"]


def test_drafts_alone_are_no_announcement(link_site: Callable) -> None:
    """They are not on the site."""
    assert link_site({"surveys/a/nl.md": text("status: draft\n")}).site.announcements == {}


@pytest.mark.parametrize(
    ("versions", "fallback"),
    [
        ({"en": "", "nl": "", "sv": ""}, "en"),
        ({"nl": "", "sv": ""}, "nl"),
        ({"nl": "translates: sv\n", "sv": ""}, "sv"),
        ({"en": "translates: sv\n", "sv": ""}, "en"),
        ({"en": "status: draft\n", "nl": "translates: en\n", "sv": "translates: en\n"}, "nl"),
    ],
    ids=["default", "first original", "original before translation", "default though translated", "first of any"],
)
def test_the_fallback_is_the_default_language_else_the_first_original(
    link_site: Callable, versions: dict[str, str], fallback: str
) -> None:
    """Originals are sorted by code."""
    files = {f"surveys/a/{lang}.md": text(keys) for lang, keys in versions.items()}
    assert link_site(files).site.announcements["surveys/a"].fallback.lang == fallback


@pytest.mark.parametrize(
    ("kind", "keys", "wanted"),
    [
        ("surveys", "", ("en", "nl", "sv")),
        ("surveys", "languages: [sv, nl]\n", ("nl", "sv")),
        ("news", "", ("nl",)),
        ("news", "languages: [nl, en]\n", ("en", "nl")),
    ],
)
def test_an_announcement_is_meant_for_its_languages(
    link_site: Callable, kind: str, keys: str, wanted: tuple[str, ...]
) -> None:
    """By default surveys are for all offered languages, news for those that it exists in."""
    assert link_site({f"{kind}/a/nl.md": text(keys)}).site.announcements[f"{kind}/a"].wanted == wanted


def test_a_reader_gets_her_own_version_else_the_fallback_else_nothing(link_site: Callable) -> None:
    """There is a page in every wanted language."""
    item = link_site({"surveys/a/nl.md": text("languages: [nl, sv]\n")}).site.announcements["surveys/a"]
    assert [found and found.lang for found in map(item.shown, ("nl", "sv", "en"))] == ["nl", "nl", None]


def test_equal_sources_in_any_order_are_equal_sites(link_site: Callable) -> None:
    """The order in which files are found changes nothing."""
    files = {f"{n}.md": text() for n in ("surveys/b/sv", "surveys/a/nl", "surveys/a/en")}
    one, other = link_site(files).site, link_site(dict(reversed(files.items()))).site
    assert list(one.announcements) == list(other.announcements)
    assert [encoded(item.sources) for item in one.every.values()] == [encoded(i.sources) for i in other.every.values()]
