"""A version's file with another value in its front matter, and all else as the person wrote it."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from yaml import MappingNode, SequenceNode

from noticeboard.sources.front_matter import extent, parse
from noticeboard.sources.text_decoding import decode
from noticeboard.sources.yaml_comments import kept_comments
from noticeboard.sources.yaml_writing import appended, composed, entry_end, inserted, replaced, written

if TYPE_CHECKING:
    from collections.abc import Iterable

    from yaml import Node

    from noticeboard.sources.front_matter import FrontMatter
    from noticeboard.sources.yaml_writing import Splice

_BOM = "\ufeff"


class EditError(ValueError):
    """The front matter is of a form in which nothing can be changed without changing more."""


def set_key(data: bytes, key: str, value: object, after: str = "") -> bytes:
    """The bytes of a version's file in which the key of the front matter has that value.

    Values are text, lists of text, and mappings from text to text. A key that is there keeps its place, its comments
    and its form: in a mapping only the entries given are set, to a list that only grows what is new is added. A new key
    gets a line of its own after the entry of the key `after`, or after the last entry. Byte order mark and line ends
    stay, and so does every comment: one inside a value that goes moves to the line above the key. Raises
    EditError where that cannot be done, and for a file with problems.
    """
    text, front = _read(data)
    old = front.values.get(key)
    wanted = dict(front.values) | {key: _merged(old, value)}
    if wanted == front.values:
        return data
    if isinstance(old, dict) and isinstance(value, dict) and len(value) > 1:
        for inner in value.items():
            data = set_key(data, key, dict([inner]), after)
        return data
    start, end = extent(text)
    root = composed(text[start:end])
    splices = _splices(root, text[start:end], key, value, after) if root else [(0, 0, f"{key}: {written(value)}\n")]
    done = _applied(data.decode("utf-8"), [(first + start, last + start, new) for first, last, new in splices])
    _, after_front = _read(done)
    if (after_front.values, after_front.body) != (wanted, front.body):
        raise EditError
    return done


def edit_body(data: bytes, splices: Iterable[Splice]) -> bytes:
    """The bytes of a version's file with parts of its body replaced; offsets count in the body as it is parsed."""
    text, front = _read(data)
    start = len(text) - len(front.body)
    return _applied(data.decode("utf-8"), [(first + start, last + start, new) for first, last, new in splices])


def key_entry(text: str, key: str) -> str:
    """The lines of a key's entry as they are written, comments after it included; "" if it is not there.

    `text` is the text of a file as `text_decoding.decode` returns it, and has front matter without problems.
    """
    start, end = extent(text)
    source, root = text[start:end], composed(text[start:end])
    pair = _pair(root, key) if root else None
    if not root or not pair:
        return ""
    if root.flow_style:
        return f"{key}: {written(parse(text, '').values[key])}\n"
    first = source.rfind("\n", 0, pair[0].start_mark.index) + 1
    return source[first : entry_end(source, pair[1])]


def _read(data: bytes) -> tuple[str, FrontMatter]:
    text, problems = decode(data, "")
    front = parse(text, "")
    if problems or front.problems:
        raise EditError
    return text, front


def _merged(old: object, value: object) -> object:
    return {**old, **value} if isinstance(old, dict) and isinstance(value, dict) else value


def _splices(root: MappingNode, source: str, key: str, value: object, after: str = "") -> list[Splice]:
    pair = _pair(root, key)
    if pair is None:
        behind = _pair(root, after)
        return [inserted(root, source, f"{written(key)}: {written(value)}", behind[1] if behind else None)]
    return _changed(*pair, source, value)


def _changed(key: Node, node: Node, source: str, value: object) -> list[Splice]:
    if isinstance(value, dict) and isinstance(node, MappingNode):
        (inner, text), *_ = value.items()
        return _splices(node, source, inner, text)
    if isinstance(value, list) and isinstance(node, SequenceNode) and node.value:
        old = [item.value for item in node.value]
        if value[: len(old)] == old:
            return [appended(node, source, value[len(old) :])]
    return [*kept_comments(key, node, source), replaced(key, node, source, value)]


def _pair(node: MappingNode, key: str) -> tuple[Node, Node] | None:
    return next((pair for pair in node.value if pair[0].value == key), None)


def _applied(raw: str, splices: list[Splice]) -> bytes:
    """The raw text with what is spliced into its decoded form, in the raw text's line ends."""
    marks = len(raw) - len(raw.lstrip(_BOM))
    dropped = _dropped(raw[marks:])
    end = "\r\n" if "\r\n" in raw else "\r" if "\r" in raw else "\n"
    for start, stop, new in sorted(splices, reverse=True):
        first, last = (marks + at + bisect_left(dropped, at) for at in (start, stop))
        raw = raw[:first] + new.replace("\n", end) + raw[last:]
    return raw.encode()


def _dropped(raw: str) -> list[int]:
    """The offsets, in the text with line feeds alone, of the line feeds in front of which a CR was dropped."""
    found: list[int] = []
    at = raw.find("\r\n")
    while at >= 0:
        found.append(at - len(found))
        at = raw.find("\r\n", at + 1)
    return found
