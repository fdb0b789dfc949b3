"""JSON feeds, as JSON Feed 1.1 specifies them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from noticeboard.settings import Settings

SITE = "https://example.org/platform"
FILES = {
    "news/a/nl.md": "---\ntitle: Nieuws & meer\npublished: 2023-01-10\naudience: [teacher]\n---\nDe *tekst*.\n",
    "news/b/sv.md": "---\ntitle: Nyhet\npublished: 2023-01-12\nsummary: Kort.\nlanguages: [nl, sv]\n---\nTexten.\n",
    "vocabularies/audience.yml": "teacher: {labels: {en: Teacher, nl: Leraar}}\n",
}


def test_the_json_feed_equals_the_atom_feed(make_pages: Callable, named_platform: Settings) -> None:
    """Entries, texts, instants and addresses are the same in both."""
    from noticeboard.formats.file_formats import document_bytes  # noqa: PLC0415 - collecting tests must stay quick

    pages = make_pages(FILES, settings=named_platform)
    told = json.loads(document_bytes(pages["nl/feed.json"]))
    atom = pages["nl/feed.xml"]
    assert (told["version"], told["feed_url"], told["home_page_url"], told["language"], told["authors"]) == (
        "https://jsonfeed.org/version/1.1",
        f"{SITE}/nl/feed.json",
        atom.home,
        "nl",
        [{"name": "The Agency"}],
    )
    assert [(i["id"], i["url"], i["title"], i["date_published"], i["date_modified"]) for i in told["items"]] == [
        (e.id, e.href, e.title.text, e.published, e.updated) for e in atom.entries
    ]


def test_each_item_has_content_and_its_own_language(make_pages: Callable, named_platform: Settings) -> None:
    """Items in another language state it, and unknown values are left out."""
    from noticeboard.formats.file_formats import document_bytes  # noqa: PLC0415

    borrowed, own = json.loads(document_bytes(make_pages(FILES, settings=named_platform)["nl/feed.json"]))["items"]
    assert (borrowed["language"], borrowed["summary"], "tags" in borrowed) == ("sv", "Kort.", False)
    assert ("language" in own, own["tags"], "<em>tekst</em>" in own["content_html"]) == (False, ["Leraar"], True)
