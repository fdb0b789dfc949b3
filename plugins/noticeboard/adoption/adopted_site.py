"""A folder of Jekyll, Hugo or Pelican -> announcements, each with its versions."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from posixpath import basename, splitext
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

from noticeboard.adoption.adopted_noticeboard import adopted_noticeboard
from noticeboard.adoption.adopted_page import PageRequest, adopted_page
from noticeboard.adoption.adopted_version import AdoptedVersion
from noticeboard.adoption.adoption_notes import AdoptionNotes, FoundPicture
from noticeboard.adoption.html_blocks import TODO
from noticeboard.adoption.other_site import (
    JEKYLL,
    NOTICEBOARD,
    SETTINGS,
    UNREAD,
    OtherSite,
    post_paths,
    static_file,
    told_site,
)
from noticeboard.adoption.post import Post, read_post
from noticeboard.adoption.post_body import PostBody, PostSite
from noticeboard.adoption.term_mapping import words_of
from noticeboard.adoption.word_comparison import compared
from noticeboard.languages.tag_guesses import likely_tag
from noticeboard.markdown.source_map.limits import MOST_CHARACTERS
from noticeboard.sources.document_types import TYPES, ending
from noticeboard.sources.likely_values import slug
from noticeboard.sources.text_decoding import decode

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from noticeboard.adoption.site_request import SiteRequest
    from noticeboard.model import Problem

_FORMER = re.compile(r"(?:[a-z0-9-]+/)?[a-z0-9-]+")
_YEAR = re.compile(r"\d{4}")
PAGES = "pages"


@dataclass(frozen=True, slots=True)
class AdoptedSite:
    """What became of a folder: the generator that it is of, the versions, and what is told beside theirs."""

    generator: str
    versions: tuple[AdoptedVersion, ...]
    problems: tuple[Problem, ...]


class _Group(NamedTuple):
    """Posts that are versions of one announcement, the original first, and the announcement's key."""

    key: str
    posts: tuple[Post, ...]


class _LinkedSite(NamedTuple):
    """What the texts of one announcement are read with: its key, the request, the site, and where links lead."""

    key: str
    asked: SiteRequest
    site: OtherSite
    addresses: Mapping[str, str]


def adopted_site(asked: SiteRequest) -> AdoptedSite:
    """The announcements that the folder's posts make, in the order of their keys."""
    texts = {name: decode(asked.read(name), name)[0] for name in SETTINGS if name in asked.paths}
    site = told_site(asked.paths, texts)
    if site.generator == NOTICEBOARD:
        return AdoptedSite(site.generator, tuple(adopted_noticeboard(asked)), ())
    posts, problems = _posts(asked, site)
    groups = _groups(posts, asked, site)
    addresses = _addresses(groups)
    versions = tuple(v for group in groups for v in _versions(group, asked, site, addresses))
    return AdoptedSite(site.generator, versions, tuple(problems))


def _posts(asked: SiteRequest, site: OtherSite) -> tuple[list[Post], list[Problem]]:
    found, unread = post_paths(asked.paths)
    posts: list[Post] = []
    problems: list[Problem] = []
    for path in unread:
        notes = AdoptionNotes(asked.shown(path))
        message = "The text is written in {notation}, which is not read."
        hint = "Save it as HTML or as a Word document, and adopt that."
        notes.refuse(1, "not-adopted", message, hint, notation=UNREAD[splitext(path.lower())[1]])
        problems += notes.problems
    for path in found:
        notes = AdoptionNotes(asked.shown(path))
        text, faults = decode(asked.read(path), asked.shown(path))
        if len(text) > MOST_CHARACTERS:
            message, hint = (
                "The text has {count} characters; {most} are the most.",
                "Divide it and adopt the folder again.",
            )
            notes.refuse(1, "too-long", message, hint, count=len(text), most=MOST_CHARACTERS)
            problems += notes.problems
            continue
        post = read_post(text, path, asked.shown(path), site, asked.languages) if text else None
        if post is None:
            message = "The file has no head with a title and a date, so it is taken for no post."
            notes.left_out(1, message, "", "Adopt it by itself if it is one.")
        elif not post.values:
            problems += post.header.problems
        elif (lang := post.lang or asked.languages[0]) not in asked.languages:
            message = "The platform does not offer the language {lang}, so the text is not adopted."
            notes.refuse(
                1, "not-adopted", message, "Add it to `languages` in platform.yml, or leave the text out.", lang=lang
            )
        else:
            problems += post.header.problems
            posts.append(replace(post, lang=lang))
        problems += [*(p for p in faults if p.name != "not-utf-8" or post is None), *notes.problems]
    return posts, problems


def _groups(posts: list[Post], asked: SiteRequest, site: OtherSite) -> list[_Group]:
    kinds: dict[str, str] = {}
    for post in sorted(posts, key=lambda one: not one.page):
        kinds[post.group] = _kind(post, asked)
    by_group: dict[tuple[str, str], list[Post]] = {}
    for post in posts:
        by_group.setdefault((kinds[post.group], post.group), []).append(post)
    default = likely_tag(site.language) or asked.languages[0]
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
            groups.append(_Group(key, tuple(posts_of_one)))
    return sorted(groups)


def _kind(post: Post, asked: SiteRequest) -> str:
    names = {kind.name for kind in asked.kinds}
    section = slug(post.section)
    if post.page and PAGES in names:
        return PAGES
    return next((one for one in (section, f"{section}s") if one in names and one != PAGES), asked.kind)


def _key(kind: str, post: Post, taken: set[str]) -> str:
    """The key of a new announcement: its name once only, and no year, which is the address of a list."""
    name = post.name or slug(post.text("title")) or "post"
    name = f"{kind.removesuffix('s')}-{name}" if _YEAR.fullmatch(name) else name
    year = post.published[:4]
    candidates = (name, f"{name}-{year}" if year else f"{name}-2", *(f"{name}-{number}" for number in range(2, 10_000)))
    key = next(f"{kind}/{one}" for one in candidates if f"{kind}/{one}" not in taken)
    taken.add(key)
    return key


def _addresses(groups: Iterable[_Group]) -> dict[str, str]:
    """What links of the other site call posts -> the key of their announcement here; unsure names are left out."""
    found: dict[str, set[str]] = {}
    for group in groups:
        for post in group.posts:
            stem = splitext(post.path)[0]
            names = {post.path, stem, basename(stem), post.name, re.sub(r"\A\d{4}-\d\d?-\d\d?-", "", basename(stem))}
            names |= {_place(one) for one in (post.text("permalink", "url", "save_as"), *post.former)}
            names |= {post.group.removeprefix("="), basename(post.group)}
            for name in filter(None, names):
                found.setdefault(name.lower(), set()).add(group.key)
    return {name: next(iter(keys)) for name, keys in found.items() if len(keys) == 1}


def _place(address: str) -> str:
    """An address as a path without its host, its ending, and slashes at its ends."""
    try:
        path = urlsplit(address).path
    except ValueError:
        return ""
    return re.sub(r"(?:/index)?\.html?\Z", "", path.strip("/")).removesuffix("/index").strip("/")


def _place_here(address: str, asked: SiteRequest) -> str:
    """The same without a language in front, which every address has here."""
    place = _place(address)
    first, _, rest = place.partition("/")
    return rest if first in asked.languages and rest else place


def _versions(
    group: _Group, asked: SiteRequest, site: OtherSite, addresses: Mapping[str, str]
) -> Iterator[AdoptedVersion]:
    original = group.posts[0]
    for post in group.posts:
        notes = AdoptionNotes(asked.shown(post.path))
        body, files = _body(post, _LinkedSite(group.key, asked, site, addresses), notes)
        keys: list[tuple[str, object]] = [("title", post.text("title") or TODO)]
        keys += [("summary", post.summary)] if post.summary else []
        if post is original:
            keys += _facts(group, asked, notes, spaced=site.generator == JEKYLL)
        else:
            keys.append(("translates", original.lang))
            _tell_other_day(post, original, notes)
        keys += [("updated", post.updated)] if post.updated else []
        keys += _image(post, original, asked, notes, files)
        keys += [("status", "draft")] if post.is_draft else []
        if unused := post.unused():
            message, hint = "These keys are not kept: {keys}.", "Write in the text what readers need of it."
            notes.warn(1, "key-not-kept", message, hint, keys="; ".join(unused)[:400])
        yield AdoptedVersion(f"{group.key}/{post.lang}.md", tuple(keys), body, tuple(files), tuple(notes.problems))


def _facts(group: _Group, asked: SiteRequest, notes: AdoptionNotes, *, spaced: bool) -> list[tuple[str, object]]:
    """What the announcement states once, in its original."""
    original = group.posts[0]
    kind = next((one for one in asked.kinds if one.name == group.key.partition("/")[0]), None)
    facts: list[tuple[str, object]] = []
    if kind and "published" in kind.requires:
        if not original.published:
            message, hint = "The file does not say when it was published.", "Write the day in `published`."
            notes.warn(1, "unknown-day", message, hint)
        facts.append(("published", original.published or asked.today))
    facts += _terms(group, asked, notes, spaced=spaced)
    former = list(dict.fromkeys(one for post in group.posts for one in _former(post, group.key, asked, notes)))
    return facts + ([("moved_from", former)] if former else [])


def _terms(group: _Group, asked: SiteRequest, notes: AdoptionNotes, *, spaced: bool) -> list[tuple[str, object]]:
    chosen: dict[str, list[str]] = {}
    unknown = []
    for post in group.posts:
        for word in dict.fromkeys(w for value in post.words for w in words_of(value, spaced=spaced)):
            vocabulary, _, term = asked.terms.term(word).partition("/")
            if term and term not in chosen.setdefault(vocabulary, []):
                chosen[vocabulary].append(term)
            elif not term and word in asked.terms.unknown():
                unknown.append(word)
    if unknown:
        message = "No term here is called so, and these categories or tags are left out: {words}."
        hint = "Name a file with --terms: it is written for you to fill in."
        notes.warn(1, "term-not-kept", message, hint, words=", ".join(dict.fromkeys(unknown)))
    return [(vocabulary, terms) for vocabulary, terms in chosen.items() if terms]


def _former(post: Post, key: str, asked: SiteRequest, notes: AdoptionNotes) -> Iterator[str]:
    for address in post.former:
        place = _place_here(address, asked)
        if _FORMER.fullmatch(place) and place != key:
            yield place
        else:
            message = "No text here can have had the former address {address}."
            hint = "Let your web server lead from there to /{lang}/{key}/."
            notes.warn(1, "address-to-redirect", message, hint, address=address, lang=post.lang, key=key)


def _image(
    post: Post, original: Post, asked: SiteRequest, notes: AdoptionNotes, files: list[FoundPicture]
) -> list[tuple[str, object]]:
    """The keys of the picture that stands for the text; of a translation what it shows alone."""
    address, alt = post.image
    file = static_file(address, post.path, asked.paths) if address else ""
    if address and (not file or ending(file) not in TYPES):
        file = ""
        message, hint = "A picture is not kept, because its file is not here: {words}.", "Name another one in `image`."
        notes.left_out(1, message, address, hint)
    if post is not original:
        return [("image_alt", alt or TODO)] if original.image[0] and _has_file(original, asked) else []
    if not file:
        return []
    name = f"{slug(splitext(basename(file))[0]) or 'picture'}{splitext(file)[1].lower()}"
    files.append(FoundPicture(name, None, file))
    notes.picture_to_describe(1, name)
    return [("image", name), ("image_credit", TODO), ("image_alt", alt or TODO)]


def _has_file(post: Post, asked: SiteRequest) -> bool:
    return bool(static_file(post.image[0], post.path, asked.paths))


def _tell_other_day(post: Post, original: Post, notes: AdoptionNotes) -> None:
    if post.published and post.published != original.published:
        message = (
            "The version was published on {day}, its original on {other}; the announcement has the original's day."
        )
        notes.warn(
            1,
            "key-not-kept",
            message,
            "Write `updated` if readers should know.",
            day=post.published,
            other=original.published,
        )


def _body(post: Post, linked: _LinkedSite, notes: AdoptionNotes) -> tuple[str, list[FoundPicture]]:
    """The post's text here, and the files beside it."""
    key, asked, site, addresses = linked
    kind, _, name = key.partition("/")

    def link(address: str) -> str:
        place = _place_here(address, asked)
        place = splitext(place)[0] if splitext(place)[1].lower() in (".md", ".markdown", ".html") else place
        target = addresses.get(place.lower()) or addresses.get(basename(place).lower())
        if not target or not place:
            return ""
        other, _, folder = target.partition("/")
        return f"../{folder}/" if other == kind else f"../../{target}/"

    def file(address: str) -> str:
        return static_file(address, post.path, asked.paths)

    if post.path.lower().endswith((".html", ".htm")):
        request = PageRequest(kind, name, post.lang, asked.today, {}, asked.languages, asked.rendered)
        made = adopted_page(f"<main>{post.header.body}</main>".encode(), asked.shown(post.path), request)
        notes.problems += made.problems
        return (made.version.body, list(made.version.files)) if made.version else ("", [])
    writer = PostBody(
        PostSite(site.generator, site.address.rstrip("/"), link, file), notes, post.header.body_line, post.text("title")
    )
    body = writer.rewritten(post.header.body)
    _tell_differences(writer.read, f"{post.text('title')} {body}", f"{key}/{post.lang}.md", asked, notes)
    return body, writer.found_files()


def _tell_differences(source: str, made: str, path: str, asked: SiteRequest, notes: AdoptionNotes) -> None:
    """Tells of words of the source that readers do not see any more, and of others that they do."""
    before, now = asked.rendered(source, path), asked.rendered(made, path)
    if before is not None and now is not None and (lost := compared(before, now).lost):
        message = "These words of the source are missing from the text: “{words}”."
        notes.left_out(1, message, " … ".join(lost))
