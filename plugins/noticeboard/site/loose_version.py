"""What could be read of a version in which there is an error, so that all that is wrong is told at once."""

from __future__ import annotations

from dataclasses import dataclass

from noticeboard.model import Stored
from noticeboard.site.records import Source

DECIDING = frozenset({"published", "status", "translates", "languages"})
"""Keys that say how a version stands among the others: without them nothing can be said of its announcement."""


@dataclass(frozen=True, slots=True)
class LooseVersion(Stored):
    """A version as far as it could be read; no page is made of it.

    `faulty` are the keys of its front matter that could not be read. Where it `joins`, it is looked at as one version
    of its announcement; `broken_text` says that there is an error in the text.
    """

    source: Source
    faulty: tuple[str, ...]
    joins: bool
    broken_text: bool
