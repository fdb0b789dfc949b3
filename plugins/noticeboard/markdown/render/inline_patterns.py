"""CommonMark's rules inside blocks where Python-Markdown's differ: code, strikethrough, labels, mail, comments."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from markdown.inlinepatterns import (
    IMAGE_REFERENCE_RE,
    REFERENCE_RE,
    AutomailInlineProcessor,
    ImageReferenceInlineProcessor,
    InlineProcessor,
    ReferenceInlineProcessor,
    SimpleTagInlineProcessor,
    SubstituteTagInlineProcessor,
)
from markdown.util import AtomicString, code_escape

from noticeboard.markdown.source_map.raw_html import RawHtmlFinder

if TYPE_CHECKING:
    from markdown import Markdown

_STRUCK = r"(~~)(?=[^\s~])((?:[^~]|~(?!~))+)(?<=[^\s~])~~(?!~)"


_BROKEN = r"\\\n"


_CODE = r"(?:(?<![\\`])|(?<=\\`))(`+)(?!`)(.+?)(?<!`)\1(?!`)"


_MAIL = r"<([^<> !\x02]+@[^@<> \x02]+)>"
"""Without the characters that replace escapes, which no address has."""


_COMMENT = r"<(?=[!?])"


_LABEL = re.compile(r"\[([^\]]*)\]")


class _Code(InlineProcessor):
    """Code between two runs of backticks of the same length; a space at both of its edges is not shown."""

    def handleMatch(self, m: re.Match[str], _: str) -> tuple[Element, int, int]:  # type: ignore[override] # noqa: N802 - the base class's form
        """The code, and where it is."""
        words = m[2].replace("\n", " ")
        if words.startswith(" ") and words.endswith(" ") and words.strip(" "):
            words = words[1:-1]
        element = Element("code")
        element.text = AtomicString(code_escape(words))
        return element, m.start(), m.end()


class _Reference(ReferenceInlineProcessor):
    """A link by its label, which follows its words at once, as in CommonMark."""

    RE_LINK = _LABEL

    def handleMatch(  # type: ignore[override] # noqa: N802 - the base class's form
        self, m: re.Match[str], data: str
    ) -> tuple[Element | str | None, int | None, int | None]:
        """The link and where it is; nothing if nobody knows the label, which may be the words of the next link."""
        found = super().handleMatch(m, data)
        return found if found[0] is not None else (None, None, None)


class _ImageReference(ImageReferenceInlineProcessor):
    """A picture by its label, likewise."""

    RE_LINK = _LABEL


class _Ampersand(InlineProcessor):
    """An escaped ampersand, which begins no character reference."""

    def handleMatch(self, m: re.Match[str], _: str) -> tuple[str, int, int]:  # type: ignore[override] # noqa: N802 - the base class's form
        """The placeholder for the escape, and its place."""
        return self.md.htmlStash.store("&amp;"), m.start(), m.end()


class _Comment(InlineProcessor):
    """A comment, instruction or declaration up to its first end; nothing in it is Markdown."""

    _markup = RawHtmlFinder("")

    def handleMatch(  # type: ignore[override] # noqa: N802 - the base class's form
        self, m: re.Match[str], data: str
    ) -> tuple[str | None, int | None, int | None]:
        """A placeholder for an empty comment, and its place; nothing if it has no end."""
        if self._markup.text is not data:
            self._markup = RawHtmlFinder(data)
        end = self._markup.other(m.start())
        if end < 0:
            return None, None, None
        # What browsers take for the end of an instruction may be in the middle of it, so an empty comment replaces it.
        return self.md.htmlStash.store("<!---->"), m.start(), end


def register_inline_patterns(markdown: Markdown) -> None:
    """Puts the rules into the place of Python-Markdown's own."""
    patterns = markdown.inlinePatterns
    patterns.register(_Code(_CODE, markdown), "backtick", 190)
    patterns.register(SimpleTagInlineProcessor(_STRUCK, "del"), "struck", 55)
    patterns.register(SubstituteTagInlineProcessor(_BROKEN, "br"), "broken", 185)
    patterns.register(_Ampersand(r"\\&", markdown), "ampersand", 186)
    patterns.register(_Comment(_COMMENT, markdown), "comment", 175)
    patterns.register(AutomailInlineProcessor(_MAIL, markdown), "automail", 110)
    patterns.register(_Reference(REFERENCE_RE, markdown), "reference", 170)
    patterns.register(_ImageReference(IMAGE_REFERENCE_RE, markdown), "image_reference", 140)
