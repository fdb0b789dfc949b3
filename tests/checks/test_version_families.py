"""Comparing versions: which are compared, which of them is right, and what counts as no difference."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from noticeboard.checks.rule_runner import site_findings
from noticeboard.checks.rules.differing_dates import TEXTS
from noticeboard.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable

LANGUAGES = ("de", "en", "fr", "nl", "sv")
OURS = ("differing-", "untranslated-", "identical-", "other-language")
FACTS = "published: 2023-01-10\n"


def head(lang: str, *, translated: bool = True, facts: str = "") -> str:
    """The front matter of a version with a title that is in no language."""
    line = "translates: en\n" if translated and lang != "en" else ""
    return f"---\ntitle: N {lang}\n{FACTS if lang == 'en' else ''}{line}{facts}---\n\n"


@pytest.fixture
def differing(link_site: Callable) -> Callable[..., list[tuple[str, str]]]:
    """The languages and problem names for versions given by language."""

    def differ(
        texts: dict[str, str], *, translated: bool = True, kind: str = "news", facts: str = ""
    ) -> list[tuple[str, str]]:
        files = {
            f"{kind}/a/{lang}.md": head(lang, translated=translated, facts=facts) + text for lang, text in texts.items()
        }
        site = link_site(files, settings=Settings(languages=LANGUAGES)).site
        found = (p for p in site_findings(site) if p.name.startswith(OURS))
        return [(p.location.path.rpartition("/")[2].removesuffix(".md"), p.name) for p in found]

    return differ


def test_the_version_that_differs_from_the_majority_is_reported(differing: Callable) -> None:
    """It is reported once, even if it is the original."""
    assert differing({"en": "86 %", "de": "87 %", "nl": "87%", "sv": "87 %"}) == [("en", "differing-figures")]


def test_of_two_versions_the_translation_is_reported(differing: Callable) -> None:
    """Without a majority, the original is assumed to be right."""
    assert differing({"en": "86 %", "nl": "87 %"}) == [("nl", "differing-figures")]


def test_originals_may_be_built_differently_but_state_the_same_facts(differing: Callable) -> None:
    """If translations name their original, other originals are compared by their facts only."""
    texts = {"en": "5 schools.\n\nMore.", "nl": "5 scholen.", "sv": "5 skolor.\n\nMer."}
    files = {"en": texts["en"], "sv": texts["sv"]}
    assert differing(files | {"nl": texts["nl"]}, translated=False) == [("nl", "differing-paragraphs")]


@pytest.mark.parametrize(
    ("english", "dutch", "expected"),
    [
        ("Answer soon.", "Antwoord voor 19 februari 2023.", []),
        ("Answer by 19 February 2023.", "Antwoord snel.", []),
        ("Until []({deadline}), from 5 May 2022.", "Tot 19 februari 2023.", ["missing"]),
        ("Until 19 February 2023.\n\nHello.", "Tot []({deadline}).\n\nVan 5 mei 2022.", ["extra"]),
        ("Until 19 February 2023.", "Van 5 mei 2022.", ["both"]),
    ],
)
def test_a_missing_deadline_in_the_text_is_no_difference(
    link_site: Callable, english: str, dutch: str, expected: list[str]
) -> None:
    """Pages show it anyway, so a text may leave it out or let the program write it."""
    facts = "deadline: 2023-02-19\n"
    texts = {"en": english, "nl": dutch}
    files = {f"surveys/a/{lang}.md": head(lang, facts=facts) + text for lang, text in texts.items()}
    site = link_site(files, settings=Settings(languages=LANGUAGES)).site
    found = [p for p in site_findings(site) if p.name == "differing-dates"]
    kinds = {getattr(TEXTS, kind): kind for kind in TEXTS._fields}
    assert [kinds[p.message] for p in found] == expected


@pytest.mark.parametrize(
    ("one", "other", "lang"),
    [
        ("It begins at 5 pm.", "Das beginnt um 17 Uhr.", "de"),
        ("There are 3 groups.", "Det finns tre grupper.", "sv"),
        ("There are three groups.", "Det finns 3 grupper.", "sv"),
        ("In the 19th century.", "Au XIXe siècle.", "fr"),
        ("Of 4,859 schools.", "Sur 4 859 écoles.", "fr"),
        ("Of 4,859 schools.", "Von 4859 Schulen.", "de"),
        ("86 % of them.", "86 procent av dem.", "sv"),
        ("It costs 3.50 euros.", "Het kost 3,50 euro.", "nl"),
        ("From 10 to 12 May 2026.", "Vom 10.5.2026 bis zum 12.5.2026.", "de"),
        ("Between January and March 2026.", "Entre janvier 2026 et mars 2026.", "fr"),
        ("On 12 May, in 2026.", "Den 12 maj 2026.", "sv"),
        ("At noon on 12 May.", "Den 12 maj kl. 12.00.", "sv"),
        ("In 2021/22.", "In 2021/2022.", "nl"),
    ],
)
def test_the_same_value_in_another_notation_is_no_difference(
    differing: Callable, one: str, other: str, lang: str
) -> None:
    """Values are compared, not characters, in either direction."""
    assert differing({"en": one, lang: other}) == []


@pytest.mark.parametrize(
    ("one", "other", "name"),
    [
        ("Of 4,859 schools.", "Van 4,859 scholen.", "differing-figures"),
        ("On 12 May 2026.", "Op 12 mei 2025.", "differing-dates"),
        ("On 5 June 2026 in 2026.", "Op 5 juli 2026 in 2026.", "differing-dates"),
        ("At 14:30.", "Om 15.30 uur.", "differing-times"),
        ("- 5 a\n- 5 b", "- 5 a\n- 6 b", "differing-figures"),
    ],
)
def test_another_value_is_a_difference(differing: Callable, one: str, other: str, name: str) -> None:
    """Each difference is reported once, under its own name."""
    assert differing({"en": one, "nl": other}) == [("nl", name)]


def test_many_differences_are_one_problem(differing: Callable) -> None:
    """A version that seems to translate another state of the text is reported once."""
    rows = {
        lang: "\n".join(f"- {number + shift}" for number in range(20, 90, 5)) for lang, shift in (("en", 0), ("nl", 2))
    }
    assert differing(rows) == [("nl", "differing-figures")]


def test_the_deadline_may_be_written_or_left_to_the_program(differing: Callable) -> None:
    """{deadline} states the deadline; a version without it may state the deadline in its own words."""
    texts = {
        "en": "Until 19 February 2023.",
        "nl": "Tot [zondag]({deadline}).",
        "sv": "Till [19 februari]({deadline}).",
        "de": "Bis zum 19.2.2023.",
    }
    assert differing(texts, kind="surveys", facts="deadline: 2023-02-19\n") == []


def test_kindred_languages_may_share_a_text(link_site: Callable) -> None:
    """A Bosnian version that equals the Croatian one is not reported as a copy."""
    text = "Mentori pomažu novim učiteljima kroz tešku prvu godinu rada."
    files = {
        "news/a/hr.md": f"---\ntitle: A\n{FACTS}---\n\n{text}\n",
        "news/a/bs.md": f"---\ntitle: B\ntranslates: hr\n---\n\n{text}\n",
    }
    site = link_site(files, settings=Settings(languages=("bs", "hr"), default_language="hr")).site
    assert [p.name for p in site_findings(site) if p.name.startswith(OURS)] == []


def test_a_copy_is_reported_once(differing: Callable) -> None:
    """A version that is identical to another is one problem, not one for each sentence."""
    text = "Mentors help new teachers through a difficult first year.\n\nYour school can take part in it as well."
    assert differing({"en": text, "nl": text}) == [("nl", "identical-version")]


def test_in_tables_and_lists_every_value_counts(differing: Callable) -> None:
    """A figure that replaces another is reported even if both occur in the tables of both versions."""
    table = "| a | b |\n| - | - |\n| c | {} |\n| d | 15 |\n| e | 12 |\n"
    assert differing({"en": table.format(12), "nl": table.format(15)}) == [("nl", "differing-figures")]
