"""The meaning of a link's target."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from noticeboard.markdown.render.link_targets import LinkTarget, classify

FOLDER = "surveys/school-mentoring"


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("https://example.org/a?b=c#d", LinkTarget("web", "https://example.org/a?b=c#d")),
        ("mailto:info@example.org", LinkTarget("web", "mailto:info@example.org")),
        ("#part", LinkTarget("fragment", fragment="part")),
        ("#caf%C3%A9", LinkTarget("fragment", fragment="café")),
        ("{survey}", LinkTarget("survey")),
        ("{deadline}", LinkTarget("deadline")),
        ("../other-survey/", LinkTarget("announcement", "surveys/other-survey")),
        ("../other-survey", LinkTarget("announcement", "surveys/other-survey")),
        ("../other-survey/nl.md", LinkTarget("announcement", "surveys/other-survey")),
        ("../other-survey/nl.md#part", LinkTarget("announcement", "surveys/other-survey", "part")),
        ("../other-survey/#part", LinkTarget("announcement", "surveys/other-survey", "part")),
        ("../../results/outcome/", LinkTarget("announcement", "results/outcome")),
        ("../../pages/about/", LinkTarget("announcement", "pages/about")),
        ("nl.md", LinkTarget("announcement", FOLDER)),
        ("./", LinkTarget("announcement", FOLDER)),
        ("../", LinkTarget("listing", "surveys")),
        ("../../news/", LinkTarget("listing", "news")),
        ("../../", LinkTarget("front")),
        ("questions.pdf", LinkTarget("file", f"{FOLDER}/questions.pdf")),
        ("de%20vragen.pdf", LinkTarget("file", f"{FOLDER}/de vragen.pdf")),
        ("../other-survey/questions.pdf", LinkTarget("file", "surveys/other-survey/questions.pdf")),
        ("{filename}../other-survey/nl.md", LinkTarget("announcement", "surveys/other-survey")),
        ("|filename|/news/a/en.md#part", LinkTarget("announcement", "news/a", "part")),
        ("{static}questions.pdf", LinkTarget("file", f"{FOLDER}/questions.pdf")),
        ("{static}/surveys/b/questions.pdf", LinkTarget("file", "surveys/b/questions.pdf")),
    ],
)
def test_a_target_is_understood_from_its_folder(written: str, expected: LinkTarget) -> None:
    """It is an address, a place in the text, or something in the content folder, relative to the text's folder."""
    assert classify(written, FOLDER) == expected


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("http://example.org/", "unsafe-address"),
        ("ftp://example.org/", "unsafe-address"),
        ("//example.org/", "unsafe-address"),
        ("javascript:alert(1)", "unsafe-address"),
        ("JavaScript:alert(1)", "unsafe-address"),
        ("data:text/html,hello", "unsafe-address"),
        ("https:example.org", "unsafe-address"),
        ("https://", "unsafe-address"),
        ("https://me:secret@example.org/", "unsafe-address"),
        ("https://example.org:port/", "unsafe-address"),
        ("mailto:nobody", "unsafe-address"),
        ("mailto:a@example.org?bcc=b@example.org", "unsafe-address"),
        ("../../../elsewhere/en.md", "path-leaves-folder"),
        ("%2e%2e/%2e%2e/%2e%2e/elsewhere/", "path-leaves-folder"),
        ("{filename}/../elsewhere/en.md", "path-leaves-folder"),
        ("{static}../../../secret.pdf", "path-leaves-folder"),
        ("/surveys/other/", "broken-link"),
        ("jane@example.org", "broken-link"),
        ("www.example.org", "broken-link"),
        ("www.example.org/a/?b=c#d", "broken-link"),
        ("..\\other\\", "broken-link"),
        ("../other/?lang=nl", "broken-link"),
        ("{questionnaire}", "broken-link"),
        ("", "broken-link"),
        (" ", "broken-link"),
    ],
)
def test_a_bad_target_is_a_problem(written: str, name: str) -> None:
    """Anything but https, outside the content folder, or malformed is reported by name."""
    assert (classify(written, FOLDER).kind, classify(written, FOLDER).name) == ("bad", name)


@given(st.text(max_size=40))
def test_any_target_is_safe_or_bad(written: str) -> None:
    """Each is an https or mail address, inside the content folder, or refused."""
    target = classify(written, FOLDER)
    if target.kind == "web":
        assert target.value.startswith(("https://", "mailto:"))
    elif target.kind in ("announcement", "listing", "file"):
        assert ".." not in target.value.split("/")
    else:
        assert target.kind in ("bad", "fragment", "survey", "deadline", "front")
