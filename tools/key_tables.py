"""Writes the tables of front matter keys in docs/content-format.md from the declarations of the keys.

python tools/key_tables.py
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from noticeboard.fields.front_matter_keys import ANNOUNCEMENT_KEYS, VERSION_KEYS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from noticeboard.fields.key_declaration import FrontMatterKey

PAGE = Path(__file__).resolve().parent.parent / "docs" / "content-format.md"
HEAD = ("| key | needed | meaning |", "|---|---|---|")
TERMS = "| `audience`, `tags`, … | | Ids of terms from the vocabulary of that name, in the order to show. |"
TABLE = re.compile(r"(?<=<!-- keys of (?:the|one) )(version|announcement) -->\n\n(?:\|.*\n)*")


def with_tables(page: str) -> str:
    """The page with both tables, each below the comment that names it."""
    tables = {"version": table(VERSION_KEYS), "announcement": f"{table(ANNOUNCEMENT_KEYS)}{TERMS}\n"}
    return TABLE.sub(lambda found: f"{found[1]} -->\n\n{tables[found[1]]}", page)


def table(keys: Mapping[str, FrontMatterKey]) -> str:
    """A Markdown table with a row for each key."""
    rows = (f"| `{name}` | {needed(key)} | {key.doc} |".replace("|  |", "| |") for name, key in keys.items())
    return "".join(f"{line}\n" for line in (*HEAD, *rows))


def needed(key: FrontMatterKey) -> str:
    """Which kinds need the key, in words; "" if none does."""
    return "always" if key.required else f"for {', '.join(key.needed_by)}" if key.needed_by else ""


if __name__ == "__main__":
    PAGE.write_text(with_tables(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
