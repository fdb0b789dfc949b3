"""Quotation marks, dashes and spaces on the demo's pages are those of the language, not those of a keyboard."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

    from conftest import Demo

NO_TEXT = frozenset(("script", "style", "code", "template"))
ATTRIBUTES = ("alt", "title", "aria-label", "placeholder")
TYPED = re.compile(r"[\"']|\w -{1,2} \w|\.\.\.")
"""Straight quotation marks, a hyphen for a dash, full stops for an ellipsis."""
SPACE = "[ \n]"
LEFT_ALONE = {
    "cs": rf"(?<![\w.])[aikosuvzAIKOSUVZ]{SPACE}+\S|(?<![\d.,])\d\d?\.{SPACE}[a-zúřžčš]",
    "de": rf"\d{SPACE}%",
    "fr": rf"\w{SPACE}[;!?:%]|«{SPACE}|{SPACE}»",
    "lt": rf"\d{SPACE}(?:m|d|val)\.",
    "pl": rf"(?<![\w.])[aiouwzAIOUWZ]{SPACE}+\S",
    "sk": rf"(?<![\w.])[aikosuvzAIKOSUVZ]{SPACE}+\S|(?<![\d.,])\d\d?\.{SPACE}[a-zúžčš]",
}
"""What these languages keep together with the next word."""


def texts(element: HtmlElement, lang: str = "") -> Iterator[tuple[str, str]]:
    """The texts that readers and search engines see, each with its language."""
    own = element.get("lang", lang)
    yield from ((own, element.get(name)) for name in ATTRIBUTES if element.get(name))
    if element.get("name") == "description":
        yield own, element.get("content")
    if element.tag in NO_TEXT or not isinstance(element.tag, str):
        return
    yield own, element.text or ""
    for child in element:
        yield from texts(child, own)
        yield own, child.tail or ""


def test_no_text_has_the_marks_of_a_keyboard(plain_demo: Demo) -> None:
    """Quotation marks, apostrophes, dashes and ellipses are typographic in every text, whoever wrote it."""
    found = {
        (lang, text) for page in plain_demo.pages.values() for lang, text in texts(page.root) if TYPED.search(text)
    }
    assert found == set()


@pytest.mark.parametrize("lang", LEFT_ALONE)
def test_no_line_ends_where_the_language_forbids_it(plain_demo: Demo, lang: str) -> None:
    """Texts, titles, facts and descriptions keep words together as the language requires."""
    pattern = re.compile(LEFT_ALONE[lang])
    own = [page for page in plain_demo.pages.values() if page.address.startswith(f"{lang}/")]
    assert own != []
    assert {text for page in own for said, text in texts(page.root) if said == lang and pattern.search(text)} == set()
