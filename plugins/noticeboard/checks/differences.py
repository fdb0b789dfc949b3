"""Figures, dates and times that one version states and another does not."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date, datetime
from typing import TYPE_CHECKING, NamedTuple

from noticeboard.checks.same_value import same_value
from noticeboard.checks.versions import counterpart, everyone
from noticeboard.languages.date_readings import date_parts
from noticeboard.languages.spelled import in_words
from noticeboard.model import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from noticeboard.checks.versions import Family
    from noticeboard.prose.gist import Mark
    from noticeboard.site import Announcement, Facts, Site, Source

Said = dict[tuple[str, str, int], "Mark"]
"""What a version states, by kind, value, and a number that is above 1 where a table has a value again."""

_TAG = re.compile("<[^>]*>")


class Difference(NamedTuple):
    """What one version states (`here`, None where it is missing) and another (`there`, None where it is not there)."""

    place: Place
    here: Mark | None
    there: Mark | None
    other: Source


def differences(announcement: Announcement, site: Site, kind: str) -> Iterator[list[Difference]]:
    """For each version that differs from the others in what it states of that kind, the differences."""
    for family in everyone(announcement, site):
        values = {tuple(sorted(m.value for m in v.gist.marks if m.kind == kind)) for v in family.versions}
        if len(values) > 1:
            yield from _of_family(family, announcement.facts, kind)


def _of_family(family: Family, facts: Facts, kind: str) -> Iterator[list[Difference]]:
    said = {v.lang: _said(v) for v in family.versions}
    right = _right(said, said[family.original.lang])
    for version in family.versions:
        own = said[version.lang]
        if own.keys() == right.keys():
            continue
        other = family.witness(version)
        extra = [key for key in own if key not in right]
        lacking = [key for key in right if key not in own]
        meant = _Meant(version, other, own, right, facts)
        extra, lacking = (
            [k for k in extra if k[0] == kind and not meant.elsewhere(k, lacking)],
            [k for k in lacking if k[0] == kind and not meant.here(k, extra)],
        )
        found = list(_paired(version, [own[k] for k in extra], [right[k] for k in lacking], said, family))
        if found:
            yield found
