"""Every page of the demo is linked to and every file is used; test_verify.py tests where links lead."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

if TYPE_CHECKING:
    from conftest import Demo, Page


def addresses(page: Page) -> list[str]:
    """Every address in a page, including those of a picture's sizes."""
    sizes = (size.split()[0] for value in page.values("//@srcset") for size in value.split(","))
    return [*page.values("//@href | //@src"), *sizes]


def test_every_page_can_be_reached(demo: Demo) -> None:
    """Links lead from the start to every page except 404 pages and former addresses.

    Pages for translators are all reached from their own start page.
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
    """Every published picture is shown or linked to."""
    used = {unquote(urlsplit(a).path) for page in plain_demo.pages.values() for a in addresses(page)}
    files = (p for p in plain_demo.folder.glob("media/**/*") if p.is_file())
    media = {f"/{p.relative_to(plain_demo.folder).as_posix()}" for p in files}
    assert media - used == set()
