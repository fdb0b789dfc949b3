"""A link to a part of a text that does not exist: #who where no heading is called {#who}."""

from __future__ import annotations

import re
from difflib import get_close_matches
from html import unescape
from typing import TYPE_CHECKING

from noticeboard.checks.rule import Rule
from noticeboard.markdown.render.collector import RESERVED_IDS
from noticeboard.model import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from noticeboard.markdown.render.parsed_text import LinkUse
    from noticeboard.model import Problem
    from noticeboard.site import Announcement, Site, Source

_ID = re.compile(r'\sid="([^"]+)"')
_WAY_BACK = "fnref"
"""Begins the ids of footnotes' marks, which checks/rules/unreferenced_footnote.py looks at."""

_TOP = "top"
"""Leads to the top of every page (HTML Living Standard, 7.4.6.4)."""


def check(announcement: Announcement, site: Site) -> Iterator[Problem]:
    """One problem for each such link."""
    known: dict[str, set[str]] = {}
    for source in announcement.sources:
        for link in source.text.links:
            target = _target(link, announcement, source, site) if _is_to_check(link.fragment) else None
            if target:
                path = target[1].path
                if path not in known:
                    known[path] = _ids(*target)
                if link.fragment not in known[path]:
                    yield _problem(link, path, sorted(known[path]))


def _is_to_check(part: str) -> bool:
    return bool(part) and part.lower() != _TOP and not part.startswith((RESERVED_IDS, _WAY_BACK))


def _target(
    link: LinkUse, announcement: Announcement, source: Source, site: Site
) -> tuple[Announcement, Source] | None:
    """The text that a reader of this version gets to, and its announcement."""
    if link.kind == "fragment":
        return announcement, source
    other = site.every.get(link.value) if link.kind == "announcement" else None
    if other is None:
        return None
    return other, other.versions.get(source.lang) or other.fallback or other.sources[0]


def _ids(announcement: Announcement, source: Source) -> set[str]:
    """The ids of a text: those given in it, those its headings take over from the original, and the numbered ones."""
    headings = source.text.heading_ids
    inherited = [
        name for original in announcement.lineage(source) for name in original.text.heading_ids[: len(headings)]
    ]
    numbered = {f"section-{number}" for number, _ in enumerate(headings, 1)}
    pieces = (piece for piece in (*source.text.lead, *source.text.body) if isinstance(piece, str))
    raw = {unescape(name) for piece in pieces for name in _ID.findall(piece)}
    return {*source.text.ids, *inherited, *numbered, *raw} - {""}


def _problem(link: LinkUse, path: str, ids: list[str]) -> Problem:
    message = "No heading in {path} is called '{fragment}'."
    hint = "Write {#{fragment}} after the heading, or remove # and what follows it from the link."
    close = get_close_matches(link.fragment, ids, n=1, cutoff=0.6)
    if close:
        hint = "Did you mean #{nearest}?"
    nearest = "".join(close)
    return RULE.problem(link.location, message, hint, path=path, fragment=link.fragment, nearest=nearest)


RULE = Rule(
    name="broken-fragment",
    severity=Severity.ERROR,
    why="Readers who follow the link land at the top of a page and have to look for the part themselves.",
    wrong="[who can take part](#who)\n\n## Who can take part",
    right="[who can take part](#who)\n\n## Who can take part {#who}",
    announcement=check,
)
