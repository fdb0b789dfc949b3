"""PO, XLIFF 1.2 and XLIFF 2.1 say the same, and lose nothing in either direction."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from exchange_texts import DUTCH, ENGLISH, FILE, examples, original, stamped_with, translated
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from returned_files import parse_returned

from noticeboard.exchange.exchange_formats import FORMATS
from noticeboard.exchange.import_result import import_result
from noticeboard.exchange.units import units
from noticeboard.exchange.version_document import read_version_document
from noticeboard.exchange.xliff12 import NAMESPACE as ONE
from noticeboard.exchange.xliff21 import NAMESPACE as TWO
from noticeboard.exchange.xliff_inline import as_alone, as_close, as_open, pieces
from noticeboard.model import Severity
from noticeboard.shell.editing.exchange_commands import export_

if TYPE_CHECKING:
    from noticeboard.exchange.import_result import ImportResult

SPACE = "{http://www.w3.org/XML/1998/namespace}"
NAMES = st.sampled_from(sorted(FORMATS))


def test_the_command_offers_every_format() -> None:
    """Its help names the formats itself, because it must not load them."""
    (choice,) = (option.type for option in export_.params if option.name == "format")
    assert list(choice.choices) == list(FORMATS)


def sent(name: str, source: bytes, version: bytes | None) -> bytes:
    """The exported file."""
    document = read_version_document(source, ENGLISH)
    translation = read_version_document(version, DUTCH) if version is not None else None
    return FORMATS[name].write(units(document, translation, {}), DUTCH, document)


def came(data: bytes, source: bytes, version: bytes | None) -> ImportResult:
    """The result of an import of the file."""
    returned, problems = parse_returned(data, "nl.xlf")
    assert problems == ()
    assert returned is not None
    return import_result(returned, read_version_document(source, ENGLISH), version, {})


def filled(name: str, data: bytes) -> bytes:
    """An XLIFF file with a translation for every unit."""
    root = etree.fromstring(data)
    one = name == "xliff"
    space, unit = (ONE, "trans-unit") if one else (TWO, "segment")
    for element in root.iter(f"{{{space}}}{unit}"):
        holder = element if one else element.getparent()
        source, target = (element.find(f"{{{space}}}{part}") for part in ("source", "target"))
        if holder.get("translate") == "no":
            continue
        if target is None:
            copy = etree.fromstring(etree.tostring(source))
            target = etree.SubElement(element, f"{{{space}}}target")
            target.text, target[:] = copy.text, list(copy)
            if one:
                element.insert(1, target)
        for part in target.iter():
            part.text = part.text and translated(part.text)
            if part is not target:
                part.tail = part.tail and translated(part.tail)
        target.attrib.pop("state", None)
        element.attrib.pop("state", None)
    return etree.tostring(root, encoding="utf-8")


def is_whole(name: str, source: bytes, version: bytes | None) -> None:
    """Promises that an unchanged file changes no byte of the version."""
    taken = came(sent(name, source, version), source, version)
    assert [p for p in taken.problems if p.severity is Severity.ERROR] == []
    assert taken.data == version


def keeps_structure(name: str, source: bytes) -> None:
    """Promises that a fully translated version has the blocks of its original."""
    taken = came(filled(name, sent(name, source, None)), source, None)
    if any(problem.severity is Severity.ERROR for problem in taken.problems):
        # Words that the test makes may join their neighbours; the import reports that.
        assert {p.name for p in taken.problems if p.severity is Severity.ERROR} <= {"broken-translation"}
        return
    if taken.data is not None:
        document, version = read_version_document(source, ENGLISH), read_version_document(taken.data, DUTCH)
        assert [block.kind for block in version.blocks] == [block.kind for block in document.blocks]


@given(NAMES, FILE, FILE)
@examples(30, long=100)
def test_an_unchanged_file_changes_no_byte(name: str, source: bytes, version: bytes) -> None:
    """In no format, whatever the two texts look like."""
    is_whole(name, original(source), version)
    is_whole(name, original(source), stamped_with(source, original(source)))


@given(st.sampled_from(["xliff", "xliff2"]), FILE)
@examples(30, long=100)
def test_a_translated_file_keeps_the_structure(name: str, source: bytes) -> None:
    """The version has the blocks that its original has."""
    keeps_structure(name, original(source))


@pytest.mark.long
@given(FILE, FILE)
@settings(max_examples=1000)
def test_a_thousand_unchanged_files_change_no_byte(source: bytes, version: bytes) -> None:
    """The same for a thousand documents in all formats."""
    for name in FORMATS:
        is_whole(name, original(source), version)
        is_whole(name, original(source), stamped_with(source, original(source)))


@pytest.mark.long
@given(FILE)
@settings(max_examples=1000)
def test_a_thousand_translated_files_keep_the_structure(source: bytes) -> None:
    """The same for a thousand documents in both versions of XLIFF."""
    for name in ("xliff", "xliff2"):
        keeps_structure(name, original(source))


@given(FILE)
@examples(60, long=200)
def test_the_parts_of_a_message_are_the_message(source: bytes) -> None:
    """With inline elements replaced by what they stand for, the text is the original one."""
    parts = {"open": as_open, "close": as_close, "alone": as_alone}
    for unit in units(read_version_document(original(source), ENGLISH), None, {}):
        found = pieces(unit.source)
        assert "".join(p.text if p.kind == "text" else parts[p.kind](p.id) for p in found) == unit.source
        assert [p.kind for p in found].count("open") == [p.kind for p in found].count("close")


SOURCE = b"""\
---
title: A survey
---

Take [part](../b/ "The plan"), *please*, before [18 December]({deadline}).

```
make
```
"""
VERSION = b"""\
---
title: Een enquete
translates: en
---

Doe [mee](../b/ "Het plan"), *graag*, voor [18 december]({deadline}).

```
maak
```
"""


def elements(data: bytes) -> etree._Element:
    """The elements of the document."""
    return etree.fromstring(data)


def test_xliff_1_2_has_what_agencies_ask_for() -> None:
    """It has languages, ids, inline elements, states, lengths and notes, and protects code."""
    root = elements(sent("xliff", SOURCE, stamped_with(VERSION, SOURCE)))
    file = root[0]
    assert (root.get("version"), file.get("source-language"), file.get("target-language")) == ("1.2", "en", "nl")
    found = {unit.get("resname").split()[0]: unit for unit in root.iter(f"{{{ONE}}}trans-unit")}
    assert sorted(found) == ["code", "paragraph", "title"]
    assert (found["title"].get("maxwidth"), found["title"].get("size-unit")) == ("110", "char")
    assert found["code"].get("translate") == "no"
    title, target = found["title"].findall(f"{{{ONE}}}source") + found["title"].findall(f"{{{ONE}}}target")
    assert (title.text, target.text, target.get("state")) == ("A survey", "Een enquete", "translated")
    assert (title.get(f"{SPACE}lang"), target.get(f"{SPACE}lang")) == ("en", "nl")
    unit = next(u for u in root.iter(f"{{{ONE}}}trans-unit") if "please" in "".join(u.itertext()))
    inline = [(e.tag.partition("}")[2], e.get("id"), e.get("ctype"), e.text) for e in unit[0]]
    assert inline == [("g", "1", "link", "part"), ("g", "em1", "italic", "please"), ("g", "2", "link", "18 December")]


def test_xliff_2_1_has_what_agencies_ask_for() -> None:
    """It has the same in the terms of the newer standard."""
    root = elements(sent("xliff2", SOURCE, stamped_with(VERSION, SOURCE)))
    assert (root.get("version"), root.get("srcLang"), root.get("trgLang")) == ("2.1", "en", "nl")
    found = [unit.get("name").split()[0] for unit in root.iter(f"{{{TWO}}}unit")]
    assert found == ["title", "paragraph", "paragraph", "code"]
    ids = [unit.get("id") for unit in root.iter(f"{{{TWO}}}unit")]
    assert len(set(ids)) == len(ids)
    assert all(not set(one) & set(" ()") for one in ids)
    inline = [(e.tag.partition("}")[2], e.get("id"), e.get("type")) for e in root.iter(f"{{{TWO}}}pc")]
    assert inline[:3] == [("pc", "1", "link"), ("pc", "em1", "fmt"), ("pc", "2", "link")]
    states = [segment.get("state") for segment in root.iter(f"{{{TWO}}}segment")]
    assert states == ["translated", "translated", "translated", None]


@pytest.mark.parametrize("name", ["xliff", "xliff2"])
def test_a_changed_source_comes_with_the_previous_one(name: str) -> None:
    """The previous source accompanies a translation that needs a look."""
    document = read_version_document(SOURCE, ENGLISH)
    before = dict(zip(document.digests, (p.text for p in document.passages), strict=True))
    changed = SOURCE.replace(b"A survey", b"Our survey")
    version = read_version_document(stamped_with(VERSION, SOURCE), DUTCH)
    other = read_version_document(changed, ENGLISH)
    data = FORMATS[name].write(units(other, version, before), DUTCH, other)
    root = elements(data)
    assert "A survey" in "".join(root.itertext())
    states = [e.get("state") for e in root.iter() if e.get("state")]
    assert states[0] == ("needs-review-translation" if name == "xliff" else "initial")
    assert came(data, changed, stamped_with(VERSION, SOURCE)).data == stamped_with(VERSION, SOURCE)


@pytest.mark.parametrize("name", ["xliff", "xliff2"])
def test_ids_stay_when_other_texts_change(name: str) -> None:
    """Tools can find their units again."""

    def ids(source: bytes) -> list[str]:
        every = elements(sent(name, source, None)).iter()
        return [e.get("id") for e in every if e.tag.endswith(("}trans-unit", "}unit"))]

    before, after = ids(SOURCE), ids(SOURCE.replace(b"A survey", b"Our survey"))
    assert before[1:] == after[1:]
    assert before[0] != after[0]


@pytest.mark.parametrize("inside", ['<cp hex="D800"/>', '<cp hex="FDD0"/>0<cp hex="FDD1"/>', "\ufdd0", '<cp hex="0"/>'])
def test_a_translation_with_forbidden_characters_is_refused(inside: str) -> None:
    """XML and XLIFF's `cp` can express them; such a translation is reported and changes nothing."""
    data = sent("xliff", SOURCE, None).decode().replace("</source>", f"</source><target>a{inside}</target>")
    taken = came(data.encode(), SOURCE, None)
    assert taken.data is None
    assert "invalid-character" in {problem.name for problem in taken.problems}


def test_an_order_with_thousands_of_digits_is_ignored() -> None:
    """XLIFF 2.1, 4.3.1.25."""
    target = f'</source><target order="{"9" * 6000}">Ja.</target>'
    returned, problems = parse_returned(
        sent("xliff2", SOURCE, None).decode().replace("</source>", target).encode(), "a.xlf"
    )
    assert problems == ()
    assert returned is not None


@pytest.mark.parametrize("part", [0, 5, -2, 999_999])
def test_a_damaged_header_is_no_header(part: int) -> None:
    """Whatever a tool or a person did to it."""
    data = sent("po", SOURCE, None).decode()
    first = data.partition("X-Noticeboard-Segments: ")[2].partition(" ")[0]
    forged = first.replace("/-1/", f"/{part}/", 1)
    returned, problems = parse_returned(data.replace(first, forged).encode(), "a.po")
    assert returned is None
    assert [problem.name for problem in problems] == ["damaged-exchange"]
