"""Words of a data file that a translation does not say in its language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from noticeboard.checks.data_uses import data_uses
from noticeboard.checks.rule import Rule
from noticeboard.model import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from noticeboard.model import Problem
    from noticeboard.site import Announcement, Site

_FEW = 3


def check(announcement: Announcement, site: Site) -> Iterator[Problem]:
    """One problem for each data file in a translation that lacks labels for some of its words."""
    original = announcement.fallback
    for source, use, _, table in data_uses(announcement, site):
        if original is None or source.lang == original.lang:
            continue
        said = dict(source.header.labels)
        missing = [word for word in table.words if word not in said]
        # What `noticeboard translate` writes; single words may be the same in both languages.
        if len(table.words) > 1 and all(said.get(word) == word for word in table.words):
            missing = list(table.words)
        if missing:
            message = "Words of {file} that are not translated: {count}, such as {words}."
            hint = "Add them to `labels` at the top of this file: `labels: {{Teachers: Leraren}}`."
            words = ", ".join(f"“{word}”" for word in missing[:_FEW])
            yield RULE.problem(use.location, message, hint, count=len(missing), file=use.file, words=words)


RULE = Rule(
    name="untranslated-data",
    severity=Severity.WARNING,
    why="Readers get the figures in their notation, but the words beside them in another language.",
    wrong="![…](mentors.csv) in nl.md, and no labels",
    right="labels: {Teachers: Leraren, Share: Aandeel}",
    announcement=check,
)
