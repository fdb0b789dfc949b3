"""Comments inside a value of the front matter, which stay when the value goes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from yaml import MappingNode, ScalarNode, SequenceNode

from noticeboard.sources.yaml_writing import extent_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yaml import Node

    from noticeboard.sources.yaml_writing import Splice

_COMMENT = re.compile(r"(?<![^\s,\[\]{}])#[^\n]*")


def kept_comments(key: Node, node: Node, source: str) -> list[Splice]:
    """The comments inside an entry's value, to be written above the line of its key."""
    start, end = extent_of(key, node, source)
    found = [comment[0].rstrip() for gap in _gaps(node, source, start, end) for comment in _COMMENT.finditer(gap)]
    if not found:
        return []
    line = source.rfind("\n", 0, key.start_mark.index) + 1
    indent = " " * (len(source[line:]) - len(source[line:].lstrip(" ")))
    return [(line, line, "".join(f"{indent}{comment}\n" for comment in found))]


def _gaps(node: Node, source: str, start: int, end: int) -> Iterator[str]:
    """What is between the scalars of a value: marks, white space and comments."""
    at = start
    for scalar in _scalars(node):
        first = int(scalar.start_mark.index)
        if scalar.style in ("|", ">"):
            # The rest of the line with the mark is no text of the scalar.
            first = source.find("\n", first)
        yield source[at:first]
        at = int(scalar.end_mark.index)
    yield source[at:end]


def _scalars(node: Node) -> Iterator[ScalarNode]:
    if isinstance(node, ScalarNode):
        yield node
    elif isinstance(node, MappingNode):
        yield from (scalar for pair in node.value for part in pair for scalar in _scalars(part))
    elif isinstance(node, SequenceNode):
        yield from (scalar for item in node.value for scalar in _scalars(item))
