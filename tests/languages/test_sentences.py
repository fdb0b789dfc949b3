"""Sentences as people type them come out as they should be set; both were written by hand, before the rules.

A file of tests/languages/sentences holds pairs of lines for the language that it is named after: what is typed, and
what is right. There _ stands for a no-break space, ~ for a narrow one.
"""

# Marks of many languages are the subject.
# ruff: noqa: RUF001

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from noticeboard.languages.language_data import OFFICIAL
from noticeboard.languages.typography import set_typography
from noticeboard.markdown.render.typography_extension import typeset_text

FOLDER = Path(__file__).parent / "sentences"
FILES = sorted(FOLDER.glob("*.txt"))
TAGS = [path.stem for path in FILES]
SPACES = " \u00a0\u202f\u2009"
MAY_BECOME = {
    '"': '"“”„«»‘‚’‹›「」『』',
    "'": "'’′‘‚“”„«»‹›「」『』",
    "-": "-–−",
}
"""What a mark may become: a straight mark a quotation mark, an apostrophe or a prime, a hyphen a dash or a minus."""


def pairs(path: Path) -> list[list[str]]:
    """The pairs of a file."""
    return [block.split("\n") for block in path.read_text(encoding="utf-8").strip().split("\n\n")]


def shown(text: str) -> str:
    """The text with its spaces as the files have them."""
    return text.replace("\u00a0", "_").replace("\u202f", "~")


@pytest.mark.parametrize("path", FILES, ids=TAGS)
def test_sentences_are_set_right(path: Path) -> None:
    """Every sentence of a language comes out as its reader expects it, and setting it again changes nothing."""
    typed = [pair[0] for pair in pairs(path)]
    once = [typeset_text(text, path.stem) for text in typed]
    assert [shown(text) for text in once] == [pair[1] for pair in pairs(path)]
    assert [typeset_text(text, path.stem) for text in once] == once


def test_every_official_language_has_thirty() -> None:
    """The 24 official languages have about thirty sentences each."""
    assert {tag for tag in OFFICIAL if len(pairs(FOLDER / f"{tag}.txt")) < 30} == set()


@given(st.sampled_from(TAGS), st.text(alphabet="ab12É'\"-.,: ;!?%€()sβя王", max_size=40))
def test_letters_and_marks_stay_what_they_are(tag: str, text: str) -> None:
    """Letters, digits and other marks stay in any text; spaces come and go; a mark changes only as the table allows."""
    before, after = (re.sub(f"[{SPACES}]", "", t) for t in (text, set_typography(text, tag)))
    assert len(before) == len(after)
    assert [(a, b) for a, b in zip(before, after, strict=True) if b not in MAY_BECOME.get(a, a)] == []
