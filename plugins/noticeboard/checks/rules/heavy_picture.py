"""A picture file that is needlessly large."""

from __future__ import annotations

from typing import TYPE_CHECKING

from noticeboard.checks.picture_uses import picture_uses
from noticeboard.checks.rule import Rule
from noticeboard.model import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from noticeboard.model import Problem
    from noticeboard.site import Announcement, Site

MOST = 4_000_000
"""Bytes: a photograph of 12 megapixels as telephones take them has fewer, and pages show 1280 pixels of width."""

_MEGABYTE = 1_000_000


def check(announcement: Announcement, site: Site) -> Iterator[Problem]:
    """One problem for each such picture."""
    for file, location in picture_uses(announcement, site):
        if file.size > MOST:
            message = "The picture {file} has {size} MB."
            hint = "Make it smaller: 1280 to 2560 pixels of width are enough, and photographs should be JPEG files."
            name, size = file.path.rpartition("/")[2], f"{file.size / _MEGABYTE:.1f}"
            yield RULE.problem(location, message, hint, file=name, size=size)


RULE = Rule(
    name="heavy-picture",
    severity=Severity.WARNING,
    why="Readers get smaller copies, but everybody who works on the texts has to store and send the large file.",
    wrong="image: handshake.png (24 megapixels, 31 MB)",
    right="image: handshake.jpg (1920 by 1080 pixels, 300 kB)",
    announcement=check,
)
