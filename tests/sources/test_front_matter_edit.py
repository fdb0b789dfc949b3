"""An edit of front matter changes only the lines that must change."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from noticeboard.sources.front_matter import parse
from noticeboard.sources.front_matter_edit import EditError, key_entry, set_key
from noticeboard.sources.text_decoding import decode

STAMP = {"language": "en", "digest": "v1:abcdefgh"}


def stamped(head: str) -> str:
    """The front matter after it was stamped."""
    data = set_key(f"---\n{head}---\n\nText.\n".encode(), "translates", STAMP, after="title")
    return data.decode().removeprefix("---\n").removesuffix("---\n\nText.\n")


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (
            "title: A\ntranslates: en  # from English\nstatus: draft\n",
            'title: A\ntranslates: {language: en, digest: "v1:abcdefgh"}  # from English\nstatus: draft\n',
        ),
        ("translates: {language: en}\n", 'translates: {language: en, digest: "v1:abcdefgh"}\n'),
        (
            "translates: {language: 'en', digest: 'v1:x', }  # z\n",
            "translates: {language: 'en', digest: 'v1:abcdefgh', }  # z\n",
        ),
        (
            "translates:   # c\n  language: en # d\n\n  # e\nstatus: draft\n",
            'translates:   # c\n  language: en # d\n  digest: "v1:abcdefgh"\n\n  # e\nstatus: draft\n',
        ),
        ("translates:\n  digest: v1:x # y\n  language: en\n", None),
        ("{title: A, translates: en}\n", '{title: A, translates: {language: en, digest: "v1:abcdefgh"}}\n'),
        (
            "# first\ntitle: |\n  A\n\n# next\nstatus: x\n",
            '# first\ntitle: |\n  A\n\ntranslates: {language: en, digest: "v1:abcdefgh"}\n# next\nstatus: x\n',
        ),
        ("status: x\n", 'status: x\ntranslates: {language: en, digest: "v1:abcdefgh"}\n'),
        ("", 'translates: {language: en, digest: "v1:abcdefgh"}\n'),
    ],
)
def test_a_stamp_keeps_the_form_of_the_key(head: str, expected: str | None) -> None:
    """Short form, long form in braces or on lines, quotation marks and comments stay."""
    expected = expected or head.replace("v1:x", '"v1:abcdefgh"')
    assert stamped(head) == expected


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("moved_from: [surveys/a]\n", "moved_from: [surveys/a, surveys/b]\n"),
        ("moved_from:\n- surveys/a # x\n# y\ntitle: T\n", "moved_from:\n- surveys/a # x\n- surveys/b\n# y\ntitle: T\n"),
        ("moved_from:\n    - surveys/a\n", "moved_from:\n    - surveys/a\n    - surveys/b\n"),
    ],
)
def test_a_list_grows_in_its_own_form(head: str, expected: str) -> None:
    """In brackets or on lines."""
    data = f"---\n{head}---\nText.\n".encode()
    assert set_key(data, "moved_from", ["surveys/a", "surveys/b"]).decode() == f"---\n{expected}---\nText.\n"


def test_a_list_can_shrink() -> None:
    """Removed items are gone, and the keys beside it stay."""
    data = b"---\nmoved_from:\n- surveys/a\n- surveys/b\ntitle: T # x\n---\nText.\n"
    assert set_key(data, "moved_from", ["surveys/b"]) == b"---\nmoved_from: [surveys/b]\ntitle: T # x\n---\nText.\n"


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"Text.\n",
        b"---\ntitle: A\n",
        b"---\ntitle: A\ntitle: B\n---\nText.\n",
        b"---\ntitle: \xff\n---\nText.\n",
        b"---\ntitle: &a A\nsummary: *a\n---\nText.\n",
    ],
)
def test_a_file_with_problems_is_left_alone(data: bytes) -> None:
    """It cannot be changed safely."""
    with pytest.raises(EditError):
        set_key(data, "status", "draft")


def test_an_equal_value_changes_nothing() -> None:
    """The same value in another form changes no byte."""
    data = b"---\ntranslates: {digest: 'v1:abcdefgh', 'language': \"en\"}\n---\nText.\n"
    assert set_key(data, "translates", STAMP) == data


def test_a_line_separator_in_a_value_moves_nothing() -> None:
    """U+2028 ends no line in YAML 1.2."""
    data = "---\ntitle: A\u2028B # c\nstatus: x\n---\nText.\n".encode()
    assert set_key(data, "status", "draft") == data.replace(b"status: x", b"status: draft")


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("title", "title: 'A' # why\n"),
        ("summary", "summary: >-\n  one\n  two\n\n"),
        ("image_alt", "image_alt: a\n  b\n"),
        ("survey", ""),
    ],
)
def test_an_entry_is_given_as_it_is_written(key: str, expected: str) -> None:
    """With its quoting and the comment after it; "" for a missing key."""
    text = "---\n# top\ntitle: 'A' # why\nsummary: >-\n  one\n  two\n\nimage_alt: a\n  b\n# end\n---\nText.\n"
    assert key_entry(text, key) == expected


KEYS = st.sampled_from(["title", "summary", "status", "survey", "image_alt"])
SCALARS = st.one_of(
    st.sampled_from(
        ["plain", "no", "12", "a: b", "#x", "it's", '"q"', "", " x ", "Ελλάδα", "null", "2026-12-01", "- a"]
    ),
    st.text(st.characters(codec="utf-8", exclude_categories=["C", "Zl", "Zp"]), max_size=20),
)
FORMS = ("{k}: '{s}'", '{k}: "{d}"', "{k}: >-\n  x{k}\n  y", "{k}: plain words # said", "{k}: # nothing\n  plain")
COMMENTS = st.sampled_from(["", "", "# a comment\n", "\n", "   # indented\n\n"])


@st.composite
def files(draw: st.DrawFn) -> bytes:
    """A file with front matter in any form, with comments, CR LF and a byte order mark."""
    lines = []
    for key in draw(st.lists(KEYS, unique=True)):
        value = draw(SCALARS)
        form = draw(st.sampled_from(FORMS))
        escaped = value.replace("\\", "\\\\").replace('"', '\\"')
        lines.append(form.format(k=key, s=value.replace("'", "''"), d=escaped) + "\n" + draw(COMMENTS))
    text = f"---\n{draw(COMMENTS)}{''.join(lines)}---\n\nThe text\nof it.\n"
    raw = text.replace("\n", draw(st.sampled_from(["\n", "\r\n", "\r"])))
    return (draw(st.sampled_from(["", "\ufeff"])) + raw).encode()


@given(data=files(), key=KEYS, value=SCALARS)
def test_everything_else_stays_byte_for_byte(data: bytes, key: str, value: str) -> None:
    """Read again, the file has the new value and all others as before; other lines are unchanged."""
    before = parse(decode(data, "")[0], "")
    if before.problems:
        with pytest.raises(EditError):
            set_key(data, key, value)
        return
    done = set_key(data, key, value)
    after = parse(decode(done, "")[0], "")
    assert (after.problems, after.body) == ((), before.body)
    assert dict(after.values) == dict(before.values) | {key: value}
    own = key_entry(decode(data, "")[0], key).encode()
    end = b"\r\n" if b"\r\n" in data else b"\r" if b"\r" in data else b"\n"
    kept = data.replace(own.replace(b"\n", end), b"", 1) if own else data
    changed = key_entry(decode(done, "")[0], key).encode().replace(b"\n", end)
    assert done.replace(changed, b"", 1) == kept or (not own and set(data.split(end)) <= set(done.split(end)))
