"""Relays: translations that others are translated from, so that their segments count as those of originals do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from noticeboard.site.segment_texts import segmented

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from noticeboard.site.source import Source


def with_relayed_segments(sources: Iterable[Source], data: Mapping[str, bytes]) -> list[Source]:
    """The versions; a translation that another one translates has the segments of its file, whose bytes are given."""
    every = list(sources)
    named = {(s.kind, s.name, s.header.translates.language) for s in every if s.header.translates}
    return [_segmented(s, data) if s.header.translates and (s.kind, s.name, s.lang) in named else s for s in every]


def _segmented(source: Source, data: Mapping[str, bytes]) -> Source:
    found = segmented(data[source.path], source.path)
    return replace(source, segments=tuple(piece.segment for piece in found))
