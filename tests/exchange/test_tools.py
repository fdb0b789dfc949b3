"""What tools and people do to exported files: each change is imported, or refused for the right reason."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

import pytest
from exchange_texts import DUTCH, ENGLISH, stamped_with
from lxml import etree
from returned_files import parse_returned

from noticeboard.exchange.exchange_formats import FORMATS
from noticeboard.exchange.header_rebase import settled
from noticeboard.exchange.import_result import import_result
from noticeboard.exchange.received_file import received
from noticeboard.exchange.units import units
from noticeboard.exchange.version_attempt import ImportTerms
from noticeboard.exchange.version_document import read_version_document
from noticeboard.exchange.xliff12 import NAMESPACE as ONE
from noticeboard.exchange.xliff21 import NAMESPACE as TWO

if TYPE_CHECKING:
    from collections.abc import Callable

SOURCE = b"""\
---
title: A survey
---

Take [part](../b/ "The plan") now.

## Who

All *teachers*, and `code` too.

- one
- two
"""
VERSION = b"""\
---
title: Een enquete
translates: en
---

Doe nu [mee](../b/ "Het plan").

## Wie

Alle *leraren*, en `code` ook.

- een
- twee
"""
NEW = VERSION.replace(b"## Wie", b"## Voor wie")
STAMPED, CHANGED = stamped_with(VERSION, SOURCE), stamped_with(NEW, SOURCE)
ACCENTED = CHANGED.replace(b"Voor wie", "Voor wié".encode())
BOTH = CHANGED.replace(b"Alle *leraren*", b"Alle *docenten*")


def sent(name: str) -> str:
    """The exported file with a new translation of the heading."""
    document = read_version_document(SOURCE, ENGLISH)
    found = units(document, read_version_document(STAMPED, DUTCH), {})
    text = FORMATS[name].write(found, DUTCH, document).decode()
    assert text.count("Wie") == 1
    return text.replace("Wie", "Voor wie")


def came(data: bytes) -> tuple[bytes | None, set[str]]:
    """The version after an import, and the names of the problems."""
    file, problems = received(data, "nl.po")
    if file is None:
        return None, {problem.name for problem in problems}
    document = read_version_document(SOURCE, ENGLISH)
    result = import_result(settled(file, document, STAMPED, {}), document, STAMPED, {}, ImportTerms())
    return result.data, {problem.name for problem in result.problems}


def swapped(*pairs: str) -> Callable[[str], bytes]:
    """A change that replaces texts in the file, which must contain them."""

    def change(text: str) -> bytes:
        for old, new in zip(pairs[::2], pairs[1::2], strict=True):
            assert old in text, old
            text = text.replace(old, new)
        return text.encode()

    return change


def turned(text: str) -> bytes:
    """The messages in reverse order."""
    head, *messages = text.rstrip("\n").split("\n\n")
    return ("\n\n".join([head, *reversed(messages)]) + "\n").encode()


def without(pattern: str) -> Callable[[str], bytes]:
    """The file without lines of that form."""
    return lambda text: re.sub(rf"(?m)^{pattern}.*\n", "", text).encode()


def only(word: str) -> Callable[[str], bytes]:
    """The header and the only message with that word."""

    def part(text: str) -> bytes:
        head, *messages = text.rstrip("\n").split("\n\n")
        return "\n\n".join([head, *(message for message in messages if word in message), ""]).encode()

    return part


def fuzzy(text: str) -> bytes:
    """The heading marked as fuzzy."""
    return text.replace('msgctxt "heading', '#, fuzzy\nmsgctxt "heading').encode()


def obsolete(text: str) -> bytes:
    """With messages that gettext keeps as comments."""
    return (text + '\n#~ msgid "Gone"\n#~ msgstr "Weg"\n').encode()


def doubled(words: str) -> Callable[[str], bytes]:
    """With the heading a second time, translated in this way."""

    def again(text: str) -> bytes:
        message = next(part for part in text.split("\n\n") if 'msgstr "Voor wie"' in part)
        return f"{text}\n{message.replace('Voor wie', words)}\n".encode()

    return again


def mislabelled(text: str) -> bytes:
    """Saved as UTF-8 by a tool that does not change the header."""
    return without("#")(text.replace("Voor wie", "Voor wié").replace("charset=UTF-8", "charset=ISO-8859-1"))


PLACEHOLDER = 'Doe nu <g id=\\"1\\">mee</g>.'
CUT = {"damaged-exchange", "malformed-catalogue", "partial-exchange"}
PO = [
    ("as it is", str.encode, CHANGED, set()),
    ("CR LF", swapped("\n", "\r\n"), CHANGED, set()),
    ("a byte order mark", lambda text: text.encode("utf-8-sig"), CHANGED, set()),
    ("another order", turned, CHANGED, set()),
    ("without contexts", without("msgctxt"), CHANGED, set()),
    ("without comments", without("#"), CHANGED, set()),
    ("obsolete messages", obsolete, CHANGED, set()),
    ("a wrapped string", swapped('msgstr "Voor wie"', 'msgstr ""\n"Voor "\n"wie"'), CHANGED, set()),
    ("windows-1252, declared", lambda t: t.replace("charset=UTF-8", "charset=CP1252").encode("cp1252"), CHANGED, set()),
    (
        "latin-1, declared",
        lambda t: t.replace("charset=UTF-8", "charset=ISO-8859-1").encode("latin-1", "replace"),
        CHANGED,
        set(),
    ),
    ("a header with more fields", swapped('"MIME', '"Last-Translator: A <a@example.org>\\n"\n"MIME'), CHANGED, set()),
    ("the language with a country", swapped('"Language: nl', '"Language: nl_NL'), CHANGED, set()),
    ("no language", swapped('"Language: nl\\n"\n', ""), CHANGED, set()),
    ("another language", swapped('"Language: nl', '"Language: de'), None, {"wrong-exchange-language"}),
    ("one message alone (msggrep)", only("Who"), CHANGED, {"partial-exchange"}),
    ("without its last message", without('msgctxt "end"'), CHANGED, set()),
    ("fuzzy (msgattrib --set-fuzzy)", fuzzy, STAMPED, {"fuzzy-segment"}),
    ("emptied (msgattrib --empty)", swapped('msgstr "Voor wie"', 'msgstr ""'), STAMPED, {"untranslated-segment"}),
    ("spaces in a placeholder", swapped(PLACEHOLDER, 'Doe nu <g id = \\"1\\" >mee< /g>.'), CHANGED, set()),
    ("curly quotes in a placeholder", swapped(PLACEHOLDER, "Doe nu <g id=“1”>mee</g>."), CHANGED, set()),
    ("single quotes in a placeholder", swapped(PLACEHOLDER, "Doe nu <g id='1'>mee</g>."), CHANGED, set()),
    ("a placeholder lost", swapped(PLACEHOLDER, "Doe nu mee."), CHANGED, {"broken-placeholder"}),
    ("a placeholder twice", swapped(PLACEHOLDER, PLACEHOLDER * 2), CHANGED, {"broken-placeholder"}),
    ("a link emptied", swapped(PLACEHOLDER, 'Doe nu <g id=\\"1\\"></g>mee.'), CHANGED, {"broken-placeholder"}),
    ("a link left open", swapped(PLACEHOLDER, 'Doe nu <g id=\\"1\\">mee.'), CHANGED, {"broken-placeholder"}),
    ("a placeholder of nobody", swapped(PLACEHOLDER, f'{PLACEHOLDER}<x id=\\"7\\"/>'), CHANGED, {"broken-placeholder"}),
    ("emphasis lost", swapped("*leraren*", "leraren"), CHANGED, {"broken-placeholder"}),
    ("an asterisk lost", swapped("*leraren*", "*leraren"), CHANGED, {"broken-placeholder"}),
    ("emphasis turned", swapped("*leraren*", "* leraren *"), CHANGED, {"broken-placeholder"}),
    ("emphasis with other words", swapped("*leraren*", "*docenten*"), BOTH, set()),
    (
        "msgid changed",
        swapped('msgid "A survey"', 'msgid "The survey"'),
        CHANGED,
        {"damaged-exchange"},
    ),
    ("a message of nobody", lambda t: f'{t}\nmsgid "More"\nmsgstr "Meer"\n'.encode(), CHANGED, {"outdated-exchange"}),
    (
        "a quotation mark lost",
        swapped('msgstr "Een enquete"', 'msgstr "Een enquete'),
        CHANGED,
        {"malformed-catalogue", "partial-exchange"},
    ),
    ("two paragraphs of one", swapped("en <x", "en\\n\\n<x"), CHANGED, {"broken-translation"}),
    ("a heading of a heading", swapped('"Voor wie"', '"Voor wie\\n\\nTekst"'), STAMPED, {"broken-translation"}),
    ("an item of two lines", swapped('"een"', '"een\\n"'), CHANGED, set()),
    ("a control character", swapped("Een enquete", "Een\x07 enquete"), None, {"invalid-character"}),
    ("no header of ours", without('"X-Noticeboard'), None, {"damaged-exchange"}),
    ("no bytes", lambda _: b"", None, {"damaged-exchange"}),
    ("UTF-16", lambda text: text.encode("utf-16"), CHANGED, set()),
    ("UTF-16 without a mark", lambda text: text.encode("utf-16-le"), None, {"not-utf-8"}),
    ("UTF-8, another charset left in the header", mislabelled, ACCENTED, set()),
    ("windows-1252, not declared", lambda t: t.replace("Voor wie", "Voor wié").encode("cp1252"), None, {"not-utf-8"}),
    ("CR", swapped("\n", "\r"), CHANGED, set()),
    ("a former text, mended", swapped('msgctxt "heading', '#| msgid "Whom"\nmsgctxt "heading'), CHANGED, set()),
    ("a message twice, the same", doubled("Voor wie"), CHANGED, set()),
    ("a message twice, different", doubled("Wie dan"), STAMPED, {"damaged-exchange", "partial-exchange"}),
    ("a placeholder as entities", swapped('<g id=\\"1\\">mee</g>', "&lt;g&gt;mee"), CHANGED, {"broken-placeholder"}),
    (
        "a merge left open",
        swapped('msgstr "Voor wie"\n', '<<<<<<< a\nmsgstr "Voor wie"\n=======\nmsgstr "Wie"\n>>>>>>> b\n'),
        STAMPED,
        {"malformed-catalogue", "partial-exchange"},
    ),
    ("cut in a message", lambda text: text[: text.index("Voor wie") + 4].encode(), STAMPED, CUT),
]


@pytest.mark.parametrize(("change", "after", "names"), [row[1:] for row in PO], ids=[row[0] for row in PO])
def test_changes_of_a_po_file(change: Callable[[str], bytes], after: bytes | None, names: set[str]) -> None:
    """The heading is imported if the file can be used, and problems are reported."""
    assert came(change(sent("po"))) == (after, names)


def edited(change: Callable[[etree._Element], None]) -> Callable[[str], bytes]:
    """A change of the document's tree."""

    def done(text: str) -> bytes:
        root = etree.fromstring(text.encode())
        change(root)
        return etree.tostring(root, encoding="utf-8", xml_declaration=True)

    return done


def named(root: etree._Element, *names: str) -> list[etree._Element]:
    """The elements with one of these names, in document order."""
    return [e for e in root.iter() if isinstance(e.tag, str) and etree.QName(e).localname in names]


def heading(root: etree._Element) -> etree._Element:
    """The target of the heading."""
    return next(e for e in named(root, "target") if e.text == "Voor wie")


def attribute(names: tuple[str, ...], key: str, value: str | None) -> Callable[[str], bytes]:
    """The file with another value of an attribute in all of these elements."""

    def change(root: etree._Element) -> None:
        for element in named(root, *names):
            if value is None:
                element.attrib.pop(key, None)
            else:
                element.set(key, value)

    return edited(change)


def of_heading(key: str, value: str | None, *, unit: bool = False) -> Callable[[str], bytes]:
    """The file with another value of an attribute in the heading's target or unit."""

    def change(root: etree._Element) -> None:
        element = heading(root).getparent() if unit else heading(root)
        element.attrib.pop(key, None)
        if value is not None:
            element.set(key, value)

    return edited(change)


def other_order(root: etree._Element) -> None:
    """Units in reverse order."""
    found = named(root, "trans-unit", "unit")
    parent = found[0].getparent()
    for element in found:
        parent.remove(element)
        parent.insert(1 if etree.QName(parent).localname == "file" else 0, element)


def segmented(root: etree._Element) -> None:
    """Source and target of the heading divided into segments, as by tools for XLIFF 1.2."""
    target = heading(root)
    unit, space = target.getparent(), f"{{{ONE}}}"
    source = etree.Element(f"{space}seg-source")
    for holder, words in ((source, ["Who"]), (target, ["Voor ", "wie"])):
        holder.text = None
        for number, text in enumerate(words):
            etree.SubElement(holder, f"{space}mrk", {"mtype": "seg", "mid": str(number)}).text = text
    unit.insert(1, source)


def split(root: etree._Element) -> None:
    """The heading as two segments with ignorable text between them, as by tools for XLIFF 2.x."""
    segment = heading(root).getparent()
    unit, space = segment.getparent(), f"{{{TWO}}}"
    for number, (name, source, words) in enumerate(
        (("segment", "W", "Voor"), ("ignorable", "h", " "), ("segment", "o", "wie"))
    ):
        made = etree.SubElement(unit, f"{space}{name}", {"id": f"p{number}"})
        etree.SubElement(made, f"{space}source").text = source
        etree.SubElement(made, f"{space}target").text = words
    unit.remove(segment)


def half(root: etree._Element) -> None:
    """The heading as two segments, one of them untranslated."""
    split(root)
    last = named(root, "segment")
    target = next(e for e in named(root, "target") if e.text == "wie")
    assert last
    target.getparent().remove(target)


def of_another_tool(root: etree._Element) -> None:
    """Elements and attributes of a tool's own namespace."""
    for element in named(root, "trans-unit", "unit", "file", "target"):
        element.set("{urn:example:tool}checked", "true")
    for element in named(root, "trans-unit"):
        etree.SubElement(element, "{urn:example:tool}history").text = "Who"
    heading(root).addprevious(etree.Comment(" seen "))


def pretty(text: str) -> bytes:
    """Indented, as some tools print XML."""
    parser = etree.XMLParser(remove_blank_text=True)
    return etree.tostring(etree.fromstring(text.encode(), parser), pretty_print=True, encoding="utf-8")


def without_targets(root: etree._Element) -> None:
    """Without all targets except the heading's."""
    kept = heading(root)
    while etree.QName(kept).localname not in ("trans-unit", "unit"):
        kept = kept.getparent()
    for element in named(root, "trans-unit", "unit"):
        if element is not kept:
            element.getparent().remove(element)


def link(text: str, *, drop: bool = False, empty: bool = False) -> Callable[[str], bytes]:
    """Without the link of the first paragraph, or without its words."""

    def change(root: etree._Element) -> None:
        target = next(e for e in named(root, "target") if "".join(e.itertext()) == "Doe nu mee.")
        if drop:
            target.text, target[:] = text, []
        if empty:
            target[0].text = ""

    return edited(change)


def as_pairs(root: etree._Element) -> None:
    """Paired elements as two halves."""
    one = root.tag.startswith(f"{{{ONE}}}")
    space, names = (ONE, ("bx", "ex")) if one else (TWO, ("sc", "ec"))
    for target in named(root, "target"):
        for pair in [e for e in target if etree.QName(e).localname in ("g", "pc")]:
            begin, end = (etree.Element(f"{{{space}}}{name}") for name in names)
            begin.set("id", pair.get("id"))
            end.set("rid" if one else "startRef", pair.get("id"))
            begin.tail, end.tail = pair.text, pair.tail
            at = target.index(pair)
            target[at : at + 1] = [begin, end]


def renumbered_pairs(root: etree._Element) -> None:
    """Emphasis as two halves renumbered by a tool, as Trados and Okapi do."""
    for target in named(root, "target"):
        for pair in [e for e in target if e.get("id") == "em1"]:
            begin = etree.Element(f"{{{ONE}}}bx", {"id": "em1", "rid": "12"})
            end = etree.Element(f"{{{ONE}}}ex", {"id": "13", "rid": "12"})
            begin.tail, end.tail = pair.text, pair.tail
            at = target.index(pair)
            target[at : at + 1] = [begin, end]


def unit_twice(text: str) -> bytes:
    """With the heading a second time, translated differently."""
    unit = next(part for part in text.split("<trans-unit ") if "Voor wie" in part).partition("</trans-unit>")[0]
    again = f"<trans-unit {unit.replace('Voor wie', 'Wie dan')}</trans-unit>"
    return text.replace("</body>", f"{again}</body>").encode()


def two_files(text: str) -> bytes:
    """Joined with another export, as agencies do."""
    start, end = text.index("<file "), text.index("</xliff>")
    return (text[:end] + text[start:end] + text[end:]).encode()


def prefixed(text: str) -> bytes:
    """Every element with a prefix."""
    return re.sub(r"<(/?)(?=[a-z])", r"<\1x:", text).replace("xmlns=", "xmlns:x=").encode()


SEGMENT = '<mrk mtype="seg">'
OPEN = {"untranslated-segment"}
TRADOS = '<t:seg-defs xmlns:t="http://sdl.com/FileTypes/SdlXliff/1.0"><t:seg id="1" conf="Draft"/></t:seg-defs>'
MEMOQ = '<trans-unit xmlns:mq="MQXliff" mq:status="NotStarted" '


def escaped(root: etree._Element) -> None:
    """Inline elements as escaped text, as converters from PO write them."""
    for element in named(root, "target"):
        for inside in [e for e in element if etree.QName(e).localname in ("g", "pc") and e.get("id") == "1"]:
            words = f'<g id="1">{inside.text}</g>{inside.tail or ""}'
            element.text = (element.text or "") + words
            element.remove(inside)


XLIFF = [
    ("as it is", str.encode, CHANGED, set()),
    ("UTF-16", lambda t: t.replace("UTF-8", "UTF-16").replace("utf-8", "UTF-16").encode("utf-16"), CHANGED, set()),
    ("a byte order mark", lambda text: text.encode("utf-8-sig"), CHANGED, set()),
    ("CR LF", swapped("\n", "\r\n"), CHANGED, set()),
    ("another order", edited(other_order), CHANGED, set()),
    ("a tool's own namespace", edited(of_another_tool), CHANGED, set()),
    ("indented", pretty, CHANGED, set()),
    ("without notes", edited(lambda r: [e.getparent().remove(e) for e in named(r, "notes", "note")]), CHANGED, set()),
    (
        "without names",
        edited(lambda r: [e.attrib.pop(k, None) for e in named(r, "trans-unit", "unit") for k in ("resname", "name")]),
        CHANGED,
        set(),
    ),
    (
        "other ids",
        edited(lambda r: [e.set("id", f"u{n}") for n, e in enumerate(named(r, "trans-unit", "unit"))]),
        CHANGED,
        set(),
    ),
    ("one unit alone", edited(without_targets), CHANGED, {"partial-exchange"}),
    ("inline elements as halves", edited(as_pairs), CHANGED, set()),
    ("inline elements as text", edited(escaped), CHANGED, set()),
    (
        "without xml:space",
        attribute(("trans-unit", "unit"), "{http://www.w3.org/XML/1998/namespace}space", None),
        CHANGED,
        set(),
    ),
    ("a link lost", link("Doe nu mee.", drop=True), CHANGED, {"broken-placeholder"}),
    ("a link emptied", link("", empty=True), CHANGED, {"broken-placeholder"}),
    ("an unknown inline element", swapped('id="1"', 'id="9"'), CHANGED, {"damaged-exchange"}),
    ("emphasis with other words", swapped("leraren", "docenten"), BOTH, set()),
    ("source changed", swapped(">A survey<", ">The survey<"), CHANGED, {"damaged-exchange"}),
    ("target emptied", edited(lambda r: setattr(heading(r), "text", "")), STAMPED, {"untranslated-segment"}),
    ("target removed", edited(lambda r: heading(r).getparent().remove(heading(r))), STAMPED, {"untranslated-segment"}),
    ("a CDATA section", swapped(">Voor wie<", "><![CDATA[Voor wie]]><"), CHANGED, set()),
    ("character references", swapped("Voor wie", "Voor &#119;ie"), CHANGED, set()),
    ("an entity of its own", swapped("?>", "?><!DOCTYPE xliff [<!ENTITY w 'wie'>]>"), None, {"damaged-exchange"}),
    ("cut off", lambda text: text[: len(text) // 2].encode(), None, {"damaged-exchange"}),
    (
        "no skeleton",
        edited(lambda r: [e.getparent().remove(e) for e in named(r, "skl", "skeleton")]),
        None,
        {"damaged-exchange"},
    ),
    ("another document", lambda _: b"<html/>", None, {"damaged-exchange"}),
    ("no file in it", edited(lambda r: r.remove(r[0])), None, {"damaged-exchange"}),
    ("a comment within the words", swapped("Voor wie", "Voor<!-- x --> wie"), CHANGED, set()),
]
FIRST = [
    ("approved", of_heading("approved", "yes", unit=True), CHANGED, set()),
    ("not approved, translated", of_heading("approved", "no", unit=True), CHANGED, set()),
    ("signed off", of_heading("state", "signed-off"), CHANGED, set()),
    ("final", of_heading("state", "final"), CHANGED, set()),
    ("no state", of_heading("state", None), CHANGED, set()),
    ("the language with a country", attribute(("file",), "target-language", "nl-NL"), CHANGED, set()),
    ("another language", attribute(("file",), "target-language", "de"), None, {"wrong-exchange-language"}),
    ("another source language", attribute(("file",), "source-language", "fr"), None, {"wrong-exchange-language"}),
    ("marks of segments", edited(segmented), CHANGED, set()),
    ("marks of segments, one empty", swapped(">Voor wie<", f">{SEGMENT}Voor</mrk>{SEGMENT}</mrk><"), STAMPED, OPEN),
    ("a remark within the words", swapped("Voor wie", 'Voor <mrk mtype="x-remark">wie</mrk>'), CHANGED, set()),
    ("a draft in Trados", swapped("Voor wie</target>", f"Voor wie</target>{TRADOS}"), STAMPED, {"fuzzy-segment"}),
    ("not begun in memoQ", swapped("<trans-unit ", MEMOQ), STAMPED, {"fuzzy-segment"}),
    ("halves numbered anew", edited(renumbered_pairs), CHANGED, set()),
    (
        "a match of a memory",
        swapped("<target ", "<alt-trans><target>Fout</target></alt-trans><target "),
        CHANGED,
        set(),
    ),
    ("a unit twice, different", unit_twice, STAMPED, {"damaged-exchange", "partial-exchange"}),
    ("two texts in one file", two_files, None, {"damaged-exchange"}),
    ("prefixes", prefixed, CHANGED, set()),
    ("the skeleton in one line", swapped("\nX-", " X-"), CHANGED, set()),
    ("in a group", swapped("<body>", "<body><group>", "</body>", "</group></body>"), CHANGED, set()),
    (
        "a target that needs review",
        edited(
            lambda r: (
                heading(r).getparent().attrib.pop("approved"),
                heading(r).set("state", "needs-review-translation"),
            )
        ),
        STAMPED,
        {"fuzzy-segment"},
    ),
    (
        "new",
        edited(lambda r: (heading(r).getparent().attrib.pop("approved"), heading(r).set("state", "new"))),
        STAMPED,
        {"fuzzy-segment"},
    ),
]
SECOND = [
    ("reviewed", of_heading("state", "reviewed", unit=True), CHANGED, set()),
    ("final", of_heading("state", "final", unit=True), CHANGED, set()),
    ("no state", of_heading("state", None, unit=True), CHANGED, set()),
    ("initial", of_heading("state", "initial", unit=True), STAMPED, {"fuzzy-segment"}),
    ("version 2.0", swapped('version="2.1"', 'version="2.0"'), CHANGED, set()),
    ("the language with a country", attribute(("xliff",), "trgLang", "nl-BE"), CHANGED, set()),
    ("another language", attribute(("xliff",), "trgLang", "de"), None, {"wrong-exchange-language"}),
    ("no target language", attribute(("xliff",), "trgLang", None), CHANGED, set()),
    ("several segments", edited(split), CHANGED, set()),
    ("one of two segments", edited(half), STAMPED, {"untranslated-segment"}),
    (
        "original data",
        edited(lambda r: etree.SubElement(named(r, "unit")[0], f"{{{TWO}}}originalData")),
        CHANGED,
        set(),
    ),
    ("a code point", swapped("Voor wie", 'Voor <cp hex="0077"/>ie'), CHANGED, set()),
]
CASES = [("xliff", *row) for row in (*XLIFF, *FIRST)] + [("xliff2", *row) for row in (*XLIFF, *SECOND)]


@pytest.mark.parametrize(
    ("name", "change", "after", "names"),
    [(row[0], *row[2:]) for row in CASES],
    ids=[f"{row[0]}: {row[1]}" for row in CASES],
)
def test_changes_of_an_xliff_file(
    name: str, change: Callable[[str], bytes], after: bytes | None, names: set[str]
) -> None:
    """The heading is imported if the file can be used, and problems are reported."""
    assert came(change(sent(name))) == (after, names)


def test_an_import_can_require_reviewed_translations() -> None:
    """Whoever imports decides which states count as translated."""
    data = sent("xliff2").encode()
    file, _ = received(data, "nl.xlf", ("reviewed", "final"))
    assert file is not None
    assert {entry.fuzzy for entry in file.entries} == {True}


def test_a_damaged_file_of_any_kind_ends_in_problems() -> None:
    """Whatever was done to it."""
    for data in (b"<", b"<xliff", b"\xff\xfe", io.BytesIO(b"\0" * 9).read(), b"<?xml version='1.0' encoding='x'?><a/>"):
        assert parse_returned(data, "nl.xlf")[0] is None
