"""The metadata of each file for object storage, which has no rules: type and caching."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from noticeboard.formats.serving import serving_rules as rules

if TYPE_CHECKING:
    from collections.abc import Iterable


def storage_metadata(served: rules.Served, files: Iterable[str]) -> str:
    """JSON: path -> Content-Type and Cache-Control of each file, and the redirects by former path."""
    found = {path: {"Content-Type": type_of(path), "Cache-Control": kept(path, served.base)} for path in sorted(files)}
    moved = {f"{old.removeprefix(served.base).lstrip('/')}index.html": new for old, new in served.moved}
    text = json.dumps({"files": found, "redirects": moved}, ensure_ascii=False, indent=1)
    return f"{text}\n"


def type_of(path: str) -> str:
    """The Content-Type of a file of the site, by its name."""
    if path.rpartition("/")[2] == "feed.xml":
        return rules.FEED_TYPE
    return rules.TYPES.get(path.rpartition(".")[2], "application/octet-stream")


def kept(path: str, base: str = "") -> str:
    """How long browsers may cache a file, by its name; `?v=…` in addresses of the theme's files is not known there."""
    address = f"{base}/{path}"
    for pattern in (rules.index_files(base), rules.pictures(base)):
        if re.search(pattern, address):
            return rules.FOREVER
    return rules.SHORT if path.startswith("theme/") else rules.ASK
