"""A draft of a translation may contain the original's words, because its translator knows about them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from noticeboard.checks.rule_runner import site_findings

if TYPE_CHECKING:
    from collections.abc import Callable

ENGLISH = """\
---
title: School starts on Monday for all pupils
published: 2023-01-10
image: a.png
image_credit: Ann
image_alt: Children walk through the gate of a school
---

All schools in the country open their doors again next week, and every pupil is welcome on the first day.

The first lesson begins at nine in the morning, and parents may stay until the bell rings for the second time.
"""
WHOLE = ENGLISH.replace("image: a.png\nimage_credit: Ann\n", "").replace("published: 2023-01-10\n", "{}")
PART = WHOLE.replace("All schools", "Alle scholen").replace("School starts", "De school begint")


@pytest.mark.parametrize("text", [WHOLE, PART], ids=["whole", "part"])
@pytest.mark.parametrize(
    ("keys", "quiet"),
    [
        ("translates: en\nstatus: draft\n", True),
        ("translates: en\n", False),
        ("status: draft\n", False),
    ],
)
def test_words_of_the_original_are_reported_outside_draft_translations(
    link_site: Callable, text: str, keys: str, *, quiet: bool
) -> None:
    """They are reported in a published version, and in a draft that names no original."""
    linked = link_site({"surveys/a/en.md": ENGLISH, "surveys/a/nl.md": text.format(keys)})
    names = {p.name for p in site_findings(linked.site)}
    found = names & {"identical-version", "untranslated-text", "untranslated-alt", "other-language"}
    assert (not found) == quiet
