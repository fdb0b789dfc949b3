"""The site as readers of one language see it: its words, and what has a page, with addresses and links."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from noticeboard.fields.contact import document_of, mail_of, page_of, phone_of
from noticeboard.model import Text
from noticeboard.pages import addresses
from noticeboard.pages.change_dates import change_days
from noticeboard.pages.locale_words import LocaleWords
from noticeboard.pages.page_messages import ACCESSIBILITY_STATEMENT, FRONT_PAGE
from noticeboard.pages.picture_variants import logo_variant
from noticeboard.pages.views.view_parts import Link, Logo, OrganisationLink
from noticeboard.site.file_usage import document_for
from noticeboard.site.logo import term_logo

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from noticeboard.model import Term, Vocabulary
    from noticeboard.pages.alternates import AlternateLinks
    from noticeboard.pages.announcements.related_surveys import RelatedSurveys
    from noticeboard.pages.cache_keys import CacheKeys
    from noticeboard.pages.listings.archive import Archive, Listing, Name
    from noticeboard.pages.listings.listing_view import Card
    from noticeboard.pages.page_assets import Assets
    from noticeboard.pages.views.frame_view import Frame
    from noticeboard.settings import Kind
    from noticeboard.site import Announcement


@dataclass(frozen=True)
class LocaleContext(LocaleWords):
    """A site in one language at one instant. It makes each value that pages share only once.

    Values made so far are in `cards` (by announcement key, and whether readers filter by their facets), `frames` (see
    page_frame.py) and, for all languages together, `alternates` (by the page's name). `root_relative` is False for
    feeds: they are read outside the site, so their links are absolute.
    """

    archive: Archive
    assets: Assets
    cache_keys: CacheKeys
    alternates: dict[str, AlternateLinks]
    related: RelatedSurveys
    root_relative: bool = True
    cards: dict[tuple[str, bool], Card] = field(default_factory=dict)
    frames: dict[tuple[str, str], Frame] = field(default_factory=dict)
    _terms: dict[tuple[str, str], Link] = field(default_factory=dict)
    _used: dict[str, tuple[Term, ...]] = field(default_factory=dict)

    def listing(self, name: Name) -> Listing | None:
        """The list with that name in this language; None if it would be empty."""
        return self.archive.get(self.lang, name)

    @cached_property
    def items(self) -> tuple[Announcement, ...]:
        """The announcements that have a page in this language, sorted by key."""
        return tuple(a for a in self.site.announcements.values() if a.shown(self.lang))

    @cached_property
    def change_days(self) -> dict[str, date | None]:
        """The day on which each announcement last changed, by key (see change_dates.py)."""
        return change_days(self.items, self.lang)

    def alternate_links(self, name: str, make: Callable[[], AlternateLinks]) -> AlternateLinks:
        """The alternates and switcher that all languages of the page with that name share, made on first use."""
        if name not in self.alternates:
            self.alternates[name] = make()
        return self.alternates[name]

    def href(self, path: str) -> str:
        """The root-relative address of a path; absolute for pages that are read outside the site."""
        return f"{self.site.settings.base}/{addresses.quoted(path)}" if self.root_relative else self.absolute(path)

    def absolute(self, path: str) -> str:
        """The canonical address of a path: absolute if SITEURL is known, else root-relative."""
        return f"{self.site.settings.siteurl}/{addresses.quoted(path)}"

    def feed(self, text: Text, path: str) -> Link | None:
        """The feed beside the page at that path; None without SITEURL, which feeds need."""
        return Link(text, self.href(addresses.feed(path))) if self.site.settings.siteurl else None

    def used_terms(self, vocabulary: Vocabulary) -> tuple[Term, ...]:
        """The terms of a vocabulary that have a page in this language."""
        if vocabulary.name not in self._used:
            self._used[vocabulary.name] = tuple(t for t in vocabulary.terms if self.listing((vocabulary.name, t.id)))
        return self._used[vocabulary.name]

    def term_link(self, vocabulary: Vocabulary, term: Term) -> Link:
        """The term as a link to its page."""
        key = (vocabulary.name, term.id)
        if key not in self._terms:
            self._terms[key] = self._term_link(vocabulary, term)
        return self._terms[key]

    def _term_link(self, vocabulary: Vocabulary, term: Term) -> Link:
        text, href = self.term_text(term), self.href(addresses.term(self.lang, vocabulary.slug, term.id))
        if not (term.link or term.logo):
            return Link(text, href)
        file = self.site.files.get(term_logo(term.logo))
        shown = logo_variant(file) if file else None
        logo = Logo(self.href(shown.path), shown.width, shown.height) if shown else None
        return OrganisationLink(text, href, "", self.contact(term.link), logo)

    def item_href(self, item: Announcement) -> tuple[str, str]:
        """The address of an announcement for this reader, and its hreflang if it is in another language, else ""."""
        lang = self.lang if item.shown(self.lang) else item.fallback.lang if item.fallback else self.lang
        return self.href(addresses.announcement(lang, item)), "" if lang == self.lang else lang

    def title(self, item: Announcement) -> Text:
        """The announcement's title for this reader, with its language."""
        shown = item.shown(self.lang) or item.fallback
        return Text(shown.title, shown.lang) if shown else Text(item.name, self.lang)

    def item_link(self, item: Announcement) -> Link:
        """An announcement as a link with its title."""
        return Link(self.title(item), *self.item_href(item))

    @cached_property
    def outside(self) -> LocaleContext:
        """The same context for readers outside the site: links are absolute if the site's address is known."""
        return replace(self, root_relative=False, alternates={}, cards={}, frames={}, _terms={})

    @cached_property
    def home(self) -> Link:
        """The link to this language's front page."""
        return Link(self.gettext(*FRONT_PAGE), self.href(addresses.front(self.lang)))

    @cached_property
    def statement(self) -> tuple[Link, ...]:
        """The link to the accessibility statement, if there is one."""
        link = Link(self.gettext(*ACCESSIBILITY_STATEMENT), self.href(addresses.statement(self.lang)))
        return (link,) if self.site.settings.accessibility else ()

    def contact(self, value: str, folder: str = "") -> Link | None:
        """A contact or notice as a link to a page, document, e-mail address, telephone or website; None for "".

        `folder` is the folder of a document, with a slash at the end.
        """
        file = document_for(f"{folder}{value}", self.lang, self.site.files) if document_of(value) else None
        if file:
            return Link(Text(value, ""), self.href(addresses.document(file)))
        page = self.site.announcements.get(page_of(value))
        if page:
            return self.item_link(page)
        if not value or page_of(value) or document_of(value):
            return None
        if mail := mail_of(value):
            return Link(Text(mail, ""), f"mailto:{value}")
        if number := phone_of(value):
            return Link(Text(value, ""), f"tel:{number}")
        return Link(Text(value.removeprefix("https://").rstrip("/"), ""), value)

    @cached_property
    def sections(self) -> tuple[Kind, ...]:
        """The kinds that are listed and have an announcement in this language."""
        present = {a.kind.name for a in self.items}
        return tuple(k for k in self.site.settings.kinds if k.listed and k.name in present)
