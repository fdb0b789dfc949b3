"""The profile of a version, for comparisons."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from noticeboard.markdown.render.parsed_text import LinkUse
from noticeboard.markdown.segments.link_keys import link_key
from noticeboard.markdown.segments.version_profile import VersionProfile, version_profile
from noticeboard.markdown.source_map.blocks import split
from noticeboard.model import Location

PATH = "news/a/en.md"


def gist(text: str, lang: str = "en", title: str = "") -> VersionProfile:
    """The profile of a text that begins in line 5."""
    return version_profile(text, split(text, PATH, 5), lang, [(title, Location(PATH, 2, 8))])


def marks(text: str, lang: str = "en") -> list[tuple[str, str, int, int]]:
    """The value, words, line and column of each stated value."""
    return [(m.value, m.words, m.line, m.column) for m in gist(text, lang).marks]


def test_stated_values_have_their_places() -> None:
    """Each figure, date and time has the author's words, line and column."""
    text = "Of 4,859 schools\n87 % answered until 5 pm\non 19 February\n2023."
    assert marks(text) == [
        ("4859", "4,859", 5, 4),
        ("87%", "87 %", 6, 1),
        ("17:00", "5 pm", 6, 21),
        ("2023-02-19", "19 February 2023", 7, 4),
    ]


def test_invisible_digits_do_not_count() -> None:
    """Targets, attributes, code, footnote marks, item numbers, addresses, and the deadline's words."""
    text = (
        "[One](https://example.org/2023) and <b data-a='1'>b</b>, `1`,[^1] https://example.org/7, a1@example.org.\n\n"
        '![Alt 3](p4.png "Caption 5"){credit="2019"}\n\n1. first 6\n2. second\n\n'
        "Until [19 February 2023]({deadline}).\n\n    8\n\n[^1]: Note 9.\n\n*[A1]: a 10\n\n[r]: https://example.org/11\n"
    )
    assert [value for value, *_ in marks(text)] == ["3", "5", "6", "9"]


def test_the_title_counts_and_belongs_to_no_block() -> None:
    """Values of the front matter have block -1 and their own place."""
    (mark,) = gist("Text.", title="87 % of all").marks
    assert (mark.value, mark.line, mark.column, mark.block) == ("87%", 2, 8, -1)


def test_the_shape_has_a_letter_per_block() -> None:
    """Headings, paragraphs, lists with items, tables with rows, pictures."""
    found = gist("A.\n\n## B\n\n- c\n    - d\n- e\n\n| f |\n| - |\n| g |\n\n> h\n\n![i](i.png)\n")
    assert (found.shape, found.lines, found.sizes) == ("phltpi", (5, 7, 9, 13, 17, 19), (0, 0, 3, 1, 0, 0))


def test_equal_sentences_have_equal_fingerprints_whatever_their_marks() -> None:
    """Line breaks, emphasis and quotation marks do not matter; another word does."""
    one = gist("Schools help new teachers through a first year.").prints[0][0]
    other = gist("Schools help new\n**teachers** “through” a first year!", "nl").prints[0][0]
    third = gist("Schools help new teachers through a second year.").prints[0][0]
    assert (one == other, one == third) == (True, False)


def test_short_sentences_and_names_have_no_fingerprint() -> None:
    """A few words, or a name in capitals, may be the same in two languages."""
    assert gist("Programme: Erasmus+.\n\nEuropean Education And Culture Executive Agency Brussels\n").prints == ()


def test_passages_in_another_language_have_no_fingerprint() -> None:
    """Text marked with lang is intended; alternative texts have their own rule."""
    marked = (
        "*how schools learn from one another*{lang=en} text\n\nHow schools learn from one another here\n{lang=en}\n"
    )
    assert gist(f"{marked}\n![how schools learn from one another](a.png)\n", "nl").prints == ()


def test_links_are_the_same_in_all_languages() -> None:
    """A language code in an address, and what follows it, may differ; fragments are left out."""
    location = Location(PATH)
    keys = [
        link_key(LinkUse("web", address, "", location), lang)
        for address, lang in (
            ("https://example.org/nl/over#x", "nl"),
            ("https://example.org/EN/about", "en"),
            ("https://nl.example.org/a", "nl"),
            ("https://sv.example.org/b", "sv"),
            ("https://example.org/about", "en"),
        )
    ]
    assert keys == [
        *["https://example.org"] * 2,
        *["https://*.example.org"] * 2,
        "https://example.org/about",
    ]


@settings(max_examples=200)
@given(st.text(alphabet="a1 .\n|-#>*`[](){}!<%:=lang", max_size=120))
def test_the_profile_of_any_text_points_into_it(text: str) -> None:
    """Shape, lines and sizes fit together, and every place is inside the text."""
    found = gist(text)
    last = 5 + text.count("\n")
    assert len(found.shape) == len(found.lines) == len(found.sizes)
    assert all(5 <= mark.line <= last for mark in found.marks if mark.block >= 0)
    assert all(5 <= line <= last for _, line, _ in found.prints)
