"""The elements inside a line of an HTML page -> runs of words, with their looks, links and pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from noticeboard.adoption.adoption_notes import PLACEHOLDER
from noticeboard.adoption.escaping import escaped, quoted_attribute
from noticeboard.adoption.html_omissions import Omissions
from noticeboard.adoption.html_page import BLOCKS
from noticeboard.adoption.text_runs import (
    BREAK,
    CODE,
    EMPHASIS,
    STRONG,
    STRUCK,
    SUBSCRIPT,
    SUPERSCRIPT,
    TextRun,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

    from noticeboard.adoption.adoption_notes import AdoptionNotes, FoundPicture
    from noticeboard.adoption.html_links import PageLinks
    from noticeboard.adoption.html_notes import PageNotes

_LOOKS = {
    **dict.fromkeys(("b", "strong"), STRONG),
    **dict.fromkeys(("i", "em", "cite", "dfn", "var"), EMPHASIS),
    **dict.fromkeys(("s", "del", "strike"), STRUCK),
    **dict.fromkeys(("code", "kbd", "samp", "tt"), CODE),
    "sup": SUPERSCRIPT,
    "sub": SUBSCRIPT,
}


class HtmlInlines:
    """Reads the content of lines, and collects abbreviations, pictures and what is left out."""

    def __init__(self, notes: AdoptionNotes, footnotes: PageNotes, links: PageLinks) -> None:
        """Takes the notes for the editor, and the footnotes and the links of the page."""
        self._notes, self._footnotes, self._links = notes, footnotes, links
        self._bodies = frozenset(footnotes.bodies.values())
        self.omissions = Omissions(notes)
        self.abbreviations: dict[str, str] = {}
        self.pictures: list[FoundPicture] = []

    def is_skipped(self, element: HtmlElement) -> bool:
        """Whether the element is left out of the text where it is; the body of a footnote comes at its end."""
        return element in self._bodies or self.omissions.is_left_out(element)

    def inner(self, element: HtmlElement) -> list[TextRun]:
        """The runs of all that is in the element."""
        found: list[TextRun] = []
        for node in nodes(element):
            if isinstance(node, str):
                found.append(TextRun(node))
            elif not self.is_skipped(node):
                found += self.runs(node, TextRun(""))
        return found

    def runs(self, element: HtmlElement, around: TextRun) -> list[TextRun]:
        """The runs of an element, with the looks, link and language of `around` too."""
        tag = str(element.tag)
        if element in self._footnotes.returns or self.is_skipped(element):
            return []
        if element in self._footnotes.marks:
            return [TextRun("", mark=f"[^{self._footnotes.marks[element]}]")]
        if tag == "br":
            return [TextRun(BREAK)]
        if tag == "img":
            mark = self.picture(element)
            return [TextRun("", mark=mark)] if mark else []
        inner = self._with_looks(element, around)
        found: list[TextRun] = []
        for node in nodes(element):
            found += [inner._replace(text=node)] if isinstance(node, str) else self.runs(node, inner)
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
                self.abbreviations.setdefault(short, long)
        lang = self._links.foreign(element)
        return around._replace(lang=lang) if lang else around

    def picture(self, element: HtmlElement, caption: str = "") -> str:
        """The picture's Markdown as a block; "" (and a problem) for a picture that is not kept."""
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
        shown = escaped(alt).replace("\n", " ") if len(alt) > 1 and not self._links.is_file_name(alt) else PLACEHOLDER
        return f'![{shown}]({picture.name}{title}){{credit="{PLACEHOLDER}"}}'


def nodes(element: HtmlElement) -> Iterator[str | HtmlElement]:
    """The words and elements in an element, in their order."""
    if element.text:
        yield element.text
    for child in element:
        yield child
        if child.tail:
            yield child.tail


def is_block(element: HtmlElement) -> bool:
    """Whether the element begins a block, or holds one."""
    return element.tag in BLOCKS or (
        element.tag not in ("button", "svg", "math") and any(one.tag in BLOCKS for one in element.iterdescendants())
    )
