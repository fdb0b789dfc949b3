"""Names that have changed: the old one works for one version more, with a warning that names the new one.

To rename a key, change its field and add a row to the table: old name -> new name and the version that renamed it. The
version after the next minor one takes the row out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeVar

from noticeboard.model import Location, Problem, error, warning

if TYPE_CHECKING:
    from collections.abc import Mapping

Loc = tuple[str | int, ...]
Value = TypeVar("Value")


class Renamed(NamedTuple):
    """The new name of a key, and the version of Noticeboard that gave it."""

    name: str
    since: str


PLATFORM_KEYS: Mapping[str, Renamed] = {}
"""Keys of platform.yml."""

FRONT_MATTER_KEYS: Mapping[str, Renamed] = {}
"""Keys of front matter."""

SETTINGS: Mapping[str, Renamed] = {}
"""Settings in pelicanconf.py and publishconf.py."""


def under_new_names(
    values: Mapping[str, Value], key_places: Mapping[Loc, Location], table: Mapping[str, Renamed]
) -> tuple[dict[str, Value], dict[str, str], tuple[Problem, ...]]:
    """The values under their new names, the old name of each new one that was used so, and a problem for each.

    It is a warning; if both names are used, nobody can know which value counts, and it is an error.
    """
    found, olds, problems = {}, {}, []
    for key, value in values.items():
        renamed = table.get(key)
        if renamed is None:
            found[key] = value
            continue
        problems.append(renamed_problem(key_places[(key,)], key, renamed, doubled=renamed.name in values))
        if renamed.name not in values:
            found[renamed.name], olds[renamed.name] = value, key
    return found, olds, tuple(problems)


def renamed_problem(location: Location, old: str, renamed: Renamed, *, doubled: bool) -> Problem:
    """The problem of an old name; `doubled` says that the new one is there, too."""
    if doubled:
        message = "`{old}` is the former name of `{new}`, and both appear here."
        return error(location, "former-name", message, "Keep `{new}`.", old=old, new=renamed.name)
    message = "`{old}` is called `{new}` since version {since}."
    hint = "Write `{new}`: the next version does not know the old name any more."
    return warning(location, "former-name", message, hint, old=old, new=renamed.name, since=renamed.since)


def relocated(places: Mapping[Loc, Location], olds: Mapping[str, str]) -> dict[Loc, Location]:
    """The locations by key, those of an old name under the new one, too."""
    news = {old: new for new, old in olds.items()}
    moved = {(news[str(loc[0])], *loc[1:]): place for loc, place in places.items() if loc and str(loc[0]) in news}
    return {**places, **moved}
