"""The words that readers see, with their places."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from noticeboard.markdown.source_map.blocks import references, split
from noticeboard.markdown.source_map.visible_text import visible
from noticeboard.model import Location

PATH = "surveys/a/nl.md"
OBJECT = "\ufffc"


def words(text: str, lang: str = "nl") -> list[str]:
    """The visible words of each block, what ends running text as "|"."""
    blocks = split(text, PATH, 10)
    shown = (visible(block, lang, references(blocks)).text for block in blocks)
    return [" ".join(text.replace("\0", "|").split()) for text in shown]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Een *nieuwe* **en** ***mooie*** _school_", "Een nieuwe en mooie school"),
        ("snake_case en 3 * 4", "snake_case en 3 * 4"),
        ("De [vragenlijst](https://example.org/a_b_c) telt", "De vragenlijst telt"),
        ("tot []({deadline}).", f"tot {OBJECT}."),
        ("Noot[^1]. Met `code` erin", f"Noot{OBJECT}. Met {OBJECT} erin"),
        (
            "Zie https://example.org/a_b, of www.example.org. Of ann@example.org!",
            f"Zie {OBJECT}, of {OBJECT}. Of {OBJECT}!",
        ),
        ("Tom &amp; Jan \\*echt\\*", "Tom & Jan *echt*"),
        ("Regel<br>twee <!-- niets -->", "Regel twee"),
        ("*learning analytics*{lang=en} telt", f"{OBJECT} telt"),
        ('<span lang="en">learning *analytics*</span> telt', f"{OBJECT} telt"),
        ("[over ons](../about/){lang=nl} en [about](../about/){lang=en}", f"over ons en {OBJECT}"),
        ("Wie *mee*{.groot} doet", "Wie mee doet"),
    ],
)
def test_markup_leaves_nothing(text: str, expected: str) -> None:
    """Code, addresses and passages in another language are one object each."""
    assert words(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("## Wie *kan* meedoen {#wie}", "Wie kan meedoen"),
        ("Kop\n===", "Kop"),
        ("- een\n- twee", "een| twee"),
        ("> citaat\n> verder", "citaat verder"),
        ("| A | B |\n|---|---|\n| c | d |", "A | B c | d"),
        ('![wat te zien is](foto.jpg "Onderschrift"){credit="Ann"}', "wat te zien is"),
        ("Alinea\n{#eind}", "Alinea"),
        ("    code", ""),
        ("<div>rauw</div>", ""),
    ],
)
def test_block_markup_is_not_visible(text: str, expected: str) -> None:
    """Hashes, bullets, pipes and attribute lists leave nothing; items, cells and pictures are separate texts."""
    shown = words(text)[0].replace("|", " | ") if "|" in expected else words(text)[0].strip("|")
    assert " ".join(shown.replace(" | ", " ").split()) == " ".join(expected.replace("|", " ").split())


@pytest.mark.parametrize(
    ("text", "word", "line", "column"),
    [
        ("een twee\ndrie", "drie", 11, 1),
        ("**een** [twee](drie) vier", "vier", 10, 22),
        ("- een\n- [twee](x) drie", "drie", 11, 13),
        ("## Kop {#x}", "Kop", 10, 4),
        ("&nbsp;een *twee*", "twee", 10, 12),
        ("| A | B |\n|---|---|\n| c | *d* |", "d", 12, 8),
    ],
)
def test_every_word_has_its_place(text: str, word: str, line: int, column: int) -> None:
    """It is that of its first character in the file, whatever markup is before it."""
    shown = visible(split(text, PATH, 10)[0], "nl")
    assert shown.location(shown.text.index(word)) == Location(PATH, line, column)


@given(st.text(alphabet="ab *_`[](){}<>&;\\\n|#->.!^:/=\"'é0", max_size=80))
def test_every_letter_is_at_its_place(text: str) -> None:
    """In any text."""
    rows = text.split("\n")
    for block in split(text, PATH):
        shown = visible(block, "nl")
        for offset, character in enumerate(shown.text):
            location = shown.location(offset)
            if character in "abé0":
                assert rows[location.line - 1][location.column - 1] == character
