"""Sentences as people type them come out as they should be set; both were written by hand, before the rules.

A file of tests/languages/sentences holds pairs of lines for the language that it is named after: what is typed, and
what is right. There _ stands for a no-break space, ~ for a narrow one.
"""

# These tests are about marks of many languages.
# ruff: noqa: RUF001

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from noticeboard.languages.language_data import OFFICIAL, language_data
from noticeboard.languages.tables import entry
from noticeboard.languages.typography import set_typography
from noticeboard.markdown.render.typography_extension import typeset_text

FOLDER = Path(__file__).parent / "sentences"
FILES = sorted(FOLDER.glob("*.txt"))
TAGS = [path.stem for path in FILES]
SPACES = " \u00a0\u202f\u2009\u2060"
DASHES, ELLIPSIS = "–—", "…"
QUOTES = "“”„«»‘‚’‹›「」『』"
TYPED = {
    **dict.fromkeys(QUOTES, "[\"']"),
    **dict.fromkeys("’′", "'"),
    "’": "[\"']",
    **dict.fromkeys(DASHES, "--?"),
    "−": "-",
    ELLIPSIS: r"\.{3}",
}
"""For each mark, a pattern of what may have been typed."""
PIECES = ("a", "b1", "2", "É", "ß", "я", "王", "'", '"', " ", "\u00a0", ".", ",", ":", "!", "%", "€", "(", ")")
TEXTS = st.lists(st.sampled_from((*PIECES, "-", " - ", " -- ", " -, ", "...", " ... ", "5 - 3", ". ")), max_size=24)


def pairs(path: Path) -> list[list[str]]:
    """The pairs of a file."""
    return [block.split("\n") for block in path.read_text(encoding="utf-8").strip().split("\n\n")]


def shown(text: str) -> str:
    """The text with spaces as in the files, without word joiners (test_spacing.py)."""
    return text.replace("\u00a0", "_").replace("\u202f", "~").replace("\u2060", "")


@pytest.mark.parametrize("path", FILES, ids=TAGS)
def test_sentences_are_set_right(path: Path) -> None:
    """Typography gives the expected sentence, and a second time changes nothing."""
    typed = [pair[0] for pair in pairs(path)]
    once = [typeset_text(text, path.stem) for text in typed]
    assert [shown(text) for text in once] == [pair[1] for pair in pairs(path)]
    assert [typeset_text(text, path.stem) for text in once] == once


def test_every_official_language_has_thirty() -> None:
    """The 24 official languages have about thirty sentences each."""
    assert {tag for tag in OFFICIAL if len(pairs(FOLDER / f"{tag}.txt")) < 30} == set()


@settings(max_examples=500)
@given(st.sampled_from(TAGS), TEXTS.map("".join))
def test_letters_and_marks_stay_what_they_are(tag: str, text: str) -> None:
    """Letters, digits and other marks stay; spaces may change; a mark changes only as the table allows."""
    before, after = (re.sub(f"[{SPACES}]", "", t) for t in (text, set_typography(text, tag)))
    assert re.fullmatch("".join(f"(?:{re.escape(a)}|{TYPED.get(a, re.escape(a))})" for a in after), before)


@given(st.sampled_from((*TAGS, "qaa")), TEXTS.map("".join))
def test_dashes_and_ellipses_come_from_the_tables(tag: str, text: str) -> None:
    """A language gets those of its tables and no others."""
    own = entry("typography", tag)
    allowed = {own.get("dash"), language_data(tag).dash, ELLIPSIS if own.get("ellipsis") else None}
    once = set_typography(text, tag)
    assert set(once) & {*DASHES, ELLIPSIS} <= allowed
    assert set_typography(once, tag) == once


ALONE = {
    "en": ["a - b = c", "5 - 3 = 2", "10 - 20", "- item", "COVID - 19", ".../x and ../y", "1...5", "wait....", "a - B"],
    "de": ["28.2.2027 - 5.3.2027", "9 - 12 Uhr", "- 5 und", "--", "…", "word\n- next"],
    "es": ["Madrid - Sevilla - Cádiz", "Encuesta - Resultados", "- uno - dos", "los sufijos -mente y -ción"],
    "zh": ["学校 - 学生...", "a - b ..."],
    "qaa": ["word - word - word", "word..."],
}


@pytest.mark.parametrize(("tag", "text"), [(tag, text) for tag, texts in ALONE.items() for text in texts])
def test_hyphens_that_may_be_no_dash_stay(tag: str, text: str) -> None:
    """Bullets, differences, ranges, paths and lists; also all hyphens of languages without a table."""
    assert typeset_text(text, tag) == text
