"""A label for a word that no data file has."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from noticeboard.checks.data_uses import data_uses
from noticeboard.checks.rule import Rule
from noticeboard.model import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from noticeboard.model import Problem
    from noticeboard.site import Announcement, Site


def check(announcement: Announcement, site: Site) -> Iterator[Problem]:
    """One problem for each word of `labels` that is in none of the data files that the text shows."""
    words: dict[str, set[str]] = {}
    for source, use, _, table in data_uses(announcement, site):
        words.setdefault(source.lang, set()).update(table.words, {use.unit} - {""})
    for source in announcement.sources:
        known = words.get(source.lang, set())
        for word, _ in source.header.labels:
            if word not in known:
                close = get_close_matches(word, sorted(known), n=1, cutoff=0.6)
                hint = "Did you mean '{nearest}'?" if close else "Remove the line, or show the file."
                values = {"nearest": close[0]} if close else {}
                message = "'{word}' is not a word of a data file that this text shows."
                yield RULE.problem(source.location("labels", word), message, hint, word=word, **values)


RULE = Rule(
    name="unknown-data-word",
    severity=Severity.WARNING,
    why="The word was meant for a label that readers now see untranslated.",
    wrong="labels: {Techers: Leraren}",
    right="labels: {Teachers: Leraren}",
    announcement=check,
)
