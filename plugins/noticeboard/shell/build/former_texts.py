"""Texts as the version history has them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from noticeboard.sources.front_matter import parse
from noticeboard.sources.text_decoding import decode

if TYPE_CHECKING:
    from collections.abc import Mapping


def finished_values(data: bytes, path: str) -> Mapping[str, object] | None:
    """The front matter of a text that was no draft; None for a draft or an unreadable text."""
    text, problems = decode(data, path)
    values = parse(text, path).values if text and not problems else None
    return None if values is None or values.get("status") == "draft" else values
