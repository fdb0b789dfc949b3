"""Values as bytes on the disk: data only (MessagePack), of a known type, with a mark that says whose they are.

Whoever reads them runs nothing, whatever they hold. The mark covers what the value is kept for, so neither damage nor
a value in another one's place is ever taken; and nobody can make a mark without the key (cache_key.py), so what others
wrote into a cache is as good as absent.
"""

from __future__ import annotations

from datetime import date, datetime
from functools import cache
from hashlib import blake2b
from hmac import compare_digest
from typing import TYPE_CHECKING, Any, TypeVar, cast

from msgspec import DecodeError, ValidationError
from msgspec.msgpack import Decoder, Encoder

from noticeboard.blob import Blob
from noticeboard.model import Instant
from noticeboard.shell.cache.cache_key import cache_key
from noticeboard.shell.cache.spill_file import spilled

if TYPE_CHECKING:
    from collections.abc import Hashable

T = TypeVar("T")

_MARK = 32
"""Bytes of the mark: BLAKE2b (RFC 7693), keyed."""

_DAY = len("2026-12-01")


class Seal:
    """Marks bytes with a key, the user's own unless another one is given, and takes no bytes but those that it marked.

    The key is looked up once: builds mark and check values by the ten thousand.
    """

    def __init__(self, key: bytes = b"") -> None:
        """Takes the key, 64 bytes at most."""
        self._keyed = blake2b(digest_size=_MARK, key=key or cache_key())

    def packed(self, purpose: bytes, value: object) -> bytes:
        """The value with its mark; `purpose` names what it is kept for."""
        return self.sealed(purpose, encoded(value))

    def unpacked(self, purpose: bytes, data: object, kind: type[T]) -> T | None:
        """The value of that type, or None if these are not the bytes that `packed` gave for that purpose."""
        found = self.unsealed(purpose, data)
        return None if found is None else decoded(found, kind)

    def sealed(self, purpose: bytes, data: bytes) -> bytes:
        """The bytes after their mark."""
        return self._mark(purpose, data) + data

    def unsealed(self, purpose: bytes, data: object) -> bytes | None:
        """The bytes that were sealed for that purpose; None for anything else."""
        if not isinstance(data, bytes) or not compare_digest(data[:_MARK], self._mark(purpose, data[_MARK:])):
            return None
        return data[_MARK:]

    def _mark(self, purpose: bytes, data: bytes) -> bytes:
        found = self._keyed.copy()
        found.update(len(purpose).to_bytes(8))
        found.update(purpose)
        found.update(data)
        return found.digest()


def encoded(value: object) -> bytes:
    """The value as MessagePack, for another process of this program."""
    return _encoder().encode(value)


def decoded(data: bytes, kind: type[T]) -> T | None:
    """The value of that type, or None if the bytes hold none."""
    try:
        value: T = _decoder(cast("Hashable", kind)).decode(data)
    # What is no Unicode and what names a key twice or nests too deeply is told in other ways.
    except (DecodeError, ValidationError, UnicodeError, TypeError, RecursionError):
        return None
    return value


@cache
def _encoder() -> Encoder:
    return Encoder(enc_hook=_written)


@cache
def _decoder(kind: Hashable) -> Decoder[Any]:
    return Decoder(kind, dec_hook=_read)


def _written(value: object) -> str | bytes:
    """How a value is written that MessagePack does not know."""
    if isinstance(value, Instant):
        return value.isoformat()
    if isinstance(value, Blob):
        return value.read()
    message = f"{type(value).__name__} is not kept"
    raise NotImplementedError(message)


def _read(kind: type, value: object) -> date | datetime | Blob:
    """A value that MessagePack does not know, which is a Moment or a blob, as it was written."""
    if kind is Blob and isinstance(value, bytes):
        return spilled(value)
    if not isinstance(value, str):
        message = "it is of another type"
        raise TypeError(message)
    return date.fromisoformat(value) if len(value) == _DAY else Instant.fromisoformat(value)
