"""The language in which a questionnaire opens, and how its button names it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

TEXT = "---\ntitle: T\npublished: 2023-01-10\ndeadline: 2023-02-19\nsurvey: {survey}\n{offered}---\nText.\n"
WITH, WITHOUT = "https://example.org/s?l={lang}", "https://example.org/s"


@pytest.mark.parametrize(
    ("survey", "offered", "lang", "expected"),
    [
        (WITH, "", "en", ("https://example.org/s?l=en", "")),
        (WITH, "sv, en", "en", ("https://example.org/s?l=en", "")),
        (WITH, "sv, nl", "en", ("https://example.org/s?l=nl", "Dutch")),
        (WITH, "sv, de", "en", ("https://example.org/s?l=sv", "Swedish")),
        (WITH, "sv, de", "nl", ("https://example.org/s?l=sv", "Zweeds")),
        (WITHOUT, "sv", "nl", (WITHOUT, "Zweeds")),
        (WITHOUT, "sv, de", "nl", (WITHOUT, "")),
        (WITHOUT, "", "nl", (WITHOUT, "")),
    ],
)
def test_the_readers_then_the_texts_then_the_first(
    make_pages: Callable, survey: str, offered: str, lang: str, expected: tuple[str, str]
) -> None:
    """The questionnaire only opens in a language that it is said to have."""
    stated = f"questionnaire_languages: [{offered}]\n" if offered else ""
    pages = make_pages({"surveys/a/nl.md": TEXT.format(survey=survey, offered=stated)})
    box = pages[f"{lang}/surveys/a/"].answering
    assert (box.href, box.language) == expected
