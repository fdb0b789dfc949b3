"""An alternative text that only holds the place of one: "image", "graph 0", the file's name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import unquote

from noticeboard.checks.alternative_texts import alternatives
from noticeboard.checks.rule import CheckedVersion, Rule
from noticeboard.languages.picture_words import is_empty_alt
from noticeboard.model import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from noticeboard.model import Problem

_FILE = re.compile(r"\S+\.(?:jpe?g|png|gif|webp|avif|svg)", re.IGNORECASE)


def check(document: CheckedVersion) -> Iterator[Problem]:
    """One problem for each such text."""
    for alt, file, lang, location in alternatives(document):
        if is_empty_alt(alt, lang) or _is_file_name(alt, file):
            message, hint = "'{alt}' does not say what the picture shows.", "Say in a few words what readers see in it."
            yield RULE.problem(location, message, hint, alt=alt)


def _is_file_name(alt: str, file: str) -> bool:
    name = unquote(file).rpartition("/")[2]
    return bool(_FILE.fullmatch(alt)) or (bool(name) and alt in (name, name.rpartition(".")[0]))


RULE = Rule(
    name="placeholder-alt",
    severity=Severity.WARNING,
    why="People who cannot see the picture are told that there is one, but not what it shows.",
    source="WCAG 2.2, success criterion 1.1.1, failure F30",
    wrong="image_alt: graph 0",
    right="image_alt: Bars for four age groups; most answers came from teachers under 35",
    text=check,
)
