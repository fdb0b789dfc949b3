"""Values as signed bytes on the disk: MessagePack of a known type after a keyed BLAKE2b signature (RFC 7693).

Reading runs no code, whatever the bytes hold. The signature covers the purpose of the value, so damaged bytes and
bytes in the wrong place are refused. Nobody can sign without the key (cache_key.py), so what others write into a cache
counts as missing.
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

_SIGNATURE = 32
"""The length of a signature in bytes."""

_DAY = len("2026-12-01")


class Signer:
    """Signs bytes with a key, the user's own unless another is given, and accepts only bytes that it signed.

    The key is looked up once, because builds sign and check ten thousands of values.
    """

    def __init__(self, key: bytes = b"") -> None:
        """Takes the key, 64 bytes at most."""
        self._keyed = blake2b(digest_size=_SIGNATURE, key=key or cache_key())

    def dumps(self, purpose: bytes, value: object) -> bytes:
        """The value as signed bytes; `purpose` names what it is kept for."""
        return self.sign(purpose, encoded(value))

    def loads(self, purpose: bytes, data: object, kind: type[T]) -> T | None:
        """The value of type `kind` in bytes that `dumps` gave for that purpose; None for anything else."""
        found = self.unsign(purpose, data)
        return None if found is None else decoded(found, kind)

    def sign(self, purpose: bytes, data: bytes) -> bytes:
        """The signature, followed by the bytes."""
        return self._signature(purpose, data) + data

    def unsign(self, purpose: bytes, data: object) -> bytes | None:
        """The bytes without the signature that `sign` made for that purpose; None for anything else."""
        if not isinstance(data, bytes):
            return None
        signature, content = data[:_SIGNATURE], data[_SIGNATURE:]
        return content if compare_digest(signature, self._signature(purpose, content)) else None

    def _signature(self, purpose: bytes, data: bytes) -> bytes:
        found = self._keyed.copy()
        found.update(len(purpose).to_bytes(8))
        found.update(purpose)
        found.update(data)
        return found.digest()


def encoded(value: object) -> bytes:
    """The value as unsigned MessagePack, for another process of this program."""
    return _encoder().encode(value)


def decoded(data: bytes, kind: type[T]) -> T | None:
    """The value of type `kind`, or None if the bytes hold no such value."""
    try:
        value: T = _decoder(cast("Hashable", kind)).decode(data)
    # Bytes that are no Unicode, name a key twice or nest too deeply raise other exceptions.
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
    """The form in which MessagePack holds a value of a type that it does not know; raises NotImplementedError."""
    if isinstance(value, Instant):
        return value.isoformat()
    if isinstance(value, Blob):
        return value.read()
    message = f"{type(value).__name__} is not kept"
    raise NotImplementedError(message)


def _read(kind: type, value: object) -> date | datetime | Blob:
    """A date, an instant or a blob, from the form that `_written` gave it; raises TypeError."""
    if kind is Blob and isinstance(value, bytes):
        return spilled(value)
    if not isinstance(value, str):
        message = "it is of another type"
        raise TypeError(message)
    return date.fromisoformat(value) if len(value) == _DAY else Instant.fromisoformat(value)
