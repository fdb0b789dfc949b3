"""A request to adopt a folder of another generator."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from noticeboard.adoption.term_mapping import TermMapping
    from noticeboard.settings import Kind


class SiteRequest(NamedTuple):
    """A folder and where its posts go.

    `paths` are the files below the folder, `read` gives the bytes of one, `shown` its path for people. `kind` is that
    of posts whose section is no kind here; `languages` are those that the platform offers, the default one first.
    `rendered` gives the words that readers see of Markdown in the version at a path, None if it is too much.
    """

    paths: frozenset[str]
    read: Callable[[str], bytes]
    shown: Callable[[str], str]
    kinds: Sequence[Kind]
    kind: str
    languages: Sequence[str]
    terms: TermMapping
    today: str
    rendered: Callable[[str, str], str | None]
