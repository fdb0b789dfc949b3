"""Every kind of bad input stops the build with a problem, and the site stays as it was."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).resolve().parent.parent.parent
ENDING = re.compile(r"(\d+) errors?, \d+ warnings?\. Nothing was written\.")
NL, SV = "surveys/a/nl.md", "surveys/a/sv.md"
SVG = '<svg xmlns="http://www.w3.org/2000/svg">\n{}</svg>\n'
NEWS = "---\ntitle: T\npublished: 2023-01-10\nlanguages: [nl]\n---\n"
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
    "no text": ({NL: "---\ntitle: T\nimage_alt: Boom\n---\n\n"}, [(NL, 5, "empty-text")]),
    "bytes that are not UTF-8": ({NL: "---\ntitle: Enquête\n---\nText.\n".encode("latin-1")}, [(NL, 2, "not-utf-8")]),
    "UTF-16": ({NL: "---\ntitle: T\n---\nText.\n".encode("utf-16")}, [(NL, 1, "not-utf-8")]),
    "a folder named as a text": ({NL: None, f"{NL}/": ""}, [(NL, 1, "strange-file")]),
    "a link that leads nowhere": ({NL: Path("nowhere.md")}, [(NL, 1, "strange-file")]),
    "a link that leaves the content": ({NL: Path("/etc/hostname")}, [(NL, 1, "strange-file")]),
    "a folder link that leaves the content": ({"surveys/c": Path("/etc")}, [("surveys/c", 1, "strange-file")]),
    "a language that is not offered": ({"surveys/a/fr.md": "x"}, [("surveys/a/fr.md", 1, "language-not-offered")]),
    "a text that is no language": ({"surveys/a/notes.md": "x"}, [("surveys/a/notes.md", 1, "language-not-offered")]),
    "a folder that is no kind": ({"surveis/a/nl.md": "x"}, [("surveis/a/nl.md", 1, "unknown-kind")]),
    "a folder's name that is not an address": (
        {"surveys/Eén/nl.md": "---\ntitle: T\n---\nText.\n"},
        [("surveys/Eén", 1, "wrong-name")],
    ),
    "a folder in a folder": ({"surveys/a/b/nl.md": "x"}, [("surveys/a/b", 1, "nested-folder")]),
    "an image that is not there": ({"surveys/a/photo.png": None}, [(NL, 6, "missing-image"), (SV, 6, "missing-image")]),
    "an image that is none": (
        {"surveys/a/photo.png": b"x"},
        [(NL, 6, "unreadable-image"), (SV, 6, "unreadable-image")],
    ),
    "a drawing that could act": (
        {"surveys/a/logo.svg": SVG.format("<script/>"), "news/c/nl.md": f"{NEWS}[Logo](../../surveys/a/logo.svg).\n"},
        [("surveys/a/logo.svg", 2, "unsafe-svg")],
    ),
    "a drawing with foreign content": (
        {"news/c/LOGO.SVG": SVG.format("<foreignObject/>"), "news/c/nl.md": f"{NEWS}[Logo](LOGO.SVG).\n"},
        [("news/c/LOGO.SVG", 2, "unsafe-svg")],
    ),
    "a drawing that loads": (
        {"news/c/a.svg": SVG.format('<image href="https://example.org/"/>'), "news/c/nl.md": f"{NEWS}[Logo](a.svg).\n"},
        [("news/c/a.svg", 2, "unsafe-svg")],
    ),
    "a drawing with entities of its own": (
        {
            "news/c/a.svg": '<!DOCTYPE svg [<!ENTITY a "b">]>\n' + SVG.format(""),
            "news/c/nl.md": f"{NEWS}![Logo](a.svg){{credit=Ann}}\n",
        },
        [("news/c/a.svg", 1, "unsafe-svg"), ("news/c/nl.md", 6, "unreadable-image")],
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


@pytest.fixture(scope="module")
def check_cache(known_cache: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What checks find in a text is kept for the next ones, which change other texts."""
    return shutil.copytree(known_cache, tmp_path_factory.mktemp("check") / "cache")


@pytest.fixture
def checked(
    small_site: Callable, problems: Callable, noticeboard: Callable, check_cache: Path, tmp_path: Path
) -> Callable[[], Found]:
    """The errors that `noticeboard check` finds in the small site."""

    def check() -> Found:
        locations = {"PATH": small_site.content, "THEME": ROOT / "theme", "CACHE_PATH": check_cache}
        settings = tmp_path / "settings.py"
        settings.write_text("".join(f"{key} = {str(path)!r}\n" for key, path in locations.items()), encoding="utf-8")
        done = noticeboard("check", "-s", str(settings), "--today", "2026-12-01")
        assert (done.code, "Traceback" in done.stdout + done.stderr) == (1, False)
        return problems(done.stdout, small_site.content, "error")

    return check


@pytest.fixture
def refused(small_site: Callable, checked: Callable, tree: Callable, problems: Callable) -> Callable[[Files], Found]:
    """The errors of the small site with changed files; check and build agree, and the build is refused."""

    def build(files: Files) -> Found:
        before = tree(small_site.output)
        done = small_site(files)
        found = problems(done.stderr, small_site.content, "error")
        assert (done.code, done.stdout, "Traceback" in done.stderr) == (1, "", False)
        assert ENDING.sub(r"\1", done.stderr.splitlines()[-1]) == str(len(found))
        assert tree(small_site.output) == before
        assert sorted(p.name for p in small_site.root.iterdir()) == ["cache", "content", "output"]
        assert checked() == found
        return found

    return build


def edited(text: str, lines: dict[int, str | None]) -> str:
    """The text with other lines, counted from 1; None removes a line."""
    found = dict(enumerate(text.splitlines(), 1)) | lines
    return "".join(f"{found[number]}\n" for number in sorted(found) if found[number] is not None)


@pytest.mark.parametrize(("changes", "expected"), EDITED.values(), ids=EDITED)
def test_a_bad_text_stops_the_build(
    refused: Callable, small_files: dict, changes: dict[str, dict[int, str | None]], expected: Found
) -> None:
    """Exit code 1, its problem at the right line, no traceback, the site as it was."""
    assert refused({path: edited(small_files[path], lines) for path, lines in changes.items()}) == expected


@pytest.mark.parametrize(("files", "expected"), NEW.values(), ids=NEW)
def test_a_bad_file_stops_the_build(refused: Callable, files: Files, expected: Found) -> None:
    """A strange file, name, link or encoding: exit code 1, its problem at the right line, the site as it was."""
    assert refused(files) == expected


def test_a_plain_drawing_is_published(small_site: Callable) -> None:
    """A harmless drawing is published unchanged; a faulty one that no text uses stops nothing."""
    plain = SVG.format("<rect width='9' height='9'/>").encode()
    unused = {"news/c/b.svg": SVG.format("<script/>")}
    done = small_site({"news/c/a.svg": plain, **unused, "news/c/nl.md": f"{NEWS}[Logo](a.svg).\n"})
    assert done.code == 0
    (drawing,) = done.output.glob("media/news/c/*.svg")
    assert drawing.name.startswith("a")
    (shape,) = ET.parse(drawing).getroot()  # noqa: S314 - what the program wrote
    assert shape.attrib == {"width": "9", "height": "9"}


@pytest.mark.parametrize(
    ("path", "keys", "line"),
    [
        ("surveys/2023/nl.md", "published: 2023-01-10\ndeadline: 2023-02-19\naudience: [teacher]\n", 1),
        ("surveys/2123/nl.md", "published: 2123-01-10\ndeadline: 2123-02-19\naudience: [teacher]\n", 1),
        ("news/c/nl.md", "published: 2023-01-10\nmoved_from: [surveys/a]\n", 5),
        ("news/c/nl.md", "published: 2123-01-10\nmoved_from: [surveys/a]\n", 5),
        ("pages/surveys/nl.md", "", 1),
    ],
    ids=["named as a year", "named as a year to come", "a former address", "a former address to come", "as a list"],
)
def test_two_things_at_one_address_stop_the_build(refused: Callable, path: str, keys: str, line: int) -> None:
    """Every address with two claims, now or later, is reported once; nothing is written."""
    found = refused({path: f"---\ntitle: T\nlanguages: [nl]\n{keys}---\nText.\n"})
    assert found == [(path, line, "address-collision")]


def test_all_problems_are_reported_at_once(refused: Callable, small_files: dict) -> None:
    """Faults in several files, and several in one, are one report, sorted by place."""
    texts = {
        NL: edited(small_files[NL], {4: "deadline: soon", 6: "image: ../x.png", 11: "[x](http://example.org/)"}),
        "surveys/b/en.md": "Only text.\n",
        "news/c/fr.md": "x",
    }
    assert refused(texts) == [
        ("news/c/fr.md", 1, "language-not-offered"),
        (NL, 4, "wrong-date"),
        (NL, 6, "path-leaves-folder"),
        (NL, 11, "unsafe-address"),
        ("surveys/b/en.md", 1, "missing-front-matter"),
    ]


def test_broken_links_are_reported_beside_other_faults(refused: Callable, small_files: dict) -> None:
    """An unreadable file hides only links to it, and other consequences of it."""
    texts = {
        "vocabularies/audience.yml": "teacher: [\n",
        "surveys/b/en.md": "Only text.\n",
        "surveys/b/nl.md": "Only text.\n",
        "news/c/nl.md": f"{NEWS}[b](../../surveys/b/), [x](../../surveys/x/), [text](x.pdf), [part](#part).\n",
        "news/d/nl.md": f"{NEWS}[a](../../surveys/a/#no), [about](../../pages/about/fr.md).\n",
    }
    assert refused(texts) == [
        *(("news/c/nl.md", 6, name) for name in ("broken-link", "broken-link", "broken-fragment")),
        ("news/d/nl.md", 6, "broken-fragment"),
        ("news/d/nl.md", 6, "missing-version"),
        ("surveys/b/en.md", 1, "missing-front-matter"),
        ("surveys/b/nl.md", 1, "missing-front-matter"),
        ("vocabularies/audience.yml", 2, "malformed-yaml"),
    ]


def test_a_text_with_faulty_front_matter_is_checked_too(refused: Callable, small_files: dict) -> None:
    """Broken links and pictures are reported at the same time."""
    links = "[x](../../surveys/x/), [text](x.pdf), [own](#part), [own](.), [l](../../nothing/)."
    text = f"---\ntitel: T\ntitle: T\npublished: 2023-01-10\n---\n{links}\n\n![P](p.png){{credit=A}}\n"
    assert refused({"news/c/nl.md": text}) == [
        ("news/c/nl.md", 2, "unknown-key"),
        *[("news/c/nl.md", 6, "broken-link")] * 2,
        ("news/c/nl.md", 6, "broken-fragment"),
        ("news/c/nl.md", 6, "broken-link"),
        ("news/c/nl.md", 8, "missing-image"),
    ]


def test_a_problem_shows_its_line_and_what_to_do(small_site: Callable, small_files: dict) -> None:
    """It has the place, what is wrong, what to do, the line with a caret, and the count."""
    done = small_site({NL: edited(small_files[NL], {4: "deadlin: 2023-02-19"})})
    first, *rest = done.stderr.splitlines()
    assert first.endswith(
        f"content/{NL}:4:1: error[unknown-key]: The key 'deadlin' is not known here. Did you mean 'deadline'?"
    )
    assert rest == ["  4 | deadlin: 2023-02-19", "    | ^", "1 error, 0 warnings. Nothing was written."]


def test_a_missing_content_folder_is_one_sentence(small_site: Callable, noticeboard: Callable, tmp_path: Path) -> None:
    """Without a traceback."""
    done = noticeboard("build", str(tmp_path / "nowhere"), "-o", str(tmp_path / "output"))
    assert (done.code, "Traceback" in done.stderr, (tmp_path / "output").exists()) == (1, False, False)
    assert "nowhere" in done.stderr
