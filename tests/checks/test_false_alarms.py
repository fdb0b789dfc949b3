"""Texts of real-world shape, in which nothing is wrong: whatever a rule says of them is a false alarm."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from noticeboard.languages.language_data import OFFICIAL

if TYPE_CHECKING:
    from collections.abc import Callable

CORPUS = Path(__file__).resolve().parent / "corpus"


def test_all_rules_are_silent_on_the_corpus(checked: Callable) -> None:
    """Calls, results and news with figures, dates, times, tables, lists and links in 24 languages."""
    assert [(p.location, p.name, p.full_message) for p in checked(CORPUS)] == []


def test_the_corpus_is_large_enough() -> None:
    """At least thirty texts, and one at least in each official language."""
    texts = list(CORPUS.rglob("*.md"))
    assert (len(texts) >= 30, {t.stem for t in texts}) == (True, set(OFFICIAL))
