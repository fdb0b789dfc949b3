"""Views of the pages for translators: the state of translations, and a version beside its original."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from noticeboard.model import Text
    from noticeboard.pages.views.frame_view import Address, Frame
    from noticeboard.pages.views.view_parts import LanguageLink, Link, Moment, NavigationItem


class StateCount(Struct, frozen=True):
    """How many versions are in a state, by its name in code and in words, and the address of their list."""

    state: str
    text: Text
    count: int
    href: str


class LanguageStatus(Struct, frozen=True):
    """One language in the overview: the way to its list, its versions by state, and the words left to translate."""

    language: LanguageLink
    counts: tuple[StateCount, ...]
    words: int


class VersionStatus(Struct, frozen=True):
    """One version: its announcement, its state, and what is left to do.

    `language` is None in a list of one language. `changed` of the original's `segments` have changed, `words` are left.
    `expected` is the promised day of a missing version. `file` is the version's, `original` that of the text that it
    translates, each as a link with its path (an empty href if there is no address for editing), None if absent.
    `behind` is such a link to the file of a translation that it was made from and that is not current itself.
    `changes` is the address of what has changed in the original, `exchange` that of the file for translation tools,
    `deadline` the last day of the announcement.
    """

    title: Link
    state: str
    text: Text
    language: LanguageLink | None = None
    changed: int = 0
    segments: int = 0
    words: int = 0
    deadline: Moment | None = None
    expected: Moment | None = None
    file: Link | None = None
    original: Link | None = None
    behind: Link | None = None
    changes: str = ""
    exchange: str = ""


class VersionGroup(Struct, frozen=True):
    """The versions in one state, by its name in code and in words."""

    state: str
    text: Text
    versions: tuple[VersionStatus, ...]


class TranslationsPage(Struct, frozen=True):
    """How far all translations are: every language with its counts, and what is to be done next in all of them.

    `data` is the address of the same for programs.
    """

    frame: Frame
    address: Address
    title: Text
    languages: tuple[LanguageStatus, ...]
    next: tuple[VersionStatus, ...]
    data: str


class TranslationListPage(Struct, frozen=True):
    """The versions in one language: all of them, or what is to be done next, or those of one part.

    `part` is a year, or the name of a kind whose announcements have no day; None on the language's first page. `years`
    leads to all parts, where one page does not hold all. `total` counts the versions of the language in this part.
    """

    frame: Frame
    address: Address
    title: Text
    language: LanguageLink
    part: Text | None
    groups: tuple[VersionGroup, ...]
    years: tuple[NavigationItem, ...]
    shown: int
    total: int
    words: int
    data: str


class ComparedSegment(Struct, frozen=True):
    """A segment of the original beside its translation; None if one of them has none.

    `label` names a segment that is no block of the text (None for one that is). `change` is "same", "changed", "added"
    or "removed", "" if it is not known what the translation was made from.
    """

    label: Text | None
    change: str
    original: Text | None
    translation: Text | None


class ComparisonPage(Struct, frozen=True):
    """A version beside the text that it translates, segment by segment; `changed` counts those that have changed."""

    frame: Frame
    address: Address
    heading: Text
    title: Link
    original: LanguageLink
    translation: LanguageLink
    segments: tuple[ComparedSegment, ...]
    changed: int
