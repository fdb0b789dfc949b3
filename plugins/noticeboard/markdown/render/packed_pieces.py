"""Pieces of a text as bytes: what a build holds of texts that it does not look at, in a sixth of the room."""

from __future__ import annotations

from functools import cache, lru_cache

from msgspec.msgpack import Decoder, Encoder

from noticeboard.compression import compressed, expanded
from noticeboard.markdown.render.slots import Pieces, Slot

_KEPT = 8
"""Texts that are taken apart at a time: several pages and rules look at the same one."""


def packed_pieces(pieces: Pieces) -> bytes:
    """The pieces as bytes (MessagePack, Zstandard); b"" for no pieces."""
    return compressed(_encoder().encode(pieces)) if pieces else b""


@lru_cache(_KEPT)
def unpacked_pieces(packed: bytes) -> Pieces:
    """The pieces that `packed_pieces` was given."""
    return _decoder().decode(expanded(packed) or b"") if packed else ()


@cache
def _encoder() -> Encoder:
    return Encoder()


@cache
def _decoder() -> Decoder[Pieces]:
    return Decoder(tuple[str | Slot, ...])
