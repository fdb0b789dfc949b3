"""The links and pictures of an HTML page, with their targets as the adopted text names them."""

from __future__ import annotations

import base64
import binascii
import re
from posixpath import basename
from typing import TYPE_CHECKING
from urllib.parse import unquote, urljoin, urlsplit

from noticeboard.adoption.adoption_notes import FoundPicture
from noticeboard.adoption.html_page import BLOCKS
from noticeboard.languages.tag_guesses import likely_tag
from noticeboard.sources.likely_values import slug

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.html import HtmlElement

    from noticeboard.adoption.adoption_notes import AdoptionNotes

_DATA = re.compile(r"data:image/(png|jpeg|jpg|webp|avif|gif);base64,", re.IGNORECASE)
_ENDING = re.compile(r"\.(png|jpe?g|webp|avif|gif|svg|bmp|tiff?|emf|wmf)\Z", re.IGNORECASE)
_NAME = re.compile(r"[A-Za-z][\w.:-]*")
_MOST_DATA = 20_000_000
_FOLLOWED = ("https", "http", "mailto", "tel")


class PageLinks:
    """The links and pictures of one page; `beside` has the bytes of the files in its folder that it names, by path."""

    def __init__(self, main: HtmlElement, notes: AdoptionNotes, address: str, beside: Mapping[str, bytes]) -> None:
        """Takes the page's text, the notes for the editor, the page's own address or "", and the files beside it."""
        self._notes, self._base, self._beside = notes, address, beside
        self._lang = (main.get("lang") or "").partition("-")[0].lower()
        wanted = {(link.get("href") or "")[1:] for link in main.iter("a") if (link.get("href") or "").startswith("#")}
        self._targets = {unquote(name) for name in wanted if name}
        self._kept: dict[str, str] = {}
        self._read_names(main)
        self.documents: dict[str, bytes] = {}

    def name_of(self, heading: HtmlElement) -> str:
        """The id that a heading keeps; "" for none."""
        return self._names.get(heading, "")

    def _read_names(self, main: HtmlElement) -> None:
        """Finds the heading that each name belongs to: its own, one inside it, or one right in front of it."""
        self._owners: dict[str, HtmlElement] = {}
        self._names: dict[HtmlElement, str] = {}
        waiting: list[str] = []
        for element in main.iter():
            if not isinstance(element.tag, str):
                continue
            around = (element, element.getparent())
            heading = next((one for one in around if one is not None and _is_heading(one)), None)
            names = [n for n in (element.get("id"), element.get("name") if element.tag == "a" else None) if n]
            if heading is None:
                waiting += [name for name in names if name in self._targets]
                words = (element.text or "").strip() + ("" if element.tag in BLOCKS else (element.tail or "").strip())
                waiting = [] if words else waiting
                continue
            for name in (*names, *waiting):
                self._read_name(name, heading, own=element is heading)
            waiting = []

    def _read_name(self, name: str, heading: HtmlElement, *, own: bool) -> None:
        """Gives a name to a heading; `own` says that it is the heading's own."""
        self._kept.setdefault(name, name)
        wanted = own or name in self._targets
        if heading not in self._names and _NAME.fullmatch(name) and wanted and not name.startswith("_"):
            self._owners[name], self._names[heading] = heading, name
        elif name in self._targets:
            self._alias(name, heading)

    def _alias(self, name: str, heading: HtmlElement) -> None:
        """Lets a name that cannot be kept lead to the heading under another one."""
        own = self._names.get(heading, "")
        if not own:
            own = slug("".join(heading.itertext()))
            own = own if own and own[0].isalpha() and own not in self._owners else f"part-{len(self._owners) + 1}"
            self._owners[own], self._names[heading] = heading, own
        self._kept[name] = own

    def address(self, link: HtmlElement) -> str:
        """The target that a link keeps; "" (and a problem) if readers could not follow it."""
        written = " ".join((link.get("href") or "").split())
        line = link.sourceline or 1
        if written.startswith("#"):
            name = self._kept.get(unquote(written[1:]), "")
            return f"#{name}" if name in self._owners else self._lost(line, written, link)
        scheme = _scheme(written)
        if scheme is None or scheme not in ("", *_FOLLOWED):
            return self._lost(line, written, link)
        if scheme:
            return self._absolute(line, written)
        local = unquote(written.partition("#")[0].partition("?")[0])
        if local in self._beside:
            self.documents[basename(local)] = self._beside[local]
            return basename(local)
        return self._absolute(line, urljoin(self._base, written)) if self._base else self._lost(line, written, link)

    def _absolute(self, line: int, address: str) -> str:
        """The address, with a note if it is not secure."""
        if _scheme(address) == "http":
            self._notes.insecure_link(line, address)
        return address

    def _lost(self, line: int, written: str, link: HtmlElement) -> str:
        words = "".join(link.itertext())
        if words.strip() or link.find(".//img") is not None:
            self._notes.link_not_kept(line, words, written)
        return ""

    def picture(self, element: HtmlElement, number: int) -> FoundPicture | None:
        """The picture that an element shows; None if it is on another site."""
        source = (element.get("src") or "").strip()
        if found := _DATA.match(source):
            data = _decoded(source[found.end() :])
            ending = found[1].lower().replace("jpeg", "jpg")
            return FoundPicture(f"picture-{number}.{ending}", data) if data else None
        local = unquote(source.partition("?")[0])
        if local in self._beside:
            return FoundPicture(_file_name(local, number), self._beside[local], local)
        return None

    def is_file_name(self, alt: str) -> bool:
        """Whether an alternative text is only the name of a file."""
        return bool(_ENDING.search(alt))

    def foreign(self, element: HtmlElement) -> str:
        """The language tag that an element is marked with, if it is not the page's language; else ""."""
        stated = element.get("lang") or ""
        tag = likely_tag(stated) if stated else ""
        return tag if tag and tag.partition("-")[0].lower() != self._lang else ""


def _is_heading(element: HtmlElement) -> bool:
    return element.tag in ("h1", "h2", "h3", "h4", "h5", "h6")


def _scheme(address: str) -> str | None:
    """The address's scheme in small letters, "" without one, None for what is not an address."""
    try:
        parts = urlsplit(re.sub(r"[\x00-\x20]+", "", address))
    except ValueError:
        return None
    return "https" if address.startswith("//") else parts.scheme.lower()


def _decoded(written: str) -> bytes:
    if len(written) > _MOST_DATA:
        return b""
    try:
        return base64.b64decode(unquote(written), validate=False)
    except (ValueError, binascii.Error):
        return b""


def _file_name(path: str, number: int) -> str:
    stem, _, ending = basename(path).rpartition(".")
    return f"{slug(stem) or f'picture-{number}'}.{slug(ending).replace('jpeg', 'jpg')}"
