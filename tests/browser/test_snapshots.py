"""Chromium's accessibility tree of one page of each kind, compared with snapshots/.

To accept a change, run these tests with NOTICEBOARD_SNAPSHOTS=write and review the difference.
"""

from __future__ import annotations

import io
import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PIL import Image

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Page

SNAPSHOTS = Path(__file__).parent / "snapshots"
CLOCK = "2026-12-01T12:00:00+01:00"
TOLD = ("level", "expanded", "checked", "live")
BARE = {"none", "generic", "InlineTextBox", "LineBreak", "LabelText"}

SURVEY = """---
title: Enquête over {name}
summary: Waar de enquête over gaat.
published: 2026-11-01
opens: 2026-11-10
deadline: {deadline}
survey: https://example.org/{name}
questionnaire_languages: [nl, sv]
duration: 15
privacy: https://example.org/privacy
audience: [teacher, pupil]
{more}---

De inleiding met [een verwijzing](https://example.org/).

## Een kop

- een
- twee

| Land | Antwoorden |
| --- | ---: |
| België | 12 |
"""
PICTURE = io.BytesIO()
Image.new("RGB", (60, 40), "teal").save(PICTURE, "PNG")
FILES: dict[str, str | bytes] = {
    "platform.yml": """
name: Prikbord
publisher: Ministerie
contact: https://example.org/contact
languages: [nl, sv]
default_language: nl
accessibility:
  status: partial
  method: automated
  prepared: 2026-11-21
  gaps: [{text: Kaarten}]
  enforcement: {name: Toezicht, address: https://example.org/body}
""",
    "vocabularies/audience.yml": """
teacher: {labels: {nl: Leraar, sv: Lärare}}
pupil: {labels: {nl: Leerling, sv: Elev}}
""",
    "surveys/one/nl.md": SURVEY.format(
        name="open", deadline="2026-12-15", more="image: p.png\nimage_alt: Bomen\nimage_credit: Ann\n"
    ),
    "surveys/one/p.png": PICTURE.getvalue(),
    "surveys/two/nl.md": SURVEY.format(name="dicht", deadline="2026-11-20T17:00:00+01:00", more=""),
    "results/one/nl.md": """---
title: Resultaten
published: 2026-11-25
results_of: two
audience: [teacher]
---

Text.
""",
    "pages/about/nl.md": "---\ntitle: Over ons\n---\n\nText.\n",
}
PAGES = {
    "chooser": "/",
    "front": "/nl/",
    "listing": "/nl/surveys/",
    "announcement": "/nl/surveys/one/",
    "closed": "/nl/surveys/two/",
    "fallback": "/sv/surveys/one/",
    "results": "/nl/results/one/",
    "term": "/nl/audience/teacher/",
    "page": "/nl/about/",
    "statement": "/nl/accessibility/",
    "search": "/nl/search/",
    "translations": "/translations/",
    "translation-list": "/translations/sv/",
    "not-found": "/nowhere/",
}


@pytest.fixture(scope="module")
def site(build_folder: Callable, serve: Callable) -> str:
    """The address of a small site with a page of each kind."""
    return serve(build_folder(FILES))


def tree(page: Page) -> str:
    """The accessibility tree as lines with role, name and states, indented by depth."""
    session = page.context.new_cdp_session(page)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    by_id = {node["nodeId"]: node for node in nodes}
    return "\n".join(lines(nodes[0], by_id, 0)) + "\n"


def lines(node: dict, by_id: dict[str, dict], depth: int) -> Iterator[str]:
    """The lines of a node and its children; nodes that assistive technology ignores have none."""
    role = node.get("role", {}).get("value", "none")
    silent = node["ignored"] or role in BARE
    if not silent:
        yield "  " * depth + described(node, role)
    inside = [by_id[child] for child in node.get("childIds", []) if child in by_id]
    if role == "StaticText" or (all(map(is_text, inside)) and "".join(map(name, inside)) == name(node)):
        return
    for child in inside:
        yield from lines(child, by_id, depth + (not silent))


def is_text(node: dict) -> bool:
    """Whether the node is a piece of text."""
    return node.get("role", {}).get("value") == "StaticText"


def name(node: dict) -> str:
    """The accessible name without spaces; "" if the node has none."""
    return "".join(node.get("name", {}).get("value", "").split())


def described(node: dict, role: str) -> str:
    """The node in one line."""
    told = [f"{p['name']}={p['value'].get('value')}" for p in node.get("properties", []) if p["name"] in TOLD]
    words = " ".join(node.get("name", {}).get("value", "").split())
    return " ".join([role, *([f'"{words}"'] if words else []), *told])


@pytest.mark.parametrize("kind", PAGES)
def test_assistive_technology_gets_the_same(site: str, open_page: Callable, kind: str) -> None:
    """Roles, names, levels and states on the page equal the snapshot."""
    page = open_page(site + PAGES[kind], clock=CLOCK, timezone_id="Europe/Brussels")
    found, kept = tree(page), SNAPSHOTS / f"{kind}.txt"
    if os.environ.get("NOTICEBOARD_SNAPSHOTS") == "write":
        SNAPSHOTS.mkdir(exist_ok=True)
        kept.write_text(found, encoding="utf-8")
    assert found == kept.read_text(encoding="utf-8")
