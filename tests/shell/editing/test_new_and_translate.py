"""`noticeboard new` and `noticeboard translate`: a first version, and a further one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from noticeboard.markdown.segments.stamps import joined
from noticeboard.site.segment_texts import segmented

if TYPE_CHECKING:
    from pathlib import Path

ERRORS = ("check", "--skip", "missing-catalogue,unfinished-statement,missing-version")


def found(workspace: object, path: str) -> list[str]:
    """The names of the problems that `check` finds in a folder."""
    lines = workspace.run(*ERRORS, path).stdout.splitlines()
    return [line.partition("[")[2].partition("]")[0] for line in lines if "[" in line]


def test_a_new_survey_lacks_only_its_words(workspace: object) -> None:
    """`check` reports each empty line, and nothing once they are filled."""
    assert workspace.says("new", "survey", "reading", "--language", "nl") == (
        "Wrote content/surveys/reading/nl.md. Fill in what is empty and write the text below the second line ---.\n"
        "Then: noticeboard check content/surveys/reading\n"
    )
    text = workspace.read("surveys/reading/nl.md")
    assert text == (
        "---\n"
        "title:  # short, plain text\n"
        "published: 2026-12-01\n"
        "deadline:  # the last day on which people can answer, such as 2026-12-18\n"
        "survey:  # the address of the questionnaire, https://…; {lang} in it becomes the reader's language\n"
        "audience: []  # from vocabularies/audience.yml, such as teacher\n"
        "---\n\n"
    )
    lacking = ["empty-value", "missing-key", "empty-value", "empty-value", "empty-text"]
    assert found(workspace, "content/surveys/reading") == lacking
    for key, value in {
        "title:": "title: Lezen",
        "deadline:": "deadline: 2026-12-18",
        "survey:": "survey: https://example.org/",
        "[]": "[teacher]",
    }.items():
        text = text.replace(key, value, 1)
    workspace.write({"surveys/reading/nl.md": f"{text}Een tekst.\n"})
    assert found(workspace, "content/surveys/reading") == []


@pytest.mark.parametrize(
    ("kind", "folder", "keys"),
    [
        ("surveys", "surveys", ["title", "published", "deadline", "survey", "audience"]),
        ("result", "results", ["title", "published", "results_of"]),
        ("news", "news", ["title", "published"]),
        ("page", "pages", ["title"]),
    ],
)
def test_each_kind_has_its_keys(workspace: object, kind: str, folder: str, keys: list[str]) -> None:
    """It has the required keys, and is in the default language unless another is named."""
    workspace.says("new", kind, "some-name")
    lines = workspace.read(f"{folder}/some-name/en.md").splitlines()[1:-2]
    assert [line.partition(":")[0] for line in lines] == keys


def test_a_person_at_a_terminal_is_asked(workspace: object) -> None:
    """A wrong answer is reported and asked for again; Enter leaves a line empty."""
    answers = "Reading: a survey\nsoon\n2026-12-18\n\ntechers\nteacher\n"
    said = workspace.at_a_terminal("new", "survey", "reading", typed=answers)
    assert "soon is not a date. Write it like 2026-12-01." in said
    assert "techers is not one of teacher." in said
    assert workspace.read("surveys/reading/en.md") == (
        '---\ntitle: "Reading: a survey"\npublished: 2026-12-01\ndeadline: 2026-12-18\n'
        "survey:  # the address of the questionnaire, https://…; {lang} in it becomes the reader's language\n"
        "audience: [teacher]\n---\n\n"
    )


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("survy", "a"), 2, "There is no kind of announcement survy. Did you mean survey?"),
        (("zzz", "a"), 2, "There are: survey, result, event, news, page."),
        (("survey", "A Name"), 2, "cannot be part of an address"),
        (("survey", "con"), 2, "Windows cannot have a file or a folder with the name con. Choose another name."),
        (("survey", "../../x"), 2, "is of another kind"),
        (("survey", "starts"), 1, "content/surveys/starts is already there."),
        (("survey", "b", "--language", "fr"), 2, "does not offer the language fr."),
        (("survey", "b", "--today", "soon"), 2, "soon is not a date."),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else None,
)
def test_a_wrong_call_is_reported(workspace: object, arguments: tuple[str, ...], code: int, said: str) -> None:
    """And nothing is written."""
    before = workspace.tree()
    done = workspace.run("new", *arguments)
    assert (done.exit_code, done.stdout) == (code, "")
    assert said in done.stderr
    assert workspace.tree() == before


def test_a_translation_begins_as_a_draft_with_the_original_to_translate(workspace: object) -> None:
    """It has the version's own keys as they are written, the stamp and the text, but no shared facts."""
    original = workspace.read("surveys/starts/en.md")
    digest = joined(piece.segment.digest for piece in segmented(original.encode()))
    assert workspace.says("translate", "starts", "sv") == (
        "Wrote content/surveys/starts/sv.md: a draft with the 14 words of en.md to translate.\n"
        "Translate them in place, then delete the line `status: draft`.\n"
    )
    assert workspace.read("surveys/starts/sv.md") == (
        f'---\ntitle: "School starts"\ntranslates: {{language: en, digest: "{digest}"}}\nstatus: draft\n---\n'
        + original.partition("\n---\n")[2]
    )
    assert found(workspace, "content/surveys/starts") == []
    assert "surveys/starts,2026-12-18,sv,draft,en,0,4,14," in workspace.says("status", "--format", "csv")


def test_line_ends_are_those_of_the_original(workspace: object) -> None:
    """Summary and alternative text keep their form, too."""
    text = workspace.read("surveys/starts/en.md").replace("published:", "summary: >-\n  One\n  sentence.\npublished:")
    workspace.write({"surveys/starts/en.md": text.replace("\n", "\r\n")})
    workspace.says("translate", "starts", "sv")
    made = workspace.read("surveys/starts/sv.md")
    assert made.count("\r\n") == made.count("\n")
    assert "\r\nsummary: >-\r\n  One\r\n  sentence.\r\ntranslates:" in made


def test_unusual_front_matter_is_rewritten(workspace: object) -> None:
    """Indented keys, or all keys in braces, cannot be copied line by line."""
    for head in ('  title: "A: b"\n  published: 2023-01-10\n', '{title: "A: b", published: 2023-01-10}\n'):
        workspace.write({"news/odd/en.md": f"---\n{head}---\n\nText.\n", "news/odd/nl.md": ""})
        workspace.write({"news/odd/nl.md": None})
        workspace.says("translate", "odd", "nl")
        assert workspace.read("news/odd/nl.md").startswith('---\ntitle: "A: b"\ntranslates: {language: en,')
        assert found(workspace, "content/news/odd") == []


def test_of_two_originals_one_can_be_named(workspace: object) -> None:
    """By default it is the default language's."""
    workspace.edit("surveys/starts/nl.md", "translates: en # from English\n", "")
    workspace.says("translate", "starts", "sv", "--from", "nl")
    assert "Het begint maandag." in workspace.read("surveys/starts/sv.md")


def test_a_promised_draft_contradicts_nothing(workspace: object) -> None:
    """The day stays promised until the draft is published."""
    workspace.edit("surveys/starts/en.md", "audience", "expected: {sv: 2026-12-10}\naudience")
    workspace.says("translate", "starts", "sv")
    assert found(workspace, "content/surveys/starts") == []
    assert "draft, 14 words left, promised for 2026-12-10" in workspace.says("status", "--language", "sv")
    workspace.edit("surveys/starts/sv.md", "status: draft\n", "")
    assert "contradiction" in found(workspace, "content/surveys/starts")


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("starts", "nl"), 1, "content/surveys/starts/nl.md is already there."),
        (("starts", "en"), 1, "content/surveys/starts/en.md is already there."),
        (("starts", "fr"), 2, "does not offer the language fr."),
        (("strats", "sv"), 2, "Did you mean surveys/starts?"),
        (("starts", "sv", "--from", "sv"), 1, "surveys/starts has no version in sv. It has one in en, nl."),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else None,
)
def test_an_existing_version_is_never_overwritten(
    workspace: object, arguments: tuple[str, ...], code: int, said: str
) -> None:
    """And nothing is made that cannot be valid."""
    before = workspace.tree()
    done = workspace.run("translate", *arguments)
    assert (done.exit_code, done.stdout) == (code, "")
    assert said in done.stderr
    assert workspace.tree() == before


def test_a_language_that_it_is_not_meant_for(workspace: object) -> None:
    """The error names the line that leaves it out."""
    workspace.edit("surveys/starts/en.md", "audience", "languages: [en, nl]\naudience")
    done = workspace.run("translate", "starts", "sv")
    assert done.exit_code == 1
    assert "Add it to `languages` in content/surveys/starts/en.md, line 6, if it is." in done.stderr


def test_an_ambiguous_name_needs_its_kind(workspace: object) -> None:
    """The error names both kinds."""
    workspace.write({"news/starts/en.md": "---\ntitle: T\npublished: 2023-01-10\n---\n\nText.\n"})
    done = workspace.run("translate", "starts", "sv")
    assert done.exit_code == 2
    assert "starts may be one of news/starts, surveys/starts. Write which one." in done.stderr
    workspace.says("translate", "news/starts", "sv")


def test_a_folder_that_cannot_be_written_to_is_a_sentence(workspace: object, tmp_path: Path) -> None:
    """If a file is in the folder's place, nothing is written."""
    (tmp_path / "content" / "news").write_text("", encoding="utf-8")
    done = workspace.run("new", "news", "a")
    assert done.exit_code == 1
    assert "Traceback" not in done.output
    assert "Nothing was changed." in done.stderr
