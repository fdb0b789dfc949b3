"""Language tags after BCP 47."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from noticeboard.languages.tags import canonical_case, is_tag, shortened


@pytest.mark.parametrize(
    "tag",
    [
        *("nl", "pt-BR", "sr-Latn", "zh-Hant-TW", "es-419", "de-CH-1996", "sl-rozaj-biske", "zh-cmn-Hans-CN"),
        *("qaa", "art-x-demo", "x-demo", "en-a-bbb-x-a-ccc", "de-DE-u-co-phonebk", "i-klingon", "en-GB-oed"),
    ],
)
def test_well_formed_tags_are_accepted(tag: str) -> None:
    """Every kind that RFC 5646 allows, in its usual case."""
    assert is_tag(tag)


@pytest.mark.parametrize(
    "text",
    [
        *("", "n", "NL", "pt-br", "PT-BR", "sr-latn", "de-", "-de", "de--DE", "de_DE", "nl ", "nl\n", "é"),
        *("a-DE", "abcdefghi", "en-x", "de-DE-DE", "en-a-bbb-a-ccc", "de-1996-1996"),
    ],
)
def test_other_tags_are_refused(text: str) -> None:
    """Other case, other separators, and parts that are empty, too long, misplaced or repeated."""
    assert not is_tag(text)


def test_case_is_normalised() -> None:
    """Each part as in RFC 5646, section 2.1.1; after a single letter all is lower case."""
    written = ["NL", "PT-br", "SR-LATN", "zh-hant-tw", "EN-X-DEMO-US"]
    assert [canonical_case(tag) for tag in written] == ["nl", "pt-BR", "sr-Latn", "zh-Hant-TW", "en-x-demo-us"]


def test_a_tag_is_shortened_from_its_end() -> None:
    """Lookup goes from the tag to its language, and no shortened tag ends in a single letter (RFC 4647)."""
    assert shortened("zh-Hant-TW") == ("zh-Hant-TW", "zh-Hant", "zh")
    assert shortened("en-x-demo") == ("en-x-demo", "en")


@given(st.from_regex(r"[a-zA-Z0-9]{1,9}(-[a-zA-Z0-9]{1,9}){0,4}", fullmatch=True))
def test_the_usual_case_is_stable(text: str) -> None:
    """Normalising twice changes nothing more."""
    usual = canonical_case(text)
    assert canonical_case(usual) == usual
    assert usual == text or not is_tag(text) or text == "en-GB-oed"
