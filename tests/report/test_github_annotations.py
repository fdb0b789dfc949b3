"""Problems as GitHub workflow commands."""

from __future__ import annotations

import re

from noticeboard.model import Location, Problem, warning
from noticeboard.report import as_github, sentences

COMMAND = re.compile(r"::(error|warning) ([^:\n]*)::([^\n]*)")
UNESCAPED = {"%25": "%", "%0D": "\r", "%0A": "\n", "%3A": ":", "%2C": ","}


def read(line: str) -> tuple[str, dict[str, str], str]:
    """A workflow command as the runner reads it: severity, properties and message."""
    severity, properties, message = COMMAND.fullmatch(line).groups()
    pairs = (part.split("=", 1) for part in properties.split(","))
    return severity, {key: plain(value) for key, value in pairs}, plain(message)


def plain(text: str) -> str:
    """The text without escapes."""
    return re.sub("%(25|0D|0A|3A|2C)", lambda m: UNESCAPED[m[0]], text)


def location(path: str) -> str:
    """The path as in these tests."""
    return path


def test_an_annotation_survives_percent_signs_newlines_colons_and_commas(awkward: tuple[Problem, ...]) -> None:
    """The runner reads the problem's file, place, name and sentences."""
    lines = as_github(awkward[:1], location).splitlines()
    assert [read(line) for line in lines] == [
        (
            "error",
            {"file": "surveys/a b,c%:d/nl.md", "line": "4", "col": "11", "title": "wrong-type"},
            " ".join(sentences(awkward[0])),
        )
    ]


def test_a_template_with_a_newline_stays_on_one_line() -> None:
    """Whatever is in a message, a problem is one line."""
    found = warning(Location("a.md"), "removed-html", "50 %\nof\r\nit", "Do: this, that.")
    assert as_github([found], location) == (
        "::warning file=a.md,line=1,col=1,title=removed-html::50 %25%0Aof%0D%0Ait Do: this, that.\n"
    )


def test_a_problem_without_a_file_names_none(awkward: tuple[Problem, ...]) -> None:
    """It is shown for the whole run."""
    assert as_github(awkward[2:], location) == "::warning title=cache-lost::The cache x.sqlite is lost.\n"
