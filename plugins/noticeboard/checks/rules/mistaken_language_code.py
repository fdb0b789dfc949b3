"""A language of the questionnaire that is not a language, or the code of a country."""

from __future__ import annotations

from typing import TYPE_CHECKING

from noticeboard.checks.rule import CheckedVersion, Rule
from noticeboard.languages.locales import locale, name_in
from noticeboard.languages.tag_guesses import COUNTRIES
from noticeboard.model import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from noticeboard.model import Location, Problem


def check(document: CheckedVersion) -> Iterator[Problem]:
    """A problem for each code that is not a language, or is likely to be meant as another one."""
    codes = document.header.questionnaire_languages or ()
    for index, code in enumerate(codes):
        meant = COUNTRIES.get(code, "")
        if meant and meant not in codes:
            message = "'{code}' is the code of a country, or of another language than you may think."
            yield RULE.problem(_place(document, index), message, "Did you mean '{meant}'?", code=code, meant=meant)
        elif not name_in(code, locale("en")):
            message, hint = "There is no language with the code '{code}'.", "Write the code of a language, such as nl."
            yield RULE.problem(_place(document, index), message, hint, code=code)


def _place(document: CheckedVersion, index: int) -> Location:
    return document.locations.get(("questionnaire_languages", index)) or document.location("questionnaire_languages")


RULE = Rule(
    name="mistaken-language-code",
    severity=Severity.WARNING,
    why="Readers are told in which languages they can answer; a country's code names another language, or none.",
    source="BCP 47; ISO 639; ISO 3166-1",
    wrong="questionnaire_languages: [en, se]",
    right="questionnaire_languages: [en, sv]",
    text=check,
)
