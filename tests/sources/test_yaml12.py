"""YAML 1.2: values, places, and problems that editors understand."""

from __future__ import annotations

import json

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from noticeboard.model import Location
from noticeboard.report import sentences
from noticeboard.sources import yaml_reader
from noticeboard.sources.yaml12 import Yaml, load

VALID = """\
# The platform
name: {en: Platform, nl: 'Het platform'}
no: on   # a key and a value that YAML 1.1 takes for truth values
deadline: 2023-02-19
labels:
  - "één": 1
    b: ~
  - |
    two
    lines
"""

LOADERS = [getattr(yaml, "CSafeLoader", yaml.SafeLoader), yaml.SafeLoader]


@pytest.fixture(params=LOADERS, ids=["preferred", "python"], autouse=True)
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Runs each test with the parser in C, if it exists, and the one in Python."""
    monkeypatch.setattr(yaml_reader, "LOADER", request.param)


def found(text: str) -> list[tuple[str, int, int]]:
    """Name, line and column of each problem of the text."""
    return [(problem.name, problem.location.line, problem.location.column) for problem in load(text, "en.md").problems]


def test_values() -> None:
    """Mappings, lists and scalars become plain values; dates and YAML 1.1's words stay text."""
    assert load(VALID, "platform.yml").value == {
        "name": {"en": "Platform", "nl": "Het platform"},
        "no": "on",
        "deadline": "2023-02-19",
        "labels": [{"één": 1, "b": None}, "two\nlines\n"],
    }


def test_places() -> None:
    """Each value and key has its line and column, counted in characters from 1."""
    result = load(VALID, "platform.yml", first_line=11)
    at = {loc: (location.line, location.column) for loc, location in result.locations.items()}
    assert at == {
        (): (12, 1),
        ("name",): (12, 7),
        ("name", "en"): (12, 12),
        ("name", "nl"): (12, 26),
        ("no",): (13, 5),
        ("deadline",): (14, 11),
        ("labels",): (16, 3),
        ("labels", 0): (16, 5),
        ("labels", 0, "één"): (16, 12),
        ("labels", 0, "b"): (17, 8),
        ("labels", 1): (18, 5),
    }
    assert result.key_places["labels", 0, "b"] == Location("platform.yml", 17, 5)
    assert sorted(set(result.locations) - set(result.key_places), key=str) == [("labels", 0), ("labels", 1), ()]


@pytest.mark.parametrize("text", ["", "\n\n", "# nothing yet\n", "---\n", "--- \n...\n"])
def test_a_text_without_content_is_an_empty_mapping(text: str) -> None:
    """An empty file, or one with only comments, is no fault."""
    assert (load(text, "platform.yml").value, found(text)) == ({}, [])


@pytest.mark.parametrize(
    ("text", "problem", "words"),
    [
        ("title: Survey: the results\n", ("malformed-yaml", 1, 14), '"Survey: the results"'),
        ('title: The "new": survey\n', ("malformed-yaml", 1, 17), "'The \"new\": survey'"),
        ("a: 1\ntitle:Survey\nb: 2\n", ("malformed-yaml", 2, 6), "`title: Survey`"),
        ("title:Survey\nb: 2\n", ("not-a-mapping", 1, 1), "space is missing after the colon"),
        ("a: 1\n\tb: 2\n", ("malformed-yaml", 2, 1), "tab"),
        ("a:\n\tb: 2\n", ("malformed-yaml", 2, 1), "tab"),
        ('a: 1\nb: "two\nc: 3\n', ("malformed-yaml", 2, 4), "never closed"),
        ('b: "two\nc: "3"\n', ("malformed-yaml", 1, 4), "not closed before line 2"),
        ("a: 'It's one'\n", ("malformed-yaml", 1, 8), '"It\'s one"'),
        ('a: "One" of two\n', ("malformed-yaml", 1, 10), "after the closing quote"),
        ("a: @home\n", ("malformed-yaml", 1, 4), '"@home"'),
        ("a: `code`\n", ("malformed-yaml", 1, 4), '"`code`"'),
        ("a: %x\n", ("malformed-yaml", 1, 4), '"%x"'),
        ("a: , b\n", ("malformed-yaml", 1, 4), '", b"'),
        ("a: 1\n  b: 2\n", ("malformed-yaml", 2, 3), "indented more"),
        ("a:\n  b: 1\n c: 2\n", ("malformed-yaml", 3, 2), "fits none of the lines above"),
        ("a: one\ntwo three\nb: 1\n", ("malformed-yaml", 2, 1), "no key"),
        ("a:\n-b\n-c\n", ("malformed-yaml", 2, 1), "after the hyphen"),
        ("a: 1\n- b\n", ("malformed-yaml", 2, 1), "already has a value"),
        ("a: - b\n", ("malformed-yaml", 1, 4), "“- ”"),
        ("a: [b, c\nd: 1\n", ("malformed-yaml", 1, 4), "“[” that opens here is never closed"),
        ("a: {b: 1\n", ("malformed-yaml", 1, 4), "“{” that opens here is never closed"),
        ('a: ["b" "c"]\n', ("malformed-yaml", 1, 9), "comma"),
        ("a: [NL] Survey\n", ("malformed-yaml", 1, 9), '"[NL] Survey"'),
        ("a: > text\n", ("malformed-yaml", 1, 6), "starts on the next line"),
        ("a: |\n    b\n  c\n", ("malformed-yaml", 3, 3), "fits none of the lines above"),
        ("%YAML 9.0\n---\na: 1\n", ("malformed-yaml", 1, 1), "cannot begin with “%”"),
        ("a: &anchor b\n", ("yaml-alias", 1, 4), "quotes"),
        ("a: & b\n", ("yaml-alias", 1, 4), "quotes"),
        ("a: *alias\n", ("yaml-alias", 1, 4), "quotes"),
        ("a: *Important* news\n", ("yaml-alias", 1, 4), "quotes"),
        ("a: !important b\n", ("yaml-tag", 1, 4), "quotes"),
        ("a: !!python/object:os.system {}\n", ("yaml-tag", 1, 4), "quotes"),
        ("a: !x!y z\n", ("yaml-tag", 1, 4), "quotes"),
        ("a: 1\nb: 2\na: 3\n", ("duplicate-key", 3, 1), "already in line 1"),
        ("a: {b: 1, b: 2}\n", ("duplicate-key", 1, 11), "already in line 1"),
        ("1: x\n", ("invalid-key", 1, 1), '"1"'),
        ("null: x\n", ("invalid-key", 1, 1), '"null"'),
        ("true: x\n", ("invalid-key", 1, 1), '"true"'),
        (": x\n", ("malformed-yaml", 1, 1), "in front of the colon"),
        ("?\n: x\n", ("invalid-key", 1, 2), "missing"),
        ("[a, b]: x\n", ("invalid-key", 1, 1), "list"),
        ("a: 1\n--- b\n", ("several-documents", 2, 1), "---"),
        ("- a\n- b\n", ("not-a-mapping", 1, 1), "a list"),
        ("Just words\n", ("not-a-mapping", 1, 1), "text without a key"),
        ("~\n", ("not-a-mapping", 1, 1), "Keys with values"),
        ('a: "x\\0"\n', ("invalid-character", 1, 4), "backslash"),
        ("a: x\0\n", ("invalid-character", 1, 5), "U+0000"),
        ("a: x\ud800\n", ("invalid-character", 1, 5), "U+D800"),
        ("a: " + "[" * 30, ("yaml-too-deep", 1, 23), "20 levels"),
        ("[[" * 30, ("not-a-mapping", 1, 1), "a list"),
        ("title: Survey #3 of many\n", ("hash-in-value", 1, 8), "quotes"),
    ],
)
def test_faults(text: str, problem: tuple[str, int, int], words: str) -> None:
    """Each typical mistake is one problem at its place with a fitting message."""
    result = load(text, "en.md")
    assert found(text) == [problem]
    assert words in " ".join(sentences(result.problems[0]))


@pytest.mark.parametrize("text", ['a: "\\q"\n', 'a: "\\uD8"\n', 'a: "\\UFFFFFFFF"\n'])
def test_an_unknown_escape_is_explained(text: str) -> None:
    """Whatever the parser makes of it."""
    problem = load(text, "en.md").problems[0]
    assert (problem.name, problem.location.line) == ("malformed-yaml", 1)
    assert "backslash" in sentences(problem)[0]


def test_one_fault_does_not_hide_another() -> None:
    """All malformed entries are reported by name, and the others are read."""
    text = 'title: A: b\ndeadline: 2023-02-19\nsurvey:https://x.eu\nb: "x\nc: *x\nd: 1\nd: 2\n'
    result = load(text, "en.md")
    assert found(text) == [
        ("malformed-yaml", 1, 9),
        ("malformed-yaml", 3, 7),
        ("malformed-yaml", 4, 4),
        ("yaml-alias", 5, 4),
        ("duplicate-key", 7, 1),
    ]
    assert (result.value, result.unread) == ({"deadline": "2023-02-19", "d": 1}, ("b", "c", "survey", "title"))


def test_an_unreadable_text_is_none() -> None:
    """Not an empty mapping."""
    assert load("title: A: b\n", "en.md").value is None
    assert load("- a\n", "en.md").value is None


def test_separators_of_unicode_do_not_end_a_line() -> None:
    """U+2028 and U+2029 belong to the value in YAML 1.2."""
    text = "a: x\u2028b\nc: 'y\u2029z'\nd: 1: 2\n"
    assert load(text, "en.md").value == {"a": "x\u2028b", "c": "y\u2029z"}
    assert found(text) == [("malformed-yaml", 3, 5)]


SCALARS = st.text() | st.integers() | st.booleans() | st.none() | st.floats(-1e9, 1e9).map(lambda x: round(x, 3))
REFUSED = {"invalid-character", "malformed-yaml", "yaml-too-deep", "duplicate-key"}
VALUES = st.recursive(SCALARS, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=8)
CHARACTERS = "\n\n\n:  -[]{}#&*!|>'\"%@`,?\t~\\ab1é\u2028\0"
PIECES = st.sampled_from([*CHARACTERS, "a: ", "\n- ", "---\n", "...\n", "  "])


@given(st.dictionaries(st.text(), VALUES), st.booleans())
def test_what_is_written_as_json_is_read_back(values: dict[str, object], ascii_only: bool) -> None:  # noqa: FBT001
    """JSON is a subset of YAML 1.2, except for refused characters."""
    result = load(json.dumps(values, ensure_ascii=ascii_only), "en.md")
    if not result.problems:
        assert result.value == values
    else:
        assert {problem.name for problem in result.problems} <= REFUSED


@given(st.text() | st.lists(PIECES, max_size=60).map("".join))
def test_any_text_ends_in_values_or_problems(text: str) -> None:
    """No text raises; each problem is inside the text; no value is missing without a problem."""
    result = load(text, "en.md", first_line=3)
    assert isinstance(result, Yaml)
    lines = text.split("\n")
    for problem in result.problems:
        assert 3 <= problem.location.line < 3 + len(lines)
        assert 1 <= problem.location.column <= len(lines[problem.location.line - 3]) + 1
    if result.value is None or result.unread:
        assert result.problems
