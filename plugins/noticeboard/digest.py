"""Digests for recognising equal values."""

from __future__ import annotations

import hashlib
from datetime import datetime

from msgspec.json import Encoder


def digest(*parts: bytes) -> str:
    """The hex SHA-256 of the parts, each kept apart from the next."""
    found = hashlib.sha256()
    for part in parts:
        found.update(len(part).to_bytes(8))
        found.update(part)
    return found.hexdigest()


def value_bytes(value: object) -> bytes:
    """A value made of dataclasses, collections, dates and plain values as JSON: the same for equal values."""
    return _encoder.encode(value)


def _written(value: object) -> str:
    """How a value is written that msgspec does not know: an instant of a type of ours."""
    if isinstance(value, datetime):
        return value.isoformat()
    message = f"{type(value).__name__} has no digest"
    raise NotImplementedError(message)


_encoder = Encoder(enc_hook=_written)
