"""The keys of the front matter that each version states for itself, and all keys but the vocabularies'.

docs/contributing/add-a-key.md says how to add one.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated

from noticeboard.fields.address_types import FileOrAddress
from noticeboard.fields.announcement_keys import AnnouncementKeys
from noticeboard.fields.field_types import Day, FilledText, PlainText
from noticeboard.fields.key_declaration import FrontMatterKey, declared_keys
from noticeboard.fields.value_types import SilencedProblems, StampValue, Status, WordsByWord
from noticeboard.model import Stamp
from noticeboard.shared_values import share_fields


class Header(AnnouncementKeys, frozen=True):
    """The front matter of one version, typed: what belongs to this version, and what it states of its announcement.

    `terms` holds (vocabulary name, term ids) pairs in the order of the vocabulary files' names.
    """

    title: Annotated[
        str, FrontMatterKey(FilledText, "The title, as plain text.", "short, plain text", required=True)
    ] = ""
    summary: Annotated[
        str | None,
        FrontMatterKey(
            FilledText,
            "One or two sentences for lists and search engines. Without it, the first paragraph serves.",
            aliases=("description", "excerpt"),
        ),
    ] = None
    image_alt: Annotated[
        str | None,
        FrontMatterKey(
            PlainText,
            'What the picture shows, in this language; `""` in all versions if it only decorates. A version with a '
            "picture needs it.",
        ),
    ] = None
    status: Annotated[
        str, FrontMatterKey(Status, "`draft` keeps this version out of the published site.", aliases=("draft",))
    ] = "published"
    place: Annotated[
        str | None,
        FrontMatterKey(
            FilledText,
            "Where an event takes place, in this language, or an https address where it is online.",
            since="0.2",
        ),
    ] = None
    updated: Annotated[
        date | None,
        FrontMatterKey(
            Day,
            "The day of the last change that readers should know of: `2027-01-12`.",
            aliases=("modified", "lastmod"),
        ),
    ] = None
    easy_read: Annotated[
        str,
        FrontMatterKey(
            FileOrAddress,
            "The same in easy-to-read language: a document beside this text, or an https address. The page shows it at "
            "the top.",
            since="0.2",
        ),
    ] = ""
    sign_language: Annotated[
        str,
        FrontMatterKey(
            FileOrAddress,
            "The same in sign language: a video beside this text, or an https address. The page shows it at the top.",
            since="0.2",
        ),
    ] = ""
    translates: Annotated[
        Stamp | None,
        FrontMatterKey(
            StampValue,
            "In translations: the language of the original. `none` says that a text that looks like a translation is "
            'an original. `noticeboard stamp` adds which state it translates: `{language: en, digest: "v1:…"}`.',
        ),
    ] = None
    ignore: Annotated[
        tuple[tuple[str, str], ...],
        FrontMatterKey(
            SilencedProblems,
            "Warnings to silence in this file, each with the reason: `{long-title: It is a proper name}`.",
        ),
    ] = ()
    labels: Annotated[
        tuple[tuple[str, str], ...],
        FrontMatterKey(
            WordsByWord,
            "Words of the data files that the text shows, each with its translation: `{Share: Aandeel}`.",
        ),
    ] = ()
    terms: tuple[tuple[str, tuple[str, ...]], ...] = ()

    def __post_init__(self) -> None:
        """Keeps one object for what is equal in many versions: a build holds the front matter of all texts."""
        share_fields(self, _SHARED)


_SHARED = ("survey", "image", "image_credit", "contact", "status", "terms")
"""The fields that most texts have and that are the same in many of them."""

ANNOUNCEMENT_KEYS = declared_keys(AnnouncementKeys)
"""What versions share, by name in order."""

VERSION_KEYS = {name: key for name, key in declared_keys(Header).items() if name not in ANNOUNCEMENT_KEYS}
"""What each version states for itself, by name in order."""

KEYS = {**VERSION_KEYS, **ANNOUNCEMENT_KEYS}
"""Every key in the order in which people write and read them."""
