"""What web servers must know of a built site: its languages, and its former addresses."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from noticeboard.formats.serving.serving_rules import Served

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_REFRESH = re.compile(rb'<meta http-equiv="refresh" content="0; ?url=([^"]+)"')
_HEAD = 2000
"""Bytes in which a page that only sends its reader on says so."""


def served_site(site: Path, siteurl: str) -> Served:
    """The facts for the configuration of a web server; `siteurl` is "" if unknown."""
    parts = urlsplit(siteurl)
    base = parts.path.rstrip("/")
    found = Served(
        base=base,
        languages=tuple(sorted(path.parent.name for path in site.glob("*/404.html"))),
        moved=tuple(_moved(site, base)),
    )
    return found.at(host=parts.netloc) if parts.netloc else found


def _moved(site: Path, base: str) -> Iterator[tuple[str, str]]:
    """Each former address with the new one, read from the redirect pages at former addresses."""
    for page in sorted(site.rglob("index.html")):
        with page.open("rb") as opened:
            found = _REFRESH.search(opened.read(_HEAD))
        if found:
            folder = page.parent.relative_to(site).as_posix()
            yield f"{base}/{folder}/", urlsplit(found[1].decode()).path
