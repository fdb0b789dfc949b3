"""What the last build of a command was made from and what it left, so that it need not be repeated.

A build is skipped if nothing can have changed: the command, the settings, every file that is read (by size, times and
inode; by content if it changed just then), every file in the output, and the time up to the next change. In any doubt
there is an ordinary build.
"""

from __future__ import annotations

import json
import os
import sys
import time
from contextlib import suppress
from hashlib import sha256
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from msgspec import Struct

from noticeboard.model import Problem, Stored
from noticeboard.shell.build.file_snapshot import digests, file_marks, state_digest
from noticeboard.shell.build.manifest import written_files
from noticeboard.shell.cache.atomic_files import read_regular, write_atomically
from noticeboard.shell.cache.signed_records import Signer
from noticeboard.shell.settings_file import run_settings

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from noticeboard.shell.build.file_snapshot import FileMarks, FileSnapshot
    from noticeboard.shell.build.output_state import State

_FORM = 2
_ENVIRONMENT = ("SOURCE_DATE_EPOCH", "NOTICEBOARD_LANG", "LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
"""Variables that change what a build does or says."""

_BUILDING = ("-o", "--output", "-t", "--theme-path", "-e", "--extra-settings")


class BuildCommand(Struct, frozen=True):
    """The identity of a build: a digest of the command and its settings, and the file with its record.

    `dated` says that the day was given, so that the clock does not matter.
    """

    key: str
    file: Path
    dated: bool


class PrintedResult(Stored, frozen=True):
    """What a build prints if it has nothing to do: its closing line without the seconds, and the warnings.

    The paths of warnings are relative to `content`.
    """

    closing: str
    content: str = ""
    warnings: tuple[Problem, ...] = ()


class BuildRecord(Struct, frozen=True):
    """What a build leaves for the next: the folders that it read, their state before, and how long that is valid.

    `states` are those of the output's files; `begins` and `until` are POSIX times; `said` is what the next build prints
    if it has nothing to do.
    """

    roots: tuple[str, ...]
    inputs: FileSnapshot
    output: Path
    states: Mapping[str, State]
    begins: float
    until: float
    said: PrintedResult


class Memory(Stored, frozen=True):
    """A BuildRecord as it is stored; `left` is a digest of the state of the output."""

    roots: tuple[str, ...]
    seen: str
    fresh: dict[str, str]
    output: str
    left: str
    begins: float
    until: float
    said: PrintedResult


def command_of(settings_file: str, arguments: Sequence[str], extra: Mapping[str, object]) -> BuildCommand | None:
    """The command if all its settings are plain values and no other plugin takes part; else None."""
    # Elsewhere the time of change of a file is not kept; other options of Pelican's do more than build.
    if os.name != "posix" or any(a.startswith("-") and a not in _BUILDING for a in arguments):
        return None
    try:
        settings = run_settings(settings_file)
    except (Exception, SystemExit):  # noqa: BLE001 - settings are Python and may raise anything; Pelican will say it
        return None
    if settings.get("PLUGINS") != ["noticeboard"] or not _is_plain(settings):
        return None
    file = str(Path(settings_file).resolve())
    location = (file, str(Path.cwd()), [*arguments])
    environment = [os.environ.get(name) for name in _ENVIRONMENT]
    key = _digest(repr((_FORM, sys.version, location, environment, _sorted(extra), _sorted(settings))))
    cache = _cache(arguments) or str(Path(file).parent / str(settings.get("CACHE_PATH") or "cache"))
    kept = Path(cache) / f"noticeboard-last-{_digest(repr(location))[:16]}"
    return BuildCommand(key, kept, dated=bool(environment[0] or extra.get("NOTICEBOARD_TODAY")))


def _is_plain(value: object) -> bool:
    if isinstance(value, list | tuple | set | frozenset):
        return all(map(_is_plain, value))
    if isinstance(value, dict):
        return all(map(_is_plain, value)) and all(map(_is_plain, value.values()))
    return value is None or isinstance(value, str | int | float | PurePath)


def _sorted(value: object) -> object:
    """The value with a repr that depends on no order of hashes."""
    if isinstance(value, dict):
        return sorted((repr(key), _sorted(found)) for key, found in value.items())
    if isinstance(value, set | frozenset):
        return sorted(map(repr, value))
    return [_sorted(item) for item in value] if isinstance(value, list | tuple) else repr(value)


def _cache(arguments: Sequence[str]) -> str:
    """The CACHE_PATH that the command gives, "" if it gives none."""
    given = [a.removeprefix("CACHE_PATH=") for a in arguments if a.startswith("CACHE_PATH=")]
    with suppress(ValueError):
        return str(json.loads(given[-1])) if given else ""
    return ""


def repeated(command: BuildCommand) -> tuple[PrintedResult | None, FileMarks | None]:
    """What the last build printed if nothing has changed since; None if the site must be built.

    Also the marks of all files that were looked at for that; None if none had to be looked at.
    """
    found = _remembered(command)
    if not found or not (command.dated or found.begins <= time.time() < found.until):
        return None, None
    marks = file_marks(found.roots)
    if marks.snapshot.seen != found.seen or digests(found.fresh) != found.fresh:
        return None, marks
    return found.said if _left(Path(found.output)) == found.left else None, marks


def _remembered(command: BuildCommand) -> Memory | None:
    with suppress(OSError):
        return Signer().loads(command.key.encode(), read_regular(command.file), Memory)
    return None


def timed(closing: str, seconds: float) -> str:
    """The closing line of a build: what it did, and how long it took."""
    return f"{closing}, {seconds:.1f} s.\n"


def remember(command: BuildCommand, left: BuildRecord) -> None:
    """Stores the record of a build. If it cannot be written, the next build is an ordinary one."""
    if left.inputs.fresh is None:
        return
    memory = Memory(
        roots=left.roots,
        seen=left.inputs.seen,
        fresh=dict(left.inputs.fresh),
        output=str(left.output),
        left=state_digest((path, left.states[path]) for path in sorted(left.states)),
        begins=left.begins,
        until=left.until,
        said=left.said,
    )
    with suppress(OSError):
        write_atomically(command.file, Signer().dumps(command.key.encode(), memory))


def _left(output: Path) -> str:
    """A digest of the sizes and times of all our files in the output folder."""
    return state_digest(_states(str(output), sorted(written_files(output))))


def _digest(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogateescape")).hexdigest()


def _states(folder: str, paths: Iterable[str]) -> Iterable[tuple[str, State]]:
    for path in paths:
        try:
            found = os.lstat(f"{folder}/{path}")
        except OSError:
            yield path, (-1, -1)
        else:
            yield path, (found.st_size, found.st_mtime_ns)
