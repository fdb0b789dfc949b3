"""Digests, by which equal things are known."""

from __future__ import annotations

import hashlib


def digest(*parts: bytes) -> str:
    """The hex SHA-256 of the parts, each kept apart from the next."""
    found = hashlib.sha256()
    for part in parts:
        found.update(len(part).to_bytes(8))
        found.update(part)
    return found.hexdigest()
