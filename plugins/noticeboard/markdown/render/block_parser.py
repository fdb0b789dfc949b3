"""CommonMark's blocks as the tree that Python-Markdown's other steps work on, in place of its own block rules.

So a text has one reading: the blocks with positions (source_map/blocks.py) come from the same tokens. Everything
inside blocks - links, emphasis, attribute lists, abbreviations, footnotes' marks - is Python-Markdown's.
"""

from __future__ import annotations

from string import punctuation
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, ElementTree, SubElement

from markdown.blockparser import BlockParser
from markdown.extensions.abbr import AbbrExtension
from markdown.extensions.footnotes import FootnoteExtension
from markdown.util import AtomicString, code_escape

from markdown import Markdown
from noticeboard.markdown.render.attribute_extension import AttributeLists
from noticeboard.markdown.render.inline_patterns import register_inline_patterns
from noticeboard.markdown.render.raw_blocks import RawBlock, RawBlocks
from noticeboard.markdown.source_map.commonmark import tokens
from noticeboard.markdown.source_map.fences import fence_attributes
from noticeboard.markdown.source_map.link_references import label_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from markdown.extensions import Extension

    from noticeboard.markdown.source_map.commonmark import BlockToken


class CommonMark(Markdown):
    """A Markdown instance whose blocks are CommonMark's; it has the language of the current text, for typography."""

    noticeboard_lang = ""

    def __init__(self, extensions: Sequence[Extension]) -> None:
        """With footnotes, attribute lists and abbreviations beside those extensions."""
        self.notes = FootnoteExtension(BACKLINK_TITLE="", BACKLINK_TEXT="↩\ufe0e")
        self.abbreviations = AbbrExtension()
        self.ESCAPED_CHARS = list(punctuation)
        super().__init__(
            extensions=[self.notes, AttributeLists(), self.abbreviations, *extensions], output_format="html"
        )
        self.ESCAPED_CHARS = list(punctuation)

    def build_parser(self) -> CommonMark:
        """Takes Python-Markdown's parts, except for those that look for blocks."""
        super().build_parser()
        for name in ("normalize_whitespace", "html_block"):
            self.preprocessors.deregister(name)
        self.parser = _Blocks(self)
        register_inline_patterns(self)
        self.postprocessors.register(RawBlocks(self), "raw_html", 30)
        return self


class _Blocks(BlockParser):
    """Builds the tree of a text."""

    md: CommonMark
    _notes: dict[str, Element]

    def parseDocument(self, lines: Iterable[str]) -> ElementTree:  # noqa: N802 - the base class's name
        """The tree of a text."""
        root, self._notes = Element(self.md.doc_tag), {}
        self._build(root, tokens("\n".join(lines)))
        return ElementTree(root)

    def parseChunk(self, parent: Element, text: str) -> None:  # noqa: N802 - the base class's name
        """Replaces the label of a footnote with its elements."""
        parent.extend(self._notes[text])

    def _build(self, root: Element, found: Sequence[BlockToken]) -> None:
        open_: list[Element] = [root]
        for token in found:
            if token.nesting > 0:
                self._begin(open_, token)
            elif token.nesting < 0:
                open_.pop()
            elif token.type == "inline":
                _say(open_[-1], token.content)
            else:
                self._alone(open_[-1], token)

    def _begin(self, open_: list[Element], token: BlockToken) -> None:
        """Opens an element; a paragraph of a tight list is none."""
        if token.type == "footnote_reference_open":
            label = token.label
            open_.append(Element("div"))
            if label not in self.md.notes.footnotes:
                self.md.notes.setFootnote(label, label)
                self._notes[label] = open_[-1]
            return
        if token.hidden:
            open_.append(open_[-1])
            return
        element = SubElement(open_[-1], token.tag)
        if token.start:
            element.set("start", token.start)
        if token.align:
            element.set("style", f"text-align: {token.align}")
        open_.append(element)

    def _alone(self, parent: Element, token: BlockToken) -> None:
        """A block that holds no other."""
        if token.type == "html_block":
            SubElement(parent, "p").text = self.md.htmlStash.store(RawBlock(token.content.rstrip("\n")))
        elif token.type in ("fence", "code_block"):
            _code(parent, token)
        elif token.type == "abbreviation":
            self.md.abbreviations.abbrs[token.label] = token.title  # type: ignore[attr-defined] # a gap in its stubs
        elif token.type == "definition":
            self.md.references.setdefault(label_key(token.label), (token.target, token.title))
        else:
            SubElement(parent, token.tag)


def _say(parent: Element, content: str) -> None:
    """Puts running text after what is in the element already."""
    if len(parent):
        parent[-1].tail = f"{parent[-1].tail or ''}\n{content}"
    else:
        parent.text = f"{parent.text}\n{content}" if parent.text else content


def _code(parent: Element, token: BlockToken) -> None:
    attributes = {name: value for name, value in fence_attributes(token.markup + token.info) if value}
    box = SubElement(parent, "pre", {name: attributes.pop(name) for name in ("id",) if name in attributes})
    words = token.content if token.content.strip() else ""
    SubElement(box, "code", attributes).text = AtomicString(code_escape(words))
