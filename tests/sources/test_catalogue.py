"""Interface strings, read from PO."""

from __future__ import annotations

from noticeboard.model import Text
from noticeboard.sources.catalogue import Catalogue, Catalogues, read_catalogue

HEAD = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n'
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
DUTCH = Catalogue(
    "nl",
    {
        ("", "Deadline"): ("Deadline",),
        ("kind", "Survey"): ("Enquête",),
        ("", "%(num)s minute"): ("%(num)s minuut", "%(num)s minuten"),
    },
)


def test_messages_are_kept_by_context_and_id() -> None:
    """A catalogue holds every translated message; what is fuzzy or untranslated is not in it."""
    assert read_catalogue("nl", PO.encode(), "nl.po") == (DUTCH, ())


def test_a_byte_order_mark_is_no_fault() -> None:
    """A PO file may begin with a byte order mark."""
    assert read_catalogue("nl", b"\xef\xbb\xbf" + PO.encode(), "nl.po") == (DUTCH, ())


def test_bytes_that_are_not_utf_8_are_a_problem_at_their_line() -> None:
    """A catalogue in another encoding is reported where its first wrong byte stands."""
    data = f'{HEAD}\nmsgid "a"\nmsgstr "'.encode() + b'\xe9"\n'
    problems = read_catalogue("nl", data, "nl.po")[1]
    assert [(p.place.path, p.place.line, p.name) for p in problems] == [("nl.po", 7, "not-utf-8")]


def test_malformed_po_is_a_problem_at_its_line() -> None:
    """A line that is no PO is reported with its number."""
    data = f'{HEAD}\nmsgid "a"\nmsgstr "b"\nnonsense\n'.encode()
    problems = read_catalogue("nl", data, "nl.po")[1]
    assert [(p.place.path, p.place.line, p.name) for p in problems] == [("nl.po", 8, "malformed-catalogue")]


def test_a_missing_string_is_the_default_languages_and_says_so() -> None:
    """A string comes from the reader's language, else the default one, else its English id, each with its language."""
    german = Catalogue("de", {("", "Start"): ("Beginn",)})
    catalogues = Catalogues({"nl": DUTCH, "de": german}, "de")
    assert [catalogues.say("nl", m, c) for m, c in (("Survey", "kind"), ("Start", ""), ("Tags", ""))] == [
        Text("Enquête", "nl"),
        Text("Beginn", "de"),
        Text("Tags", "en"),
    ]


def test_numbers_choose_their_plural_form() -> None:
    """A number takes the form that CLDR gives it in the language, or English forms where there is no translation."""
    catalogues = Catalogues({"nl": DUTCH}, "en")
    message = ("%(num)s minute", "%(num)s minutes")
    assert [catalogues.say_number(lang, *message, n) for lang, n in (("nl", 1), ("nl", 15), ("sv", 1), ("sv", 2))] == [
        Text("%(num)s minuut", "nl"),
        Text("%(num)s minuten", "nl"),
        Text("%(num)s minute", "en"),
        Text("%(num)s minutes", "en"),
    ]
