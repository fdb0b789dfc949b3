"""When what a page shows last changed."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from noticeboard.pages.change_dates import change_days, changed, newest_change

if TYPE_CHECKING:
    from collections.abc import Callable

    from noticeboard.site import Site

TEXT = "---\ntitle: T\npublished: 2023-01-10\n{keys}---\nDe tekst.\n"


def site(link_site: Callable) -> Site:
    """A site with an announcement that was updated in one language, and a page that states no date."""
    return link_site(
        {
            "news/a/nl.md": TEXT.format(keys="updated: 2023-01-20\n"),
            "news/a/sv.md": TEXT.format(keys="translates: nl\n"),
            "pages/about/nl.md": "---\ntitle: T\n---\nDe tekst.\n",
        }
    ).site


def test_a_version_changed_when_it_was_published_or_updated(link_site: Callable) -> None:
    """The later day counts, for the version that states it."""
    item = site(link_site).announcements["news/a"]
    days = {lang: changed(item, source) for lang, source in item.versions.items()}
    assert days == {"nl": date(2023, 1, 20), "sv": date(2023, 1, 10)}


def test_a_page_without_dates_has_no_day(link_site: Callable) -> None:
    """The day of its last change is not known."""
    item = site(link_site).announcements["pages/about"]
    assert changed(item, item.versions["nl"]) is None
    assert newest_change(change_days([item], "nl"), [item]) is None


def test_a_list_changed_with_its_newest_change(link_site: Callable) -> None:
    """It changes when readers of its language see a change of anything in it."""
    items = site(link_site).announcements.values()
    assert [newest_change(change_days(items, lang), items) for lang in ("nl", "sv")] == [
        date(2023, 1, 20),
        date(2023, 1, 10),
    ]
