"""`noticeboard status`: its output, how it leaves out unreadable texts, and that it is never stale."""

from __future__ import annotations

import csv
import json

import pytest

EN, NL = "surveys/starts/en.md", "surveys/starts/nl.md"


def test_the_overview_has_a_row_for_each_announcement(workspace: object) -> None:
    """It has a sign for each language, a legend, and what to do first."""
    workspace.says("stamp", "starts", "nl")
    workspace.edit(EN, "Monday", "Tuesday")
    assert workspace.says("status") == (
        "               en nl sv\n"
        "surveys/other  o  -  -\n"
        "surveys/starts o  !  -\n"
        "\n"
        "o  original  2\n"
        "!  outdated  1\n"
        "-  missing   3\n"
        "\n"
        "What to do:\n"
        "\n"
        "surveys/starts  nl  outdated, 1 of 4 segments changed, 4 words  open until 2026-12-18\n"
        "surveys/starts  sv  missing, 14 words                           open until 2026-12-18\n"
        "surveys/other   nl  missing, 3 words                            open until 2027-01-31\n"
        "surveys/other   sv  missing, 3 words                            open until 2027-01-31\n"
    )


def test_a_work_list_has_all_of_one_language(workspace: object) -> None:
    """The day decides what is late and what is over."""
    workspace.edit("surveys/other/en.md", "audience", "expected: {nl: 2026-12-24}\naudience")
    said = workspace.says("status", "--language", "nl", "--today", "2026-12-25")
    assert said == (
        "Dutch (nl): 2 versions to work on, 3 words.\n\n"
        "surveys/other   late, promised for 2026-12-24, 3 words            open until 2027-01-31\n"
        "surveys/starts  unstamped: which text it translates is not known  closed since 2026-12-18\n"
    )


def test_it_says_if_there_is_nothing_to_do(workspace: object) -> None:
    """In one language, and in all."""
    workspace.write({"surveys/other/en.md": None, NL: None})
    workspace.edit(EN, "audience", "languages: [en]\naudience")
    assert workspace.says("status", "--language", "nl") == "Dutch (nl): nothing to do.\n"
    assert workspace.says("status").endswith("\nThere is nothing to do.\n")


def test_a_platform_without_announcements_is_no_error(workspace: object) -> None:
    """There is just nothing to show."""
    workspace.write(dict.fromkeys((EN, NL, "surveys/other/en.md")))
    assert workspace.says("status") == "There is no announcement yet.\n"


def test_programs_get_json_and_csv(workspace: object) -> None:
    """Both have the same content, for the selected languages."""
    document = json.loads(workspace.says("status", "--format", "json", "--language", "sv", "--language", "nl"))
    table = list(csv.DictReader(workspace.says("status", "--format", "csv", "--language", "nl").splitlines()))
    assert document["languages"] == ["sv", "nl"]
    assert [row["announcement"] for row in table] == ["surveys/other", "surveys/starts"]
    assert [row["state"] for row in table] == [
        version["state"]
        for item in document["announcements"]
        for version in item["versions"]
        if version["language"] == "nl"
    ]


def test_an_edit_shows_at_once(workspace: object) -> None:
    """What is kept between calls belongs to the bytes of each file."""
    workspace.says("stamp", "starts", "nl")
    first = workspace.says("status")
    workspace.edit(EN, "Monday", "Tuesday")
    assert workspace.says("status") != first
    workspace.edit(EN, "Tuesday", "Monday")
    assert workspace.says("status") == first


def test_a_lost_cache_does_not_change_it(workspace: object) -> None:
    """Losing or damaging the cache costs time only."""
    first = workspace.says("status")
    for file in (workspace.root / "cache").glob("*-status.sqlite"):
        file.write_bytes(file.read_bytes()[:5000])
    assert workspace.says("status") == first
    for file in (workspace.root / "cache").iterdir():
        file.unlink()
    assert workspace.says("status") == first


@pytest.mark.parametrize("path", [EN, NL])
def test_unreadable_texts_are_left_out_and_named(workspace: object, path: str) -> None:
    """Their state is not known, so nobody is asked to translate them again."""
    workspace.edit(path, "title", "titel")
    done = workspace.run("status")
    assert done.exit_code == 1
    assert "surveys/starts " not in done.stdout
    name = path.rpartition("/")[2]
    assert done.stderr == (
        f"surveys/starts is left out, because {name} cannot be read: noticeboard check content/surveys/starts\n"
    )


def test_unreadable_announcements_are_not_missing(workspace: object) -> None:
    """A platform with only faulty announcements is not empty."""
    workspace.edit(EN, "title", "titel")
    workspace.write({"surveys/other/en.md": "no front matter"})
    done = workspace.run("status")
    assert (done.exit_code, done.stdout, done.stderr.count(" is left out, because ")) == (1, "", 2)


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("--language", "fr"), 2, "The platform does not offer the language fr."),
        (("--today", "soon"), 2, "soon is not a date."),
        (("--format", "xml"), 2, "xml"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else None,
)
def test_wrong_use_has_its_own_exit_code(workspace: object, arguments: tuple[str, ...], code: int, said: str) -> None:
    """Exit code 2 and a sentence."""
    done = workspace.run("status", *arguments)
    assert (done.exit_code, done.stdout) == (code, "")
    assert said in done.stderr


@pytest.mark.parametrize("command", ["status", "new survey a", "translate starts sv", "rename starts b"])
@pytest.mark.parametrize("fault", ["platform", "content"])
def test_a_platform_that_cannot_be_read_is_a_sentence(workspace: object, command: str, fault: str) -> None:
    """Wrong settings or a missing folder: exit code 1, no traceback, nothing written."""
    if fault == "platform":
        workspace.write({"platform.yml": "languages: [\n"})
    else:
        (workspace.root / "content").rename(workspace.root / "texts")
    before = workspace.tree()
    done = workspace.run(*command.split())
    assert (done.exit_code, done.stdout, "Traceback" in done.stderr) == (1, "", False)
    location = "content/platform.yml:2:1: " if fault == "platform" else "There is no content folder content."
    assert done.stderr.startswith(f"Error: {location}")
    assert workspace.tree() == before


@pytest.mark.parametrize("command", ["new", "translate", "status", "diff", "stamp", "export", "import", "rename"])
def test_help_shows_an_example(workspace: object, command: str) -> None:
    """It begins with the command as it is typed."""
    assert f"Example: noticeboard {command}" in " ".join(workspace.run(command, "--help").stdout.split())
