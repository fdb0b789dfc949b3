"""A quotation mark without a partner."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from noticeboard.checks.rule import CheckedVersion, Rule
from noticeboard.model import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from noticeboard.checks.passages import Passage
    from noticeboard.model import Problem

# Single marks are left alone: most of them are apostrophes.
_MARK = re.compile(r'["“”„‟«»]')
_FAMILIES = ('"“”„‟', "«»")
_LONG_QUOTATION = 6
"""Passages that one quotation may run through."""
_WITHIN_WORDS = ("he", "yi")
"""Languages that write acronyms with a quotation mark between letters."""
_PART = re.compile(r"[^\0]+")
_BEHIND_OPENING = re.compile(r"[\s(\[{¿¡/–—-]\Z|\A\Z")  # noqa: RUF001 - dashes are meant
_ENCLOSED = ("()", "[]", "''", "‘’", "’’", "‚‘", "‹›", "“”", "„“", "„”", "«»")  # noqa: RUF001


class UnpairedMark(NamedTuple):
    """A mark without a partner: the number of its passage, its offset there, and whether it opens a quotation."""

    number: int
    offset: int
    opens: bool


def check(document: CheckedVersion) -> Iterator[Problem]:
    """One problem for each such mark; a quotation may run over several paragraphs, each opened, the last one closed."""
    all_passages = document.passages
    lonely = [m for number, passage in enumerate(all_passages) for m in _lonely(number, passage.text, document.lang)]
    lonely = _without_long_quotations(lonely)
    closed = {mark.number for mark in lonely if not mark.opens}
    opened = {mark.number for mark in lonely if mark.opens}
    for number, offset, opens in lonely:
        goes_on = number + 1 in closed or _begins_with_mark(all_passages[number + 1 : number + 2])
        if not (goes_on if opens else number - 1 in opened):
            passage = all_passages[number]
            message = "The quotation mark {mark} has no partner in this paragraph."
            hint = "Add the other one, or delete it."
            yield RULE.problem(passage.location(offset), message, hint, mark=passage.text[offset])


def _without_long_quotations(lonely: list[UnpairedMark]) -> list[UnpairedMark]:
    """The marks without those that open and close a quotation over a few passages."""
    left: list[UnpairedMark] = []
    for mark in lonely:
        if left and left[-1].opens and not mark.opens and 0 < mark.number - left[-1].number <= _LONG_QUOTATION:
            left.pop()
        else:
            left.append(mark)
    return left


def _begins_with_mark(following: tuple[Passage, ...]) -> bool:
    return any(_MARK.match(passage.text.lstrip()) for passage in following)


def _lonely(number: int, text: str, lang: str) -> Iterator[UnpairedMark]:
    """The marks without a partner in one passage; none if a mark may stand for inches or minutes."""
    if not _MARK.search(text):
        return
    for part in _PART.finditer(text):
        for family in _FAMILIES:
            marks = [
                m.start() for m in _MARK.finditer(text, *part.span()) if m[0] in family and not _inside(text, m, lang)
            ]
            if len(marks) % 2 and not any(text[at - 1 : at].isdigit() for at in marks):
                yield UnpairedMark(number, *_first_lonely(text, marks))


def _inside(text: str, mark: re.Match[str], lang: str) -> bool:
    """Whether a mark quotes nothing: it is between two letters, as in Hebrew, or is itself spoken of: (")."""
    before, behind = text[mark.start() - 1 : mark.start()], text[mark.end() : mark.end() + 1]
    within = (mark[0] == '"' and before.isascii()) or lang.partition("-")[0] in _WITHIN_WORDS
    return (within and before.isalpha() and behind.isalpha()) or before + behind in _ENCLOSED


def _first_lonely(text: str, marks: list[int]) -> tuple[int, bool]:
    """The first of an odd number of marks that does not pair with the next, and whether it opens."""
    waiting: int | None = None
    for at in marks:
        if _opens(text, at):
            if waiting is not None:
                return waiting, True
            waiting = at
        elif waiting is None:
            return at, False
        else:
            waiting = None
    return (marks[-1], True) if waiting is None else (waiting, True)


def _opens(text: str, at: int) -> bool:
    if text[at] == "„" or (text[at] == "“" and "„" not in text and "”" in text):
        return True
    if text[at] == "”" and ("“" in text or "„" in text):
        return False
    behind_space = bool(_BEHIND_OPENING.search(text, max(at - 1, 0), at)) or text[at - 1] == "\0"
    before_space = not text[at + 1 : at + 2].strip("\0").strip()
    return text[at] in "«„" if behind_space and before_space else behind_space


RULE = Rule(
    name="unbalanced-quotes",
    severity=Severity.WARNING,
    why="Readers cannot tell where the quotation ends, and the program cannot set the marks as the language wants.",
    wrong='They ask for "one hour a week that nobody can take away.',
    right='They ask for "one hour a week that nobody can take away".',
    text=check,
)
