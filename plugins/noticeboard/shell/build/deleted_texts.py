"""What the version history tells of announcements that were published once and are no longer there.

A fresh clone, as continuous integration makes one, has no output folder to compare with; the history it has. What a
shallow clone lacks cannot be told.
"""

from __future__ import annotations

import os
import re
import subprocess
from typing import TYPE_CHECKING

from noticeboard.sources.front_matter import parse
from noticeboard.sources.text_decoding import decode

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from noticeboard.site import Site

_GIT = ("git", "-c", "core.quotePath=false", "-c", "log.showSignature=false", "--no-pager")
_QUIET = {"GIT_TERMINAL_PROMPT": "0", "GIT_OPTIONAL_LOCKS": "0", "GIT_NO_LAZY_FETCH": "1", "LC_ALL": "C"}
_SECONDS = 20
_TEXT = re.compile(r"([a-z0-9-]+)/([a-z0-9-]+)/([A-Za-z0-9-]+)\.md")


def deleted_pages(content: Path, site: Site) -> set[str]:
    """The output files at which announcements answered whose last text was deleted in git's history.

    Nothing where the content folder is in no repository. A text that was a draft, or not yet due, answered nowhere.
    """
    listed = {kind.name: kind.listed for kind in site.settings.kinds}
    found = set()
    for path, commit in _deletions(content).items():
        kind, name, lang = _TEXT.fullmatch(path).groups()  # type: ignore[union-attr]  # only such paths are there
        if kind not in listed or f"{kind}/{name}" in site.every:
            continue
        if _was_public(_said(content, "show", f"{commit}^:./{path}"), path, site.today):
            found.add(f"{lang}/{kind}/{name}/index.html" if listed[kind] else f"{lang}/{name}/index.html")
    return found


def _deletions(content: Path) -> dict[str, str]:
    """The texts that were deleted, by their paths below the content folder, each with the newest commit that did it."""
    asked = ("log", "--diff-filter=D", "--no-renames", "--name-only", "--relative", "--format=%x09%H", "--", ".")
    found: dict[str, str] = {}
    commit = ""
    for line in _said(content, *asked).decode("utf-8", "replace").splitlines():
        if line.startswith("\t"):
            commit = line[1:]
        elif _TEXT.fullmatch(line) and not (content / line).exists():
            found.setdefault(line, commit)
    return found


def _was_public(data: bytes, path: str, today: date | None) -> bool:
    text, problems = decode(data, path)
    if problems or not text:
        return False
    values = parse(text, path).values
    published = str(values.get("published") or "")
    return values.get("status") != "draft" and (today is None or published <= today.isoformat())


def _said(content: Path, *arguments: str) -> bytes:
    """What git prints; nothing where there is no git, no repository, or too much of it."""
    try:
        done = subprocess.run(  # noqa: S603 - the arguments are a list, and no shell reads them
            (*_GIT, *arguments),
            cwd=content,
            env={**os.environ, **_QUIET},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=_SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return b""
    return done.stdout
