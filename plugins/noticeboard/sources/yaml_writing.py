"""Values as YAML is written by hand, and where in a YAML text they go."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import yaml
from yaml import CollectionNode, MappingNode

from noticeboard.sources.scalars import resolve
from noticeboard.sources.yaml_reader import LOADER

if TYPE_CHECKING:
    from collections.abc import Iterable

    from yaml import Node, SequenceNode

Splice = tuple[int, int, str]
"""A replacement: the text goes between the two offsets, in the place of what is there."""

_PLAIN = re.compile(r"[A-Za-z0-9_/](?:[A-Za-z0-9_/ .-]*[A-Za-z0-9_/.-])?")
# The parser, which speaks YAML 1.1, would end lines at these two; only offsets are looked at here.
_LINE_ENDS = {0x2028: "x", 0x2029: "x"}


def composed(source: str) -> MappingNode | None:
    """The tree of a YAML text that `yaml12.load` reads without problems; None if it has no content."""
    node = yaml.compose(source.translate(_LINE_ENDS), LOADER)
    return node if isinstance(node, MappingNode) else None


def written(value: object, *, quoted: bool = False) -> str:
    """A value on one line: text, plain where it can be unless `quoted`, lists and mappings in brackets."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{written(key)}: {written(inner)}" for key, inner in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(written(inner) for inner in value) + "]"
    text = str(value)
    plain = not quoted and _PLAIN.fullmatch(text) and resolve(text) == text
    return text if plain else json.dumps(text, ensure_ascii=False)


def end_of(node: Node) -> int:
    """The offset after the last character of a node; the parser's is after the comments that follow a block."""
    return int(_last(node).end_mark.index)


def entry_end(source: str, node: Node) -> int:
    """The offset after the line on which a node ends, a comment after it included."""
    end = end_of(node)
    if end and source[end - 1] == "\n" and _ends_a_line(node):
        return end
    feed = source.find("\n", end)
    return len(source) if feed < 0 else feed + 1


def inserted(node: MappingNode, source: str, line: str, behind: Node | None = None) -> Splice:
    """A new entry of a mapping, after a value in it or after the last one."""
    if node.flow_style:
        if not node.value:
            return node.end_mark.index - 1, node.end_mark.index - 1, line
        end = end_of((behind and _flow_value(node, behind)) or node.value[-1][1])
        return end, end, f", {line}"
    end = entry_end(source, behind or node.value[-1][1])
    indent = " " * node.value[0][0].start_mark.column
    before = "" if not end or source[end - 1] == "\n" else "\n"
    return end, end, f"{before}{indent}{line}\n"


def appended(node: SequenceNode, source: str, new: Iterable[object]) -> Splice:
    """Further items of a list that has some."""
    if node.flow_style:
        end = end_of(node.value[-1])
        return end, end, "".join(f", {written(item)}" for item in new)
    end, indent = entry_end(source, node), " " * node.start_mark.column
    return end, end, "".join(f"{indent}- {written(item)}\n" for item in new)


def extent_of(key: Node, node: Node, source: str) -> tuple[int, int]:
    """The offsets from which and up to which an entry's value is replaced: a block with all after its colon."""
    start = int(node.start_mark.index)
    if isinstance(node, CollectionNode) and not node.flow_style:
        start = source.index(":", key.end_mark.index) + 1
    return start, end_of(node)


def replaced(key: Node, node: Node, source: str, value: object) -> Splice:
    """Another value in the place of one; text keeps its quotation marks."""
    start, end = extent_of(key, node, source)
    text = written(value, quoted=getattr(node, "style", None) == '"')
    if getattr(node, "style", None) == "'" and isinstance(value, str):
        text = "'" + value.replace("'", "''") + "'"
    if isinstance(node, CollectionNode) and not node.flow_style:
        return start, end, f" {text}"
    if _ends_a_line(node):
        return start, end, f"{text}\n"
    return start, end, text if start and source[start - 1] in " [{," else f" {text}"


def _flow_value(node: MappingNode, behind: Node) -> Node | None:
    return next((value for _, value in node.value if value is behind), None)


def _last(node: Node) -> Node:
    """The node whose end is that of a block: its last scalar or what is in brackets."""
    while isinstance(node, CollectionNode) and not node.flow_style:
        last = node.value[-1]
        node = last[1] if isinstance(node, MappingNode) else last
    return node


def _ends_a_line(node: Node) -> bool:
    """Whether the node ends with text of the form | or >, whose end is the beginning of a line."""
    return getattr(_last(node), "style", None) in ("|", ">")
