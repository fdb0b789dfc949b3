"""The decoding of content files."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from noticeboard.model import Location, Problem
from noticeboard.report import sentences
from noticeboard.sources.text_decoding import INVALID, decode, place_at, shown_by_code


def found(problems: tuple[Problem, ...]) -> list[tuple[str, int, int]]:
    """Name, line and column of each problem."""
    return [(problem.name, problem.location.line, problem.location.column) for problem in problems]


def test_what_cannot_be_seen_is_shown_by_its_code() -> None:
    """A character by its number, a byte that is not UTF-8 by its value."""
    assert shown_by_code("a\u202eb\udce9c") == "aU+202Eb\\xE9c"


def test_utf_8_is_read_unchanged() -> None:
    """Without problems."""
    assert decode("Enquête — 😀\n\tдюн".encode(), "nl.md") == ("Enquête — 😀\n\tдюн", ())


def test_marks_and_line_ends_of_windows_are_dropped() -> None:
    """Byte order marks go, and CR LF and CR become line feeds."""
    assert decode(b"\xef\xbb\xbfa\r\nb\rc\n\r", "nl.md") == ("a\nb\nc\n\n", ())


def test_latin_1_is_named_and_placed() -> None:
    """A file in Windows-1252 is an error at its first such byte, and is still read."""
    text, problems = decode("titel: a\r\nEnquête über".encode("cp1252"), "nl.md")
    assert (text, found(problems)) == ("titel: a\nEnquête über", [("not-utf-8", 2, 5)])
    assert "“ê” in Windows-1252" in sentences(problems[0])[0]
    assert sentences(problems[0])[1].startswith("Save it as UTF-8")


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_utf_16_is_named(encoding: str) -> None:
    """A file in UTF-16 or UTF-32, with or without a mark, is one error, and is still read."""
    text, problems = decode("---\ntitle: Enquête\n".encode(encoding), "nl.md")
    assert (text, found(problems)) == ("---\ntitle: Enquête\n", [("not-utf-8", 1, 1)])
    assert encoding[:6].upper() in sentences(problems[0])[0]


def test_one_damaged_byte_does_not_make_a_file_latin_1() -> None:
    """A stray byte in UTF-8 is reported as damage."""
    text, problems = decode("Enquête één\n".encode() + b"a\xffb", "nl.md")
    assert (text, found(problems)) == ("Enquête één\na\ufffdb", [("not-utf-8", 2, 2)])
    assert "rest of the file is UTF-8" in sentences(problems[0])[0]


def test_a_file_cut_off_inside_a_character_says_so() -> None:
    """The problem is the missing end of the last character."""
    _, problems = decode("Enquête é".encode()[:-1], "nl.md")
    assert found(problems) == [("not-utf-8", 1, 9)]
    assert problems[0].full_message == "The file ends in the middle of a character."


def test_a_picture_named_like_a_text_is_one_problem() -> None:
    """Not one for each odd character."""
    assert found(decode(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\x01\x02", "nl.md")[1]) == [("not-utf-8", 1, 1)]


def test_invisible_characters_are_reported_once_each() -> None:
    """At the first place, with their number."""
    text, problems = decode("a\0b\0\n\x0bc\n\ufdd0\x92\U0001ffff".encode(), "nl.md")
    assert text == "a\ufffdb\ufffd\n\ufffdc\n\ufffd\ufffd\ufffd"
    assert found(problems) == [("invalid-character", *at) for at in [(1, 2), (2, 1), (3, 1), (3, 2), (3, 3)]]
    assert sentences(problems[0])[0].endswith("(U+0000). It is in the file 2 times.")
    assert "“\u2019” was probably meant" in sentences(problems[3])[1]


def test_only_line_feeds_count_as_lines() -> None:
    """Unicode's line and paragraph separators are ordinary characters."""
    assert place_at("a\u2028b\u2029c\nd", 6, "nl.md", 4) == Location("nl.md", 5, 1)
    assert decode("a\u2028b\u2029c".encode(), "nl.md") == ("a\u2028b\u2029c", ())


@given(st.binary() | st.text().map(str.encode))
def test_any_bytes_become_a_valid_text(data: bytes) -> None:
    """The text has no invalid character, and equals the UTF-8 text if there is no problem."""
    text, problems = decode(data, "nl.md")
    assert not INVALID.search(text)
    assert "\r" not in text
    if not problems:
        assert text == data.decode().lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
