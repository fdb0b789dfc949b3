"""One object for equal values: records that are read from the store repeat each other's names and lists."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, TypeVar

from msgspec.structs import force_setattr

if TYPE_CHECKING:
    from collections.abc import Iterable

    from msgspec import Struct

T = TypeVar("T")

_KEPT = 1 << 16
"""Values that are remembered, so that a process that runs for long does not hold those of texts that are gone."""


def share_fields(record: Struct, names: Iterable[str]) -> None:
    """Replaces the values of these fields by equal ones that other records hold already.

    They must be texts or tuples of texts: instants with different offsets, for example, are equal but not the same.
    """
    for name in names:
        if (value := getattr(record, name)) and (same := shared(value)) is not value:
            force_setattr(record, name, same)


@lru_cache(_KEPT)
def shared(value: T) -> T:
    """The value that was first seen of those equal to it; of texts and tuples of texts alone, as above."""
    return value
