"""The files of another site -> its posts, and which of them are versions of one announcement."""

from __future__ import annotations

import re
from dataclasses import replace
from posixpath import splitext
from typing import TYPE_CHECKING, NamedTuple

from noticeboard.adoption.adoption_notes import AdoptionNotes
from noticeboard.adoption.other_site import UNREAD, OtherSite, post_paths
from noticeboard.adoption.post_reader import read_post
from noticeboard.languages.tag_guesses import likely_tag
from noticeboard.markdown.source_map.limits import MOST_CHARACTERS
from noticeboard.sources.likely_values import slug
from noticeboard.sources.text_decoding import decode

if TYPE_CHECKING:
    from noticeboard.adoption.post import Post
    from noticeboard.adoption.site_request import SiteRequest
    from noticeboard.model import Problem

PAGES = "pages"
_YEAR = re.compile(r"\d{4}")


class PostGroup(NamedTuple):
    """Posts that are versions of one announcement, the original first, and the announcement's key."""

    key: str
    posts: tuple[Post, ...]


def read_posts(request: SiteRequest, site: OtherSite) -> tuple[list[Post], list[Problem]]:
    """The posts of the folder in the offered languages, in the order of their paths, and all problems."""
    found, unread = post_paths(request.paths)
    problems = [problem for path in unread for problem in _unread(path, request)]
    posts: list[Post] = []
    for path in found:
        post, faults = _read(path, request, site)
        posts += [post] if post else []
        problems += faults
    return posts, problems


def _unread(path: str, request: SiteRequest) -> list[Problem]:
    notes = AdoptionNotes(request.shown(path))
    message, hint = (
        "The text is written in {notation}, which is not read.",
        "Save it as HTML or as a Word document, and adopt that.",
    )
    notes.refuse(1, "not-adopted", message, hint, notation=UNREAD[splitext(path.lower())[1]])
    return notes.problems


def _read(path: str, request: SiteRequest, site: OtherSite) -> tuple[Post | None, list[Problem]]:
    """The post in a file, None if it is not adopted, and the problems of the file."""
    notes = AdoptionNotes(request.shown(path))
    text, faults = decode(request.read(path), request.shown(path))
    if len(text) > MOST_CHARACTERS:
        message, hint = "The text has {count} characters; {most} are the most.", "Divide it and adopt the folder again."
        notes.refuse(1, "too-long", message, hint, count=len(text), most=MOST_CHARACTERS)
        return None, notes.problems
    post = read_post(text, path, request.shown(path), site, request.languages) if text else None
    problems = [fault for fault in faults if fault.name != "not-utf-8" or post is None]
    kept = _offered(post, request, notes)
    return kept, [*(post.header.problems if post and (kept or not post.values) else ()), *problems, *notes.problems]


def _offered(post: Post | None, request: SiteRequest, notes: AdoptionNotes) -> Post | None:
    """The post in its language; None if it has no head, nothing that can be read in it, or another language."""
    if post is None:
        message = "The file has no head with a title and a date, so it is taken for no post."
        notes.left_out(1, message, "", "Adopt it by itself if it is one.")
        return None
    lang = post.lang or request.languages[0]
    if post.values and lang not in request.languages:
        message = "The platform does not offer the language {lang}, so the text is not adopted."
        hint = "Add it to `languages` in platform.yml, or leave the text out."
        notes.refuse(1, "not-adopted", message, hint, lang=lang)
        return None
    return replace(post, lang=lang) if post.values else None


def grouped(posts: list[Post], request: SiteRequest, site: OtherSite) -> list[PostGroup]:
    """The announcements that the posts are versions of, in the order of their keys."""
    kinds: dict[str, str] = {}
    for post in sorted(posts, key=lambda one: not one.page):
        kinds[post.group] = _kind(post, request)
    by_group: dict[tuple[str, str], list[Post]] = {}
    for post in posts:
        by_group.setdefault((kinds[post.group], post.group), []).append(post)
    default = likely_tag(site.language) or request.languages[0]
    taken: set[str] = set()
    groups = []
    for (kind, _), members in sorted(by_group.items()):
        ordered = sorted(
            members, key=lambda p: (p.values.get("translation") is not None, p.lang != default, p.lang, p.path)
        )
        once = list({post.lang: post for post in reversed(ordered)}.values())[::-1]
        apart = [post for post in ordered if post not in once]
        for posts_of_one in (once, *([post] for post in apart)):
            key = _key(kind, posts_of_one[0], taken)
            groups.append(PostGroup(key, tuple(posts_of_one)))
    return sorted(groups)


def _kind(post: Post, request: SiteRequest) -> str:
    names = {kind.name for kind in request.kinds}
    section = slug(post.section)
    if post.page and PAGES in names:
        return PAGES
    return next((one for one in (section, f"{section}s") if one in names and one != PAGES), request.kind)


def _key(kind: str, post: Post, taken: set[str]) -> str:
    """The key of a new announcement: its name once only, and no year, which is the address of a list."""
    name = post.name or slug(post.text("title")) or "post"
    name = f"{kind.removesuffix('s')}-{name}" if _YEAR.fullmatch(name) else name
    year = post.published[:4]
    candidates = (name, f"{name}-{year}" if year else f"{name}-2", *(f"{name}-{number}" for number in range(2, 10_000)))
    key = next(f"{kind}/{one}" for one in candidates if f"{kind}/{one}" not in taken)
    taken.add(key)
    return key
