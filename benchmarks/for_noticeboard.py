"""A corpus for Noticeboard: its content folder, built with this repository's settings and theme."""

from __future__ import annotations

import sys
from functools import partial
from typing import TYPE_CHECKING

from benchmarks.content import text_path, write_content
from benchmarks.corpus import TODAY
from benchmarks.facts import ROOT
from benchmarks.project import Project

if TYPE_CHECKING:
    from pathlib import Path

    from benchmarks.corpus import Corpus

SINGLE_PROCESS = {"NOTICEBOARD_WORKERS": "1"}
"""The environment of a build without worker processes."""


def prepare(corpus: Corpus, folder: Path, *, single_process: bool = False) -> Project:
    """Writes the corpus below the folder."""
    content, output, cache = folder / "content", folder / "output", folder / "cache"
    write_content(corpus, content)
    command = [sys.executable, "-m", "noticeboard", "build", str(content), "-o", str(output)]
    command += ["-s", str(ROOT / "pelicanconf.py"), "-e", f'CACHE_PATH="{cache}"', "--today", TODAY, "--explain"]
    return Project(
        name="noticeboard",
        command=tuple(command),
        folder=folder,
        output=output,
        text=partial(text_path, content),
        caches=(cache,),
        environment=SINGLE_PROCESS if single_process else {},
        apart=r"languages? indexed for the search in ([0-9.]+) seconds",
    )
