"""The attribute list of fenced code, as Python-Markdown's fenced_code takes it: ```` ``` {#id lang=en} ````."""

from __future__ import annotations

import re

from noticeboard.markdown.source_map.attribute_lists import Attributes, read

_OPENING = re.compile(r" {0,3}(?:~{3,}|`{3,}) *(\{[^\n]*\})[ \t]*\Z")


def fence_attributes(line: str) -> Attributes:
    """The attributes that the opening line of a fenced code block gives."""
    opening = _OPENING.match(line)
    return read(opening[1], 0)[0] if opening else ()
