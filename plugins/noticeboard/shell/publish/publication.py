"""Makes a release of a built site: what did not change is linked, what did is copied and compressed."""

from __future__ import annotations

import filecmp
import os
import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING

from noticeboard.shell.build.worker_pool import processes, workers
from noticeboard.shell.cache.folder_lock import lock_folder, release_folder
from noticeboard.shell.publish.precompression import COMPRESSED, compress, is_compressible

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from pathlib import Path

    from noticeboard.shell.publish.releases import Releases

_CHUNK = 8
"""Files that a process compresses at a time."""


@dataclass(frozen=True, slots=True)
class Publication:
    """The number of the release (None if nothing changed), and how many files it has, changed and removed."""

    number: int | None
    files: int
    changed: int
    removed: int


def publish_site(site: Path, releases: Releases) -> Publication:
    """Makes a release of the site and puts it online, unless it is the same as the one that is; raises OSError.

    It waits for a build that writes into the site, and lets no other begin.
    """
    held = lock_folder(site, wait=True)
    try:
        return _published(site, releases)
    finally:
        release_folder(held)


def _published(site: Path, releases: Releases) -> Publication:
    online = releases.current()
    before = releases.path(online) if online is not None else None
    files = sorted(_published_files(site))
    old = {path for path in _files(before) if not path.endswith(COMPRESSED) or path in files} if before else set()
    changed = [path for path in files if before is None or path not in old or not _is_same(site / path, before / path)]
    removed = len(old - set(files))
    if before is not None and not changed and not removed:
        return Publication(None, len(files), 0, 0)
    made = releases.make()
    _fill(made, site, before, files, set(changed))
    _compress([str(made / path) for path in changed if is_compressible(path, (made / path).stat().st_size)])
    number = releases.add(made)
    releases.switch(number)
    return Publication(number, len(files), len(changed), removed)


def _fill(made: Path, site: Path, before: Path | None, files: Iterable[str], changed: Collection[str]) -> None:
    """Copies changed files from the site into the new release, and links the others to the release before."""
    for path in files:
        (made / path).parent.mkdir(parents=True, exist_ok=True)
        if before is not None and path not in changed:
            _link(before, made, path)
        else:
            shutil.copyfile(site / path, made / path)


def _published_files(site: Path) -> list[str]:
    """The site's files; names that begin with a dot are the build's own, except for .well-known (RFC 8615)."""
    parts = ((path, path.removeprefix(".well-known/").split("/")) for path in _files(site))
    return [path for path, names in parts if not any(name.startswith(".") for name in names)]


def _files(folder: Path) -> list[str]:
    """The paths of all regular files below a folder; links are not followed."""
    found = []
    for root, folders, names in os.walk(folder):
        folders.sort()
        inside = os.path.relpath(root, folder)
        prefix = "" if inside == "." else f"{inside.replace(os.sep, '/')}/"
        found += [f"{prefix}{name}" for name in sorted(names) if not os.path.islink(f"{root}/{name}")]  # noqa: PTH114
    return found


def _is_same(one: Path, other: Path) -> bool:
    return one.stat().st_size == other.stat().st_size and filecmp.cmp(one, other, shallow=False)


def _link(before: Path, made: Path, path: str) -> None:
    """Lets the new release have the old one's file, and its compressed forms; a copy where links are not possible."""
    for name in (path, *(f"{path}{ending}" for ending in COMPRESSED)):
        if (before / name).is_file():
            try:
                os.link(before / name, made / name)
            except OSError:
                shutil.copy2(before / name, made / name)


def _compress(paths: list[str]) -> None:
    """Compresses the files in all processes, large ones first."""
    ordered = sorted(paths, key=lambda path: (-os.stat(path).st_size, path))  # noqa: PTH116
    chunks = [ordered[start :: max(len(ordered) // _CHUNK, 1)] for start in range(max(len(ordered) // _CHUNK, 1))]
    with workers(processes(len(chunks), 2)) as pool:
        for done in [pool.submit(_compress_all, chunk) for chunk in chunks]:
            done.result()


def _compress_all(paths: list[str]) -> None:
    for path in paths:
        compress(path)
