"""Tables of an HTML page -> Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from noticeboard.adoption.html_inlines import is_block, nodes
from noticeboard.adoption.html_page import visible_words
from noticeboard.adoption.html_tables import table_rows
from noticeboard.adoption.run_markdown import as_markdown
from noticeboard.adoption.text_runs import BREAK, TextRun

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from lxml.html import HtmlElement

    from noticeboard.adoption.adoption_notes import AdoptionNotes
    from noticeboard.adoption.html_inlines import HtmlInlines
    from noticeboard.adoption.html_tables import TablePlace

    _Rows = Sequence[Sequence[TablePlace]]


class HtmlTableText:
    """Writes the tables of one page."""

    def __init__(self, notes: AdoptionNotes, inlines: HtmlInlines, blocks: Callable[[HtmlElement], list[str]]) -> None:
        """Takes the notes for the editor, what reads the words of cells, and what writes blocks outside tables."""
        self._notes, self._inlines, self._blocks = notes, inlines, blocks

    def blocks(self, element: HtmlElement) -> list[str]:
        """The table as one block, below its caption; a table of one row or column as the blocks of its cells."""
        rows = table_rows(element)
        caption = element.find("caption")
        above = self._blocks(caption) if caption is not None else []
        if not rows:
            return above
        if len(rows) == 1 or max(len(row) for row in rows) == 1:
            return above + self._without_frame(element, rows)
        self._report_joined(element, rows)
        self._report_headings(element, rows)
        return [*above, "\n".join(self._rows(rows))]

    def _without_frame(self, element: HtmlElement, rows: _Rows) -> list[str]:
        """The blocks in a table that is but a frame, as word processors and old pages make it."""
        message, hint = "A table of one row or column is written as text.", "Look at whether it reads well."
        self._notes.warn(element.sourceline or 1, "changed-table", message, hint)
        return [block for owner in _owners(rows) for block in self._blocks(owner)]

    def _report_joined(self, element: HtmlElement, rows: _Rows) -> None:
        joined = [visible_words(cell.owner) for row in rows for cell in row if cell.owner is not None and cell.spans]
        if joined:
            message = "Joined cells of the table are separate now, with empty ones beside them: “{words}”."
            hint = "Repeat the words where readers need them."
            self._notes.left_out(element.sourceline or 1, message, ", ".join(joined), hint)

    def _report_headings(self, element: HtmlElement, rows: _Rows) -> None:
        if not any(owner.tag == "th" for owner in _owners(rows[:1])):
            message = "The table had no row of headings; its first row is one now."
            hint = "Look at whether it says what is in the columns."
            self._notes.warn(element.sourceline or 1, "changed-table", message, hint)

    def _rows(self, rows: _Rows) -> Iterator[str]:
        width = max(len(row) for row in rows)
        for at, row in enumerate(rows):
            cells = [self._cell(cell.owner) for cell in row] + [""] * (width - len(row))
            yield f"| {' | '.join(cells)} |"
            if at == 0:
                yield f"|{' --- |' * width}"

    def _cell(self, owner: HtmlElement | None) -> str:
        """The words of a cell on one line, with a break between its blocks."""
        runs: list[TextRun] = []
        for run in self._cell_runs(owner) if owner is not None else ():
            blank = not run.mark and not run.text.strip()
            if not (blank and runs and runs[-1].text == BREAK):
                runs.append(run)
        if owner is not None:
            self._leave_pictures(owner, [run.mark for run in runs if run.is_picture])
        return as_markdown([run for run in runs if not run.is_picture], line_break="<br>", cell=True)

    def _leave_pictures(self, owner: HtmlElement, pictures: list[str]) -> None:
        if pictures:
            del self._inlines.pictures[-len(pictures) :]
            message = "A picture in a table is not kept: {words}."
            words = ", ".join(picture.partition("](")[0][2:] for picture in pictures)
            self._notes.left_out(owner.sourceline or 1, message, words)

    def _cell_runs(self, element: HtmlElement) -> Iterator[TextRun]:
        for node in nodes(element):
            if isinstance(node, str):
                yield TextRun(node)
            elif self._inlines.is_skipped(node):
                continue
            elif is_block(node):
                yield TextRun(BREAK)
                if node.tag == "li":
                    yield TextRun("• ")
                yield from self._cell_runs(node)
                yield TextRun(BREAK)
            else:
                yield from self._inlines.runs(node, TextRun(""))


def _owners(rows: _Rows) -> Iterator[HtmlElement]:
    return (cell.owner for row in rows for cell in row if cell.owner is not None)
