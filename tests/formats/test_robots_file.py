"""robots.txt."""

from __future__ import annotations

from noticeboard.formats.robots_file import robots_file
from noticeboard.pages.documents import RobotsPage


def test_crawlers_may_read_everything() -> None:
    """Nothing is disallowed: pages that must not be indexed say so, and crawlers must read that."""
    assert robots_file(RobotsPage("")) == b"User-agent: *\nAllow: /\n"


def test_crawlers_find_the_sitemap() -> None:
    """One line names the index of sitemaps for all crawlers."""
    assert robots_file(RobotsPage("https://example.org/sitemap.xml")) == (
        b"User-agent: *\nAllow: /\n\nSitemap: https://example.org/sitemap.xml\n"
    )


def test_refused_crawlers_are_asked_to_stay_away() -> None:
    """Each of them has its own group; * closes the site to all."""
    some = robots_file(RobotsPage("", ("GPTBot", "CCBot"))).decode()
    assert some == "User-agent: GPTBot\nDisallow: /\n\nUser-agent: CCBot\nDisallow: /\n\nUser-agent: *\nAllow: /\n"
    assert robots_file(RobotsPage("", ("*",))).decode() == "User-agent: *\nDisallow: /\n"
