"""Pages and documents adopted in memory, and what readers see of them."""

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
    """Texts rendered without typography, so that their words can be compared."""
    return RenderedWords(LANGUAGES)


@cache
def _engine() -> Engine:
    return Engine(LANGUAGES)


def request(lang: str = "", beside: dict[str, bytes] | None = None) -> PageRequest:
    """A request to adopt a text of kind news and name text, on 1 December 2026."""
    return PageRequest("news", "text", lang, "2026-12-01", beside or {}, LANGUAGES, rendered().of)


def of_page(source: str | bytes, beside: dict[str, bytes] | None = None) -> AdoptedPage:
    """The result of adopting an HTML page."""
    data = source if isinstance(source, bytes) else source.encode()
    return adopted_page(data, "/there/page.html", request(beside=beside))


def of_main(markup: str) -> str:
    """The Markdown for the content of a page's main element, without the title."""
    found = of_page(f'<html lang="en"><body><main><h1>Title</h1>{markup}</main></body></html>')
    assert found.version is not None
    return found.version.body.strip("\n")


def of_document(data: bytes) -> AdoptedPage:
    """The result of adopting a Word document."""
    return adopted_document(data, "/there/letter.docx", request())


def told(found: AdoptedPage) -> list[str]:
    """The name and message of each problem."""
    return [f"{problem.name}: {problem.full_message}" for problem in found.problems]


def parsed(source: str) -> HtmlPage:
    """A text as the HTML tree of its page."""
    page = read_page(source)
    assert page is not None
    return page


def shown(markdown: str) -> html.HtmlElement:
    """The elements of the page that a text becomes."""
    pieces = _engine().parse(markdown, PATH, "en")
    words = "".join(p if isinstance(p, str) else "" for p in (*pieces.lead, "\n", *pieces.body))
    return html.fragment_fromstring(words, create_parent="div")
