"""Two links with the same words that lead to different places."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from noticeboard.checks.real_links import real_links
from noticeboard.checks.rule import CheckedVersion, Rule
from noticeboard.languages.link_words import says_nothing
from noticeboard.markdown.render.link_targets import LinkTarget, classify
from noticeboard.model import Location, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from noticeboard.markdown.source_map.inlines import MarkdownLink
    from noticeboard.model import Problem

_SENTENCE_END = re.compile(r"[.!?;\u037e]\s|\n[ \t]*(?:[*+-]|\d+[.)])[ \t]|\||\n[ \t]*\n")
_LINK = re.compile(r"\[[^\[\]]*\](?:\([^()\n]*\)|\[[^\[\]\n]*\])(?:\{[^{}\n]*\})?")
_LETTER = re.compile(r"[^\W\d_]")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)


def check(document: CheckedVersion) -> Iterator[Problem]:
    """One problem for each link whose words led elsewhere before; words that say nothing are another problem."""
    folder = document.path.rpartition("/")[0]
    first: dict[str, tuple[LinkTarget, MarkdownLink]] = {}
    sentences = _Sentences(document)
    for link in real_links(document):
        target, words = classify(link.target, folder), " ".join(link.text.lower().split())
        if target.kind == "bad" or says_nothing(words, document.lang) or _ADDRESS.fullmatch(words):
            continue
        other, earlier = first.setdefault(words, (target, link))
        if other != target and sentences.are_confused(earlier, link):
            message = "The link '{words}' leads elsewhere than the one with the same words in line {line}."
            location = Location(document.path, link.line, link.column)
            yield RULE.problem(location, message, "Say in each what it leads to.", words=link.text, line=earlier.line)


class _Sentence(NamedTuple):
    """A sentence by the number of its block and its own in there, and whether it says nothing besides its links."""

    block: int
    number: int
    is_link: bool


class _Sentences:
    """The sentences around links: a link's context can distinguish it from another (SC 2.4.4)."""

    def __init__(self, document: CheckedVersion) -> None:
        self._blocks = document.blocks
        self._lines = [block.line for block in document.blocks]
        self._known: dict[int, tuple[list[int], list[int]]] = {}
        self._links: dict[tuple[int, int], bool] = {}

    def are_confused(self, one: MarkdownLink, other: MarkdownLink) -> bool:
        """Whether context does not distinguish two links: they are in one sentence, or have none."""
        before, behind = self._around(one), self._around(other)
        return before == behind or (before.is_link and behind.is_link)

    def _around(self, link: MarkdownLink) -> _Sentence:
        """The sentence in which a link begins."""
        block = max(bisect_right(self._lines, link.line) - 1, 0)
        text = self._blocks[block].text
        if block not in self._known:
            starts = [0, *accumulate(len(line) + 1 for line in text.split("\n"))]
            self._known[block] = starts, [0, *(m.end() for m in _SENTENCE_END.finditer(text)), len(text) + 1]
        starts, ends = self._known[block]
        number = bisect_right(ends, starts[link.line - self._lines[block]] + link.column - 1) - 1
        if (block, number) not in self._links:
            words = _LINK.sub("", text[ends[number] : ends[number + 1]])
            self._links[block, number] = not _LETTER.search(words)
        return _Sentence(block, number, is_link=self._links[block, number])


RULE = Rule(
    name="ambiguous-link",
    severity=Severity.WARNING,
    why="In a list of links, by which many people find their way, nobody can tell the two apart.",
    source="WCAG 2.2, success criterion 2.4.4",
    wrong="[Questionnaire]({survey}) and [questionnaire](questions.pdf)",
    right="[Questionnaire]({survey}) and [questionnaire to print](questions.pdf)",
    text=check,
)
