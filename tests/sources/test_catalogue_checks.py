"""Messages that would print wrongly, mislead, or are not translated."""

from __future__ import annotations

import pytest

from noticeboard.sources.catalogue_checks import check_entries
from noticeboard.sources.po_reader import read_entries


def found(lang: str, text: str) -> list[tuple[int, str, str]]:
    """The line, severity and name of each problem of a catalogue's messages."""
    entries, malformed = read_entries(text, "x.po")
    assert malformed == ()
    return [(p.location.line, str(p.severity), p.name) for p in check_entries(lang, entries, "x.po")]


def pair(message: str, translation: str) -> str:
    """A message and its translation as PO."""
    return f'msgid "{message}"\nmsgstr "{translation}"\n'


def days(*forms: str) -> str:
    """A message with these plural forms as PO; the forms begin at line 3."""
    lines = "".join(f'msgstr[{n}] "{form}"\n' for n, form in enumerate(forms))
    return f'msgid "%(num)s day"\nmsgid_plural "%(num)s days"\n{lines}'


@pytest.mark.parametrize(
    ("message", "translation"),
    [
        ("Deadline: %(date)s", "Termiņš: %(date)s"),
        ("From %(a)s to %(b)s", "%(b)s ← %(a)s, %(a)s"),
        ("%(num)s %% done", "%(num)s %% gedaan"),
        ("100 % sure", "100 % zeker"),
        ("<em>Now</em>", "<em>Nu</em>"),
        ("a < b", "a < b"),
        ("One\\n", "Eén\\n"),
    ],
)
def test_a_faithful_translation_has_no_problems(message: str, translation: str) -> None:
    """Placeholders, tags and the ends of the message match, in any order."""
    assert found("nl", pair(message, translation)) == []


@pytest.mark.parametrize(
    ("message", "translation", "name"),
    [
        ("Deadline: %(date)s", "Deadline: %(datum)s", "wrong-placeholder"),
        ("Deadline: %(date)s", "Deadline:", "wrong-placeholder"),
        ("Deadline: %(date)s", "Deadline: %(date)d", "wrong-placeholder"),
        ("Deadline: %(date)s", "%(date)s %(time)s", "wrong-placeholder"),
        ("Deadline", "Deadline %(date)s", "wrong-placeholder"),
        ("%(num)s done", "%(num)s gedaan (100 %)", "wrong-placeholder"),
        ("<em>Now</em>", "<em>Nu", "wrong-markup"),
        ("<em>Now</em>", "<strong>Nu</strong>", "wrong-markup"),
        ("Now", "<b>Nu</b>", "wrong-markup"),
        ("Now", "N&uacute;", "wrong-markup"),
    ],
)
def test_a_differing_placeholder_or_tag_is_an_error(message: str, translation: str, name: str) -> None:
    """It is reported at the line of the translation."""
    assert found("nl", pair(message, translation)) == [(2, "error", name)]


@pytest.mark.parametrize(("message", "translation"), [("Now", "Nu "), ("Now", "\\nNu"), ("Now\\n", "Nu"), (" a", "a")])
def test_other_spaces_at_the_ends_are_a_warning(message: str, translation: str) -> None:
    """Spaces and line breaks at both ends must be the message's."""
    assert found("nl", pair(message, translation)) == [(2, "warning", "wrong-whitespace")]


@pytest.mark.parametrize(
    ("lang", "forms"),
    [
        ("nl", ("%(num)s dag", "%(num)s dagen")),
        ("nl", ("één dag", "%(num)s dagen")),
        ("ga", ("lá amháin", "dhá lá", "%(num)s lá", "%(num)s lá", "%(num)s lá")),
        ("hu", ("%(num)s nap", "%(num)s nap")),
    ],
)
def test_a_form_for_one_number_may_do_without_it(lang: str, forms: tuple[str, ...]) -> None:
    """“One day” needs no number if that form is only used for one."""
    assert found(lang, days(*forms)) == []


def test_a_form_for_many_numbers_needs_the_number() -> None:
    """In Latvian the form “one” is used for 1, 21 and 31."""
    assert found("lv", days("%(num)s dienu", "viena diena", "%(num)s dienas")) == [(4, "error", "wrong-placeholder")]


@pytest.mark.parametrize(
    ("lang", "forms", "lines"),
    [
        ("nl", ("%(num)s dag",), [1]),
        ("nl", ("%(num)s dag", "%(num)s dagen", "%(num)s dagen"), [1]),
        ("fr", ("%(num)s jour", "%(num)s jours"), [1]),
        ("nl", ("%(num)s dag", ""), [4]),
        ("pl", ("%(num)s dzień", "", ""), [4, 5]),
    ],
)
def test_plural_forms_are_cldrs_and_all_filled_in(lang: str, forms: tuple[str, ...], lines: list[int]) -> None:
    """Too few or too many forms are reported at the message, an empty one at its line."""
    assert found(lang, days(*forms)) == [(line, "error", "wrong-plurals") for line in lines]


def test_untranslated_messages_are_one_warning() -> None:
    """It is at the first of them; the header does not count."""
    text = 'msgid ""\nmsgstr "Language: nl\\n"\n\n' + "\n".join([pair("a", "a"), pair("b", ""), days("", "")])
    assert found("nl", text) == [(7, "warning", "untranslated-message")]


def test_a_fuzzy_message_is_only_a_warning() -> None:
    """Its translation is not used, so faults in it do not matter yet."""
    assert found("nl", "#, fuzzy\n" + pair("Deadline: %(date)s", "Deadline")) == [(2, "warning", "fuzzy-message")]
