"""Reads a platform's own catalogues in its content folder."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from noticeboard.digest import digest
from noticeboard.sources.catalogue_file import CatalogueFile, read_catalogue

if TYPE_CHECKING:
    from collections.abc import Iterable

    from noticeboard.shell.project import Project


def own_catalogues(project: Project, paths: Iterable[str]) -> tuple[dict[str, CatalogueFile], dict[str, str]]:
    """The catalogues at these paths below the content folder by language, and the digests of their bytes.

    Unreadable ones are left out, because the reader of the content folder reports them.
    """
    files, digests = {}, {}
    for path in paths:
        try:
            data = (project.content / path).read_bytes()
        except OSError:
            continue
        lang = PurePosixPath(path).stem
        files[lang], digests[lang] = read_catalogue(lang, data, path), digest(data)
    return files, digests
