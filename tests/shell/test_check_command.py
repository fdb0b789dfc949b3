"""`noticeboard check`: its arguments, output and exit codes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from noticeboard.cli import main

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from click.testing import Result

HEAD = "---\ntitle: School starts\npublished: 2023-01-10\n"
CLEAN = f"{HEAD}---\n\nSchool starts on Monday.\n"
WARNED = f"{HEAD}---\n\nSchool <b onclick='x'>starts</b> on Monday.\n"
WRONG = f"{HEAD}deadlin: 2023-02-19\n---\n\nSchool starts on Monday.\n"
SETTINGS = "PATH = 'content'\nTHEME = 'theme'\nOUTPUT_PATH = 'output'\nCACHE_PATH = 'cache'\n"


@pytest.fixture
def check(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """Runs `noticeboard check` in a project with these texts, each content/news/NAME/LANG.md, and an empty theme."""

    def run(
        texts: dict[str, str], *arguments: str, env: dict[str, str] | None = None, settings: str = SETTINGS
    ) -> Result:
        (tmp_path / "settings.py").write_text(settings, encoding="utf-8")
        (tmp_path / "content").mkdir(exist_ok=True)
        (tmp_path / "theme" / "templates").mkdir(parents=True, exist_ok=True)
        (tmp_path / "content" / "platform.yml").write_text("name: N\nlanguages: [en, nl]\n", encoding="utf-8")
        for path, text in texts.items():
            file = tmp_path / "content" / "news" / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        monkeypatch.chdir(tmp_path)
        skipped = ("-s", "settings.py", "--today", "2026-12-01", "--skip", "missing-catalogue,unfinished-statement")
        return CliRunner(env={"LANGUAGE": "", **(env or {})}).invoke(main, ["check", *skipped, *arguments])

    return run


@pytest.mark.parametrize(
    ("text", "options", "code"),
    [
        (CLEAN, (), 0),
        (CLEAN, ("--strict",), 0),
        (WARNED, (), 0),
        (WARNED, ("--strict",), 1),
        (WRONG, (), 1),
        (WRONG, ("--only", "removed-html"), 0),
        (WRONG, ("--skip", "unknown-key"), 0),
        (WRONG, ("--skip", "unused-file,unknown-key"), 0),
        (WARNED, ("--strict", "--skip", "removed-html"), 0),
    ],
)
def test_the_exit_code(check: Callable, text: str, options: tuple[str, ...], code: int) -> None:
    """1 if there is an error among the selected problems, else 0; --strict counts warnings too."""
    assert check({"a/en.md": text}, *options).exit_code == code


@pytest.mark.parametrize(
    "options",
    [
        ("--only", "unknown-kye"),
        ("--skip", "x"),
        ("--language", "fr"),
        ("--format", "xml"),
        ("--today", "tomorrow"),
        ("--messages", "xx"),
        ("content/news/nowhere",),
        ("--nonsense",),
        ("-s", "nowhere.py"),
    ],
    ids=" ".join,
)
def test_wrong_use_has_its_own_exit_code(check: Callable, options: tuple[str, ...]) -> None:
    """An unknown name, path, language, day or option gives exit code 2 and a sentence, no traceback."""
    done = check({"a/en.md": CLEAN}, *options)
    assert (done.exit_code, done.stdout, done.stderr.startswith("Usage:")) == (2, "", True)
    assert "Traceback" not in done.stderr


def test_a_misspelt_name_gets_the_nearest_one(check: Callable) -> None:
    """The sentence names the nearest known problem."""
    assert "Did you mean unknown-key?" in check({"a/en.md": CLEAN}, "--only", "unknown-kye").stderr


def test_a_pipe_gets_one_line_per_problem_and_the_counts(check: Callable) -> None:
    """Paths are relative to the current folder, and there are no colours."""
    assert check({"a/en.md": WRONG, "b/en.md": WARNED}).stdout == (
        "content/news/a/en.md:4:1: error[unknown-key]: The key 'deadlin' is not known here. Did you mean 'deadline'?\n"
        "content/news/b/en.md:6:8: warning[removed-html]: onclick in <b> is not allowed in texts and is taken out. "
        "Remove it, or write it in Markdown.\n"
        "1 error, 1 warning.\n"
    )


def test_without_problems_nothing_is_printed(check: Callable) -> None:
    """In a pipe, silence means that all is well."""
    assert check({"a/en.md": CLEAN}).output == ""


@pytest.mark.parametrize(
    ("paths", "told"),
    [
        ((), ["a", "b", "b"]),
        (("content",), ["a", "b", "b"]),
        (("content/news/a",), ["a"]),
        (("content/news/b/nl.md",), ["b", "b"]),
        (("content/news/a/en.md", "content/news/b/en.md"), ["a", "b", "b"]),
        (("content/platform.yml",), []),
        (("settings.py",), []),
    ],
)
def test_a_path_selects_problems(check: Callable, paths: tuple[str, ...], told: list[str]) -> None:
    """A file selects its announcement, because versions are compared."""
    done = check({"a/en.md": WRONG, "b/en.md": WARNED, "b/nl.md": WARNED}, "--format", "json", *paths)
    assert [p["path"].split("/")[2] for p in json.loads(done.stdout)["problems"]] == told


def test_a_folder_elsewhere_is_checked_instead(check: Callable, tmp_path: Path) -> None:
    """A content folder outside the project is checked with the project's settings, as in a build."""
    other = tmp_path / "other" / "news" / "c"
    other.mkdir(parents=True)
    (other / "en.md").write_text(WRONG, encoding="utf-8")
    done = check({"a/en.md": WARNED}, "--format", "json", "other")
    assert [p["path"] for p in json.loads(done.stdout)["problems"]] == ["other/news/c/en.md"]


def test_a_language_selects_problems(check: Callable) -> None:
    """Only problems of versions in that language are reported."""
    done = check({"b/en.md": WARNED, "b/nl.md": WARNED}, "--format", "json", "--language", "nl")
    assert [p["path"] for p in json.loads(done.stdout)["problems"]] == ["content/news/b/nl.md"]


def test_formats_can_be_parsed(check: Callable) -> None:
    """JSON and SARIF are JSON whatever the terminal's encoding; GitHub's annotations are lines."""
    texts = {"a/en.md": WRONG}
    assert json.loads(check(texts, "--format", "json").stdout)["errors"] == 1
    assert json.loads(check(texts, "--format", "sarif").stdout)["version"] == "2.1.0"
    assert check(texts, "--format", "github").stdout.startswith("::error file=content/news/a/en.md,line=4,col=1,")


@pytest.mark.parametrize(
    ("options", "env", "said"),
    [
        ((), {}, "1 error, 0 warnings."),
        (("--messages", "nl"), {}, "1 fout, 0 waarschuwingen."),
        ((), {"LANGUAGE": "xx:sv_SE:de"}, "1 fel, 0 varningar."),
        (("--messages", "en"), {"LANGUAGE": "de"}, "1 error, 0 warnings."),
        ((), {"LANG": "sv_SE.UTF-8"}, "1 fel, 0 varningar."),
        ((), {"LANG": "de_DE", "LC_MESSAGES": "sv_SE.UTF-8"}, "1 fel, 0 varningar."),
        ((), {"LANG": "de_DE", "LC_ALL": "C"}, "1 error, 0 warnings."),
        ((), {"LC_ALL": "sv_SE.UTF-8", "NOTICEBOARD_LANG": "en"}, "1 error, 0 warnings."),
    ],
)
def test_people_choose_the_language_of_messages(
    check: Callable, options: tuple[str, ...], env: dict[str, str], said: str
) -> None:
    """--messages wins over LANGUAGE; without a supported language it is English."""
    assert check({"a/en.md": WRONG}, *options, env=env).stdout.splitlines()[-1] == said


def test_the_settings_choose_the_language_too(check: Callable, tmp_path: Path) -> None:
    """NOTICEBOARD = {"messages": "de"} sets a team's language; it is no key of the platform."""
    check({"a/en.md": WRONG})
    (tmp_path / "german.py").write_text(SETTINGS + 'NOTICEBOARD = {"messages": "de"}\n', encoding="utf-8")
    assert check({}, "-s", "german.py").stdout.splitlines()[-1] == "1 Fehler, 0 Warnungen."


def test_formats_for_programs_ignore_the_environment(check: Callable) -> None:
    """LANGUAGE changes no file that a workflow keeps."""
    plain, german = (check({"a/en.md": WRONG}, "--format", "sarif", env={"LANGUAGE": lang}) for lang in ("", "de"))
    assert plain.stdout == german.stdout


def test_a_static_file_at_a_pages_address_is_found(check: Callable, tmp_path: Path) -> None:
    """It is reported at the file; a robots.txt of the platform is allowed."""
    moved = {"extra/front.html": {"path": "nl/index.html"}, "extra/robots.txt": {"path": "robots.txt"}}
    for name in ("front.html", "robots.txt", "other.txt"):
        file = tmp_path / "content" / "extra" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("x", encoding="utf-8")
    more = f"{SETTINGS}STATIC_PATHS = ['extra']\nEXTRA_PATH_METADATA = {moved!r}\n"
    found = json.loads(check({"a/en.md": CLEAN}, "--format", "json", settings=more).stdout)["problems"]
    assert [(p["path"], p["name"]) for p in found] == [("content/extra/front.html", "address-collision")]


@pytest.mark.parametrize(
    ("texts", "arguments", "expected"),
    [
        ({"b/en.md": CLEAN}, (), ["removed-announcement"]),
        ({"b/en.md": CLEAN}, ("content/news/b",), []),
        ({"b/en.md": CLEAN}, ("../elsewhere",), []),
        ({"a/en.md": CLEAN}, (), []),
        ({"a/en.md": WRONG}, (), ["unknown-key"]),
        ({"b/en.md": WRONG}, (), ["unknown-key"]),
    ],
    ids=["removed", "not asked for", "other content", "still there", "cannot be read", "its heir cannot be read"],
)
def test_a_deleted_announcement_is_reported_before_the_build(
    check: Callable, tmp_path: Path, texts: dict[str, str], arguments: tuple[str, ...], expected: list[str]
) -> None:
    """As by a build, if the content is the published one and all of it could be read."""
    (tmp_path / "output").mkdir()
    listed = json.dumps(["en/news/a/index.html"])
    (tmp_path / "output" / ".noticeboard-files.json").write_text(listed, encoding="utf-8")
    elsewhere = tmp_path.parent / "elsewhere"
    elsewhere.mkdir(exist_ok=True)
    found = json.loads(check(texts, "--format", "json", *arguments).stdout)["problems"]
    assert [p["name"] for p in found] == expected
