"""The name of one entry of a content folder -> the problems that say why it is not allowed."""

from __future__ import annotations

import re
from difflib import get_close_matches
from functools import cached_property

from msgspec import Struct

from noticeboard.languages.tag_guesses import likely_tag
from noticeboard.model import Location, Problem, error, warning
from noticeboard.sources.document_types import PICTURES
from noticeboard.sources.likely_values import slug
from noticeboard.sources.stray_files import MEANT
from noticeboard.sources.text_decoding import UNSEEN, shown_by_code

_NAME = re.compile(r"[a-z0-9-]+")
_VOCABULARY = re.compile(r"[a-z0-9_]+")

TEXT = ".md"
DEPTH = 3
"""The number of parts in the path of an announcement's text or file."""


class FolderEntry(Struct, frozen=True, order=True):
    """A path below the content folder, with "/"; `fault` is "", "leaves" or "dangling" (links), or "special"."""

    path: str
    is_folder: bool = False
    fault: str = ""


def is_name(text: str) -> bool:
    """Whether an announcement's folder may have this name."""
    return bool(_NAME.fullmatch(text))


def is_catalogue(path: str) -> bool:
    """Whether the path is in the folder of the platform's own catalogues, such as translations/nl.po."""
    folder, _, name = path.partition("/")
    return folder == "translations" and "/" not in name and name.endswith(".po")


class NameRules(Struct, frozen=True, dict=True):
    """The rules for names, from the platform's kinds and languages and the folders that Pelican copies unchanged.

    `beside` are the names of files beside platform.yml that it names.
    """

    kinds: tuple[str, ...]
    languages: tuple[str, ...]
    static: tuple[str, ...]
    beside: tuple[str, ...] = ()

    def is_static(self, path: str) -> bool:
        """Whether Pelican copies the entry unchanged."""
        return any(path == s or path.startswith(f"{s}/") for s in self.static)

    def problems(self, entry: FolderEntry) -> list[Problem]:
        """The problems of an entry's name; none if it is allowed."""
        folder, _, name = entry.path.rpartition("/")
        if name in self._usual and not (entry.is_folder or entry.fault) and self._has_texts(folder):
            return []
        location = Location(entry.path)
        if not is_seen(entry.path):
            return [_unseen(location)]
        if entry.fault:
            return [_link_problem(location, entry.fault)]
        is_others = self.is_static(entry.path) or is_catalogue(entry.path)
        return [] if is_others else self._misplacements(entry, location)

    @cached_property
    def _usual(self) -> frozenset[str]:
        """The names of texts in the languages offered: nearly all files have one of them."""
        return frozenset(f"{tag}{TEXT}" for tag in self.languages)

    @cached_property
    def _folders(self) -> dict[str, bool]:
        return {}

    def _has_texts(self, folder: str) -> bool:
        """Whether it is the folder of an announcement, with a name that is allowed."""
        if folder not in self._folders:
            kind, _, name = folder.partition("/")
            own = kind in self.kinds and is_name(name)
            self._folders[folder] = own and not self.is_static(folder)
        return self._folders[folder]

    def _misplacements(self, entry: FolderEntry, location: Location) -> list[Problem]:
        parts = entry.path.split("/")
        if entry.is_folder:
            return self._folder(location, parts)
        if parts[0] == "vocabularies" and len(parts) > 1:
            return _vocabulary(location, parts)
        return self._text(location, parts) if parts[-1].endswith(TEXT) else self._file(location, parts)

    def _folder(self, location: Location, parts: list[str]) -> list[Problem]:
        if parts[-1].endswith((TEXT, ".yml")):
            hint = "Rename the folder, or replace it by the text file."
            return [error(location, "strange-file", "{name} is a folder, not a text.", hint, name=parts[-1])]
        if parts[0] not in self.kinds or len(parts) == 1:
            return []
        if len(parts) >= DEPTH:
            message = "There is a folder inside the folder of an announcement."
            return [error(location, "nested-folder", message, "Move its files one level up.")]
        return [] if _NAME.fullmatch(parts[1]) else [_wrong_name(location, parts[1])]

    def _text(self, location: Location, parts: list[str]) -> list[Problem]:
        if len(parts) < DEPTH or parts[0] not in self.kinds:
            return [self._misplaced(location, parts)]
        if len(parts) > DEPTH or not _NAME.fullmatch(parts[1]):
            return []
        tag = parts[-1].removesuffix(TEXT)
        if tag in self.languages:
            return []
        return [self._not_offered(location, parts[-1], tag)]

    def _not_offered(self, location: Location, name: str, tag: str) -> Problem:
        message = "{name} is not named by a language that this platform offers."
        likely = likely_tag(tag)
        same = [t for t in self.languages if t.lower() == tag.lower().replace("_", "-") or t == likely]
        close = same or ([] if likely else get_close_matches(tag, self.languages, n=1, cutoff=0.6))
        nearest = f"{close[0]}.md" if close else f"{likely}.md"
        if close:
            hint = "Did you mean {nearest}?"
        elif likely and likely != tag:
            hint = "Did you mean {nearest}? Then add {language} to `languages` in platform.yml, too."
            tag = likely
        elif likely:
            hint = "Add {language} to `languages` in platform.yml, or rename the file."
        else:
            hint = "Name it by its language code, such as nl.md."
        return error(location, "language-not-offered", message, hint, name=name, nearest=nearest, language=tag)

    def _misplaced(self, location: Location, parts: list[str]) -> Problem:
        if len(parts) > 1 and parts[0] not in self.kinds:
            return self._unknown_kind(location, parts[0])
        message, hint = "This text is not in the folder of an announcement.", "Move it to a folder like {kind}/name/."
        return error(location, "strange-file", message, hint, kind=self.kinds[0])

    def _unknown_kind(self, location: Location, folder: str) -> Problem:
        close = get_close_matches(folder, self.kinds, n=1, cutoff=0.6)
        message, known = "{folder}/ is not a kind of announcement.", ", ".join(self.kinds)
        if close:
            return error(location, "unknown-kind", message, "Did you mean {nearest}/?", folder=folder, nearest=close[0])
        return error(location, "unknown-kind", message, "Move it below one of: {known}.", folder=folder, known=known)

    def _file(self, location: Location, parts: list[str]) -> list[Problem]:
        if len(parts) == DEPTH and parts[0] in self.kinds and (text := MEANT.fullmatch(parts[-1])):
            message = "{name} is not read as a text, because its name does not end in .md."
            return [
                error(location, "strange-file", message, "Name it {nearest}.", name=parts[-1], nearest=f"{text[1]}.md")
            ]
        if len(parts) == 1 and parts[0] in ("platform.yml", *self.beside):
            return []
        if len(parts) >= DEPTH and parts[0] in self.kinds:
            return []
        if parts == ["platform.yaml"]:
            return [error(location, "strange-file", "platform.yaml is not read.", "Name it platform.yml.")]
        message = "This file belongs to no announcement and is not published."
        return [warning(location, "unused-file", message, "Move it beside the text that uses it.")]


def _vocabulary(location: Location, parts: list[str]) -> list[Problem]:
    stem, _, ending = parts[-1].rpartition(".")
    if len(parts) == 2 and (ending.lower() in PICTURES or (ending == "yml" and _VOCABULARY.fullmatch(stem))):  # noqa: PLR2004 - folder and file
        return []
    message = "{name} is not the name of a vocabulary."
    hint = "Name it with small letters a to z, digits and _, ending in .yml, directly in vocabularies/."
    return [error(location, "strange-file", message, hint, name=parts[-1])]


def is_seen(path: str) -> bool:
    """Whether all characters in the names of a path are visible."""
    # Most names are ASCII letters, digits and hyphens, and are known to be seen in a tenth of the time.
    return (path.isascii() and path.isprintable()) or not UNSEEN.search(path)


def _unseen(location: Location) -> Problem:
    message = "The name {name} holds a character that cannot be seen, or bytes that are not UTF-8."
    name = shown_by_code(location.path.rpartition("/")[2])
    return error(location, "wrong-name", message, "Rename it with letters, digits, hyphens and dots.", name=name)


def _wrong_name(location: Location, name: str) -> Problem:
    message = "The folder's name '{name}' cannot be part of an address."
    if near := slug(name):
        return error(location, "wrong-name", message, "Name it {nearest}.", name=name, nearest=near)
    return error(location, "wrong-name", message, "Use small letters a to z, digits and hyphens.", name=name)


def _link_problem(location: Location, fault: str) -> Problem:
    whats = {
        "leaves": "This link leads out of the content folder.",
        "dangling": "This link leads nowhere.",
        "special": "This is neither a file nor a folder.",
        "unreadable": "This file cannot be read.",
    }
    return error(location, "strange-file", whats[fault], "Replace it by the file itself, or remove it.")
