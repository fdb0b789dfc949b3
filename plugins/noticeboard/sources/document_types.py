"""Files that texts link to: published when they are of a type that no browser runs or shows as a page of the site."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from noticeboard.model import Location, error

if TYPE_CHECKING:
    from noticeboard.model import Problem

HEAD = 1024
"""How many bytes of a file's beginning show its type."""

MOST_BYTES = 100_000_000
"""The limit for a file that is published as it is, because it is in memory while it is copied."""

_ZIP = b"PK(?:\x03\x04|\x05\x06)"
_PACKED = b"PK\x03\x04.{26}mimetype"
_TEXT = rb"(?:\xef\xbb\xbf)?+(?!\s*<)[^\x00-\x08\x0e-\x1a\x1c-\x1f]*\Z|\xff\xfe(?!<)|\xfe\xff(?!\x00<)"

_BEGINNINGS = {
    "pdf": rb"%PDF-\d",
    "odt": _PACKED + rb"application/vnd\.oasis\.opendocument\.text",
    "ods": _PACKED + rb"application/vnd\.oasis\.opendocument\.spreadsheet",
    "docx": _ZIP,
    "xlsx": _ZIP,
    "csv": _TEXT,
    "zip": _ZIP,
    "epub": _PACKED + rb"application/epub\+zip",
    "mp3": rb"ID3|\xff[\xe2-\xff]",
    "mp4": rb".{4}ftyp",
    "vtt": rb"(?:\xef\xbb\xbf)?WEBVTT(?:[\s]|\Z)",
}
"""What files of a type begin with, by ending.

Sources: WHATWG MIME Sniffing; OpenDocument 1.3, part 2, 3.3; EPUB OCF 3.3, 4.3.
"""

RASTERS = ("jpg", "jpeg", "png", "webp", "avif", "gif")
PICTURES = (*RASTERS, "svg")
TYPES = (*_BEGINNINGS, *PICTURES)
"""The endings of files that texts may link to."""

_NEVER = "Files that end in .{ending} are not published: a browser could run them, or nobody could open them."
_PAGES = frozenset({"htm", "html", "mht", "mhtml", "shtml", "xht", "xhtml", "xml", "xsl", "xslt"})
_OFFICE = {"doc": "docx", "docm": "docx", "dot": "docx", "rtf": "docx", "xls": "xlsx", "xlsm": "xlsx", "xlsb": "xlsx"}
_SLIDES = frozenset({"key", "odp", "ppt", "pptm", "pptx"})


def ending(path: str) -> str:
    """The file's ending in small letters, without the dot; "" if it has none."""
    name = path.rpartition("/")[2]
    return name.rpartition(".")[2].lower() if "." in name else ""


def document_problems(path: str, head: bytes, size: int) -> tuple[Problem, ...]:
    """Why a file may not be published as it is: an error `unsafe-file` or `too-long`, or nothing.

    `head` are its first HEAD bytes, `size` counts all. Pictures are judged elsewhere, by decoding them.
    """
    kind = ending(path)
    if size > MOST_BYTES:
        message = "The file has {size} bytes; {most} are the most that is published."
        hint = "Make it smaller, or publish it elsewhere and link to its https:// address."
        return (error(Location(path), "too-long", message, hint, size=size, most=MOST_BYTES),)
    if kind in PICTURES:
        return ()
    if kind not in _BEGINNINGS:
        return (_refused(path, kind),)
    if re.match(_BEGINNINGS[kind], head, re.DOTALL):
        return ()
    message = "The file's ending is .{ending}, but it does not begin like such a file."
    hint = "Save it again as {ending}, or give it the ending of what it is."
    return (error(Location(path), "unsafe-file", message, hint, ending=kind),)


def _refused(path: str, kind: str) -> Problem:
    message, hint = _NEVER, "Save it as one of {types}, or put it in a zip file."
    if not kind:
        message = "Files without an ending are not published: nobody could tell what they are."
    elif kind in _PAGES:
        message = "Files that end in .{ending} are not published: a browser would show them as a page of this site."
        hint = "Save it as PDF and link to that, or write its text in a .md file."
    elif kind in _OFFICE:
        hint = "Save it as {meant} or PDF and link to that."
    elif kind in _SLIDES:
        hint = "Save it as PDF and link to that."
    values = {"ending": kind, "meant": _OFFICE.get(kind, ""), "types": ", ".join(_BEGINNINGS)}
    named = {name: value for name, value in values.items() if f"{{{name}}}" in message + hint}
    return error(Location(path), "unsafe-file", message, hint, **named)
