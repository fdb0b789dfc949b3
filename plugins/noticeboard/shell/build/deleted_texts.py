"""Announcements that were published and deleted, from the history in git.

A fresh clone, as in continuous integration, has no output folder to compare with, but it has the history. What a
shallow clone lacks is not known.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from noticeboard.shell.build.former_texts import finished_values
from noticeboard.shell.build.git_output import git_output

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from noticeboard.site import Site

_TEXT = re.compile(r"([a-z0-9-]+)/([a-z0-9-]+)/([A-Za-z0-9-]+)\.md")


def deleted_pages(content: Path, site: Site) -> set[str]:
    """The output files at which announcements answered whose last text was deleted in git's history.

    Nothing if the content folder is in no repository. A text that was a draft, or not yet due, answered nowhere.
    """
    listed = {kind.name: kind.listed for kind in site.settings.kinds}
    found = set()
    for path, commit in _deletions(content).items():
        kind, name, lang = _TEXT.fullmatch(path).groups()  # type: ignore[union-attr]  # only such paths are there
        if kind not in listed or f"{kind}/{name}" in site.every:
            continue
        if _was_public(git_output(content, "show", f"{commit}^:./{path}"), path, site.today):
            found.add(f"{lang}/{kind}/{name}/index.html" if listed[kind] else f"{lang}/{name}/index.html")
    return found


def _deletions(content: Path) -> dict[str, str]:
    """The texts that were deleted, by their paths below the content folder, each with the newest commit that did it."""
    asked = ("log", "--diff-filter=D", "--no-renames", "--name-only", "--relative", "--format=%x09%H", "--", ".")
    found: dict[str, str] = {}
    commit = ""
    for line in git_output(content, *asked).decode("utf-8", "replace").splitlines():
        if line.startswith("\t"):
            commit = line[1:]
        elif _TEXT.fullmatch(line) and not (content / line).exists():
            found.setdefault(line, commit)
    return found


def _was_public(data: bytes, path: str, today: date | None) -> bool:
    values = finished_values(data, path)
    return values is not None and (today is None or str(values.get("published") or "") <= today.isoformat())
