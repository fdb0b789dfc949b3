"""Files that texts may link to, and those that they may not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from noticeboard.sources.document_types import MOST_BYTES, TYPES, document_problems, ending

if TYPE_CHECKING:
    from noticeboard.model import Problem

ODT = b"PK\x03\x04" + bytes(26) + b"mimetypeapplication/vnd.oasis.opendocument.text"


def judged(name: str, head: bytes = b"", size: int = 9) -> tuple[Problem, ...]:
    """The problems of a file beside a text."""
    return document_problems(f"surveys/a/{name}", head, size)


@pytest.mark.parametrize(
    ("name", "head"),
    [
        ("q.pdf", b"%PDF-1.7"),
        ("Q.PDF", b"%PDF-2.0"),
        ("q.sv.odt", ODT),
        ("q.ods", ODT.replace(b".text", b".spreadsheet")),
        ("q.docx", b"PK\x03\x04"),
        ("q.xlsx", b"PK\x03\x04"),
        ("q.zip", b"PK\x05\x06"),
        ("q.csv", b"\xef\xbb\xbfLand;Anteil\r\nCura\xe7ao;3,5"),
        ("q.csv", b""),
        ("q.csv", b"\xff\xfea\0"),
        ("q.epub", b"PK\x03\x04" + bytes(26) + b"mimetypeapplication/epub+zip"),
        ("q.mp3", b"ID3\x04"),
        ("q.mp3", b"\xff\xfb\x90"),
        ("q.mp4", b"\0\0\0\x20ftypisom"),
        ("q.vtt", b"WEBVTT\n\n"),
        ("q.svg", b"<svg"),
        ("q.png", b""),
    ],
)
def test_a_document_of_a_known_type_is_fine(name: str, head: bytes) -> None:
    """What begins as its ending says is published; pictures are judged when they are decoded."""
    assert judged(name, head) == ()


PAGES = "htm html HTML xhtml xht shtml mht mhtml xml svg.html pdf.html xsl"
OTHERS = "js mjs php hta exe svgz swf jar css json md5 pdf. doc docm ppt pages txt wasm url ics vcf"


@pytest.mark.parametrize("kind", [*PAGES.split(), *OTHERS.split()])
def test_what_a_browser_would_run_or_show_is_refused(kind: str) -> None:
    """Every ending that is not on the list is an error, whatever the file begins with."""
    found = {(p.name, p.severity) for head in (b"%PDF-1.7", ODT, b"") for p in judged(f"q.{kind}", head)}
    assert found == {("unsafe-file", "error")}


@pytest.mark.parametrize(
    ("name", "head"),
    [
        ("q.pdf", b"<!DOCTYPE html>"),
        ("q.pdf", b" %PDF-1.7"),
        ("q.odt", b"PK\x03\x04"),
        ("q.docx", b"\xd0\xcf\x11\xe0"),
        ("q.csv", b" \n<script>"),
        ("q.csv", b"\xef\xbb\xbf<html>"),
        ("q.csv", b"a;b\0"),
        ("q.csv", b"\xff\xfe<\0"),
        ("q.csv", b"\xfe\xff\0<"),
        ("q.vtt", b"WEBVTTX"),
        ("q.mp3", b"<html>"),
        ("q.mp4", b"\0\0\0\x20html"),
    ],
)
def test_what_is_not_what_its_ending_says_is_refused(name: str, head: bytes) -> None:
    """A browser may go by the first bytes, so they decide too."""
    assert [(p.name, p.full_message) for p in judged(name, head)] == [
        ("unsafe-file", f"The file's ending is .{ending(name)}, but it does not begin like such a file.")
    ]


@pytest.mark.parametrize(
    ("name", "todo"),
    [
        ("q.html", "Save it as PDF and link to that, or write its text in a .md file."),
        ("q.doc", "Save it as docx or PDF and link to that."),
        ("q.pptx", "Save it as PDF and link to that."),
        ("q", "Save it as one of pdf, odt, ods, docx, xlsx, csv, zip, epub, mp3, mp4, vtt, or put it in a zip file."),
    ],
)
def test_an_editor_is_told_what_to_do(name: str, todo: str) -> None:
    """The advice fits the kind of file."""
    assert [p.full_hint for p in judged(name)] == [todo]


def test_a_huge_file_is_refused() -> None:
    """A file that is held in memory while it is copied has a bound."""
    found = [judged("q.mp4", b"\0\0\0\x20ftyp", size) for size in (MOST_BYTES, MOST_BYTES + 1)]
    assert [[p.name for p in problems] for problems in found] == [[], ["too-long"]]


@given(st.text(max_size=12), st.binary(max_size=80))
def test_only_listed_types_pass(name: str, head: bytes) -> None:
    """Whatever a file is called and begins with, it passes only with an ending of the list."""
    assert judged(name, head) or ending(f"surveys/a/{name}") in TYPES
