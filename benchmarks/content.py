"""A corpus as Noticeboard's content folder: platform.yml, vocabularies and one file per language version."""

from __future__ import annotations

from typing import TYPE_CHECKING

import yaml

from benchmarks.corpus import DEFAULT_LANGUAGE, VOCABULARIES
from benchmarks.words import label

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from benchmarks.corpus import Announcement, Corpus, Version

PLATFORM = {"name": 1, "tagline": 5, "publisher": 2, "notice": 8}
"""For each key of platform.yml, how many words its text has."""

CONTACT, PRIVACY = "https://example.org/contact", "https://example.org/privacy"


def write_content(corpus: Corpus, folder: Path) -> None:
    """Writes the whole corpus to the folder, which is created if need be."""
    _write_yaml(folder / "platform.yml", platform(corpus.languages))
    for name, terms in VOCABULARIES.items():
        labels = {term: {"labels": term_labels(name, term, corpus.languages)} for term in terms}
        _write_yaml(folder / "vocabularies" / f"{name}.yml", labels)
    for item in corpus.announcements:
        (folder / item.kind / item.name).mkdir(parents=True)
    for item, version in corpus.texts():
        text_path(folder, item, version.lang).write_text(_text(item, version), "utf-8", newline="\n")


def text_path(folder: Path, item: Announcement, lang: str) -> Path:
    """The path of a language version in a content folder."""
    return folder / item.kind / item.name / f"{lang}.md"


def platform(languages: Iterable[str]) -> dict[str, object]:
    """The content of platform.yml."""
    tags = list(languages)
    texts = {key: {lang: label(lang, 0, length) for lang in tags} for key, length in PLATFORM.items()}
    return {
        **texts,
        "contact": CONTACT,
        "privacy": PRIVACY,
        "languages": tags,
        "default_language": DEFAULT_LANGUAGE,
    }


def term_labels(vocabulary: str, term: str, languages: Iterable[str]) -> dict[str, str]:
    """A term's label in each language; no two terms have the same label."""
    every = [(name, known) for name, terms in VOCABULARIES.items() for known in terms]
    number = every.index((vocabulary, term))
    return {lang: label(lang, number) for lang in languages}


def _write_yaml(path: Path, value: object) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(yaml.safe_dump(value, allow_unicode=True, sort_keys=False), "utf-8", newline="\n")


def _text(item: Announcement, version: Version) -> str:
    facts = {
        "title": version.title,
        "summary": _quoted(version.summary),
        "translates": "" if version.lang == DEFAULT_LANGUAGE else DEFAULT_LANGUAGE,
        "published": item.published,
        "deadline": item.deadline or "",
        "survey": item.survey(),
        "results_of": item.results_of,
        **{name: f"[{', '.join(ids)}]" for name, ids in item.terms},
    }
    head = "".join(f"{key}: {value}\n" for key, value in facts.items() if value)
    return f"---\n{head}---\n\n{version.body}"


def _quoted(text: str) -> str:
    """The text as a quoted YAML scalar, which can only be read as text."""
    return "'" + text.replace("'", "''") + "'"
