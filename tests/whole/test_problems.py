"""Every kind of bad input stops the build with its problem, and the site that was there stays."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).resolve().parent.parent.parent
ENDING = re.compile(r"(\d+) errors?, \d+ warnings?\. Nothing was written\.")
NL, SV = "surveys/a/nl.md", "surveys/a/sv.md"
Files = dict[str, "str | bytes | Path | None"]
Found = list[tuple[str, int, str]]

EDITED: dict[str, tuple[dict[str, dict[int, str | None]], Found]] = {
    "malformed front matter": ({NL: {2: "title: Enquête: twee"}}, [(NL, 2, "malformed-yaml")]),
    "front matter without an end": ({NL: {9: "tekst"}}, [(NL, 1, "unclosed-front-matter")]),
    "front matter without a beginning": ({NL: {1: None}}, [(NL, 1, "missing-front-matter")]),
    "a key twice": ({NL: {3: "title: Nog een"}}, [(NL, 3, "duplicate-key")]),
    "an unknown key": ({NL: {4: "deadlin: 2023-02-19"}}, [(NL, 4, "unknown-key")]),
    "a missing title": ({NL: {2: None}}, [(NL, 2, "missing-key")]),
    "a fact that nobody states": ({NL: {4: None}, SV: {4: None}}, [(NL, 2, "missing-key")]),
    "a mistyped field": ({NL: {4: "deadline: [2023-02-19]"}}, [(NL, 4, "wrong-date")]),
    "an impossible date": ({NL: {4: "deadline: 2023-02-31"}}, [(NL, 4, "impossible-date")]),
    "an unknown term": (
        {NL: {5: "audience: [teachers, head-teacher]"}},
        [(NL, 5, "unknown-term"), (SV, 5, "versions-disagree")],
    ),
    "versions that disagree": ({NL: {4: "deadline: 2023-02-20"}}, [(SV, 4, "versions-disagree")]),
    "an image without a credit": ({NL: {7: None}, SV: {7: None}}, [(NL, 6, "missing-credit")]),
    "an image without an alt text": ({NL: {8: None}}, [(NL, 6, "missing-alt")]),
    "an image with an empty line for its alt text": ({NL: {8: "image_alt:"}}, [(NL, 8, "empty-value")]),
    "an image outside its folder": ({NL: {6: "image: ../../photo.png"}}, [(NL, 6, "path-leaves-folder")]),
    "a link out of the content": ({NL: {11: "[x](../../../x/)"}}, [(NL, 11, "path-leaves-folder")]),
    "a link to nothing": ({NL: {11: "[x](../x/)"}}, [(NL, 11, "broken-link")]),
    "a link that is not https": ({NL: {11: "[x](http://example.org/)"}}, [(NL, 11, "unsafe-address")]),
    "a raw link that is not https": ({NL: {11: '<a href="javascript:alert(1)">x</a>'}}, [(NL, 11, "unsafe-address")]),
    "a questionnaire that is not https": ({NL: {3: "survey: http://example.org/"}}, [(NL, 3, "unsafe-address")]),
    "a tab before a key": ({NL: {5: "audience:\n\t- teacher"}}, [(NL, 6, "malformed-yaml")]),
    "a NUL": ({NL: {11: "De in\0leiding."}}, [(NL, 11, "invalid-character")]),
    "a stamp without a language": ({NL: {5: "translates: {digest: x}"}}, [(NL, 5, "missing-key")]),
}
NEW: dict[str, tuple[Files, Found]] = {
    "an empty file": ({NL: ""}, [(NL, 1, "empty-file")]),
    "no front matter": ({NL: "Only text.\n"}, [(NL, 1, "missing-front-matter")]),
    "no text": ({NL: "---\ntitle: T\n---\n\n"}, [(NL, 4, "empty-text")]),
    "bytes that are not UTF-8": ({NL: "---\ntitle: Enquête\n---\nText.\n".encode("latin-1")}, [(NL, 2, "not-utf-8")]),
    "UTF-16": ({NL: "---\ntitle: T\n---\nText.\n".encode("utf-16")}, [(NL, 1, "not-utf-8")]),
    "a folder named as a text": ({NL: None, f"{NL}/": ""}, [(NL, 1, "strange-file")]),
    "a link that leads nowhere": ({NL: Path("nowhere.md")}, [(NL, 1, "strange-file")]),
    "a link that leaves the content": ({NL: Path("/etc/hostname")}, [(NL, 1, "strange-file")]),
    "a folder link that leaves the content": ({"surveys/c": Path("/etc")}, [("surveys/c", 1, "strange-file")]),
    "a language that is not offered": ({"surveys/a/fr.md": "x"}, [("surveys/a/fr.md", 1, "language-not-offered")]),
    "a text that is no language": ({"surveys/a/notes.md": "x"}, [("surveys/a/notes.md", 1, "language-not-offered")]),
    "a folder that is no kind": ({"surveis/a/nl.md": "x"}, [("surveis/a/nl.md", 1, "unknown-kind")]),
    "a folder's name that is no address": (
        {"surveys/Eén/nl.md": "---\ntitle: T\n---\nText.\n"},
        [("surveys/Eén", 1, "wrong-name")],
    ),
    "a folder in a folder": ({"surveys/a/b/nl.md": "x"}, [("surveys/a/b", 1, "nested-folder")]),
    "an image that is not there": ({"surveys/a/photo.png": None}, [(NL, 6, "missing-image"), (SV, 6, "missing-image")]),
    "an image that is none": (
        {"surveys/a/photo.png": b"x"},
        [(NL, 6, "unreadable-image"), (SV, 6, "unreadable-image")],
    ),
    "an unknown key of the platform": (
        {"platform.yml": "name: B\nlanguages: [en, nl, sv]\ntag_line: T\n"},
        [("platform.yml", 3, "unknown-key")],
    ),
    "a term without a label": (
        {
            "vocabularies/audience.yml": (
                "teacher:\n  uri: https://example.org/\nhead-teacher: {labels: {en: H, nl: H, sv: H}}\n"
            )
        },
        [("vocabularies/audience.yml", 2, "missing-key")],
    ),
}
