"""`noticeboard export` and `noticeboard import`, on a project on disk."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from noticeboard.exchange.exchange_header import SEGMENTS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from types import SimpleNamespace


@pytest.fixture
def fill(tmp_path: Path) -> Callable[..., None]:
    """Writes translations into a file: `fill("nl.po", {"Who": "Wie"})`."""

    def write(name: str, translations: dict[str, str]) -> None:
        path = tmp_path / name
        text = path.read_text(encoding="utf-8")
        for source, target in translations.items():
            start = text.index(f'msgid "{source}"\n')
            opening = text.index("msgstr ", start)
            text = text[:opening] + f'msgstr "{target}"' + text[text.index("\n", opening) :]
            before = text.rindex("\n\n", 0, start)
            text = text[:before] + text[before:start].replace("#, fuzzy\n", "") + text[start:]
        path.write_text(text, encoding="utf-8")

    return write


LINK = 'All pupils come. See <g id=\\"1\\">the other one</g>.'
SWEDISH = {
    "School starts": "Skolan börjar",
    "It starts on Monday.": "Den börjar på måndag.",
    "Who": "Vem",
    LINK: 'Alla kommer. Se <g id=\\"1\\">den andra</g>.',
}


def test_an_unchanged_file_changes_nothing(saved: SimpleNamespace) -> None:
    """Export and import leave every file as it was, and say so."""
    before = saved.tree()
    exported = saved.run("export", "starts", "nl", "-o", "nl.po")
    assert (exported.exit_code, exported.stderr) == (0, "4 messages: 0 to translate, 0 to look at, 4 translated.\n")
    said = "content/surveys/starts/nl.md stays as it is: 0 taken over, 4 as before, 0 still to do, 0 kept as in the "
    assert saved.says("import", "nl.po") == f"{said}version.\n"
    assert saved.tree() == before


def test_without_a_file_the_export_is_printed(saved: SimpleNamespace) -> None:
    """The output is what would be written."""
    saved.says("export", "surveys/starts", "nl", "-o", "nl.po")
    printed = saved.run("export", "surveys/starts", "nl").stdout_bytes
    assert printed == (saved.root / "nl.po").read_bytes()


def test_a_new_version_comes_from_a_file(workspace: SimpleNamespace, fill: Callable) -> None:
    """After export, translation and import, there is a current version without problems."""
    workspace.says("export", "starts", "sv", "-o", "sv.po")
    fill("sv.po", SWEDISH)
    assert workspace.says("import", "sv.po") == (
        "Wrote content/surveys/starts/sv.md: 4 taken over, 0 as before, 0 still to do, 0 kept as in the version.\n"
    )
    assert "Alla kommer. Se [den andra](../other/).\n" in workspace.read("surveys/starts/sv.md")
    assert (
        workspace.run("check", "--only", "wrong-type,missing-key,broken-link", "content/surveys/starts").exit_code == 0
    )
    assert "translates en.md as it is now" in workspace.says("diff", "starts", "sv")


def test_an_unfinished_version_is_a_draft(workspace: SimpleNamespace, fill: Callable) -> None:
    """Untranslated messages are reported with their lines, and a later import completes the version."""
    workspace.says("export", "starts", "sv", "-o", "sv.po")
    fill("sv.po", {"Who": "Vem", "School starts": "Skolan börjar"})
    done = workspace.run("import", "sv.po")
    assert done.exit_code == 0
    assert "sv.po:23:1: warning[untranslated-segment]: Messages without a translation: 2 (lines 23, 37)." in done.stderr
    assert done.stdout.endswith("2 still to do, 0 kept as in the version. It is a draft until all is translated.\n")
    fill("sv.po", SWEDISH)
    assert workspace.says("import", "sv.po").startswith(
        "Changed content/surveys/starts/sv.md: 2 taken over, 2 as before"
    )
    assert "status: published\n" in workspace.read("surveys/starts/sv.md")


def test_history_gives_the_previous_source(saved: SimpleNamespace, fill: Callable) -> None:
    """A changed segment is fuzzy and shows its previous source; after a correction the version is current."""
    saved.edit("surveys/starts/en.md", "on Monday", "on Tuesday")
    saved.commit()
    saved.says("export", "starts", "nl", "-o", "nl.po")
    text = (saved.root / "nl.po").read_text(encoding="utf-8")
    assert '#, fuzzy\n#| msgid "It starts on Monday."\nmsgctxt "paragraph ' in text
    fill("nl.po", {"It starts on Tuesday.": "Het begint dinsdag."})
    saved.says("import", "nl.po")
    assert "translates en.md as it is now" in saved.says("diff", "starts", "nl")


def test_an_older_file_is_imported_as_such(saved: SimpleNamespace, fill: Callable) -> None:
    """Link targets of the older text come from git, and the version is outdated in the changed segment only."""
    saved.says("export", "starts", "nl", "-o", "nl.po")
    fill("nl.po", {LINK: 'Zie <g id=\\"1\\">elders</g>.'})
    saved.edit("surveys/starts/en.md", "All pupils come. See [the other one](../other/).", "Come.")
    done = saved.run("import", "nl.po")
    assert "warning[outdated-exchange]: The original has changed here since the export: see its line 13." in done.stderr
    assert "Zie [elders](../other/nl.md).\n" in saved.read("surveys/starts/nl.md")
    assert "1 of 4 segments have changed since" in saved.says("diff", "starts", "nl")


def test_later_edits_are_reported(saved: SimpleNamespace, fill: Callable) -> None:
    """Nothing is overwritten without --force."""
    saved.says("export", "starts", "nl", "-o", "nl.po")
    fill("nl.po", {"Who": "Voor wie"})
    saved.edit("surveys/starts/nl.md", "## Wie", "## Wie komt")
    before = saved.tree()
    done = saved.run("import", "nl.po")
    assert (done.exit_code, "warning[edited-translation]" in done.stderr, saved.tree()) == (0, True, before)
    saved.says("import", "nl.po", "--force")
    assert "## Voor wie\n" in saved.read("surveys/starts/nl.md")


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("<g id=", "<q id=", 'nl.po:37:1: error[broken-placeholder]: The placeholder <g id="1"> is missing.'),
        (SEGMENTS, "X-Other", "nl.po:1:1: error[damaged-exchange]"),
        ('msgctxt "end"', "", ""),
        ("surveys/starts/nl.md", "surveys/nowhere/nl.md", "There is no announcement surveys/nowhere."),
        ("surveys/starts/nl.md", "surveys/starts/fr.md", "nl.po:1:1: error[wrong-exchange-language]"),
        ("X-Noticeboard-Original: en", "X-Noticeboard-Original: sv", "has no version in sv any more"),
    ],
)
def test_a_file_that_cannot_be_used_changes_nothing(
    saved: SimpleNamespace, fill: Callable, old: str, new: str, told: str
) -> None:
    """The problem has the file's line, the exit code is not 0, and every file stays as it was."""
    saved.says("export", "starts", "nl", "-o", "nl.po")
    fill("nl.po", {LINK: 'Kom naar <g id=\\"1\\">de andere</g>.'})
    path, before = saved.root / "nl.po", saved.tree()
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(old.join(text.split(old)[:-1]) + new + text.split(old)[-1], encoding="utf-8")
    if "surveys" in old:
        path.write_text(text.replace(f"File: {old}", f"File: {new}"), encoding="utf-8")
    done = saved.run("import", "nl.po")
    assert told in done.stderr
    assert not told or (done.exit_code != 0 and saved.tree() == before)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("starts", "en"), "is an original: it translates nothing."),
        (("nowhere", "nl"), "There is no announcement nowhere."),
        (("starts", "fr"), "does not offer the language fr."),
        (
            ("starts", "nl", "-o", "settings.py"),
            "settings.py is already there, and is no whole export of surveys/starts/nl.md.",
        ),
        (("starts", "nl", "-o", "settings.py/nl.po"), "cannot be written"),
    ],
)
def test_an_export_that_cannot_be_made_says_why(saved: SimpleNamespace, arguments: tuple[str, ...], told: str) -> None:
    """An original, an unknown name or language, a file that already exists."""
    done = saved.run("export", *arguments)
    assert (done.exit_code != 0, told in done.stderr) == (True, True), done.output


def test_a_text_of_another_shape_is_reported_at_once(saved: SimpleNamespace) -> None:
    """If the version's text cannot be matched, the export says what an import would do."""
    saved.edit("surveys/starts/nl.md", "## Wie\n\n", "")
    done = saved.run("export", "starts", "nl", "-o", "nl.po")
    assert "Which part of nl.md translates which of en.md cannot be told" in done.stderr


def test_git_is_optional(workspace: SimpleNamespace) -> None:
    """Without git there is no previous source; everything else works."""
    workspace.says("stamp", "starts", "nl")
    workspace.edit("surveys/starts/en.md", "on Monday", "on Tuesday")
    workspace.says("export", "starts", "nl", "-o", "nl.po")
    text = (workspace.root / "nl.po").read_text(encoding="utf-8")
    assert ("#, fuzzy\nmsgctxt" in text, "#| msgid" in text) == (True, False)


@pytest.mark.parametrize(
    ("old", "new"),
    [('leave it as it is."', "leave"), ('msgstr "Wie"', 'msgstr "Wie'), ('msgid "Who"', 'msgid "Whom"')],
)
def test_a_broken_message_does_not_lose_the_others(saved: SimpleNamespace, fill: Callable, old: str, new: str) -> None:
    """It is reported and gives another exit code, and the others are in the version."""
    saved.says("export", "starts", "nl", "-o", "nl.po")
    fill("nl.po", {LINK: 'Kom naar <g id=\\"1\\">de andere</g>.'})
    path = saved.root / "nl.po"
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    done = saved.run("import", "nl.po")
    assert (done.exit_code, "error[" in done.stderr) == (1, True)
    assert "Kom naar [de andere](../other/nl.md).\n" in saved.read("surveys/starts/nl.md")


def test_an_export_in_place_keeps_what_is_translated(saved: SimpleNamespace, fill: Callable) -> None:
    """Unimported translations stay in the file; those with a changed original are fuzzy, with the previous source."""
    saved.says("export", "starts", "sv", "-o", "sv.po")
    fill("sv.po", SWEDISH)
    saved.edit("surveys/starts/en.md", "on Monday", "on Tuesday")
    done = saved.run("export", "starts", "sv", "-o", "sv.po")
    assert done.exit_code == 0, done.exception
    assert done.stderr == "4 messages: 0 to translate, 1 to look at, 3 translated.\n"
    text = (saved.root / "sv.po").read_text(encoding="utf-8")
    assert '#, fuzzy\n#| msgid "It starts on Monday."\n' in text
    fill("sv.po", {"It starts on Tuesday.": "Den börjar på tisdag."})
    saved.says("import", "sv.po")
    assert "Den börjar på tisdag.\n" in saved.read("surveys/starts/sv.md")
    assert "translates en.md as it is now" in saved.says("diff", "starts", "sv")


@pytest.mark.parametrize("name", ["po", "xliff", "xliff2"])
def test_all_announcements_can_be_exported_and_imported(saved: SimpleNamespace, name: str) -> None:
    """There is a file for each, in a folder per language; unchanged files and a second export change nothing."""
    saved.says("export", "--all", "--language", "nl", "--language", "sv", "--to", "out", "--format", name)
    files = sorted(path.relative_to(saved.root / "out").as_posix() for path in (saved.root / "out").rglob("*.*"))
    ending = ".po" if name == "po" else ".xlf"
    names = ("nl/surveys/other", "nl/surveys/starts", "sv/surveys/other", "sv/surveys/starts")
    assert files == [f"{file}{ending}" for file in names]
    sent, before = {file: (saved.root / "out" / file).read_bytes() for file in files}, saved.tree()
    assert saved.says("import", "out").endswith(
        "4 files: 0 taken over, 4 as before, 8 still to do, 0 kept as in the version.\n"
    )
    assert saved.tree() == before
    saved.says("export", "--all", "--language", "nl", "--language", "sv", "--to", "out", "--format", name)
    assert {file: (saved.root / "out" / file).read_bytes() for file in files} == sent


def test_a_file_of_a_renamed_announcement_is_followed(saved: SimpleNamespace, fill: Callable) -> None:
    """Its translations go to the announcement's new folder."""
    saved.says("export", "starts", "nl", "-o", "nl.po")
    fill("nl.po", {"Who": "Voor wie"})
    saved.says("rename", "starts", "begins")
    saved.says("import", "nl.po")
    assert "## Voor wie\n" in saved.read("surveys/begins/nl.md")


def test_an_unsafe_translation_is_not_imported(saved: SimpleNamespace, fill: Callable) -> None:
    """It is reported with the line of the file, and the other messages are imported."""
    saved.says("export", "starts", "nl", "-o", "nl.po")
    fill("nl.po", {"It starts on Monday.": "Zie [dit](javascript:alert(1)).", "Who": "Voor wie"})
    done = saved.run("import", "nl.po")
    assert done.exit_code == 1
    assert "nl.po:23:1: error[" in done.stderr
    text = saved.read("surveys/starts/nl.md")
    assert ("javascript" in text, "## Voor wie" in text) == (False, True)


def test_a_long_title_is_reported(saved: SimpleNamespace, fill: Callable) -> None:
    """The import warns of what the check warns of."""
    saved.says("export", "starts", "nl", "-o", "nl.po")
    fill("nl.po", {"School starts": "De school begint " * 9})
    done = saved.run("import", "nl.po")
    assert (done.exit_code, "warning[long-title]" in done.stderr) == (0, True)


def test_changed_code_is_reported(saved: SimpleNamespace) -> None:
    """The original's code is in no message: the version keeps its own."""
    saved.edit("surveys/starts/en.md", "## Who", "```\nmake\n```\n\n## Who")
    saved.edit("surveys/starts/nl.md", "## Wie", "```\nmake\n```\n\n## Wie")
    saved.says("stamp", "starts", "nl")
    saved.edit("surveys/starts/en.md", "\nmake\n", "\nmake html\n")
    saved.says("export", "starts", "nl", "-o", "nl.po")
    done = saved.run("import", "nl.po")
    assert "content/surveys/starts/nl.md:8:1: warning[outdated-exchange]" in done.stderr
    assert "its line 11" in done.stderr
