"""The files of a finished site."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class SiteFiles:
    """The files of a site: size in bytes by path, and the bytes of those that are read as a whole (CSS, XML)."""

    sizes: Mapping[str, int]
    read: Mapping[str, bytes]

    @property
    def paths(self) -> frozenset[str]:
        """The paths of all files."""
        return frozenset(self.sizes)
