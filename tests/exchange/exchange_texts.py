"""Random documents for the tests of the exchange: originals, versions, stamps and translations."""

from __future__ import annotations

from hypothesis import settings
from hypothesis import strategies as st

from noticeboard.exchange.placeholders import TOKEN
from noticeboard.exchange.version_document import read_version_document
from noticeboard.sources.front_matter_edit import set_key
from noticeboard.sources.text_decoding import INVALID

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
    """A block of Markdown, or something that looks like one."""
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
    """The same text as an original."""
    return data.replace(b"translates: en # by hand\r\n", b"").replace(b"translates: en # by hand\n", b"")


def stamped_with(data: bytes, source: bytes, *, gone: int = -1) -> bytes:
    """A version stamped with that source; `gone` is the digest to replace."""
    digests = list(read_version_document(source, ENGLISH).digests)
    if 0 <= gone < len(digests):
        digests[gone] = "bbbbbbbb"
    return set_key(data, "translates", {"language": "en", "digest": f"v1:{'-'.join(digests)}"})


def translated(text: str) -> str:
    """A translation that keeps all placeholders and marks."""
    at, pieces = 0, []
    for token in TOKEN.finditer(text):
        pieces += [text[at : token.start()].replace("o", "ø"), token[0]]
        at = token.end()
    return "".join([*pieces, text[at:].replace("o", "ø")])


def examples(everyday: int, long: int) -> settings:
    """How many examples the everyday tests try, and the long ones."""
    return settings(max_examples=everyday if settings.get_current_profile_name() == "repeatable" else long)
