"""Rows of tables: where their cells end."""

from __future__ import annotations

import re

_PIPE = re.compile(r"(?<!\\)\|")


def pipes(row: str) -> list[int]:
    """The offsets of the pipes that separate cells, which are all without a backslash in front, in code too."""
    return [found.start() for found in _PIPE.finditer(row)]
