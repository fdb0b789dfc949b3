"""The content of feeds."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from lxml import html

from noticeboard.model import Text
from noticeboard.pages.documents import Category
from noticeboard.pages.views.view_parts import Alternate, Link
from noticeboard.site import FileFacts

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from noticeboard.settings import Settings

SITE = "https://example.org/platform"
PICTURE = FileFacts("surveys/a/p.jpg", "00", 1, 60, 40, fault="")
SURVEY = (
    "published: 2023-01-10\ndeadline: 2023-02-19\nsurvey: https://example.org/s?language={lang}\n"
    "audience: [teacher]\nimage: p.jpg\nimage_credit: Ann\n"
)
FILES = {
    "surveys/a/nl.md": f"---\ntitle: Enquête\nimage_alt: Handen\n{SURVEY}---\n"
    "De inleiding.\n\n[Nieuws](../../news/b/), [vragen]({survey}), [verder](#deel) en noot[^1].\n\n"
    '![Bomen](p.jpg "Buiten")\n\n## Deel {#deel}\n\nEinde.\n\n[^1]: De noot.\n',
    "surveys/a/sv.md": (
        f"---\ntitle: Enkät\nsummary: Kort.\nimage_alt: Händer\ntranslates: nl\n{SURVEY}---\nInledningen.\n"
    ),
    "news/b/nl.md": "---\ntitle: Nieuws\npublished: 2023-01-12\naudience: [teacher]\n---\nHet nieuws.\n",
    "pages/about/nl.md": "---\ntitle: Over\nlanguages: [nl]\n---\nOver ons.\n",
    "vocabularies/audience.yml": "teacher: {labels: {en: Teacher, nl: Leraar}}\n",
}


@pytest.fixture(scope="module")
def pages(make_pages: Callable, named_platform: Settings) -> dict:
    """The pages of a survey in Dutch and Swedish, a Dutch news item and a page."""
    return make_pages(FILES, PICTURE, settings=named_platform)


def feeds(pages: Mapping) -> list[str]:
    """The paths of all feeds for readers."""
    every = (path for path in pages if path.endswith("feed.xml"))
    return sorted(path for path in every if not path.startswith("translations/"))


def test_every_list_has_its_feed(pages: dict) -> None:
    """There is a feed per language, kind and term with entries."""
    assert feeds(pages) == sorted(
        [
            *(
                f"{lang}/{path}feed.xml"
                for lang in ("en", "nl", "sv")
                for path in ("", "surveys/", "audience/teacher/")
            ),
            "nl/news/feed.xml",
        ]
    )


def test_without_siteurl_there_are_no_feeds(make_pages: Callable, small_platform: Settings) -> None:
    """Feeds have absolute addresses; without SITEURL no page links to a feed."""
    pages = make_pages(FILES, PICTURE, settings=small_platform)
    assert feeds(pages) == []
    assert (pages["nl/"].frame.feed, pages["nl/surveys/"].address.feed) == (None, None)


def test_a_feed_has_metadata(pages: dict) -> None:
    """Its id, its title in its language, its publisher, its page, its address and its other languages."""
    feed = pages["nl/audience/teacher/feed.xml"]
    assert (feed.id, feed.title, feed.subtitle, feed.author) == (
        "tag:example.org,2026:platform/feed:nl/audience/teacher",
        Text("Leraar \N{EN DASH} Prikbord", "nl"),
        Text("Enquêtes", "nl"),
        Text("The Agency", "nl"),
    )
    assert (feed.home, feed.href, feed.alternates) == (
        f"{SITE}/nl/audience/teacher/",
        f"{SITE}/nl/audience/teacher/feed.xml",
        (
            Alternate("en", f"{SITE}/en/audience/teacher/feed.xml"),
            Alternate("sv", f"{SITE}/sv/audience/teacher/feed.xml"),
        ),
    )


def test_a_title_is_in_one_language(pages: dict) -> None:
    """A term without a Swedish label is not joined with the platform's Swedish name."""
    assert pages["sv/audience/teacher/feed.xml"].title == Text("Teacher", "en")


def test_a_feed_is_as_new_as_its_newest_entry(pages: dict) -> None:
    """The newest entry is first, and its day is the feed's, in the platform's zone."""
    feed = pages["nl/feed.xml"]
    assert [entry.title.text for entry in feed.entries] == ["Nieuws", "Enquête"]
    assert (feed.updated, feed.entries[1].updated) == ("2023-01-12T00:00:00+01:00", "2023-01-10T00:00:00+01:00")


def test_an_update_brings_an_entry_to_the_top(make_pages: Callable, named_platform: Settings) -> None:
    """An updated version is new again in its language; its day of publication stays."""
    files = {**FILES, "surveys/a/nl.md": FILES["surveys/a/nl.md"].replace("title:", "updated: 2023-01-20\ntitle:", 1)}
    first = make_pages(files, PICTURE, settings=named_platform)["nl/feed.xml"].entries[0]
    assert (first.title.text, first.published, first.updated) == (
        "Enquête",
        "2023-01-10T00:00:00+01:00",
        "2023-01-20T00:00:00+01:00",
    )


def test_an_entry_names_its_versions(pages: dict) -> None:
    """It has the version's id, its page, and all versions of the text."""
    entry = pages["sv/feed.xml"].entries[0]
    assert (entry.id, entry.title, entry.summary, entry.href, entry.alternates) == (
        "tag:example.org,2026:platform/surveys/a/sv",
        Text("Enkät", "sv"),
        Text("Kort.", "sv"),
        f"{SITE}/sv/surveys/a/",
        (Alternate("nl", f"{SITE}/nl/surveys/a/"), Alternate("sv", f"{SITE}/sv/surveys/a/")),
    )


def test_a_borrowed_text_keeps_its_name_and_language(pages: dict) -> None:
    """An untranslated entry is the original's, and links to the reader's page."""
    borrowed, original = pages["en/feed.xml"].entries[0], pages["nl/feed.xml"].entries[1]
    assert (borrowed.id, borrowed.title, borrowed.alternates) == (original.id, original.title, ())
    assert borrowed.href == f"{SITE}/en/surveys/a/"


def test_terms_have_the_readers_labels(pages: dict) -> None:
    """The name of the vocabulary is the same in all languages."""
    scheme = "tag:example.org,2026:platform/vocabulary:audience"
    assert pages["nl/feed.xml"].entries[1].categories == (Category("teacher", scheme, Text("Leraar", "nl")),)
    assert pages["sv/feed.xml"].entries[0].categories == (Category("teacher", scheme, Text("Teacher", "en")),)


def test_feeds_of_terms_have_summaries_only(pages: dict) -> None:
    """Feeds of languages and kinds have whole texts."""
    full = {path: all(entry.content for entry in pages[path].entries) for path in feeds(pages)}
    assert {path for path, has in full.items() if not has} == {p for p in full if "audience" in p}


def test_a_feed_does_not_grow_with_the_site(make_pages: Callable, named_platform: Settings) -> None:
    """It has only the newest entries; entries of one day are sorted by key."""
    text = "---\ntitle: T{number}\npublished: 2023-01-{day:02}\nlanguages: [nl]\n---\nTekst.\n"
    files = {f"news/n{n:02}/nl.md": text.format(number=n, day=1 + n // 2) for n in range(30)}
    entries = make_pages(files, settings=named_platform)["nl/feed.xml"].entries
    assert len(entries) == 20
    assert [entry.title.text for entry in entries[:4]] == ["T28", "T29", "T26", "T27"]


def test_days_that_pass_change_no_feed(make_pages: Callable, named_platform: Settings) -> None:
    """It does not depend on the day of the build unless something is published."""
    days = (date(2023, 2, 1), date(2024, 5, 1))
    made = [make_pages(FILES, PICTURE, settings=named_platform, now=day) for day in days]
    first, second = ({path: pages[path] for path in feeds(pages)} for pages in made)
    assert first == second


@pytest.fixture(scope="module")
def content(pages: dict) -> html.HtmlElement:
    """The whole text of the Dutch survey in its feed."""
    return html.fragment_fromstring(pages["nl/feed.xml"].entries[1].content, create_parent=True)


def test_every_address_in_a_text_is_absolute(content: html.HtmlElement) -> None:
    """Links and pictures are absolute, except links within the text."""
    found = [str(value) for value in content.xpath("//@href | //@src")]
    assert [value for value in found if not value.startswith("#")] == [
        f"{SITE}/media/surveys/a/p.00.60.jpg",
        f"{SITE}/nl/news/b/",
        "https://example.org/s?language=nl",
        f"{SITE}/media/surveys/a/p.00.60.jpg",
    ]
    assert {value for value in found if value.startswith("#")} == {"#deel", "#fn:1", "#fnref:1"}


def test_a_text_has_everything_on_its_page(content: html.HtmlElement) -> None:
    """The deadline, pictures with alternative text, caption and credit, and the text, each with its language."""
    deadline, lead, text = content.xpath("./*")
    assert deadline.text_content() == "Deadline: 19 februari 2023"
    assert deadline.find("time").get("datetime") == "2023-02-19"
    assert (lead.find("img").get("alt"), lead.find("figcaption").text_content()) == ("Handen", "Picture: Ann")
    assert (text.get("lang"), text.get("dir"), text.find("p").text_content()) == ("nl", "ltr", "De inleiding.")
    assert text.xpath(".//figcaption")[0].text_content() == "Buiten Picture: Ann"


def test_pages_link_to_their_feeds(pages: dict) -> None:
    """Every page names its language's feed, a list its own too; both addresses are the site's."""
    language = Link(Text("Prikbord", "nl"), "/platform/nl/feed.xml")
    assert {pages[f"nl/{path}"].frame.feed for path in ("", "surveys/", "surveys/a/", "about/")} == {language}
    assert pages["nl/surveys/2023/"].address.feed == Link(Text("Enquêtes", "nl"), "/platform/nl/surveys/feed.xml")
    assert (pages["nl/"].address.feed, pages["nl/surveys/a/"].address.feed) == (None, None)
