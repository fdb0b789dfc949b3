"""Problems of how parts fit together that only follow from a part that could not be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from noticeboard.model import Severity

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from noticeboard.model import Problem, Vocabulary

_OWN = frozenset({"missing-key", "missing-language", "missing-original", "required-version-not-current"})
"""What an unread version of the same announcement may state."""

_FOLLOWING = _OWN | {"address-collision", "broken-fragment", "broken-link", "missing-version", "unused-file"}
"""What may follow from the platform's own file, which says what is offered."""

_TEXT = ".md"
_DEPTH = 2


def without_consequences(
    problems: Iterable[Problem], faults: Iterable[Problem], vocabularies: Iterable[Vocabulary]
) -> tuple[Problem, ...]:
    """The problems, without those that may come from a file in which there is an error among the `faults`.

    Every other one stays, so that an editor sees all that is to be mended at once.
    """
    errors = [fault for fault in faults if fault.severity is Severity.ERROR]
    if not errors:
        return tuple(problems)
    unread = frozenset(fault.location.path for fault in errors)
    strange = frozenset(_part(f.location.path, 1) for f in errors if f.name == "unknown-kind")
    empty = frozenset(v.name for v in vocabularies if not v.terms and f"vocabularies/{v.name}.yml" in unread)
    return tuple(p for p in problems if not _follows(p, unread, strange, empty))


def _follows(problem: Problem, unread: Collection[str], strange: Collection[str], empty: Collection[str]) -> bool:
    """Whether the problem may come from an unread path, a folder of no kind or a vocabulary without terms."""
    name, values = problem.name, dict(problem.values)
    if not all("/" in path and not path.startswith("/") for path in unread) and name in _FOLLOWING:
        return True
    if name == "unused-file":
        return any(path.endswith(_TEXT) or path.count("/") < _DEPTH for path in unread)
    if name == "unknown-term":
        return values["vocabulary"] in empty
    meant = _meant(problem, values)
    return bool(meant) and (_part(meant, 1) in strange or any(_touch(meant, path) for path in unread))


def _meant(problem: Problem, values: dict[str, str]) -> str:
    """The file or folder that the problem misses something of; "" where nothing unread could have it."""
    own = "/".join(problem.location.path.split("/")[:_DEPTH])
    if problem.name in _OWN:
        return own
    if problem.name == "missing-image":
        return f"{own}/{values['file']}"
    if problem.name == "broken-link":
        survey = f"surveys/{values['survey']}" if "survey" in values else ""
        return values.get("announcement") or values.get("file") or survey
    if problem.name == "broken-fragment":
        return values["path"].rpartition("/")[0]
    return values["path"] if problem.name == "missing-version" else ""


def _touch(one: str, other: str) -> bool:
    """Whether they are the same path, or one is a folder around the other."""
    return one == other or one.startswith(f"{other}/") or other.startswith(f"{one}/")


def _part(path: str, number: int) -> str:
    return "".join(path.split("/")[number : number + 1])
