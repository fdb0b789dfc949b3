"""An HTML page as a tree: where its text is, what is around it, and its metadata."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from lxml import html

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from lxml.html import HtmlElement

MOST_BYTES = 5_000_000
"""The largest HTML page that is read, in bytes."""

MOST_LEVELS = 100
"""The deepest nesting of elements that is read."""

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_HEAD = 4096
BLOCKS = frozenset(
    {
        *("address", "article", "aside", "blockquote", "body", "center", "dd", "details"),
        *("dialog", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer"),
        *("form", "h1", "h2", "h3", "h4", "h5", "h6", "header"),
        *("hgroup", "hr", "label", "li", "main", "menu", "nav", "ol"),
        *("option", "p", "pre", "section", "summary", "table", "td", "th"),
        *("tr", "ul"),
    }
)
"""Elements that begin and end a block."""

_AROUND = frozenset({"nav", "header", "footer", "aside"})
_ROLES = frozenset({"navigation", "banner", "contentinfo", "complementary", "search", "dialog", "alertdialog"})
_UNSEEN = frozenset({"script", "style", "template", "link", "meta", "head", "noscript", "title", "base"})
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_MAINS = (
    ".//main",
    ".//*[@role='main']",
    ".//article",
    ".//*[@id='content' or @id='main' or @id='main-content' or @id='maincontent']",
    ".//*[contains(concat(' ', @class, ' '), ' content ') or contains(concat(' ', @class, ' '), ' entry-content ')]",
)


@dataclass(frozen=True, slots=True)
class HtmlPage:
    """A page: the element with its text, what is outside it, and its metadata.

    `language` is a tag, `published` a day or moment (both as they are written), `address` the page's own https address;
    each is "" if the page does not state it.
    """

    main: HtmlElement
    around: tuple[HtmlElement, ...]
    title: str = ""
    language: str = ""
    summary: str = ""
    published: str = ""
    address: str = ""


def page_text(data: bytes) -> str:
    """The page's characters, from UTF-8, the stated encoding or Windows-1252 (HTML Living Standard, 13.2.3)."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        stated = _CHARSET.search(data[:_HEAD])
        try:
            return data.decode(stated[1].decode() if stated else "cp1252", "replace")
        except LookupError:
            return data.decode("cp1252", "replace")


def read_page(text: str) -> HtmlPage | None:
    """The page; None if it has no element, or too many inside each other."""
    # A declaration of another encoding no longer holds for decoded text.
    parser = html.HTMLParser(remove_comments=True, remove_pis=True, no_network=True, huge_tree=False)
    try:
        root = html.document_fromstring(re.sub(r"\A\s*<\?xml[^>]*>", "", text).replace("\0", ""), parser=parser)
    except (ValueError, html.etree.ParserError, html.etree.XMLSyntaxError):
        return None
    body = root.find("body")
    if body is None or _depth(root) > MOST_LEVELS:
        return None
    main = _main(body)
    return HtmlPage(
        main=main,
        around=tuple(_around(body, main)),
        title=_meta(root, "og:title") or " ".join((root.findtext(".//title") or "").split()),
        language=str(main.get("lang") or body.get("lang") or root.get("lang") or "").strip(),
        summary=_meta(root, "description") or _meta(root, "og:description"),
        published=_meta(root, "article:published_time") or _meta(root, "dcterms.date") or _meta(root, "date"),
        address=_own_address(root),
    )


def is_unseen(element: HtmlElement) -> bool:
    """Whether a browser shows nothing of the element."""
    if not isinstance(element.tag, str) or element.tag in _UNSEEN:
        return True
    return element.get("hidden") is not None or bool(_HIDDEN.search(element.get("style") or ""))


def is_around(element: HtmlElement) -> bool:
    """Whether the element belongs to the website rather than to the text of the page."""
    if element.tag == "header" and element.find(".//h1") is not None:
        return False
    return element.tag in _AROUND or (element.get("role") or "") in _ROLES


def visible_words(element: HtmlElement, without: Container[HtmlElement] = ()) -> str:
    """The words that a browser shows of the element, without those of the elements in `without`."""
    return " ".join("".join(_texts(element, without)).split())


def _texts(element: HtmlElement, without: Container[HtmlElement]) -> Iterator[str]:
    if is_unseen(element) or element in without:
        return
    yield element.text or ""
    for child in element:
        between = " " if child.tag in BLOCKS or child.tag == "br" else ""
        yield between
        yield from _texts(child, without)
        yield f"{between}{child.tail or ''}"


def _main(body: HtmlElement) -> HtmlElement:
    for path in _MAINS:
        found = [one for one in body.xpath(path) if not is_unseen(one) and visible_words(one)]
        if len(found) == 1 or (found and path == ".//main"):
            return found[0]
    return body


def _around(body: HtmlElement, main: HtmlElement) -> Iterator[HtmlElement]:
    """The topmost elements that hold words and not the main one."""
    if body is main:
        return
    for child in body:
        if child is main or is_unseen(child):
            continue
        if main in child.iterdescendants():
            yield from _around(child, main)
        elif visible_words(child):
            yield child


def _meta(root: HtmlElement, name: str) -> str:
    for element in root.iterfind(".//meta"):
        if (element.get("name") or element.get("property") or "").lower() == name:
            return " ".join((element.get("content") or "").split())
    return ""


def _own_address(root: HtmlElement) -> str:
    """The address of the page, so that relative links can be followed: <base>, canonical, or Open Graph's."""
    base = root.find(".//base")
    link = next((one for one in root.iterfind(".//link") if (one.get("rel") or "").lower() == "canonical"), None)
    stated = (base.get("href") if base is not None else "", link.get("href") if link is not None else "")
    for address in (*stated, _meta(root, "og:url")):
        parts = _parts(address or "")
        if parts in ("https", "http"):
            return str(address)
    return ""


def _parts(address: str) -> str:
    try:
        return urlsplit(address).scheme
    except ValueError:
        return ""


def _depth(root: HtmlElement) -> int:
    """How deeply elements are nested, counted without recursion."""
    deepest, stack = 0, [(root, 1)]
    while stack:
        element, level = stack.pop()
        deepest = max(deepest, level)
        stack.extend((child, level + 1) for child in element)
    return deepest
