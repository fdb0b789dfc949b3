"""The content of an export: sources, existing translations, marks, remarks and header."""

from __future__ import annotations

import gettext
import io
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from noticeboard.exchange.version_document import read_version_document

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from types import SimpleNamespace

    from noticeboard.exchange.units import Unit

ORIGINAL = """\
---
title: A survey
summary: Who, what and why.
---

The lead, with [a link](../b/ "The plan").

## Who

Teachers.

## How

Answer the *questions*.
"""
DUTCH = """\
---
title: Een enquête
translates: {language: en, digest: "STAMP"}
---

De inleiding, met [een link](../b/nl.md "Het plan").

## Wie

Leraren.

## Hoe

Beantwoord de vragen.
"""


def shown(units: tuple[Unit, ...]) -> list[tuple[str, str, str]]:
    """The source, translation and state of each unit to translate."""
    return [(unit.source, unit.target, unit.how) for unit in units if unit.source]


def test_a_translation_is_filled_in_where_it_belongs(exchange: SimpleNamespace, stamped: Callable) -> None:
    """Each segment of a current version is the translation of its original; missing ones are empty."""
    assert shown(exchange.units(ORIGINAL, stamped(DUTCH, ORIGINAL))) == [
        ("A survey", "Een enquête", "same"),
        ("Who, what and why.", "", ""),
        ('The lead, with <g id="1">a link</g>.', 'De inleiding, met <g id="1">een link</g>.', "same"),
        ("The plan", "Het plan", "same"),
        ("Who", "Wie", "same"),
        ("Teachers.", "Leraren.", "same"),
        ("How", "Hoe", "same"),
        ("Answer the *questions*.", "Beantwoord de vragen.", "same"),
    ]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("Teachers.", "All teachers.", [("Who", "Wie", "same"), ("All teachers.", "Leraren.", "changed")]),
        (
            "Teachers.",
            "Teachers.\n\nYou.",
            [("Who", "Wie", "same"), ("Teachers.", "Leraren.", "same"), ("You.", "", "")],
        ),
        ("Teachers.", "You.\n\nAll of you.", [("Who", "Wie", "same"), ("You.", "", ""), ("All of you.", "", "")]),
        ("Teachers.", "- Teachers", [("Who", "Wie", "same"), ("- Teachers", "", "")]),
        ("## Who\n\nTeachers.\n\n", "", []),
    ],
)
def test_what_changed_is_marked_and_what_is_not_sure_is_empty(
    exchange: SimpleNamespace, stamped: Callable, old: str, new: str, expected: list
) -> None:
    """A reworded segment keeps its old translation, marked; if several could belong to it, it gets none."""
    found = shown(exchange.units(ORIGINAL.replace(old, new), stamped(DUTCH, ORIGINAL)))
    start = next(n for n, unit in enumerate(found) if unit[0] == "How") - len(expected)
    assert found[start : start + len(expected)] == expected


def test_history_decides_which_of_two_texts_was_reworded(exchange: SimpleNamespace, stamped: Callable) -> None:
    """With the previous text in git, the old translation goes to the most similar new text."""
    changed = ORIGINAL.replace("Teachers.", "Head teachers too.\n\nThe teachers and pupils of schools.")
    original = ORIGINAL.replace("Teachers.", "The teachers of schools.")
    then = read_version_document(original.encode(), "surveys/a/en.md")
    before = dict(zip(then.digests, (p.text for p in then.passages), strict=True))
    knowing = exchange.knowing(before)
    found = knowing.units(changed, stamped(DUTCH, original))
    unit = next(unit for unit in found if unit.target == "Leraren.")
    assert (unit.source, unit.how, unit.previous) == (
        "The teachers and pupils of schools.",
        "changed",
        "The teachers of schools.",
    )
    assert '#| msgid "The teachers of schools."\n' in knowing.sent(changed, stamped(DUTCH, original))


@pytest.mark.parametrize(
    ("now", "how"), [("The teachers went home.", "changed"), ("The pupils went home.", "")], ids=["half", "less"]
)
def test_a_text_with_half_its_words_is_the_reworded_one(
    exchange: SimpleNamespace, stamped: Callable, now: str, how: str
) -> None:
    """A text with two of four words is the new form of the old one; one word is not enough."""
    original = ORIGINAL.replace("Teachers.", "The teachers of schools.")
    then = read_version_document(original.encode(), "surveys/a/en.md")
    knowing = exchange.knowing(dict(zip(then.digests, (p.text for p in then.passages), strict=True)))
    changed = original.replace("The teachers of schools.", f"Something new altogether here.\n\n{now}")
    found = next(unit for unit in knowing.units(changed, stamped(DUTCH, original)) if unit.source == now)
    assert (found.target, found.how) == ("Leraren." if how else "", how)


def test_reworded_texts_keep_their_order(exchange: SimpleNamespace, stamped: Callable) -> None:
    """If two reworded texts also changed places, the second gets no translation."""
    original = ORIGINAL.replace("Teachers.", "The teachers of schools.\n\nThe pupils of classes.")
    dutch = DUTCH.replace("Leraren.", "Leraren.\n\nLeerlingen.")
    then = read_version_document(original.encode(), "surveys/a/en.md")
    knowing = exchange.knowing(dict(zip(then.digests, (p.text for p in then.passages), strict=True)))
    new = "The pupils of all classes.\n\nNew.\n\nThe teachers of all schools."
    changed = original.replace("The teachers of schools.\n\nThe pupils of classes.", new)
    found = {unit.source: unit.target for unit in knowing.units(changed, stamped(dutch, original))}
    assert [found[text] for text in new.split("\n\n")] == ["", "", "Leraren."]


def test_a_moved_segment_keeps_its_translation(exchange: SimpleNamespace, stamped: Callable) -> None:
    """The translation needs a look, but no new work."""
    moved = ORIGINAL.replace("Teachers.\n\n", "") + "\nTeachers.\n"
    assert ("Teachers.", "Leraren.", "moved") in shown(exchange.units(moved, stamped(DUTCH, ORIGINAL)))


@pytest.mark.parametrize(
    "dutch", [DUTCH.replace("Leraren.\n", "Leraren.\n\nEn u.\n"), DUTCH.replace("Leraren.", "- Leraren")]
)
def test_a_version_of_another_shape_is_not_guessed_at(exchange: SimpleNamespace, stamped: Callable, dutch: str) -> None:
    """If its blocks cannot be the stamped ones, only the front matter is matched."""
    found = shown(exchange.units(ORIGINAL, stamped(dutch, ORIGINAL)))
    assert [target for _, target, _ in found if target] == ["Een enquête"]


def test_without_a_stamp_everything_needs_review(exchange: SimpleNamespace) -> None:
    """Blocks of the same shape are matched, but nobody has confirmed the translations."""
    found = exchange.units(ORIGINAL, DUTCH.replace('{language: en, digest: "STAMP"}', "en"))
    assert [(unit.target, unit.fuzzy) for unit in found if unit.kind == "heading"] == [("Wie", True), ("Hoe", True)]


def test_in_a_draft_the_originals_words_are_not_translated(exchange: SimpleNamespace, stamped: Callable) -> None:
    """Words that `noticeboard translate` copied are untranslated; in a published version they are a translation."""
    draft = stamped(DUTCH, ORIGINAL).replace("## Wie", "## Who")
    targets = [
        [unit.target for unit in exchange.units(ORIGINAL, text) if unit.source == "Who"]
        for text in (draft, draft.replace("---\n\n", "status: draft\n---\n\n"))
    ]
    assert targets == [["Who"], [""]]


def test_translators_get_the_context_they_need(exchange: SimpleNamespace) -> None:
    """Each unit says what it is, how long it may be, what placeholders mean, and where it is."""
    text = exchange.sent(ORIGINAL)
    assert "#. The title, at most 110 characters.\n#: surveys/a/en.md:2\n" in text
    assert '#. <g id="1">…</g>: a link to ../b/\n#: surveys/a/en.md:6\n' in text
    assert '#. The title of the link or picture <g id="1"> in the message above.\n' in text


def test_every_message_has_a_unique_context(exchange: SimpleNamespace) -> None:
    """Equal words in several places are several messages, and contexts stay when texts are inserted."""
    twice = ORIGINAL.replace("## How", "## Who")
    contexts = [str(m.context) for m in read_po(io.StringIO(exchange.sent(twice))) if m.id]
    more = [
        m.context for m in read_po(io.StringIO(exchange.sent(twice.replace("Teachers.", "You.\n\nTeachers.")))) if m.id
    ]
    assert len(contexts) == len(set(contexts))
    assert [context for context in more if context in contexts] == contexts


def test_gettexts_own_tools_read_it(exchange: SimpleNamespace, stamped: Callable, tmp_path: Path) -> None:
    """Another reader of PO files, and one of compiled catalogues, find the same translations."""
    path = tmp_path / "nl.po"
    path.write_text(exchange.sent(ORIGINAL, stamped(DUTCH, ORIGINAL)), encoding="utf-8")
    compiled = io.BytesIO()
    write_mo(compiled, read_po(io.BytesIO(path.read_bytes()), abort_invalid=True))
    compiled.seek(0)
    translations = gettext.GNUTranslations(compiled)
    context = next(str(m.context) for m in read_po(io.BytesIO(path.read_bytes())) if m.id == "Who")
    assert translations.pgettext(context, "Who") == "Wie"
    if msgfmt := shutil.which("msgfmt"):
        done = subprocess.run((msgfmt, "-c", "-o", "-", str(path)), capture_output=True, check=False, timeout=600)
        assert done.returncode == 0, done.stderr


def test_the_same_export_has_the_same_bytes(exchange: SimpleNamespace, stamped: Callable) -> None:
    """The file has no date, no person's name and no random order."""
    assert exchange.sent(ORIGINAL, stamped(DUTCH, ORIGINAL)) == exchange.sent(ORIGINAL, stamped(DUTCH, ORIGINAL))
