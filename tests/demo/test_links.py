"""Every link of the demo leads somewhere, with and without a path in the site's address."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from conftest import Demo, Page


def addresses(page: Page) -> list[str]:
    """Every address in a page, those of a picture's sizes too."""
    sizes = (size.split()[0] for value in page.values("//@srcset") for size in value.split(","))
    return [*page.values("//@href | //@src"), *sizes]


def inner(demo: Demo, page: Page) -> Iterator[tuple[str, str, str]]:
    """Each address in a page that stays on the site: as written, its path below the site's own, its fragment."""
    for written in addresses(page):
        parts = urlsplit(written)
        if parts.scheme and not (demo.siteurl and written.startswith(f"{demo.siteurl}/")):
            continue
        path = unquote(parts.path) or demo.base + page.address
        yield written, path, unquote(parts.fragment)


def test_every_link_leads_to_a_file(demo: Demo) -> None:
    """No page names an address of the site that no file answers, or one outside the site's path."""
    broken = {
        (page.address, written)
        for page in demo.pages.values()
        for written, path, _ in inner(demo, page)
        if not path.startswith(demo.base) or not demo.holds(path.removeprefix(demo.base))
    }
    assert broken == set()


def test_every_fragment_is_there(demo: Demo) -> None:
    """A link to a part of a page finds the part."""
    broken = {
        (page.address, written)
        for page in demo.pages.values()
        for written, path, fragment in inner(demo, page)
        if fragment and fragment not in demo.pages[path.removeprefix(demo.base)].ids
    }
    assert broken == set()


def test_every_outside_link_is_https(demo: Demo) -> None:
    """What leaves the site goes over https or is a mail address."""
    schemes = {urlsplit(a).scheme for page in demo.pages.values() for a in addresses(page)}
    assert schemes <= {"", "https", "mailto"}


def test_every_page_can_be_reached(demo: Demo) -> None:
    """By links alone a reader gets from / to every page; only 404 pages and former addresses are not linked to.

    What is for translators begins at an address of its own, from which all of it is reached.
    """
    waiting = ["", "translations/"]
    found = {*waiting}
    while waiting:
        page = demo.pages[waiting.pop()]
        targets = {unquote(urlsplit(a).path).removeprefix(demo.base) for a in page.values("//a/@href") if a[0] == "/"}
        waiting += sorted((targets & demo.pages.keys()) - found)
        found |= targets
    alone = {p.address for p in demo.pages.values() if not p.moved} - found
    assert {address for address in alone if not address.endswith("404.html")} == set()


def test_every_published_file_is_used(plain_demo: Demo) -> None:
    """No picture is published that no page shows or links to."""
    used = {unquote(urlsplit(a).path) for page in plain_demo.pages.values() for a in addresses(page)}
    files = (p for p in plain_demo.folder.glob("media/**/*") if p.is_file())
    media = {f"/{p.relative_to(plain_demo.folder).as_posix()}" for p in files}
    assert media - used == set()
