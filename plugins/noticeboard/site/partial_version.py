"""What could be read of a version with an error, so that all problems are reported at once."""

from __future__ import annotations

from noticeboard.model import Stored
from noticeboard.site.source import Source

DECIDING = frozenset({"published", "status", "translates", "languages"})
"""Keys that relate a version to the others; without them nothing is known about its announcement."""


class PartialVersion(Stored, frozen=True):
    """A version as far as it could be read; no page is made of it.

    `faulty` are the keys of its front matter that could not be read. Where it `joins`, it is looked at as one version
    of its announcement; `broken_text` says that there is an error in the text.
    """

    source: Source
    faulty: tuple[str, ...]
    joins: bool
    broken_text: bool
