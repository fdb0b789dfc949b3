"""A translation of a translation is compared with its own source, and knows whether that is current."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from noticeboard.markdown.segments.stamps import stamp
from noticeboard.site.segment_texts import segmented
from noticeboard.site.translation_state import TranslationState, version_state

if TYPE_CHECKING:
    from collections.abc import Callable

TODAY = date(2026, 12, 1)
HEAD = "---\ntitle: {title}\n{keys}---\n\n{body}\n"
FACTS = "published: 2023-01-10\ndeadline: 2023-02-19\n"
ENGLISH = HEAD.format(title="School starts", keys=FACTS, body="All pupils come on Monday.")
CHANGED = ENGLISH.replace("Monday", "Tuesday")


def stamped(text: str, lang: str) -> str:
    """The key that stamps a version with that text."""
    return f'translates: {{language: {lang}, digest: "{stamp([p.segment for p in segmented(text.encode())])}"}}\n'


DUTCH = HEAD.format(title="De school begint", keys=stamped(ENGLISH, "en"), body="Alle leerlingen komen maandag.")
SWEDISH = HEAD.format(title="Skolan börjar", keys=stamped(DUTCH, "nl"), body="Alla elever kommer på måndag.")


@pytest.mark.parametrize(
    ("english", "dutch", "state", "behind"),
    [
        (ENGLISH, DUTCH, TranslationState.CURRENT, ""),
        (CHANGED, DUTCH, TranslationState.CURRENT, "nl"),
        (ENGLISH, DUTCH.replace("maandag", "dinsdag"), TranslationState.OUTDATED, ""),
        (CHANGED, DUTCH.replace("maandag", "dinsdag"), TranslationState.OUTDATED, "nl"),
        (ENGLISH, DUTCH.replace(stamped(ENGLISH, "en"), "translates: en\n"), TranslationState.CURRENT, "nl"),
    ],
    ids=["all current", "the original changed", "the translation changed", "both changed", "the translation unstamped"],
)
def test_a_relay_is_compared_with_what_it_translates(
    link_site: Callable, english: str, dutch: str, state: TranslationState, behind: str
) -> None:
    """A change of the original outdates the relay's source; a change of that source outdates the relay."""
    files = {"surveys/a/en.md": english, "surveys/a/nl.md": dutch, "surveys/a/sv.md": SWEDISH}
    announcement = link_site(files, today=TODAY).site.every["surveys/a"]
    found = version_state(announcement, "sv", TODAY)
    assert (found.state, found.original, found.behind) == (state, "nl", behind)


def test_readers_of_a_relay_are_led_to_the_original(make_pages: Callable) -> None:
    """Whichever text in between has changed."""
    files = {"surveys/a/en.md": CHANGED, "surveys/a/nl.md": DUTCH, "surveys/a/sv.md": SWEDISH}
    page = make_pages(files)["sv/surveys/a/"]
    assert (page.original, page.outdated.hreflang) == ("en", "en")
    assert make_pages(files | {"surveys/a/en.md": ENGLISH})["sv/surveys/a/"].outdated is None


def test_ids_of_headings_come_from_the_nearest_text_that_has_them(make_pages: Callable) -> None:
    """Links to a part of the original work in a relay."""
    files = {
        "surveys/a/en.md": ENGLISH + "\n## Who {#who}\n\nAll.\n\n## When {#when}\n\nNow.\n",
        "surveys/a/nl.md": DUTCH + "\n## Wie\n\nAllen.\n\n## Wanneer {#dag}\n\nNu.\n",
        "surveys/a/sv.md": SWEDISH + "\n## Vem\n\nAlla.\n\n## När\n\nNu.\n",
    }
    page = make_pages(files)["sv/surveys/a/"]
    html = repr(page.prose)
    assert 'id="who"' in html
    assert 'id="dag"' in html
