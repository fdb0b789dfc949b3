"""A PO file: its catalogue, its problems, and how it compares with the messages in use."""

from __future__ import annotations

import pytest

from noticeboard.report import sentences
from noticeboard.sources.catalogue_file import absent, compare, read_catalogue
from noticeboard.sources.message_extraction import UsedMessage

HEAD = """msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"
"""
PO = f"""{HEAD}
msgid "Deadline"
msgstr "Deadline"

msgctxt "kind"
msgid "Survey"
msgstr "Enquête"

msgid "%(num)s minute"
msgid_plural "%(num)s minutes"
msgstr[0] "%(num)s minuut"
msgstr[1] "%(num)s minuten"

#, fuzzy
msgid "Start"
msgstr "Begin"

msgid "Contact"
msgstr ""
"""


def used(context: str, text: str, plural: str = "") -> UsedMessage:
    """A message in use."""
    return UsedMessage(context, text, plural, ("templates/base.html",))


USED = (
    used("", "Deadline"),
    used("kind", "Survey"),
    used("", "%(num)s minute", "%(num)s minutes"),
    used("", "Start"),
    used("", "Contact"),
)


def found(lang: str, data: bytes) -> list[tuple[int, str]]:
    """The line and name of each problem of a file."""
    return [(p.location.line, p.name) for p in read_catalogue(lang, data, f"{lang}.po").problems]


def test_messages_are_kept_by_context_and_id() -> None:
    """Fuzzy and untranslated messages are left out."""
    assert dict(read_catalogue("nl", PO.encode(), "nl.po").catalogue.messages) == {
        ("", "Deadline"): ("Deadline",),
        ("kind", "Survey"): ("Enquête",),
        ("", "%(num)s minute"): ("%(num)s minuut", "%(num)s minuten"),
    }


def test_line_ends_and_a_byte_order_mark_are_no_faults() -> None:
    """A file from Windows is read like any other."""
    data = b"\xef\xbb\xbf" + PO.replace("\n", "\r\n").encode()
    assert read_catalogue("nl", data, "nl.po") == read_catalogue("nl", PO.encode(), "nl.po")


def test_bytes_that_are_not_utf_8_are_a_problem_at_their_line() -> None:
    """The file is not checked any further."""
    assert found("nl", f'{HEAD}\nmsgid "a %(b)s"\nmsgstr "'.encode() + b'\xe9"\n') == [(7, "not-utf-8")]


@pytest.mark.parametrize("name", ["pt_BR", "dutch language", "NL", "nl.old"])
def test_a_name_that_is_no_language_is_a_problem(name: str) -> None:
    """The hint has the usual form of the name if it is nearly right."""
    (problem,) = read_catalogue(name, PO.encode(), f"{name}.po").problems
    assert (problem.name, "Did you mean" in sentences(problem)[1]) == ("wrong-catalogue-name", name in ("pt_BR", "NL"))


def test_a_complete_catalogue_has_no_problems() -> None:
    """It has exactly the messages in use."""
    assert list(compare(read_catalogue("nl", PO.encode(), "nl.po"), USED)) == []


def test_missing_and_unused_messages_are_warnings() -> None:
    """Missing ones are one problem that names them; unused ones are reported at their lines."""
    file = read_catalogue("nl", PO.encode(), "nl.po")
    said = [m for m in USED if m.id != "Deadline"] + [used("", "Survey"), used("group", "Closed")]
    problems = [(p.location.line, str(p.severity), p.name, p.full_message) for p in compare(file, said)]
    assert problems == [
        (1, "warning", "missing-message", "Messages that are missing: 2, such as “Survey”, “Closed”."),
        (6, "warning", "unused-message", "Nobody uses the message “Deadline”."),
    ]


def test_one_form_where_there_must_be_many_is_an_error() -> None:
    """A message without its plural would be wrong for most numbers."""
    file = read_catalogue("nl", f'{HEAD}\nmsgid "%(num)s minute"\nmsgstr "%(num)s minuut"\n'.encode(), "nl.po")
    assert [(p.location.line, p.name) for p in compare(file, [USED[2]])] == [(6, "wrong-plurals")]


def test_a_language_without_catalogue_is_one_problem() -> None:
    """The hint has the command that makes the catalogue."""
    problem = absent("uk.po", "uk")
    assert (problem.name, "noticeboard catalogues --new uk" in sentences(problem)[1]) == ("missing-catalogue", True)
