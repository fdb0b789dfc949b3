"""The words of a site in one language: messages, labels, dates and instants."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property
from typing import TYPE_CHECKING

from noticeboard.languages.dates import iso, moment_text
from noticeboard.markdown.render.typography_extension import typeset_text
from noticeboard.model import Text
from noticeboard.pages.page_messages import HEADINGS, KINDS, PLATFORM
from noticeboard.pages.views.view_parts import Moment
from noticeboard.settings import text_for

if TYPE_CHECKING:
    from datetime import date, datetime
    from zoneinfo import ZoneInfo

    from noticeboard.model import Term, Vocabulary
    from noticeboard.pages.listings.listing_order import ListingOrder
    from noticeboard.settings import Kind
    from noticeboard.site import Site
    from noticeboard.sources.catalogue import Catalogues
    from noticeboard.sources.per_language import Labels


@dataclass(frozen=True)
class LocaleWords:
    """The words of a site in one language; texts that are missing there come from the default language."""

    site: Site
    lang: str
    catalogues: Catalogues
    order: ListingOrder

    @property
    def zone(self) -> ZoneInfo:
        """The platform's time zone."""
        return self.order.zone

    @cached_property
    def platform(self) -> Text:
        """The platform's name."""
        return self.text(self.site.settings.name) or self.gettext(*PLATFORM)

    def gettext(self, message: str, context: str = "") -> Text:
        """A message of the catalogue in this language; if it is missing there, in another, which the text names."""
        return self.catalogues.gettext(self.lang, message, context)

    def text(self, labels: Labels) -> Text | None:
        """The label for this language, or the default language's with its own tag; None where there is none.

        It is in the typography of its language, as all texts are; an address stays as it is.
        """
        found = text_for(labels, self.lang, self.site.settings.default_language)
        if found is None or found.lang in self.site.settings.plain_typography:
            return found
        return Text(_typeset(found.text, found.lang), found.lang)

    def moment(self, value: date | None) -> Moment | None:
        """The date or instant in this language's words; None for None."""
        if value is None:
            return None
        return Moment(moment_text(value, self.lang, self.zone), iso(value))

    def instant(self, value: datetime | None) -> str:
        """The instant in ISO 8601 with the platform's offset from UTC; "" for None."""
        return iso(value.astimezone(self.zone)) if value else ""

    def kind_label(self, kind: Kind, *, many: bool) -> Text:
        """The label of a kind, for one or for many of it."""
        own = self.text(kind.many if many else kind.one)
        if own:
            return own
        if kind.name in KINDS:
            return self.gettext(*KINDS[kind.name][many])
        return Text(kind.name, self.lang)

    def heading(self, vocabulary: Vocabulary) -> Text:
        """The heading of a vocabulary."""
        own = self.text(dict(self.site.settings.headings).get(vocabulary.name, ()))
        if own:
            return own
        if vocabulary.name in HEADINGS:
            return self.gettext(*HEADINGS[vocabulary.name])
        return Text(vocabulary.name, self.lang)

    def term_text(self, term: Term) -> Text:
        """The label of a term; its id where it has none at all."""
        return self.text(term.labels) or Text(term.id, self.lang)


@cache
def _typeset(label: str, lang: str) -> str:
    return typeset_text(label, lang)
