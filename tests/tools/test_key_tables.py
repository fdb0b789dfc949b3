"""The tables of front matter keys in docs/content-format.md."""

from __future__ import annotations

from key_tables import PAGE, TABLE, with_tables


def test_the_tables_are_those_of_the_declarations() -> None:
    """Run `python tools/key_tables.py` if this fails."""
    page = PAGE.read_text(encoding="utf-8")
    assert len(TABLE.findall(page)) == 2
    assert with_tables(page) == page
