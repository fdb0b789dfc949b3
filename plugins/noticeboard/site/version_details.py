"""What only an announcement's own pages and checks need of a version: packed, for builds hold all and look at few."""

from __future__ import annotations

from functools import cache, lru_cache

from msgspec import field
from msgspec.msgpack import Decoder, Encoder

from noticeboard.blob import Blob
from noticeboard.compression import compressed, expanded
from noticeboard.markdown.render.parsed_text import ParsedText
from noticeboard.markdown.segments.version_profile import VersionProfile
from noticeboard.model import Stored

NO_DETAILS = Blob()
"""What a version has that is kept without its details."""

_KEPT = 64
"""Versions that are unpacked at a time: those of an announcement in every language, and of one that it names."""


class VersionDetails(Stored, frozen=True):
    """A version's text, what it says, for comparing versions, and where the values of its front matter are.

    `positions` are packed as FrontMatterPositions has them.
    """

    text: ParsedText = field(default_factory=ParsedText)
    profile: VersionProfile = field(default_factory=VersionProfile)
    positions: bytes = b""


def packed_details(details: VersionDetails) -> Blob:
    """The details as bytes (MessagePack, Zstandard)."""
    return Blob(compressed(_encoder().encode(details)))


@lru_cache(_KEPT)
def unpacked_details(packed: Blob) -> VersionDetails:
    """The details that `packed_details` was given; empty ones for no bytes."""
    data = packed.read()
    return _decoder().decode(expanded(data) or b"") if data else VersionDetails()


@cache
def _encoder() -> Encoder:
    return Encoder()


@cache
def _decoder() -> Decoder[VersionDetails]:
    return Decoder(VersionDetails)
