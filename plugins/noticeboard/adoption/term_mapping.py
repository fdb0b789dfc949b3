"""Categories and tags of another site -> terms of this platform, by their labels or by a file to fill in."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from noticeboard.sources.likely_values import slug
from noticeboard.sources.yaml12 import load
from noticeboard.sources.yaml_writing import written

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from noticeboard.model import Problem, Vocabulary

EMPTY = '""'
_HEAD = """\
# Categories and tags of the other site: which term of this platform each one is, as vocabulary/term.
# Those without one are left out. Fill in what is missing, or what is wrong, and adopt with --terms again.
"""


class TermMapping:
    """What each word of another site is called here; `used` counts what was asked for, by word."""

    def __init__(self, vocabularies: Sequence[Vocabulary], stated: Mapping[str, str]) -> None:
        """Takes the platform's vocabularies, and what a file says: word -> "vocabulary/term", or ""."""
        self._stated = stated
        self._terms = {f"{v.name}/{term.id}" for v in vocabularies for term in v.terms}
        self._labels: dict[str, str] = {}
        for vocabulary in vocabularies:
            for term in vocabulary.terms:
                names = [
                    term.id,
                    *(label for _, label in term.labels),
                    *(s for _, every in term.synonyms for s in every),
                ]
                for name in names:
                    self._labels.setdefault(name.casefold(), f"{vocabulary.name}/{term.id}")
        self.used: dict[str, int] = {}

    def term(self, word: str) -> str:
        """The vocabulary and term for a word, as "tags/health"; "" if it is not known."""
        self.used[word] = self.used.get(word, 0) + 1
        if word in self._stated:
            return self._stated[word]
        folded = word.casefold()
        return self._labels.get(folded) or self._labels.get(slug(word)) or ""

    def unknown(self) -> list[str]:
        """The words that were asked for and have no term, and that no file leaves out on purpose."""
        return sorted(word for word in self.used if word not in self._stated and not self.term_of(word))

    def left_out(self) -> list[str]:
        """The words that were asked for and that a file leaves out."""
        return sorted(word for word in self.used if self._stated.get(word) == "")

    def term_of(self, word: str) -> str:
        """The same without counting."""
        return self._stated.get(word, self._labels.get(word.casefold()) or self._labels.get(slug(word)) or "")

    def wrong(self) -> list[tuple[str, str]]:
        """Entries of the file that name no term here: (word, named term)."""
        return sorted((word, term) for word, term in self._stated.items() if term and term not in self._terms)

    def proposal(self) -> str:
        """The file to fill in: every word that was asked for, with its term or, in a comment, with the nearest one."""
        lines = []
        for word in sorted(self.used, key=str.casefold):
            term = self.term_of(word)
            near = [] if term else get_close_matches(word.casefold(), self._labels, n=1, cutoff=0.6)
            hint = f"  # {self._labels[near[0]]}?" if near else ""
            lines.append(f"{written(word)}: {term or EMPTY}{hint}\n")
        return _HEAD + "".join(lines)


def read_mapping(text: str, path: str) -> tuple[dict[str, str], tuple[Problem, ...]]:
    """What a file of terms says, and the problems of its YAML."""
    found = load(text, path)
    values = found.value or {}
    return {str(word): str(term or "") for word, term in values.items()}, found.problems


def words_of(value: object, *, spaced: bool = False) -> Iterable[str]:
    """The words in a key of a post's head: a list, or a text with commas; or one with spaces, where it is `spaced`."""
    if isinstance(value, str):
        parts = value.split() if spaced and "," not in value else value.split(",")
        return [part.strip() for part in parts if part.strip()]
    if isinstance(value, list):
        return [str(one).strip() for one in value if isinstance(one, str | int | float) and str(one).strip()]
    return []
