"""Guesses the language of a text with py3langid, an optional package."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, Protocol

from noticeboard.languages.tags import shortened

if TYPE_CHECKING:
    from collections.abc import Sequence

MODULE = "py3langid"

_SHORTEST = 80
"""Characters. What is shorter is not judged: names and quotations of a few words have no language of their own."""

_LONGEST = 240
"""Characters. More than that adds nothing to the certainty and costs time."""

_SURE, _UNLIKELY = 0.7, 0.05
"""How probable another language must be, and the declared one at most, before a text counts as one in the other."""

_KIN = (
    frozenset({"bs", "cnr", "hr", "sh", "sr"}),
    frozenset({"da", "nb", "nn", "no"}),
    frozenset({"id", "ms"}),
)
"""Groups of languages that the model confuses."""


class Ranker(Protocol):
    """What ranks languages for a text: (language, probability) pairs, the most probable first."""

    def rank(self, text: str) -> Sequence[tuple[str, float]]:
        """The languages that the text may be in."""


def other_language(text: str, tag: str) -> str:
    """The language that the text is in when it is surely not in that of the tag; "" otherwise, and for short text."""
    ranker = _ranker()
    if ranker is None or len(text) < _SHORTEST:
        return ""
    ranked = ranker.rank(text[:_LONGEST])
    return judged(ranked, tag)


def judged(ranked: Sequence[tuple[str, float]], tag: str) -> str:
    """The language at the head of a ranking, or "" if the tag's own or a kindred one is not ruled out."""
    probable = dict(ranked)
    own = _relatives(shortened(tag)[-1])
    if not own & probable.keys():
        return ""
    first = ranked[0][0]
    certainty, likely = (sum(probable.get(each, 0.0) for each in kin) for kin in (_relatives(first), own))
    return first if first not in own and certainty >= _SURE and likely <= _UNLIKELY else ""


def _relatives(language: str) -> frozenset[str]:
    return next((kin for kin in _KIN if language in kin), frozenset({language}))


def are_kin(one: str, other: str) -> bool:
    """Whether two tags are of one language or of two so close that the same sentence may be right in both."""
    return bool(_relatives(shortened(one)[-1]) & _relatives(shortened(other)[-1]))


@cache
def _ranker() -> Ranker | None:
    """The model of py3langid with probabilities, or None if it is not installed."""
    if find_spec(MODULE) is None:
        return None
    module = import_module(f"{MODULE}.langid")
    found: Ranker = module.LanguageIdentifier.from_model_file(module.MODEL_FILE, norm_probs=True)
    return found
