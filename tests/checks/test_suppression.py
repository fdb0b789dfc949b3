"""`ignore: {name: reason}` in the front matter."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from noticeboard.report import sentences

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

HEAD = "---\ntitle: School starts\npublished: 2023-01-10\n"


@pytest.fixture
def told(checked: Callable, tmp_path: Path) -> Callable[..., list[tuple[str, int, int, str]]]:
    """The path, column and name of each problem of texts, which are written below HEAD."""

    def check(**texts: str) -> list[tuple[str, int, int, str]]:
        folder = tmp_path / "site" / "news" / "a"
        folder.mkdir(parents=True)
        for lang, text in texts.items():
            (folder / f"{lang}.md").write_text(HEAD + text, encoding="utf-8")
        problems = checked(tmp_path / "site")
        return [(p.location.path.rpartition("/")[2], p.location.line, p.location.column, p.name) for p in problems]

    return check


def test_a_warning_is_silenced_in_its_file(told: Callable) -> None:
    """It needs a reason, and the same problem in another file is still reported."""
    html = "---\n\nSchool <blink>starts</blink> on Monday.\n"
    swedish = "---\n\nSkolan <blink>börjar</blink> på måndag.\n"
    found = told(en="ignore: {removed-html: It is what the text is about}\n" + html, sv=swedish)
    assert {(file, name) for file, _, _, name in found} == {("sv.md", "removed-html")}


def test_a_needless_line_is_reported(told: Callable) -> None:
    """When the problem is gone, the line that silenced it becomes a problem."""
    found = told(en="ignore:\n  removed-html: It is what the text is about\n---\n\nSchool starts on Monday.\n")
    assert found == [("en.md", 5, 3, "needless-ignore")]


def test_a_line_for_a_rule_that_does_not_run_is_not_reported(told: Callable, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the rule's library nobody knows whether the line is needed."""
    monkeypatch.setattr("noticeboard.checks.suppression.runs", lambda rule: rule.name != "doubled-word")
    line = "ignore:\n  {}: It is a quotation\n---\n\nSchool starts on Monday.\n"
    assert told(en=line.format("doubled-word")) == []


def test_an_error_cannot_be_silenced(told: Callable) -> None:
    """The error is still reported, and so is the attempt."""
    found = told(en="ignore: {missing-alt: No time}\n---\n\nSchool.\n\n![](a.jpg)\n")
    assert [name for *_, name in found] == ["wrong-ignore", "missing-alt", "missing-credit", "missing-image"]


@pytest.mark.parametrize(("name", "todo"), [("removed-htlm", "Did you mean"), ("x", "`noticeboard explain`")])
def test_an_unknown_name_is_an_error(checked: Callable, tmp_path: Path, name: str, todo: str) -> None:
    """The error names the nearest known name."""
    folder = tmp_path / "site" / "news" / "a"
    folder.mkdir(parents=True)
    text = f"{HEAD}ignore: {{{name}: Why}}\n---\n\nSchool starts on Monday.\n"
    (folder / "en.md").write_text(text, encoding="utf-8")
    (problem,) = checked(tmp_path / "site")
    assert (problem.name, str(problem.severity), sentences(problem)[1].startswith(todo)) == (
        "wrong-ignore",
        "error",
        True,
    )


def test_no_line_is_needless_while_a_version_cannot_be_read(told: Callable) -> None:
    """The unread version could have the problem that the line silences."""
    found = told(en="ignore: {removed-html: Why}\n---\n\nSchool starts.\n", sv="deadline: soon\n---\n\nSkolan.\n")
    assert [name for *_, name in found] == ["wrong-date"]


def test_an_error_does_not_undo_silencing(told: Callable) -> None:
    """While one problem is corrected, silenced ones stay silenced."""
    found = told(en="ignore: {removed-html: Why}\ndeadline: soon\n---\n\nSchool <blink>starts</blink>.\n")
    assert [name for *_, name in found] == ["wrong-date"]
