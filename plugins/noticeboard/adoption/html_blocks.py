"""The elements of an HTML page -> Markdown, block by block."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from noticeboard.adoption.escaping import escaped, safe_beginnings
from noticeboard.adoption.html_inlines import HtmlInlines, is_block, nodes
from noticeboard.adoption.html_lists import definition_list, indented, item_list
from noticeboard.adoption.html_page import is_unseen, visible_words
from noticeboard.adoption.html_table_text import HtmlTableText
from noticeboard.adoption.run_markdown import as_markdown
from noticeboard.adoption.text_runs import BREAK, TextRun, collapsed

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from lxml.html import HtmlElement

    from noticeboard.adoption.adoption_notes import AdoptionNotes, FoundPicture
    from noticeboard.adoption.html_links import PageLinks
    from noticeboard.adoption.html_notes import PageNotes

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_DEEPEST = 6
_LISTS = ("ul", "ol", "menu", "dl")
_ITEM = re.compile(r"(?:[-*+]|\d+\.) |[^\n]+\n: ")
"""How a list, and a list of definitions, begins."""


class HtmlBlocks:
    """Writes the text of one page as Markdown, and collects its pictures and what is left out."""

    def __init__(self, notes: AdoptionNotes, footnotes: PageNotes, links: PageLinks) -> None:
        """Takes the notes for the editor, and the footnotes and the links of the page."""
        self._footnotes, self._links = footnotes, links
        self._inlines = HtmlInlines(notes, footnotes, links)
        self._tables = HtmlTableText(notes, self._inlines, self.blocks)
        self._shift = 1

    @property
    def pictures(self) -> list[FoundPicture]:
        """The pictures that the text shows, in order."""
        return self._inlines.pictures

    @property
    def left_out(self) -> set[HtmlElement]:
        """The elements that people see on the page but that the text does not contain."""
        return self._inlines.omissions.elements

    def text(self, main: HtmlElement, shift: int) -> str:
        """The page's text as Markdown: headings `shift` levels lower, footnotes and abbreviations at the end."""
        self._shift = shift
        parts = self.blocks(main)
        for number, body in self._footnotes.bodies.items():
            # In a table of footnotes, the last cell of a row holds the words.
            blocks = self.blocks(body[-1] if body.tag == "tr" else body)
            parts.append(indented(blocks, f"[^{number}]: ", "    "))
        parts += [f"*[{short}]: {long}" for short, long in self._inlines.abbreviations.items()]
        return "\n\n".join(part for part in parts if part) + "\n"

    def blocks(self, element: HtmlElement) -> list[str]:
        """The blocks in an element."""
        found: list[str] = []
        pending: list[TextRun] = []
        for node in nodes(element):
            if isinstance(node, str):
                pending.append(TextRun(node))
            elif self._inlines.is_skipped(node):
                continue
            elif is_block(node):
                found += self._paragraphs(pending)
                pending = []
                made = self._block(node)
                if node.tag in _LISTS and made and found and _ITEM.match(found[-1]):
                    # Without a comment between them, CommonMark (0.31.2, 5.3) reads two lists as one.
                    found.append("<!-- -->")
                found += made
            else:
                pending += self._inlines.runs(node, TextRun(""))
        return found + self._paragraphs(pending)

    def _block(self, element: HtmlElement) -> list[str]:
        tag = str(element.tag)
        if tag in _HEADINGS:
            return self._heading(element, int(tag[1]))
        write: Callable[[HtmlElement], list[str]] | None = {
            **dict.fromkeys(("ul", "ol", "menu"), lambda one: item_list(one, self.blocks, self._inlines)),
            "dl": lambda one: definition_list(one, self.blocks, self._inlines),
            "table": self._tables.blocks,
            "blockquote": self._quotation,
            "pre": self._code,
            "figure": self._figure,
            "hr": lambda _: ["* * *"],
            "summary": self._summary,
        }.get(tag)
        return write(element) if write else self.blocks(element)

    def _summary(self, element: HtmlElement) -> list[str]:
        words = as_markdown(self._inlines.inner(element)).strip("*")
        return [f"**{words}**"] if words else []

    def _heading(self, element: HtmlElement, level: int) -> list[str]:
        runs = collapsed(self._inlines.inner(element))
        words = as_markdown([r for r in runs if not r.is_picture], line_break=" ")
        name = self._links.name_of(element)
        if not words:
            return _pictures(runs)
        level = min(max(level + self._shift, 2), _DEEPEST)
        return [f"{'#' * level} {words}{f' {{#{name}}}' if name else ''}", *_pictures(runs)]

    def _paragraphs(self, runs: Sequence[TextRun]) -> list[str]:
        """The paragraphs that the runs make: two breaks begin a new one, and pictures have their own."""
        found: list[str] = []
        part: list[TextRun] = []
        after_break = False
        for run in runs:
            if run.text == BREAK and after_break:
                found += self._paragraph(part)
                part = []
            part.append(run)
            after_break = run.text == BREAK or (after_break and not run.text.strip() and not run.mark)
        return found + self._paragraph(part)

    def _paragraph(self, runs: Sequence[TextRun]) -> list[str]:
        text = as_markdown(_without_edges([run for run in runs if not run.is_picture]))
        shown = _pictures(runs)
        first = next((run for run in runs if run.mark or run.text.strip()), None)
        paragraph = [safe_beginnings(text)] if text else []
        return [*shown, *paragraph] if first and first.is_picture else [*paragraph, *shown]

    def _quotation(self, element: HtmlElement) -> list[str]:
        text = "\n\n".join(self.blocks(element))
        return ["\n".join(f"> {line}".rstrip() for line in text.split("\n"))] if text else []

    def _code(self, element: HtmlElement) -> list[str]:
        text = element.text_content().strip("\n")
        fence = "```"
        while fence in text:
            fence += "`"
        return [f"{fence}\n{text}\n{fence}"] if text.strip() else []

    def _figure(self, element: HtmlElement) -> list[str]:
        caption = element.find("figcaption")
        words = visible_words(caption) if caption is not None else ""
        shown = [one for one in element.iter("img") if not is_unseen(one)]
        if (
            len(shown) != 1
            or element.find(".//table") is not None
            or (caption is not None and len(caption) > 0 and caption.find(".//a") is not None)
        ):
            return self.blocks(element)
        marks = self._inlines.picture(shown[0], words)
        return [marks] if marks else [safe_beginnings(escaped(words))] * bool(words)


def _pictures(runs: Sequence[TextRun]) -> list[str]:
    return [run.mark for run in runs if run.is_picture]


def _without_edges(runs: Sequence[TextRun]) -> Sequence[TextRun]:
    """The runs from the first to the last that hold words or a mark."""
    held = [at for at, run in enumerate(runs) if run.text.strip() or run.mark]
    return runs[held[0] : held[-1] + 1] if held else ()
