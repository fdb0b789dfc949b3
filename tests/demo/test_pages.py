"""Properties of every page of the demo."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from noticeboard.languages.language_data import OFFICIAL

if TYPE_CHECKING:
    from conftest import Demo, Page

LANGUAGES = frozenset(OFFICIAL)


def wrong(demo: Demo, *expected: object, of: str, words: bool = False) -> dict[str, list[str]]:
    """The pages on which the XPath does not find exactly the expected values."""
    found = {p.address: p.words(of) if words else p.values(of) for p in demo.pages.values()}
    return {address: values for address, values in found.items() if values != list(expected)}


def test_every_page_is_html_in_utf_8(plain_demo: Demo) -> None:
    """Every page begins with its doctype, names its encoding first, and adapts to a phone's width."""
    pages = plain_demo.pages.values()
    assert [p.address for p in pages if not p.data.startswith(b"<!doctype html>\n<html lang=")] == []
    assert wrong(plain_demo, "utf-8", of="/html/head/*[1]/@charset") == {}
    assert wrong(plain_demo, "width=device-width, initial-scale=1", of="//meta[@name='viewport']/@content") == {}


def test_every_page_has_a_language_and_a_direction(plain_demo: Demo) -> None:
    """Pages below /nl/ are in Dutch; those for all languages, or for translators, are in the default language."""
    for page in plain_demo.pages.values():
        lang = page.address.split("/")[0] if "/" in page.address else "en"
        lang = "en" if lang == "translations" else lang
        assert (page.values("/html/@lang"), page.values("/html/@dir")) == ([lang], ["ltr"])


def test_titles_are_unique_in_a_language(plain_demo: Demo) -> None:
    """No two pages in a language have the same title (WCAG 2.4.2)."""
    titles = Counter(
        (page.values("/html/@lang")[0], page.words("//title")[0])
        for page in plain_demo.pages.values()
        if "nb-fallback" not in page.ids and not page.moved
    )
    assert [title for title, count in titles.items() if count > 1] == []


def test_every_page_is_described(plain_demo: Demo) -> None:
    """Every page except 404 pages and former addresses has a description for search results."""
    descriptions = {p.address: p.values("//meta[@name='description']/@content") for p in plain_demo.pages.values()}
    without = {address for address, found in descriptions.items() if not any(found)}
    told = {address for address in without if not plain_demo.pages[address].moved}
    assert {address for address in told if not address.endswith("404.html")} == set()


def test_every_picture_has_its_words_and_its_size(plain_demo: Demo) -> None:
    """Every img has alt text, width and height; figures have a credit, pictures in cards have no text."""
    for page in plain_demo.pages.values():
        for image in page.root.iter("img"):
            assert {"alt", "width", "height"} <= set(image.attrib)
            makers = [c.text_content().strip() for c in image.xpath("./ancestor::figure//*[@class='credit']")]
            assert all(makers) if makers else (image.get("alt") == "" and image.xpath("./ancestor::*[@class='card']"))


def test_the_first_link_skips_to_the_content(plain_demo: Demo) -> None:
    """The first focusable element leads to the main content (WCAG 2.4.1)."""
    for page in plain_demo.pages.values():
        if not page.moved:
            assert page.values("(//body//a)[1]/@href") == ["#nb-main"]
            assert page.values("//main/@id") == ["nb-main"]


def test_every_time_is_for_machines_too(plain_demo: Demo) -> None:
    """Every date also has its ISO form."""
    assert wrong(plain_demo, of="//time[not(@datetime)]", words=True) == {}


def test_languages_are_marked_by_their_codes(plain_demo: Demo) -> None:
    """Every lang and hreflang is an offered language, and every element with hreflang has an href."""
    for page in plain_demo.pages.values():
        marks = {*page.values("//@lang"), *page.values("//a/@hreflang")}
        assert marks <= LANGUAGES, page.address


def test_every_page_has_all_languages_it_exists_in(plain_demo: Demo) -> None:
    """A page's switcher links to the same page in all its languages and marks the current one."""
    for page in plain_demo.pages.values():
        switcher = "//nav[contains(@class, 'switcher')]//li/a"
        links = dict(zip(page.values(f"{switcher}/@hreflang"), page.values(f"{switcher}/@href"), strict=True))
        lang, _, rest = page.address.partition("/")
        assert {tag: f"/{tag}/{rest}" for tag in links} == links
        if links:
            assert page.values(f"{switcher}[@aria-current]/@hreflang") == [lang]


def test_every_kind_of_page_exists(plain_demo: Demo) -> None:
    """There are a chooser, front pages, lists, announcements, terms, an about page and a 404 page in every language."""
    expected = {"", "404.html"} | {
        f"{lang}/{rest}"
        for lang in LANGUAGES
        for rest in (
            *("", "about/", "surveys/", "surveys/2023/", "surveys/2026/", "surveys/school-mentoring/"),
            *("surveys/digital-tools/", "surveys/language-classes/", "results/", "audience/teacher/"),
            "key-competences/social-and-learning/",
        )
    }
    assert expected - plain_demo.pages.keys() == set()


def test_the_footer_says_what_this_is(plain_demo: Demo) -> None:
    """Every footer says that this is example content."""
    page: Page = plain_demo.pages["nl/"]
    assert page.words("//footer//p")[-1] == (
        "De inhoud bestaat uit voorbeelden. Dit is geen website van de Europese Unie of van een van haar instellingen."
    )
    assert {p.address for p in plain_demo.pages.values() if not p.words("//footer//p")[1:]} == {
        p.address for p in plain_demo.pages.values() if p.moved
    }
