"""Texts in OpenDocument 1.3 (flat), from which LibreOffice makes Word documents."""

from __future__ import annotations

import base64
import io

from PIL import Image

_NAMES = {
    "office": "office:1.0",
    "style": "style:1.0",
    "text": "text:1.0",
    "table": "table:1.0",
    "draw": "drawing:1.0",
    "fo": "xsl-fo-compatible:1.0",
    "svg": "svg-compatible:1.0",
}
_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<office:document {names} xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/"
 office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text"><office:automatic-styles>
<style:style style:name="B" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="I" style:family="text"><style:text-properties fo:font-style="italic"/></style:style>
<text:list-style style:name="N"><text:list-level-style-number text:level="1" style:num-suffix="." style:num-format="1"/>
<text:list-level-style-number text:level="2" style:num-suffix="." style:num-format="a"/></text:list-style>
<text:list-style style:name="U"><text:list-level-style-bullet text:level="1" text:bullet-char="•"/>
<text:list-level-style-bullet text:level="2" text:bullet-char="◦"/></text:list-style>
</office:automatic-styles><office:body><office:text>"""
_END = "</office:text></office:body></office:document>"


def document(*parts: str) -> str:
    """A whole text of these parts."""
    names = " ".join(f'xmlns:{key}="urn:oasis:names:tc:opendocument:xmlns:{name}"' for key, name in _NAMES.items())
    return _HEAD.format(names=names) + "".join(parts) + _END


def title(words: str) -> str:
    """The title."""
    return f'<text:p text:style-name="Title">{words}</text:p>'


def heading(level: int, words: str) -> str:
    """A heading; level 1 is the highest."""
    return f'<text:h text:outline-level="{level}">{words}</text:h>'


def paragraph(words: str) -> str:
    """A paragraph."""
    return f"<text:p>{words}</text:p>"


def bold(words: str) -> str:
    """Words in bold."""
    return f'<text:span text:style-name="B">{words}</text:span>'


def italic(words: str) -> str:
    """Words in italics."""
    return f'<text:span text:style-name="I">{words}</text:span>'


def link(address: str, words: str) -> str:
    """A link."""
    return f'<text:a xlink:type="simple" xlink:href="{address}">{words}</text:a>'


def note(number: int, words: str) -> str:
    """A footnote."""
    return (
        f'<text:note text:note-class="footnote"><text:note-citation>{number}</text:note-citation>'
        f"<text:note-body><text:p>{words}</text:p></text:note-body></text:note>"
    )


def items(style: str, *entries: str | tuple[str, str]) -> str:
    """A list in that style; a pair is an item with its own list."""
    made = ""
    for entry in entries:
        words, below = entry if isinstance(entry, tuple) else (entry, "")
        made += f"<text:list-item><text:p>{words}</text:p>{below}</text:list-item>"
    return f'<text:list text:style-name="{style}">{made}</text:list>'


def table(*rows: tuple[str, ...]) -> str:
    """A table whose first row has the headings."""

    def row(cells: tuple[str, ...]) -> str:
        found = "".join(f"<table:table-cell><text:p>{cell}</text:p></table:table-cell>" for cell in cells)
        return f"<table:table-row>{found}</table:table-row>"

    columns = f'<table:table-column table:number-columns-repeated="{len(rows[0])}"/>'
    head = f"<table:table-header-rows>{row(rows[0])}</table:table-header-rows>"
    return f"<table:table>{columns}{head}{''.join(map(row, rows[1:]))}</table:table>"


def picture(colour: str, description: str) -> str:
    """A picture inside a line."""
    file = io.BytesIO()
    Image.new("RGB", (1300, 800), colour).save(file, "PNG")
    data = base64.b64encode(file.getvalue()).decode()
    return (
        '<draw:frame text:anchor-type="as-char" svg:width="6cm" svg:height="4cm"><draw:image><office:binary-data>'
        f"{data}</office:binary-data></draw:image><svg:desc>{description}</svg:desc></draw:frame>"
    )


TRACKED = (
    '<text:tracked-changes><text:changed-region text:id="c1"><text:insertion><office:change-info><dc:creator>A'
    "</dc:creator><dc:date>2026-01-01T00:00:00</dc:date></office:change-info></text:insertion></text:changed-region>"
    "</text:tracked-changes>"
)
CHANGED = 'old <text:change-start text:change-id="c1"/>new words<text:change-end text:change-id="c1"/>'

DOCUMENTS = {
    "letter": document(
        title("Survey on reading corners"),
        paragraph(f"We ask “all schools” about their {bold('reading corners')}."),
        paragraph(f"It\u2019s short{note(1, 'Ten minutes, mostly.')}."),
        heading(1, "Who can answer"),
        items("U", ("Teachers", items("U", "of primary schools", "of secondary schools")), "Librarians"),
        heading(2, "How to answer"),
        items("N", "Open the form", "Answer * each _ question [1]", "Send it"),
        paragraph(f"Write to {link('mailto:survey@example.org', 'the team')} — or call."),
    ),
    "report": document(
        title("Mentoring in figures"),
        heading(1, "Participation"),
        table(("Year", "Schools", "Share"), ("2024", "1 204", "41 %"), ("2025", "1 310", "45 % | rising")),
        heading(2, "By region"),
        paragraph("North: 12; South: 9.<text:line-break/>East: 7."),
        heading(3, "Method"),
        paragraph(f"Each school was asked once{note(1, 'Except two.')}, then again{note(2, 'In autumn.')}."),
    ),
    "invitation": document(
        title("Invitation à la réunion"),
        paragraph("La commune vous invite : «\u00a0parlons de l\u2019école\u00a0!\u00a0» \u2013 le 12\u00a0janvier."),
        items("N", ("Accueil", items("N", "café", "thé")), "Débat"),
        paragraph(f"Renseignements : {link('https://example.org/reunion', 'page de la réunion')}."),
    ),
    "pictures": document(
        title("Nieuwe leeshoek"),
        paragraph("De leeshoek is klaar."),
        paragraph(picture("navy", "Boeken op een plank")),
        paragraph(f"Hij staat {italic('in de hal')} {picture('teal', 'Een kind leest')} bij de deur."),
        heading(1, "Openen"),
        paragraph("De school opent hem op 3 maart."),
    ),
    "minutes": document(
        paragraph("Zápis z jednání"),
        heading(1, "Přítomni"),
        items("U", "ředitelka", "učitelé „prvního“ stupně"),
        heading(1, "Závěry"),
        paragraph("1. Anketa začne v lednu.<text:line-break/>- Výsledky budou v květnu."),
        table(("Úkol", "Kdo"), ("dotazník", "škola"), ("# výsledky", "úřad")),
    ),
}
"""Five texts of public bodies: headings, lists, tables, links, footnotes, pictures, and characters of Markdown."""
