"""The strict reader of PO text, which knows the line of everything."""

from __future__ import annotations

import io

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po
from hypothesis import given
from hypothesis import strategies as st

from noticeboard.sources.po_reader import PoEntry, PoForm, read_entries

PO = r"""# A remark.
msgid ""
msgstr ""
"Language: nl\n"

#. A note.
#: templates/base.html
#, fuzzy, python-format
msgctxt "kind"
msgid "Say: \"%(what)s\""
msgstr ""
"Zeg: "
"\"%(what)s\"\n"

msgid "%(num)s day"
msgid_plural "%(num)s days"
msgstr[0] "%(num)s dag"
msgstr[1] "%(num)s dagen"

#~ msgid "Old"
#~ msgstr "Oud"
"""


def found(text: str) -> list[tuple[int, str]]:
    """The line and name of each problem of a PO text."""
    return [(p.location.line, p.name) for p in read_entries(text, "nl.po")[1]]


def test_entries_have_their_texts_and_lines() -> None:
    """Joined strings, escapes, contexts, plural forms, flags and lines are read; obsolete entries are not."""
    assert read_entries(PO, "nl.po") == (
        (
            PoEntry(2, "", "", "", (PoForm("Language: nl\n", 3),)),
            PoEntry(10, "kind", 'Say: "%(what)s"', "", (PoForm('Zeg: "%(what)s"\n', 11),), fuzzy=True),
            PoEntry(15, "", "%(num)s day", "%(num)s days", (PoForm("%(num)s dag", 17), PoForm("%(num)s dagen", 18))),
        ),
        (),
    )


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ('msgid "a"\nmsgstr "b', [2]),
        ('msgid "a\nmsgstr "b"', [1]),
        ('msgid "a"\nmsgstr "say "b""', [2]),
        ('msgid "a"\nmsgstr b', [2]),
        (r'msgid "a"' + "\n" + r'msgstr "\é"', [2]),
        ('msgid "a"\n\nmsgid "c"\nmsgstr "d"', [1]),
        ('msgid "a"\n#. note\nmsgid "c"\nmsgstr "d"', [1]),
        ('msgid "a"', [1]),
        ('msgctxt "a"\nmsgctxt "b"\nmsgid "c"\nmsgstr "d"', [1]),
        ('msgctxt "a"\nmsgstr "b"', [2]),
        ('msgstr "b"', [1]),
        ('"b"', [1]),
        ('msgid "a"\nmsgid_plural "b"\nmsgstr "c"', [3]),
        ('msgid "a"\nmsgid_plural "b"\nmsgstr[1] "c"', [3]),
        ('msgid "a"\nmsgid_plural "b"\nmsgstr[0] "c"\nmsgstr[2] "d"', [4]),
        ('msgid "a"\nmsgstr "b"\nmsgstr "c"', [3]),
        ("nonsense", [1]),
        ("msgstr[] ", [1]),
        ('<html lang="nl">', [1]),
        ('msgid "a\n\nmsgid "b"\nmsgstr "c', [1, 4]),
    ],
)
def test_a_malformed_entry_is_reported_at_its_line(lines: str, expected: list[int]) -> None:
    """Each is one problem, and reading continues after it."""
    assert found(lines) == [(line, "malformed-catalogue") for line in expected]


def test_a_repeated_message_is_reported_at_its_second_place() -> None:
    """Equal context and msgid make it one, however their strings are split."""
    text = 'msgid "ab"\nmsgstr "1"\n\nmsgid "a"\n"b"\nmsgstr "2"\n\nmsgctxt "x"\nmsgid "ab"\nmsgstr "3"\n'
    assert found(text) == [(4, "duplicate-message")]


@given(st.dictionaries(st.text(min_size=1), st.text()), st.sampled_from([0, 20]))
def test_messages_that_babel_writes_are_read_alike(messages: dict[str, str], width: int) -> None:
    """Wrapped or not, they have the texts that Babel itself reads."""
    catalogue = Catalog()
    for text, translation in messages.items():
        catalogue.add(text, translation)
    out = io.BytesIO()
    write_po(out, catalogue, width=width, omit_header=True)
    written = out.getvalue().decode(errors="surrogatepass")
    entries, problems = read_entries(written, "x.po")
    expected = {m.id: m.string for m in read_po(io.StringIO(written, newline="\n")) if m.id}
    assert ({e.id: e.forms[0].text for e in entries}, problems) == (expected, ())
