"""(Files of the site as it is published, Site) -> what was published under an address that leads nowhere any more."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from noticeboard.model import Location, Problem, warning

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from noticeboard.site.records import Site

_PAGE = re.compile(r"([^/]+)/(?:([^/]+)/)?([^/]+)/index\.html")
_INDEX = "/index.html"
_YEAR = re.compile(r"\d{4}")
_OWN = ("accessibility", "search")
"""Pages of the platform that no announcement makes."""


def removed_problems(published: Collection[str], site: Site) -> tuple[Problem, ...]:
    """A warning for each announcement that was published and now has neither pages nor a replacement.

    An announcement that is a draft, or appears on a later day, is not removed; one that platform.yml lists in `gone`
    needs no warning.
    """
    known = {*site.every, *(f"pages/{a.name}" for a in site.every.values() if not a.kind.listed)}
    former = {address for a in site.every.values() for address in a.facts.moved_from}
    known |= {address if "/" in address else f"pages/{address}" for address in (*former, *site.settings.gone)}
    return tuple(_problem(key) for key in sorted(set(_keys(published, site)) - known))


def _keys(published: Collection[str], site: Site) -> Iterator[str]:
    """The announcements that had pages; a page of the platform itself is directly below its language."""
    listed = {kind.name for kind in site.settings.kinds if kind.listed}
    pages = [found for path in published if path.endswith(_INDEX) and (found := _PAGE.fullmatch(path))]
    folders = {found[2] for found in pages if found[2]}
    for found in pages:
        if found[1] not in site.settings.languages:
            continue
        if found[2] in listed and not _YEAR.fullmatch(found[3]):
            yield f"{found[2]}/{found[3]}"
        elif not found[2] and found[3] not in {*listed, *folders, *_OWN}:
            yield f"pages/{found[3]}"


def _problem(key: str) -> Problem:
    message = "{announcement} was published, and its address now leads nowhere."
    hint = (
        "Write `moved_from: [{address}]` in the announcement that takes its place, or bring it back. "
        "If nothing does, write `gone: [{address}]` in platform.yml."
    )
    address = key.removeprefix("pages/")
    return warning(Location(key), "removed-announcement", message, hint, announcement=key, address=address)
