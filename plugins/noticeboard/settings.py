"""The settings of a platform, typed, with the defaults of those that it does not state."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from msgspec import Struct

from noticeboard.fields.front_matter_keys import KEYS
from noticeboard.fields.key_declaration import needed_keys
from noticeboard.languages.language_data import OFFICIAL
from noticeboard.markdown.render.typography_extension import typeset_text
from noticeboard.model import Location, Text

if TYPE_CHECKING:
    from datetime import date

    from noticeboard.sources.accessibility_statement import AccessibilityStatement
    from noticeboard.sources.per_language import Labels

_PLATFORM = Location("platform.yml")


class Kind(Struct, frozen=True):
    """A kind of announcement: a top-level folder, its own labels, and the facts that it requires.

    `like` is the built-in kind that it works like (surveys, results, news, events or pages), or "". `terms` names the
    vocabularies of which it must use terms, if they exist. `reaching` kinds are meant for all offered languages unless
    a text says otherwise. `listed` kinds have a list; the others are pages of the platform itself.
    """

    name: str
    one: Labels = ()
    many: Labels = ()
    requires: tuple[str, ...] = ("published",)
    terms: tuple[str, ...] = ()
    reaching: bool = True
    listed: bool = True
    like: str = ""


BUILT_IN_KINDS = (
    Kind("surveys", requires=needed_keys(KEYS, "surveys"), terms=("audience", "tags"), like="surveys"),
    Kind("results", requires=needed_keys(KEYS, "results"), like="results"),
    Kind("events", requires=needed_keys(KEYS, "events"), terms=("audience", "tags"), like="events"),
    Kind("news", requires=needed_keys(KEYS, "news"), reaching=False, like="news"),
    Kind("pages", requires=(), listed=False, like="pages"),
)

RESERVED_KINDS = frozenset({"accessibility", "search", "vocabularies"})
"""Names that no kind can have, because the platform uses them for its own folders and pages."""


class SecurityContact(Struct, frozen=True):
    """The address for reports of security weaknesses, its last valid day, and the address of the policy or ""."""

    contact: str
    expires: date
    policy: str = ""


class Settings(Struct, frozen=True):
    """The settings of one platform.

    `languages` are in the order in which readers look for them; an open survey needs the `required_languages`.
    With `require_current`, nothing is published while one of these is missing or older than its original.
    Texts in the languages of `plain_typography` are shown as they were typed.
    `siteurl` has no trailing slash and may hold a path; it is "" if the site's address is not known.
    `first_address` is the platform's first address, "" if it never moved. In `edit_address`, {path} stands for the
    path of the file to edit, below the content folder; it is "" if files cannot be edited at an address.
    `logo` is the name of a file beside platform.yml, named at `logo_place`; `colour` is #rrggbb, from which the theme's
    shades are made. Both are "" if the platform has none of its own.
    `contact_places` are the places of `contact` and `privacy`: key, language, location of the value.
    `changes_address` leads in the same way to the changes of a file, `exchange_address` to the file for translation
    tools: there {path} is the path below the folder of exports, without its ending.
    `security` is what security.txt says, `refused_crawlers` are those that robots.txt asks to stay away.
    `gone` are former addresses (surveys/name, or a page's name) without a successor.
    `translation_pages` says whether the site has pages about the state of its translations.
    Label tuples hold (language, text) pairs; the language "" means the same in all languages.
    """

    name: Labels = ()
    tagline: Labels = ()
    publisher: Labels = ()
    notice: Labels = ()
    contact: Labels = ()
    privacy: Labels = ()
    contact_places: tuple[tuple[str, str, Location], ...] = ()
    time_zone: str = "Europe/Brussels"
    languages: tuple[str, ...] = OFFICIAL
    default_language: str = "en"
    required_languages: tuple[str, ...] = ()
    require_current: bool = False
    plain_typography: tuple[str, ...] = ()
    kinds: tuple[Kind, ...] = BUILT_IN_KINDS
    headings: tuple[tuple[str, Labels], ...] = ()
    accessibility: AccessibilityStatement | None = None
    logo: str = ""
    logo_place: Location = _PLATFORM
    colour: str = ""
    security: SecurityContact | None = None
    refused_crawlers: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    first_address: str = ""
    edit_address: str = ""
    changes_address: str = ""
    exchange_address: str = ""
    siteurl: str = ""
    strict: bool = False
    show_drafts: bool = False
    translation_pages: bool = True

    @property
    def base(self) -> str:
        """The path in front of every root-relative address: "" or "/platform"."""
        return urlsplit(self.siteurl).path.rstrip("/")

    def typeset(self, text: str, lang: str) -> str:
        """The text in the language's typography, unless the platform leaves that language as it was typed."""
        return text if lang in self.plain_typography else typeset_text(text, lang)

    def kind(self, name: str) -> Kind:
        """The kind with that name; raises KeyError if there is none."""
        return {k.name: k for k in self.kinds}[name]


def text_for(labels: Labels, lang: str, default: str) -> Text | None:
    """The text in the language, else in the default one, else in the first by code; None if there is none."""
    texts = dict(labels)
    if not texts:
        return None
    if "" in texts:
        return Text(texts[""], lang)
    found = next((tag for tag in (lang, default) if tag in texts), min(texts))
    return Text(texts[found], found)
