"""A folder of Jekyll, Hugo or Pelican -> announcements, each with its versions."""

from __future__ import annotations

import re
from dataclasses import dataclass
from posixpath import basename, splitext
from typing import TYPE_CHECKING

from noticeboard.adoption.adopted_noticeboard import adopted_noticeboard
from noticeboard.adoption.adopted_post_body import LinkedSite, adopted_body
from noticeboard.adoption.adopted_version import AdoptedVersion
from noticeboard.adoption.adoption_notes import PLACEHOLDER, AdoptionNotes, FoundPicture
from noticeboard.adoption.other_site import (
    JEKYLL,
    NOTICEBOARD,
    SETTINGS,
    OtherSite,
    static_file,
    told_site,
)
from noticeboard.adoption.post_addresses import place_here, post_addresses
from noticeboard.adoption.post_groups import PostGroup, grouped, read_posts
from noticeboard.adoption.term_mapping import words_of
from noticeboard.sources.document_types import TYPES, ending
from noticeboard.sources.likely_values import slug
from noticeboard.sources.text_decoding import decode

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from noticeboard.adoption.post import Post
    from noticeboard.adoption.site_request import SiteRequest
    from noticeboard.model import Problem

_FORMER = re.compile(r"(?:[a-z0-9-]+/)?[a-z0-9-]+")


@dataclass(frozen=True, slots=True)
class AdoptedSite:
    """A folder's generator, the versions made from it, and the problems of the folder as a whole."""

    generator: str
    versions: tuple[AdoptedVersion, ...]
    problems: tuple[Problem, ...]


def adopted_site(request: SiteRequest) -> AdoptedSite:
    """The result of adopting a folder's posts; announcements are in the order of their keys."""
    texts = {name: decode(request.read(name), name)[0] for name in SETTINGS if name in request.paths}
    site = told_site(request.paths, texts)
    if site.generator == NOTICEBOARD:
        return AdoptedSite(site.generator, tuple(adopted_noticeboard(request)), ())
    posts, problems = read_posts(request, site)
    groups = grouped(posts, request, site)
    addresses = post_addresses(groups)
    versions = tuple(v for group in groups for v in _versions(group, request, site, addresses))
    return AdoptedSite(site.generator, versions, tuple(problems))


def _versions(
    group: PostGroup, request: SiteRequest, site: OtherSite, addresses: Mapping[str, str]
) -> Iterator[AdoptedVersion]:
    original = group.posts[0]
    for post in group.posts:
        notes = AdoptionNotes(request.shown(post.path))
        body, files = adopted_body(post, LinkedSite(group.key, request, site, addresses), notes)
        keys: list[tuple[str, object]] = [("title", post.text("title") or PLACEHOLDER)]
        keys += [("summary", post.summary)] if post.summary else []
        if post is original:
            keys += _facts(group, request, notes, spaced=site.generator == JEKYLL)
        else:
            keys.append(("translates", original.lang))
            _tell_other_day(post, original, notes)
        keys += [("updated", post.updated)] if post.updated else []
        keys += _image(post, original, request, notes, files)
        keys += [("status", "draft")] if post.is_draft else []
        if unused := post.unused():
            message, hint = "These keys are not kept: {keys}.", "Write in the text what readers need of it."
            notes.warn(1, "key-not-kept", message, hint, keys="; ".join(unused)[:400])
        yield AdoptedVersion(f"{group.key}/{post.lang}.md", tuple(keys), body, tuple(files), tuple(notes.problems))


def _facts(group: PostGroup, request: SiteRequest, notes: AdoptionNotes, *, spaced: bool) -> list[tuple[str, object]]:
    """What the announcement states once, in its original."""
    original = group.posts[0]
    kind = next((one for one in request.kinds if one.name == group.key.partition("/")[0]), None)
    facts: list[tuple[str, object]] = []
    if kind and "published" in kind.requires:
        if not original.published:
            message, hint = "The file does not say when it was published.", "Write the day in `published`."
            notes.warn(1, "unknown-day", message, hint)
        facts.append(("published", original.published or request.today))
    facts += _terms(group, request, notes, spaced=spaced)
    former = list(dict.fromkeys(one for post in group.posts for one in _former(post, group.key, request, notes)))
    return facts + ([("moved_from", former)] if former else [])


def _terms(group: PostGroup, request: SiteRequest, notes: AdoptionNotes, *, spaced: bool) -> list[tuple[str, object]]:
    chosen: dict[str, list[str]] = {}
    unknown = []
    for post in group.posts:
        for word in dict.fromkeys(w for value in post.words for w in words_of(value, spaced=spaced)):
            vocabulary, _, term = request.terms.term(word).partition("/")
            if term and term not in chosen.setdefault(vocabulary, []):
                chosen[vocabulary].append(term)
            elif not term and word in request.terms.unknown():
                unknown.append(word)
    if unknown:
        message = "No term here has such a name, so these categories or tags are left out: {words}."
        hint = "Name a file with --terms. The command writes it for you to fill in."
        notes.warn(1, "term-not-kept", message, hint, words=", ".join(dict.fromkeys(unknown)))
    return [(vocabulary, terms) for vocabulary, terms in chosen.items() if terms]


def _former(post: Post, key: str, request: SiteRequest, notes: AdoptionNotes) -> Iterator[str]:
    for address in post.former:
        place = place_here(address, request)
        if _FORMER.fullmatch(place) and place != key:
            yield place
        else:
            message = "No text here can have had the former address {address}."
            hint = "Let your web server lead from there to /{lang}/{key}/."
            notes.warn(1, "address-to-redirect", message, hint, address=address, lang=post.lang, key=key)


def _image(
    post: Post, original: Post, request: SiteRequest, notes: AdoptionNotes, files: list[FoundPicture]
) -> list[tuple[str, object]]:
    """The keys of the lead picture; for a translation only its alternative text."""
    address, alt = post.image
    file = static_file(address, post.path, request.paths) if address else ""
    if address and (not file or ending(file) not in TYPES):
        file = ""
        message, hint = "A picture is not kept, because its file is not here: {words}.", "Name another one in `image`."
        notes.left_out(1, message, address, hint)
    if post is not original:
        return [("image_alt", alt or PLACEHOLDER)] if original.image[0] and _has_file(original, request) else []
    if not file:
        return []
    name = f"{slug(splitext(basename(file))[0]) or 'picture'}{splitext(file)[1].lower()}"
    files.append(FoundPicture(name, None, file))
    notes.picture_to_describe(1, name)
    return [("image", name), ("image_credit", PLACEHOLDER), ("image_alt", alt or PLACEHOLDER)]


def _has_file(post: Post, request: SiteRequest) -> bool:
    return bool(static_file(post.image[0], post.path, request.paths))


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
