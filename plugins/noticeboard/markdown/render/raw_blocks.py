"""Raw HTML that is a block: kept aside, and put back without a paragraph around it."""

from __future__ import annotations

import re

from markdown.postprocessors import RawHtmlPostprocessor


class RawBlock(str):
    """Raw HTML that is a block, in no paragraph."""

    __slots__ = ()


class RawBlocks(RawHtmlPostprocessor):
    """Puts raw HTML back in place of the paragraph that stood for it."""

    def run(self, text: str) -> str:
        """The HTML with the raw HTML in it."""
        stash = self.md.htmlStash.rawHtmlBlocks
        found = re.compile(f"(<p>)?{_MARK}(?(1)</p>|)")

        def html(match: re.Match[str]) -> str:
            number = int(match[2])
            raw = stash[number] if number < len(stash) else match[0]
            if match[1] and not isinstance(raw, RawBlock):
                return f"<p>{found.sub(html, str(raw))}</p>"
            return found.sub(html, str(raw))

        return found.sub(html, text) if stash else text


_MARK = "\x02wzxhzdk:([0-9]+)\x03"
"""What Python-Markdown writes for raw HTML until the end."""
