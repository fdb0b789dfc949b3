"""Hints that name the intended value: it is right, and following the hint leaves no problem."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from noticeboard.report import sentences

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PLATFORM = "name: Board\nlanguages: [en, nl, el, cs, pt-BR]\n"
AUDIENCE = "teacher:\n  labels: {en: Teacher, nl: Leraar, el: Εκπαιδευτικός, cs: Učitel, pt-BR: Professor}\n"
AUDIENCE += "head-teacher:\n  labels: {en: Head teacher, nl: Directeur, el: Διευθυντής, cs: Ředitel, pt-BR: Diretor}\n"
HEAD = {
    "title": "Meals",
    "published": "2026-10-01",
    "deadline": "2027-02-19",
    "survey": "https://example.org/s",
    "audience": "[teacher]",
}


def files(lang: str = "en", /, **lines: str) -> dict[str, str]:
    """A survey in one language with these lines in its front matter; "" removes a line."""
    head = {**HEAD, **lines}
    own = "".join(f"{key}: {value}\n" for key, value in head.items() if value != "-")
    text = f"---\n{own}---\n\nWe ask about meals.\n"
    vocabularies = {"platform.yml": PLATFORM, "vocabularies/audience.yml": AUDIENCE}
    return vocabularies | {f"surveys/meals/{lang}.md": text}


@pytest.fixture
def told(tmp_path: Path, checked: Callable) -> Callable[[dict[str, str]], list[tuple[str, str]]]:
    """The names and hints of the problems of files, without those about missing languages."""

    def tell(given: dict[str, str]) -> list[tuple[str, str]]:
        folder = tmp_path / f"given-{len(list(tmp_path.iterdir()))}"
        for name, text in given.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        shutil.rmtree(tmp_path / "content", ignore_errors=True)
        return [(p.name, sentences(p)[1]) for p in checked(folder)]

    return tell


@pytest.mark.parametrize(
    ("lang", "key", "wrong", "name", "right"),
    [
        ("en", "deadline", "19.02.2027", "wrong-date", "2027-02-19"),
        ("en", "deadline", "2027-2-5", "wrong-date", "2027-02-05"),
        ("en", "deadline", "18 December 2026", "wrong-date", "2026-12-18"),
        ("en", "deadline", "19. Februar 2027", "wrong-date", "2027-02-19"),
        ("nl", "deadline", "19 februari 2027", "wrong-date", "2027-02-19"),
        ("cs", "deadline", "19. února 2027", "wrong-date", "2027-02-19"),
        ("en", "deadline", "04/05/2027", "wrong-date", "2027-05-04"),
        ("en", "deadline", "“2026-12-18”", "wrong-date", '"2026-12-18"'),
        ("en", "survey", "“https://example.org/s”", "unsafe-address", '"https://example.org/s"'),
        ("en", "survey", "http://example.org/s", "unsafe-address", "https://example.org/s"),
        ("en", "survey", "www.example.org/s", "unsafe-address", "https://www.example.org/s"),
        ("en", "audience", "[Teacher]", "unknown-term", "teacher"),
        ("en", "audience", "[Head teacher]", "unknown-term", "head-teacher"),
        ("nl", "audience", "[Directeur]", "unknown-term", "head-teacher"),
        ("en", "audience", "teacher, head-teacher", "wrong-type", "[teacher, head-teacher]"),
        ("en", "questionnaire_languages", "[pt-br]", "wrong-language", "pt-BR"),
        ("en", "questionnaire_languages", "[sr_Latn]", "wrong-language", "sr-Latn"),
        ("en", "questionnaire_languages", "[dutch]", "wrong-language", "nl"),
        ("en", "title", '"Meals" in schools', "malformed-yaml", "'\"Meals\" in schools'"),
        ("en", "title", "'t Schoolmaal", "malformed-yaml", '"\'t Schoolmaal"'),
    ],
)
def test_the_hint_names_the_intended_value(  # noqa: PLR0913, PLR0917 - one case in its columns
    told: Callable, lang: str, key: str, wrong: str, name: str, right: str
) -> None:
    """If it replaces the wrong value, no problem is left."""
    found = told(files(lang, **{key: wrong}))
    assert [n for n, _ in found] == [name]
    assert right in found[0][1]
    mended = f"[{right}]" if wrong.startswith("[") else right
    assert told(files(lang, **{key: mended})) == []


@pytest.mark.parametrize(
    ("key", "value", "advice", "instead"),
    [
        ("lang", "en", "Remove the line", ""),
        ("slug", "meals", "Remove the line", ""),
        ("layout", "post", "Remove the line", ""),
        ("author", "Ann", "Remove the line", ""),
        ("permalink", "/meals/", "Remove the line", ""),
        ("weight", "3", "Remove the line", ""),
        ("draft", "false", "Write `status: draft`, or remove the line", ""),
        ("category", "meals", "Write the ids of terms", ""),
        ("date", "2026-10-01", "Write `published: …` instead", "published"),
        ("description", "About meals.", "Write `summary: …` instead", "summary"),
        ("lastmod", "2026-10-02", "Write `updated: …` instead", "updated"),
    ],
)
def test_keys_of_other_generators_are_known(told: Callable, key: str, value: str, advice: str, instead: str) -> None:
    """The hint names the key with the same meaning here, or says to remove the line; followed, no problem is left."""
    found = told(files(**{key: value}))
    assert [(name, hint.startswith(advice)) for name, hint in found] == [("unknown-key", True)]
    assert told(files(**({instead: value} if instead else {}))) == []


@pytest.mark.parametrize(
    ("written", "nearest"),
    [
        ("dutch", "nl.md"),
        ("gr", "el.md"),
        ("cz", "cs.md"),
        ("pt_br", "pt-BR.md"),
        ("EN", "en.md"),
        ("nederlands", "nl.md"),
    ],
)
def test_a_file_with_a_wrong_language_name_gets_a_hint(told: Callable, written: str, nearest: str) -> None:
    """Countries, names of languages and other spellings are recognised."""
    given = files()
    text = given.pop("surveys/meals/en.md")
    assert (("language-not-offered", f"Did you mean {nearest}?")) in told(
        {**given, f"surveys/meals/{written}.md": text}
    )
    assert told({**given, f"surveys/meals/{nearest}": text}) == []


@pytest.mark.parametrize(
    ("folder", "name"),
    [("Meals", "meals"), ("school meals", "school-meals"), ("école", "ecole"), ("Été_2026", "ete-2026")],
)
def test_a_folder_gets_a_name_that_can_be_an_address(told: Callable, folder: str, name: str) -> None:
    """It has lower-case letters without accents, and hyphens instead of spaces."""
    given = files()
    text = given.pop("surveys/meals/en.md")
    assert ("wrong-name", f"Name it {name}.") in told({**given, f"surveys/{folder}/en.md": text})
    assert told({**given, f"surveys/{name}/en.md": text}) == []


@pytest.mark.parametrize("name", ["Thumbs.db", "desktop.ini", "~$meals.docx", ".DS_Store", "en.md~", "en.md.swp"])
def test_files_of_operating_systems_are_ignored(told: Callable, name: str) -> None:
    """Files that no person put there are not reported."""
    assert told({**files(), f"surveys/meals/{name}": "x"}) == []


@pytest.mark.parametrize(
    "address", ["https://example.org/{language}", "https://example.org/?l={LANG}", "https://{lang}.example.org/"]
)
def test_other_braces_in_the_address_of_a_survey_are_an_error(told: Callable, address: str) -> None:
    """Only {lang} is replaced, and only after the host."""
    found = told(files(survey=f'"{address}"'))
    assert ([n for n, _ in found], "{lang}" in found[0][1]) == (["wrong-address"], True)
    assert told(files(survey='"https://example.org/?l={lang}"')) == []


def test_an_empty_title_is_to_be_written(told: Callable) -> None:
    """The hint does not say to remove it, because a title is required."""
    assert told(files(title="")) == [("empty-value", "Write it after the colon.")]


def test_a_file_named_in_another_case_is_one_problem(told: Callable) -> None:
    """If a text names photo.jpg and the file is photo.JPG, the file is not also reported as unused."""
    given = files()
    text = given["surveys/meals/en.md"] + '\n![Pupils at lunch](photo.jpg){credit="Ann"}\n'
    found = told({**given, "surveys/meals/en.md": text, "surveys/meals/photo.JPG": "x"})
    assert found == [("missing-image", "Did you mean 'photo.JPG'?")]


def test_a_web_address_of_a_picture_is_one_problem(told: Callable) -> None:
    """The picture is not also reported as a missing file."""
    given = files()
    text = given["surveys/meals/en.md"] + '\n![Pupils at lunch](https://example.org/photo.jpg){credit="Ann"}\n'
    assert [name for name, _ in told({**given, "surveys/meals/en.md": text})] == ["path-leaves-folder"]


BROKEN = {
    "a wrong date": ({"deadline": "18/12/2026"}, "wrong-date"),
    "a value without quotes": ({"summary": "Meals: what we ask"}, "malformed-yaml"),
    "an unknown key": ({"slug": "meals"}, "unknown-key"),
    "a key without value": ({"duration": ""}, "empty-value"),
}


@pytest.mark.parametrize(("lines", "name"), BROKEN.values(), ids=BROKEN)
def test_all_problems_of_a_file_are_reported_once(told: Callable, lines: dict, name: str) -> None:
    """Terms, titles, pictures, links and words are checked even if the front matter has errors."""
    given = files(title="“Meals”", audience="[teachr]", published="2027-03-01", image="meal.png", **lines)
    given["surveys/meals/en.md"] += "\nSee [here](../lunch/). **Everybody eats.\n"
    found = [n for n, _ in told(given)]
    others = ["markup-in-title", "unknown-term", "missing-credit", "missing-alt", "missing-image", "broken-link"]
    others += ["vague-link", "raw-markup"] + ([] if "deadline" in lines else ["deadline-before-publication"])
    assert sorted(found) == sorted([name, *others])


@pytest.mark.parametrize("key", ["Deadline", "DEADLINE", "deadlin"])
def test_a_key_that_was_meant_is_not_missing_too(told: Callable, key: str) -> None:
    """A misspelt key is reported as unknown, and the key that it stands for is not reported as missing."""
    assert [n for n, _ in told(files(deadline="-", **{key: "2027-02-19"}))] == ["unknown-key"]
