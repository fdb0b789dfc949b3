"""Hints that name a replacement: used literally, it leaves no problem."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from noticeboard.report import sentences

if TYPE_CHECKING:
    from collections.abc import Callable

    from noticeboard.model import Problem

PACKAGE = Path(__file__).resolve().parents[2] / "plugins" / "noticeboard"
PLATFORM = 'name: Board\nlanguages: [en]\ncolour: "#0b3d91"\n'
TERMS = "teacher:\n  labels: {en: Teacher}\nhead-teacher:\n  labels: {en: Head teacher}\n"
SURVEY = """---
title: Meals
published: 2026-10-01
deadline: 2027-02-19
survey: https://example.org/s
audience: [teacher]
privacy: pages/privacy
ignore: {small-picture: It is a test.}
---

We ask about meals. See [lunch](../../news/lunch/) and [our results](../../results/answers/).

![Teachers say what they eat.](meals.csv "What they eat"){chart=bar unit=people credit="Ann"}
"""
FILES = {
    "platform.yml": PLATFORM,
    "vocabularies/audience.yml": TERMS,
    "surveys/meals/en.md": SURVEY,
    "surveys/meals/meals.csv": "Meal,People\nSoup,12\nRice,15\n",
    "results/answers/en.md": "---\ntitle: Answers\npublished: 2026-11-01\nresults_of: meals\n---\n\nThey ate.\n",
    "news/lunch/en.md": "---\ntitle: Lunch\npublished: 2026-11-01\n---\n\nIn 2025 all ate.\n",
    "pages/privacy/en.md": "---\ntitle: Privacy\n---\n\nWe keep nothing.\n",
}
NAMING = re.compile(r'(?<!f)"[^"\n]*\{(?:nearest|right|meant)\}')
CASES = {
    "a date": ("deadline: 2027-02-19", "19.2.2027", "2027-02-19", "wrong-date"),
    "a moment's day in words": ("published: 2026-10-01", "1 October 2026", "2026-10-01", "wrong-date"),
    "an address without its scheme": (
        "survey: https://example.org/s",
        "example.org/s",
        "https://example.org/s",
        "unsafe-address",
    ),
    "curly quotation marks": (
        "survey: https://example.org/s",
        "“https://example.org/s”",
        "https://example.org/s",
        "unsafe-address",
    ),
    "a term by its label": ("audience: [teacher]", "Head teacher", "teacher", "unknown-term"),
    "a term misspelt": ("audience: [teacher]", "teachr", "teacher", "unknown-term"),
    "terms without brackets": ("audience: [teacher]", "teacher, head-teacher", "[teacher]", "wrong-type"),
    "a key misspelt": ("survey: https", "surveyy", "survey", "unknown-key"),
    "a key in capitals": ("title: Meals", "Title", "title", "unknown-key"),
    "a page": ("privacy: pages/privacy", "pages/privcy", "pages/privacy", "broken-link"),
    "an announcement": ("../../news/lunch/", "news/lunches", "news/lunch", "broken-link"),
    "a survey": ("results_of: meals", "meal", "meals", "broken-link"),
    "a survey by its key": ("results_of: meals", "surveys/meal", "meals", "broken-link"),
    "a file of figures": ("(meals.csv", "meal.csv", "meals.csv", "broken-link"),
    "a chart": ("chart=bar", "barr", "bar", "wrong-chart"),
    "a silenced problem": ("ignore: {small-picture", "small-pictures", "small-picture", "wrong-ignore"),
    "a colour": ('colour: "#0b3d91"', "#ffff00", "#0b3d91", "unreadable-colour"),
    "a list by accident": ("In 2025 all", "2025. all", "In 2025 all", "accidental-list"),
}


@pytest.fixture
def told(tmp_path: Path, checked: Callable) -> Callable[[dict[str, str]], list[Problem]]:
    """The problems of files."""

    def tell(given: dict[str, str]) -> list[Problem]:
        folder = tmp_path / "given"
        for former in (folder, tmp_path / "content"):
            shutil.rmtree(former, ignore_errors=True)
        for name, text in given.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return [p for p in checked(folder) if p.name != "needless-ignore"]

    return tell


def with_words(there: str, words: str, instead: str) -> dict[str, str]:
    """The files with other words in the one place that has the given words."""
    assert sum(text.count(there) for text in FILES.values()) == 1
    return {name: text.replace(there, there.replace(words, instead)) for name, text in FILES.items()}


@pytest.mark.parametrize(("there", "wrong", "right", "name"), CASES.values(), ids=CASES)
def test_following_the_hint_leaves_no_problem(told: Callable, there: str, wrong: str, right: str, name: str) -> None:
    """The hint contains the replacement."""
    problem = next(p for p in told(with_words(there, right, wrong)) if p.name == name)
    values = dict(problem.values)
    instead = next(values[key] for key in ("nearest", "right", "meant") if key in values)
    assert instead in sentences(problem)[1]
    assert told(with_words(there, right, instead)) == []


FOLDERS = {
    "a kind": ("surveys/meals/", "survey/meals/", "surveys/", "unknown-kind"),
    "a folder's name": ("news/lunch/", "news/Lunch/", "lunch", "wrong-name"),
    "a language": ("news/lunch/en.md", "news/lunch/english.md", "en.md", "language-not-offered"),
}


@pytest.mark.parametrize(("there", "wrong", "right", "name"), FOLDERS.values(), ids=FOLDERS)
def test_the_hint_names_the_intended_file_name(told: Callable, there: str, wrong: str, right: str, name: str) -> None:
    """With that name, which is in the hint, the files have no problem."""
    problem = next(
        p for p in told({file.replace(there, wrong): text for file, text in FILES.items()}) if p.name == name
    )
    assert right in sentences(problem)[1]
    assert told(FILES) == []


def test_every_file_that_names_a_replacement_is_tried() -> None:
    """A new kind of hint that names one must be added here, or to the tests named beside it."""
    elsewhere = {
        "checks/rules/broken_fragment.py": "its fixtures",
        "checks/rules/mistaken_language_code.py": "its fixtures",
        "checks/rules/unknown_data_word.py": "its fixtures",
        "site/platform_documents.py": "tests/site",
        "sources/catalogue_overlay.py": "tests/whole/test_own_platform.py",
        "sources/catalogue_file.py": "tests/sources/test_catalogue_file.py",
        "sources/document_types.py": "a file in another form",
        "sources/text_decoding.py": "bytes that are no text",
    }
    here = {
        *("checks/rules/accidental_list.py", "checks/suppression.py", "markdown/render/data_extension.py"),
        *("site/references.py", "sources/colour.py", "sources/folder_names.py", "sources/likely_values.py"),
        *("sources/schema.py", "sources/stray_files.py"),
    }
    named = {
        path.relative_to(PACKAGE).as_posix()
        for path in PACKAGE.rglob("*.py")
        if NAMING.search(path.read_text(encoding="utf-8"))
    }
    assert named - elsewhere.keys() == here
