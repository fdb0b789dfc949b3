"""Published announcements that are gone are reported, unless something replaces them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from noticeboard.site.removed_addresses import removed_problems

if TYPE_CHECKING:
    from collections.abc import Callable

TEXT = "---\ntitle: T\n{keys}published: 2023-01-10\ndeadline: 2023-02-19\n---\nText.\n"
PAGE = "---\ntitle: T\n---\nText.\n"


@pytest.fixture
def removed(link_site: Callable) -> Callable[..., list[str]]:
    """The announcements reported as removed if surveys/a (with these keys) and pages/about exist."""

    def find(*published: str, keys: str = "") -> list[str]:
        texts = {"surveys/a/en.md": TEXT.format(keys=keys), "pages/about/en.md": PAGE}
        site = link_site(texts, today=date(2023, 2, 1)).site
        return [p.location.path for p in removed_problems(published, site)]

    return find


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("en/surveys/b/index.html", ["surveys/b"]),
        ("nl/surveys/b/index.html", ["surveys/b"]),
        ("en/contact/index.html", ["pages/contact"]),
        ("en/surveys/a/index.html", []),
        ("en/about/index.html", []),
        ("en/surveys/index.html", []),
        ("en/surveys/2023/index.html", []),
        ("en/search/index.html", []),
        ("en/accessibility/index.html", []),
        ("en/surveys/b/deadline.ics", []),
        ("media/surveys/b/index.html", []),
        ("fr/surveys/b/index.html", []),
        ("index.html", []),
        ("theme/style.css", []),
    ],
)
def test_only_pages_of_announcements_are_missed(removed: Callable, path: str, expected: list[str]) -> None:
    """Lists, files and languages that are no longer offered are not reported."""
    assert removed(path) == expected


def test_pages_of_a_vocabulary_are_not_reported(removed: Callable) -> None:
    """A folder with pages below it is no page of the platform."""
    assert removed("en/audience/index.html", "en/audience/teacher/index.html") == []


def test_it_is_reported_once_for_all_languages(removed: Callable) -> None:
    """However many pages it had."""
    assert removed("en/surveys/b/index.html", "nl/surveys/b/index.html") == ["surveys/b"]


@pytest.mark.parametrize("path", ["en/surveys/b/index.html", "en/old/index.html"])
def test_a_redirect_is_enough(removed: Callable, path: str) -> None:
    """A moved announcement is not reported."""
    assert removed(path, keys="moved_from: [surveys/b, old]\n") == []


@pytest.mark.parametrize("keys", ["status: draft\n", "opens: 2023-01-20\n"])
def test_a_draft_is_not_removed(removed: Callable, keys: str) -> None:
    """Nor is an announcement that appears on a later day."""
    assert removed("en/surveys/a/index.html", keys=keys) == []
