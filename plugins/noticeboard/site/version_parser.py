"""The bytes of one language version -> Source, or its problems."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from noticeboard.digest import digest
from noticeboard.fields.contact import document_of
from noticeboard.fields.front_matter_keys import Header
from noticeboard.markdown.render.parsed_text import LinkUse
from noticeboard.markdown.segments.paragraph_breaks import regrouped
from noticeboard.markdown.segments.segment import HEADS, passages, segments_of
from noticeboard.markdown.segments.version_profile import version_profile
from noticeboard.markdown.source_map.blocks import split
from noticeboard.markdown.source_map.limits import excesses
from noticeboard.model import Location, Problem, error, has_error
from noticeboard.site.front_matter_positions import FrontMatterPositions
from noticeboard.site.partial_version import DECIDING, PartialVersion
from noticeboard.site.records import folder_of
from noticeboard.site.source import Source
from noticeboard.site.version_details import VersionDetails, packed_details
from noticeboard.sources.front_matter import parse
from noticeboard.sources.header import HeaderReading, read_header
from noticeboard.sources.text_decoding import decode

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from noticeboard.markdown.render.engine import Engine
    from noticeboard.markdown.render.parsed_text import ParsedText
    from noticeboard.markdown.segments.segment import Segment
    from noticeboard.markdown.source_map.blocks import Block
    from noticeboard.sources.front_matter import FrontMatter
    from noticeboard.sources.schema import Loc


class ParsedVersion(Struct, frozen=True):
    """The result of parsing one file: its source, or None if it could not be understood, and all its problems.

    `written` is what the rules of text look at; None if there is no text. `ignored` has the names of the problems that
    the file silences, with their places. `partial` is what could be read of a file without a source.
    """

    source: Source | None
    problems: tuple[Problem, ...]
    written: WrittenVersion | None = None
    ignored: tuple[tuple[str, Location], ...] = ()
    partial: PartialVersion | None = None


class WrittenVersion(Struct, frozen=True):
    """A version as written: its front matter as far as understood, and its Markdown from line `first_line` on.

    `blocks` are the blocks of the Markdown, split once for all rules.
    """

    path: str
    lang: str
    header: Header
    locations: Mapping[Loc, Location]
    body: str
    first_line: int
    blocks: tuple[Block, ...] = ()


def parse_source(data: bytes, path: str, vocabularies: Sequence[str], engine: Engine) -> ParsedVersion:
    """The version at kind/name/lang.md; `vocabularies` are the front matter keys that have terms."""
    text, problems = decode(data, path)
    if problems:
        return ParsedVersion(None, problems)
    front = parse(text, path)
    reading = _reading(front, vocabularies)
    header = reading.header
    problems += (*front.problems, *reading.problems)
    lang = path.rpartition("/")[2].removesuffix(".md")
    if too_much := excesses(front.body, path, front.body_line):
        return ParsedVersion(None, (*problems, *too_much), None, _ignored(front))
    blocks = split(front.body, path, front.body_line)
    prose = engine.parse(front.body, path, lang, front.body_line, blocks)
    problems += prose.problems
    if not (front.problems or prose.problems or prose.lead or prose.packed):
        problems += (_empty(path, front),)
    written = None
    if front.readable:
        written = WrittenVersion(path, lang, header, front.locations, front.body, front.body_line, blocks)
    blocks = regrouped(blocks, front.body).blocks if header.translates else blocks
    details = _details(path, front, header, blocks, prose)
    source = replace(_source(path, header, engine, details), digest=digest(data))
    if has_error(problems):
        joins = front.readable and not DECIDING.intersection(reading.faulty)
        partial = PartialVersion(source, reading.faulty, joins, has_error(prose.problems))
        return ParsedVersion(None, problems, written, _ignored(front), partial)
    return ParsedVersion(replace(source, segments=_segments(source, blocks)), problems, written, _ignored(front))


def _reading(front: FrontMatter, vocabularies: Sequence[str]) -> HeaderReading:
    if not front.readable:
        return HeaderReading(Header())
    return read_header(front.values, front.locations, front.key_places, vocabularies, front.unread)


def _details(
    path: str, front: FrontMatter, header: Header, blocks: Sequence[Block], prose: ParsedText
) -> VersionDetails:
    """What the announcement's own page and checks need of the version."""
    positions = FrontMatterPositions.of(path, front.locations)
    lang = path.rpartition("/")[2].removesuffix(".md")
    profile = version_profile(front.body, blocks, lang, _heads(header, positions), prose.links)
    prose = replace(prose, links=(*prose.links, *_other_forms(path, header, front)))
    return VersionDetails(prose, profile, positions.packed)


def _segments(source: Source, blocks: Sequence[Block]) -> tuple[Segment, ...]:
    """The segments of an original or a draft; those of a published translation are never asked for."""
    header = source.header
    counted = not header.translates or header.status == "draft"
    return segments_of(passages(_segment_heads(source), blocks), header.survey or "") if counted else ()


def _heads(header: Header, positions: FrontMatterPositions) -> tuple[tuple[str, Location], ...]:
    first = Location(positions.path)
    return (
        (header.title, positions.get(("title",), first)),
        (header.summary or "", positions.get(("summary",), first)),
    )


def _segment_heads(source: Source) -> tuple[tuple[str, str, int], ...]:
    header = source.header
    texts = (header.title, header.summary or "", header.image_alt or "")
    return tuple((key, text, source.location(key).line) for key, text in zip(HEADS, texts, strict=True))


def _ignored(front: FrontMatter) -> tuple[tuple[str, Location], ...]:
    ignore = front.values.get("ignore")
    names = sorted(ignore) if isinstance(ignore, dict) else []
    return tuple((name, front.key_places["ignore", name]) for name in names)


def _source(path: str, header: Header, engine: Engine, details: VersionDetails) -> Source:
    kind, name, file = path.split("/")
    lang, text = file.removesuffix(".md"), details.text
    files = tuple(sorted({link.value for link in text.links if link.kind == "file"}))
    linked = {link.value for link in text.links if link.kind == "announcement"}
    return Source(
        path=path,
        kind=kind,
        name=name,
        lang=lang,
        header=header,
        title=engine.typeset(header.title, lang),
        summary=engine.typeset(header.summary or "", lang),
        alt=engine.typeset(header.image_alt or "", lang),
        pictures=text.pictures,
        data=text.data,
        files=files,
        leads_to=tuple(sorted(linked.union(map(folder_of, files)) - {f"{kind}/{name}"})),
        whole=details.profile.whole,
        excerpt=() if header.summary else text.lead,
        packed=packed_details(details),
    )


def _other_forms(path: str, header: Header, front: FrontMatter) -> Iterator[LinkUse]:
    """The files that the front matter leads to, which must be there and are published as those of the text are."""
    for key, value in (
        ("easy_read", header.easy_read),
        ("sign_language", header.sign_language),
        ("privacy", document_of(header.privacy)),
    ):
        if value and "://" not in value:
            yield LinkUse("file", f"{path.rpartition('/')[0]}/{value}", "", front.locations[(key,)])


def _empty(path: str, front: FrontMatter) -> Problem:
    location = Location(path, front.body_line)
    return error(location, "empty-text", "There is no text below the front matter.", "Write the text.")
