"""How large an SVG file is drawn (SVG 2, 8.2 and 8.6): its width and height, or those of its viewBox."""

from __future__ import annotations

import re
from xml.parsers import expat

_LENGTH = re.compile(r"\s*(\d{1,6}(?:\.\d{1,9})?|\.\d{1,9})(?:px)?\s*")


class _ReadError(Exception):
    """Ends the reading after the first element."""


def svg_size(data: bytes) -> tuple[int, int]:
    """Width and height in pixels, rounded up; (0, 0) if the file says neither, or is not XML.

    Only the root element is read. Of a length in another unit the viewBox is taken.
    """
    found: list[dict[str, str]] = []

    def start(_: str, attributes: dict[str, str]) -> None:
        found.append(attributes)
        raise _ReadError

    parser = expat.ParserCreate("utf-8")
    parser.StartElementHandler = start
    try:
        parser.Parse(data, True)  # noqa: FBT003 - expat takes it by position
    except _ReadError:
        return _size(found[0])
    except expat.ExpatError:
        return 0, 0
    return 0, 0


def _size(root: dict[str, str]) -> tuple[int, int]:
    stated = [_LENGTH.fullmatch(root.get(name, "")) for name in ("width", "height")]
    lengths = [float(length[1]) for length in stated if length]
    if len(lengths) < len(stated):
        box = [_LENGTH.fullmatch(part) for part in re.split(r"[\s,]+", root.get("viewBox", "").strip())[2:]]
        lengths = [float(part[1]) for part in box if part]
    if len(lengths) != len(stated) or not all(lengths):
        return 0, 0
    width, height = (int(-(-length // 1)) for length in lengths)
    return width, height
