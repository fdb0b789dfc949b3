"""Characters that no file may hold, taken out of texts."""

from __future__ import annotations

from noticeboard.sources.text import INVALID

_REPLACEMENT = "\ufffd"


def allowed(text: str) -> str:
    """The text with U+FFFD for characters that neither XML 1.0 (section 2.2) nor RFC 5545 (section 3.1) allows."""
    return INVALID.sub(_REPLACEMENT, text)
