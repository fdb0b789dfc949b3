"""Nothing on a Dutch or Swedish page is in English without being marked as English."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

    from conftest import Demo, Page

SPOKEN = ("alt", "aria-label", "content", "title")
NAMES = {"Noticeboard"}


def language(element: HtmlElement) -> str:
    """The language of an element: its own, or the nearest parent's that states one."""
    return next(e.get("lang") for e in (element, *element.iterancestors()) if e.get("lang"))


def texts(page: Page) -> Iterator[tuple[str, str]]:
    """Each text that people read or hear on a page, with its language."""
    for element in page.root.iter():
        if not isinstance(element.tag, str) or element.tag in ("script", "link"):
            continue
        for text in (element.text, *(child.tail for child in element)):
            if text and text.strip():
                yield language(element), " ".join(text.split())
        if element.tag != "meta" or element.get("name") == "description":
            yield from ((language(element), element.get(name)) for name in SPOKEN if element.get(name))


def spoken(demo: Demo, lang: str) -> set[str]:
    """All texts marked as being in a language, on pages of that language."""
    pages = (p for p in demo.pages.values() if p.values("/html/@lang") == [lang])
    return {text for page in pages for tag, text in texts(page) if tag == lang}


@pytest.mark.parametrize(
    ("lang", "same"),
    [
        ("nl", {"Contact", "Privacy", "Deadline", "Deadline:", "Mentoring", "Open", "Website", "EU"}),
        ("sv", {"EU"}),
    ],
)
def test_no_english_is_unmarked(plain_demo: Demo, lang: str, same: set[str]) -> None:
    """Texts of English pages do not occur on others, except words that both languages share."""
    shared = spoken(plain_demo, "en") & spoken(plain_demo, lang)
    words = {text for text in shared if any(c.isalpha() for c in text) and text not in same}
    assert {text for text in words if not any(name in text for name in NAMES)} == set()


@pytest.mark.parametrize("lang", ["nl", "sv"])
def test_every_interface_string_is_translated(plain_demo: Demo, lang: str) -> None:
    """No page borrows an interface string: only content is marked as English."""
    page = plain_demo.pages[f"{lang}/surveys/school-mentoring/"]
    assert {text for tag, text in texts(page) if tag == "en"} == {"English"}


def test_a_borrowed_text_is_marked(plain_demo: Demo) -> None:
    """On an Italian fallback page title and text are marked as English; the rest is Italian."""
    page = plain_demo.pages["it/surveys/digital-tools/"]
    assert (page.values("//h1/@lang"), page.values("//*[@class='lead']/@lang")) == (["en"], ["en"])
    assert page.words("//*[@id='nb-fallback']//time") == ["15 gennaio 2027"]
    assert page.words("//*[@class='status']//*[@class='deadline']")[0].startswith("Scadenza: ")


def test_a_borrowed_card_is_marked(plain_demo: Demo) -> None:
    """In an Italian list the title and summary of an English survey are marked as English."""
    page = plain_demo.pages["it/surveys/"]
    card = "//li[.//a[@href='/it/surveys/digital-tools/']]"
    assert set(page.values(f"{card}//*[self::h2 or self::p]/@lang")) == {"en"}
    assert "Lingua del testo: inglese" in page.words(f"{card}//*[@class='dates']/span")


@pytest.mark.parametrize("lang", ["el", "fr", "nl"])
def test_titles_in_a_description_are_separated_by_a_dot(plain_demo: Demo, lang: str) -> None:
    """A semicolon would be a question mark in Greek, and would need a space before it in French."""
    pages = [p for p in plain_demo.pages.values() if p.values("/html/@lang") == [lang]]
    lists = [d for p in pages for d in p.values("//meta[@name='description']/@content") if " \N{EN DASH} " in d]
    assert any(" \N{MIDDLE DOT} " in text for text in lists)
    assert [text for text in lists if "; " in text] == []
