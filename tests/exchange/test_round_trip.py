"""Round trips of whole documents: export, import, and what is there afterwards."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
from babel.messages.pofile import read_po, write_po
from hypothesis import given, settings
from hypothesis import strategies as st

from noticeboard.exchange.exchange_header import END
from noticeboard.exchange.import_result import ImportResult, import_result
from noticeboard.exchange.placeholders import TOKEN
from noticeboard.exchange.po_parser import parse_returned
from noticeboard.exchange.po_writer import po_text
from noticeboard.exchange.units import units
from noticeboard.exchange.version_document import read_version_document
from noticeboard.model import Severity
from noticeboard.sources.front_matter_edit import set_key
from noticeboard.sources.text_decoding import INVALID

if TYPE_CHECKING:
    from collections.abc import Mapping

ENGLISH, DUTCH = "surveys/a/en.md", "surveys/a/nl.md"

WORDS = st.sampled_from(
    [
        *(
            "school",
            "Enquête",
            "σχολείο",
            "l'école",
            "50 %",
            "<3",
            "a < b",
            "AT&T",
            "&amp;",
            "C#",
            "*mark*",
            "_x_",
            "\\*",
        ),
        *("1.", "«\u00a0mot\u00a0»", "“so”", '"so"', "{x}", "[a]", "%s", "{1}", "e\u0301", "\U0001f600", "\u2028", "|"),
        "\\",
    ]
)
INLINE = st.sampled_from(
    [
        *("[words](../b/)", '[words](https://example.org/a_(b) "A title")', "[the 1st]({deadline})", "[]({deadline})"),
        *("`co|de`", "``a ` b``", "<b>bold</b>", "https://example.org/x.", "<https://example.org>", "[^1]", "[ref]"),
        *("*mot*{lang=fr}", "[a b][ref]", "![alt](a.png)", "[![alt](a.png)](b)", '<g id="1">', "</g>", '<x id="2"/>'),
        *("<!-- no -->", "a  \nb", "[un", "](", "`", "**b**"),
    ]
)
LINE = st.lists(st.one_of(WORDS, WORDS, INLINE), min_size=1, max_size=8).map(" ".join)
TEXT = st.lists(LINE, min_size=1, max_size=3).map("\n".join)


def block() -> st.SearchStrategy[str]:
    """One block of Markdown, or what looks like one."""
    return st.one_of(
        TEXT,
        TEXT,
        st.builds("{} {}{}".format, st.sampled_from(["#", "##", "###"]), LINE, st.sampled_from(["", " ##", " {#id}"])),
        st.builds("{}\n{}".format, LINE, st.sampled_from(["===", "---"])),
        st.lists(LINE, min_size=1, max_size=4).map(lambda lines: "\n".join(f"- {line}" for line in lines)),
        st.builds("1. {}\n\n    {}\n2. {}\n    - {}".format, LINE, LINE, LINE, LINE),
        TEXT.map(lambda text: "> " + text.replace("\n", "\n> ")),
        st.builds("| {} | b |\n|---|:-:|\n| {} | `c` |".format, WORDS, LINE),
        st.builds(
            "![{}](a.png{}){}".format,
            WORDS,
            st.sampled_from(["", ' "Of school"', " 'It'"]),
            st.sampled_from(["", '{credit="N"}']),
        ),
        st.builds("```\n{}\n```".format, TEXT),
        st.builds("    {}".format, LINE),
        st.builds("<div>\n{}\n</div>".format, LINE),
        st.builds("[^1]: {}".format, LINE),
        st.builds("{}\n:   {}".format, WORDS, TEXT),
        st.builds("{}\n{{: .note}}".format, TEXT),
        st.sampled_from(["---", "* * *", "[ref]: https://example.org/r 'R'", "*[AT]: And so"]),
    )


GAP = st.sampled_from(["\n\n", "\n\n", "\n\n\n", "\n \t\n", "\n"])
BODY = st.lists(st.tuples(block(), GAP), min_size=0, max_size=8).map(lambda pairs: "".join(b + g for b, g in pairs))
VALUE = (
    st.one_of(LINE, WORDS)
    .map(lambda text: " ".join(text.split()).replace("\\", "").replace('"', "”"))
    .map('"T {}"'.format)
)
HEAD = st.builds(
    "---\n{}title: {}{}\n{}translates: en # by hand\n---\n{}".format,
    st.sampled_from(["", "# remark\n", "published: 2023-01-10\n"]),
    VALUE,
    st.sampled_from(["", "   # said"]),
    st.one_of(
        st.just(""), VALUE.map("summary: {}\n".format), st.just("image_alt: >\n  A folded\n  text\nstatus: draft\n")
    ),
    st.sampled_from(["", "\n", "\n\n"]),
)
FORM = st.sampled_from([str.encode, lambda t: b"\xef\xbb\xbf" + t.encode(), lambda t: t.replace("\n", "\r\n").encode()])


def written(head: str, body: str, form: object) -> bytes:
    """The bytes of a file."""
    text = INVALID.sub("", head + body)
    return form(text)  # type: ignore[operator]


FILE = st.builds(written, HEAD, BODY, FORM)


def original(data: bytes) -> bytes:
    """The same as an original."""
    return data.replace(b"translates: en # by hand\r\n", b"").replace(b"translates: en # by hand\n", b"")


def stamped_with(data: bytes, source: bytes, *, gone: int = -1) -> bytes:
    """A version stamped with that source, in which one digest may be another."""
    digests = list(read_version_document(source, ENGLISH).digests)
    if 0 <= gone < len(digests):
        digests[gone] = "bbbbbbbb"
    return set_key(data, "translates", {"language": "en", "digest": f"v1:{'-'.join(digests)}"})


def sent(source: bytes, version: bytes | None, before: Mapping[str, str] | None = None) -> str:
    """The exported file."""
    document = read_version_document(source, ENGLISH)
    translation = read_version_document(version, DUTCH) if version is not None else None
    return po_text(units(document, translation, before or {}), DUTCH, document)


def came(po: str, source: bytes, version: bytes | None, **options: bool) -> ImportResult:
    """What an import of the file comes to."""
    returned, problems = parse_returned(po.encode(), "nl.po")
    assert problems == ()
    assert returned is not None
    return import_result(returned, read_version_document(source, ENGLISH), version, {}, **options)


def unchanged(source: bytes, version: bytes) -> None:
    """Promises that an import of what was exported changes no byte."""
    taken = came(sent(source, version), source, version)
    assert [p for p in taken.problems if p.severity is Severity.ERROR] == []
    assert taken.data == version
    assert (taken.counts.changed, taken.counts.kept) == (0, 0)


@given(FILE, FILE, st.integers(-1, 9))
@settings(max_examples=300, deadline=None)
def test_an_unchanged_file_changes_no_byte(source: bytes, version: bytes, gone: int) -> None:
    """Whatever two texts look like, and however they are stamped."""
    unchanged(original(source), version)
    unchanged(original(source), source)
    unchanged(original(source), stamped_with(source, original(source), gone=gone))


@pytest.mark.long
@given(FILE, FILE, st.integers(-1, 9))
@settings(max_examples=1000, deadline=None)
def test_a_thousand_unchanged_files_change_no_byte(source: bytes, version: bytes, gone: int) -> None:
    """The same for a thousand documents."""
    unchanged(original(source), version)
    unchanged(original(source), source)
    unchanged(original(source), stamped_with(source, original(source), gone=gone))


def translated(text: str) -> str:
    """A translation that keeps all placeholders and marks."""
    at, pieces = 0, []
    for token in TOKEN.finditer(text):
        pieces += [text[at : token.start()].replace("o", "ø"), token[0]]
        at = token.end()
    return "".join([*pieces, text[at:].replace("o", "ø")])


def worked_on(po: str) -> str:
    """The file with a translation of every message, and nothing fuzzy."""
    catalogue = read_po(io.StringIO(po))
    for message in catalogue:
        if message.id and message.context != END:
            message.string = translated(message.string or message.id)
            message.flags.discard("fuzzy")
    out = io.BytesIO()
    write_po(out, catalogue, width=60, omit_header=True)
    return po[: po.index("\n\n") + 2] + out.getvalue().decode()


def strings(po: str) -> list[tuple[str, str, bool]]:
    """Context, translation and mark of every message, in order."""
    return [(str(m.context), str(m.string), m.fuzzy) for m in read_po(io.StringIO(po)) if m.id]


def taken_as_it_is(source: bytes, version: bytes | None) -> None:
    """Promises that every translation stands in the version afterwards, and that this is current then."""
    po = worked_on(sent(source, version))
    taken = came(po, source, version)
    assert taken.problems == ()
    assert taken.data is not None
    again = sent(source, taken.data)
    assert strings(again) == strings(po)
    unchanged(source, taken.data)


def test_equal_blocks_come_each_to_its_own_place() -> None:
    """What stands in front of the second one keeps it apart from a footnote, of which it would be a part."""
    head, code = b"---\ntitle: A\ntranslates: en\n---\n", b"    code\n\n"
    taken_as_it_is(original(head + b"Text.\n\n" + code + b"[^1]: Note\n\n\n" + code), None)


@given(FILE)
@settings(max_examples=200, deadline=None)
def test_a_translation_stands_in_the_version_as_it_was_made(source: bytes) -> None:
    """Whatever is in the original, its translation comes back when it is exported again."""
    taken_as_it_is(original(source), stamped_with(source, original(source)))


@given(FILE)
@settings(max_examples=200, deadline=None)
def test_a_new_version_is_what_was_translated(source: bytes) -> None:
    """The same for a version that was not there before."""
    taken_as_it_is(original(source), None)
