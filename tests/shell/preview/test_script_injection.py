"""The preview's script in a page."""

from __future__ import annotations

import pytest

from noticeboard.shell.preview.script_injection import injected

SCRIPT = b'<script src="/_preview/preview.js" data-build="a-1" defer></script>'


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (b"<head><title>A</title></head><body>", b"<head><title>A</title>" + SCRIPT + b"</head><body>"),
        (b"<head></HEAD ><pre></head></pre>", b"<head>" + SCRIPT + b"</HEAD ><pre></head></pre>"),
        (b"<p>No head", b"<p>No head" + SCRIPT),
        (b"", SCRIPT),
    ],
    ids=["head", "other case", "none", "empty"],
)
def test_the_script_is_once_in_the_head(page: bytes, expected: bytes) -> None:
    """It is the last element of the head, or of the page if there is no head."""
    assert injected(page, "a-1") == expected


def test_the_build_is_text() -> None:
    """The attribute's value cannot end the attribute."""
    assert b'data-build="&#34;&gt;"' in injected(b"", '">')


def test_a_comparison_is_offered_as_an_address() -> None:
    """The script gets its address as text; without one there is no attribute."""
    assert b' data-comparison="/_preview/compare/a/nl" defer>' in injected(b"", "a-1", "_preview/compare/a/nl")
    assert b'data-comparison="/&#34;&gt;"' in injected(b"", "a-1", '">')
