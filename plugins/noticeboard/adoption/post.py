"""A post of Jekyll, Hugo or Pelican, and what its head says in the words of this platform."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from posixpath import basename, dirname, splitext
from typing import TYPE_CHECKING

from noticeboard.adoption.other_site import PELICAN, OtherSite, language_of
from noticeboard.adoption.post_header import PostHeader, read_header
from noticeboard.languages.date_guesses import likely_days
from noticeboard.sources.likely_values import slug

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_DATED = re.compile(r"(\d{4})-(\d\d?)-(\d\d?)[-_](.+)")
_ISO = re.compile(r"(\d{4})[-/](\d\d?)[-/](\d\d?)")
_GROUPS = ("translationkey", "translation_key", "translation_id", "ref", "page_id", "lang-ref", "translations_id")
_LANGUAGES = ("lang", "language", "locale")
_SUMMARIES = ("description", "summary", "excerpt", "subtitle", "lead")
_DATES = ("date", "publishdate", "published_at", "published", "pubdate")
_UPDATES = ("lastmod", "modified", "last_modified_at", "updated", "last_modified")
_IMAGES = (
    "image",
    "featured_image",
    "featured-image",
    "featuredimage",
    "cover",
    "thumbnail",
    "header",
    "images",
    "img",
)
_FORMER = ("aliases", "redirect_from", "alias", "moved_from")
_TERMS = ("categories", "category", "tags", "tag", "keywords")
_TECHNICAL = frozenset(
    {
        *("title", "slug", "layout", "type", "template", "weight", "toc", "comments"),
        *("mathjax", "math", "permalink", "url", "save_as", "draft", "status", "hidden"),
        *("sitemap", "robots", "noindex", "translation", "nav_order", "parent", "search", "menu"),
        *("linktitle", "categories_weight", "tags_weight", "outputs", "markup", "share", "related", "disqus"),
        *("classes", "author_profile", "read_time", "sidebar", "published", "image_alt", "id"),
    }
)
"""Keys that tell a generator how to show a text, and none of whose words readers see."""

Known = (*_GROUPS, *_LANGUAGES, *_SUMMARIES, *_DATES, *_UPDATES, *_IMAGES, *_FORMER, *_TERMS)


@dataclass(frozen=True, slots=True)
class Post:
    """A post: the file's path, its head and text, its language and section ("" for none), and its group.

    Posts of one group are versions of one announcement. `name` is what its folder is to be called, `page` says that it
    is a page of the platform rather than an announcement.
    """

    path: str
    header: PostHeader
    lang: str
    section: str
    group: str
    name: str
    page: bool

    @property
    def values(self) -> Mapping[str, object]:
        """The head's values."""
        return self.header.values

    def text(self, *keys: str) -> str:
        """The first of these keys that holds words, as one line."""
        found = (self.values.get(key) for key in keys)
        return next(
            (" ".join(str(v).split()) for v in found if isinstance(v, str | int | float) and str(v).strip()), ""
        )

    @property
    def published(self) -> str:
        """The day on which it was published, in ISO's form; "" if nobody says."""
        stated = next((d for key in _DATES if (d := _day(self.values.get(key), self.lang))), "")
        dated = _DATED.fullmatch(splitext(basename(self.path))[0]) or _DATED.fullmatch(basename(dirname(self.path)))
        return stated or (_day("-".join(dated.groups()[:3]), self.lang) if dated else "")

    @property
    def updated(self) -> str:
        """The day of its last change; "" if nobody says, or where that is the day of its publication."""
        found = next((d for key in _UPDATES if (d := _day(self.values.get(key), self.lang))), "")
        return "" if found <= self.published else found

    @property
    def summary(self) -> str:
        """What it says of itself in lists."""
        return self.text(*_SUMMARIES)

    @property
    def is_draft(self) -> bool:
        """Whether it was not shown to readers."""
        stated = str(self.values.get("status") or "").lower() in ("draft", "hidden", "skip")
        return (
            stated
            or self.values.get("draft") is True
            or self.values.get("published") is False
            or "_drafts/" in self.path
        )

    @property
    def image(self) -> tuple[str, str]:
        """The address of its picture and what that shows; "" for each that nobody says."""
        for key in _IMAGES:
            value = self.values.get(key)
            value = value[0] if isinstance(value, list) and value else value
            if isinstance(value, dict):
                names = ("src", "path", "feature", "image", "url", "teaser")
                return next((str(value[n]) for n in names if value.get(n)), ""), str(value.get("alt") or "")
            if isinstance(value, str) and value.strip():
                return value.strip(), self.text("image_alt", "image-alt", "alt")
        return "", ""

    @property
    def former(self) -> list[str]:
        """Its former addresses, as they are written."""
        values = [self.values.get(key) for key in _FORMER]
        return [str(one) for value in values for one in (value if isinstance(value, list) else [value]) if one]

    @property
    def words(self) -> list[object]:
        """What categories and tags its head holds."""
        return [self.values[key] for key in _TERMS if key in self.values]

    def unused(self) -> list[str]:
        """The keys that are not kept, with what they say, except for those that only the generator reads."""
        rest = (k for k in self.values if k not in Known and k not in _TECHNICAL)
        return [
            f"{key}: {' '.join(str(self.values[key]).split())}" for key in rest if self.values[key] not in (None, "")
        ]


_OWN_FOLDERS = ("content", "source", "src", "_posts", "_drafts", "articles")


def read_post(text: str, path: str, shown: str, site: OtherSite, languages: Sequence[str]) -> Post | None:
    """The post in a file that people know as `shown`; None if the file has no head and so is not a post."""
    header = read_header(text, shown)
    if header is None:
        return None
    stated = next((str(header.values[key]) for key in _LANGUAGES if header.values.get(key)), "")
    lang, place = language_of(path, stated, site, languages)
    *folders, stem = _parts(place)
    dated = _DATED.fullmatch(stem)
    bare = dated[4] if dated else stem
    section = folders[0] if folders else ""
    in_posts = "_posts/" in path or "_drafts/" in path or bool(dated)
    alone = _keeps_pages_apart(site) and not in_posts and not section and not _has_date(header)
    return Post(
        path=path,
        header=header,
        lang=lang,
        section=section,
        group=_stated_group(header, site) or "/".join((*folders, bare)),
        name=_name(header, bare, site),
        page=section == "pages" or alone,
    )


def _parts(place: str) -> list[str]:
    """The folders and the name of a post, without the generator's own folders and without the ending."""
    parts = [part for part in place.split("/") if part not in _OWN_FOLDERS]
    stem = splitext(parts[-1])[0]
    return parts[:-1] if stem in ("index", "_index") and len(parts) > 1 else [*parts[:-1], stem]


def _name(header: PostHeader, bare: str, site: OtherSite) -> str:
    stated = slug(str(header.values.get("slug") or ""))
    title = slug(str(header.values.get("title") or "")) if site.generator == PELICAN else ""
    return stated or slug(bare) or title


def _stated_group(header: PostHeader, site: OtherSite) -> str:
    """What translations of the post share, as its head states it; "" if it does not."""
    group = next((header.values[key] for key in _GROUPS if header.values.get(key)), "")
    if not group and site.generator == PELICAN:
        group = header.values.get("slug") or ""
    return f"={group}" if group else ""


def _shown(value: object) -> str:
    """A value on one line, lists with commas."""
    return " ".join((", ".join(map(str, value)) if isinstance(value, list) else str(value)).split())


def _keeps_pages_apart(site: OtherSite) -> bool:
    """Whether texts without a date that lie outside every folder are pages of the website."""
    return site.generator != PELICAN


def _has_date(header: PostHeader) -> bool:
    return any(_day(header.values.get(key), "") for key in _DATES)


def _day(value: object, lang: str) -> str:
    """The day in a date or moment, in ISO's form; "" if it is none."""
    text = str(value or "").strip()
    if found := _ISO.match(text):
        try:
            return date(*map(int, found.groups())).isoformat()
        except ValueError:
            return ""
    days = likely_days(text, lang or "en") if text and text not in ("True", "False") else ()
    return days[0].isoformat() if days else ""
