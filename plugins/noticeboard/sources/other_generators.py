"""Keys of other generators' front matter, and what says the same here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from noticeboard.fields.front_matter_keys import KEYS

if TYPE_CHECKING:
    from collections.abc import Collection

_MEANT = {
    "author": "Remove the line: who wrote a text is not shown.",
    "authors": "Remove the line: who wrote a text is not shown.",
    "categories": "Write the ids of terms under a vocabulary's key, such as `tags: […]`.",
    "category": "Write the ids of terms under a vocabulary's key, such as `tags: […]`.",
    "draft": "Write `status: draft`, or remove the line where the text is finished.",
    "keywords": "Write the ids of terms under a vocabulary's key, such as `tags: […]`.",
    "lang": "Remove the line: the file's name states its language.",
    "language": "Remove the line: the file's name states its language.",
    "layout": "Remove the line: the folder decides how a text is shown.",
    "locale": "Remove the line: the file's name states its language.",
    "modified": "Write `updated: …` for the day of a change that readers should know of.",
    "permalink": "Remove the line: the folder's name is the address. Former addresses go into `moved_from: […]`.",
    "slug": "Remove the line: the folder's name is the address.",
    "template": "Remove the line: the folder decides how a text is shown.",
    "translationkey": "Remove the line: versions in one folder belong together.",
    "type": "Remove the line: the folder states the kind.",
    "url": "Remove the line: the folder's name is the address. Former addresses go into `moved_from: […]`.",
    "weight": "Remove the line: dates decide the order.",
}
"""Jekyll's, Hugo's, Eleventy's and Pelican's keys that have no one key here."""


def meant_by(key: str, vocabularies: Collection[str]) -> str:
    """What to write instead of another generator's key; "" for an unknown key."""
    name = key.lower()
    if name != key and (name in KEYS or name in vocabularies):
        return ""
    return _INSTEAD.get(meant_key(key), "") or _MEANT.get(name, "")


def meant_key(key: str) -> str:
    """The key that is meant by another generator's or by one in capital letters; the key itself where none is."""
    name = key.lower()
    return next((k for k, declared in KEYS.items() if name in declared.aliases), name)


_INSTEAD = {
    "published": "Write `published: …` instead.",
    "summary": "Write `summary: …` instead.",
    "moved_from": "Write `moved_from: […]` instead.",
    "image": "Write `image: …` instead.",
    "updated": "Write `updated: …` instead.",
    "status": "Write `status: draft`, or remove the line where the text is finished.",
}
