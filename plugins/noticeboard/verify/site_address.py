"""Where a site's files answer, and what an address in one of its pages leads to (RFC 3986)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import quote, unquote, urljoin, urlsplit

INDEX = "index.html"
UNKNOWN = "https://site.invalid"
"""The address of a site that does not state its own (RFC 6761 reserves it)."""


class AddressTarget(NamedTuple):
    """What an address leads to: a path of the site, or None for one elsewhere; and the part of the page, or ""."""

    path: str | None
    part: str = ""


@dataclass(frozen=True, slots=True)
class SiteAddress:
    """The address of a site: `root` is https, without a slash at the end; UNKNOWN if the site does not state it."""

    root: str = UNKNOWN

    @property
    def base(self) -> str:
        """The path in front of every root-relative address: "" or "/platform"."""
        return urlsplit(self.root).path

    def address(self, file: str) -> str:
        """The absolute address at which a file answers; folders answer with their index.html."""
        path = file.removesuffix(INDEX) if file == INDEX or file.endswith(f"/{INDEX}") else file
        return f"{self.root}/{quote(path, safe='/!$&()*+,;=:@~')}"

    def target(self, page: str, written: str) -> AddressTarget:
        """What an address leads to that is written in the page of that file.

        The path of a target may name a file or a folder; "" is the front page. Raises ValueError for no address.
        """
        return _target(self.root, self.address("" if written.startswith(("/", "https://")) else page), written)


# Pages of a site name the same addresses again and again.
@lru_cache(maxsize=2**16)
def _target(root: str, page: str, written: str) -> AddressTarget:
    full, own = urlsplit(urljoin(page, written.strip())), urlsplit(root)
    if full.scheme not in ("http", "https") or full.netloc != own.netloc:
        return AddressTarget(None)
    path, part = unquote(full.path), unquote(full.fragment)
    if path == own.path:
        return AddressTarget("", part)
    return AddressTarget(path[len(own.path) + 1 :], part) if path.startswith(f"{own.path}/") else AddressTarget(None)


def file_at(path: str, files: frozenset[str]) -> str | None:
    """The file that answers at a path below the site's root, as web servers do it; None if there is none."""
    if path in files:
        return path
    inside = f"{path.rstrip('/')}/{INDEX}".removeprefix("/")
    return (
        inside if inside in files and (path.endswith("/") or not path or "." not in path.rpartition("/")[2]) else None
    )
