"""The filters of lists and of the search: by term, by the language of the text, and by year."""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

from msgspec.structs import replace

from noticeboard.languages.collation import sort_key
from noticeboard.languages.language_names import language_name
from noticeboard.model import Text
from noticeboard.pages.listings.listing_view import Choice, Filter
from noticeboard.pages.page_messages import LANGUAGE_OF_THE_TEXT, YEAR
from noticeboard.shared_values import shared
from noticeboard.site.lifecycle import day_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from noticeboard.model import Term, Vocabulary
    from noticeboard.pages.locale_context import LocaleContext
    from noticeboard.site import Announcement

LANGUAGE = "language"
YEARS = "year"
"""The names of the filters by language and by year in addresses, where a vocabulary has its slug."""


def facets(locale: LocaleContext, item: Announcement) -> tuple[str, ...]:
    """The announcement's terms and languages as filters have them in addresses: "audience=teacher", "language=nl"."""
    # A build has ten thousands of cards, and an announcement has the same facets in all languages.
    found: tuple[str, ...] = shared((*_by_terms(locale, item), *(f"{LANGUAGE}={lang}" for lang in item.versions)))
    return found


def search_facets(locale: LocaleContext, item: Announcement) -> tuple[str, ...]:
    """Its terms, and its year ("year=2026") if its kind is listed: of an event the year in which it starts."""
    starts = item.facts.starts
    day = (day_of(starts, locale.zone) if starts else item.facts.published) if item.kind.listed else None
    return (*_by_terms(locale, item), *((f"{YEARS}={day.year:04}",) if day else ()))


def _by_terms(locale: LocaleContext, item: Announcement) -> tuple[str, ...]:
    slugs = {v.name: v.slug for v in locale.site.vocabularies}
    return tuple(f"{slugs[name]}={term}" for name, ids in item.facts.terms for term in ids if name in slugs)


def search_filters(locale: LocaleContext) -> tuple[Filter, ...]:
    """The filters of a search: by the terms and the years that announcements in this language have."""
    counts = Counter(facet for item in locale.items for facet in search_facets(locale, item))
    found = [_by_term(locale, vocabulary, set(counts)) for vocabulary in locale.site.vocabularies]
    found.append(_by_year(locale, set(counts)))
    return tuple(_with_counts(f, counts) for f in found if len(f.choices) > 1)


def _with_counts(found: Filter, counts: Mapping[str, int]) -> Filter:
    return replace(found, choices=tuple(replace(choice, count=counts[choice.facet]) for choice in found.choices))


def _by_year(locale: LocaleContext, used: set[str]) -> Filter:
    facets = sorted((f for f in used if f.startswith(f"{YEARS}=")), reverse=True)
    choices = (Choice(f, Text(f.removeprefix(f"{YEARS}="), locale.lang), "") for f in facets)
    return Filter(locale.gettext(*YEAR), tuple(choices))


def filters(locale: LocaleContext, items: Iterable[Announcement]) -> tuple[Filter, ...]:
    """The filters of a list of announcements; those with a single choice are left out.

    A language in which every text exists is left out, because choosing it changes nothing.
    """
    shown = tuple(items)
    used = {facet for item in shown for facet in facets(locale, item)}
    found = [_by_term(locale, vocabulary, used) for vocabulary in locale.site.vocabularies]
    found.append(_by_language(locale, _differing(shown)))
    return tuple(f for f in found if len(f.choices) > 1)


def _differing(items: tuple[Announcement, ...]) -> set[str]:
    """The languages in which some of the texts exist and some do not."""
    counts = Counter(lang for item in items for lang in item.versions)
    return {lang for lang, count in counts.items() if count < len(items)}


def _by_term(locale: LocaleContext, vocabulary: Vocabulary, used: set[str]) -> Filter:
    terms = (t for t in vocabulary.terms if f"{vocabulary.slug}={t.id}" in used)
    return Filter(locale.heading(vocabulary), tuple(_choice(locale, vocabulary, t) for t in terms))


def _choice(locale: LocaleContext, vocabulary: Vocabulary, term: Term) -> Choice:
    link = locale.term_link(vocabulary, term)
    return Choice(f"{vocabulary.slug}={term.id}", link.text, link.href)


def _by_language(locale: LocaleContext, languages: set[str]) -> Filter:
    named = _named(tuple(locale.site.settings.languages), locale.lang)
    choices = (Choice(f"{LANGUAGE}={tag}", Text(name, locale.lang), "") for tag, name in named if tag in languages)
    return Filter(locale.gettext(*LANGUAGE_OF_THE_TEXT), tuple(choices))


# Every list of a language has the same order of the same names.
@cache
def _named(languages: tuple[str, ...], lang: str) -> tuple[tuple[str, str], ...]:
    """The languages with their names in `lang`, in the alphabetical order of that language."""
    names = {tag: language_name(tag, lang) for tag in languages}
    return tuple(sorted(names.items(), key=lambda pair: sort_key(pair[1], lang)))
