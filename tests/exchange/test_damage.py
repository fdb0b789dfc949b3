"""Files that were truncated, changed or mixed up on their way."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest
from returned_files import parse_returned

from noticeboard.exchange.import_result import import_result
from noticeboard.exchange.version_document import read_version_document
from noticeboard.model import Severity

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import SimpleNamespace

    from noticeboard.model import Problem

ORIGINAL = "---\ntitle: A survey\n---\n\nTake [part](../b/).\n\n- one\n- two\n"
DUTCH = (
    '---\ntitle: Een enquête\ntranslates: {language: en, digest: "STAMP"}\n---\n\nDoe [mee](../b/).\n\n- een\n- twee\n'
)


@pytest.fixture
def po(exchange: SimpleNamespace, stamped: Callable, translate: Callable) -> str:
    """A file in which a translator has changed something."""
    return translate(exchange.sent(ORIGINAL, stamped(DUTCH, ORIGINAL)), {"A survey": "Onze enquête"})


def came_of(data: bytes, version: str) -> tuple[bytes | None, tuple[Problem, ...]]:
    """The version after an import of these bytes (None if nothing is written), and the problems."""
    returned, problems = parse_returned(data, "nl.po")
    if returned is None:
        return None, problems
    taken = import_result(returned, read_version_document(ORIGINAL.encode(), "surveys/a/en.md"), version.encode(), {})
    return taken.data, taken.problems


def test_a_truncated_file_is_reported_and_brings_no_partial_text(po: str, stamped: Callable) -> None:
    """Wherever the file ends, unless only the last line break is missing."""
    data, version = po.encode(), stamped(DUTCH, ORIGINAL)
    whole, right = data.rstrip(b"\n"), came_of(data, version)[0]
    for end in range(len(whole)):
        after, problems = came_of(whole[:end], version)
        assert problems or after == right, end
        assert after in (None, version.encode(), right), end
    assert came_of(whole + b"\n", version)[1] == ()


def test_a_missing_line_is_reported(po: str, stamped: Callable) -> None:
    """Exceptions are lines without meaning, and a shorter translation, which nobody can notice."""
    lines, version = po.split("\n"), stamped(DUTCH, ORIGINAL)
    right, _ = came_of(po.encode(), version)
    for number, line in enumerate(lines):
        after, problems = came_of("\n".join(lines[:number] + lines[number + 1 :]).encode(), version)
        assert problems or after == right or line.startswith('"'), line


def test_damaged_bytes_never_crash(po: str, stamped: Callable) -> None:
    """An import ends with a version or with problems."""
    data, chance = po.encode(), random.Random(5)  # noqa: S311 - the same every time
    for _ in range(500):
        at, length = chance.randrange(len(data)), chance.randrange(1, 30)
        other = chance.choice([b"", b'"', b"\\", b"\n", b"\xff", b"\0", b"msgid", data[at : at + length] * 2])
        after, problems = came_of(data[:at] + other + data[at + length :], stamped(DUTCH, ORIGINAL))
        assert after is not None or problems


@pytest.mark.parametrize(
    ("old", "new", "name"),
    [
        ("X-Noticeboard-File: surveys/a/nl.md", "X-Noticeboard-File: ../../etc/nl.md", "damaged-exchange"),
        ("X-Noticeboard-Segments", "X-Segments", "damaged-exchange"),
        ('msgid "A survey"', 'msgid "The survey"', "damaged-exchange"),
        ('\nmsgid "A survey"', '\nmsgid "A survey"\nmsgid_plural "Surveys"', "malformed-catalogue"),
        ('msgstr "Onze enquête"', 'msgstr "Onze enquête', "malformed-catalogue"),
        ("enquête", "enqu\udcffte", "not-utf-8"),
    ],
)
def test_each_fault_of_a_file_is_reported(po: str, stamped: Callable, old: str, new: str, name: str) -> None:
    """Each has a name and a line, and the faulty parts are not imported."""
    assert old in po
    version = stamped(DUTCH, ORIGINAL)
    after, problems = came_of(po.replace(old, new).encode("utf-8", "surrogateescape"), version)
    assert after in (None, version.encode())
    assert {p.name for p in problems if p.severity is Severity.ERROR} == {name}


def test_a_damaged_message_does_not_lose_the_others(po: str, stamped: Callable) -> None:
    """It is reported, and the others are imported."""
    version, broken = stamped(DUTCH, ORIGINAL), po.replace('msgid "Take', 'msgid "Tak')
    broken = broken.replace('msgstr "een"', 'msgstr "een')
    after, problems = came_of(broken.encode(), version)
    assert after == came_of(po.encode(), version)[0]
    assert {p.name for p in problems} == {"damaged-exchange", "malformed-catalogue", "partial-exchange"}


def test_an_unknown_message_is_reported(po: str, stamped: Callable) -> None:
    """A message that was not exported could not be imported silently."""
    after, problems = came_of(f'{po}\nmsgid "More"\nmsgstr "Meer"\n'.encode(), stamped(DUTCH, ORIGINAL))
    assert after == came_of(po.encode(), stamped(DUTCH, ORIGINAL))[0]
    assert [p.name for p in problems] == ["outdated-exchange"]


def test_the_order_of_messages_does_not_matter(po: str, stamped: Callable) -> None:
    """Tools may sort them."""
    head, *messages = po.rstrip("\n").split("\n\n")
    turned = "\n\n".join([head, *reversed(messages)]) + "\n"
    assert came_of(turned.encode(), stamped(DUTCH, ORIGINAL)) == came_of(po.encode(), stamped(DUTCH, ORIGINAL))
