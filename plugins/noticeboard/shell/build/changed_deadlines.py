"""Texts whose deadline changed in the version history, which follows texts that were given another name."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from noticeboard.shell.build.git_output import git_output

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping
    from pathlib import Path

_LISTED = ("-M", "-l1000", "--name-status", "--relative")
_CHANGED = ("-G^deadline:", "--diff-filter=MRD", *_LISTED)
_RENAMED = ("--diff-filter=R", *_LISTED)
_FORMAT = "--format=%x09%H%x09%cs"
_MOST_FOLDERS = 500
"""Folders that are named to git one by one; of more it looks at all."""


class ChangedDeadline(NamedTuple):
    """A text whose line of the deadline changed: what it is of now, its path and revision before, and the day of it."""

    key: str
    path: str
    revision: str
    day: str


class _Entry(NamedTuple):
    """A text in a commit: its path after it and before it, the same where it was removed."""

    commit: str
    day: str
    path: str
    former: str
    is_removed: bool


class _Owners:
    """To whom the names of texts belonged, for who walks back through the history."""

    def __init__(self, keys: Collection[str], former: Mapping[str, str]) -> None:
        """Takes the announcements of now, and further folders that belong to one of them."""
        self._keys, self._former = keys, former
        self._by_path: dict[str, str | None] = {}

    def of(self, entry: _Entry) -> str | None:
        """The announcement of now that the text belonged to.

        One that was removed belonged to what says that it had its place, not to what has its name now.
        """
        folder = entry.path.rpartition("/")[0]
        own = folder if folder in self._keys and not entry.is_removed else None
        return self._by_path.get(entry.path, own or self._former.get(folder))

    def before(self, renamed: _Entry) -> None:
        """Goes back beyond a commit in which a text got its name."""
        self._by_path[renamed.former] = self.of(renamed)
        self._by_path[renamed.path] = None


def changed_deadlines(content: Path, keys: Collection[str], former: Mapping[str, str]) -> Iterator[ChangedDeadline]:
    """The changes of deadlines, the newest first, of the announcements with these keys.

    `former` are folders that announcements say they had, each with the key of now.
    """
    if not keys:
        return
    owners = _Owners(keys, former)
    yield from _saved_or_not(content, owners)
    renamed = list(_logged(content, _RENAMED, ["."]))
    folders = sorted({*keys, *former, *(entry.former.rpartition("/")[0] for entry in renamed)})
    changed = list(_logged(content, _CHANGED, folders if len(folders) <= _MOST_FOLDERS else ["."]))
    for entry, is_change in _in_order(content, changed, renamed):
        key = owners.of(entry)
        if not is_change:
            owners.before(entry)
        elif key:
            yield ChangedDeadline(key, entry.former, f"{entry.commit}^", entry.day)


def _saved_or_not(content: Path, owners: _Owners) -> Iterator[ChangedDeadline]:
    """What changed since the last commit; of a text that was moved aside, what its announcement says it was."""
    asked = ("diff", *_CHANGED, "HEAD", "--", ".")
    for entry in _entries(git_output(content, *asked)):
        if key := owners.of(entry):
            yield ChangedDeadline(key, entry.former, "HEAD", date.max.isoformat())
    for entry in _entries(git_output(content, "diff", *_RENAMED, "HEAD", "--", ".")):
        owners.before(entry)


def _logged(content: Path, asked: Iterable[str], folders: Iterable[str]) -> Iterator[_Entry]:
    return _entries(git_output(content, "log", *asked, _FORMAT, "--", *folders))


def _entries(printed: bytes) -> Iterator[_Entry]:
    """The texts of each commit, from lines of a commit and its day, and of a letter with one path or two."""
    commit = day = ""
    for line in printed.decode("utf-8", "replace").splitlines():
        first, *rest = line.split("\t")
        if line.startswith("\t"):
            commit, day = rest
        elif rest and first:
            yield _Entry(commit, day, rest[-1], rest[0], first == "D")


def _in_order(content: Path, changed: list[_Entry], renamed: list[_Entry]) -> Iterator[tuple[_Entry, bool]]:
    """Both lists as one, the newest first, and whether it is a change; of a commit its changes come first."""
    if not renamed:
        yield from ((entry, True) for entry in changed)
        return
    commits = git_output(content, "log", "--format=%H").decode().split()
    places = {commit: place for place, commit in enumerate(commits)}
    both = [*((entry, True) for entry in changed), *((entry, False) for entry in renamed)]
    yield from sorted(both, key=lambda found: places.get(found[0].commit, len(places)))
