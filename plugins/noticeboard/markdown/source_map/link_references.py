"""Link references: lines that give links their targets by a label."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING

from noticeboard.markdown.source_map.brackets import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from noticeboard.markdown.source_map.blocks import Block

    References = Mapping[str, tuple[str, str]]

_LABEL = re.compile(r" {0,3}\[([^\[\]]*)\]: *")
_TARGET = re.compile(r" *(\S+) *\Z")
_TARGET_AND_TITLE = re.compile(r""" *(\S+) *(?:(["'])(?P<quoted>.*)\2|\((?P<bracketed>.*)\)) *\Z""")
_TITLE = re.compile(r""" *(?:(["']).*\1|\(.*\)) *\Z""")

NO_REFERENCES: References = MappingProxyType({})
"""What a text without link references gives."""


def references(blocks: Iterable[Block]) -> References:
    """The targets and titles of a text's link references, by label in lower case; the last of equals counts."""
    found = (_reference(block.text) for block in blocks if block.kind == "reference")
    return MappingProxyType({label: (plain(target), plain(title)) for label, target, title in found})


def reference_end(lines: list[str], number: int) -> int:
    """The line behind the link reference that begins in line `number`, or 0 where none does.

    The target may stand in the next line, and so may the title behind it; "" is a blank line.
    """
    label = _LABEL.match(lines[number])
    if not label:
        return 0
    rest = lines[number][label.end() :]
    if not rest and number + 1 < len(lines):
        number += 1
        rest = lines[number]
    if _TARGET.match(rest):
        return number + 2 if number + 1 < len(lines) and _TITLE.match(lines[number + 1]) else number + 1
    return number + 1 if _TARGET_AND_TITLE.match(rest) else 0


def _reference(text: str) -> tuple[str, str, str]:
    label = _LABEL.match(text)
    rest = text[label.end() :].replace("\n", " ") if label else ""
    if not label or not (found := _TARGET_AND_TITLE.match(rest) or _TARGET.match(rest)):
        return "", "", ""
    parts = found.groupdict()
    title = parts.get("quoted") or parts.get("bracketed") or ""
    return " ".join(label[1].split()).lower(), found[1].lstrip("<").rstrip(">"), title
