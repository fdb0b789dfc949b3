"""The segments of a file read alone equal those of the parsed version."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from noticeboard.site.segment_texts import segmented
from noticeboard.site.version_parser import parse_source

if TYPE_CHECKING:
    from noticeboard.markdown.render.engine import Engine

TEXT = """\
---
title: "A  survey on
  reading"
summary: >-
  One
  sentence.
survey: https://example.org/ask
image_alt: ""
---

See [this](https://example.org/ask).

* one
* two
"""


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_both_ways_of_reading_agree(engine: Engine, end: str) -> None:
    """On kinds, lines, words and digests; front matter without words has none."""
    data = TEXT.replace("\n", end).encode()
    found = segmented(data, "surveys/a/en.md")
    source = parse_source(data, "surveys/a/en.md", [], engine).source
    assert [piece.segment.kind for piece in found] == ["title", "summary", "paragraph", "list"]
    assert source is not None
    assert tuple(piece.segment for piece in found) == source.segments


@pytest.mark.parametrize(
    "data", [b"", b"\xff\xfe", b"Text.\n", b"---\ntitle: [\n---\nText.\n", b"---\ntitle: 1\n---\n"]
)
def test_a_broken_file_is_no_error(data: bytes) -> None:
    """Files in git's history may be wrong."""
    assert len(segmented(data)) <= 1
