"""`noticeboard count`, `memory`, `glossary` and `export --draft`, on a project on disk."""

from __future__ import annotations

import csv
import io
import sys
from typing import TYPE_CHECKING

import pytest
from lxml import etree

if TYPE_CHECKING:
    from types import SimpleNamespace

LANG = "{http://www.w3.org/XML/1998/namespace}lang"
MACHINE = """\
import re, sys
text = sys.stdin.buffer.read().decode()
target = r'<source xml:lang="en">(.*?)</source>'
new = r'<source xml:lang="en">\\1</source><target xml:lang="sv" state="final">X \\1</target>'
sys.stdout.buffer.write(re.sub(target, new, text, flags=re.DOTALL).encode())
"""


def counts(text: str) -> dict[tuple[str, str], dict[str, str]]:
    """The lines of a count, by announcement and language."""
    return {(line["announcement"], line["language"]): line for line in csv.DictReader(io.StringIO(text))}


def test_a_count_is_what_agencies_need(saved: SimpleNamespace) -> None:
    """New, changed, repeated, moved and unchanged segments, each with words and characters."""
    saved.edit("surveys/starts/en.md", "on Monday", "on Tuesday")
    saved.edit("surveys/other/en.md", "Another text.", "Another text.\n\nAnother text.\n\n## Who")
    found = counts(saved.says("count", "--language", "nl"))
    assert list(found) == [("surveys/other", "nl"), ("surveys/starts", "nl")]
    starts, other = found["surveys/starts", "nl"], found["surveys/other", "nl"]
    assert [starts[f"{name} segments"] for name in ("new", "changed", "repeated", "moved", "same")] == list("01003")
    assert (starts["changed words"], starts["changed characters"]) == ("4", "21")
    assert [other[f"{name} segments"] for name in ("new", "repeated")] == ["3", "1"]


def test_moved_segments_are_counted_apart(saved: SimpleNamespace) -> None:
    """They need no translation."""
    saved.edit("surveys/starts/en.md", "It starts on Monday.\n\n## Who\n\n", "## Who\n\n")
    saved.edit("surveys/starts/en.md", "other/).\n", "other/).\n\nIt starts on Monday.\n")
    starts = counts(saved.says("count", "starts", "--language", "nl"))["surveys/starts", "nl"]
    assert [starts[f"{name} segments"] for name in ("new", "changed", "moved", "same")] == ["0", "0", "1", "3"]
    assert "Dutch (nl): 1 version to work on" in saved.says("status", "--language", "nl")
    assert "translates en.md as it is now" in saved.says("diff", "starts", "nl")


def test_a_translation_memory_has_current_pairs(saved: SimpleNamespace) -> None:
    """TMX 1.4 with languages; changed segments are not in it."""
    saved.edit("surveys/starts/en.md", "on Monday", "on Tuesday")
    root = etree.fromstring(saved.says("memory", "--language", "nl").encode())
    assert (root.tag, root.get("version"), root[0].get("srclang")) == ("tmx", "1.4", "*all*")
    pairs = [
        [(variant.get(LANG), "".join(variant.find("seg").itertext())) for variant in unit.iter("tuv")]
        for unit in root.iter("tu")
    ]
    assert pairs == [
        [
            ("en", 'All pupils come. See <g id="1">the other one</g>.'),
            ("nl", 'Alle leerlingen komen. Zie <g id="1">de andere</g>.'),
        ],
        [("en", "School starts"), ("nl", "De school begint")],
        [("en", "Who"), ("nl", "Wie")],
    ]


def test_a_glossary_has_the_vocabularies(saved: SimpleNamespace) -> None:
    """It has an entry per term, with its labels by language."""
    saved.says("glossary", "-o", "board.tbx")
    saved.says("glossary", "-o", "board.tbx")
    root = etree.parse(saved.root / "board.tbx").getroot()
    assert (root.tag, root.get("type")) == ("martif", "TBX")
    (entry,) = root.iter("termEntry")
    terms = [(section.get(LANG), section.findtext("tig/term")) for section in entry.iter("langSet")]
    assert (entry.get("id"), terms) == ("audience-teacher", [("en", "Teacher"), ("nl", "Leraar"), ("sv", "Lärare")])


@pytest.mark.parametrize("name", ["po", "xliff", "xliff2"])
def test_a_machine_drafts_and_people_decide(saved: SimpleNamespace, name: str) -> None:
    """Machine translations in the file are marked, and an import uses none of them, whatever their state."""
    (saved.root / "machine.py").write_text(MACHINE, encoding="utf-8")
    with (saved.root / "settings.py").open("a", encoding="utf-8") as settings:
        settings.write(f"NOTICEBOARD_DRAFT_COMMAND = [{sys.executable!r}, 'machine.py']\n")
    done = saved.run("export", "starts", "sv", "--draft", "--format", name, "-o", "sv.x")
    assert (done.exit_code, done.stderr) == (0, "4 messages: 0 to translate, 4 to look at, 0 translated.\n")
    assert "X School starts" in (saved.root / "sv.x").read_text(encoding="utf-8")
    before = saved.tree()
    imported = saved.run("import", "sv.x")
    assert ("warning[fuzzy-segment]" in imported.stderr, saved.tree()) == (True, before)


@pytest.mark.parametrize(
    ("command", "told"),
    [
        (None, "The settings name no program for drafts"),
        (["nowhere"], "nowhere could not draft surveys/starts/sv.md"),
        ([sys.executable, "-c", "print('hello')"], "(exit code 0)"),
        ([sys.executable, "-c", "raise SystemExit(3)"], "(exit code 3)"),
    ],
)
def test_a_failing_program_is_reported(saved: SimpleNamespace, command: list[str] | None, told: str) -> None:
    """Nothing is written."""
    with (saved.root / "settings.py").open("a", encoding="utf-8") as settings:
        settings.write(f"NOTICEBOARD_DRAFT_COMMAND = {command!r}\n")
    done = saved.run("export", "starts", "sv", "--draft", "-o", "sv.po")
    assert (done.exit_code, told in done.stderr, (saved.root / "sv.po").exists()) == (1, True, False)
