"""robots.txt."""

from __future__ import annotations

from noticeboard.formats.robots_file import robots_file
from noticeboard.pages.documents import RobotsPage


def test_crawlers_may_read_everything() -> None:
    """Nothing is forbidden: a page that shall not be found says so itself, which only who reads it can know."""
    assert robots_file(RobotsPage("")) == b"User-agent: *\nAllow: /\n"


def test_crawlers_find_the_sitemap() -> None:
    """The index of sitemaps is named in a line of its own, for all crawlers."""
    assert robots_file(RobotsPage("https://example.org/sitemap.xml")) == (
        b"User-agent: *\nAllow: /\n\nSitemap: https://example.org/sitemap.xml\n"
    )


def test_refused_crawlers_are_asked_to_stay_away() -> None:
    """Each has a group of its own; * closes the site to all."""
    some = robots_file(RobotsPage("", ("GPTBot", "CCBot"))).decode()
    assert some == "User-agent: GPTBot\nDisallow: /\n\nUser-agent: CCBot\nDisallow: /\n\nUser-agent: *\nAllow: /\n"
    assert robots_file(RobotsPage("", ("*",))).decode() == "User-agent: *\nDisallow: /\n"
