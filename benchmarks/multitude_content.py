"""Content folders with few or many of one thing; everything else is the same."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random
from typing import TYPE_CHECKING

import yaml

from benchmarks.content import text_path, write_content
from benchmarks.corpus import DEFAULT_LANGUAGE, make_corpus
from benchmarks.shapes import filled, plain_body
from benchmarks.words import capitalised, languages, words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from benchmarks.corpus import Announcement

_EVERY = 24
_LINEAR = 1.5
"""How much more than the number of things the time may grow: every page has the list of languages."""
_REGIONS = ("AT", "BE", "BG", "CH", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR")
_TEXT = "---\ntitle: {title}\npublished: 2026-01-10\ndeadline: 2027-01-31\n{keys}---\n\n{body}\n"
_NAME = "surveys/one"


@dataclass(frozen=True, slots=True)
class Multitude:
    """Something that a site may have much of, in a small and a large number.

    `name` is its name; `write` writes a content folder with a number of it and returns the path of the text to edit.
    `most` is how many times as long an edit may take with the large number as with the small one.
    """

    name: str
    few: int
    many: int
    write: Callable[[Path, int], Path]
    most: float | None = None

    def limit(self, told: str) -> float:
        """How many times as long the large number may take as the small one, for a command and "cold" or "one edit".

        Where there is no `most`, time may grow as the number does; commands that compare everything with everything may
        grow with its square.
        """
        return self.most if self.most and told.endswith("edit") else _LINEAR * self.many / self.few


def _terms(folder: Path, count: int) -> Path:
    """A hundred announcements in 24 languages with two tags each; the number is that of the tags."""
    corpus = make_corpus(100, _EVERY)
    write_content(corpus, folder)
    tags = [f"topic-{number:04}" for number in range(1, count + 1)]
    labels = {tag: {"labels": {lang: _label(lang, n) for lang in corpus.languages}} for n, tag in enumerate(tags)}
    _write_yaml(folder / "vocabularies" / "tags.yml", labels)
    for item in corpus.announcements:
        chosen = ", ".join(Random(item.name).sample(tags, 2))  # noqa: S311 - texts to measure with
        for lang in corpus.languages:
            path = text_path(folder, item, lang)
            path.write_text(re.sub("(?m)^tags: .*$", f"tags: [{chosen}]", path.read_text("utf-8")), "utf-8")
    return text_path(folder, corpus.announcements[0], DEFAULT_LANGUAGE)


def _label(lang: str, number: int) -> str:
    """A label of three words, different for each number."""
    own = words()[lang]
    rest, first = divmod(number, len(own))
    rest, second = divmod(rest, len(own))
    return capitalised(f"{own[first]} {own[second]} {own[rest]}")


def _year(folder: Path, count: int) -> Path:
    """That many announcements of one year in one language."""
    corpus = make_corpus(count, 1)
    moved = tuple(_in_one_year(item, 330 * number // count) for number, item in enumerate(corpus.announcements))
    write_content(replace(corpus, announcements=moved), folder)
    return text_path(folder, moved[0], DEFAULT_LANGUAGE)


def _in_one_year(item: Announcement, day: int) -> Announcement:
    """An announcement that is published on that day of the year and open for a month."""
    published = date(2026, 1, 1) + timedelta(days=day)
    return replace(item, published=published, deadline=item.deadline and published + timedelta(days=30))


def _versions(folder: Path, count: int) -> Path:
    """One announcement in that many languages; beyond the languages there are, they have a region."""
    plain = languages(_EVERY)
    tags = [*plain, *(f"{lang}-{region}" for region in _REGIONS for lang in plain)][:count]
    _platform(folder, tags)
    shape = plain_body(Random(1), [])  # noqa: S311 - texts to measure with
    for tag in tags:
        body = filled(shape, tag.partition("-")[0], Random(tag))  # noqa: S311
        _write_text(folder, f"{_NAME}/{tag}.md", body, "" if tag == DEFAULT_LANGUAGE else "translates: en\n")
    return folder / _NAME / f"{DEFAULT_LANGUAGE}.md"


def _links(folder: Path, count: int) -> Path:
    """An announcement in 24 languages with that many links each to others, to parts of them, and to other sites."""
    tags = languages(_EVERY)
    _platform(folder, tags)
    for number in range(count):
        _write_text(
            folder, f"surveys/other-{number}/en.md", f"## Part {{#part-{number}}}\n\nText.", "languages: [en]\n"
        )
    for tag in tags:
        body = "\n\n".join(_paragraph(tag, number) for number in range(count))
        _write_text(folder, f"{_NAME}/{tag}.md", body, "" if tag == DEFAULT_LANGUAGE else "translates: en\n")
    return folder / _NAME / f"{DEFAULT_LANGUAGE}.md"


def _paragraph(lang: str, number: int) -> str:
    said = _label(lang, number)
    return (
        f"{said} [{said}](../other-{number}/), [{said} {number}](../other-{number}/#part-{number})"
        f" and [{number}](https://example.org/{number})."
    )


def _platform(folder: Path, tags: Iterable[str]) -> None:
    _write_yaml(
        folder / "platform.yml", {"name": "Board", "languages": list(tags), "default_language": DEFAULT_LANGUAGE}
    )


def _write_text(folder: Path, name: str, body: str, keys: str) -> None:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(_TEXT.format(title=f"{path.parent.name} {path.stem}", keys=keys, body=body), "utf-8")


def _write_yaml(path: Path, value: object) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(yaml.safe_dump(value, allow_unicode=True, sort_keys=False), "utf-8")


MULTITUDES = (
    Multitude("terms", 100, 2000, _terms, most=1.5),
    Multitude("announcements of a year", 500, 2000, _year),
    Multitude("versions of an announcement", 75, 300, _versions),
    Multitude("kinds of link in a text", 25, 100, _links),
)
