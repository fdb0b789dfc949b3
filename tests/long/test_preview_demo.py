"""A preview of the example platform: edits appear, and the server answers meanwhile."""

from __future__ import annotations

from pathlib import Path
from time import perf_counter, sleep
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).resolve().parents[2]
CONTENT = ROOT / "content"
TEXT = "content/surveys/school-mentoring/en.md"
PAGE = "en/surveys/school-mentoring/"
BOUND = 600


@pytest.mark.long
def test_edits_of_the_demo_appear_while_pages_are_served(preview: Callable) -> None:
    """Until an edit appears, complete pages are served; benchmarks/preview.py measures how soon."""
    found = preview({f"content/{p.relative_to(CONTENT)}": p.read_bytes() for p in CONTENT.rglob("*") if p.is_file()})
    found.until(lambda state: state["build"].endswith("-1"))
    text = (found.root / TEXT).read_text(encoding="utf-8").rstrip()
    for number in range(3):
        words = f"Sentence {number} of an edit."
        found.write({TEXT: f"{text}\n\n{words}\n"})
        ends = perf_counter() + BOUND
        while words not in (shown := found.get(PAGE)[1]):
            assert "</html>" in shown
            assert perf_counter() < ends
            sleep(0.02)
