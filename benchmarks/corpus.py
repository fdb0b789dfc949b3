"""A generated corpus: announcements in many languages, like those of the demo; the same seed gives the same corpus.

    python -m benchmarks.corpus FOLDER --announcements 100 --languages 24

writes it as a content folder. It consists of surveys, results and news in the proportion 14 : 3 : 3, published
from 2019 to November 2026, so that on TODAY a few surveys are open and most are closed.
"""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from benchmarks import shapes
from benchmarks.words import languages, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchmarks.shapes import Shape

TODAY = "2026-12-01"
"""The date of every build of a corpus (YYYY-MM-DD)."""

DEFAULT_LANGUAGE = "en"
KINDS = ("surveys", "results", "news")
VOCABULARIES = {
    "audience": ("head-teacher", "student-teacher", "teacher", "teacher-educator"),
    "tags": tuple(f"topic-{number:02}" for number in range(1, 17)),
}
"""The term ids of each vocabulary, by its name, which is also its front matter key."""

_FIRST_DAY, _LAST_DAY = date(2019, 1, 7), date(2026, 11, 24)
_PERIOD = 20
_OTHERS = {3: "news", 10: "news", 16: "news", 6: "results", 13: "results", 19: "results"}
_ANSWERING = 21


@dataclass(frozen=True, slots=True)
class Announcement:
    """What all versions of an announcement share: its facts and the shapes of its texts.

    `terms` holds (vocabulary, term ids) pairs. `deadline` is None and `results_of` is "" for kinds that have none.
    """

    kind: str
    name: str
    published: date
    deadline: date | None
    results_of: str
    terms: tuple[tuple[str, tuple[str, ...]], ...]
    title: Shape
    summary: Shape
    body: Shape

    def survey(self, lang: str = "{lang}") -> str:
        """The questionnaire's address for readers of a language; "" if the announcement is no survey."""
        return f"https://example.org/answer/{self.name}?language={lang}" if self.kind == "surveys" else ""


@dataclass(frozen=True, slots=True)
class Version:
    """An announcement's words in one language; `body` is Markdown with {survey} and {deadline} as link targets."""

    lang: str
    title: str
    summary: str
    body: str


@dataclass(frozen=True, slots=True)
class Corpus:
    """Announcements in the order of their publication; each exists in all languages."""

    seed: int
    languages: tuple[str, ...]
    announcements: tuple[Announcement, ...]

    def texts(self) -> Iterator[tuple[Announcement, Version]]:
        """Every version of every announcement."""
        for item in self.announcements:
            for lang in self.languages:
                yield item, self.version(item, lang)

    def version(self, item: Announcement, lang: str) -> Version:
        """The announcement in a language; the same announcement and language always give the same words."""
        random = _random(self.seed, item.name, lang)
        return Version(
            lang=lang,
            title=shapes.filled(item.title, lang, random),
            summary=shapes.filled(item.summary, lang, random),
            body=shapes.filled(item.body, lang, random) + "\n",
        )


def make_corpus(announcements: int, language_count: int, seed: int = 1) -> Corpus:
    """A corpus with that many announcements in that many languages (1 to 24)."""
    random = _random(seed)
    found: list[Announcement] = []
    surveys: list[Announcement] = []
    for number in range(announcements):
        item = _announcement(random, number, announcements, surveys)
        found.append(item)
        if item.kind == "surveys":
            surveys.append(item)
    return Corpus(seed, languages(language_count), tuple(found))


def _random(*key: object) -> Random:
    return Random(" ".join(map(str, key)))  # noqa: S311 - texts to measure with, no secrets


def _announcement(random: Random, number: int, count: int, surveys: list[Announcement]) -> Announcement:
    kind = _OTHERS.get(number % _PERIOD, "surveys")
    published = _FIRST_DAY + (_LAST_DAY - _FIRST_DAY) * number // count
    own = words()[DEFAULT_LANGUAGE]
    links = [_address(kind, other) for other in random.sample(surveys, k=min(2, len(surveys)))]
    body = shapes.survey_body if kind == "surveys" else shapes.plain_body
    return Announcement(
        kind=kind,
        name=f"{'-'.join(random.choices(own, k=2))}-{number + 1:05}",
        published=published,
        deadline=published + timedelta(days=random.randint(_ANSWERING, 60)) if kind == "surveys" else None,
        results_of=random.choice(surveys[-40:]).name if kind == "results" else "",
        terms=_terms(random),
        title=shapes.title(random, number + 1),
        summary=shapes.summary(random),
        body=body(random, links),
    )


def _terms(random: Random) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """One to three audiences and one or two tags."""
    audience, tags = VOCABULARIES["audience"], VOCABULARIES["tags"]
    return (
        ("audience", tuple(random.sample(audience, k=random.randint(1, 3)))),
        ("tags", tuple(random.sample(tags, k=random.randint(1, 2)))),
    )


def _address(kind: str, other: Announcement) -> str:
    return f"../{other.name}/" if kind == other.kind else f"../../{other.kind}/{other.name}/"


def main() -> None:
    """Writes a corpus as a content folder."""
    from benchmarks.content import write_content  # noqa: PLC0415 - that module needs this one

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--announcements", type=int, default=100)
    parser.add_argument("--languages", type=int, default=24)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    write_content(make_corpus(given.announcements, given.languages, given.seed), given.folder)


if __name__ == "__main__":
    main()
