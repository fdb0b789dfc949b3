"""The text of a post of another site -> the text of an adopted version."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from noticeboard.adoption.adoption_notes import FoundPicture
from noticeboard.adoption.post_headings import ATTRIBUTE_LIST, id_in, in_code, with_headings
from noticeboard.adoption.post_links import PostLinks
from noticeboard.adoption.template_tags import TagContext, without_tags

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from noticeboard.adoption.adoption_notes import AdoptionNotes
    from noticeboard.adoption.post_links import PostSite

_CONTENTS = re.compile(r"^[ \t]*(?:\{:[ \t]*toc\b[^}\n]*\}|\[TOC\]|\[\[_TOC_\]\])[ \t]*$", re.IGNORECASE)
_MORE = re.compile(r"^[ \t]*<!--[ \t]*(?:more|excerpt)[ \t]*-->[ \t]*$")
_LINK = re.compile(
    r"(?P<shown>!?)\[(?P<words>(?:[^\[\]\n]|\n(?!\n)|\[[^\[\]\n]{0,100}\]){0,500})\]"
    r"\([ \t]*(?:<(?P<angle>[^<>\n]{0,500})>|(?P<address>[^\s()<>]{0,500}(?:\([^\s()]{0,100}\)[^\s()<>]{0,200})?))"
    r"(?:[ \t]+(?P<title>\"[^\"\n]{0,300}\"|'[^'\n]{0,300}'))?[ \t]*\)(?P<attributes>\{:?[^}\n]{0,200}\})?"
)
_REFERENCE = re.compile(r"^( {0,3}\[(?!\^)[^\]\n]{1,200}\]:[ \t]*)<?([^\s<>]{1,500})>?(.*)$")
_IMAGE = re.compile(r"<img\b([^<>]{0,1000})/?>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"""([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_CODE = re.compile(r"(`+)(?!`)(?:[^`\n]|\n(?!\n)){1,500}?\1(?!`)")


class PostBody:
    """Rewrites the text of one post; `read` is afterwards the text as it was, its template tags replaced."""

    def __init__(self, site: PostSite, notes: AdoptionNotes, first_line: int, title: str) -> None:
        """Takes the site, the notes for the editor, the line where the text begins, and the post's title."""
        self._site, self._notes, self._first, self._title = site, notes, first_line, title
        self._links = PostLinks(site, notes)
        self.read = ""

    def rewritten(self, text: str) -> str:
        """The text in Markdown as Noticeboard reads it."""
        context = TagContext(self._first, self._notes, self._site.post, self._site.generator)
        lines = without_tags(text, context).split("\n")
        self.read = "\n".join("" if ATTRIBUTE_LIST.match(line) or _CONTENTS.match(line) else line for line in lines)
        kept = self._without_contents(with_headings(lines, self._title, self._site.generator))
        return "\n".join(self._rewritten_paragraphs(kept)).strip("\n") + "\n"

    def found_files(self) -> list[FoundPicture]:
        """The files to be copied beside the text."""
        return [FoundPicture(name, None, path) for name, path in self._links.files.items()]

    def _without_contents(self, lines: Sequence[tuple[int, str]]) -> list[tuple[int, str]]:
        """Leaves out tables of contents, marks of an excerpt, and attribute lists that set no id."""
        kept: list[tuple[int, str]] = []
        for at, line in lines:
            if _CONTENTS.match(line):
                # kramdown puts its table in the place of a list that somebody has to write above the mark.
                if kept and kept[-1][0] == at - 1 and re.match(r"[*-] ", kept[-1][1]) and "toc" in line.lower():
                    kept.pop()
                message = "The table of contents is not kept: “{words}”."
                self._notes.left_out(self._first + at, message, line.strip(), "Readers find their way by the headings.")
            elif not (_MORE.match(line) or ((found := ATTRIBUTE_LIST.match(line)) and not id_in(found[1]))):
                kept.append((at, line))
        return kept

    def _rewritten_paragraphs(self, lines: Sequence[tuple[int, str]]) -> Iterator[str]:
        """The lines, their links and pictures rewritten outside code; several empty lines become one."""
        part: list[tuple[int, str]] = []
        after_empty = False
        for (at, line), code in zip(lines, in_code([line for _, line in lines]), strict=True):
            if not code and line.strip():
                part.append((at, line))
                continue
            yield from self._paragraph(part)
            after_empty, part = not part and after_empty, []
            if code or not after_empty:
                yield line
            after_empty = not code
        yield from self._paragraph(part)

    def _paragraph(self, part: Sequence[tuple[int, str]]) -> Iterator[str]:
        if not part:
            return
        line, pictures = self._first + part[0][0], list[str]()
        text = _IMAGE.sub(_as_picture, "\n".join(words for _, words in part))
        codes = [found.span() for found in _CODE.finditer(text)]

        def replaced(found: re.Match[str]) -> str:
            if any(start <= found.start() < end for start, end in codes):
                return found[0]
            return self._replaced(found, line + text.count("\n", 0, found.start()), pictures)

        linked = _LINK.sub(replaced, text).split("\n")
        rest = [self._reference(row, line) for row in linked]
        if pictures:
            rest = [row.strip() for row in rest if row.strip(" \t>-*")]
        blocks = [rest] if rest else []
        shown = [[picture] for picture in pictures if picture]
        ordered = shown + blocks if text.lstrip().startswith("![") else blocks + shown
        yield from (row for at, block in enumerate(ordered) for row in (["", *block] if at else block))

    def _replaced(self, found: re.Match[str], line: int, pictures: list[str]) -> str:
        """The link rewritten; "" for a picture, which is added to `pictures`."""
        address = found["angle"] or found["address"] or ""
        title = f" {found['title']}" if found["title"] else ""
        if not found["shown"]:
            return self._links.link(address, found["words"], title, line)
        pictures.append(self._links.picture(address, found["words"], title, line))
        return ""

    def _reference(self, row: str, line: int) -> str:
        found = _REFERENCE.match(row)
        target = self._links.target(found[2], line, found[1].strip()) if found else None
        return row if found is None or target is None else f"{found[1]}{target}{found[3]}"


def _as_picture(found: re.Match[str]) -> str:
    values = {name.lower(): one or other for name, one, other in _ATTRIBUTE.findall(found[1])}
    alt = values.get("alt", "").replace("[", "(").replace("]", ")")
    return f"![{alt}](<{values['src']}>)" if values.get("src") else found[0]
