"""Small Word documents made by the tests: what is kept, what is reported and what is refused."""

from __future__ import annotations

import io
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from adopting import of_document, told
from word_files import document, paragraph, part, run

LINK = (
    '<Relationship Id="{id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}" '
    'Target="{target}" TargetMode="External"/>'
)


def test_a_letter_becomes_a_draft() -> None:
    """Title, headings one level lower, emphasis and quotation marks are kept; the language is the document's."""
    found = of_document(
        document(
            paragraph("Leeshoeken", "Title"),
            paragraph(run("Wij vragen “scholen” ") + run("alles", "<w:b/>") + run(" en ") + run("meer", "<w:i/>")),
            paragraph("Wie", "H1"),
            paragraph("Hoe", "H2"),
            paragraph("1. geen lijst"),
        )
    )
    assert found.version is not None
    assert found.problems == ()
    assert found.version.path == "news/text/nl.md"
    assert found.version.data.decode() == (
        "---\ntitle: Leeshoeken\npublished: 2026-12-01\nstatus: draft\n---\n\n"
        "Wij vragen “scholen” **alles** en *meer*\n\n## Wie\n\n### Hoe\n\n1\\. geen lijst\n"
    )


@pytest.mark.parametrize(
    "change",
    [
        f'<w:ins w:id="1" w:author="A">{run("new words")}</w:ins>',
        '<w:del w:id="1" w:author="A"><w:r><w:delText>old words</w:delText></w:r></w:del>',
        f'<w:moveTo w:id="1" w:author="A">{run("moved words")}</w:moveTo>',
    ],
)
def test_tracked_changes_are_refused(change: str) -> None:
    """Such a document is not adopted, because nobody can tell which words count; the words are reported."""
    found = of_document(document(paragraph("T", "Title"), paragraph(run("a") + change)))
    assert found.version is None
    (message,) = told(found)
    assert message.startswith("tracked-changes: The document holds tracked changes (1)")
    assert " words”." in message


@pytest.mark.parametrize(
    ("paragraphs", "parts", "expected"),
    [
        (paragraph(run("seen") + run("secret", "<w:vanish/>")), {}, "Hidden words are not kept: “secret”."),
        (
            paragraph("seen"),
            {"word/header1.xml": part(paragraph("Ministry"), "hdr")},
            "A header of the pages is not kept: “Ministry”.",
        ),
        (
            paragraph("seen"),
            {"word/footer1.xml": part(paragraph("Page 1"), "ftr")},
            "A footer of the pages is not kept: “Page 1”.",
        ),
        (
            paragraph("seen"),
            {"word/comments.xml": part(paragraph("Is it so?"), "comments")},
            "Comments are not kept: “Is it so?”.",
        ),
        (paragraph("Who 3", "TOC1") + paragraph("seen"), {}, "The table of contents is not kept: “Who 3”."),
        (paragraph(run("seen") + "<m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath>"), {}, "A formula is not kept: “a+b”."),
    ],
)
def test_what_a_text_cannot_contain_is_reported(paragraphs: str, parts: dict[str, str], expected: str) -> None:
    """It is left out and reported with its words."""
    found = of_document(document(paragraph("T", "Title"), paragraphs, parts=parts))
    assert found.version is not None
    assert (found.version.body.strip(), told(found)) == ("seen", [f"left-out: {expected}"])


def test_links_and_footnotes() -> None:
    """Footnotes stay footnotes, and links keep their addresses unless they are unsafe."""
    notes = f'<w:footnote w:id="2">{paragraph("A note.")}</w:footnote>'
    reference = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    links = LINK.format(id="a", kind="hyperlink", target="https://example.org/a") + LINK.format(
        id="b", kind="hyperlink", target="javascript:x"
    )
    good, bad = (
        f'<w:hyperlink r:id="{key}">{run(words)}</w:hyperlink>' for key, words in (("a", "good"), ("b", "bad"))
    )
    body = f"{good}{run(' and ')}{bad}"
    found = of_document(
        document(
            paragraph("T", "Title"),
            paragraph(body + reference),
            parts={"word/footnotes.xml": part(notes, "footnotes")},
            links=links,
        )
    )
    assert found.version is not None
    assert found.version.body.strip() == "[good](https://example.org/a) and bad[^1]\n\n[^1]: A note."
    assert [one.partition(":")[0] for one in told(found)] == ["link-not-kept"]


def test_a_picture_outside_the_document_is_not_fetched() -> None:
    """A picture that the document only refers to is looked for neither on a disk nor on the web."""
    drawing = (
        '<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">'
        '<wp:docPr id="1" name="P" descr="Far away"/>'
        '<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData>'
        '<pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:blipFill>'
        '<a:blip r:link="p"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
    )
    links = LINK.format(id="p", kind="image", target="file:///etc/hostname")
    found = of_document(document(paragraph("T", "Title"), paragraph(run("a") + drawing), links=links))
    assert found.version is not None
    assert found.version.files == ()
    assert told(found) == ["left-out: A picture from another address is not kept: Far away."]


def bomb() -> bytes:
    """A document that is small as a file and huge when unpacked."""
    packed = io.BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * 30_000_000)
    return packed.getvalue()


ENTITIES = '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><w>&b;</w>'


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"no archive",
        b"PK\x03\x04 damaged",
        bomb(),
        document(parts={"word/document.xml": ENTITIES}),
        document(parts={"word/document.xml": "<w"}),
        document(paragraph("a"))[:-30],
    ],
    ids=["empty", "text", "damaged", "bomb", "entities", "broken", "cut off"],
)
def test_a_hostile_document_is_refused(data: bytes) -> None:
    """One sentence reports it, and nothing of it is used."""
    found = of_document(data)
    assert (found.version, [problem.name for problem in found.problems]) == (None, ["unreadable-document"])


def test_entities_in_another_part_do_no_harm() -> None:
    """A part with its own document type is not read."""
    found = of_document(document(paragraph("a"), parts={"word/comments.xml": ENTITIES, "word/numbering.xml": ENTITIES}))
    assert found.version is None or found.version.body.strip() == "a"


def test_lists_and_tables() -> None:
    """Items keep their nesting, cells their words."""
    numbering = part(
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl>'
        '<w:lvl w:ilvl="1"><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
        "numbering",
    )
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering"
    link = f'<Relationship Id="n" Type="{kind}" Target="numbering.xml"/>'

    def item(text: str, level: int) -> str:
        number = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>'
        return f"<w:p><w:pPr>{number}</w:pPr>{run(text)}</w:p>"

    rows = "".join(
        f"<w:tr>{''.join(f'<w:tc>{paragraph(cell)}</w:tc>' for cell in row)}</w:tr>"
        for row in (("A", "B"), ("1", "x|y"))
    )
    found = of_document(
        document(
            paragraph("T", "Title"),
            item("one", 0),
            item("deep", 1),
            item("two", 0),
            f"<w:tbl>{rows}</w:tbl>",
            parts={"word/numbering.xml": numbering},
            links=link,
        )
    )
    assert found.version is not None
    assert found.version.body.strip() == ("- one\n  1. deep\n- two\n\n| A | B |\n| --- | --- |\n| 1 | x\\|y |")
    assert [one.partition(":")[0] for one in told(found)] == ["changed-table"]
