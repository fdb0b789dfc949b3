"""An edit of front matter loses no words except those of the changed value."""

from __future__ import annotations

import re
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from noticeboard.sources.front_matter import parse
from noticeboard.sources.front_matter_edit import EditError, set_key
from noticeboard.sources.text_decoding import decode

REMARK = st.sampled_from(["", " # r{n}a"])
LINE = st.sampled_from(["", "# r{n}b\n", "  # r{n}c\n", "\n"])
SCALAR = st.sampled_from(
    [
        "{k}: w{n}{r}\n",
        "{k}: 'w{n}'{r}\n",
        '{k}: "w{n}"{r}\n',
        "{k}:{r}\n  w{n}\n",
        "{k}: >{r}\n  w{n}\n  w{n}z\n",
        "{k}: |-{r}\n  w{n}\n",
        "{k}: w{n}\n  w{n}z{r}\n",
        '{k}: "w{n}\n  w{n}z"{r}\n',
        "{k}: >+{r}\n  w{n}\n\n",
        "{k}:{r}\n",
        "? {k}\n: w{n}{r}\n",
        '"{k}": w{n}{r}\n',
    ]
)
LIST = st.sampled_from(
    [
        "{k}: [w{n}, 'w{n}z']{r}\n",
        "{k}: [w{n},{r}\n  w{n}z, # r{n}d\n  ]\n",
        "{k}:{r}\n- w{n}{r}\n# r{n}d\n- w{n}z\n",
        "{k}:{r}\n  # r{n}d\n  - w{n}\n  - w{n}z # r{n}e\n",
        "{k}:\n  - >\n    w{n}\n  # r{n}d\n  - w{n}z\n",
        "{k}: []{r}\n",
    ]
)
MAPPING = st.sampled_from(
    [
        "{k}: {{language: w{n}, digest: 'w{n}z'}}{r}\n",
        "{k}: {{language: w{n},{r}\n  digest: w{n}z # r{n}d\n  }}\n",
        "{k}:{r}\n  language: w{n}{r}\n  # r{n}d\n  digest: w{n}z # r{n}e\n",
        "{k}:\n    # r{n}d\n    digest: w{n} # r{n}e\n    language: # r{n}f\n      w{n}z\n",
        "{k}:\n  digest: >-\n    w{n}\n  # r{n}d\n  language: w{n}z\n",
        "{k}: w{n}{r}\n",
        "{k}:{r}\n  w{n} # r{n}d\n",
        "{k}: {{}}{r}\n",
        "{k}: {{language: w{n}}}{r}\n",
        "{k}:\n  language: w{n} # r{n}d\n",
    ]
)
KEYS = {"title": SCALAR, "summary": SCALAR, "status": SCALAR, "moved_from": LIST, "translates": MAPPING}
VALUES = st.one_of(
    st.tuples(st.sampled_from(["title", "summary", "status"]), st.sampled_from(["new", "a: b", "# x", "it's"])),
    st.tuples(st.just("moved_from"), st.sampled_from(["more", "other", "fewer"])),
    st.tuples(st.just("translates"), st.sampled_from(["stamp", "both", "language"])),
)
_WORD = re.compile(r"[rw]\d+[a-z]?")


@st.composite
def heads(draw: st.DrawFn) -> str:
    """Front matter in any form, in which every word is unique."""
    pieces = [draw(LINE).format(n=90)]
    for number, key in enumerate(draw(st.lists(st.sampled_from(sorted(KEYS)), unique=True))):
        form, remark = draw(KEYS[key]), draw(REMARK).format(n=number)
        pieces += [form.format(k=key, n=number, r=remark), draw(LINE).format(n=number)]
    return "".join(pieces)


def wanted(key: str, what: str, values: object) -> object:
    """A value to set: text, a changed list, or a stamp."""
    if key == "moved_from":
        old = [str(one) for one in values] if isinstance(values, list) else []
        return {"more": [*old, "more"], "other": ["other"], "fewer": old[1:] or ["one"]}[what]
    if key == "translates":
        stamp = {"digest": "v1:abcdefgh"}
        return {"stamp": stamp, "both": {"language": "en", **stamp}, "language": {"language": "en"}}[what]
    return what


def loses_nothing(head: str, key: str, what: str) -> None:
    """Promises that all words except the old value's are there afterwards, including comments inside it."""
    data = f"---\n{head}---\n\nBody r99.\n".encode()
    values = parse(decode(data, "")[0], "").values
    gone = set(_WORD.findall(str(values.get(key, ""))))
    after = data
    with suppress(EditError):
        after = set_key(data, key, wanted(key, what, values.get(key)))
    assert set(_WORD.findall(data.decode())) - set(_WORD.findall(after.decode())) - gone == set()


@given(heads(), VALUES)
@settings(max_examples=400)
def test_an_edit_loses_no_word(head: str, edit: tuple[str, str]) -> None:
    """Whatever form keys, values and comments have."""
    loses_nothing(head, *edit)


@pytest.mark.long
@given(heads(), VALUES)
@settings(max_examples=5_000)
def test_five_thousand_edits_lose_no_word(head: str, edit: tuple[str, str]) -> None:
    """The same for five thousand edits."""
    loses_nothing(head, *edit)
