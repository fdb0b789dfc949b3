"""A file of Jekyll, Hugo or Pelican -> a post: its language, its name, and the posts that it belongs with."""

from __future__ import annotations

from posixpath import splitext
from typing import TYPE_CHECKING

from noticeboard.adoption.other_site import PELICAN, OtherSite, language_of
from noticeboard.adoption.post import DATED, Post, day
from noticeboard.adoption.post_header import PostHeader, read_header
from noticeboard.adoption.post_keys import DATES, GROUPS, LANGUAGES
from noticeboard.sources.likely_values import slug

if TYPE_CHECKING:
    from collections.abc import Sequence


_OWN_FOLDERS = ("content", "source", "src", "_posts", "_drafts", "articles")


def read_post(text: str, path: str, shown: str, site: OtherSite, languages: Sequence[str]) -> Post | None:
    """The post in a file that problems call `shown`; None if the file has no header, so that it is no post."""
    header = read_header(text, shown)
    if header is None:
        return None
    stated = next((str(header.values[key]) for key in LANGUAGES if header.values.get(key)), "")
    lang, place = language_of(path, stated, site, languages)
    *folders, stem = _parts(place)
    dated = DATED.fullmatch(stem)
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
    group = next((header.values[key] for key in GROUPS if header.values.get(key)), "")
    if not group and site.generator == PELICAN:
        group = header.values.get("slug") or ""
    return f"={group}" if group else ""


def _keeps_pages_apart(site: OtherSite) -> bool:
    """Whether texts without a date that lie outside every folder are pages of the website."""
    return site.generator != PELICAN


def _has_date(header: PostHeader) -> bool:
    return any(day(header.values.get(key), "") for key in DATES)
