"""Settings for plain Pelican: no plugin, a theme, and what its templates need from the corpus (facts.json)."""

from __future__ import annotations

import json
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from babel.dates import format_date

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pelican.contents import Article

FACTS = json.loads(Path(__file__).with_name("facts.json").read_text("utf-8"))

SITENAME = "Noticeboard"
SITEURL = ""
TIMEZONE = "Europe/Brussels"
DEFAULT_LANG = "en"
THEME = FACTS["theme"]
THEME_STATIC_PATHS = [FACTS["static"]]

PATH = "content"
ARTICLE_PATHS = ["articles"]
PAGE_PATHS: list[str] = []
STATIC_PATHS: list[str] = []
ARTICLE_TRANSLATION_ID = "slug"
ARTICLE_URL = ARTICLE_LANG_URL = "{lang}/{category}/{slug}/"
ARTICLE_SAVE_AS = ARTICLE_LANG_SAVE_AS = "{lang}/{category}/{slug}/index.html"

# Plain Pelican's lists contain only the default language; these replace them, with one stub for each page.
DIRECT_TEMPLATES: list[str] = []
CATEGORY_SAVE_AS = TAG_SAVE_AS = AUTHOR_SAVE_AS = ""
TEMPLATE_PAGES = {stub["source"]: output for output, stub in FACTS["lists"].items()}

FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
FORMATTED_FIELDS: list[str] = []
MARKDOWN = {
    "extension_configs": {"markdown.extensions.extra": {}, "markdown.extensions.sane_lists": {}},
    "output_format": "html",
}
JINJA_ENVIRONMENT = {"autoescape": True, "trim_blocks": True, "lstrip_blocks": True}


def audience(article: Article) -> list[str]:
    """The ids of an article's audiences."""
    return str(article.audience).split(", ")


@cache
def day_text(iso: str, lang: str) -> str:
    """The day in the language's words."""
    return format_date(date.fromisoformat(iso), "long", locale="en_GB" if lang == "en" else lang)


def listing(articles: Iterable[Article], lang: str, name: str, year: str = "") -> list[Article]:
    """The articles on a list's first page (`year` is "") or of one year, in order."""
    found = _index(articles).listings[lang, name, year]
    return found if year else _first(found)


def years(lang: str, name: str) -> list[str]:
    """The years of a list, newest first; none if the first page holds everything."""
    return [year for year in FACTS["years"] if f"{lang}/{name}/{year}/index.html" in FACTS["lists"]]


def version(articles: Iterable[Article], lang: str, slug: str) -> Article:
    """The article with that name in the language."""
    return _index(articles).versions[lang, slug]


def results(articles: Iterable[Article], lang: str, slug: str) -> Sequence[Article]:
    """The results of a survey in the language."""
    return _index(articles).results.get((lang, slug), ())


class _Index:
    """All articles, indexed for lists and links; made once per build."""

    def __init__(self) -> None:
        """Makes an empty index."""
        self.listings: dict[tuple[str, str, str], list[Article]] = {}
        self.versions: dict[tuple[str, str], Article] = {}
        self.results: dict[tuple[str, str], list[Article]] = {}

    def add(self, article: Article) -> None:
        """Adds an article."""
        self.versions[article.lang, article.slug] = article
        if hasattr(article, "results_of"):
            self.results.setdefault((article.lang, article.results_of), []).append(article)
        for name in _names(article):
            for year in ("", str(article.date.year)):
                self.listings.setdefault((article.lang, name, year), []).append(article)


_made = _Index()


def _index(articles: Iterable[Article]) -> _Index:
    if not _made.versions:
        for original in articles:
            for article in (original, *original.translations):
                _made.add(article)
    return _made


def _names(article: Article) -> Iterator[str]:
    yield article.category.name
    yield from (f"audience/{term}" for term in audience(article))
    yield from (f"tags/{tag.name}" for tag in article.tags)


def _first(articles: Sequence[Article]) -> list[Article]:
    running = [a for a in articles if getattr(a, "deadline", "") >= FACTS["today"]]
    closed = [a for a in articles if getattr(a, "deadline", "") < FACTS["today"]]
    return [*sorted(running, key=lambda a: a.deadline), *closed[: FACTS["newest"]]]


JINJA_FILTERS = {"audience": audience, "day_text": day_text}
JINJA_GLOBALS = {"listing": listing, "years": years, "version": version, "results": results}
