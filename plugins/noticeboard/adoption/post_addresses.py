"""What links of another site call its posts, and where these are here."""

from __future__ import annotations

import re
from posixpath import basename, splitext
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterable

    from noticeboard.adoption.post_groups import PostGroup
    from noticeboard.adoption.site_request import SiteRequest


def post_addresses(groups: Iterable[PostGroup]) -> dict[str, str]:
    """What links of the other site call posts -> the key of their announcement here; unsure names are left out."""
    found: dict[str, set[str]] = {}
    for group in groups:
        for post in group.posts:
            stem = splitext(post.path)[0]
            names = {post.path, stem, basename(stem), post.name, re.sub(r"\A\d{4}-\d\d?-\d\d?-", "", basename(stem))}
            names |= {_place(one) for one in (post.text("permalink", "url", "save_as"), *post.former)}
            names |= {post.group.removeprefix("="), basename(post.group)}
            for name in filter(None, names):
                found.setdefault(name.lower(), set()).add(group.key)
    return {name: next(iter(keys)) for name, keys in found.items() if len(keys) == 1}


def _place(address: str) -> str:
    """An address as a path without its host, its ending, and slashes at its ends."""
    try:
        path = urlsplit(address).path
    except ValueError:
        return ""
    return re.sub(r"(?:/index)?\.html?\Z", "", path.strip("/")).removesuffix("/index").strip("/")


def place_here(address: str, request: SiteRequest) -> str:
    """The same without a language in front, which every address has here."""
    place = _place(address)
    first, _, rest = place.partition("/")
    return rest if first in request.languages and rest else place
