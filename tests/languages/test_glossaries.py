"""The glossaries in docs/languages: what a concept is called in each language, and is called nowhere otherwise.

Looked through are the interface, the program's messages, the terms and the texts of the example. A word matches at its
beginning, in any case and with any ending.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
import yaml
from babel.messages.pofile import read_po

from noticeboard.languages.language_data import OFFICIAL, language_data
from noticeboard.languages.tables import entry

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "docs" / "languages"
ROW = re.compile(r"^\| ([^|]+) \| ([^|]+) \| ([^|]+) \|$", re.MULTILINE)
PHRASE = re.compile(r"^\| ([^|]+) \| [^|]+ \|$", re.MULTILINE)
INTERFACE = " (interface)"
KEYS = re.compile(r"`[^`]*`|\{[^}]*\}|%\(\w+\)s|^\w+:|\b\w+: \S*\.\.\.|https?://\S+", re.MULTILINE)
HEADINGS = [
    *("## Words", "## Phrases", "## Register", "## Typography", "## Sources"),
    *(f"## Changes of the {which} review" for which in ("first", "second", "third")),
]


@cache
def rows(lang: str) -> dict[str, tuple[str, tuple[str, ...]]]:
    """For each concept, its word and the words that are not used for it."""
    found = ROW.findall((FOLDER / f"{lang}.md").read_text(encoding="utf-8"))[1:]
    return {concept: (word, tuple(other.split(", "))) for concept, word, other in found if concept != "---"}


@cache
def texts(lang: str) -> dict[str, str]:
    """All texts of a language for readers and editors, by place, without addresses, keys and code."""
    found = {}
    for folder in ("theme/translations", "plugins/noticeboard/messages"):
        path = ROOT / folder / f"{lang}.po"
        if path.exists():
            with path.open("rb") as file:
                messages = [m.string if isinstance(m.string, tuple) else (m.string,) for m in read_po(file) if m.id]
            found[str(path.relative_to(ROOT))] = "\n".join(form for forms in messages for form in forms)
    for path in sorted((ROOT / "content").rglob("*.yml")):
        values = labels(yaml.safe_load(path.read_text(encoding="utf-8")), lang)
        found[str(path.relative_to(ROOT))] = "\n".join(values)
    for path in sorted((ROOT / "content").rglob(f"{lang}.md")):
        found[str(path.relative_to(ROOT))] = path.read_text(encoding="utf-8")
    return {where: plain(KEYS.sub(" ", text)) for where, text in found.items()}


def labels(value: object, lang: str) -> list[str]:
    """The texts of that language in a file of YAML."""
    if isinstance(value, dict):
        own = [value[lang]] if isinstance(value.get(lang), str) else []
        return own + [text for inner in value.values() for text in labels(inner, lang)]
    return [text for inner in value for text in labels(inner, lang)] if isinstance(value, list) else []


def words_like(word: str, text: str) -> list[str]:
    """The places where a text has the word with any ending."""
    pattern = rf"(?<![\w/]){re.escape(word)}\w*+(?!/)"
    return re.findall(pattern, text, re.IGNORECASE)


def plain(text: str) -> str:
    """The text with straight apostrophes and ordinary spaces."""
    return text.replace("\u2019", "'").replace("\u00a0", " ").replace("\u202f", " ")


@pytest.mark.parametrize("lang", OFFICIAL)
def test_one_thing_has_one_name(lang: str) -> None:
    """No word that a glossary rejects is used in its language."""
    refused = [
        (where, concept, found)
        for concept, (_, others) in rows(lang).items()
        for other in others
        for where, text in texts(lang).items()
        if (found := words_like(other.replace("\u2019", "'"), text))
    ]
    assert refused == []


def phrases(lang: str) -> list[str]:
    """Phrases of a language that a reader criticised."""
    found = PHRASE.findall((FOLDER / f"{lang}.md").read_text(encoding="utf-8"))
    return [phrase for phrase in found if phrase not in ("---", "Instead of")]


def in_any_case(phrase: str) -> str:
    """The pattern of a phrase with a small or capital first letter."""
    return f"[{phrase[0].lower()}{phrase[0].upper()}]{re.escape(phrase[1:])}"


@pytest.mark.parametrize("lang", OFFICIAL)
def test_no_fault_comes_back(lang: str) -> None:
    """No criticised phrase is in the language again (or, if it says so, in its interface)."""
    refused = [
        (where, phrase)
        for phrase in phrases(lang)
        for where, text in texts(lang).items()
        if where.startswith("theme/") or not phrase.endswith(INTERFACE)
        if re.search(rf"(?<!\w){in_any_case(plain(phrase.removesuffix(INTERFACE)))}(?!\w)", text)
    ]
    assert phrases(lang) != []
    assert refused == []


@pytest.mark.parametrize("lang", OFFICIAL)
def test_the_words_chosen_are_used(lang: str) -> None:
    """Every word of a glossary is used in its language, so that no entry is obsolete."""
    said = "\n".join(texts(lang).values())
    stems = {concept: word.replace("\u2019", "'").split()[0][:-2] for concept, (word, _) in rows(lang).items()}
    assert [concept for concept, stem in stems.items() if not words_like(stem, said)] == []


@pytest.mark.parametrize("lang", OFFICIAL)
def test_a_glossary_says_how_its_language_is_written(lang: str) -> None:
    """Each has the same parts and concepts as all others."""
    text = (FOLDER / f"{lang}.md").read_text(encoding="utf-8")
    assert re.findall("^## .*$", text, re.MULTILINE) == HEADINGS
    assert list(rows(lang)) == list(rows("en"))


@pytest.mark.parametrize("lang", OFFICIAL)
def test_a_glossary_agrees_with_the_tables(lang: str) -> None:
    """On quotation marks, dash and ellipsis."""
    text = (FOLDER / f"{lang}.md").read_text(encoding="utf-8").partition("## Typography")[2].partition("## ")[0]
    opening, closing, inner, end = language_data(lang).quotes
    assert re.search(rf"{opening}\s?…\s?{closing} with {inner}…{end} inside", text)
    assert f"{entry('typography', lang)['dash']} " in text
    assert "… for three full stops" in text
