"""What a page says of itself, read once: its links, ids, languages, and what is wrong in it alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from noticeboard.verify.page_rules import page_problems
from noticeboard.verify.parsed_page import parse

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml.html import HtmlElement

    from noticeboard.model import Problem
    from noticeboard.verify.interface_words import InterfaceWords
    from noticeboard.verify.parsed_page import ParsedPage


@dataclass(frozen=True, slots=True)
class AddressUse:
    """An address that a page uses, as it was written, with its line; browsers fetch those that are `loaded` unasked."""

    written: str
    line: int
    loaded: bool = False


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What a page says of itself; `path` is its file below the site's folder.

    `alternates` are (hreflang, address, line); `moved` says that it only sends its reader on; `size` is in bytes.
    """

    path: str
    size: int
    lang: str = ""
    uses: tuple[AddressUse, ...] = ()
    ids: frozenset[str] = frozenset()
    alternates: tuple[tuple[str, str, int], ...] = ()
    canonical: AddressUse | None = None
    indexed: bool = True
    moved: bool = False
    problems: tuple[Problem, ...] = ()


_LOADED = {
    "img": ("src", "srcset"),
    "source": ("src", "srcset"),
    "script": ("src",),
    "iframe": ("src",),
    "embed": ("src",),
    "audio": ("src",),
    "video": ("src", "poster"),
    "track": ("src",),
    "object": ("data",),
}
_FETCHED = frozenset({"stylesheet", "icon", "preload", "modulepreload", "manifest", "apple-touch-icon", "mask-icon"})
"""Relations of a link element that a browser fetches unasked."""


def facts(tree: ParsedPage, size: int, problems: tuple[Problem, ...]) -> PageFacts:
    """What the page says, with the problems that were found in it."""
    refresh = [m for m in tree.named("meta") if m.get("http-equiv", "").lower() == "refresh"]
    links = list(tree.named("link"))
    canonical = next((_use(link) for link in links if _has(link, "canonical") and link.get("href")), None)
    robots = " ".join(m.get("content", "") for m in tree.named("meta") if m.get("name", "").lower() == "robots")
    return PageFacts(
        path=tree.path,
        size=size,
        lang=tree.root.get("lang", ""),
        uses=tuple(_uses(tree)),
        ids=frozenset(e.get("id") for e in tree.elements if e.get("id"))
        | frozenset(a.get("name") for a in tree.named("a") if a.get("name")),
        alternates=tuple(
            (link.get("hreflang"), link.get("href", ""), link.sourceline or 1)
            for link in links
            if _has(link, "alternate") and link.get("hreflang") and not link.get("type")
        ),
        canonical=canonical,
        indexed="noindex" not in robots,
        moved=bool(refresh),
        problems=problems,
    )


def _use(element: HtmlElement) -> AddressUse:
    return AddressUse(element.get("href", ""), element.sourceline or 1)


def _has(link: HtmlElement, relation: str) -> bool:
    return relation in link.get("rel", "").lower().split()


def _uses(tree: ParsedPage) -> Iterator[AddressUse]:
    """Every address that the page leads to or loads."""
    for element in tree.elements:
        line = element.sourceline or 1
        for name in _LOADED.get(element.tag, ()):
            if value := element.get(name):
                yield from (AddressUse(part, line, loaded=True) for part in _parts(name, value))
        if element.tag == "link" and (value := element.get("href")):
            relations = set(element.get("rel", "").lower().split())
            yield AddressUse(value, line, loaded=bool(relations & _FETCHED))
        elif element.tag in ("a", "area") and (value := element.get("href")) is not None:
            yield AddressUse(value, line)
        elif element.tag == "meta" and element.get("http-equiv", "").lower() == "refresh":
            yield AddressUse(element.get("content", "").partition("=")[2].strip("'\" "), line)
        elif element.tag == "form" and (value := element.get("action")):
            yield AddressUse(value, line)


def _parts(name: str, value: str) -> list[str]:
    """The addresses in an attribute: one, or those of a srcset (HTML, 4.8.4.2.1)."""
    return [value] if name != "srcset" else [size.split()[0] for size in value.split(",") if size.split()]


def read_page(path: str, data: bytes, known: Mapping[str, InterfaceWords]) -> PageFacts:
    """Everything that must be known of the page to check the site; `known` are interface words by language."""
    tree = parse(path, data)
    return facts(tree, len(data), tuple(page_problems(tree, len(data), known)))
