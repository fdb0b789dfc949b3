"""The links and pictures of a post, with their targets as an adopted text names them."""

from __future__ import annotations

import re
from posixpath import basename
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote

from noticeboard.adoption.adoption_notes import PLACEHOLDER
from noticeboard.sources.document_types import TYPES, ending
from noticeboard.sources.likely_values import slug

if TYPE_CHECKING:
    from collections.abc import Callable

    from noticeboard.adoption.adoption_notes import AdoptionNotes

_SCHEME = re.compile(r"(?:[a-z][a-z0-9+.-]*:|//)", re.IGNORECASE)
_FOLLOWED = ("http:", "https:", "mailto:", "tel:", "//")


class PostSite(NamedTuple):
    """The site of a post.

    `own` is its address, "" if unknown. `post` gives the link to the text at an address of the site, `file` the path of
    its file at an address; each gives "" if there is none.
    """

    generator: str
    own: str
    post: Callable[[str], str]
    file: Callable[[str], str]


class PostLinks:
    """Writes the links and pictures of one post; `files` holds the files beside its text, path by name."""

    def __init__(self, site: PostSite, notes: AdoptionNotes) -> None:
        """Takes the site, and the notes to which problems are added."""
        self._site, self._notes = site, notes
        self.files: dict[str, str] = {}

    def link(self, address: str, words: str, title: str, line: int) -> str:
        """The link as Markdown; its words alone if its target is not kept."""
        target = self.target(address, line, words)
        return words if target is None else f"[{words}]({target}{title})"

    def target(self, address: str, line: int, words: str) -> str | None:
        """The target of a link in the adopted text; None (and a problem) if it would lead nowhere."""
        if address.startswith("#") or not address:
            return address
        local = self._local(address)
        if _SCHEME.match(local):
            return self._elsewhere(local, line, words)
        path, mark, fragment = local.partition("#")
        path = re.sub(r"\A[{|](?:filename|static|attach)[}|]", "", unquote(path.partition("?")[0]))
        if link := self._site.post(path):
            return f"{link}{mark}{fragment}"
        file = self._site.file(path)
        if file and ending(file) in TYPES:
            return self._beside(file)
        self._notes.link_not_kept(line, basename(file) if file else words, file or address)
        return None

    def picture(self, address: str, words: str, title: str, line: int) -> str:
        """The picture as Markdown, as a block; "" (and a problem) if its file is missing."""
        file = "" if _SCHEME.match(address) else self._site.file(unquote(address.partition("?")[0]))
        file = file or self._site.file(re.sub(r"\A[{|]\w+[}|]", "", address))
        alt = " ".join(words.split())
        if not file or ending(file) not in TYPES:
            message = "A picture is not kept, because its file is not here: {words}."
            hint = "Save it beside the text if it may be used, and show it there."
            self._notes.left_out(line, message, f"{alt} {address}".strip(), hint)
            return ""
        name = self._beside(file)
        self._notes.picture_to_describe(line, name)
        return f'![{alt or PLACEHOLDER}]({name}{title}){{credit="{PLACEHOLDER}"}}'

    def _local(self, address: str) -> str:
        """The address from the site's own root, if it is one of the site."""
        own = self._site.own
        local = address.removeprefix(own) if len(own) > 1 else address
        return address if local == address else f"/{local.lstrip('/')}"

    def _elsewhere(self, address: str, line: int, words: str) -> str | None:
        if address.lower().startswith("http:"):
            self._notes.insecure_link(line, address)
        if address.lower().startswith(_FOLLOWED):
            return address
        self._notes.link_not_kept(line, words, address)
        return None

    def _beside(self, file: str) -> str:
        """The name that a file has beside the text."""
        stem, _, last = basename(file).rpartition(".")
        name = f"{slug(stem) or 'file'}.{last.lower()}"
        while self.files.get(name, file) != file:
            name = f"x-{name}"
        self.files[name] = file
        return name
