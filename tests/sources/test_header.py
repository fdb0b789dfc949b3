"""The schema of a version's front matter."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from noticeboard.fields.front_matter_keys import Header
from noticeboard.model import Location, Problem, Severity, Stamp
from noticeboard.report import sentences
from noticeboard.sources.front_matter import parse
from noticeboard.sources.header import HeaderReading, read_header

PATH = "surveys/a/en.md"
VOCABULARIES = ("audience", "tags")


def reading(keys: str) -> HeaderReading:
    """The result of reading a file whose keys begin in line 2."""
    front = parse(f"---\n{keys}\n---\nText.\n", PATH)
    assert front.problems == ()
    return read_header(front.values, front.locations, front.key_places, VOCABULARIES, front.unread)


def read(keys: str) -> tuple[Header, tuple[Problem, ...]]:
    """Its header and problems."""
    found = reading(keys)
    return found.header, found.problems


def faults(keys: str) -> list[tuple[int, int, str]]:
    """Line, column and name of every problem in the keys, which begin in line 2."""
    return [(p.location.line, p.location.column, p.name) for p in sorted(read(keys)[1])]


def typed(keys: str) -> Header:
    """The header for valid keys."""
    header, problems = read(keys)
    assert problems == ()
    assert header is not None
    return header


def test_every_key_is_typed() -> None:
    """All keys of a complete version become dates, numbers, tuples and stamps."""
    assert typed(
        "title: Mentoring\nsummary: Short.\nimage_alt: Hands\nstatus: draft\nupdated: 2023-01-12\n"
        "translates: {language: en, digest: 'v1:ab'}\nignore: {late: holidays}\npublished: 2023-01-10\n"
        "opens: 2023-01-10\ndeadline: 2023-02-19T17:00+01:00\nsurvey: https://example.org/s?language={lang}\n"
        "questionnaire_languages: [nl, sv]\nduration: 15\nprivacy: https://example.org/p\nresults_of: a\n"
        "image: a.jpg\nimage_credit: Ann / Archive\nlanguages: [nl, en]\nexpected: {sv: 2023-02-01, fi: 2023-03-01}\n"
        "moved_from: [surveys/old, old]\naudience: [teacher]\ntags: []\n"
    ) == Header(
        title="Mentoring",
        summary="Short.",
        image_alt="Hands",
        status="draft",
        updated=date(2023, 1, 12),
        translates=Stamp("en", "v1:ab"),
        ignore=(("late", "holidays"),),
        published=date(2023, 1, 10),
        opens=date(2023, 1, 10),
        deadline=datetime(2023, 2, 19, 17, tzinfo=timezone(timedelta(hours=1))),
        survey="https://example.org/s?language={lang}",
        questionnaire_languages=("nl", "sv"),
        duration=15,
        privacy="https://example.org/p",
        results_of=("a",),
        image="a.jpg",
        image_credit="Ann / Archive",
        languages=("nl", "en"),
        expected=(("fi", date(2023, 3, 1)), ("sv", date(2023, 2, 1))),
        moved_from=("surveys/old", "old"),
        terms=(("audience", ("teacher",)), ("tags", ())),
    )


def test_absent_keys_are_none() -> None:
    """A version with only a title states nothing else."""
    assert typed("title: T") == Header(title="T")


def test_a_plain_translates_is_unstamped() -> None:
    """`translates: en` names the original without a digest."""
    assert typed("title: T\ntranslates: en").translates == Stamp("en", "")


def test_an_empty_alt_is_kept() -> None:
    """`image_alt: ""` marks a decorative picture, which differs from no alternative text."""
    assert typed('title: T\nimage_alt: ""').image_alt == ""


def test_text_is_one_line_in_nfc() -> None:
    """Titles are one line of text in Unicode NFC, however they were typed and folded."""
    assert typed("title: >-\n  Enque\u0302te  over\n  mentoring\n").title == "Enquête over mentoring"


def test_an_instant_in_utc_is_aware() -> None:
    """A deadline with Z keeps its offset."""
    assert typed("title: T\ndeadline: 2023-02-19T16:00:00Z").deadline == datetime(2023, 2, 19, 16, tzinfo=UTC)


def test_norwegian_is_a_language() -> None:
    """`no` is text in YAML 1.2, so it can be a language code."""
    assert typed("title: T\nlanguages: [no, en]").languages == ("no", "en")


def test_an_unknown_key_gets_the_nearest_known_one() -> None:
    """The problem is at the misspelt key and names the nearest known one."""
    assert [
        (p.location, p.severity, p.name, p.full_message, sentences(p)[1])
        for p in read("title: T\ndeadlin: 2023-02-19")[1]
    ] == [
        (
            Location(PATH, 3, 1),
            Severity.ERROR,
            "unknown-key",
            "The key 'deadlin' is not known here.",
            "Did you mean 'deadline'?",
        )
    ]


@pytest.mark.parametrize(
    ("keys", "nearest"),
    [("title: T\naudiance: [x]", "audience"), ("title: T\ntranslates: {languages: en}", "language")],
    ids=["vocabulary", "nested"],
)
def test_the_nearest_known_key_is_one_of_its_mapping(keys: str, nearest: str) -> None:
    """Vocabularies are known keys too; inside a mapping only its own keys count."""
    problem = next(p for p in read(keys)[1] if p.name == "unknown-key")
    assert sentences(problem)[1] == f"Did you mean {nearest!r}?"


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ("summary: S", [(2, 1, "missing-key")]),
        ("title:", [(2, 1, "empty-value")]),
        ('title: ""', [(2, 8, "empty-value")]),
        ("title: 3", [(2, 8, "wrong-type")]),
        ("title: [a]", [(2, 8, "wrong-type")]),
        ("title: T\nimage_alt:", [(3, 1, "empty-value")]),
        ("title: T\nimage_alt: null", [(3, 1, "empty-value")]),
        ("title: T\nstatus: final", [(3, 9, "wrong-status")]),
        ("title: T\npublished: 19 February", [(3, 12, "wrong-date")]),
        ("title: T\npublished: 2023-02-31", [(3, 12, "impossible-date")]),
        ("title: T\npublished: 0001-01-01", [(3, 12, "impossible-date")]),
        ("title: T\ndeadline: 9999-12-31", [(3, 11, "impossible-date")]),
        ("title: T\ndeadline: 9999-12-31T23:00-10:00", [(3, 11, "impossible-date")]),
        ("title: T\npublished: 2023-02-19T12:00Z", [(3, 12, "wrong-date")]),
        ("title: T\npublished: 20230219", [(3, 12, "wrong-date")]),
        ("title: T\ndeadline: 2023-02-19T12:00", [(3, 11, "wrong-date")]),
        ("title: T\ndeadline: 2023-02-19T25:00Z", [(3, 11, "impossible-date")]),
        ("title: T\nsurvey: http://example.org/", [(3, 9, "unsafe-address")]),
        ("title: T\nsurvey: javascript:alert(1)", [(3, 9, "unsafe-address")]),
        ("title: T\nprivacy: https://me:secret@example.org/", [(3, 10, "unsafe-address")]),
        ("title: T\nprivacy: 'https:///a'", [(3, 10, "unsafe-address")]),
        ("title: T\nsurvey: 5", [(3, 9, "wrong-type")]),
        ("title: T\nduration: 15 minutes", [(3, 11, "wrong-type")]),
        ("title: T\nduration: true", [(3, 11, "wrong-type")]),
        ("title: T\nduration: 0", [(3, 11, "wrong-type")]),
        ("title: T\nduration: 1440", []),
        ("title: T\nduration: 1441", [(3, 11, "wrong-type")]),
        ("title: T\nlanguages: nl", [(3, 12, "wrong-type")]),
        ("title: T\nlanguages: []", [(3, 12, "empty-value")]),
        ("title: T\nlanguages: [nl, nl]", [(3, 12, "repeated-entry")]),
        ("title: T\nlanguages: [nl, dutch!]", [(3, 17, "wrong-language")]),
        ("title: T\nimage: ../b/photo.jpg", [(3, 8, "path-leaves-folder")]),
        ("title: T\nimage: /etc/passwd", [(3, 8, "path-leaves-folder")]),
        ("title: T\nimage: 'a\\b.jpg'", [(3, 8, "path-leaves-folder")]),
        ("title: T\nmoved_from: [../old]", [(3, 14, "wrong-address")]),
        ("title: T\nmoved_from: surveys/old", [(3, 13, "wrong-type")]),
        ("title: T\nresults_of: surveys/A b", [(3, 13, "wrong-type")]),
        ("title: T\naudience: teacher", [(3, 11, "wrong-type")]),
        ("title: T\naudience: [teacher, teacher]", [(3, 11, "repeated-entry")]),
        ("title: T\naudience:", [(3, 1, "empty-value")]),
        ("title: T\nexpected: {sv: soon}", [(3, 16, "wrong-date")]),
        ("title: T\nexpected: {swedish!: 2023-02-01}", [(3, 12, "wrong-language")]),
        ("title: T\nexpected: [sv]", [(3, 11, "wrong-type")]),
        ("title: T\nignore: late", [(3, 9, "wrong-type")]),
        ("title: T\ntranslates: {digest: x}", [(3, 13, "missing-key")]),
        ("title: T\ntranslates: 7", [(3, 13, "wrong-type")]),
        ("titel: T\npublished: never", [(2, 1, "unknown-key"), (3, 12, "wrong-date")]),
    ],
)
def test_a_fault_is_reported_at_its_place(keys: str, expected: list[tuple[int, int, str]]) -> None:
    """Each wrong value at its line and column, all at once."""
    assert faults(keys) == expected


def test_every_problem_says_what_to_do() -> None:
    """Each hint is one or more whole sentences."""
    keys = "titel: T\npublished: never\nsurvey: ftp://example.org\nduration: []\naudience: {a: b}\nexpected: {x: 1}"
    problems = read(keys)[1]
    assert [
        p.name for p in problems if not (p.full_message.endswith(".") and sentences(p)[1].endswith((".", "?")))
    ] == []


KEYS = st.sampled_from(sorted({*Header.__struct_fields__, "audience", "tags", "other"} - {"terms"}))
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20) | st.dates().map(str),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=4,
)


@given(st.dictionaries(KEYS, VALUES, max_size=6))
def test_any_values_give_a_header_or_problems(values: dict[str, object]) -> None:
    """Never an exception."""
    # JSON is also YAML.
    keys = "".join(f"{key}: {json.dumps(value)}\n" for key, value in values.items())
    front = parse(f"---\n{keys}---\n", PATH)
    found = read_header(front.values, front.locations, front.key_places, VOCABULARIES, front.unread)
    assert found.header.title or found.problems + front.problems


@pytest.mark.parametrize(
    ("keys", "title", "day", "terms", "faulty"),
    [
        ("title: T\ndeadline: 18/12/2026\naudience: [a]", "T", None, ("a",), ("deadline",)),
        ("title:\ndeadline: 2026-12-18\naudience: [a]", "", date(2026, 12, 18), ("a",), ("title",)),
        ("Title: T\ndeadline: 2026-12-18\naudience: {a: b}", "", date(2026, 12, 18), None, ("audience", "title")),
        ("title: T\ndate: 2026-12-18\nPrivacy: x", "T", None, None, ("privacy", "published")),
        ("deadline: 2026-12-18", "", date(2026, 12, 18), None, ()),
    ],
)
def test_readable_values_are_read_and_the_rest_is_named(
    keys: str, title: str, day: date | None, terms: tuple[str, ...] | None, faulty: tuple[str, ...]
) -> None:
    """A wrong value hides no other, and the result says what is missing because of it."""
    found = reading(keys)
    assert (found.header.title, found.header.deadline) == (title, day)
    assert (dict(found.header.terms).get("audience"), found.faulty) == (terms, faulty)
