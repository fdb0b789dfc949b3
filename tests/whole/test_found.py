"""What programs read from a built site: feeds, calendars, sitemaps, heads of pages."""

from __future__ import annotations

import gzip
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import feedparser
import pytest
from icalendar import Calendar
from lxml import etree, html

from noticeboard.pages.addresses import FEED_FILES

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

SITE = "https://example.org/platform"
SITEURL = {"SITEURL": SITE}
DAY = ("--today", "2023-02-01")
HOSTILE = {
    "markup": '<b>"Tom" & Jerry</b> &amp; &#x41; {{ x }} {% y %}',
    "ends": "a ]]> b </script><script>alert(1)</script><!-- c",
    "lines": "one two END:VEVENT three; four, five\\n six",
    "right-to-left": "\u202eabc\u202c \u200f\N{HEBREW LETTER ALEF}\u200e \u2067x\u2069",
    "long": "Ütf😀 " * 99 + "Ütf😀",
}
TEXT = "---\ntitle: {title}\nsummary: {title}\npublished: 2023-01-10\ndeadline: 2023-02-19\n---\nDe tekst.\n"


def files() -> dict[str, str]:
    """A survey for each hostile title, in Dutch; the English versions are missing."""
    titles = {name: json.dumps(title, ensure_ascii=False) for name, title in HOSTILE.items()}
    texts = {f"surveys/{name}/nl.md": TEXT.format(title=title) for name, title in titles.items()}
    return {"platform.yml": "name: Board & Co\nlanguages: [en, nl]\n", **texts}


@dataclass(frozen=True)
class Built:
    """A built site."""

    output: Path

    def read(self, path: str) -> bytes:
        """The bytes of a file."""
        return (self.output / path).read_bytes()

    def page(self, path: str) -> html.HtmlElement:
        """The html element of a page."""
        return html.document_fromstring(self.read(f"{path}index.html"), parser=html.HTMLParser(encoding="utf-8"))

    def told(self, path: str) -> Mapping[str, Any]:
        """The first node of a page's structured data."""
        (text,) = self.page(path).xpath("//script[@type='application/ld+json']/text()")
        first: dict[str, Any] = json.loads(text)["@graph"][0]
        return first


@pytest.fixture(scope="module")
def built(small_builder: type, tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The site with hostile titles, for an address with a path."""
    site = small_builder(tmp_path_factory.mktemp("hostile"))
    done = site(files(), *DAY, settings=SITEURL)
    assert done.code == 0, done.stderr
    return Built(done.output)


def bare(text: str) -> str:
    """A text without quotation marks, which typography changes."""
    return text.translate(dict.fromkeys(map(ord, '"“”')))


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_titles_come_out_right_in_every_format(built: Built, name: str) -> None:
    """A title is the same text everywhere; no part of it becomes markup, a script or a property."""
    page = built.page(f"nl/surveys/{name}/")
    title = page.findtext(".//h1")
    assert bare(title) == bare(HOSTILE[name])
    assert page.xpath("//meta[@property='og:title' or @property='og:description']/@content") == [title] * 2
    assert (built.told(f"nl/surveys/{name}/")["headline"], len(page.xpath("//script[not(@src)]"))) == (title, 1)
    (event,) = Calendar.from_ical(built.read(f"nl/surveys/{name}/deadline.ics")).events
    assert (event["summary"], event["description"].partition("\n\n")[0]) == (f"Deadline: {title}", title)
    root = etree.fromstring(built.read("nl/feed.xml"))
    atom = {"a": "http://www.w3.org/2005/Atom"}
    (entry,) = root.xpath(f"a:entry[a:link/@href='{SITE}/nl/surveys/{name}/']", namespaces=atom)
    assert [entry.findtext(f"a:{part}", namespaces=atom) for part in ("title", "summary")] == [title] * 2


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_hostile_titles_come_out_right_in_the_search(built: Built, lang: str) -> None:
    """Each language's index has the page's title, in its own version or borrowed."""
    packed = (built.output / lang / "search" / "index" / "fragment").iterdir()
    held = [json.loads(gzip.decompress(path.read_bytes()).removeprefix(b"pagefind_dcd")) for path in packed]
    titles = {fragment["url"].strip("/"): fragment["meta"]["title"] for fragment in held}
    assert titles == {f"surveys/{name}": built.page(f"{lang}/surveys/{name}/").findtext(".//h1") for name in HOSTILE}


def test_feeds_are_well_formed(built: Built) -> None:
    """A strict feed reader finds nothing wrong."""
    feeds = sorted(built.output.rglob("feed.xml"))
    assert len(feeds) == 6
    assert [path for path in feeds if feedparser.parse(path.read_bytes()).bozo] == []


def test_the_common_calendar_has_every_deadline(built: Built) -> None:
    """No title ends the calendar early."""
    assert len(Calendar.from_ical(built.read("nl/deadlines.ics")).events) == len(HOSTILE)


def test_a_second_build_writes_nothing(site_builder: Callable, counted: Callable) -> None:
    """Files made without the theme are not written again if nothing changed."""
    assert site_builder(files(), *DAY, settings=SITEURL).code == 0
    assert counted(site_builder({}, *DAY, settings=SITEURL).stdout).written == 0


def test_a_new_title_rewrites_everything_with_it(site_builder: Callable, explained: Callable) -> None:
    """Feeds, calendars and search indexes with the title are written; sitemaps, which have no titles, are not.

    An original's title is also text to translate, which status.json counts.
    """
    site_builder(files(), *DAY, settings=SITEURL)
    new = {"surveys/markup/nl.md": TEXT.format(title="Other")}
    written = explained(site_builder(new, *DAY, "--explain", settings=SITEURL).stdout)
    indexes = {path for path in written if "/search/index/" in path}
    assert {path.partition("/")[0] for path in indexes} == {"en", "nl"}
    assert {path for path in written - indexes if not path.endswith("/")} == {
        f"{lang}/{path}"
        for lang in ("en", "nl")
        for path in (*FEED_FILES.values(), "surveys/feed.xml", "deadlines.ics", "surveys/markup/deadline.ics")
    } | {"translations/status.json", "translations/en/status.json", "translations/en/feed.xml"}


def test_midnight_changes_no_feed_and_no_calendar(site_builder: Callable, explained: Callable) -> None:
    """When a deadline passes, feeds, calendars and sitemaps stay."""
    site_builder(files(), *DAY, settings=SITEURL)
    done = site_builder({}, "--today", "2023-02-20", "--explain", settings=SITEURL)
    assert {path for path in explained(done.stdout) if path.endswith((".xml", ".ics"))} == set()


def test_the_same_bytes_come_from_any_hash_seed(site_builder: Callable, tree: Callable) -> None:
    """Neither the order of sets nor the time zone changes any file."""
    made: list[dict[str, bytes]] = []
    for env in ({}, {"PYTHONHASHSEED": "2", "TZ": "America/New_York"}):
        done = site_builder(files(), *DAY, settings=SITEURL, env=env)
        assert done.code == 0, done.stderr
        made.append(tree(site_builder.output))
        for path in (*site_builder.output.rglob("*.*"), *(site_builder.root / "cache").iterdir()):
            path.unlink()
    assert made[0] == made[1]
    assert len(made[0]) > 20


def test_a_robots_file_of_the_platforms_own_stays(site_builder: Callable) -> None:
    """A robots.txt that the platform has, as Pelican users do, is published."""
    own = {"extra/robots.txt": "User-agent: *\nDisallow: /\n"}
    locations = {
        "STATIC_PATHS": ["extra/robots.txt"],
        "EXTRA_PATH_METADATA": {"extra/robots.txt": {"path": "robots.txt"}},
    }
    done = site_builder({**files(), **own}, *DAY, settings={**SITEURL, **locations})
    assert (done.code, (done.output / "robots.txt").read_text("utf-8")) == (0, own["extra/robots.txt"])
