"""The drawing as it is read: its elements in the order of the file, each with what was kept of it."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Element:
    """An element: its attributes as (name, value), what follows inside it, the ids that it draws, where it begins.

    `children` are elements and texts. The line and column count from 1, in characters.
    """

    name: str
    line: int
    column: int
    attributes: list[tuple[str, str]] = field(default_factory=list)
    children: list[Element | str] = field(default_factory=list)
    refers: list[str] = field(default_factory=list)

    def attribute(self, name: str) -> str:
        """The attribute's value, "" if it has none."""
        return next((value for key, value in self.attributes if key == name), "")
