"""A picture that is too small to be shown well."""

from __future__ import annotations

from typing import TYPE_CHECKING

from noticeboard.checks.picture_uses import picture_uses
from noticeboard.checks.rule import Rule
from noticeboard.model import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from noticeboard.model import Problem
    from noticeboard.site import Announcement, Site

LEAST = 320
"""Pixels of width: a narrow telephone's screen has as many CSS pixels (WCAG 2.2, success criterion 1.4.10)."""


def check(announcement: Announcement, site: Site) -> Iterator[Problem]:
    """One problem for each such picture."""
    for file, location in picture_uses(announcement, site):
        if file.width < LEAST:
            message = "The picture {file} is only {width} pixels wide."
            hint = "Take a larger one, at least {least} pixels wide; 1280 are best."
            name = file.path.rpartition("/")[2]
            yield RULE.problem(location, message, hint, file=name, width=file.width, least=LEAST)


RULE = Rule(
    name="small-picture",
    severity=Severity.WARNING,
    why="It is shown small or blurred, and what can be read in it on a large screen cannot be read on a telephone.",
    wrong="image: handshake.jpg (160 by 120 pixels)",
    right="image: handshake.jpg (1280 by 720 pixels)",
    announcement=check,
)
