"""Two terms of a vocabulary that are the same word, but for its case, a hyphen or the plural."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from unicodedata import normalize

from noticeboard.checks.rule import Rule
from noticeboard.languages.plural_endings import same_word
from noticeboard.model import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from noticeboard.model import Problem, Term
    from noticeboard.site import Site

_JOINTS = re.compile(r"[\s\-\u2010\u2011_/]+")


def check(site: Site) -> Iterator[Problem]:
    """One problem for each term that has a near twin further up in its vocabulary."""
    for vocabulary in site.vocabularies:
        for index, term in enumerate(vocabulary.terms):
            twin = next((t for t in vocabulary.terms[:index] if _alike(t, term)), None)
            if twin:
                message = "The terms '{twin}' and '{term}' are called almost the same: {label}."
                hint = "Keep one of them and use it in all texts, or tell them apart by their labels."
                yield RULE.problem(term.location, message, hint, term=term.id, twin=twin.id, label=_alike(twin, term))


def _alike(one: Term, other: Term) -> str:
    """What the two are both called, in the first language in which they are; "" where they differ."""
    if same_word(_plain(one.id), _plain(other.id), "en"):
        return f"{one.id}, {other.id}"
    labels = dict(other.labels)
    pairs = ((lang, label, labels[lang]) for lang, label in one.labels if lang in labels)
    return next((f"{a}, {b} ({lang})" for lang, a, b in pairs if same_word(_plain(a), _plain(b), lang)), "")


def _plain(words: str) -> str:
    return _JOINTS.sub("", normalize("NFC", words).casefold())


RULE = Rule(
    name="near-duplicate-term",
    severity=Severity.WARNING,
    why="Of two terms for one thing each has half of the announcements, and readers who filter by one miss the others.",
    wrong="teacher:\n  labels: {en: Teacher}\nteachers:\n  labels: {en: Teachers}",
    right="teacher:\n  labels: {en: Teacher}",
    site=check,
)
