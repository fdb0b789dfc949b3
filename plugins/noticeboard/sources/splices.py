"""Changes to a decoded text -> the same changes to the bytes that it was decoded from."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_BOM = "\ufeff"


def applied(data: bytes, splices: Iterable[tuple[int, int, str]]) -> bytes:
    """The bytes with what is spliced into the text that `text.decode` makes of them, in their own line ends.

    A splice replaces what stands from one offset up to another; splices do not overlap. Nothing else changes: byte
    order mark, line ends and blanks stay. The bytes are UTF-8.
    """
    raw = data.decode("utf-8")
    marks = len(raw) - len(raw.lstrip(_BOM))
    dropped = _dropped(raw[marks:])
    end = "\r\n" if "\r\n" in raw else "\r" if "\r" in raw and "\n" not in raw else "\n"
    at, pieces = 0, []
    for start, stop, new in sorted(splices):
        first, last = (marks + offset + bisect_left(dropped, offset) for offset in (start, stop))
        pieces += [raw[at:first], new.replace("\n", end)]
        at = last
    return "".join([*pieces, raw[at:]]).encode()


def _dropped(raw: str) -> list[int]:
    """The offsets, in the text with line feeds alone, of the line feeds in front of which a CR was dropped."""
    found, at = [], raw.find("\r\n")
    while at >= 0:
        found.append(at - len(found))
        at = raw.find("\r\n", at + 1)
    return found
