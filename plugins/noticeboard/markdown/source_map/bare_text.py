"""Blocks -> what is left of their inline Markdown once all markup that is understood is blanked out.

Offsets are offsets in the block's text: so whatever looks like markup in it is shown to readers as it is written.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from noticeboard.markdown.source_map.attribute_lists import block_list, heading_line, heading_list
from noticeboard.markdown.source_map.brackets import ESCAPED
from noticeboard.markdown.source_map.link_references import NO_REFERENCES
from noticeboard.markdown.source_map.mask_break import BREAK
from noticeboard.markdown.source_map.masks import mask
from noticeboard.markdown.source_map.spans import spans

if TYPE_CHECKING:
    from noticeboard.markdown.source_map.blocks import Block
    from noticeboard.markdown.source_map.link_references import References

_ESCAPED = re.compile(ESCAPED)
_OBJECT = "\ufffc"
"""Stands for a character of markup that readers see as words or as a picture."""


def bare_text(block: Block, references: References = NO_REFERENCES) -> str:
    """The block's text with U+FFFC for code, pictures, tags, addresses, notes and escapes, and of links the words.

    "" if the block holds no inline Markdown; a break stands where inline markup cannot go on.
    """
    masked = _without_block_list(block, mask(block))
    pieces = list(_ESCAPED.sub(lambda found: _OBJECT * len(found[0]), masked))
    for span in spans(masked, references):
        if span.kind == "link":
            pieces[span.start : span.inner] = _OBJECT * (span.inner - span.start)
            pieces[span.close : span.end] = _OBJECT * (span.end - span.close)
        else:
            pieces[span.start : span.end] = _OBJECT * (span.end - span.start)
    return "".join(pieces)


def _without_block_list(block: Block, masked: str) -> str:
    """The mask without the attribute list that belongs to the whole block."""
    if block.kind == "paragraph" and (found := block_list(masked)):
        return masked[: found.start()] + BREAK * (len(masked) - found.start())
    if block.kind == "heading" and (found := heading_list(heading_line(masked))):
        start = masked.rindex(found[1])
        return masked[:start] + BREAK * (len(masked) - start)
    return masked
