"""`noticeboard rename` changes the folder, the former address and every link, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from noticeboard.markdown.segments.relinking import relinks

EN, NL = "surveys/starts/en.md", "surveys/starts/nl.md"
LINKS = """\
---
title: Links
published: 2023-01-10
---

Starts: [starts](../../surveys/starts/ "To starts"), [nl](../../surveys/starts/nl.md#who), `../../surveys/starts/`,
[by reference][starts] and [Pelican's]({filename}/surveys/starts/en.md), [other](../../surveys/other/).

* <a href="../../surveys/starts/#who">raw</a>
* ![](starts.png)

| [a](../../surveys/starts) | starts/ |
|---|---|
| [a file](../../surveys/starts/starts.pdf) | [x](<../../surveys/starts/>) |

[starts]: ../../surveys/starts/
    "starts/"
"""
RESULTS = "---\ntitle: Results\npublished: 2023-03-01\nresults_of: starts # yes\n---\n\nThe results of starts.\n"


@pytest.fixture
def linked(workspace: object) -> object:
    """The project with every kind of link to the first survey."""
    text = LINKS.replace("* ![](starts.png)\n", "")
    workspace.write(
        {
            "news/links/en.md": text,
            "news/links/nl.md": text.replace("\n", "\r\n").replace("title:", "translates: en\r\ntitle:"),
            "results/some/en.md": RESULTS,
            "surveys/starts/starts.pdf": "%PDF-1.4",
        }
    )
    workspace.edit(EN, "## Who", "## Who {#who}")
    return workspace


def wrong(workspace: object) -> list[str]:
    """The problems that `check` finds."""
    done = workspace.run("check", "--skip", "missing-catalogue,unfinished-statement,missing-version,identical-version")
    return [line for line in done.stdout.splitlines() if "error[" in line]


def test_all_links_are_updated_and_nothing_else(linked: object) -> None:
    """Texts, titles, code and labels with the name stay, line ends too; `check` finds no error."""
    assert wrong(linked) == []
    before = linked.tree()
    linked.says("rename", "starts", "begins")
    assert wrong(linked) == []
    news = linked.read("news/links/en.md")
    expected = before["content/news/links/en.md"].decode()
    for target in (
        'starts/ "To',
        "starts/nl.md#",
        "starts/en.md)",
        'starts/#who"',
        "starts)",
        "starts/starts.pdf",
        "starts/>",
    ):
        assert expected.count(f"surveys/{target}") == 1
        expected = expected.replace(f"surveys/{target}", f"surveys/{target.replace('starts', 'begins', 1)}")
    expected = expected.replace("[starts]: ../../surveys/starts/", "[starts]: ../../surveys/begins/")
    assert news == expected
    assert linked.read("news/links/nl.md").count("\r\n") == news.count("\n") + 1
    assert linked.read("results/some/en.md") == RESULTS.replace("of: starts #", "of: begins #")
    assert linked.read("surveys/begins/en.md") == before[f"content/{EN}"].decode().replace(
        "audience: [teacher]\n", "audience: [teacher]\nmoved_from: [surveys/starts]\n"
    )
    assert linked.read("surveys/begins/nl.md") == before[f"content/{NL}"].decode()
    assert not (linked.root / "content" / "surveys" / "starts").exists()
    assert [p.name for p in linked.root.rglob("content/**/.*")] == []


def test_it_prints_the_updated_files(linked: object) -> None:
    """By their new names."""
    assert linked.says("rename", "surveys/starts", "surveys/begins") == (
        "surveys/starts is now surveys/begins; its former address leads there.\n"
        "Updated: content/news/links/en.md\n"
        "Updated: content/news/links/nl.md\n"
        "Updated: content/results/some/en.md\n"
        "Updated: content/surveys/begins/en.md\n"
    )


def test_no_translation_is_outdated_by_it(linked: object) -> None:
    """The meaning of an updated link is the same."""
    linked.edit("news/links/nl.md", "Starts:", "Begint:")
    linked.says("stamp", "links", "nl")
    linked.says("rename", "starts", "begins")
    lines = linked.says("status", "--format", "csv").splitlines()
    assert next(line for line in lines if line.startswith("news/links,,nl,")).split(",")[3] == "current"


def test_renaming_back_restores_the_files(linked: object) -> None:
    """Except for the former address."""
    before = linked.tree()
    linked.says("rename", "starts", "begins")
    linked.says("rename", "begins", "starts")
    after = linked.tree()
    line = b"moved_from: [surveys/begins]\n"
    assert {p: d.replace(line, b"") for p, d in after.items()} == before
    assert [p for p, d in after.items() if line in d] == [f"content/{EN}"]


def test_a_second_name_joins_the_first(workspace: object) -> None:
    """The oldest former address comes first."""
    workspace.says("rename", "starts", "begins")
    workspace.says("rename", "begins", "opens")
    assert "moved_from: [surveys/starts, surveys/begins]\n" in workspace.read("surveys/opens/en.md")


def test_a_page_of_the_platform_has_no_kind_in_its_address(workspace: object) -> None:
    """Its former address has none either."""
    workspace.write({"pages/about/en.md": "---\ntitle: About\n---\n\nText.\n"})
    workspace.says("rename", "about", "about-us")
    assert workspace.read("pages/about-us/en.md") == "---\ntitle: About\nmoved_from: [about]\n---\n\nText.\n"


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("starts", "other"), 1, "content/surveys/other is already there."),
        (("starts", "starts"), 1, "is already there"),
        (("starts", "Begins"), 2, "cannot be part of an address"),
        (("starts", "../x"), 2, "is of another kind"),
        (("starts", ".."), 2, "cannot be part of an address"),
        (("starts", "aux"), 2, "Windows cannot have a file or a folder with the name aux."),
        (("starts", "a/b"), 2, "is of another kind"),
        (("starts", "news/begins"), 2, "is of another kind. Name it surveys/begins or only begins."),
        (("starts", "2026"), 2, "is the address of the list of that year"),
        (("stats", "begins"), 2, "Did you mean surveys/starts?"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else None,
)
def test_what_cannot_be_done_changes_nothing(
    workspace: object, arguments: tuple[str, ...], code: int, said: str
) -> None:
    """A name that is taken, or an invalid one."""
    before = workspace.tree()
    done = workspace.run("rename", *arguments)
    assert (done.exit_code, done.stdout) == (code, "")
    assert said in done.stderr
    assert workspace.tree() == before


def test_a_former_address_of_another_is_taken(workspace: object) -> None:
    """Two announcements cannot have one address."""
    workspace.edit("surveys/other/en.md", "---\n\n", "moved_from: [surveys/begins]\n---\n\n")
    done = workspace.run("rename", "starts", "begins")
    assert done.exit_code == 1
    assert "surveys/begins is a former address of surveys/other" in done.stderr


def test_a_text_that_cannot_be_read_stops_it(workspace: object) -> None:
    """Its links could not be updated."""
    workspace.edit("surveys/other/en.md", "title", "titel")
    before = workspace.tree()
    done = workspace.run("rename", "starts", "begins")
    assert done.exit_code == 1
    assert "content/surveys/other/en.md cannot be read" in done.stderr
    assert workspace.tree() == before


def test_a_link_with_escapes_stops_it(workspace: object) -> None:
    """The error names its line."""
    workspace.edit("surveys/other/en.md", "Another text.", "Another [text](../st%61rts/).")
    before = workspace.tree()
    done = workspace.run("rename", "starts", "begins")
    assert done.exit_code == 1
    assert "The link to surveys/starts in content/surveys/other/en.md, line 8," in done.stderr
    assert workspace.tree() == before


def test_a_failure_while_writing_puts_all_back(linked: object, monkeypatch: pytest.MonkeyPatch) -> None:
    """If the disk is full in the middle, the folder, its name and every file are as before."""
    before, replace, calls = linked.tree(), Path.replace, []

    def fail(self: Path, target: Path) -> Path:
        calls.append(target)
        if len(calls) == 3:
            raise OSError(28, "No space left on device", str(target))
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", fail)
    done = linked.run("rename", "starts", "begins")
    assert done.exit_code == 1
    assert "cannot be written (No space left on device). Nothing was changed." in done.stderr
    assert linked.tree() == before


@given(
    words=st.lists(st.sampled_from(["starts", "[starts](../starts/)", "[x](../other/)", "`../starts/`", "\n\n", "* a"]))
)
def test_only_targets_are_replaced(words: list[str]) -> None:
    """Each link to the old name is replaced once, in place."""
    body = " ".join(words)
    locations = relinks(body, "surveys/a", "surveys/starts", "surveys/b")
    assert [body[start:end] for start, end, _ in locations] == ["starts"] * len(locations)
    assert all(body[start - 4 : start] == "(../" or body[start - 4 : start] == "`../" for start, _, _ in locations)
    assert len(locations) <= body.count("(../starts/)")
