"""The pages for contributors agree with the repository."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import draw_imports

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted((ROOT / "docs" / "contributing").glob("*.md"))
FOLDERS = ("", "plugins/noticeboard/", "plugins/noticeboard/pages/announcements/")
PATH = re.compile(r"`((?:plugins|theme|tests|tools|docs|pages|formats|fields|site|checks|exchange)/[\w./-]+\w)/?`")


def test_the_picture_of_imports_is_current() -> None:
    """Run `python tools/draw_imports.py` if this fails."""
    assert draw_imports.PICTURE.read_text(encoding="utf-8") == draw_imports.drawing()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_path_that_is_named_exists(page: Path) -> None:
    """Recipes name existing files; NAME and uk stand for what the reader adds."""
    named = PATH.findall(page.read_text(encoding="utf-8"))
    fixed = [path for path in named if "NAME" not in path and "uk." not in path]
    assert [path for path in fixed if not any((ROOT / folder / path).exists() for folder in FOLDERS)] == []
