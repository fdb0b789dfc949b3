"""The demo, built with and without a path in its address, with every page parsed."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import pytest
from lxml import html

if TYPE_CHECKING:
    from pathlib import Path

    from lxml.html import HtmlElement

SITEURL = "https://example.org/platform"


@dataclass(frozen=True)
class Page:
    """A page of the demo: its address below the site's (folders end in "/") and its elements."""

    address: str
    data: bytes

    @cached_property
    def root(self) -> HtmlElement:
        """The html element."""
        return html.document_fromstring(self.data, parser=html.HTMLParser(encoding="utf-8"))

    @cached_property
    def ids(self) -> list[str]:
        """Every id in the page, as often as it occurs."""
        return self.root.xpath("//@id")

    @property
    def moved(self) -> bool:
        """Whether the page only redirects from a former address."""
        return bool(self.root.xpath("//meta[@http-equiv='refresh']"))

    def words(self, path: str) -> list[str]:
        """The text of each element that the XPath finds."""
        return [" ".join(found.text_content().split()) for found in self.root.xpath(path)]

    def values(self, path: str) -> list[str]:
        """The attributes that the XPath finds."""
        return [str(found) for found in self.root.xpath(path)]


@dataclass(frozen=True)
class Demo:
    """A built demo: its folder, its address ("" if unknown), and its pages by address."""

    folder: Path
    siteurl: str
    pages: dict[str, Page]

    @property
    def base(self) -> str:
        """The path at the beginning of every address: "/" or "/platform/"."""
        return f"/{self.siteurl.partition('example.org')[2].strip('/')}/".replace("//", "/")

    def holds(self, path: str) -> bool:
        """Whether a file answers at an address below the site's."""
        file = self.folder / path
        return (file / "index.html" if path.endswith("/") or not path else file).is_file()


def read(folder: Path, siteurl: str) -> Demo:
    """The demo in a folder."""
    files = sorted(folder.rglob("*.html"))
    addresses = [f.relative_to(folder).as_posix().removesuffix("index.html") for f in files]
    return Demo(folder, siteurl, {a: Page(a, f.read_bytes()) for a, f in zip(addresses, files, strict=True)})


@pytest.fixture(scope="session")
def plain_demo(demo_site: Path) -> Demo:
    """The demo built without an address."""
    return read(demo_site, "")


@pytest.fixture(scope="session")
def platform_demo(platform_site: Path) -> Demo:
    """The demo built for an address with a path."""
    return read(platform_site, SITEURL)


@pytest.fixture(scope="session", params=["plain", "platform"])
def demo(request: pytest.FixtureRequest) -> Demo:
    """The demo, first without an address and then below a path."""
    return request.getfixturevalue(f"{request.param}_demo")
