"""Pages and documents adopted in memory, and what their readers see."""

from __future__ import annotations

from functools import cache

from lxml import html

from noticeboard.adoption.adopted_page import AdoptedPage, PageRequest, adopted_document, adopted_page
from noticeboard.adoption.html_page import HtmlPage, read_page
from noticeboard.adoption.rendered_words import RenderedWords
from noticeboard.markdown.render.engine import Engine

LANGUAGES = ("en", "nl", "de", "fr", "sv")
PATH = "news/text/en.md"


@cache
def rendered() -> RenderedWords:
    """Renders texts without typography, so that their words can be compared."""
    return RenderedWords(LANGUAGES)


@cache
def _engine() -> Engine:
    return Engine(LANGUAGES)


def request(lang: str = "", beside: dict[str, bytes] | None = None) -> PageRequest:
    """A news text called text, as on 1 December 2026."""
    return PageRequest("news", "text", lang, "2026-12-01", beside or {}, LANGUAGES, rendered().of)


def of_page(source: str | bytes, beside: dict[str, bytes] | None = None) -> AdoptedPage:
    """What an HTML page becomes."""
    data = source if isinstance(source, bytes) else source.encode()
    return adopted_page(data, "/there/page.html", request(beside=beside))


def of_main(markup: str) -> str:
    """The Markdown of what is in a page's main element, below its title."""
    found = of_page(f'<html lang="en"><body><main><h1>Title</h1>{markup}</main></body></html>')
    assert found.version is not None
    return found.version.body.strip("\n")


def of_document(data: bytes) -> AdoptedPage:
    """What a Word document becomes."""
    return adopted_document(data, "/there/letter.docx", request())


def told(found: AdoptedPage) -> list[str]:
    """Name and message of each problem."""
    return [f"{problem.name}: {problem.full_message}" for problem in found.problems]


def parsed(source: str) -> HtmlPage:
    """The page that a text is."""
    page = read_page(source)
    assert page is not None
    return page


def shown(markdown: str) -> html.HtmlElement:
    """The elements that a text becomes on its page."""
    pieces = _engine().parse(markdown, PATH, "en")
    words = "".join(p if isinstance(p, str) else "" for p in (*pieces.lead, "\n", *pieces.body))
    return html.fragment_fromstring(words, create_parent="div")
