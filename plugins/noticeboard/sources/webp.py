"""The size of a WebP picture by its header (RFC 9649), because Pillow's decoder takes memory for all of it at once."""

from __future__ import annotations

_LOSSY, _LOSSLESS, _EXTENDED = b"VP8 ", b"VP8L", b"VP8X"
_SIZE_BITS = 14
_MASK = (1 << _SIZE_BITS) - 1


def webp_size(head: bytes) -> tuple[int, int]:
    """Width and height in pixels by the file's first 30 bytes; (0, 0) for what is not WebP."""
    if head[:4] != b"RIFF" or head[8:12] != b"WEBP":
        return 0, 0
    chunk = head[12:16]
    if chunk == _EXTENDED:
        return _number(head[24:27]) + 1, _number(head[27:30]) + 1
    if chunk == _LOSSLESS:
        bits = _number(head[21:25])
        return (bits & _MASK) + 1, (bits >> _SIZE_BITS & _MASK) + 1
    if chunk == _LOSSY:
        return _number(head[26:28]) & _MASK, _number(head[28:30]) & _MASK
    return 0, 0


def _number(data: bytes) -> int:
    return int.from_bytes(data, "little")
