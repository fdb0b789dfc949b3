"""Two things with the same address."""

from __future__ import annotations

from noticeboard.checks.address_collisions import collisions
from noticeboard.model import Location
from noticeboard.pages.output_paths import OutputPath
from noticeboard.report import sentences

SURVEY = OutputPath("nl/surveys/a/index.html", "surveys/a/nl.md", Location("surveys/a/nl.md"))
NEWS = OutputPath("nl/news/c/index.html", "news/c/nl.md", Location("news/c/nl.md"))
FORMER = OutputPath("nl/surveys/a/index.html", "news/c/nl.md", Location("news/c/nl.md", 4, 3), former=True)


def told(*claims: OutputPath) -> list[tuple[Location, str, str]]:
    """The place, message and hint of each problem."""
    problems = collisions(claims)
    assert {(p.name, p.severity) for p in problems} <= {("address-collision", "error")}
    return [(p.location, p.full_message, sentences(p)[1]) for p in problems]


def test_different_addresses_are_no_problem() -> None:
    """Nothing is reported for different addresses or for an empty site."""
    assert (told(SURVEY, NEWS), told()) == ([], [])


def test_a_former_address_gives_way() -> None:
    """A former address that is in use is reported at its line, in whatever order the two are found."""
    expected = [
        (
            Location("news/c/nl.md", 4, 3),
            "Two things claim the address /nl/surveys/a/: {}.",
            "Remove the address from `moved_from`, or rename what has it now.",
        )
    ]
    for claims, sources in (
        ((SURVEY, FORMER), "surveys/a/nl.md, news/c/nl.md (moved_from)"),
        ((FORMER, SURVEY), "news/c/nl.md (moved_from), surveys/a/nl.md"),
    ):
        assert told(*claims) == [(location, what.format(sources), todo) for location, what, todo in expected]


def test_the_platforms_own_pages_stay() -> None:
    """A text at the address of a list is reported with what to do."""
    year = OutputPath("nl/surveys/2023/index.html", "surveys/2023/nl.md", Location("surveys/2023/nl.md"))
    what = "The platform itself has a page or file at the address /nl/surveys/2023/, and so has surveys/2023/nl.md."
    expected = [(Location("surveys/2023/nl.md"), what, "Choose another name.")]
    assert (told(year, OutputPath(year.path)), told(OutputPath(year.path), year)) == (expected, expected)


def test_a_file_is_no_folder() -> None:
    """A file whose path is a folder of other pages is reported."""
    what = "The address /nl/surveys of extra/x is also a folder with other pages."
    file = OutputPath("nl/surveys", "extra/x", Location("extra/x"))
    assert told(SURVEY, file) == [(Location("extra/x"), what, "Give the file another name.")]


def test_the_same_collision_in_all_languages_is_reported_once() -> None:
    """It is reported for the first language."""
    claims = [
        OutputPath(f"{lang}/{path}/index.html", source, Location(source))
        for lang in ("sv", "en", "nl")
        for path in ("surveys/a", "surveys/b")
        for source in ("surveys/a/nl.md", "news/c/nl.md")
    ]
    assert [what.partition(":")[0] for _, what, _ in told(*claims)] == [
        "Two things claim the address /sv/surveys/a/",
        "Two things claim the address /sv/surveys/b/",
    ]
