"""Segments, their digests, and what a stamp says about later changes."""

from __future__ import annotations

import pytest

from noticeboard.markdown.segments.segment import Segment, passages, segments_of
from noticeboard.markdown.segments.stamps import Change, changes, digests, stamp
from noticeboard.markdown.source_map.blocks import split

TEXT = """\
The first paragraph says “something” and
goes on. Answer by [18 December 2026]({deadline}).

## Who {#who}

* Teachers
* Head teachers

Take the [questionnaire](https://example.org/ask).
"""


def segments(text: str, survey: str = "https://example.org/ask") -> tuple[Segment, ...]:
    """The segments of a text with a title."""
    return segments_of(passages([("title", "A survey", 2), ("summary", "", 1)], split(text, "", 5)), survey)


def test_segments_are_texts_of_the_front_matter_and_blocks() -> None:
    """The title and each block; an absent summary is none; a list is one."""
    kinds = [(s.kind, s.line) for s in segments(TEXT)]
    assert kinds == [("title", 2), ("paragraph", 5), ("heading", 8), ("list", 10), ("paragraph", 13)]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("and\ngoes", "and goes"),
        ("“something”", '"something"'),
        ("“something”", "« something »"),
        ("[18 December 2026]", "[the eighth of January]"),
        ("[18 December 2026]", "[]"),
        ("* ", "- "),
        ("{#who}", ""),
        ("## Who {#who}", "Who\n---"),
        ("(https://example.org/ask)", "({survey})"),
        ("\n\n## ", "\n\n\n\n## "),
    ],
)
def test_equal_content_has_the_same_digest(old: str, new: str) -> None:
    """Wrapping, quotation marks, list markers and shared facts outdate no translation."""
    assert old in TEXT
    assert stamp(segments(TEXT.replace(old, new))) == stamp(segments(TEXT))


@pytest.mark.parametrize(("old", "new"), [("first", "second"), ("Teachers", "teachers"), ("Who", "Why")])
def test_other_words_have_another_digest(old: str, new: str) -> None:
    """A changed word changes exactly one segment."""
    then, now = digests(stamp(segments(TEXT))), digests(stamp(segments(TEXT.replace(old, new))))
    assert then is not None
    assert now is not None
    assert [change.kind for change in changes(then, now)].count("changed") == 1


def test_white_space_in_code_counts() -> None:
    """Code is compared unchanged."""
    assert stamp(segments("    a  b\n")) != stamp(segments("    a b\n"))


def test_a_title_and_a_paragraph_of_the_same_words_differ() -> None:
    """A title is never matched with a block."""
    title, paragraph = segments("A survey\n")
    assert title.digest != paragraph.digest


def test_changes_name_what_was_added_changed_and_removed() -> None:
    """Each segment once."""
    assert changes("abcd", "axcde") == (
        Change("same", 0, 0),
        Change("changed", 1, 1),
        Change("same", 2, 2),
        Change("same", 3, 3),
        Change("added", -1, 4),
    )
    assert changes("abc", "ac") == (Change("same", 0, 0), Change("removed", 1, -1), Change("same", 2, 1))


@pytest.mark.parametrize("written", ["", "v2:aaaaaaaa", "v1:AAAAAAAA", "v1:aaaa", "aaaaaaaa", "v1:aaaaaaaa-"])
def test_an_unknown_stamp_is_ignored(written: str) -> None:
    """If this program did not write it."""
    assert digests(written) is None


def test_a_stamp_is_read_back() -> None:
    """What is written is read; an empty text has an empty stamp."""
    assert digests(stamp(segments(TEXT))) == tuple(s.digest for s in segments(TEXT))
    assert digests(stamp(())) == ()
