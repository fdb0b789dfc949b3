"""The bytes of one language version -> Source, or its problems."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from noticeboard.digest import digest
from noticeboard.model import Header, Place, Problem, error
from noticeboard.prose.blocks import split
from noticeboard.prose.gist import gist_of
from noticeboard.prose.limits import excesses
from noticeboard.prose.segments import HEADS, passages, segments_of
from noticeboard.site.records import Source, Spots
from noticeboard.sources.front_matter import parse
from noticeboard.sources.header import read_header
from noticeboard.sources.text import decode

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from noticeboard.prose.blocks import Block
    from noticeboard.prose.engine import Engine
    from noticeboard.prose.text import ParsedText
    from noticeboard.sources.front_matter import FrontMatter
    from noticeboard.sources.schema import Loc


@dataclass(frozen=True, slots=True)
class Parsed:
    """What became of one file: its source, or None where it could not be understood, and every problem in it.

    `written` is what the rules of text look at; None where there is no text to look at. `ignored` holds the names of
    the problems that the file silences, and where each stands. `loose` is the text of a file without a source, as far
    as it could be read.
    """

    source: Source | None
    problems: tuple[Problem, ...]
    written: Written | None = None
    ignored: tuple[tuple[str, Place], ...] = ()
    loose: ParsedText | None = None


@dataclass(frozen=True, slots=True)
class Written:
    """A version as it was written: its head as far as it is understood, and its Markdown from `first_line` on.

    `blocks` are those of the Markdown, split once for everybody.
    """

    path: str
    lang: str
    header: Header
    places: Mapping[Loc, Place]
    body: str
    first_line: int
    blocks: tuple[Block, ...] = ()


def parse_source(data: bytes, path: str, vocabularies: Sequence[str], engine: Engine) -> Parsed:
    """The version at kind/name/lang.md; `vocabularies` are the keys of the front matter that hold terms."""
    text, problems = decode(data, path)
    if problems:
        return Parsed(None, problems)
    front = parse(text, path)
    header: Header | None = None
    found: tuple[Problem, ...] = ()
    if front.readable:
        header, found = read_header(front.values, front.places, front.key_places, vocabularies, front.unread)
    problems += (*front.problems, *found)
    lang = path.rpartition("/")[2].removesuffix(".md")
    if too_much := excesses(front.body, path, front.body_line):
        return Parsed(None, (*problems, *too_much), None, _ignored(front))
    blocks = split(front.body, path, front.body_line)
    prose = engine.parse(front.body, path, lang, front.body_line, blocks)
    problems += prose.problems
    if not (front.problems or prose.problems or prose.lead or prose.body):
        problems += (_empty(path, front),)
    written = None
    if front.readable:
        written = Written(path, lang, header or Header(), front.places, front.body, front.body_line, blocks)
    if header is None or any(p.severity == "error" for p in problems):
        return Parsed(None, problems, written, _ignored(front), prose)
    source = replace(_source(path, header, front, prose, engine), digest=digest(data))
    gist = gist_of(front.body, blocks, lang, _heads(source), prose.links)
    counted = not header.translates or header.status == "draft"
    segments = segments_of(passages(_segment_heads(source), blocks), header.survey or "") if counted else ()
    return Parsed(replace(source, gist=gist, segments=segments), problems, written, _ignored(front))


def _heads(source: Source) -> tuple[tuple[str, Place], ...]:
    header = source.header
    return (header.title, source.place("title")), (header.summary or "", source.place("summary"))


def _segment_heads(source: Source) -> tuple[tuple[str, str, int], ...]:
    header = source.header
    texts = (header.title, header.summary or "", header.image_alt or "")
    return tuple((key, text, source.place(key).line) for key, text in zip(HEADS, texts, strict=True))


def _ignored(front: FrontMatter) -> tuple[tuple[str, Place], ...]:
    ignore = front.values.get("ignore")
    names = sorted(ignore) if isinstance(ignore, dict) else []
    return tuple((name, front.key_places["ignore", name]) for name in names)


def _source(path: str, header: Header, front: FrontMatter, prose: ParsedText, engine: Engine) -> Source:
    kind, name, file = path.split("/")
    lang = file.removesuffix(".md")
    return Source(
        path=path,
        kind=kind,
        name=name,
        lang=lang,
        header=header,
        title=engine.typeset(header.title, lang),
        summary=engine.typeset(header.summary or "", lang),
        alt=engine.typeset(header.image_alt or "", lang),
        places=Spots.of(path, front.places),
        text=prose,
    )


def _empty(path: str, front: FrontMatter) -> Problem:
    place = Place(path, front.body_line)
    return error(place, "empty-text", "There is no text below the front matter.", "Write the text.")
