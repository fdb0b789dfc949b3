"""The beginning of a text ends where a sentence or a word does."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from noticeboard.languages.leading_sentences import excerpt, sentence_ends

LONG = "Then " + "word " * 60


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "How do schools use mentoring? Head teachers tell. " + LONG,
            "How do schools use mentoring? Head teachers tell.",
        ),
        (
            "Die Umfrage endet am 19. Februar 2023. Danach nicht. " + LONG,
            "Die Umfrage endet am 19. Februar 2023. Danach nicht.",
        ),
        (
            "Skoler bruger f.eks. Teams og Dr. Hansen svarer. " + LONG,
            "Skoler bruger f.eks. Teams og Dr. Hansen svarer.",
        ),
        ("He said: “Come in.” They came. " + LONG, "He said: “Come in.” They came."),
        ("هل تشارك؟ نعم. " + LONG, "هل تشارك؟"),
        ("A short text", "A short text"),
        ("One that\nhas  spaces", "One that has spaces"),
        ("V\u00a0jejich  jazyce", "V\u00a0jejich jazyce"),
    ],
)
def test_whole_sentences_are_kept(text: str, expected: str) -> None:
    """As many as fit; the full stop of an abbreviation or ordinal does not end one."""
    assert excerpt(text) == expected


def test_a_long_sentence_ends_after_a_word() -> None:
    """No word is cut, there is no comma at the end, and the ellipsis counts."""
    assert excerpt("One two, three four", limit=10) == "One two…"
    assert excerpt("Lebensmittelunverträglichkeit", limit=10) == "Lebensmit…"


@given(st.text(), st.integers(min_value=2, max_value=200))
def test_it_never_exceeds_its_limit(text: str, limit: int) -> None:
    """Whatever the text, and the result is its beginning."""
    words, found = excerpt(text, len(text)), excerpt(text, limit)
    assert len(found) <= limit
    assert words.startswith(found.removesuffix("…") if found != words else found)


@given(st.text(alphabet=st.sampled_from('aB1.!? "“»)')))
def test_sentences_end_inside_the_text(text: str) -> None:
    """In rising order, each after a mark."""
    ends = list(sentence_ends(text))
    assert ends == sorted({*ends})
    assert all(0 < end <= len(text) for end in ends)
