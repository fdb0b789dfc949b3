"""Draws docs/contributing/imports.svg: which folder of the program imports which.

python tools/draw_imports.py
"""

from __future__ import annotations

import ast
from pathlib import Path
from xml.etree import ElementTree as ET

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "plugins" / "noticeboard"
PICTURE = ROOT / "docs" / "contributing" / "imports.svg"
WIDTH, HEIGHT, GAP_X, GAP_Y = 132, 40, 28, 52


def drawing() -> str:
    """The picture as SVG: a box for each folder or module of the package, above the boxes that it imports."""
    arrows = reduced(station_imports())
    rows = levels(arrows)
    widest = max(len(row) for row in rows)
    size = widest * (WIDTH + GAP_X) + GAP_X, len(rows) * (HEIGHT + GAP_Y)
    box = f"0 0 {size[0]} {size[1]}"
    svg = ET.Element("svg", xmlns="http://www.w3.org/2000/svg", viewBox=box, role="img")
    ET.SubElement(svg, "title").text = "Which part of the program imports which"
    at = dict(places(rows, size[0]))
    for name in sorted(arrows):
        for target in sorted(arrows[name]):
            (x, y), (to_x, to_y) = at[name], at[target]
            points = {"x1": x + WIDTH // 2, "y1": y + HEIGHT, "x2": to_x + WIDTH // 2, "y2": to_y}
            ET.SubElement(svg, "line", {k: str(v) for k, v in points.items()}, stroke="#6b7280")
    for name, (x, y) in sorted(at.items()):
        frame = {"x": str(x), "y": str(y), "width": str(WIDTH), "height": str(HEIGHT), "rx": "6"}
        ET.SubElement(svg, "rect", frame, fill="#eef2ff", stroke="#374151")
        words = {"x": str(x + WIDTH // 2), "y": str(y + HEIGHT // 2 + 5), "font-size": "14"}
        ET.SubElement(svg, "text", words | {"text-anchor": "middle", "font-family": "sans-serif"}).text = name
    ET.indent(svg)
    return ET.tostring(svg, encoding="unicode") + "\n"


def station_imports() -> dict[str, set[str]]:
    """For each folder or module directly below the package, the ones that it imports."""
    found: dict[str, set[str]] = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        own = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("noticeboard."):
                found.setdefault(own, set()).add(node.module.split(".")[1])
    known = {name: targets - {name} for name, targets in found.items() if not name.startswith("__")}
    return known | {name: set() for targets in list(known.values()) for name in targets if name not in known}


def reduced(graph: dict[str, set[str]]) -> dict[str, set[str]]:
    """The graph without the arrows that follow from other arrows."""

    def reaches(name: str) -> set[str]:
        return graph[name].union(*(reaches(target) for target in graph[name]))

    return {name: targets - set().union(*(reaches(t) for t in targets)) for name, targets in graph.items()}


def levels(graph: dict[str, set[str]]) -> list[list[str]]:
    """The names in rows; each row is above everything that its names import."""

    def depth(name: str) -> int:
        return 1 + max((depth(target) for target in graph[name]), default=-1)

    rows: dict[int, list[str]] = {}
    for name in sorted(graph):
        rows.setdefault(depth(name), []).append(name)
    return [rows[number] for number in sorted(rows, reverse=True)]


def places(rows: list[list[str]], width: int) -> list[tuple[str, tuple[int, int]]]:
    """The position of each box; every row is centred."""
    found = []
    for number, row in enumerate(rows):
        start = (width - len(row) * (WIDTH + GAP_X) + GAP_X) // 2
        found += [(name, (start + i * (WIDTH + GAP_X), number * (HEIGHT + GAP_Y) + 4)) for i, name in enumerate(row)]
    return found


if __name__ == "__main__":
    PICTURE.write_text(drawing(), encoding="utf-8")
