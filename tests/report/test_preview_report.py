"""The problems in the preview."""

from __future__ import annotations

from noticeboard.model import Location, error, warning
from noticeboard.report import ProblemMessages, as_preview, english

ERROR = error(Location("a/nl.md", 2, 3), "missing-key", "The key '{key}' is missing.", "Add it.", key="title")
WARNING = warning(Location("a/en.md"), "long-title", "The title is long.", "")
DUTCH = {"error": "fout", "Close": "Sluiten", "The key '{key}' is missing.": "De sleutel '{key}' ontbreekt."}


def test_problems_come_in_the_order_of_their_places_with_their_lines() -> None:
    """Each has place, message, hint and excerpt; equal ones are shown once."""
    found = as_preview([ERROR, WARNING, ERROR], {"a/nl.md": "---\n  x: y"}, lambda p: f"content/{p}", english(), "en")
    first, second = found["problems"]
    assert (found["errors"], found["summary"]) == (1, "1 error, 1 warning")
    assert (first["path"], first["label"], first["excerpt"]) == ("content/a/en.md", "warning", "")
    location = (second["path"], second["line"], second["column"])
    assert (location, second["what"], second["todo"]) == (
        ("content/a/nl.md", 2, 3),
        "The key 'title' is missing.",
        "Add it.",
    )
    assert second["excerpt"] == "  2 |   x: y\n    |   ^"


def test_without_problems_there_is_nothing_to_show() -> None:
    """Not even counts."""
    found = as_preview([], {}, str, english(), "en")
    assert (found["errors"], found["summary"], found["problems"]) == (0, "", [])


def test_every_word_is_in_the_editors_language() -> None:
    """Sentences, labels and buttons are in one language, which is named."""
    dutch = ProblemMessages(lambda message: DUTCH.get(message, message), english().ngettext)
    found = as_preview([ERROR], {}, str, dutch, "nl")
    (problem,) = found["problems"]
    assert (found["lang"], found["words"]["close"], problem["label"], problem["what"]) == (
        "nl",
        "Sluiten",
        "fout",
        "De sleutel 'title' ontbreekt.",
    )
