"""A Markdown text whose links lead to a folder's new name, all else as it is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from noticeboard.markdown.render.link_targets import classify
from noticeboard.markdown.source_map.blocks import references, split
from noticeboard.markdown.source_map.masks import mask
from noticeboard.markdown.source_map.raw_html import TAG
from noticeboard.markdown.source_map.spans import spans

if TYPE_CHECKING:
    from collections.abc import Iterator

    from noticeboard.markdown.render.link_targets import LinkTarget
    from noticeboard.markdown.source_map.blocks import Block
    from noticeboard.markdown.source_map.link_references import References

_HREF = re.compile(r"""\shref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE)


def relinks(body: str, folder: str, old: str, new: str) -> tuple[tuple[int, int, str], ...]:
    """What must be replaced in the body of a text in that folder, so that its links to `old` lead to `new`.

    Each is (start, end, text). Folders and announcements are kind/name; both announcements are of one kind. Links whose
    targets are written with escapes are left out.
    """
    name = re.compile(rf"(?<=/){re.escape(old.partition('/')[2])}(?=[/#)>\s\"']|\Z)")
    found = (_last(name, body, *location) for location in sorted(set(_targets(body, folder, old))))
    locations = sorted({location.span() for location in found if location})
    return tuple((start, end, new.partition("/")[2]) for start, end in locations)


def leads_to(target: LinkTarget, key: str) -> bool:
    """Whether a link leads to that announcement or to a file in its folder."""
    return target.kind in ("announcement", "file") and f"{target.value}/".startswith(f"{key}/")


def _targets(body: str, folder: str, old: str) -> Iterator[tuple[int, int]]:
    """Where the targets that lead there are written."""
    blocks = split(body, "")
    known = references(blocks)
    for block in blocks:
        for start, end, target in _of_block(block, known):
            if leads_to(classify(target, folder), old):
                yield block.start + start, block.start + end


def _of_block(block: Block, known: References) -> Iterator[tuple[int, int, str]]:
    if block.kind == "reference":
        ((target, _),) = references([block]).values() or (("", ""),)
        yield block.text.index("]:"), len(block.text), target
        return
    if block.kind == "html":
        yield from _hrefs(block.text, 0, len(block.text))
    for span in spans(mask(block), known):
        if span.kind == "link":
            yield span.close + 1, span.end, span.target
        elif span.kind == "tag" and (tag := TAG.match(block.text, span.start)):
            yield from _hrefs(block.text, tag.start(), tag.end())


def _hrefs(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    for found in _HREF.finditer(text, start, end):
        group = found.lastindex or 0
        yield *found.span(group), found[group]


def _last(name: re.Pattern[str], body: str, start: int, end: int) -> re.Match[str] | None:
    """Where the name is in a target, before its title and its fragment."""
    stop = min((location for mark in "#\"'" if (location := body.find(mark, start, end)) >= 0), default=end)
    return next(reversed(list(name.finditer(body, start, stop))), None)
