"""Two terms of a vocabulary that are the same word, except for its case, a hyphen or the plural."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from unicodedata import normalize

from noticeboard.checks.rule import Rule
from noticeboard.languages.plural_endings import same_words
from noticeboard.model import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from noticeboard.model import Problem, Term, Vocabulary

Name = tuple[str, str]
"""A language, or _IDS, and a name in a plain form."""

_IDS = ""
_JOINTS = re.compile(r"[\s\-\u2010\u2011_/]+")


def check(vocabulary: Vocabulary) -> Iterator[Problem]:
    """One problem for each term that has a near twin further up in the vocabulary."""
    first: dict[Name, int] = {}
    for index, term in enumerate(vocabulary.terms):
        near = [first[name] for name in _near(term) if name in first]
        if near:
            twin = vocabulary.terms[min(near)]
            message = "The terms '{twin}' and '{term}' are called almost the same: {label}."
            hint = "Keep one of them and use it in all texts, or tell them apart by their labels."
            yield RULE.problem(term.location, message, hint, term=term.id, twin=twin.id, label=_alike(twin, term))
        for name in _names(term):
            first.setdefault(name, index)


def _names(term: Term) -> Iterator[Name]:
    """What the term is called, by language in a plain form; ids are in a language of their own."""
    yield _IDS, _plain(term.id)
    for lang, label in term.labels:
        yield lang, _plain(label)


def _near(term: Term) -> Iterator[Name]:
    """Every name that would be almost the same as one of the term's."""
    for lang, words in _names(term):
        for other in same_words(words, "en" if lang == _IDS else lang):
            yield lang, other


def _alike(one: Term, other: Term) -> str:
    """What the two are both called, in the first language in which they are."""
    near = set(_near(other))
    if (_IDS, _plain(one.id)) in near:
        return f"{one.id}, {other.id}"
    labels = dict(other.labels)
    return next(f"{label}, {labels[lang]} ({lang})" for lang, label in one.labels if (lang, _plain(label)) in near)


def _plain(words: str) -> str:
    return _JOINTS.sub("", normalize("NFC", words).casefold())


RULE = Rule(
    name="near-duplicate-term",
    severity=Severity.WARNING,
    why="Of two terms for one thing each has half of the announcements, and readers who filter by one miss the others.",
    wrong="teacher:\n  labels: {en: Teacher}\nteachers:\n  labels: {en: Teachers}",
    right="teacher:\n  labels: {en: Teacher}",
    vocabulary=check,
)
