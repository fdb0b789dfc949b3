"""The result of importing a file that translators have worked on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from returned_files import parse_returned

from noticeboard.exchange.import_result import ImportCounts, import_result
from noticeboard.exchange.version_document import read_version_document

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import SimpleNamespace

ORIGINAL = """\
---
title: A survey
---

The lead, with [a link](../b/ "The plan").

## Who {#who}

Teachers and
pupils.

- one
- two

```
make
```
"""
DUTCH = """\
---
# Een opmerking
title:   'Een enquête'  # kort
translates: {language: en, digest: "STAMP"}
---

De inleiding, met [een link](../b/nl.md 'Het plan').

Wie {#wie}
---
Leraren en
leerlingen.


* een
* twee

```
maak
```
"""
WORDS = {
    "A survey": "Een enquête",
    'The lead, with <g id="1">a link</g>.': 'Met <g id="1">een link</g>.',
    "The plan": "Het plan",
    "Who": "Wie",
    "Teachers and pupils.": "Leraren en leerlingen.",
    "one": "een",
    "two": "twee",
}


def names(taken: SimpleNamespace) -> list[str]:
    """The names of an import's problems."""
    return [problem.name for problem in taken.problems]


def test_only_new_translations_change(exchange: SimpleNamespace, stamped: Callable, translate: Callable) -> None:
    """Lines with new translations change; markers, ids, targets and comments stay the version's."""
    dutch = stamped(DUTCH, ORIGINAL)
    po = translate(
        exchange.sent(ORIGINAL, dutch),
        {"A survey": "Onze enquête", "Who": "Voor wie", 'The lead, with <g id="1">a link</g>.': '<g id="1">Link</g>.'},
    )
    assert exchange.text(po, ORIGINAL, dutch) == dutch.replace("Een enquête", "Onze enquête").replace(
        "Wie {", "Voor wie {"
    ).replace("De inleiding, met [een link]", "[Link]")


@pytest.mark.parametrize("form", [lambda t: t.replace("\n", "\r\n"), lambda t: f"\ufeff{t}"], ids=["crlf", "bom"])
def test_line_ends_and_the_byte_order_mark_stay(
    exchange: SimpleNamespace, stamped: Callable, translate: Callable, form: Callable
) -> None:
    """New text gets the line ends of the file."""
    dutch = stamped(DUTCH, ORIGINAL)
    po = translate(exchange.sent(ORIGINAL, form(dutch)), {"one": "eerste", "two": "tweede", "A survey": "E"})
    expected = dutch.replace("* een\n* twee", "* eerste\n* tweede").replace("Een enquête", "E")
    assert exchange.text(po, ORIGINAL, form(dutch)) == form(expected)


def test_a_new_version_is_written(exchange: SimpleNamespace, stamped: Callable, translate: Callable) -> None:
    """A complete file becomes a version that is no draft; code is the original's."""
    text = exchange.text(translate(exchange.sent(ORIGINAL), WORDS), ORIGINAL)
    assert text == stamped(
        '---\ntitle: "Een enquête"\ntranslates: {language: en, digest: "STAMP"}\n---\n\n'
        'Met [een link](../b/ "Het plan").\n\n## Wie {#who}\n\nLeraren en leerlingen.\n\n- een\n- twee\n\n'
        "```\nmake\n```\n",
        ORIGINAL,
    )


def test_an_incomplete_version_is_a_draft(exchange: SimpleNamespace, translate: Callable) -> None:
    """Untranslated parts have the original's words, and the next export asks for them."""
    po = translate(exchange.sent(ORIGINAL), {"A survey": "Een enquête", "Who": "Wie"})
    taken = exchange.taken(po, ORIGINAL)
    text = taken.data.decode()
    assert (names(taken), taken.draft, taken.counts) == (["untranslated-segment"], True, ImportCounts(2, 0, 3, 0))
    assert "\nstatus: draft\n" in text
    assert "Teachers and\npupils." in text
    again = exchange.sent(ORIGINAL, text)
    assert [u.source for u in exchange.units(ORIGINAL, text) if u.source and not u.target] == [
        'The lead, with <g id="1">a link</g>.',
        "The plan",
        "Teachers and pupils.",
        "one",
        "two",
    ]
    rest = {key: words for key, words in WORDS.items() if key not in ("A survey", "Who")}
    done = exchange.taken(translate(again, rest), ORIGINAL, text)
    assert (names(done), done.draft, b"status: published" in done.data) == ([], False, True)


def test_a_file_without_translations_makes_no_version(exchange: SimpleNamespace) -> None:
    """The import says so."""
    taken = exchange.taken(exchange.sent(ORIGINAL), ORIGINAL)
    assert (taken.data, names(taken)) == (None, ["untranslated-segment"])


def test_a_confirmed_translation_is_stamped(exchange: SimpleNamespace, stamped: Callable, translate: Callable) -> None:
    """If a translation still fits the changed original, removing its mark makes the version current."""
    dutch, changed = stamped(DUTCH, ORIGINAL), ORIGINAL.replace("Teachers and", "Teachers or")
    po = exchange.sent(changed, dutch)
    assert exchange.text(po, changed, dutch) == dutch
    assert exchange.text(translate(po, {"Teachers or pupils.": None}), changed, dutch) == stamped(DUTCH, changed)


def test_a_fuzzy_translation_is_reported_and_not_imported(
    exchange: SimpleNamespace, stamped: Callable, translate: Callable
) -> None:
    """It still needs a look, so the version stays outdated."""
    changed = ORIGINAL.replace("Teachers and", "Teachers or").replace("## Who", "## Whom")
    dutch = stamped(DUTCH, ORIGINAL)
    taken = exchange.taken(translate(exchange.sent(changed, dutch), {"Whom": "Voor wie"}), changed, dutch)
    assert (names(taken), taken.counts) == (["fuzzy-segment"], ImportCounts(1, 3, 1, 0))
    then, now = (read_version_document(d, "surveys/a/nl.md").stamp for d in (dutch.encode(), taken.data))
    assert [a == b for a, b in zip(then, now, strict=True)] == [True, True, False, True, True, True]
    assert b"Leraren en\nleerlingen." in taken.data


def test_an_added_segment_is_put_in_its_place(
    exchange: SimpleNamespace, stamped: Callable, translate: Callable
) -> None:
    """It goes between its neighbours, with blank lines around it; new code is added too."""
    dutch = stamped(DUTCH, ORIGINAL)
    changed = ORIGINAL.replace("## Who", "New one.\n\n    x = 1\n\n## Who").replace("- one", "Everybody.\n\n- one")
    po = translate(exchange.sent(changed, dutch), {"New one.": "Nieuw.", "Everybody.": "Iedereen."})
    assert exchange.text(po, changed, dutch) == stamped(
        DUTCH.replace("Wie {", "Nieuw.\n\n    x = 1\n\nWie {").replace("leerlingen.\n", "leerlingen.\n\nIedereen.\n"),
        changed,
    )


def test_an_added_segment_without_a_translation_stays_out_of_a_published_version(
    exchange: SimpleNamespace, stamped: Callable, translate: Callable
) -> None:
    """Readers see no other language; the stamp says that something is missing."""
    dutch, changed = stamped(DUTCH, ORIGINAL), ORIGINAL.replace("## Who", "New one.\n\n## Who")
    text = exchange.text(translate(exchange.sent(changed, dutch), {"Who": "Voor wie"}), changed, dutch)
    assert text == dutch.replace("Wie {", "Voor wie {")


def test_a_moved_segment_needs_no_review(exchange: SimpleNamespace, stamped: Callable, translate: Callable) -> None:
    """It moves when the version is written for another reason."""
    dutch = stamped(DUTCH, ORIGINAL)
    changed = ORIGINAL.replace("- one\n- two\n\n", "").replace("## Who", "- one\n- two\n\n## Who")
    assert [unit.fuzzy for unit in exchange.units(changed, dutch)] == [False] * 9
    assert exchange.text(exchange.sent(changed, dutch), changed, dutch) == dutch
    text = exchange.text(translate(exchange.sent(changed, dutch), {"Who": "Voor wie"}), changed, dutch)
    moved = DUTCH.replace("\n\n* een\n* twee\n", "\n").replace("Wie {", "* een\n* twee\n\nVoor wie {")
    assert text == stamped(moved, changed)


@pytest.mark.parametrize("comment", ["<!-- note -->\n\n", "<!--\nlong\n\nnote -->\n\n"])
def test_comments_are_kept_and_never_translated(
    exchange: SimpleNamespace, stamped: Callable, translate: Callable, comment: str
) -> None:
    """Comments of the original and of the version both stay, and do not disturb matching."""
    dutch, changed = stamped(DUTCH, ORIGINAL), ORIGINAL.replace("## Who", f"{comment}## Who")
    assert exchange.sent(changed, dutch).count("fuzzy") == 0
    own = dutch.replace("Leraren", f"{comment}Leraren")
    text = exchange.text(translate(exchange.sent(changed, own), {"Who": "Voor wie"}), changed, own)
    assert text == own.replace("Wie {", "Voor wie {")


def test_a_removed_text_stays_and_is_reported(
    exchange: SimpleNamespace, stamped: Callable, translate: Callable
) -> None:
    """If its original is gone, an editor decides about it."""
    dutch, changed = stamped(DUTCH, ORIGINAL), ORIGINAL.replace("Teachers and\npupils.\n\n", "")
    taken = exchange.taken(translate(exchange.sent(changed, dutch), {"Who": "Voor wie"}), changed, dutch)
    assert [(p.name, p.location.path, p.location.line) for p in taken.problems] == [
        ("left-over-text", "surveys/a/nl.md", 11)
    ]
    assert b"Leraren en\nleerlingen." in taken.data


def test_an_older_export_is_imported_where_it_fits(
    exchange: SimpleNamespace, stamped: Callable, translate: Callable
) -> None:
    """Later changes of the original are reported; a translation counts as one of the older text."""
    dutch = stamped(DUTCH, ORIGINAL)
    po = translate(exchange.sent(ORIGINAL, dutch), {"Teachers and pupils.": "Leerkrachten.", "Who": "Voor wie"})
    now = ORIGINAL.replace("Teachers and", "Teachers or").replace("- one", "You.\n\n- one")
    taken = exchange.taken(po, now, dutch)
    assert [(p.name, p.location.path, p.location.line) for p in taken.problems] == [
        ("outdated-exchange", "nl.po", next(n for n, t in enumerate(po.split("\n"), 1) if "Leerkrachten" in t)),
        ("outdated-exchange", "surveys/a/en.md", 12),
    ]
    assert taken.data.decode() == dutch.replace("Wie {", "Voor wie {").replace(
        "Leraren en\nleerlingen.", "Leerkrachten."
    )


def test_later_edits_of_the_version_are_not_overwritten(
    exchange: SimpleNamespace, stamped: Callable, translate: Callable
) -> None:
    """They are reported; --force overwrites them."""
    dutch = stamped(DUTCH, ORIGINAL)
    po = translate(exchange.sent(ORIGINAL, dutch), {"Who": "Voor wie", "Teachers and pupils.": "Leerkrachten."})
    edited = dutch.replace("Leraren en", "Docenten en").replace("* een", "Vooraf.\n\n* een")
    taken = exchange.taken(po, ORIGINAL, edited)
    assert (names(taken), taken.counts) == (["edited-translation"], ImportCounts(1, 3, 0, 1))
    assert taken.data.decode() == edited.replace("Wie {", "Voor wie {")
    assert "Leerkrachten." in exchange.text(po, ORIGINAL, edited, force=True)
    assert "Docenten" not in exchange.text(po, ORIGINAL, edited, force=True)


def test_an_edited_title_of_a_link_is_not_overwritten(
    exchange: SimpleNamespace, stamped: Callable, translate: Callable
) -> None:
    """Words inside a link are protected too."""
    dutch = stamped(DUTCH, ORIGINAL)
    po = translate(exchange.sent(ORIGINAL, dutch), {"The plan": "Ons plan"})
    edited = dutch.replace("'Het plan'", "'Een plan'")
    assert exchange.text(po, ORIGINAL, dutch) == dutch.replace("'Het plan'", "'Ons plan'")
    assert exchange.text(po, ORIGINAL, edited) == edited


@pytest.mark.parametrize(
    ("target", "name"),
    [
        ("Leraren.\n\nLeerlingen.", "broken-translation"),
        ("# Leraren", "broken-translation"),
        ("> Leraren", "broken-translation"),
        ("- Leraren\n- Leerlingen", "broken-translation"),
        ("    Leraren", ""),
        ("Leraren ```", ""),
        ("<div>Leraren", "broken-translation"),
        ("```\nLeraren", "broken-translation"),
        ("[^1]: Leraren", "broken-translation"),
        ('Leraren <x id="1"/>', "broken-placeholder"),
        ("Leraren\u0007", "invalid-character"),
        ("Leraren & [leerlingen](../c/)", ""),
    ],
)
def test_a_translation_must_be_the_same_kind_of_block(
    exchange: SimpleNamespace, stamped: Callable, translate: Callable, target: str, name: str
) -> None:
    """If it would be another block, several or none, it is reported at its line and left out."""
    dutch = stamped(DUTCH, ORIGINAL)
    po = translate(exchange.sent(ORIGINAL, dutch), {"Teachers and pupils.": "TEXT", "Who": "Voor wie"})
    escaped = target.replace("\n", "\\n")
    po = po.replace('"TEXT"', f'"{escaped}"'.replace('id="1"', 'id=\\"1\\"'))
    returned, problems = parse_returned(po.encode(), "nl.po")
    if returned:
        document = read_version_document(ORIGINAL.encode(), "surveys/a/en.md")
        taken = import_result(returned, document, dutch.encode(), {})
        problems = taken.problems
        expected = dutch.replace("Wie {", "Voor wie {")
        assert (taken.data.decode() == expected) == bool(name)
    line = next(n for n, text in enumerate(po.split("\n"), 1) if escaped.replace('"', '\\"')[:7] in text)
    assert [(p.name, p.location.line) for p in problems] == ([(name, line)] if name else [])


@pytest.mark.parametrize(
    "title", ["no", "12:30", "a: b", "# x", "'q' \"d\"", "[x]", "- x", "true", "@x", "é\\n", "2026-01-01"]
)
def test_a_title_is_quoted_as_yaml_needs(exchange: SimpleNamespace, translate: Callable, title: str) -> None:
    """Whatever a translator writes, YAML reads it as text."""
    text = exchange.text(translate(exchange.sent(ORIGINAL), WORDS | {"A survey": title}), ORIGINAL)
    assert read_version_document(text.encode(), "surveys/a/nl.md").passages[0].text == title


def test_a_version_written_meanwhile_is_not_replaced(exchange: SimpleNamespace, translate: Callable) -> None:
    """Only --force replaces it."""
    po = translate(exchange.sent(ORIGINAL), WORDS)
    mine = "---\ntitle: Mijn\ntranslates: en\n---\n\nMijn tekst.\n"
    taken = exchange.taken(po, ORIGINAL, mine)
    assert (names(taken), taken.data) == (["unassigned-text"], None)
    assert "Mijn" not in exchange.text(po, ORIGINAL, mine, force=True)


def test_an_original_is_not_imported_into(exchange: SimpleNamespace, translate: Callable) -> None:
    """A version that has become an original is no translation any more."""
    taken = exchange.taken(translate(exchange.sent(ORIGINAL), WORDS), ORIGINAL, "---\ntitle: T\n---\n\nX.\n")
    assert (names(taken), taken.data) == (["unassigned-text"], None)


def test_a_file_without_contexts_is_understood(
    exchange: SimpleNamespace, stamped: Callable, translate: Callable
) -> None:
    """Some tools drop contexts and add header fields; equal messages are matched by their order."""
    twice = ORIGINAL + "\n## Who\n"
    dutch = stamped(DUTCH + "\n## Wie nog\n", twice)
    po = exchange.sent(twice, dutch).replace('msgstr "Wie nog"', 'msgstr "Wie verder"')
    bare = "\n".join(line for line in po.split("\n") if not line.startswith("msgctxt"))
    assert exchange.text(bare, twice, dutch) == dutch.replace("Wie nog", "Wie verder")
