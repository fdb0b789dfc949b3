"""`ignore: {name: reason}` in the front matter."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

HEAD = "---\ntitle: School starts\npublished: 2023-01-10\n"


@pytest.fixture
def told(checked: Callable, tmp_path: Path) -> Callable[..., list[tuple[str, int, int, str]]]:
    """What is reported of texts, by path, column and name; each text is written below HEAD."""

    def check(**texts: str) -> list[tuple[str, int, int, str]]:
        folder = tmp_path / "site" / "news" / "a"
        folder.mkdir(parents=True)
        for lang, text in texts.items():
            (folder / f"{lang}.md").write_text(HEAD + text, encoding="utf-8")
        problems = checked(tmp_path / "site")
        return [(p.location.path.rpartition("/")[2], p.location.line, p.location.column, p.name) for p in problems]

    return check


def test_a_warning_is_silenced_in_the_file_that_says_so(told: Callable) -> None:
    """The reason is written down, and the same problem in another file is still reported."""
    html = "---\n\nSchool <blink>starts</blink> on Monday.\n"
    swedish = "---\n\nSkolan <blink>börjar</blink> på måndag.\n"
    found = told(en="ignore: {removed-html: It is what the text is about}\n" + html, sv=swedish)
    assert {(file, name) for file, _, _, name in found} == {("sv.md", "removed-html")}


def test_a_line_that_silences_nothing_is_told(told: Callable) -> None:
    """When the problem is gone, the line that silenced it is one."""
    found = told(en="ignore:\n  removed-html: It is what the text is about\n---\n\nSchool starts on Monday.\n")
    assert found == [("en.md", 5, 3, "needless-ignore")]


def test_a_line_about_a_rule_that_does_not_run_is_not_told(told: Callable, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the library that a rule needs is missing, nobody knows whether the line is still needed."""
    monkeypatch.setattr("noticeboard.checks.suppression.runs", lambda rule: rule.name != "doubled-word")
    line = "ignore:\n  {}: It is a quotation\n---\n\nSchool starts on Monday.\n"
    assert told(en=line.format("doubled-word")) == []


def test_an_error_cannot_be_silenced(told: Callable) -> None:
    """What would mislead readers is reported all the same, and so is the attempt."""
    found = told(en="ignore: {missing-alt: No time}\n---\n\nSchool.\n\n![](a.jpg)\n")
    assert [name for *_, name in found] == ["wrong-ignore", "missing-alt", "missing-credit", "missing-image"]


@pytest.mark.parametrize(("name", "todo"), [("removed-htlm", "Did you mean"), ("x", "`noticeboard explain`")])
def test_a_name_nobody_knows_silences_nothing(checked: Callable, tmp_path: Path, name: str, todo: str) -> None:
    """A misspelt name is an error with the nearest one that is known."""
    folder = tmp_path / "site" / "news" / "a"
    folder.mkdir(parents=True)
    text = f"{HEAD}ignore: {{{name}: Why}}\n---\n\nSchool starts on Monday.\n"
    (folder / "en.md").write_text(text, encoding="utf-8")
    (problem,) = checked(tmp_path / "site")
    assert (problem.name, str(problem.severity), problem.full_hint.startswith(todo)) == ("wrong-ignore", "error", True)


def test_nothing_is_said_of_silence_where_a_version_cannot_be_read(told: Callable) -> None:
    """What a broken version would have shown is not known, so no line is called needless."""
    found = told(en="ignore: {removed-html: Why}\n---\n\nSchool starts.\n", sv="deadline: soon\n---\n\nSkolan.\n")
    assert [name for *_, name in found] == ["wrong-date"]


def test_a_text_with_an_error_keeps_its_silence(told: Callable) -> None:
    """While one thing is corrected, what was silenced stays so."""
    found = told(en="ignore: {removed-html: Why}\ndeadline: soon\n---\n\nSchool <blink>starts</blink>.\n")
    assert [name for *_, name in found] == ["wrong-date"]
