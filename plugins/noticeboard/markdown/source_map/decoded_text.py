"""Text with character references (`&#8217;`, `&nbsp;`) decoded, and the way back to where each character is written."""

from __future__ import annotations

import re
from bisect import bisect_right
from html import unescape

_REFERENCE = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")


class DecodedText:
    """`text` is the source decoded (HTML 13.5); `offset` finds one of its characters in the source."""

    def __init__(self, source: str) -> None:
        """Decodes the source; takes time linear in its length."""
        self._decoded = [0]
        self._written = [0]
        pieces: list[str] = []
        at = length = 0
        for found in _REFERENCE.finditer(source) if "&" in source else ():
            meant = unescape(found[0])
            pieces += [source[at : found.start()], meant]
            length += found.start() - at + len(meant)
            at = found.end()
            self._decoded.append(length)
            self._written.append(at)
        self.text = "".join([*pieces, source[at:]])

    def offset(self, decoded: int) -> int:
        """The offset in the source of a character that does not itself come of a reference, or that begins one."""
        last = bisect_right(self._decoded, decoded) - 1
        return self._written[last] + decoded - self._decoded[last]
