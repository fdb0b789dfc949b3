"""Mistakes of grammar that programs make and people do not, each with the languages in which it can happen."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

ROOT = Path(__file__).resolve().parents[2]
NUMBER = r"[\s\u00a0]%\((?:num|total|count|number|shown|found)\)s"
VOCALISED = {
    "cs": "[szvk]e?",
    "hr": "[sk]a?",
    "pl": "[zw]e?",
    "sk": "[szvk][oe]?",
    "sl": "[szkh]",
}
"""Prepositions whose form depends on how the number is read: z 2, ze 3 (cs); s 5, z 10 (sl)."""
SMALL = {
    "et": r"Te(?:ie|il|id|ilt|ile|iega)?",
    "lt": r"J(?:ūs\w*|ums|umis)",
    "lv": r"J(?:ūs\w*|ums)",
    "fi": r"Te(?:idän|ille|iltä)?",
}
CAPITAL = {"bg": r"(?:вие|вас|вам|ваш\w*)"}


def messages(lang: str) -> list[str]:
    """All translations of the interface."""
    with (ROOT / "theme" / "translations" / f"{lang}.po").open("rb") as file:
        found = [m.string if isinstance(m.string, tuple) else (m.string,) for m in read_po(file) if m.id]
    return [form for forms in found for form in forms]


def texts(lang: str) -> list[str]:
    """The interface and the texts of the example."""
    files = sorted((ROOT / "content").rglob(f"{lang}.md"))
    return [*messages(lang), *(path.read_text(encoding="utf-8") for path in files)]


@pytest.mark.parametrize("lang", VOCALISED)
def test_no_preposition_depends_on_a_number(lang: str) -> None:
    """No message has a word before a number whose form depends on the number."""
    pattern = re.compile(rf"(?<!\w)(?:{VOCALISED[lang]}){NUMBER}", re.IGNORECASE)
    assert [text for text in messages(lang) if pattern.search(text)] == []


@pytest.mark.parametrize("lang", SMALL)
def test_the_reader_is_addressed_with_a_small_letter(lang: str) -> None:
    """Within a sentence the pronoun for the reader is in lower case, as the glossary says."""
    pattern = re.compile(rf"(?<=[\w,;] ){SMALL[lang]}(?!\w)")
    assert [text for text in texts(lang) if pattern.search(text)] == []


@pytest.mark.parametrize("lang", CAPITAL)
def test_the_reader_is_addressed_with_a_capital(lang: str) -> None:
    """The polite pronoun begins with a capital, as the glossary says."""
    pattern = re.compile(rf"(?<!\w){CAPITAL[lang]}(?!\w)")
    assert [text for text in texts(lang) if pattern.search(text)] == []


def test_swedish_pupils_learn() -> None:
    """Teachers “lära”, learners “lära sig”."""
    files = [path for path in sorted((ROOT / "content").rglob("*")) if path.suffix in (".md", ".yml")]
    said = "\n".join(path.read_text(encoding="utf-8") for path in files)
    assert re.findall(r"(?<!sig )att lära(?! sig)(?!\w)", said) == []


@pytest.mark.parametrize("folder", ["theme/translations", "plugins/noticeboard/messages"])
def test_millions_of_things_take_a_preposition_in_french(folder: str) -> None:
    """The form for 1 000 000 has "de": "1 000 000 de mots"."""
    with (ROOT / folder / "fr.po").open("rb") as file:
        many = [m.string[1] for m in read_po(file) if isinstance(m.string, tuple)]
    assert many != []
    assert [text for text in many if not re.search(r"\}s? d(?:e |\u2019)|\)s d(?:e |\u2019)", text)] == []
