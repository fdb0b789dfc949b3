"""Paragraphs that a translator splits or joins with a mark in the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from exchange_texts import DUTCH, ENGLISH, FILE, original, stamped_with
from hypothesis import given

from noticeboard.exchange.version_document import read_version_document
from noticeboard.markdown.segments.paragraph_breaks import regrouped
from noticeboard.markdown.source_map.blocks import split
from noticeboard.site.segment_texts import segmented

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import SimpleNamespace

ORIGINAL = """\
---
title: A survey
---

Take [part](../b/) now. It is [short](../c/).

Answer by Friday.

## Who

All teachers.
"""
NEW = {
    "A survey": "Een enquete",
    'Take <g id="1">part</g> now. It is <g id="2">short</g>.': (
        'Doe <g id="1">mee</g>. <split/> De enquete is <g id="2">kort</g>.'
    ),
    "Answer by Friday.": "Antwoord voor vrijdag.",
    "Who": "Wie",
    "All teachers.": "Alle leraren.",
}
JOINED = {**NEW, "Answer by Friday.": "<join/> Antwoord voor vrijdag."}
SPLIT_BODY = """\
Doe [mee](../b/).

<!-- split -->

De enquete is [kort](../c/).

Antwoord voor vrijdag.

## Wie

Alle leraren.
"""
JOINED_BODY = SPLIT_BODY.replace(".\n\nAntwoord", ".<!-- join --> Antwoord")


def body(text: str) -> str:
    """The text below the front matter."""
    return text.split("---\n\n", 1)[1]


@pytest.mark.parametrize(("words", "wanted"), [(NEW, SPLIT_BODY), (JOINED, JOINED_BODY)], ids=["split", "joined"])
def test_a_marked_translation_is_split_or_joined(
    exchange: SimpleNamespace, translate: Callable, words: dict[str, str], wanted: str
) -> None:
    """The version has other paragraphs, every segment is current, and the next export shows the marks."""
    version = exchange.text(translate(exchange.sent(ORIGINAL), words), ORIGINAL)
    assert body(version) == wanted
    found = exchange.units(ORIGINAL, version)
    assert {unit.source: unit.target for unit in found} == words
    assert {unit.how for unit in found} == {"same"}
    assert exchange.taken(exchange.sent(ORIGINAL, version), ORIGINAL, version).data == version.encode()


@pytest.mark.parametrize(
    ("before", "after", "wanted"),
    [
        (NEW, JOINED, JOINED_BODY),
        (JOINED, NEW, SPLIT_BODY),
        (NEW, {**NEW, "Who": "Voor wie"}, SPLIT_BODY.replace("Wie", "Voor wie")),
        (JOINED, {**JOINED, "Answer by Friday.": "<join/>Antwoord nu."}, JOINED_BODY.replace("voor vrijdag", "nu")),
        (
            NEW,
            {
                **NEW,
                next(iter(NEW.keys() - {"A survey", "Answer by Friday.", "Who", "All teachers."})): (
                    'Doe <g id="1">mee</g>. De enquete is <g id="2">kort</g>.'
                ),
            },
            SPLIT_BODY.replace("\n\n<!-- split -->\n\n", " "),
        ),
    ],
    ids=["joined later", "parted again", "another block", "the joined one", "made whole again"],
)
def test_a_later_import_may_change_it(
    exchange: SimpleNamespace, translate: Callable, before: dict[str, str], after: dict[str, str], wanted: str
) -> None:
    """Marks can be changed later, and everything else stays."""
    version = exchange.text(translate(exchange.sent(ORIGINAL), before), ORIGINAL)
    again = exchange.text(translate(exchange.sent(ORIGINAL, version), after), ORIGINAL, version)
    assert body(again) == wanted


@pytest.mark.parametrize(
    ("source", "target", "message"),
    [
        ("Who", "Wie <split/> dan", "Only a paragraph can be split or joined: <split/>."),
        ("A survey", "<join/>Een enquete", "Only a paragraph can be split or joined: <join/>."),
        ("All teachers.", "<split/> Alle leraren.", "The mark <split/> has no words on one of its sides."),
        ("All teachers.", "Alle <join/> leraren.", "The mark <join/> can only be the first word of a translation."),
        (
            "All teachers.",
            "<join/> Alle leraren.",
            "In the text, this translation would run together with the words beside it.",
        ),
    ],
)
def test_a_misplaced_mark_is_reported(
    exchange: SimpleNamespace, translate: Callable, source: str, target: str, message: str
) -> None:
    """The problem has its line; the other messages are imported."""
    taken = exchange.taken(translate(exchange.sent(ORIGINAL), {**NEW, source: target}), ORIGINAL)
    assert [p.full_message for p in taken.problems if p.severity == "error"] == [message]
    assert taken.data is not None
    assert target not in taken.data.decode()


def test_a_translation_with_marks_in_comments_has_the_segments_of_its_original() -> None:
    """States, `diff` and checks of the structure see these segments."""
    data = f"---\ntitle: T\ntranslates: en\n---\n\n{JOINED_BODY}".encode()
    kinds = [piece.passage.kind for piece in segmented(data)]
    assert kinds == ["title", "paragraph", "paragraph", "heading", "paragraph"]
    assert [passage.kind for passage in read_version_document(data, DUTCH).passages] == kinds
    plain = data.replace(b"translates: en\n", b"")
    assert len(segmented(plain)) == len(kinds)


@given(FILE)
def test_texts_without_marks_are_not_regrouped(data: bytes) -> None:
    """Regrouping needs a mark, and a mark changes no character."""
    text = data.decode("utf-8-sig")
    blocks = split(text, "")
    assert regrouped(blocks, text) == (blocks, frozenset())
    source = original(data)
    document = read_version_document(stamped_with(data, source), DUTCH)
    assert len(document.digests) == len(read_version_document(source, ENGLISH).digests)


def test_a_misplaced_mark_beside_untranslated_words_is_reported(exchange: SimpleNamespace, translate: Callable) -> None:
    """The draft has the original's words there, and they are not the cause."""
    words = {"A survey": "Een enquete", "All teachers.": "<join/> Alle leraren."}
    taken = exchange.taken(translate(exchange.sent(ORIGINAL), words), ORIGINAL)
    assert [p.name for p in taken.problems if p.severity == "error"] == ["broken-translation"]
    assert taken.data is not None
    assert b"Een enquete" in taken.data
    assert b"<join/>" not in taken.data
