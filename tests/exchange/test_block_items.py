"""List items, table cells and lines of definitions are messages of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from noticeboard.exchange.block_items import block_items
from noticeboard.exchange.version_document import read_version_document

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import SimpleNamespace

HEAD = "---\ntitle: A\n---\n\n"
TABLE = "| School | Pupils |\n|---|--:|\n| [North](../n/) | many |\n| South | few |\n"
DUTCH = "| School | Leerlingen |\n|:--|---|\n| [Noord](../n/) | veel |\n| Zuid | weinig |\n"


def version(body: str, original: str) -> str:
    """A Dutch version stamped with that original."""
    stamp = "-".join(read_version_document(original.encode(), "surveys/a/en.md").digests)
    return f'---\ntitle: B\ntranslates: {{language: en, digest: "v1:{stamp}"}}\n---\n\n{body}'


@pytest.mark.parametrize(
    ("kind", "text", "items"),
    [
        ("list", "- one\n- two", ("one", "two")),
        ("list", "1. one\n    - two\n\n    more\n2) three", ("one", "two", "more", "three")),
        ("list", "- one", None),
        ("list", '- <g id="1">one\n- two</g>', None),
        ("list", '- one\n- <x id="1"/>\n- two', ("one", "two")),
        ("table", "| a | b |\n|---|---|\n| c |  |", ("a", "b", "c")),
        ("table", "a | b\n---|---\nc \\| d | e", ("a", "b", "c \\| d", "e")),
        ("definitions", "Term\n:   what it means\n:   more", ("Term", "what it means", "more")),
        ("paragraph", "one\ntwo", None),
    ],
)
def test_a_block_has_its_items(kind: str, text: str, items: tuple[str, ...] | None) -> None:
    """Markers, pipes and lines without words are no items; a block with one item is one message."""
    found = block_items(kind, text)
    assert (found.texts if found else None) == items


@given(st.sampled_from(["list", "table", "definitions"]), st.text(st.sampled_from("ab 1.-*>|:\\\n\t"), max_size=40))
def test_the_items_of_a_block_put_together_are_the_block(kind: str, text: str) -> None:
    """Joining the items gives the block, whatever it looks like."""
    found = block_items(kind, text)
    assert found is None or found.filled(found.texts) == text


def test_only_a_changed_cell_is_translated_again(exchange: SimpleNamespace, translate: Callable) -> None:
    """If the previous text is known, the other cells stay translated, and the version's rows keep their form."""
    before, after = HEAD + TABLE, HEAD + TABLE.replace("many", "very many")
    dutch, table = version(DUTCH, before), read_version_document(before.encode(), "surveys/a/en.md")
    knowing = exchange.knowing({table.digests[1]: table.passages[1].text})
    found = [unit for unit in knowing.units(after, dutch) if unit.fuzzy]
    assert [(unit.source, unit.previous, unit.target) for unit in found] == [("very many", "many", "veel")]
    po = translate(knowing.sent(after, dutch), {"very many": "heel veel"})
    assert knowing.text(po, after, dutch) == version(DUTCH.replace("veel", "heel veel"), after)


def test_items_of_a_draft_are_translated_one_by_one(exchange: SimpleNamespace, translate: Callable) -> None:
    """Translated items are in the draft, and the next export asks for the others."""
    original = HEAD + "Text.\n\n- one\n- two\n"
    draft = version("Text.\n\n- one\n- two\n", original).replace("title: B", "title: A\nstatus: draft")
    text = exchange.text(translate(exchange.sent(original, draft), {"one": "een"}), original, draft)
    assert "\n- een\n- two\n" in text
    assert [u.source for u in exchange.units(original, text) if u.source and not u.target] == ["A", "Text.", "two"]
    done = exchange.text(
        translate(exchange.sent(original, text), {"A": "B", "Text.": "Tekst.", "two": "twee"}), original, text
    )
    assert done.endswith("Tekst.\n\n- een\n- twee\n")
    assert "status: published" in done


def test_a_list_of_another_length_is_one_message(exchange: SimpleNamespace) -> None:
    """Nobody can tell which items belong together."""
    original = HEAD + "- one\n- two\n"
    dutch = version("- een\n- twee\n- drie\n", original)
    assert [(u.source, u.target) for u in exchange.units(original, dutch)][1:] == [
        ("- one\n- two", "- een\n- twee\n- drie")
    ]


def test_a_file_of_an_older_export_is_understood(exchange: SimpleNamespace) -> None:
    """A message with a whole list, as in older exports, is imported."""
    original, dutch = HEAD + "- one\n- two\n", version("- een\n- twee\n", HEAD + "- one\n- two\n")
    whole = exchange.sent(original, version("- een\n- twee\n- drie\n", original))
    record = next(word for word in whole.split() if word.startswith("list/"))
    assert record.count("/") == 6
    po = whole.replace('"- een\\n"\n"- twee\\n"\n"- drie"', '"- eerste\\n"\n"- tweede"')
    taken = exchange.taken(po, original, version("- een\n- twee\n- drie\n", original))
    assert b"- eerste\n- tweede\n" in taken.data
    assert exchange.text(exchange.sent(original, dutch), original, dutch) == dutch
