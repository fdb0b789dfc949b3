"""Atom feeds, as RFC 4287 specifies them."""

from __future__ import annotations

import feedparser
import pytest
from lxml import etree
from msgspec.structs import replace

from noticeboard.formats.atom_file import feed_file
from noticeboard.model import Text
from noticeboard.pages.documents import Category, FeedEntry, FeedPage
from noticeboard.pages.views.view_parts import Alternate

ATOM = "{http://www.w3.org/2005/Atom}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
BASE = "{http://www.w3.org/XML/1998/namespace}base"
VERSIONS = (Alternate("nl", "https://example.org/nl/a/"), Alternate("sv", "https://example.org/sv/a/"))
OWN = FeedEntry(
    id="tag:example.org,2026:surveys/a/nl",
    title=Text("Enquête & meer", "nl"),
    summary=Text("Kort <b>.", "nl"),
    content="<p>De <em>tekst</em> &amp; meer.</p>",
    published="2023-01-10T00:00:00+01:00",
    updated="2023-01-20T00:00:00+01:00",
    href="https://example.org/nl/a/",
    alternates=VERSIONS,
    categories=(Category("teacher", "tag:example.org,2026:vocabulary:audience", Text("Teacher", "en")),),
)
BORROWED = replace(
    OWN,
    id="tag:example.org,2026:surveys/b/en",
    title=Text("Borrowed", "en"),
    summary=None,
    href="https://example.org/nl/b/",
    alternates=(),
    categories=(),
)
FEED = FeedPage(
    lang="nl",
    id="tag:example.org,2026:feed:nl",
    title=Text("Prikbord", "nl"),
    subtitle=Text("Tagline", "en"),
    author=Text("The Agency", "en"),
    updated="2023-01-20T00:00:00+01:00",
    home="https://example.org/nl/",
    href="https://example.org/nl/feed.xml",
    alternates=(Alternate("sv", "https://example.org/sv/feed.xml"),),
    entries=(OWN, BORROWED),
)


def parsed(feed: FeedPage) -> etree._Element:
    """The feed's root element."""
    return etree.fromstring(feed_file(feed))


def links(element: etree._Element) -> list[tuple[str, str, str, str]]:
    """The relation, type, language and address of each link of a feed or entry, in order."""
    found = element.findall(f"{ATOM}link")
    return [(e.get("rel"), e.get("type"), e.get("hreflang", ""), e.get("href")) for e in found]


def test_feedparser_reads_it_without_complaint() -> None:
    """A strict feed reader finds nothing malformed and reads the right values."""
    read = feedparser.parse(feed_file(FEED))
    assert (read.bozo, read.version, read.feed.language, read.feed.title) == (False, "atom10", "nl", "Prikbord")
    first = read.entries[0]
    assert (first.id, first.title, first.link) == (OWN.id, "Enquête & meer", OWN.href)
    assert first.content[0].value == OWN.content
    assert [(tag.term, tag.label) for tag in first.tags] == [("teacher", "Teacher")]


def test_a_feed_has_what_the_standard_requires() -> None:
    """Feed and entries have one id, title and updated each; the feed has an author and a self link (section 4.1)."""
    root = parsed(FEED)
    for element in (root, *root.findall(f"{ATOM}entry")):
        assert [len(element.findall(f"{ATOM}{name}")) for name in ("id", "title", "updated")] == [1, 1, 1]
    assert root.findtext(f"{ATOM}author/{ATOM}name") == "The Agency"
    assert [link for link in links(root) if link[0] == "self"] == [("self", "application/atom+xml", "", FEED.href)]


def test_no_two_alternates_are_alike() -> None:
    """No two alternates have the same type and language (sections 4.1.1 and 4.1.2)."""
    root = parsed(FEED)
    for element in (root, *root.findall(f"{ATOM}entry")):
        kinds = [link[1:3] for link in links(element) if link[0] == "alternate"]
        assert len(set(kinds)) == len(kinds)


def test_the_first_and_the_last_alternate_are_the_readers() -> None:
    """Feed readers that use one address take the first or the last alternate: both are the page in her language."""
    html = "text/html"
    entry = parsed(FEED).find(f"{ATOM}entry")
    assert links(entry) == [
        ("alternate", html, "", "https://example.org/nl/a/"),
        ("alternate", html, "sv", "https://example.org/sv/a/"),
        ("alternate", html, "nl", "https://example.org/nl/a/"),
    ]


def test_every_text_has_its_language() -> None:
    """The feed's language is stated once; a text in another language states its own (section 2)."""
    root = parsed(FEED)
    own, borrowed = root.findall(f"{ATOM}entry")
    assert root.get(LANG) == "nl"
    assert [root.find(f"{ATOM}{name}").get(LANG) for name in ("title", "subtitle")] == [None, "en"]
    assert [own.find(f"{ATOM}{name}").get(LANG) for name in ("title", "summary", "content", "category")] == [
        *(None, None, None),
        "en",
    ]
    assert [borrowed.find(f"{ATOM}{name}").get(LANG) for name in ("title", "content")] == ["en", "en"]


def test_addresses_in_a_text_are_relative_to_its_page() -> None:
    """A link to a part of the text leads to that part of the page."""
    content = parsed(FEED).find(f"{ATOM}entry/{ATOM}content")
    assert (content.get("type"), content.get(BASE)) == ("html", OWN.href)


def test_an_entry_without_a_text_has_no_content() -> None:
    """A feed of summaries has no content elements."""
    root = parsed(replace(FEED, entries=(replace(OWN, content=""),)))
    assert (root.find(f"{ATOM}entry/{ATOM}content"), root.findtext(f"{ATOM}entry/{ATOM}summary")) == (None, "Kort <b>.")


def test_hostile_texts_come_out_as_they_are(hostile: str) -> None:
    """An XML parser reads titles, summaries, labels and contents as they were, with line ends as LF."""
    expected = hostile.replace("\r\n", "\n").replace("\r", "\n")
    text = Text(hostile, "nl")
    entry = replace(OWN, title=text, summary=text, content=hostile, categories=(Category("t", "tag:t", text),))
    root = parsed(replace(FEED, title=text, subtitle=text, author=text, entries=(entry,)))
    assert [root.findtext(f"{ATOM}{name}") for name in ("title", "subtitle", f"author/{ATOM}name")] == [expected] * 3
    found = root.find(f"{ATOM}entry")
    assert [found.findtext(f"{ATOM}{name}") for name in ("title", "summary", "content")] == [expected] * 3
    assert found.find(f"{ATOM}category").get("label") == expected


@pytest.mark.parametrize("character", ["\0", "\x0b", "\x1f", "\x85", "\ud800", "\ufffe", "\U0001ffff"])
def test_characters_that_xml_forbids_are_replaced(character: str) -> None:
    """A character that would make the feed unreadable becomes U+FFFD."""
    root = parsed(replace(FEED, title=Text(f"a{character}b", "nl")))
    assert root.findtext(f"{ATOM}title") == "a\ufffdb"
