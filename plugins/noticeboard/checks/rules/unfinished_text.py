"""Words in place of text that is still to be written: TODO, lorem ipsum, ???, [XXX]."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from noticeboard.checks.rule import CheckedVersion, Rule
from noticeboard.model import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from noticeboard.model import Problem

_STAND_IN = re.compile(
    r"(?<![\w-])(?:TODO|FIXME|TBD|TBC|T\.B\.D\.)(?![\w-])"
    r"|(?i:lorem ipsum)"
    r"|\?{3,}"
    r"|\[\s*(?:[Xx]{2,}|\.{3}|\u2026|_{2,}|TODO|\?+)\s*\]"
    r"|(?<![\w.])[Xx]{4,}(?![\w.])"
    r"|(?<![\w.])(?:[Xx]{2}[./-]){2}(?:[Xx]{4}|[Xx]{2}|20\d\d)(?!\w)"
    r"|(?<!\w)(?:DD[./-]MM[./-]YYYY|dd[./-]mm[./-]yyyy|JJ/MM/AAAA|TT\.MM\.JJJJ)(?!\w)"
)
_SIGNS = ("[", "???", "TODO", "FIXME", "TBD", "TBC", "T.B.D.", "YYYY", "yyyy", "AAAA", "JJJJ")
_SMALL_SIGNS = ("xx", "lorem ")
_A_WORD = ("es", "pt", "gl", "ca")
"""Languages in which "todo" is a word, so that capitals may be those of a heading."""


def check(document: CheckedVersion) -> Iterator[Problem]:
    """One problem for each."""
    for passage in document.passages:
        for found in _STAND_IN.finditer(passage.text) if _may_stand_in(passage.text) else ():
            if found[0] == "TODO" and document.lang.partition("-")[0] in _A_WORD:
                continue
            message = "'{words}' appears here, so the text seems to be unfinished."
            hint = "Write what belongs here, or say `status: draft` until it is known."
            yield RULE.problem(passage.location(found.start()), message, hint, words=found[0])


def _may_stand_in(text: str) -> bool:
    """Whether a text has a character that every such word needs; quicker to find out than where."""
    small = text.lower()
    return any(sign in text for sign in _SIGNS) or any(sign in small for sign in _SMALL_SIGNS)


RULE = Rule(
    name="unfinished-text",
    severity=Severity.WARNING,
    why="Readers see that nobody has read the page before it was published, and miss what should stand there.",
    wrong="The results will be published on XX.XX.2027. TODO: ask the agency",
    right="The results will be published on 15.03.2027.",
    text=check,
)
