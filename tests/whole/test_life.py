"""The whole life of an announcement: made, translated, published, changed, translated again, moved, deleted."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pytest
from babel.messages.pofile import read_po, write_po

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

TODAY, DAY = "2026-12-01", "2023-02-01"
SETTINGS = "NOTICEBOARD = {{}}\nPLUGINS = ['noticeboard']\nTHEME = {theme!r}\nPATH = 'content'\n"
ENGLISH = """\
---
title: Reading corners
published: 2026-12-01
deadline: 2026-12-18
survey: https://example.org/
audience: [teacher]
---

Does your school have a quiet place?

## Who can take part

All teachers, hopefuly.

The answers are counted in January.
"""
WORDS = {
    "nl": {
        "Reading corners": "Leeshoeken",
        "Does your school have a quiet place?": "Heeft uw school een rustige plek?",
        "Who can take part": "Wie kan meedoen",
        "All teachers, hopefuly.": "Alle leraren, hopelijk.",
        "The answers are counted in January.": "De antwoorden worden in januari geteld.",
    },
    "sv": {
        "Reading corners": "Läshörnor",
        "Does your school have a quiet place?": "Har din skola en lugn plats?",
        "Who can take part": "Vem kan delta",
        "All teachers, hopefuly.": "Alla lärare, hoppas vi.",
        "The answers are counted in January.": "Svaren räknas i januari.",
    },
}
SWEDISH = {
    "Does your school have a place where pupils can read in peace?": "Har din skola en plats att läsa i lugn och ro?",
    "You may answer together.": "Ni får svara tillsammans.",
}
SWEDISH_TEXT = """\
Har din skola en plats att läsa i lugn och ro?

## Vem kan delta

Alla lärare, hoppas vi.

Ni får svara tillsammans.

Svaren räknas i januari.
"""


class Life:
    """A project and what people do in it."""

    def __init__(self, folder: Path, theme: Path, noticeboard: Callable) -> None:
        """Makes the folder with settings and a platform in English, Dutch and Swedish."""
        self.folder, self._noticeboard = folder, noticeboard
        self.settings = folder / "settings.py"
        self.settings.write_text(SETTINGS.format(theme=str(theme)) + BUILD, encoding="utf-8")
        self.write("platform.yml", "name: Board\nlanguages: [en, nl, sv]\n")
        self.write("vocabularies/audience.yml", "teacher:\n  labels: {en: Teacher, nl: Leraar, sv: Lärare}\n")

    def says(self, *arguments: str, code: int = 0) -> str:
        """The output of a command."""
        command, *others = arguments
        done = self._noticeboard(command, "-s", str(self.settings), *others, env={"SOURCE_DATE_EPOCH": "1796119200"})
        assert done.code == code, done.stdout + done.stderr
        return done.stdout + done.stderr

    def read(self, path: str) -> str:
        """A text."""
        return (self.folder / "content" / path).read_text(encoding="utf-8")

    def write(self, path: str, text: str) -> None:
        """Writes a text."""
        file = self.folder / "content" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def edit(self, path: str, old: str, new: str) -> None:
        """Replaces words in a text."""
        assert old in self.read(path)
        self.write(path, self.read(path).replace(old, new))

    def translate(self, name: str, words: Mapping[str, str]) -> tuple[list[str], list[str]]:
        """A translator's work on a PO file; returns the messages to translate and the translations to review."""
        file = self.folder / name
        before = file.read_text(encoding="utf-8")
        catalogue = read_po(io.StringIO(before))
        todo = [message for message in catalogue if message.id and (message.fuzzy or not message.string)]
        unsure = [str(message.string) for message in todo if message.fuzzy]
        for message in todo:
            message.string = words[str(message.id)]
            message.flags.discard("fuzzy")
        out = io.BytesIO()
        # Babel drops unknown header fields, which translators' tools keep.
        write_po(out, catalogue, width=0, omit_header=True)
        file.write_text(before[: before.index("\n\n") + 2] + out.getvalue().decode(), encoding="utf-8")
        return [str(message.id) for message in todo], unsure

    def states(self) -> dict[str, tuple[str, str]]:
        """The state and number of changed segments, by language."""
        rows = csv.DictReader(self.says("status", "--format", "csv").splitlines())
        return {row["language"]: (row["state"], row["changed"]) for row in rows}

    def wrong(self) -> list[str]:
        """The errors that `check` finds."""
        done = self._noticeboard("check", "-s", str(self.settings), "--today", TODAY)
        return [line for line in done.stdout.splitlines() if "error[" in line]


BUILD = """\
STATIC_PATHS = []
ARTICLE_PATHS = []
PAGE_PATHS = []
DIRECT_TEMPLATES = []
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = TRANSLATION_FEED_ATOM = None
"""


@pytest.fixture
def life(tmp_path: Path, noticeboard: Callable, pytestconfig: pytest.Config) -> Life:
    """A project without announcements."""
    return Life(tmp_path, pytestconfig.rootpath / "theme", noticeboard)


def test_a_whole_life(life: Life) -> None:
    """Each step prints what it should, and states and changed segments are exactly those that were touched."""
    english = "surveys/reading/en.md"
    life.says("new", "survey", "reading", "--language", "en")
    assert life.wrong() != []
    life.write(english, ENGLISH)
    assert life.wrong() == []

    for lang, words in WORDS.items():
        life.says("translate", "reading", lang)
        assert life.states()[lang] == ("draft", "0")
        for old, new in words.items():
            life.edit(f"surveys/reading/{lang}.md", old, new)
        life.edit(f"surveys/reading/{lang}.md", "status: draft\n", "")
    assert life.wrong() == []
    assert life.states() == {"en": ("original", "0"), "nl": ("current", "0"), "sv": ("current", "0")}
    life.says("build", "--today", TODAY)

    life.edit(english, "a quiet place?", "a place where pupils can read in peace?")
    life.edit(english, "The answers", "You may answer together.\n\nThe answers")
    life.edit(english, "hopefuly", "hopefully")
    assert life.states()["nl"] == ("outdated", "3")
    life.says("stamp", "reading", "--editorial", "--line", "13")
    life.edit(english, "2026-12-18", "2027-01-08")
    assert life.states() == {"en": ("original", "0"), "nl": ("outdated", "2"), "sv": ("outdated", "2")}
    said = life.says("diff", "reading", "nl")
    assert [line for line in said.splitlines() if line.startswith(("Changed", "Added", "Removed"))] == [
        f"Changed: paragraph, {_shown(said)}:9",
        f"Added: paragraph, {_shown(said)}:15",
    ]
    assert "    Heeft uw school een rustige plek?\n" in said

    life.edit("surveys/reading/nl.md", "een rustige plek", "een plek waar leerlingen rustig kunnen lezen")
    life.edit("surveys/reading/nl.md", "De antwoorden", "U kunt samen antwoorden.\n\nDe antwoorden")
    life.says("stamp", "reading", "nl")
    assert life.states() == {"en": ("original", "0"), "nl": ("current", "0"), "sv": ("outdated", "2")}

    life.says("export", "reading", "sv", "-o", str(life.folder / "sv.po"))
    assert life.translate("sv.po", SWEDISH) == (list(SWEDISH), ["Har din skola en lugn plats?"])
    assert "2 taken over, 4 as before, 0 still to do" in life.says("import", str(life.folder / "sv.po"))
    assert life.read("surveys/reading/sv.md").endswith(SWEDISH_TEXT)
    assert "sv.md: current\n" in life.says("stamp", "reading", "sv")
    assert life.states() == {"en": ("original", "0"), "nl": ("current", "0"), "sv": ("current", "0")}
    assert life.wrong() == []

    life.says("rename", "reading", "corners")
    assert life.wrong() == []
    assert life.states() == {"en": ("original", "0"), "nl": ("current", "0"), "sv": ("current", "0")}
    assert "removed-announcement" not in life.says("build", "--today", TODAY)


def _shown(said: str) -> str:
    """The original's path as it is printed."""
    return said.partition("Changed: paragraph, ")[2].partition(":")[0]


@pytest.fixture
def deleted(small_files: dict) -> dict[str, str | None]:
    """The small site without its second survey and the links to it."""
    first = ("surveys/a/nl.md", "surveys/a/sv.md")
    return {"surveys/b": None, **{path: small_files[path].replace("[b](../b/)", "b") for path in first}}


def test_a_deleted_announcement_is_reported_once(small_site: Callable, deleted: dict) -> None:
    """The next build has a warning, and the one after that has none."""
    done = small_site(deleted, "--today", DAY)
    assert (done.code, done.stderr.count("warning[removed-announcement]")) == (0, 1)
    assert "surveys/b was published, and its address now leads nowhere." in done.stderr
    assert "removed-announcement" not in small_site({}, "--today", DAY).stderr


def test_a_strict_build_keeps_what_was_deleted_until_somebody_decides(small_site: Callable, deleted: dict) -> None:
    """Nothing is removed from the site; after `moved_from` elsewhere, the build continues and redirects."""
    page = small_site.output / "nl" / "surveys" / "b" / "index.html"
    before = page.read_bytes()
    assert small_site(deleted, "--today", DAY, "--strict").code == 1
    assert page.read_bytes() == before
    heir = deleted["surveys/a/nl.md"].replace("---\n", "---\nmoved_from: [surveys/b]\n", 1)
    done = small_site({"surveys/a/nl.md": heir}, "--today", DAY)
    assert (done.code, "removed-announcement" in done.stderr) == (0, False)
    assert b"/nl/surveys/a/" in page.read_bytes()
