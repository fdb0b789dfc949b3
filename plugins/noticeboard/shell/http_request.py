"""The file of the site for the address of a request; both servers use this one rule."""

from __future__ import annotations

import os
import re
import stat
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote_to_bytes, urlsplit

if TYPE_CHECKING:
    from collections.abc import Sequence

_HERE = re.compile(r"(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?", re.IGNORECASE)
_BROKEN_ESCAPE = re.compile(r"%(?![0-9A-Fa-f]{2})")


class BadRequest(ValueError):  # noqa: N818 - it is named after HTTP's answer
    """A request that no client sends that keeps to the rules (RFC 9110, 15.5.1)."""


def is_here(host: str) -> bool:
    """Whether a Host header names this machine. Another name could be that of a site whose page reads ours."""
    return bool(_HERE.fullmatch(host))


def asked_path(target: str) -> str:
    """The decoded path of a request; `target` is as in http.server. Raises BadRequest.

    Source: RFC 9112, 3.2 (a path, or a whole http address); RFC 3986, 2.1 (escapes), whose bytes must be UTF-8.
    """
    if not target.startswith("/"):
        target = _of_whole_address(target)
    path = re.split("[?#]", target, maxsplit=1)[0]
    if _BROKEN_ESCAPE.search(path):
        raise BadRequest(target)
    try:
        # http.server takes bytes for Latin-1.
        found = unquote_to_bytes(path.encode("latin-1")).decode()
    except UnicodeError as fault:
        raise BadRequest(target) from fault
    if any(unicodedata.category(character) == "Cc" for character in found):
        raise BadRequest(target)
    return found


def _of_whole_address(target: str) -> str:
    try:
        parts = urlsplit(target)
    except ValueError as fault:
        raise BadRequest(target) from fault
    if parts.scheme != "http" or not is_here(parts.netloc):
        raise BadRequest(target)
    return parts.path or "/"


def file_at(folder: Path, path: str) -> Path | None:
    """The file or folder at a decoded path; None if there is none that is served.

    Names that begin with a dot are not served, nor files outside the folder to which a link leads. A path that ends in
    a slash asks for the folder's index.html.
    """
    named = [part for part in path.split("/") if part] + (["index.html"] if path.endswith("/") else [])
    if not _is_served(named):
        return None
    root = os.path.realpath(folder)
    real = os.path.realpath(Path(folder, *named))
    if real != root and not real.startswith(root + os.sep):
        return None
    inner = Path(real).relative_to(root)
    return Path(folder, inner) if _is_served(inner.parts) and _is_plain(Path(real)) else None


def _is_served(parts: Sequence[str]) -> bool:
    return not any(part.startswith(".") or _SEPARATORS & set(part) for part in parts)


_SEPARATORS = set("\\:") if os.name == "nt" else set()
"""What separates folders or names a drive on this system, besides the slash."""


def _is_plain(path: Path) -> bool:
    """Whether there is a file or a folder there: nobody waits for a pipe."""
    try:
        mode = path.stat().st_mode
    except OSError:
        return False
    return stat.S_ISREG(mode) or stat.S_ISDIR(mode)
