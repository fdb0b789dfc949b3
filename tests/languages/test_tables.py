"""The tables that linguists edit: every entry has a known type, and a valid language."""

from __future__ import annotations

import re
from importlib.resources import files
from typing import Any

import pytest

from noticeboard.languages.language_data import OFFICIAL
from noticeboard.languages.tables import entry, table
from noticeboard.languages.tags import is_tag

WORDS = re.compile(r"[\w.°º№§*·-]+(?:\s+[\w.°º№§*·-]+)*\s*")
SPACE = re.compile("[\u00a0\u202f]")
KINDS: dict[str, dict[str, Any]] = {
    "dates": {
        "time": str,
        "moment": re.compile(r".*\{date\}.*\{time\}.*"),
        "at_one": re.compile(r".*\{date\}.*\{time\}.*"),
        "times": re.compile(r".*\{date\}.*\{times\}.*"),
        "month": re.compile(".*y.*LLLL.*"),
        "zone_words": list,
        "at_hour": list,
        "first": re.compile(r"1\D+"),
        "endings": list,
        "interval_M": list,
        "interval_d": list,
        "small_zones": re.compile,
    },
    "languages": {
        "name": str,
        "quotes": re.compile(r"\D{4}"),
        "grouping": int,
        "dash": re.compile("-"),
        "direction": re.compile("rtl"),
    },
    "names": {"names": dict, "small": bool, "last": str},
    "plural_endings": {"endings": list},
    "months": {"forms": dict},
    "typography": {
        "leading": WORDS,
        "leading_apart": bool,
        "trailing": WORDS,
        "short_words": re.compile(r"\w+"),
        "prefixes": re.compile,
        "ordinals": bool,
        "dash": re.compile("[\u2013\u2014]"),
        "dash_attached": bool,
        "ellipsis": bool,
        "percent": SPACE,
        "euro": bool,
        "group": SPACE,
        "hours": bool,
        "before_number": WORDS,
        "after_number": WORDS,
        "after_space": SPACE,
    },
    "word_forms": {"endings": str, "changes": str, "fronts": str, "elided": bool},
}


def fits(kind: Any, value: object) -> bool:  # noqa: ANN401 - a type, a pattern, or what makes one
    """Whether a value has that type."""
    if isinstance(kind, re.Pattern):
        return isinstance(value, str) and kind.fullmatch(value.strip("\n ") if kind is WORDS else value) is not None
    return isinstance(value, kind) if isinstance(kind, type) else bool(kind(value))


def test_every_table_has_a_schema() -> None:
    """There is no other file beside them."""
    found = {path.name.removesuffix(".toml") for path in files("noticeboard.languages").iterdir()}
    assert {name for name in KINDS if name not in found} == set()


@pytest.mark.parametrize("name", KINDS)
def test_a_table_follows_its_schema(name: str) -> None:
    """Its keys are language tags in order; each value has its type."""
    tags = list(table(name))
    assert tags == sorted(tags)
    assert [tag for tag in tags if not is_tag(tag)] == []
    wrong = [
        (tag, key, value)
        for tag, values in table(name).items()
        for key, value in values.items()
        if key not in KINDS[name] or not fits(KINDS[name][key], value)
    ]
    assert wrong == []


def test_every_official_language_has_dash_and_ellipsis() -> None:
    """So no text keeps typed hyphens and full stops."""
    known = table("typography")
    assert [tag for tag in OFFICIAL if "dash" not in known.get(tag, {}) or not known[tag].get("ellipsis")] == []


def test_a_language_uses_the_entry_of_its_shortened_tag() -> None:
    """Flemish is written like Dutch; an unknown language has no entry."""
    assert entry("dates", "nl-BE") == table("dates")["nl"]
    assert entry("dates", "qaa") == {}


def test_times_and_articles_fit_each_other() -> None:
    """Every official language says how a date and a time are joined, for all 24 hours if words depend on the hour."""
    assert [tag for tag in OFFICIAL if "moment" not in table("dates").get(tag, {})] == []
    assert {tag: len(v["at_hour"]) for tag, v in table("dates").items() if "at_hour" in v} == {"mt": 24}
