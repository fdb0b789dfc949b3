"""What translators see of a segment."""

from __future__ import annotations

import pytest

from noticeboard.exchange.inline_codes import CodedSegment, code_segment
from noticeboard.exchange.placeholders import put_back
from noticeboard.markdown.source_map.blocks import references, split


def seen(text: str) -> str:
    """What translators see of a text that is one block."""
    (block,) = split(text, "")
    return code_segment(block.kind, block.text).text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("One line\nand another.", "One line and another."),
        ("Hard  \nbreak", 'Hard<x id="1"/>break'),
        ("See [the plan](../b/ 'Plan').", 'See <g id="1">the plan</g>.'),
        ("By [19 February]({deadline}), or []({deadline}).", 'By <g id="1">19 February</g>, or <x id="2"/>.'),
        ("Run `make [a](b)`{.sh}.", 'Run <x id="1"/>.'),
        ("A <b>bold</b> word", 'A <x id="1"/>bold<x id="2"/> word'),
        ("See https://example.org/a.", 'See <x id="1"/>.'),
        ("Write to <a@example.org>.", 'Write to <x id="1"/>.'),
        ("*Schule*{lang=de} is *school*.", '<g id="1">Schule</g> is *school*.'),
        ("A note[^1]", 'A note<x id="1"/>'),
        ("[a ![b](c.png) d](e)", '<g id="1">a <g id="2">b</g> d</g>'),
        ("a < b & c", "a < b & c"),
        ("A paragraph\n{: .note}", "A paragraph"),
        ("## Who can answer? ## {#who}", "Who can answer?"),
        ("Who?\n====", "Who?"),
        ("- one\n  goes on\n- two [x](y)\n    - three", '- one goes on\n- two <g id="1">x</g>\n    - three'),
        ("> quoted\n> words", "> quoted words"),
        ("[^1]: A note\n    goes on", "A note goes on"),
        ("| a | b |\n|---|---|\n| `c` | d |", '| a | b |\n|---|---|\n| <x id="1"/> | d |'),
        ("<div>\nWords\n</div>", '<x id="1"/>\nWords\n<x id="2"/>'),
        ('![Trees](a.png "In *May*"){credit="N"}', "Trees"),
        ("```\nmake\n```", ""),
        ("---", ""),
    ],
)
def test_markup_becomes_placeholders(text: str, shown: str) -> None:
    """Links are placeholders around their words, code and tags are one placeholder, block markers are left out."""
    assert seen(text) == shown


@pytest.mark.parametrize("text", ['![<g id="1">](a.png)', "![</g>](a.png)", '![a <x id="7"/>](a.png)'])
def test_text_that_looks_like_a_placeholder_is_escaped(text: str) -> None:
    """A placeholder stands for its first character."""
    (block,) = split(text, "")
    found = code_segment(block.kind, block.text)
    marks = {mark.id: mark for mark in found.marks}
    inner = put_back(found.text, lambda number: marks[number].opening, lambda number: marks[number].closing)
    assert (marks[1].kind, f"{found.before}{inner}{found.after}") == ("angle", text)


def test_titles_and_captions_are_separate_messages() -> None:
    """The title of a link and the caption of a picture have their own words."""
    link = code_segment("paragraph", 'See [a](b "The "plan"").')
    picture = code_segment("picture", "![Trees](a.png 'In May')")
    assert [(mark.id, mark.title) for mark in (*link.marks, *picture.marks)] == [(1, 'The "plan"'), (0, "In May")]


def test_a_link_by_its_words_keeps_its_label() -> None:
    """A reference link without a label gets its words as the label, so that they can be translated."""
    blocks = split("See [plan] and [our plan][plan].\n\n[plan]: https://example.org\n", "")
    found = code_segment("paragraph", blocks[0].text, references(blocks))
    assert [mark.closing for mark in found.marks] == ["][plan]", "][plan]"]


def test_no_break_spaces_stay() -> None:
    """A no-break space belongs to the words of a title."""
    assert code_segment("title", "  Enquête\n sur\u00a0: ") == CodedSegment("Enquête sur\u00a0:")
