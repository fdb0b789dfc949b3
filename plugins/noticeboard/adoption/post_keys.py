"""The words that Jekyll, Hugo and Pelican use in the head of a post, by what they say."""

from __future__ import annotations

GROUPS = ("translationkey", "translation_key", "translation_id", "ref", "page_id", "lang-ref", "translations_id")


LANGUAGES = ("lang", "language", "locale")


SUMMARIES = ("description", "summary", "excerpt", "subtitle", "lead")


DATES = ("date", "publishdate", "published_at", "published", "pubdate")


UPDATES = ("lastmod", "modified", "last_modified_at", "updated", "last_modified")


IMAGES = (
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


FORMER = ("aliases", "redirect_from", "alias", "moved_from")


TERMS = ("categories", "category", "tags", "tag", "keywords")


TECHNICAL = frozenset(
    {
        *("title", "slug", "layout", "type", "template", "weight", "toc", "comments"),
        *("mathjax", "math", "permalink", "url", "save_as", "draft", "status", "hidden"),
        *("sitemap", "robots", "noindex", "translation", "nav_order", "parent", "search", "menu"),
        *("linktitle", "categories_weight", "tags_weight", "outputs", "markup", "share", "related", "disqus"),
        *("classes", "author_profile", "read_time", "sidebar", "published", "image_alt", "id"),
    }
)
"""Keys that only tell a generator how to show a text; readers see none of their values."""


KNOWN = (*GROUPS, *LANGUAGES, *SUMMARIES, *DATES, *UPDATES, *IMAGES, *FORMER, *TERMS)
