"""Problems that only follow from an unreadable file."""

from __future__ import annotations

import pytest

from noticeboard.fields.front_matter_keys import Header
from noticeboard.model import Location, Problem, Term, Vocabulary, error, warning
from noticeboard.site.consequences import without_consequences
from noticeboard.site.partial_version import PartialVersion
from noticeboard.site.source import Source

TAGS = Vocabulary("tags", (Term("school", ()),))
EMPTY = Vocabulary("tags", ())
HERE = Location("surveys/a/nl.md", 9)


def missing(name: str, **values: str) -> Problem:
    """A problem with how parts fit together, in the survey a."""
    return error(HERE, name, "What.", "Do.", **values)


def fault(path: str, name: str = "malformed-yaml") -> Problem:
    """An error in the file at that path."""
    return error(Location(path, 3), name, "What.", "Do.")


ANNOUNCEMENT = missing("broken-link", announcement="surveys/b")
FOLLOWING = [
    (ANNOUNCEMENT, fault("surveys/b/sv.md")),
    (ANNOUNCEMENT, fault("surveys/b", "wrong-name")),
    (ANNOUNCEMENT, fault("surveis/b/nl.md", "unknown-kind")),
    (missing("broken-link", survey="b"), fault("surveys/b/sv.md")),
    (missing("broken-link", file="surveys/b/x.pdf"), fault("surveys/b/x.pdf", "unreadable-file")),
    (missing("missing-version", path="surveys/b/sv.md"), fault("surveys/b/sv.md")),
    (missing("broken-fragment", path="surveys/b/nl.md"), fault("surveys/b/sv.md")),
    (missing("missing-key", key="deadline"), fault("surveys/a/sv.md")),
    (missing("missing-language", language="sv"), fault("surveys/a/sv.md")),
    (missing("missing-original", language="sv"), fault("surveys/a/sv.md")),
    (missing("missing-image", file="x.png"), fault("surveys/a/x.png", "unreadable-file")),
    (error(Location("surveys/a/x.pdf"), "unused-file", "What.", "Do."), fault("news/c/nl.md")),
    (ANNOUNCEMENT, fault("platform.yml")),
    (missing("address-collision"), fault("platform.yml")),
    (missing("broken-link", kind="news"), fault("/project/settings.py")),
    (missing("unknown-term", vocabulary="tags"), fault("vocabularies/tags.yml")),
]
STANDING = [
    (ANNOUNCEMENT, fault("surveys/bb/sv.md")),
    (ANNOUNCEMENT, fault("surveys/a/sv.md")),
    (ANNOUNCEMENT, fault("results/b/sv.md")),
    (ANNOUNCEMENT, fault("vocabularies/tags.yml")),
    (missing("broken-link", kind="news"), fault("surveys/a/sv.md")),
    (missing("broken-link", file="surveys/b/x.pdf"), fault("surveys/b/sv.md")),
    (missing("missing-version", path="surveys/b/nl.md"), fault("surveys/b/sv.md")),
    (missing("broken-fragment", path="surveys/b/nl.md"), fault("surveys/a/sv.md")),
    (missing("missing-key", key="deadline"), fault("surveys/b/sv.md")),
    (missing("missing-image", file="x.png"), fault("surveys/a/sv.md")),
    (error(Location("surveys/a/x.pdf"), "unused-file", "What.", "Do."), fault("surveys/a/x.png", "unsafe-svg")),
    (missing("address-collision"), fault("surveys/a/sv.md")),
    (missing("versions-disagree"), fault("platform.yml")),
    (ANNOUNCEMENT, warning(Location("surveys/b/sv.md"), "removed-html", "What.", "Do.")),
]


@pytest.mark.parametrize(("problem", "unread"), FOLLOWING)
def test_possible_consequences_of_an_unread_file_are_left_out(problem: Problem, unread: Problem) -> None:
    """They may be gone once the file can be read."""
    assert without_consequences([problem], [unread], [EMPTY], {}) == ()


@pytest.mark.parametrize(("problem", "unread"), STANDING)
def test_every_other_problem_stays(problem: Problem, unread: Problem) -> None:
    """Problems that have nothing to do with the unreadable file are reported."""
    assert without_consequences([problem], [unread], [EMPTY], {}) == (problem,)


def test_terms_stay_unknown_where_their_vocabulary_was_read() -> None:
    """A vocabulary with an error keeps its terms, so others are unknown."""
    problem = missing("unknown-term", vocabulary="tags")
    faults = [fault("vocabularies/tags.yml")]
    assert without_consequences([problem], faults, [TAGS], {}) == (problem,)
    assert without_consequences([problem], [], [EMPTY], {}) == (problem,)


def version(*faulty: str, joins: bool = True, broken_text: bool = False) -> dict[str, PartialVersion]:
    """The Swedish version of the survey a; these keys could not be read."""
    source = Source("surveys/a/sv.md", "surveys", "a", "sv", Header(), "", "", "")
    return {source.path: PartialVersion(source, faulty, joins, broken_text)}


@pytest.mark.parametrize(
    ("problem", "partial", "told"),
    [
        (missing("missing-key", key="deadline"), version("deadline"), False),
        (missing("missing-key", key="audience"), version("deadline"), True),
        (missing("missing-key", key="audience"), version("deadline", joins=False), False),
        (missing("missing-credit", file="x.png"), version("image_credit"), False),
        (missing("missing-credit", file="x.png"), version("image"), True),
        (missing("broken-link", survey="a"), version("deadline"), False),
        (missing("broken-link", survey="a"), version("audience"), True),
        (error(Location("surveys/a/x.png"), "unused-file", "What.", "Do."), version("image"), False),
        (error(Location("surveys/a/x.png"), "unused-file", "What.", "Do."), version(broken_text=True), False),
        (error(Location("surveys/a/x.png"), "unused-file", "What.", "Do."), version("deadline"), True),
    ],
)
def test_a_partly_read_version_hides_only_consequences_of_its_faulty_keys(
    problem: Problem, partial: dict[str, PartialVersion], *, told: bool
) -> None:
    """An editor sees everything else at once."""
    assert bool(without_consequences([problem], [fault("surveys/a/sv.md")], [TAGS], partial)) is told
