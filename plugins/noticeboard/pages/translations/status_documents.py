"""The state of the translations, for programs: views of which formats/ makes JSON.

docs/translation-status.md describes the files. They have no language, so `lang` is "". Every `href` is absolute if
SITEURL is set, else root-relative.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from datetime import date

    from noticeboard.site.translation_state import TranslationState, VersionState


class LanguageCounts(Struct, frozen=True):
    """A language, its versions counted by state, the words left to translate, and where its versions are listed."""

    language: str
    counts: tuple[tuple[TranslationState, int], ...]
    words: int
    href: str


class StatusIndex(Struct, frozen=True):
    """Every language with its counts."""

    languages: tuple[LanguageCounts, ...]
    lang: str = ""


class VersionRecord(Struct, frozen=True):
    """One version: its announcement's key, how current it is, its file below the content folder, and addresses.

    `file` is "" if there is none, `page` where no page answers, `edit` where files have no address for editing.
    `deadline` is the last day on which it can be answered, `changes` the address of what has changed in the original,
    `exchange` that of the file for translation tools.
    """

    announcement: str
    version_state: VersionState
    published: date | None
    deadline: date | None
    file: str
    edit: str
    changes: str
    exchange: str
    page: str


class StatusFile(Struct, frozen=True):
    """A language's versions: all, or what is to be done next with the addresses of the `parts` that hold all.

    `part` is the name of one part, "" for the first file; `counts` and `words` are those of all its versions.
    """

    language: str
    part: str
    counts: tuple[tuple[TranslationState, int], ...]
    words: int
    versions: tuple[VersionRecord, ...]
    parts: tuple[str, ...]
    lang: str = ""
