"""Words of data files are exported as messages and imported as `labels`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
import yaml

from noticeboard.sources.front_matter import parse

if TYPE_CHECKING:
    from types import SimpleNamespace

ENGLISH = """---
title: Mentors
published: 2023-01-10
languages: [en, nl]
---

Mentors help.

![Most agree.](mentors.csv "What they say"){chart=stacked unit=percent credit="Ann"}
"""
DUTCH = """---
title: Mentoren
translates: en
labels:
  Agree: Eens  # short
---

Mentoren helpen.

![De meesten zijn het eens.](mentors.csv "Wat zij zeggen"){chart=stacked unit=percent}
"""
CSV = 'Group;Agree;"Disagree: no"\nTeachers;60 %;40 %\n'
WORDS = {"Group": "Groep", "Disagree: no": "Oneens: nee", "Teachers": "Leraren"}
PATH = "surveys/mentors/nl.md"


@pytest.fixture
def project(workspace: SimpleNamespace) -> SimpleNamespace:
    """A project with a survey that shows data, and a translation with one label."""
    workspace.write(
        {
            "surveys/mentors/en.md": ENGLISH.replace("published", "deadline: 2030-01-01\npublished"),
            PATH: DUTCH,
            "surveys/mentors/mentors.csv": CSV,
        }
    )
    return workspace


def fill(workspace: SimpleNamespace, words: dict[str, str]) -> None:
    """Writes translations into nl.po."""
    path = workspace.root / "nl.po"
    text = path.read_text(encoding="utf-8")
    for word, said in words.items():
        text = re.sub(rf'(msgid "{re.escape(word)}"\nmsgstr )"[^"]*"', rf'\1"{said}"', text)
    path.write_text(text, encoding="utf-8")


def labels(workspace: SimpleNamespace) -> object:
    """The labels of the version."""
    return parse(workspace.read(PATH), PATH).values.get("labels")


@pytest.mark.parametrize("form", ["po", "xliff", "xliff2"])
def test_words_are_exported_once_with_their_labels(project: SimpleNamespace, form: str) -> None:
    """Each word is a message; its translation is its label."""
    project.says("export", "mentors", "nl", "-o", "nl.out", *(() if form == "po" else ("--format", form)))
    text = (project.root / "nl.out").read_text(encoding="utf-8")
    assert [text.count(f"{word}") > 0 for word in (*WORDS, "Agree", "Eens")] == [True] * 5


def test_translations_become_labels(project: SimpleNamespace) -> None:
    """New labels join the existing ones, whose comments stay; a second import changes nothing."""
    project.says("export", "mentors", "nl", "-o", "nl.po")
    fill(project, WORDS)
    project.says("import", "nl.po")
    assert labels(project) == {"Agree": "Eens", **WORDS}
    assert "  Agree: Eens  # short\n" in project.read(PATH)
    before = project.read(PATH)
    project.says("import", "nl.po")
    assert project.read(PATH) == before


def test_a_label_that_was_changed_meanwhile_stays(project: SimpleNamespace) -> None:
    """Only --force overwrites a label that the translator has not seen."""
    project.says("export", "mentors", "nl", "-o", "nl.po")
    fill(project, {"Agree": "Akkoord"})
    project.edit(PATH, "Agree: Eens", "Agree: Mee eens")
    project.says("import", "nl.po")
    assert labels(project) == {"Agree": "Mee eens"}
    project.says("import", "--force", "nl.po")
    assert labels(project) == {"Agree": "Akkoord"}


def test_a_new_version_gets_its_labels(project: SimpleNamespace) -> None:
    """A version made by the import has them."""
    project.write({PATH: None})
    project.says("export", "mentors", "nl", "-o", "nl.po")
    fill(project, {"Mentors": "Mentoren", **WORDS, "Agree": "Eens"})
    project.says("import", "nl.po")
    assert labels(project) == {"Agree": "Eens", **WORDS}
    assert yaml.safe_load(project.read(PATH).split("---")[1])["title"] == "Mentoren"


def test_a_draft_has_the_words_to_translate(project: SimpleNamespace) -> None:
    """`noticeboard translate` writes each word of the data files as its own label, to be replaced."""
    project.write({PATH: None})
    project.says("translate", "mentors", "nl")
    assert labels(project) == {word: word for word in ("Group", "Agree", "Disagree: no", "Teachers")}
