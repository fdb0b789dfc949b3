"""What a version says, in a form that can be compared with other versions at no cost."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

from noticeboard.markdown.segments.link_keys import link_key
from noticeboard.markdown.segments.profile_builder import SENTENCE, ProfileBuilder, StatedValue, fingerprint
from noticeboard.model import Stored

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from noticeboard.markdown.render.parsed_text import LinkUse
    from noticeboard.markdown.source_map.blocks import Block
    from noticeboard.model import Location

__all__ = ["StatedValue", "VersionProfile", "version_profile"]


_PRINT = struct.Struct("<QII")
"""A fingerprint, and the line and the column at which the sentence begins."""


class VersionProfile(Stored, frozen=True):
    """What one version says.

    `shape` has a letter per block in order: h heading, p paragraph, quotation, footnote or definitions, l list,
    t table, i picture, and others; `lines` are the blocks' first lines in the file, `sizes` the items of lists and the
    rows of tables (else 0). `packed_prints` are its `prints`, sixteen bytes each; `whole` is the fingerprint of all the
    text, 0 if it is only a few words.
    `links` are what links lead to, sorted. `foreign` has (line, language) for each block that surely is in another
    language than it should be.
    """

    marks: tuple[StatedValue, ...] = ()
    shape: str = ""
    lines: tuple[int, ...] = ()
    sizes: tuple[int, ...] = ()
    packed_prints: bytes = b""
    whole: int = 0
    links: tuple[str, ...] = ()
    foreign: tuple[tuple[int, str], ...] = ()

    @property
    def prints(self) -> tuple[tuple[int, int, int], ...]:
        """The fingerprints of its longer sentences, the title and the summary among them, and where each begins.

        (fingerprint, line, column)
        """
        return tuple(_PRINT.iter_unpack(self.packed_prints))


def version_profile(
    text: str,
    blocks: Sequence[Block],
    lang: str,
    heads: Iterable[tuple[str, Location]] = (),
    links: Iterable[LinkUse] = (),
) -> VersionProfile:
    """The gist of a version: its Markdown, the blocks of it, its language, its title and summary, and its links."""
    notes = ProfileBuilder(lang)
    for words, location in heads:
        notes.head(words, location)
    notes.body(text, blocks)
    return VersionProfile(
        tuple(notes.marks),
        "".join(notes.shape),
        tuple(block.line for block in blocks),
        tuple(notes.sizes),
        b"".join(_PRINT.pack(*found) for found in notes.prints),
        _whole(notes.said),
        tuple(sorted(link_key(link, lang) for link in links if link.kind != "deadline")),
        tuple(notes.foreign),
    )


def _whole(said: list[str]) -> int:
    """The fingerprint of all that is said, 0 if it is no more than a sentence's least."""
    text = " ".join(said)
    return fingerprint(text.casefold()) if text.count(" ") >= SENTENCE else 0
