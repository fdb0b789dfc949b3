"""Markdown text -> ParsedText, with one Python-Markdown instance for many texts."""

from __future__ import annotations

import re
from functools import partial
from html import unescape
from itertools import chain
from typing import TYPE_CHECKING

from noticeboard.markdown.render.block_parser import CommonMark
from noticeboard.markdown.render.collector import RESERVED_IDS, Collector
from noticeboard.markdown.render.data_extension import DataFigures
from noticeboard.markdown.render.figure_extension import Figures
from noticeboard.markdown.render.link_extension import Links
from noticeboard.markdown.render.link_targets import classify
from noticeboard.markdown.render.packed_pieces import packed_pieces
from noticeboard.markdown.render.parsed_text import ParsedText
from noticeboard.markdown.render.sanitise import KEPT_SCHEMES, ids, removed, sanitised
from noticeboard.markdown.render.shortcut import Shortcut
from noticeboard.markdown.render.slots import Slot, cut
from noticeboard.markdown.render.structure_extension import Structure
from noticeboard.markdown.render.typography_extension import TypographyExtension, typeset_text
from noticeboard.markdown.source_map import blocks
from noticeboard.markdown.source_map.character_references import invalid_references, without_invalid
from noticeboard.markdown.source_map.html_tags import html_tags
from noticeboard.markdown.source_map.limits import too_deep
from noticeboard.markdown.source_map.tree_positions import TreePositions
from noticeboard.model import Location
from noticeboard.sources.text_decoding import INVALID, has_invalid_characters

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from noticeboard.markdown.source_map.blocks import Block
    from noticeboard.markdown.source_map.html_tags import HtmlTag
    from noticeboard.model import Problem

_LEAD = re.compile(r"\A\s*<p>(.*?)</p>\s*", re.DOTALL)
_RAW = re.compile(r"<[A-Za-z!/?]|&#")


class Engine:
    """A Markdown instance with the project's extensions; `parse` may be called any number of times."""

    def __init__(self, plain: Iterable[str] = ()) -> None:
        """Builds the instance; that costs some milliseconds, so keep one per process.

        Texts in the languages that `plain` names keep the typography that they were typed in.
        """
        self._plain = frozenset(plain)
        self._build()

    def typeset(self, text: str, lang: str) -> str:
        """A line of plain text (a title, an alternative text) in the language's typography."""
        return text if lang in self._plain else typeset_text(text, lang)

    def _build(self) -> None:
        self._markdown = CommonMark([TypographyExtension(lambda tag: tag not in self._plain), Shortcut()])
        self._processors = (Figures(), DataFigures(), Structure(), Links())
        for priority, processor in enumerate(self._processors):
            name = type(processor).__name__
            self._markdown.treeprocessors.register(processor, name, 5 + priority / 10)

    def parse(
        self, text: str, path: str, lang: str, first_line: int = 1, parts: Sequence[Block] | None = None
    ) -> ParsedText:
        """The text of the file at `path` (kind/name/lang.md), whose first line is that line of the file.

        `parts` are its blocks, where they are known already. Characters that no text may hold count as U+FFFD.
        """
        if has_invalid_characters(text):
            text = INVALID.sub("\ufffd", text)
        notes = Collector(path, path.rpartition("/")[0], lang, TreePositions(text, path, first_line, parts))
        for processor in self._processors:
            processor.collector = notes
        self._markdown.reset()
        self._markdown.noticeboard_lang = lang
        try:
            markup = self._markdown.convert(text)
        except RecursionError:
            # The instance is left in the middle of things, and reset() does not help it out.
            self._build()
            return ParsedText(problems=(too_deep(path, first_line),))
        raw: tuple[Problem, ...] = ()
        if _RAW.search(text):
            parts = blocks.split(text, path, first_line) if parts is None else parts
            raw = (*_raw_html(notes, parts), *chain.from_iterable(map(invalid_references, parts)))
        return _parsed(markup, notes, raw)


def _parsed(markup: str, notes: Collector, raw: tuple[Problem, ...]) -> ParsedText:
    html = sanitised(without_invalid(markup))
    for explicit in ids(html, RESERVED_IDS):
        # A tag that goes on after an empty line is none if the raw HTML is read block by block.
        if explicit not in notes.ids:
            notes.id(explicit)
    lead = _LEAD.match(html)
    link = partial(_raw_link, notes)
    return ParsedText(
        lead=cut(lead[1], notes.slots, link) if lead else (),
        packed=packed_pieces(cut(html[lead.end() :] if lead else html, notes.slots, link)),
        links=tuple(notes.links),
        pictures=tuple(notes.pictures),
        data=tuple(notes.data),
        heading_ids=tuple(notes.heading_ids),
        ids=tuple(notes.ids),
        problems=(*notes.problems, *raw),
    )


def _raw_link(notes: Collector, href: str) -> Slot | None:
    """The slot for a link that was written as HTML; None if its target is bad."""
    target = notes.link(unescape(href))
    return None if target.kind in ("bad", "deadline") else Slot(target.kind, target.value, target.fragment)


def _raw_html(notes: Collector, parts: Sequence[Block]) -> tuple[Problem, ...]:
    tags = [tag for block in parts for tag in html_tags(block)]
    for tag in tags:
        _raw_address(tag, notes)
        if explicit := unescape(dict(tag.attributes).get("id") or ""):
            notes.id(explicit, Location(notes.path, tag.line, tag.column))
    return removed(tags, notes.path)


def _raw_address(tag: HtmlTag, notes: Collector) -> None:
    """Notes an address of a raw link that the sanitiser would take away without a word."""
    href = unescape(dict(tag.attributes).get("href") or "")
    scheme = href.strip().partition(":")[0].lower()
    target = classify(href, notes.folder)
    if tag.name == "a" and target.name == "unsafe-address" and scheme not in KEPT_SCHEMES:
        notes.fault(Location(notes.path, tag.line, tag.column), target.name, target.message, target.hint, address=href)
