"""In which languages announcements can be read: a table, and everything that tells people and programs the same.

The table comes from the file names of the content folder and is compared with every place in the built demo.
"""

from __future__ import annotations

import gzip
import json
import re
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING, Any

import feedparser
import pytest
from icalendar import Calendar
from lxml import etree
from PIL import Image

if TYPE_CHECKING:
    from collections.abc import Iterator

    from conftest import Demo, Page

CONTENT = Path(__file__).resolve().parents[2] / "content"
OFFERED = frozenset(
    {
        *("bg", "cs", "da", "de", "el", "en", "es", "et", "fi", "fr", "ga", "hr"),
        *("hu", "it", "lt", "lv", "mt", "nl", "pl", "pt", "ro", "sk", "sl", "sv"),
    }
)
NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
ABSOLUTE = re.compile(r"https://example\.org/platform/[^\s\"'<>\\]*")


@dataclass(frozen=True)
class Offer:
    """An announcement as in its folder: its path below a language, its versions, and where one is missing."""

    path: str
    versions: frozenset[str]
    missing: frozenset[str]
    deadline: bool
    listed: bool

    @property
    def shown(self) -> frozenset[str]:
        """The languages that have a page."""
        return self.versions | self.missing


def offers() -> Iterator[Offer]:
    """Every announcement of the demo's content."""
    for folder in sorted({p.parent for p in CONTENT.glob("*/*/*.md")}):
        texts = {p.stem: p.read_text(encoding="utf-8") for p in folder.glob("*.md")}
        heads = "\n".join(text.split("---")[1] for text in texts.values())
        stated = re.search(r"^languages: \[(.*)\]$", heads, re.MULTILINE)
        kind = folder.parent.name
        wanted = frozenset(stated[1].split(", ")) if stated else OFFERED if kind != "news" else frozenset(texts)
        path = f"{folder.name}/" if kind == "pages" else f"{kind}/{folder.name}/"
        yield Offer(path, frozenset(texts), wanted - texts.keys(), "\ndeadline:" in heads, kind != "pages")


OFFERS = tuple(offers())


def each(demo: Demo) -> Iterator[tuple[Offer, str, Page]]:
    """Every announcement in every language that has a page, with that page."""
    for offer in OFFERS:
        for lang in sorted(offer.shown):
            yield offer, lang, demo.pages[f"{lang}/{offer.path}"]


def below(demo: Demo, address: str) -> str:
    """An absolute address as a path below the demo's."""
    assert address.startswith(f"{demo.siteurl}/"), address
    return address.removeprefix(f"{demo.siteurl}/")


def versions(offer: Offer) -> dict[str, str]:
    """The path of every version, by language."""
    return {lang: f"{lang}/{offer.path}" for lang in offer.versions}


@pytest.fixture(scope="session")
def feeds(platform_demo: Demo) -> dict[str, Any]:
    """The parsed feed of every language."""
    return {lang: feedparser.parse((platform_demo.folder / lang / "feed.xml").read_bytes()) for lang in sorted(OFFERED)}


@pytest.fixture(scope="session")
def sitemaps(platform_demo: Demo) -> dict[str, dict[str, etree._Element]]:
    """The elements of every language's sitemap, by their address below the demo's."""
    index = etree.parse(platform_demo.folder / "sitemap.xml")
    files = [below(platform_demo, loc) for loc in index.xpath("//s:loc/text()", namespaces=NAMES)]
    assert sorted(files) == sorted(f"sitemap-{lang}.xml" for lang in OFFERED)
    roots = {name: etree.parse(platform_demo.folder / name).getroot() for name in files}
    return {
        name.removeprefix("sitemap-").removesuffix(".xml"): {
            below(platform_demo, url.findtext("s:loc", namespaces=NAMES)): url for url in root
        }
        for name, root in roots.items()
    }


def test_pages_exist_as_in_the_table(platform_demo: Demo) -> None:
    """There are pages in the languages of the table and in no others."""
    assert len(OFFERS) >= 7
    for offer in OFFERS:
        parts = (address.partition("/") for address in platform_demo.pages)
        assert {lang for lang, _, path in parts if path == offer.path} == offer.shown


def test_the_switcher_names_them(platform_demo: Demo) -> None:
    """The switcher links to every page and marks the untranslated ones."""
    for offer, _, page in each(platform_demo):
        entries = page.root.xpath("//nav[contains(@class, 'switcher')]//li")
        found = {
            e.xpath("string(.//@lang)"): bool(e.xpath("./parent::ul[@aria-labelledby='nb-missing']")) for e in entries
        }
        expected = {lang: lang in offer.missing for lang in offer.shown}
        assert found == (expected if len(expected) > 1 else {})


def test_hreflang_names_them(platform_demo: Demo) -> None:
    """A version names all versions and a default; a fallback page names only the original."""
    for offer, lang, page in each(platform_demo):
        links = page.root.xpath("//link[@rel='alternate'][@hreflang]")
        found = {link.get("hreflang"): below(platform_demo, link.get("href")) for link in links}
        (canonical,) = page.values("//link[@rel='canonical']/@href")
        if lang in offer.missing:
            assert found == {}
            assert below(platform_demo, canonical) in versions(offer).values()
        else:
            default = found.pop("x-default")
            assert default == versions(offer).get("en", default)
            assert (found, below(platform_demo, canonical)) == (versions(offer), f"{lang}/{offer.path}")


def test_sitemaps_name_them(platform_demo: Demo, sitemaps: dict) -> None:
    """Every version is in its language's sitemap with all versions; a fallback page is in none."""
    for offer, lang, page in each(platform_demo):
        url = sitemaps[lang].get(f"{lang}/{offer.path}")
        assert (url is not None) is (lang in offer.versions)
        if url is not None:
            links = url.findall("x:link", NAMES)
            said = page.root.xpath("//link[@rel='alternate'][@hreflang]")
            in_both = [[(e.get("hreflang"), e.get("href")) for e in found] for found in (links, said)]
            assert in_both[0] == in_both[1]


def test_feeds_name_them(platform_demo: Demo, feeds: dict) -> None:
    """A language's feed has every announcement with a page in it, and names all versions of those in its language."""
    for offer, lang, page in each(platform_demo):
        entries = [e for e in feeds[lang].entries if e.link == f"{platform_demo.siteurl}/{page.address}"]
        assert len(entries) == offer.listed
        for entry in entries:
            links = [link for link in entry.links if link.rel == "alternate" and link.get("hreflang")]
            found = {link.hreflang: below(platform_demo, link.href) for link in links}
            assert found == (versions(offer) if lang in offer.versions else {})
            assert entry.id.rpartition("/")[2] in ({lang} if lang in offer.versions else offer.versions)


def test_json_ld_names_them(platform_demo: Demo) -> None:
    """A version's data names it and all others, as hreflang does; a fallback page has none."""
    for offer, lang, page in each(platform_demo):
        found = {}
        for text in page.values("//script[@type='application/ld+json']/text()"):
            nodes = works(json.loads(text)["@graph"])
            found |= {node["inLanguage"]: below(platform_demo, node["@id"]) for node in nodes}
        assert found == (versions(offer) if lang in offer.versions else {})


def works(nodes: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """The texts among the nodes, with the originals and translations that they name."""
    for node in nodes:
        if node["@type"] in {"Article", "NewsArticle", "WebPage"}:
            yield node
            yield from works([*node.get("workTranslation", ()), *filter(None, [node.get("translationOfWork")])])


def test_open_graph_names_them(platform_demo: Demo) -> None:
    """A version's locales are those of all versions; a fallback page has only the original's."""
    for offer, lang, page in each(platform_demo):
        own, others = (page.values(f"//meta[@property='og:locale{end}']/@content") for end in ("", ":alternate"))
        found = {locale.partition("_")[0] for locale in (*own, *others)}
        if lang in offer.versions:
            assert (found, own[0].partition("_")[0]) == (offer.versions, lang)
        else:
            assert len(found) == 1
            assert found <= offer.versions


def test_calendars_are_in_the_readers_language(platform_demo: Demo) -> None:
    """A Bulgarian calendar names the deadline of an English survey in Bulgarian."""
    events = Calendar.from_ical((platform_demo.folder / "bg/deadlines.ics").read_bytes()).events
    titles = [str(event["summary"]) for event in events]
    assert "Краен срок: Survey on language classes for newly arrived pupils" in titles
    assert {event["summary"].params["LANGUAGE"] for event in events} == {"bg"}


def test_calendars_name_them(platform_demo: Demo) -> None:
    """Every page with a coming deadline links to its calendar file; the file also exists after the deadline."""
    for offer, lang, page in each(platform_demo):
        file = platform_demo.folder / page.address / "deadline.ics"
        linked = f"/platform/{page.address}deadline.ics" in page.values("//main//a/@href")
        closed = page.values("//*[@class='status']/@data-state") == ["closed"]
        assert (file.is_file(), linked) == (offer.deadline, offer.deadline and not closed)
        if offer.deadline:
            (event,) = Calendar.from_ical(file.read_bytes()).events
            assert (event["url"], event["summary"].params["LANGUAGE"]) == (
                f"{platform_demo.siteurl}/{lang}/{offer.path}",
                lang,
            )


def test_the_stated_size_is_that_of_the_picture(platform_demo: Demo) -> None:
    """The picture in a page's head exists and has the size that both notations state."""
    found = 0
    for _, _, page in each(platform_demo):
        texts = page.values("//script[@type='application/ld+json']/text()")
        stated = [node["image"] for text in texts for node in works(json.loads(text)["@graph"]) if "image" in node]
        told = [(image["url"], str(image["width"]), str(image["height"])) for image in stated]
        names = ("og:image", "og:image:width", "og:image:height")
        shared = tuple(page.values(f"//meta[@property='{name}']/@content")[:1] for name in names)
        told += [tuple(value for (value,) in shared)] if all(shared) else []
        for url, width, height in told:
            with Image.open(platform_demo.folder / below(platform_demo, url)) as picture:
                assert (str(picture.width), str(picture.height)) == (width, height)
        found += len(told)
    assert found > 0


def fragments(demo: Demo, lang: str) -> list[dict[str, Any]]:
    """The texts that the search of a language can find, from its index."""
    files = sorted((demo.folder / lang / "search" / "index" / "fragment").iterdir())
    return [json.loads(gzip.decompress(file.read_bytes()).removeprefix(b"pagefind_dcd")) for file in files]


def test_the_search_finds_them(platform_demo: Demo) -> None:
    """A language's search has every page in it, and names the language of borrowed texts."""
    for lang in sorted(OFFERED):
        found = {fragment["url"].strip("/") + "/": fragment["meta"] for fragment in fragments(platform_demo, lang)}
        shown = {offer.path: offer for offer in OFFERS if lang in offer.shown}
        assert found.keys() == shown.keys()
        borrowed = {path for path, meta in found.items() if meta.get("language")}
        assert borrowed == {path for path, offer in shown.items() if lang in offer.missing}
        titles = {path: platform_demo.pages[f"{lang}/{path}"].values("//h1/@lang") or [lang] for path in shown}
        assert {path: [meta["lang"]] for path, meta in found.items()} == titles


def test_every_address_for_programs_exists(platform_demo: Demo) -> None:
    """Every address of the site in a feed, calendar, sitemap, robots.txt or page head exists."""
    told: dict[str, str] = {}
    for file in sorted(platform_demo.folder.rglob("*")):
        if file.suffix in {".xml", ".txt"}:
            told |= dict.fromkeys(ABSOLUTE.findall(unescape(file.read_text(encoding="utf-8"))), file.name)
        if file.suffix == ".ics":
            unfolded = file.read_bytes().replace(b"\r\n ", b"").decode().replace("\\n", " ")
            told |= dict.fromkeys(ABSOLUTE.findall(unfolded), file.name)
    for page in platform_demo.pages.values():
        heads = (*page.values("//meta/@content"), *page.values("//script[@type='application/ld+json']/text()"))
        told |= dict.fromkeys(ABSOLUTE.findall(" ".join(heads)), page.address)
    assert len(told) > len(platform_demo.pages)
    paths = {re.split(r"[#?]", below(platform_demo, address))[0]: by for address, by in told.items()}
    assert {path: by for path, by in paths.items() if not platform_demo.holds(path)} == {}
