"""A text's easy-to-read and sign language versions: files beside it, or addresses."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

TEXT = "---\ntitle: T\npublished: 2023-01-10\n{}\n---\n\nText.\n"
PLATFORM = {"platform.yml": "languages: [nl]\ndefault_language: nl\n"}
VIDEO = "https://example.org/video"


def test_they_are_at_the_top_and_files_are_published(site_builder: Callable) -> None:
    """Both are links below the title; files beside the text are published with it."""
    keys = f"easy_read: easy.pdf\nsign_language: {VIDEO}"
    files = {"news/a/nl.md": TEXT.format(keys), "news/a/easy.pdf": "%PDF-1.4\n"}
    run = site_builder({**PLATFORM, **files})
    assert run.code == 0, run.stderr
    page = (run.output / "nl" / "news" / "a" / "index.html").read_text(encoding="utf-8")
    top = page[page.index("<h1") : page.index('class="body"')]
    assert f'href="{VIDEO}"' in top
    (easy,) = re.findall(r'href="/(media/news/a/easy[^"]*pdf)"', top)
    assert (run.output / easy).exists()


@pytest.mark.parametrize(
    ("key", "problem"),
    [
        ("easy_read: none.pdf", "broken-link"),
        ("easy_read: ../other/easy.pdf", "path-leaves-folder"),
        ("sign_language: http://example.org/video", "unsafe-address"),
        ("sign_language: 5", "wrong-type"),
    ],
)
def test_a_missing_or_unsafe_target_is_an_error(site_builder: Callable, key: str, problem: str) -> None:
    """At its own line, as for links of a text."""
    run = site_builder({**PLATFORM, "news/a/nl.md": TEXT.format(key)})
    assert run.code == 1
    assert "news/a/nl.md:4:" in run.stderr
    assert f"error[{problem}]" in run.stderr
