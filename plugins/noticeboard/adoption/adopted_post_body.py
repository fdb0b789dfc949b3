"""The text of a post of another generator, as it is written here, and the files beside it."""

from __future__ import annotations

from functools import partial
from posixpath import basename, splitext
from typing import TYPE_CHECKING, NamedTuple

from noticeboard.adoption.adopted_page import PageRequest, adopted_page
from noticeboard.adoption.other_site import OtherSite, static_file
from noticeboard.adoption.post_addresses import place_here
from noticeboard.adoption.post_body import PostBody
from noticeboard.adoption.post_links import PostSite
from noticeboard.adoption.word_comparison import compared

if TYPE_CHECKING:
    from collections.abc import Mapping

    from noticeboard.adoption.adoption_notes import AdoptionNotes, FoundPicture
    from noticeboard.adoption.post import Post
    from noticeboard.adoption.site_request import SiteRequest


class LinkedSite(NamedTuple):
    """What the texts of one announcement are read with: its key, the request, the site, and where links lead."""

    key: str
    request: SiteRequest
    site: OtherSite
    addresses: Mapping[str, str]


def adopted_body(post: Post, linked: LinkedSite, notes: AdoptionNotes) -> tuple[str, list[FoundPicture]]:
    """The post's text here, and the files beside it."""
    key, request, site, _ = linked
    kind, _, name = key.partition("/")
    if post.path.lower().endswith((".html", ".htm")):
        page_request = PageRequest(kind, name, post.lang, request.today, {}, request.languages, request.rendered)
        made = adopted_page(f"<main>{post.header.body}</main>".encode(), request.shown(post.path), page_request)
        notes.problems += made.problems
        return (made.version.body, list(made.version.files)) if made.version else ("", [])
    place = PostSite(
        site.generator,
        site.address.rstrip("/"),
        post=partial(_link, linked),
        file=lambda address: static_file(address, post.path, request.paths),
    )
    writer = PostBody(place, notes, post.header.body_line, post.text("title"))
    body = writer.rewritten(post.header.body)
    _tell_differences(writer.read, f"{post.text('title')} {body}", f"{key}/{post.lang}.md", request, notes)
    return body, writer.found_files()


def _link(linked: LinkedSite, address: str) -> str:
    """The relative address of the announcement here that a link of the post leads to; "" if there is none."""
    place = place_here(address, linked.request)
    place = splitext(place)[0] if splitext(place)[1].lower() in (".md", ".markdown", ".html") else place
    target = linked.addresses.get(place.lower()) or linked.addresses.get(basename(place).lower())
    if not target or not place:
        return ""
    kind, _, folder = target.partition("/")
    return f"../{folder}/" if kind == linked.key.partition("/")[0] else f"../../{target}/"


def _tell_differences(source: str, made: str, path: str, request: SiteRequest, notes: AdoptionNotes) -> None:
    """Reports words of the source that readers no longer see, and words that are new to them."""
    before, now = request.rendered(source, path), request.rendered(made, path)
    if before is not None and now is not None and (lost := compared(before, now).lost):
        message = "These words of the source are missing from the text: “{words}”."
        notes.left_out(1, message, " … ".join(lost))
