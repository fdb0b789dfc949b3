"""The words of a text that readers see, for finding words of its source that are missing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from noticeboard.markdown.render.engine import Engine
from noticeboard.markdown.render.sanitise import plain
from noticeboard.markdown.source_map.limits import excesses

if TYPE_CHECKING:
    from collections.abc import Sequence


_MARK = re.compile(r"<a\b[^>]{0,200}footnote-ref[^>]{0,200}>[^<]{0,20}</a>")
"""The number of a footnote, where it is referred to."""


class RenderedWords:
    """Renders texts as pages do, but in the typography that they were typed in."""

    def __init__(self, languages: Sequence[str]) -> None:
        """Takes the languages that the platform offers."""
        self._engine = Engine(languages)

    def of(self, text: str, path: str) -> str | None:
        """The visible words of Markdown for the version at kind/name/lang.md, with picture captions at the end.

        None if it is longer or more nested than a text may be.
        """
        if excesses(text, path, 1):
            return None
        parsed = self._engine.parse(text, path, path.rpartition("/")[2].removesuffix(".md"))
        pieces = [piece if isinstance(piece, str) else "" for piece in (*parsed.lead, " ", *parsed.body)]
        return plain(_MARK.sub("", "".join(pieces))) + " ".join(["", *(picture.caption for picture in parsed.pictures)])
