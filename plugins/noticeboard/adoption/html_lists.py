"""Lists of an HTML page -> Markdown: items, and terms with what they mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from lxml.html import HtmlElement

    from noticeboard.adoption.html_inlines import HtmlInlines

    Blocks = Callable[[HtmlElement], list[str]]


def item_list(element: HtmlElement, blocks: Blocks, inlines: HtmlInlines) -> list[str]:
    """The list as one block, "" if it is empty; `blocks` writes the content of an item."""
    number = int(start) if (start := element.get("start") or "").isdigit() else 1
    items: list[str] = []
    for child in element:
        if inlines.is_skipped(child):
            continue
        if child.tag in ("ul", "ol") and items:
            # This list is in the other list instead of in its item.
            items[-1] += "\n\n" + indented(item_list(child, blocks, inlines), "    ", "    ")
            continue
        marker = f"{number}. " if element.tag == "ol" else "- "
        parts = blocks(child)
        number += 1
        if parts:
            items.append(indented(parts, marker, " " * len(marker)))
    loose = any("\n\n" in item for item in items)
    return [("\n\n" if loose else "\n").join(items)] if items else []


def definition_list(element: HtmlElement, blocks: Blocks, inlines: HtmlInlines) -> list[str]:
    """The terms with what they mean; a term without a meaning, or a meaning without a term, is a paragraph."""
    found: list[str] = []
    terms: list[str] = []
    meanings: list[str] = []
    for child in _entries(element):
        parts = [] if inlines.is_skipped(child) else blocks(child)
        if not parts:
            continue
        if child.tag == "dt":
            found += _defined(terms, meanings)
            terms, meanings = [" ".join(" ".join(parts).replace("\\\n", " ").split())], []
        elif terms:
            meanings.append(indented(parts, ": ", "    "))
        else:
            found += parts
    return found + _defined(terms, meanings)


def _defined(terms: list[str], meanings: list[str]) -> list[str]:
    return ["\n".join((*terms, *meanings))] if meanings else terms


def _entries(element: HtmlElement) -> Iterator[HtmlElement]:
    """The terms and meanings of a list of definitions, also those that are grouped in <div>."""
    for child in element:
        if child.tag == "div":
            yield from _entries(child)
        elif child.tag in ("dt", "dd"):
            yield child


def indented(parts: Sequence[str], first: str, further: str) -> str:
    """The blocks as one item: the marker in front of the first line, all others as far in as its words."""
    tight = all(part.lstrip().startswith(("- ", "1. ")) for part in parts[1:]) and len(parts) > 1
    lines = ("\n" if tight else "\n\n").join(parts).split("\n")
    return "\n".join(f"{further if at else first}{line}".rstrip() for at, line in enumerate(lines))
