"""Which files texts may link to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from noticeboard.report import sentences
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
    """Its first bytes fit its ending; pictures are checked when they are decoded."""
    assert judged(name, head) == ()


PAGES = "htm html HTML xhtml xht shtml mht mhtml xml svg.html pdf.html xsl"
OTHERS = "js mjs php hta exe svgz swf jar css json md5 pdf. doc docm ppt pages txt wasm url ics vcf"


@pytest.mark.parametrize("kind", [*PAGES.split(), *OTHERS.split()])
def test_an_unlisted_ending_is_refused(kind: str) -> None:
    """Whatever the file begins with."""
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
def test_first_bytes_that_do_not_fit_the_ending_are_refused(name: str, head: bytes) -> None:
    """Browsers may go by the first bytes."""
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
def test_the_hint_fits_the_kind_of_file(name: str, todo: str) -> None:
    """It says what to do instead."""
    assert [sentences(p)[1] for p in judged(name)] == [todo]


def test_a_huge_file_is_refused() -> None:
    """Files are in memory while they are copied, so there is a limit."""
    found = [judged("q.mp4", b"\0\0\0\x20ftyp", size) for size in (MOST_BYTES, MOST_BYTES + 1)]
    assert [[p.name for p in problems] for problems in found] == [[], ["too-long"]]


@given(st.text(max_size=12), st.binary(max_size=80))
def test_only_listed_types_pass(name: str, head: bytes) -> None:
    """Whatever a file's name and first bytes are."""
    assert judged(name, head) or ending(f"surveys/a/{name}") in TYPES
