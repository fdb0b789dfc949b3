"""Ids that never change."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from noticeboard.pages.persistent_ids import entry_id, event_uid, feed_id

if TYPE_CHECKING:
    from collections.abc import Callable

    from noticeboard.settings import Settings
    from noticeboard.site import Announcement

TEXT = "---\ntitle: {title}\npublished: 2023-01-10\ndeadline: 2023-02-19\n{keys}languages: [nl]\n---\nDe tekst.\n"


@pytest.fixture
def item(link_site: Callable) -> Callable[..., Announcement]:
    """An announcement with that name, title and further keys."""

    def link(name: str = "a", title: str = "T", keys: str = "") -> Announcement:
        site = link_site({f"surveys/{name}/nl.md": TEXT.format(title=title, keys=keys)}).site
        return site.announcements[f"surveys/{name}"]

    return link


@pytest.fixture
def settings(small_platform: Settings) -> Settings:
    """The settings of a platform below a path."""
    return replace(small_platform, siteurl="https://example.org/platform")


def test_a_versions_id(item: Callable, settings: Settings) -> None:
    """It is a tag URI of the platform's address, the announcement and the language (RFC 4151)."""
    assert entry_id(settings, item(), "nl") == "tag:example.org,2026:platform/surveys/a/nl"


def test_a_feeds_id_differs_from_all_versions(settings: Settings) -> None:
    """It has a colon, which no folder name may contain."""
    assert feed_id(settings, "nl", ()) == "tag:example.org,2026:platform/feed:nl"
    assert feed_id(settings, "nl", ("audience", "teacher")) == "tag:example.org,2026:platform/feed:nl/audience/teacher"


def test_a_new_title_changes_no_id(item: Callable, settings: Settings) -> None:
    """Titles do not matter."""
    assert entry_id(settings, item(title="Other"), "nl") == entry_id(settings, item(), "nl")
    assert event_uid(settings, item(title="Other")) == event_uid(settings, item())


@pytest.mark.parametrize("former", ["surveys/a", "a"])
def test_a_new_address_changes_no_id(item: Callable, settings: Settings, former: str) -> None:
    """The id comes from the first former address."""
    renamed = item("b", keys=f"moved_from: [{former}, surveys/between]\n")
    assert entry_id(settings, renamed, "nl") == entry_id(settings, item(), "nl")
    assert event_uid(settings, renamed) == event_uid(settings, item())


def test_a_platform_that_moves_keeps_its_ids(item: Callable, settings: Settings) -> None:
    """Ids use `first_address`, whatever the platform's address is now."""
    moved = replace(settings, siteurl="https://new.example.com", first_address="https://example.org/platform/")
    assert entry_id(moved, item(), "nl") == entry_id(settings, item(), "nl")
    assert feed_id(moved, "nl", ()) == feed_id(settings, "nl", ())
    assert event_uid(moved, item()) == event_uid(settings, item())


def test_a_deadline_has_an_id_without_siteurl(item: Callable, small_platform: Settings) -> None:
    """It then has a reserved host (RFC 2606)."""
    assert event_uid(small_platform, item()) == "surveys/a/deadline@noticeboard.invalid"
