"""Leaves out problems that only follow from a file that could not be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from noticeboard.model import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from noticeboard.model import Problem, Vocabulary
    from noticeboard.site.partial_version import PartialVersion

_OWN = frozenset({"missing-key", "missing-language", "missing-original", "required-version-not-current"})
"""Problems that an unread version of the same announcement may solve."""

_FOLLOWING = _OWN | {"address-collision", "broken-fragment", "broken-link", "missing-version", "unused-file"}
"""Problems that may follow from an unread platform.yml, which says what is offered."""

_TEXT = ".md"
_DEPTH = 2
_ABOUT = {"missing-alt": "image_alt", "missing-credit": "image_credit"}
"""Names of problems that the value of some other key can cause."""
_FILES = frozenset({"easy_read", "image", "privacy", "sign_language"})
"""Keys that name a file beside the text."""


class _Unread(Struct, frozen=True):
    """What could not be read: files, folders of no kind, vocabularies without terms, and parts of announcements.

    `faulty` holds the keys of each announcement whose value is unknown, `broken` the announcements with an error in a
    text; both by the announcement's key.
    """

    paths: frozenset[str]
    strange: frozenset[str]
    empty: frozenset[str]
    faulty: Mapping[str, frozenset[str]]
    broken: frozenset[str]


def without_consequences(
    problems: Iterable[Problem],
    faults: Iterable[Problem],
    vocabularies: Iterable[Vocabulary],
    partial: Mapping[str, PartialVersion],
) -> tuple[Problem, ...]:
    """The problems without those that may follow from a file with an error among the `faults`.

    All others stay, so that an editor sees at once everything to correct. `partial` are the versions with an error, by
    path; of one that joins its announcement, only the faulty parts count as unread.
    """
    errors = [fault for fault in faults if fault.severity is Severity.ERROR]
    if not errors:
        return tuple(problems)
    joined = {path: version for path, version in partial.items() if version.joins}
    paths = frozenset(fault.location.path for fault in errors) - joined.keys()
    unread = _Unread(
        paths,
        strange=frozenset(_part(f.location.path, 1) for f in errors if f.name == "unknown-kind"),
        empty=frozenset(v.name for v in vocabularies if not v.terms and f"vocabularies/{v.name}.yml" in paths),
        faulty=_faulty(joined),
        broken=frozenset(_announcement(path) for path, version in joined.items() if version.broken_text),
    )
    return tuple(p for p in problems if not _follows(p, unread))


def _faulty(joined: Mapping[str, PartialVersion]) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for path, version in joined.items():
        key = _announcement(path)
        found[key] = found.get(key, frozenset()).union(version.faulty)
    return found


def _follows(problem: Problem, unread: _Unread) -> bool:
    """Whether the problem may come from what could not be read."""
    name, values, own = problem.name, dict(problem.values), _announcement(problem.location.path)
    if not all("/" in path and not path.startswith("/") for path in unread.paths) and name in _FOLLOWING:
        return True
    if name == "unused-file":
        unknown = own in unread.broken or _FILES.intersection(unread.faulty.get(own, ()))
        return bool(unknown) or any(path.endswith(_TEXT) or path.count("/") < _DEPTH for path in unread.paths)
    if name == "unknown-term":
        return values["vocabulary"] in unread.empty
    if values.get("key", _ABOUT.get(name)) in unread.faulty.get(own, ()) and (name in _OWN or name in _ABOUT):
        return True
    meant = _meant(problem, values)
    if "survey" in values and {"deadline", "starts"}.intersection(unread.faulty.get(meant, ())):
        return True
    return bool(meant) and (_part(meant, 1) in unread.strange or any(_touch(meant, path) for path in unread.paths))


def _meant(problem: Problem, values: dict[str, str]) -> str:
    """The file or folder that the problem misses something of; "" if nothing unread could have it."""
    own = _announcement(problem.location.path)
    if problem.name in _OWN:
        return own
    if problem.name == "missing-image":
        return f"{own}/{values['file']}"
    if problem.name == "broken-link":
        survey = values.get("survey", "")
        survey = survey if "/" in survey or not survey else f"surveys/{survey}"
        return values.get("announcement") or values.get("file") or survey
    if problem.name == "broken-fragment":
        return values["path"].rpartition("/")[0]
    return values["path"] if problem.name == "missing-version" else ""


def _touch(one: str, other: str) -> bool:
    """Whether they are the same path, or one is a folder around the other."""
    return one == other or one.startswith(f"{other}/") or other.startswith(f"{one}/")


def _announcement(path: str) -> str:
    """The key of the announcement that a file belongs to."""
    return "/".join(path.split("/")[:_DEPTH])


def _part(path: str, number: int) -> str:
    return "".join(path.split("/")[number : number + 1])
