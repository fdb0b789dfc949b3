"""The one list of headers per path from which every server's configuration is written.

Sources: Content Security Policy Level 3, Fetch (nosniff), Referrer Policy, Permissions Policy, RFC 6797 (HSTS),
RFC 9111 and RFC 8246 (caching).
"""

from __future__ import annotations

import re
from typing import Self

from msgspec import Struct
from msgspec.structs import replace

_OWN = (
    "default-src 'none'; style-src 'self'; img-src 'self'; media-src 'self'; "
    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
POLICY = f"{_OWN}; script-src 'self'"
"""For pages: they need nothing but their own styles, pictures and scripts."""

SEARCH_POLICY = f"{_OWN}; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'"
"""For search pages, whose search runs as WebAssembly and loads its index from the site."""

FILE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox"
"""For documents and pictures that are opened directly: nothing in them runs. PDF viewers do not work with it."""

SECURITY = (
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "strict-origin-when-cross-origin"),
    ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
)
"""For everything."""

HSTS = ("Strict-Transport-Security", "max-age=31536000; includeSubDomains")
"""Only on request: it cannot be taken back for a year."""

ASK = "no-cache"
"""Browsers may keep it, and ask each time whether it has changed."""

SHORT = "public, max-age=3600"
FOREVER = "public, max-age=31536000, immutable"
"""For files whose names or versions depend on their content."""

TYPES = {
    "html": "text/html; charset=utf-8",
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "json": "application/json; charset=utf-8",
    "xml": "application/xml; charset=utf-8",
    "txt": "text/plain; charset=utf-8",
    "ics": "text/calendar; charset=utf-8",
    "csv": "text/csv; charset=utf-8",
    "vtt": "text/vtt; charset=utf-8",
    "svg": "image/svg+xml",
    "avif": "image/avif",
    "webp": "image/webp",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "png": "image/png",
    "gif": "image/gif",
    "pdf": "application/pdf",
    "odt": "application/vnd.oasis.opendocument.text",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "zip": "application/zip",
    "epub": "application/epub+zip",
    "mp3": "audio/mpeg",
    "mp4": "video/mp4",
    "woff2": "font/woff2",
    "pf_meta": "application/octet-stream",
    "pf_index": "application/octet-stream",
    "pf_fragment": "application/octet-stream",
    "pf_filter": "application/octet-stream",
    "pagefind": "application/octet-stream",
}
"""The type of each file by the ending of its name."""

FEED_TYPE = "application/atom+xml; charset=utf-8"


class Served(Struct, frozen=True):
    """What a site's configuration is written from.

    `base` is the path in front of its addresses, "" or "/platform"; `languages` have a 404 page of their own; `moved`
    are (former address, new address) pairs, both from the root of the host. `hsts` says whether HSTS was asked for.
    """

    base: str = ""
    languages: tuple[str, ...] = ()
    moved: tuple[tuple[str, str], ...] = ()
    hsts: bool = False
    host: str = "board.example.org"
    root: str = "/srv/board/current"
    listen: str = "80"

    def at(self, **given: object) -> Self:
        """The same with other values for some fields."""
        return replace(self, **given)  # callers name fields and give their types

    @property
    def always(self) -> tuple[tuple[str, str], ...]:
        """The headers that every answer has."""
        return (*SECURITY, HSTS) if self.hsts else SECURITY


def search_pages(base: str) -> str:
    """The pattern of search pages, as a regular expression of PCRE and of RE2."""
    return f"^{re.escape(base)}/[^/]+/search/(index\\.html)?$"


def index_files(base: str) -> str:
    """The pattern of search index files whose names depend on their content."""
    return f"^{re.escape(base)}/[^/]+/search/index/.*\\.pf_[a-z]+$"


def pictures(base: str) -> str:
    """The pattern of pictures whose names depend on their content."""
    return f"^{re.escape(base)}/media/.*\\.[0-9a-f]{{8}}\\.([0-9]+\\.)?(avif|webp|jpg|png|svg)$"


def files(base: str) -> str:
    """The pattern of documents and pictures, except for PDF."""
    return f"^{re.escape(base)}/media/.*\\.(avif|csv|docx|epub|gif|jpe?g|mp3|mp4|ods|odt|png|svg|vtt|webp|xlsx|zip)$"
