"""Controlled terms and their labels."""

from __future__ import annotations

import pytest

from noticeboard.model import Location, Problem, Severity, Term, Vocabulary
from noticeboard.sources.vocabulary import read_vocabulary
from noticeboard.sources.yaml12 import load

PATH = "vocabularies/key_competences.yml"


def read(text: str) -> tuple[Vocabulary, tuple[Problem, ...]]:
    """The vocabulary of a file with that text."""
    return read_vocabulary("key_competences", load(text, PATH))


def test_terms_keep_the_order_of_the_file() -> None:
    """Terms are in the file's order, labels in that of their languages' codes."""
    text = (
        "personal:\n  labels: {sv: Personlig, en: Personal}\n  uri: https://example.org/personal\n"
        "digital:\n  labels: {en: Digital}\n  broader: personal\n  descriptions: {nl: Over apparaten}\n"
        "  synonyms: {nl: [ict, computers], en: IT}\n"
    )
    assert read(text) == (
        Vocabulary(
            "key_competences",
            (
                Term(
                    "personal",
                    (("en", "Personal"), ("sv", "Personlig")),
                    "https://example.org/personal",
                    location=Location(PATH, 1),
                ),
                Term(
                    "digital",
                    (("en", "Digital"),),
                    broader=("personal",),
                    descriptions=(("nl", "Over apparaten"),),
                    synonyms=(("en", ("IT",)), ("nl", ("ict", "computers"))),
                    location=Location(PATH, 4),
                ),
            ),
        ),
        (),
    )


def test_addresses_spell_the_name_with_hyphens() -> None:
    """An underscore in a vocabulary's file name is a hyphen in addresses."""
    assert Vocabulary("key_competences", ()).slug == "key-competences"


def test_norwegian_may_label_a_term() -> None:
    """The language code `no` is text in YAML 1.2."""
    assert read("a:\n  labels: {no: Skole}")[0].terms[0].labels == (("no", "Skole"),)


def test_several_broader_terms_are_a_list() -> None:
    """`broader` holds one id or several."""
    text = "a: {labels: {en: A}}\nb: {labels: {en: B}}\nc: {labels: {en: C}, broader: [b, a]}"
    assert read(text)[0].terms[2].broader == ("b", "a")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("teacher: Teacher", [(1, 10, "wrong-type")]),
        ("teacher:", [(1, 9, "empty-value")]),
        ("teacher:\n  uri: https://example.org/", [(2, 3, "missing-key")]),
        ("teacher:\n  labels: {}", [(2, 11, "empty-value")]),
        ("teacher:\n  labels: {en: }", [(2, 16, "empty-value")]),
        ("teacher:\n  labels: {english!: Teacher}", [(2, 12, "wrong-language")]),
        ("teacher:\n  label: {en: Teacher}", [(2, 3, "missing-key"), (2, 3, "unknown-key")]),
        ("teacher:\n  labels: {en: T}\n  uri: http://example.org/", [(3, 8, "unsafe-address")]),
        ("Head Teacher:\n  labels: {en: T}", [(1, 1, "wrong-name")]),
        ('"":\n  labels: {en: T}', [(1, 1, "wrong-name")]),
        ("aux:\n  labels: {en: T}", [(1, 1, "unportable-name")]),
        ("teacher:\n  labels: {en: T}\n  broader: staff", [(3, 12, "unknown-term")]),
        ("- teacher", [(1, 1, "not-a-mapping")]),
    ],
)
def test_a_fault_is_reported_at_its_place(text: str, expected: list[tuple[int, int, str]]) -> None:
    """At its line and column."""
    assert [(p.location.line, p.location.column, p.name) for p in sorted(read(text)[1])] == expected


def test_a_faulty_term_does_not_hide_the_others() -> None:
    """Valid terms are read, and the ids of faulty ones stay known."""
    vocabulary, problems = read("a:\nb: {labels: {en: B}}\nc: 5\n")
    assert ([t.id for t in vocabulary.terms], len(problems)) == (["a", "b", "c"], 2)


def test_an_empty_vocabulary_has_no_terms() -> None:
    """And no problem."""
    assert read("# nothing yet\n") == (Vocabulary("key_competences", ()), ())


def test_a_key_twice_is_an_error() -> None:
    """Neither term wins silently."""
    problems = read("a: {labels: {en: A}}\na: {labels: {en: B}}")[1]
    assert [(p.location.line, p.severity, p.name) for p in problems] == [(2, Severity.ERROR, "duplicate-key")]
