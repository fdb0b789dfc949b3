"""Pages of which a site or a language has one, and the small pages at former addresses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from noticeboard.model import Text
    from noticeboard.pages.views.frame_view import Address, Frame
    from noticeboard.pages.views.view_parts import LanguageLink, Moment


class ChooserPage(Struct, frozen=True):
    """The page at /: every offered language by its own name. `frame` is the default language's."""

    frame: Frame
    address: Address
    languages: tuple[LanguageLink, ...]


class NotFoundPage(Struct, frozen=True):
    """The page for addresses that lead nowhere: every offered language, with the way to its front page."""

    frame: Frame
    address: Address
    languages: tuple[LanguageLink, ...]


class LanguageNotFoundPage(Struct, frozen=True):
    """The page for addresses of one language that lead nowhere, with the way to its search and its front page."""

    frame: Frame
    address: Address
    heading: Text


class AccessibilityGaps(Struct, frozen=True):
    """Content that is not accessible for one reason: "non-compliance", "disproportionate-burden" or "out-of-scope"."""

    reason: str
    texts: tuple[Text, ...]


class AccessibilityPage(Struct, frozen=True):
    """The accessibility statement (Decision (EU) 2018/1523). What has not been filled in is None, "" or empty.

    `status` is "full", "partial" or "none", `method` "self-assessment", "third-party" or "automated".
    """

    frame: Frame
    address: Address
    title: Text
    law: Text | None
    status: str
    gaps: tuple[AccessibilityGaps, ...]
    method: str
    prepared: Moment | None
    reviewed: Moment | None
    report: str
    feedback: str
    enforcer: Text | None
    enforcement: str


class RedirectPage(Struct, frozen=True):
    """A small page at a former address that leads to the present one."""

    lang: str
    dir: str
    title: Text
    href: str
    canonical: str
