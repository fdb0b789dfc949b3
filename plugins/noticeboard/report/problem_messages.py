"""What a problem says, in a person's language, with its values in their places."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from noticeboard.model import Severity, filled
from noticeboard.sources.text_decoding import shown_by_code

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from noticeboard.model import Problem

_BLANKS = re.compile(r"[\t\n\r\x0b\x0c\x85\u2028\u2029]+")


@dataclass(frozen=True, slots=True)
class ProblemMessages:
    """The messages in one language: `gettext` takes the English text, `ngettext` its two forms and a number."""

    gettext: Callable[[str], str]
    ngettext: Callable[[str, str, int], str]


def english() -> ProblemMessages:
    """The messages in English, as they are in the code."""
    return ProblemMessages(lambda message: message, lambda one, many, number: one if number == 1 else many)


def sentences(problem: Problem, messages: ProblemMessages | None = None) -> tuple[str, str]:
    """The message and the hint, each on one line; characters that cannot be seen are codes."""
    gettext = (messages or english()).gettext
    values = [(name, visible(value)) for name, value in problem.values]
    what, todo = (filled(gettext(template), values) if template else "" for template in (problem.message, problem.hint))
    if problem.about:
        what = filled(gettext("{key}: {sentence}"), [("key", problem.about), ("sentence", what)])
    return what, todo


def visible(text: str) -> str:
    """The text on one line and with no power over a terminal: control and bidi characters as U+202E."""
    return shown_by_code(_BLANKS.sub(" ", text))


def visible_name(path: str) -> str:
    """The path of a file with no power over what reads it, "./" before a beginning that a program may take for its own.

    Workflow commands begin with "::" or "##" (GitHub Docs, Azure DevOps docs).
    """
    shown = shown_by_code(path)
    return shown if shown[:1].isalnum() or shown[:1] in "./_~" else f"./{shown}"


def counted(problems: Iterable[Problem], messages: ProblemMessages | None = None) -> str:
    """How many errors and warnings there are, in words."""
    ngettext, found = (messages or english()).ngettext, list(set(problems))
    errors = sum(p.severity is Severity.ERROR for p in found)
    warnings = len(found) - errors
    said = (
        (ngettext("{number} error", "{number} errors", errors), errors),
        (ngettext("{number} warning", "{number} warnings", warnings), warnings),
    )
    return ", ".join(filled(words, [("number", str(number))]) for words, number in said)
