"""Counts how many elements a drawing draws when all its references are followed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from noticeboard.sources.svg.tree import Element

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

MOST_DRAWN = 100_000
"""Elements that a browser draws for one file; references to references can make any number of a few."""

_SUBJECT = re.compile(r"(?:\A|[\s>+~])([.#]?[\w-]+)\Z")


def overdrawn(elements: Sequence[Element], sheet: Iterable[tuple[str, str]]) -> Element | None:
    """The first element by which more than MOST_DRAWN are drawn, or that draws itself; None if there is none.

    `elements` are in the order of the file, `sheet` holds what its style sheets refer to as (selector, id).
    Linear in the number of elements and references.
    """
    graph = _Graph(elements, sheet)
    return next((found for element in elements if (found := graph.overdrawn_from(element))), None)


class _Graph:
    """What is drawn by what. A style sheet's rules are elements of their own, which draw what they refer to."""

    def __init__(self, elements: Sequence[Element], sheet: Iterable[tuple[str, str]]) -> None:
        self._by_id = {name: e for e in reversed(elements) if (name := e.attribute("id"))}
        self._rules: dict[str, Element] = {}
        for selector, target in sheet:
            for part in selector.split(","):
                name = _subject(part)
                self._rules.setdefault(name, Element("", 0, 0)).refers.append(target)
        self._weights: dict[int, int] = {}

    def overdrawn_from(self, root: Element) -> Element | None:
        """The element that draws too much among those that the root draws."""
        stack, around = [(root, False)], set[int]()
        while stack:
            element, is_weighed = stack.pop()
            if is_weighed:
                around.discard(id(element))
                if self._weigh(element) > MOST_DRAWN:
                    return element
            elif id(element) not in self._weights:
                around.add(id(element))
                stack.append((element, True))
                drawn = list(self._drawn(element))
                if any(id(one) in around for one in drawn):
                    return element
                stack += [(one, False) for one in drawn]
        return None

    def _weigh(self, element: Element) -> int:
        self._weights[id(element)] = 1 + sum(self._weights[id(one)] for one in self._drawn(element))
        return self._weights[id(element)]

    def _drawn(self, element: Element) -> Iterator[Element]:
        yield from (child for child in element.children if isinstance(child, Element))
        yield from _known(self._by_id, element.refers)
        if element.name:
            yield from _known(self._rules, self._names(element))

    def _names(self, element: Element) -> Iterator[str]:
        yield from ("*", element.name, f"#{element.attribute('id')}")
        yield from (f".{name}" for name in element.attribute("class").split())


def _known(things: Mapping[str, Element], names: Iterable[str]) -> Iterator[Element]:
    return (things[name] for name in names if name in things)


def _subject(selector: str) -> str:
    """The type, .class or #id that a selector asks of what it selects; "*" where it asks for something else."""
    found = _SUBJECT.search(selector.strip())
    return found[1] if found else "*"
