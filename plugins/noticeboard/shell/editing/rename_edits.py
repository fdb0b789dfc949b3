"""The texts that name an announcement, with its new name in them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from noticeboard.markdown.render.engine import Engine
from noticeboard.markdown.render.link_targets import LinkTarget
from noticeboard.markdown.segments.editorial_stamp import accepted, touched
from noticeboard.markdown.segments.relinking import leads_to, relinks
from noticeboard.markdown.segments.stamps import digests, joined, renewed
from noticeboard.shell.terminal.refusals import refused
from noticeboard.site.records import SurveyIndex
from noticeboard.site.segment_texts import segmented
from noticeboard.site.version_parser import parse_source
from noticeboard.sources.front_matter import parse
from noticeboard.sources.front_matter_edit import EditError, edit_body, set_key
from noticeboard.sources.text_decoding import decode

if TYPE_CHECKING:
    from noticeboard.markdown.render.parsed_text import LinkUse
    from noticeboard.settings import Kind
    from noticeboard.shell.editing.workspace import Workspace
    from noticeboard.site import Announcement, Source


def edited(workspace: Workspace, source: Source, announcement: Announcement, new: str) -> bytes | None:
    """The file with the announcement's new name in links and keys; None if it does not name the announcement."""
    old, data = announcement.key, workspace.path(source).read_bytes()
    done = data
    if any(_leads(link, old) for link in source.text.links):
        body = parse(decode(data, source.path)[0], source.path).body
        done = edit_body(done, relinks(body, f"{source.kind}/{source.name}", old, new))
        _verify(workspace, source, done, old, new)
    names = tuple(_renamed(workspace, name, old, new) for name in source.header.results_of)
    if names != source.header.results_of:
        done = with_key(workspace, source, done, "results_of", names[0] if len(names) == 1 else list(names))
    if any(source is one for one in _stating(announcement)):
        done = with_key(workspace, source, done, "moved_from", _former(announcement, new))
    return done if done != data else None


def _renamed(workspace: Workspace, name: str, old: str, new: str) -> str:
    """A name in `results_of` after the renaming."""
    if old not in {item.key for item in SurveyIndex(workspace.site.every).named(name)}:
        return name
    return new if "/" in name else new.partition("/")[2]


def with_key(workspace: Workspace, source: Source, data: bytes, key: str, value: object) -> bytes:
    """The file with another value of that key; raises ClickException if it is written in a way that forbids it."""
    try:
        return set_key(data, key, value)
    except EditError:
        refused(
            "`{key}` in {path} cannot be changed as the front matter is written there. Write each key on a line"
            " of its own and try again. Nothing was changed.",
            key=key,
            path=workspace.shown(source.path),
        )


def restamped(workspace: Workspace, announcement: Announcement, changed: dict[str, bytes]) -> dict[str, bytes]:
    """The translations of texts whose links changed, stamped so that this change does not outdate them."""
    done: dict[str, bytes] = {}
    for original in (s for s in announcement.sources if s.path in changed):
        old = [piece.segment for piece in segmented(workspace.path(original).read_bytes())]
        before, now = tuple(segment.digest for segment in old), _digests(changed[original.path])
        for source in announcement.sources if before != now else ():
            found = source.header.translates
            stamped = digests(found.digest) if found and found.language == original.lang else None
            if found and stamped is not None:
                digest = joined(accepted(renewed(stamped, old), before, now, touched(before, now)))
                data = changed.get(source.path) or workspace.path(source).read_bytes()
                value = {"language": found.language, "digest": digest}
                done[source.path] = with_key(workspace, source, data, "translates", value)
    return done


def _digests(data: bytes) -> tuple[str, ...]:
    return tuple(piece.segment.digest for piece in segmented(data))


def _leads(link: LinkUse, key: str) -> bool:
    return leads_to(LinkTarget(link.kind, link.value), key)


def _verify(workspace: Workspace, source: Source, data: bytes, old: str, new: str) -> None:
    """Refuses where a link was not found as it is written; raises ClickException."""
    engine = Engine(workspace.settings.plain_typography)
    read = parse_source(data, source.path, [v.name for v in workspace.site.vocabularies], engine).source
    wanted = [
        replace(link, value=new + link.value.removeprefix(old)) if _leads(link, old) else link
        for link in source.text.links
    ]
    found = read.text.links if read else ()
    for link, other in zip(wanted, found, strict=False):
        if (link.kind, link.value, link.fragment) != (other.kind, other.value, other.fragment):
            location = f"{workspace.shown(source.path)}, line {link.location.line}"
            refused(
                "The link to {old} in {location}, is written in a way that cannot be updated. Nothing was changed.",
                old=old,
                location=location,
            )


def _stating(announcement: Announcement) -> list[Source]:
    """The versions to write the former addresses into: those that state some, else the first with the shared keys."""
    sources = announcement.sources
    stated = [s for s in sources if s.header.moved_from]
    home = [s for s in sources if s.header.published and s is announcement.fallback]
    home += [s for s in sources if s.header.published]
    return stated or (home or [announcement.fallback or sources[0]])[:1]


def _former(announcement: Announcement, new: str) -> list[str]:
    """The former addresses, the oldest first; the new one is none any more."""
    kind = announcement.kind
    every = [*announcement.facts.moved_from, former(announcement.key, kind)]
    return [address for address in every if address != former(new, kind)]


def former(key: str, kind: Kind) -> str:
    """An announcement's address as `moved_from` gives it."""
    return key if kind.listed else key.partition("/")[2]
