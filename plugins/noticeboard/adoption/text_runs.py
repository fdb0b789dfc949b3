"""Words with their emphasis, as in a document, and Markdown with the same emphasis."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

STRONG, EMPHASIS, STRUCK, SUPERSCRIPT, SUBSCRIPT, CODE = "strong", "em", "del", "sup", "sub", "code"

BREAK = "\n"
"""The text of a run that breaks the line."""
SPACES = " \t\n"
_BLANKS = re.compile(r"[ \t\r\n\f]+")


class TextRun(NamedTuple):
    """Words with one emphasis, and the address and language that they are marked with ("" for none).

    `mark` is finished Markdown in place of words, such as a footnote's mark.
    """

    text: str
    looks: frozenset[str] = frozenset()
    address: str = ""
    lang: str = ""
    mark: str = ""

    @property
    def is_picture(self) -> bool:
        """Whether the mark shows a picture."""
        return self.mark.startswith("![")


def collapsed(runs: Iterable[TextRun]) -> list[TextRun]:
    """The runs with white space as in browsers: one space for several, none at the edges and beside a break."""
    found: list[TextRun] = []
    behind_space = True
    for run in runs:
        if run.mark or run.text == BREAK:
            found.append(run)
            behind_space = run.text == BREAK and not run.mark
            continue
        text = run.text if CODE in run.looks else _BLANKS.sub(" ", run.text)
        text = text[1:] if behind_space and text.startswith(" ") else text
        if text:
            found.append(run._replace(text=text))
            behind_space = text.endswith(" ")
    return _trimmed(found)


def words(runs: Iterable[TextRun]) -> str:
    """The words of the runs alone, on one line."""
    return " ".join("".join(run.text for run in runs).split())


def _trimmed(runs: list[TextRun]) -> list[TextRun]:
    while runs and not runs[-1].mark and not runs[-1].text.strip(SPACES):
        runs.pop()
    while runs and not runs[0].mark and not runs[0].text.strip(SPACES):
        runs.pop(0)
    if runs and not runs[-1].mark:
        runs[-1] = runs[-1]._replace(text=runs[-1].text.rstrip(SPACES))
    for at in range(len(runs) - 1):
        if runs[at + 1].text == BREAK and not runs[at].mark and runs[at].text != BREAK:
            runs[at] = runs[at]._replace(text=runs[at].text.rstrip(SPACES))
    return [run for run in runs if run.text or run.mark]
