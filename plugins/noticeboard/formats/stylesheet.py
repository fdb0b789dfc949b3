"""A theme's style sheets as the one file that is published."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

LAYERS = ("tokens", "base", "components", "pages", "print")
"""The cascade layers in order of strength (CSS Cascading and Inheritance Level 5): a later one wins over an earlier."""

COMPONENTS = "components"
"""The layer of the style sheets that are beside a component's template; each other layer is a file of its name."""


def stylesheet(sheets: Iterable[tuple[str, str]]) -> bytes:
    """One style sheet in UTF-8 from pairs of layer and CSS; those of a layer keep their order.

    A layer that LAYERS does not name is stronger than those; several come in the order of their names.
    """
    layers: dict[str, list[str]] = {name: [] for name in LAYERS}
    for layer, css in sorted(sheets, key=lambda sheet: sheet[0]):
        layers.setdefault(layer, []).append(css.strip())
    order = f"@layer {', '.join(layers)};\n"
    blocks = (f"\n@layer {name} {{\n{_joined(parts)}\n}}\n" for name, parts in layers.items() if parts)
    return "".join((order, *blocks)).encode()


def _joined(parts: list[str]) -> str:
    return "\n\n".join(part for part in parts if part)
