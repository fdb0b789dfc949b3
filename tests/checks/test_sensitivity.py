"""How many mistakes are noticed: in texts that agree, one digit after another is changed."""

from __future__ import annotations

import re
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from noticeboard.checks.rules import differing_dates, differing_figures, differing_times
from noticeboard.languages.language_data import OFFICIAL
from noticeboard.model import Vocabulary
from noticeboard.settings import Settings
from noticeboard.site import build_site
from noticeboard.site.version_parser import parse_source

if TYPE_CHECKING:
    from collections.abc import Iterator

    from noticeboard.markdown.render.engine import Engine
    from noticeboard.markdown.segments.version_profile import StatedValue
    from noticeboard.model import Problem
    from noticeboard.site import Source

ROOT = Path(__file__).resolve().parents[2]
VOCABULARIES = tuple(Vocabulary(name, ()) for name in ("audience", "key_competences", "tags"))
RULES = tuple(rule.RULE.announcement for rule in (differing_figures, differing_dates, differing_times))


def found(sources: list[Source]) -> list[Problem]:
    """The problems with the figures, dates and times of an announcement's versions."""
    site, _ = build_site(Settings(languages=OFFICIAL), sources, VOCABULARIES, {}, date(2026, 12, 1))
    return [p for rule in RULES if rule for a in site.every.values() for p in rule(a, site)]


def changed(text: str, mark: StatedValue) -> str:
    """The text with one digit of a mark raised by one: the first of a date, the last of others."""
    lines = text.split("\n")
    line, start = lines[mark.line - 1], mark.column - 1
    digits = [m.start() for m in re.finditer(r"[0-9]", line[start : start + len(mark.words)])]
    at = start + digits[0 if mark.kind == "date" else -1]
    lines[mark.line - 1] = f"{line[:at]}{(int(line[at]) + 1) % 10}{line[at + 1 :]}"
    return "\n".join(lines)


def noticed(texts: dict[str, str], engine: Engine) -> Iterator[bool]:
    """For each mark of an announcement's versions, whether a change of it is noticed.

    A change of an original counts as noticed at its translations, which it outdates.
    """
    names = [v.name for v in VOCABULARIES]
    read = {path: parse_source(text.encode(), path, names, engine).source for path, text in texts.items()}
    assert found([s for s in read.values() if s]) == []
    for path, source in read.items():
        for mark in source.profile.marks if source and len(read) > 1 else ():
            line = texts[path].split("\n")[mark.line - 1][mark.column - 1 :]
            if mark.block >= 0 and re.search(r"[0-9]", line[: len(mark.words)]):
                other = parse_source(changed(texts[path], mark).encode(), path, names, engine).source
                versions = [other if p == path else s for p, s in read.items()]
                yield bool(found([v for v in versions if v]))


@pytest.mark.long
@pytest.mark.parametrize("folder", ["content", "tests/checks/corpus"])
def test_nearly_every_changed_digit_is_noticed(engine: Engine, folder: str) -> None:
    """At least 99 of 100 are; most of the others also occur elsewhere in the text."""
    files = sorted((ROOT / folder).glob("*/*/*.md"))
    results: list[bool] = []
    for _, versions in groupby(files, key=lambda f: f.parent):
        texts = {f.relative_to(ROOT / folder).as_posix(): f.read_text(encoding="utf-8") for f in versions}
        results += noticed(texts, engine)
    assert (len(results) > 200, sum(results) >= 0.99 * len(results)) == (True, True), (sum(results), len(results))
