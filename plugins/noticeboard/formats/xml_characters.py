"""Characters that no file may hold, taken out of texts."""

from __future__ import annotations

from noticeboard.sources.text_decoding import INVALID

_REPLACEMENT = "\ufffd"


def allowed(text: str) -> str:
    """The text with LF for every end of a line, and U+FFFD for what XML 1.0 (2.2) and RFC 5545 (3.1) do not allow."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return INVALID.sub(_REPLACEMENT, text)
