"""The elements of an HTML page -> Markdown, block by block."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from noticeboard.adoption.escaping import escaped, quoted_attribute, safe_beginnings
from noticeboard.adoption.html_page import BLOCKS, is_around, is_unseen, visible_words
from noticeboard.adoption.html_tables import TablePlace, table_rows
from noticeboard.adoption.text_runs import (
    BREAK,
    CODE,
    EMPHASIS,
    STRONG,
    STRUCK,
    SUBSCRIPT,
    SUPERSCRIPT,
    TextRun,
    as_markdown,
    collapsed,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from lxml.html import HtmlElement

    from noticeboard.adoption.adoption_notes import AdoptionNotes, FoundPicture
    from noticeboard.adoption.html_links import PageLinks
    from noticeboard.adoption.html_notes import PageNotes

TODO = "???"
"""What stands where a person has to write something; a check finds it in every language."""

_LOOKS = {
    **dict.fromkeys(("b", "strong"), STRONG),
    **dict.fromkeys(("i", "em", "cite", "dfn", "var"), EMPHASIS),
    **dict.fromkeys(("s", "del", "strike"), STRUCK),
    **dict.fromkeys(("code", "kbd", "samp", "tt"), CODE),
    "sup": SUPERSCRIPT,
    "sub": SUBSCRIPT,
}
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_LEFT = {
    "form": "A form is not kept. Its words: “{words}”.",
    "iframe": "A frame that shows another page is not kept: {words}.",
    "video": "A video is not kept: {words}.",
    "audio": "A sound recording is not kept: {words}.",
    "object": "An embedded object is not kept: {words}.",
    "embed": "An embedded object is not kept: {words}.",
    "svg": "A drawing in the page is not kept. Its words: “{words}”.",
    "canvas": "A drawing in the page is not kept. Its words: “{words}”.",
    "math": "A formula is not kept as such. Its signs: “{words}”.",
    "button": "A button is not kept. Its words: “{words}”.",
    **dict.fromkeys(("input", "select", "textarea"), "A field of a form is not kept. Its words: “{words}”."),
}
_DEEPEST = 6
_LISTS = ("ul", "ol", "menu", "dl")
_ITEM = re.compile(r"(?:[-*+]|\d+\.) |[^\n]+\n: ")
"""How a list, and a list of definitions, begins."""


class HtmlBlocks:
    """Writes the text of a page as Markdown; what it tells goes to its notes, what it shows to `pictures`."""

    def __init__(self, notes: AdoptionNotes, footnotes: PageNotes, links: PageLinks) -> None:
        """Takes what is to be told of, the footnotes and the links of the page."""
        self._notes, self._footnotes, self._links = notes, footnotes, links
        self._bodies = frozenset(footnotes.bodies.values())
        self._abbreviations: dict[str, str] = {}
        self.pictures: list[FoundPicture] = []
        self.left: set[HtmlElement] = set()
        self.lowest = 1

    def text(self, main: HtmlElement, shift: int) -> str:
        """The Markdown of the page's text, its headings that many levels lower, its footnotes at the end."""
        self.lowest = shift
        parts = self.blocks(main)
        for number, body in self._footnotes.bodies.items():
            parts.append(_indented(self.blocks(body, inside=True), f"[^{number}]: ", "    "))
        parts += [f"*[{short}]: {long}" for short, long in self._abbreviations.items()]
        return "\n\n".join(part for part in parts if part) + "\n"

    def blocks(self, element: HtmlElement, *, inside: bool = False) -> list[str]:
        """The blocks in an element; `inside` says that it is a footnote's own body."""
        found: list[str] = []
        pending: list[TextRun] = []
        if inside and element.tag == "tr":
            element = element[-1]
        for node in _nodes(element):
            if isinstance(node, str):
                pending.append(TextRun(node))
            elif (node in self._bodies and not (inside and node is element)) or self._is_left(node):
                continue
            elif _is_block(node):
                found += self._paragraphs(pending)
                pending = []
                made = self._block(node)
                # A list right behind another one would be read as part of it (CommonMark 0.31.2, 5.3).
                apart = node.tag in _LISTS and bool(made) and bool(found) and bool(_ITEM.match(found[-1]))
                found += [*(["<!-- -->"] if apart else []), *made]
            else:
                pending += self._runs(node, TextRun(""))
        return found + self._paragraphs(pending)

    def _is_left(self, element: HtmlElement) -> bool:
        """Whether nothing of the element goes into the text; tells of it where people see it."""
        if is_unseen(element):
            return True
        message = _LEFT.get(element.tag)
        if message is None and is_around(element):
            message = "What belongs to the website is not kept: “{words}”."
        if message is None:
            return False
        self.left.add(element)
        address = element.get("src") or element.get("data") or next((s.get("src") for s in element.iter("source")), "")
        words = visible_words(element) or (
            address if element.tag in ("iframe", "video", "audio", "object", "embed") else ""
        )
        words = words or str(element.get("aria-label") or element.get("placeholder") or element.get("value") or "")
        if words or element.tag in ("form", "canvas"):
            self._notes.left_out(element.sourceline or 1, message, words or element.tag)
        return True

    def _block(self, element: HtmlElement) -> list[str]:
        tag = str(element.tag)
        if tag in _HEADINGS:
            return self._heading(element, int(tag[1]))
        write: Callable[[HtmlElement], list[str]] | None = {
            "ul": self._list,
            "ol": self._list,
            "menu": self._list,
            "dl": self._definitions,
            "table": self._table,
            "blockquote": self._quotation,
            "pre": self._code,
            "figure": self._figure,
            "hr": lambda _: ["* * *"],
            "summary": lambda one: [f"**{words}**"] if (words := as_markdown(self._inner(one)).strip("*")) else [],
        }.get(tag)
        return write(element) if write else self.blocks(element)

    def _heading(self, element: HtmlElement, level: int) -> list[str]:
        runs = collapsed(self._inner(element))
        words = as_markdown([r for r in runs if not r.mark.startswith("![")], line_break=" ")
        name = self._links.name_of(element)
        if not words:
            return self._pictures(runs)
        level = min(max(level + self.lowest, 2), _DEEPEST)
        return [f"{'#' * level} {words}{f' {{#{name}}}' if name else ''}", *self._pictures(runs)]

    def _paragraphs(self, runs: Sequence[TextRun]) -> list[str]:
        """The paragraphs that the runs make: two breaks in a row begin another, pictures stand alone."""
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
        words = [run for run in runs if not run.mark.startswith("![")]
        while words and (words[-1].text == BREAK or not (words[-1].text.strip() or words[-1].mark)):
            words.pop()
        while words and (words[0].text == BREAK or not (words[0].text.strip() or words[0].mark)):
            words.pop(0)
        text = as_markdown(words)
        shown = self._pictures(runs)
        first = next((run for run in runs if run.mark or run.text.strip()), None)
        paragraph = [safe_beginnings(text)] if text else []
        return [*shown, *paragraph] if first and first.mark.startswith("![") else [*paragraph, *shown]

    def _pictures(self, runs: Sequence[TextRun]) -> list[str]:
        return [run.mark for run in runs if run.mark.startswith("![")]

    def _list(self, element: HtmlElement) -> list[str]:
        number = int(start) if (start := element.get("start") or "").isdigit() else 1
        items: list[str] = []
        for child in element:
            if child in self._bodies or self._is_left(child):
                continue
            if child.tag in ("ul", "ol") and items:
                # A list that stands in a list instead of in its item.
                items[-1] += "\n\n" + "\n".join(
                    f"    {line}".rstrip() for line in "\n\n".join(self._list(child)).split("\n")
                )
                continue
            marker = f"{number}. " if element.tag == "ol" else "- "
            parts = self.blocks(child)
            number += 1
            if parts:
                items.append(_indented(parts, marker, " " * len(marker)))
        loose = any("\n\n" in item for item in items)
        return [("\n\n" if loose else "\n").join(items)] if items else []

    def _definitions(self, element: HtmlElement) -> list[str]:
        """Terms with what they mean; a term without a meaning, or the other way round, is a paragraph."""
        found: list[str] = []
        terms: list[str] = []
        defined = False
        for child in _entries(element):
            parts = [] if child in self._bodies or self._is_left(child) else self.blocks(child)
            if not parts:
                continue
            if child.tag == "dt":
                found += [] if defined else terms
                terms = [*([] if defined else terms), " ".join(" ".join(parts).replace("\\\n", " ").split())][-1:]
                defined = False
            elif terms:
                meaning = _indented(parts, ": ", "    ")
                found[len(found) :] = [] if defined else ["\n".join((*terms, meaning))]
                found[-1:] = [f"{found[-1]}\n{meaning}"] if defined else found[-1:]
                defined = True
            else:
                found += parts
        return found + ([] if defined else terms)

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
        marks = self._picture(shown[0], words)
        return [marks] if marks else [safe_beginnings(escaped(words))] * bool(words)

    def _picture(self, element: HtmlElement, caption: str = "") -> str:
        """The picture's Markdown, alone in its block; "" where it is not kept."""
        if {element.get("width"), element.get("height")} & {"0", "1"}:
            return ""
        picture = self._links.picture(element, len(self.pictures) + 1)
        alt = " ".join((element.get("alt") or "").split())
        line = element.sourceline or 1
        if picture is None:
            message = "A picture from another address is not kept: {words}."
            hint = "Save it beside the text if it may be used, and show it there."
            self._notes.left_out(line, message, alt or element.get("src") or "", hint)
            return ""
        self.pictures.append(picture)
        self._notes.picture_to_describe(line, picture.name)
        title = f' "{quoted_attribute(caption)}"' if caption else ""
        shown = escaped(alt).replace("\n", " ") if len(alt) > 1 and not self._links.is_file_name(alt) else TODO
        return f'![{shown}]({picture.name}{title}){{credit="{TODO}"}}'

    def _table(self, element: HtmlElement) -> list[str]:
        rows = table_rows(element)
        caption = element.find("caption")
        above = self.blocks(caption) if caption is not None else []
        if not rows:
            return above
        if max(len(row) for row in rows) == 1 or len(rows) == 1:
            # A frame around text, as word processors and old pages make it.
            self._notes.warn(
                element.sourceline or 1,
                "changed-table",
                "A table of one row or column is written as text.",
                "Look at whether it reads well.",
            )
            return [
                *above,
                *(block for row in rows for cell in row if cell.owner is not None for block in self.blocks(cell.owner)),
            ]
        self._tell_spans(element, rows)
        return [*above, "\n".join(self._rows(rows))]

    def _tell_spans(self, element: HtmlElement, rows: Sequence[Sequence[TablePlace]]) -> None:
        line = element.sourceline or 1
        spread = [visible_words(cell.owner) for row in rows for cell in row if cell.owner is not None and cell.spans]
        if spread:
            message = "Cells of the table that were joined stand alone now, with empty ones beside them: “{words}”."
            self._notes.left_out(line, message, ", ".join(spread), "Repeat the words where readers need them.")
        if not any(cell.owner is not None and cell.owner.tag == "th" for cell in rows[0]):
            self._notes.warn(
                line,
                "changed-table",
                "The table had no row of headings; its first row is one now.",
                "Look at whether it says what is in the columns.",
            )

    def _rows(self, rows: Sequence[Sequence[TablePlace]]) -> Iterator[str]:
        width = max(len(row) for row in rows)
        for at, row in enumerate(rows):
            cells = [self._cell(cell.owner) for cell in row] + [""] * (width - len(row))
            yield f"| {' | '.join(cells)} |"
            if at == 0:
                yield f"|{' --- |' * width}"

    def _cell(self, owner: HtmlElement | None) -> str:
        """The words of a cell on one line: its blocks are parted by breaks."""
        if owner is None:
            return ""
        runs: list[TextRun] = []
        for run in self._cell_runs(owner):
            blank = not run.mark and not run.text.strip()
            if not (blank and runs and runs[-1].text == BREAK):
                runs.append(run)
        shown = as_markdown([run for run in runs if not run.mark.startswith("![")], line_break="<br>", cell=True)
        pictures = self._pictures(runs)
        if pictures:
            self.pictures = self.pictures[: -len(pictures)]
            message = "A picture in a table is not kept: {words}."
            self._notes.left_out(
                owner.sourceline or 1, message, ", ".join(one.partition("](")[0][2:] for one in pictures)
            )
        return shown

    def _cell_runs(self, element: HtmlElement) -> Iterator[TextRun]:
        for node in _nodes(element):
            if isinstance(node, str):
                yield TextRun(node)
            elif node in self._bodies or self._is_left(node):
                continue
            elif _is_block(node):
                yield TextRun(BREAK)
                if node.tag == "li":
                    yield TextRun("• ")
                yield from self._cell_runs(node)
                yield TextRun(BREAK)
            else:
                yield from self._runs(node, TextRun(""))

    def _inner(self, element: HtmlElement) -> list[TextRun]:
        found: list[TextRun] = []
        for node in _nodes(element):
            if isinstance(node, str):
                found.append(TextRun(node))
            elif not (node in self._bodies or self._is_left(node)):
                found += self._runs(node, TextRun(""))
        return found

    def _runs(self, element: HtmlElement, around: TextRun) -> list[TextRun]:
        """The runs of an element inside a line, with the looks of what stands around it."""
        tag = str(element.tag)
        if element in self._bodies or element in self._footnotes.returns or self._is_left(element):
            return []
        if element in self._footnotes.marks:
            return [TextRun("", mark=f"[^{self._footnotes.marks[element]}]")]
        if tag == "br":
            return [TextRun(BREAK)]
        if tag == "img":
            mark = self._picture(element)
            return [TextRun("", mark=mark)] if mark else []
        inner = self._with_looks(element, around)
        found: list[TextRun] = []
        for node in _nodes(element):
            found += [inner._replace(text=node)] if isinstance(node, str) else self._runs(node, inner)
        if tag == "sup" and any(run.mark.startswith("[^") for run in found):
            found = [run for run in found if run.mark]
        if tag == "q":
            return [inner._replace(text='"'), *found, inner._replace(text='"')]
        return found

    def _with_looks(self, element: HtmlElement, around: TextRun) -> TextRun:
        tag = str(element.tag)
        if tag in _LOOKS:
            return around._replace(looks=around.looks | {_LOOKS[tag]})
        if tag == "a" and element.get("href"):
            return around._replace(address=self._links.address(element))
        if tag == "abbr" and element.get("title"):
            short, long = element.text_content().strip(), " ".join(str(element.get("title")).split())
            if short and "]" not in short:
                self._abbreviations.setdefault(short, long)
        lang = self._links.foreign(element)
        return around._replace(lang=lang) if lang else around


def _nodes(element: HtmlElement) -> Iterator[str | HtmlElement]:
    """The words and elements in an element, in their order."""
    if element.text:
        yield element.text
    for child in element:
        yield child
        if child.tail:
            yield child.tail


def _entries(element: HtmlElement) -> Iterator[HtmlElement]:
    """The terms and meanings of a list of definitions, also those that are grouped in <div>."""
    for child in element:
        if child.tag == "div":
            yield from _entries(child)
        elif child.tag in ("dt", "dd"):
            yield child


def _is_block(element: HtmlElement) -> bool:
    return element.tag in BLOCKS or (
        element.tag not in ("button", "svg", "math") and any(one.tag in BLOCKS for one in element.iterdescendants())
    )


def _indented(parts: Sequence[str], first: str, further: str) -> str:
    """The blocks as one item: the marker in front of the first line, all others as far in as its words."""
    tight = all(part.lstrip().startswith(("- ", "1. ")) for part in parts[1:]) and len(parts) > 1
    lines = ("\n" if tight else "\n\n").join(parts).split("\n")
    return "\n".join(f"{further if at else first}{line}".rstrip() for at, line in enumerate(lines))
