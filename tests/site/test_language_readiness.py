"""What a language needs on a platform, and what it has."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from noticeboard.model import filled
from noticeboard.settings import Kind, Settings
from noticeboard.site.language_readiness import shown, steps
from noticeboard.sources.catalogue_file import read_catalogue
from noticeboard.sources.catalogue_update import updated_text
from noticeboard.sources.message_extraction import UsedMessage

if TYPE_CHECKING:
    from collections.abc import Callable

USED = (UsedMessage("", "Deadline", "", ("a.html",)), UsedMessage("", "Contact", "", ("a.html",)))
VOCABULARY = "vocabularies/audience.yml"
TERMS = "teacher:\n  labels: {{en: Teacher{}}}\nparent:\n  labels: {{en: Parent{}}}\n"


def catalogue(text: str) -> object:
    """The Ukrainian catalogue with that text."""
    return read_catalogue("uk", text.encode(), "uk.po")


def platform(*, languages: tuple[str, ...], **labels: str) -> Settings:
    """A platform with these labels of its name, and with its own kind and heading in English."""
    english = (("en", "…"),)
    return Settings(
        name=tuple(labels.items()),
        publisher=(("", "Ministry"),),
        languages=languages,
        kinds=(Kind("surveys"), Kind("calls", one=english, many=english)),
        headings=(("audience", english),),
    )


def test_a_new_language_needs_everything(link_site: Callable) -> None:
    """Each open step says what to do; things that are the same in all languages need nothing."""
    settings = platform(languages=("en",), en="Board")
    site = link_site({VOCABULARY: TERMS.format("", "")}, settings=settings).site
    assert [(s.done, filled(s.hint, s.values)) for s in steps("uk", site, None, USED)] == [
        (False, "Run `noticeboard catalogues --new uk`, then translate."),
        (False, "Add uk to the list; where there is no list, write one with all languages that you offer."),
        (False, "Add a line `uk: …` below name."),
        (False, "Add a line `uk: …` below kinds: calls: one, kinds: calls: many, vocabularies: audience."),
        (False, "Add a label `uk: …` to teacher, parent."),
    ]


def test_a_complete_language_needs_nothing(link_site: Callable) -> None:
    """With catalogue, setting and labels every step is done."""
    settings = Settings(name=(("en", "Board"), ("uk", "Дошка")), languages=("en", "uk"))
    site = link_site({VOCABULARY: TERMS.format(", uk: Учитель", ", uk: Батьки")}, settings=settings).site
    text = updated_text("uk", "", USED).replace('\nmsgstr ""\n\n', '\nmsgstr "…"\n\n').removesuffix('""\n') + '"…"\n'
    assert [(s.done, filled(s.hint, s.values)) for s in steps("uk", site, catalogue(text), USED)] == [(True, "")] * 5


@pytest.mark.parametrize(
    ("text", "todo"),
    [
        (updated_text("uk", "", USED), "Translate “Deadline”, “Contact”."),
        ('msgid "Deadline"\nmsgstr "…"\n', "Translate “Contact”."),
        ('msgid "Deadline\n', "Correct what `noticeboard catalogues` reports."),
    ],
    ids=["untranslated", "missing", "broken"],
)
def test_a_catalogue_is_done_when_it_is_complete(link_site: Callable, text: str, todo: str) -> None:
    """One that lacks a message or is broken is open, with the reason."""
    first = steps("uk", link_site({}, settings=platform(languages=("uk",))).site, catalogue(text), USED)[0]
    assert (first.done, filled(first.hint, first.values)) == (False, todo)


def test_what_the_program_writes_is_shown() -> None:
    """A translator sees a date, numbers, marks and names as readers will, and where CLDR has none."""
    seen = dict(shown("nl"))
    assert list(seen)[2:6] == ["Date", "Dates", "Moment", "Numbers"]
    assert (seen["Name"], seen["Direction"], seen["Date"]) == ("Nederlands", "left to right", "19 februari 2026")
    assert (seen["Numbers"], seen["Plural forms"]) == ("1.234, 1.234.567", "one, other")
    assert (seen["Quotation marks"], seen["List"]) == ("“…” ‘…’", "Engels, Frans en Nederlands")  # noqa: RUF001
    assert seen["Moment"] == "19 februari 2026 om 17.00\N{NO-BREAK SPACE}uur (Midden-Europese tijd)"
    assert next(shown("qaa"))[0] == "Note"
    assert dict(shown("ar"))["Direction"] == "right to left"
