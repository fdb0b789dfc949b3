"""What the target of a link or picture means, seen from the folder of an announcement."""

from __future__ import annotations

import posixpath
import re
import unicodedata
from dataclasses import dataclass, field
from functools import lru_cache
from urllib.parse import unquote

from noticeboard.fields.address_types import https_fault

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_PELICAN = re.compile(r"[{|](filename|static|attach)[}|](.*)", re.DOTALL)
_MAIL_FIELD = r"(?:subject|body)=[^\s&<>\"]*"
_MAIL = re.compile(rf"mailto:[^\s@:/?&<>\"]+@[^\s@:/?&<>\"]+(?:\?{_MAIL_FIELD}(?:&{_MAIL_FIELD})?)?")
_PHONE = re.compile(r"tel:\+?[0-9][0-9().-]{2,24}")
"""Addresses of RFC 6068 (with a subject and a body) and RFC 3966."""
_BARE = (
    (
        re.compile(r"[^\s@:/?#&<>\"]+@[^\s@:/?#&<>\"]+\.[a-z]{2,}"),
        "'{address}' is an e-mail address without mailto: in front.",
        "Write mailto:{address}.",
    ),
    (
        re.compile(r"www\.[^\s/]+\.[a-z]{2,}(?:[/?#]\S*)?"),
        "The address '{address}' lacks its beginning, https://.",
        "Write https://{address}.",
    ),
)
"""What people type for addresses, and which programs take for files."""

_FOLDER_DEPTH = 2
_KEPT = 500


@dataclass(frozen=True, slots=True)
class LinkTarget:
    """A link's target.

    `kind` is one of web (value: the address), fragment, announcement (kind/name), listing (kind), front,
    file (path below the content folder), survey, deadline, or bad: then `name`, `what` and `todo` tell the problem,
    templates that name the target as {address}. `version` is the text that the target names (nl for nl.md), which does
    not change where it leads: to the announcement in the reader's language.
    """

    kind: str
    value: str = ""
    fragment: str = ""
    name: str = ""
    message: str = ""
    hint: str = ""
    version: str = field(default="", compare=False)


# The versions of an announcement have the same targets, and several readers of a text ask for each.
@lru_cache(_KEPT)
def classify(target: str, folder: str) -> LinkTarget:
    """The meaning of a target as written in a text of the folder (such as surveys/school-mentoring)."""
    target = unicodedata.normalize("NFC", target.strip())
    if target in ("{survey}", "{deadline}"):
        return LinkTarget(target[1:-1])
    if target.startswith("#"):
        return LinkTarget("fragment", fragment=unquote(target[1:]))
    if _MAIL.fullmatch(target) or _PHONE.fullmatch(target):
        return LinkTarget("web", target)
    if _SCHEME.match(target) or target.startswith("//"):
        return _web(target)
    pelican = _PELICAN.fullmatch(target)
    if pelican:
        path = pelican[2]
        return _local(path[1:], "") if path.startswith("/") else _local(path, folder)
    return _local(target, folder)


def _web(target: str) -> LinkTarget:
    message = https_fault(target)
    return _bad("unsafe-address", message, "Use an https:// address.") if message else LinkTarget("web", target)


def _local(path: str, folder: str) -> LinkTarget:
    for form, message, hint in _BARE:
        if form.fullmatch(path):
            return _bad("broken-link", message, hint)
    path, _, fragment = unicodedata.normalize("NFC", unquote(path)).partition("#")
    if not path and not fragment:
        return _bad("broken-link", "A link leads nowhere.", "Write where it leads, or remove it.")
    if path.startswith("/") or "\\" in path or "?" in path or "{" in path:
        return _bad(
            "broken-link",
            "The link '{address}' cannot be followed.",
            "Name another text relative to this one, like ../other-survey/, or an https:// address.",
        )
    resolved = posixpath.normpath(posixpath.join(folder, path))
    if resolved == ".." or resolved.startswith("../"):
        return _bad(
            "path-leaves-folder",
            "The link '{address}' leaves the content folder.",
            "Link to a file or text inside the content folder.",
        )
    return _inside(resolved, fragment)


def _inside(resolved: str, fragment: str) -> LinkTarget:
    parts, version = [] if resolved == "." else resolved.split("/"), ""
    if parts and parts[-1].endswith(".md"):
        version = parts.pop().removesuffix(".md")
    elif len(parts) > _FOLDER_DEPTH:
        return LinkTarget("file", resolved)
    names = {0: "front", 1: "listing", 2: "announcement"}
    return LinkTarget(names.get(len(parts), "file"), "/".join(parts), fragment, version=version)


def _bad(name: str, message: str, hint: str) -> LinkTarget:
    return LinkTarget("bad", name=name, message=message, hint=hint)
