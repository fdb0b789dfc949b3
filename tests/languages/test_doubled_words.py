"""Repeated words: mistakes, and right ones in their language."""

from __future__ import annotations

import pytest

from noticeboard.languages.doubled_words import is_doubled_by_mistake


@pytest.mark.parametrize(
    ("lang", "word"),
    [("en", "the"), ("nl", "de"), ("de", "und"), ("fr", "les"), ("el", "και"), ("bg", "на"), ("hu", "a"), ("mt", "u")],
)
def test_small_words_do_not_follow_themselves(lang: str, word: str) -> None:
    """Articles and conjunctions twice in a row are a mistake."""
    assert is_doubled_by_mistake(word, "", lang)


@pytest.mark.parametrize(
    ("lang", "word"),
    [
        *(("en", "that"), ("en", "had"), ("nl", "het"), ("nl", "die"), ("nl", "zij"), ("de", "die"), ("de", "werden")),
        *(("fr", "nous"), ("fr", "vous"), ("fr", "en"), ("sv", "att"), ("sv", "på"), ("da", "i"), ("hu", "az")),
        *(("cs", "se"), ("cs", "je"), ("sl", "je"), ("hr", "da"), ("pt", "se"), ("es", "para"), ("it", "piano")),
        *(("el", "του"), ("el", "σιγά"), ("ga", "do"), ("ga", "an"), ("fi", "joka"), ("bg", "да"), ("ro", "foarte")),
    ],
)
def test_some_words_may_be_repeated(lang: str, word: str) -> None:
    """Pronouns before articles, particles before prepositions, and words for emphasis."""
    assert not is_doubled_by_mistake(word, "", lang)


def test_a_verb_may_end_a_clause_and_begin_the_next() -> None:
    """Without a comma between clauses, a longer word after a relative pronoun may be repeated."""
    said = [is_doubled_by_mistake("deltar", before, "sv") for before in ("de lärare som ", "alla lärare ")]
    assert said == [False, True]


def test_languages_without_a_list_are_left_alone() -> None:
    """In many languages repeated words are grammar."""
    assert not is_doubled_by_mistake("yavaş", "", "tr")
