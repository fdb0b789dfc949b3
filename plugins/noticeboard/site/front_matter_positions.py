"""Where the values of a version's front matter are: packed, because a build holds all versions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Self

from msgspec.msgpack import Decoder, encode

from noticeboard.model import Location, StoredDataclass
from noticeboard.sources.schema import Loc

if TYPE_CHECKING:
    from collections.abc import Iterator

_KEPT = 32
"""Versions whose positions are unpacked at a time: rules ask for several of one version, one after the other."""


@dataclass(frozen=True, slots=True)
class FrontMatterPositions(Mapping[Loc, Location], StoredDataclass):
    """The location of each value in one file's front matter; `packed` holds lines and columns (MessagePack)."""

    path: str
    packed: bytes

    @classmethod
    def of(cls, path: str, locations: Mapping[Loc, Location]) -> Self:
        """These locations, packed; all of them are in the file at `path`."""
        places = {loc: (location.line, location.column) for loc, location in locations.items()}
        return cls(path, encode(places) if places else b"")

    def __getitem__(self, loc: Loc) -> Location:
        """The location of one value; KeyError if the file does not state it."""
        return Location(self.path, *_positions(self.packed)[loc])

    def __iter__(self) -> Iterator[Loc]:
        """The stated values, by their keys from the outside in."""
        return iter(_positions(self.packed))

    def __len__(self) -> int:
        """The number of stated values."""
        return len(_positions(self.packed))


@lru_cache(_KEPT)
def _positions(packed: bytes) -> dict[Loc, tuple[int, int]]:
    return _decoder().decode(packed) if packed else {}


@cache
def _decoder() -> Decoder[dict[Loc, tuple[int, int]]]:
    return Decoder(dict[Loc, tuple[int, int]])
