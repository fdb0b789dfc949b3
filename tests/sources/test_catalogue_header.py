"""The header of a catalogue, compared with the file."""

from __future__ import annotations

import pytest

from noticeboard.languages.language_data import OFFICIAL
from noticeboard.languages.numbers import plural_forms_header
from noticeboard.sources.catalogue_header import check_header, header_fields, same_plural_forms
from noticeboard.sources.po_reader import read_entries

PLURAL = '\nmsgid "%(num)s day"\nmsgid_plural "%(num)s days"\nmsgstr[0] "a"\nmsgstr[1] "b"\n'


def found(lang: str, *fields: str, rest: str = "") -> list[tuple[int, str, str]]:
    """The line, severity and name of each problem of a header with these fields."""
    text = 'msgid ""\nmsgstr ""\n' + "".join(f'"{field}\\n"\n' for field in fields) + rest
    entries, _ = read_entries(text, "x.po")
    return [(p.location.line, str(p.severity), p.name) for p in check_header(lang, entries, text, "x.po")]


def test_fields_are_read_by_name() -> None:
    """The header's fields are pairs of name and value; values may hold colons."""
    entries, _ = read_entries('msgid ""\nmsgstr "Language: nl\\nX-Source: a:b\\n"\n', "nl.po")
    assert header_fields(entries) == {"Language": "nl", "X-Source": "a:b"}


def test_a_right_header_has_no_problems() -> None:
    """Neither has a file without a header."""
    plural = "Plural-Forms: nplurals=2; plural=(n != 1);"
    complete = ("Language: nl", "Content-Type: text/plain; charset=utf-8", plural)
    assert (found("nl", *complete, rest=PLURAL), found("nl")) == ([], [])


def test_another_charset_is_reported_at_its_line() -> None:
    """Only UTF-8 is allowed."""
    assert found("pl", "Language: pl", "Content-Type: text/plain; charset=ISO-8859-2") == [
        (4, "error", "wrong-charset")
    ]


@pytest.mark.parametrize(("tag", "stated"), [("nl", "sv"), ("pt-BR", "es"), ("sr-Latn", "sr_Cyrl"), ("nl", "Dutch")])
def test_another_language_is_reported(tag: str, stated: str) -> None:
    """The header must have the language of the file's name."""
    assert found(tag, f"Language: {stated}") == [(3, "error", "wrong-catalogue-language")]


@pytest.mark.parametrize(("tag", "stated"), [("pt", "pt_PT"), ("pt-BR", "pt_BR"), ("pt-BR", "pt"), ("sr-Latn", "sr")])
def test_a_country_more_or_less_is_the_same_language(tag: str, stated: str) -> None:
    """Tools write countries that a file's name leaves out, with an underscore."""
    assert found(tag, f"Language: {stated}") == []


@pytest.mark.parametrize("tag", OFFICIAL)
def test_a_written_header_passes_the_check(tag: str) -> None:
    """In every language."""
    assert same_plural_forms(tag, plural_forms_header(tag))


@pytest.mark.parametrize(
    ("tag", "value"),
    [
        # gettext's usual headers of these languages: other forms, or the same in another order.
        ("cs", "nplurals=4; plural=(n==1 && n%1==0) ? 0 : (n>=2 && n<=4 && n%1==0) ? 1: (n%1!=0) ? 2 : 3;"),
        ("fr", "nplurals=2; plural=(n > 1);"),
        ("lv", "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n != 0 ? 1 : 2);"),
        ("hu", "nplurals=1; plural=0;"),
        ("nl", "nplurals=2; plural=(n > 1);"),
        ("nl", "nplurals=2; plural=(n !! 1);"),
        ("nl", "nplurals=2; plural=n % 0;"),
        ("nl", "two"),
    ],
)
def test_other_plural_forms_are_reported(tag: str, value: str) -> None:
    """It is an error if some number gets another form than in CLDR."""
    assert found(tag, f"Plural-Forms: {value}") == [(3, "error", "wrong-plural-header")]


@pytest.mark.parametrize(
    "value", ["nplurals=2; plural=n != 1;", "nplurals=2;plural=n==1?0:1", "nplurals = 2; plural = (n!=1)"]
)
def test_the_same_plural_forms_in_other_words_pass(value: str) -> None:
    """Only the form of each number counts, not how the rule is written."""
    assert found("nl", f"Plural-Forms: {value}") == []


def test_missing_plural_forms_are_reported() -> None:
    """A file with plural messages needs the forms in its header."""
    assert found("nl", "Language: nl", rest=PLURAL) == [(1, "warning", "wrong-plural-header")]
