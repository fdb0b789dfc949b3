"""`noticeboard stamp` and `noticeboard diff`: what changed since a version was translated, and that nothing did."""

from __future__ import annotations

import csv
import re
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from noticeboard.markdown.segments.stamps import joined
from noticeboard.site.segment_texts import segmented

if TYPE_CHECKING:
    from pathlib import Path

EN, NL, SV = "surveys/starts/en.md", "surveys/starts/nl.md", "surveys/starts/sv.md"


def state(workspace: object, lang: str = "nl") -> str:
    """The state and number of changed segments of a version of the first survey."""
    lines = csv.DictReader(workspace.says("status", "--format", "csv").splitlines())
    found = next(r for r in lines if (r["announcement"], r["language"]) == ("surveys/starts", lang))
    return f"{found['state']} {found['changed']}"


def digest(workspace: object, path: str = EN) -> str:
    """The stamp for a text's current state."""
    return joined(piece.segment.digest for piece in segmented(workspace.read(path).encode()))


def test_a_stamp_changes_one_value(workspace: object) -> None:
    """Quotation marks, comments and all other lines stay."""
    before = workspace.read(NL)
    assert workspace.says("stamp", "starts", "nl") == "content/surveys/starts/nl.md: current\n"
    stamp = f'{{language: en, digest: "{digest(workspace)}"}}'
    assert workspace.read(NL) == before.replace("translates: en #", f"translates: {stamp} #")
    assert state(workspace) == "current 0"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("It starts on Monday.", "It starts\non   Monday."),
        ("\n\n", "\n\n\n"),
        ("2026-12-18   # a Friday", "2026-12-18"),
        ('title: "School starts"', "title: School starts"),
    ],
)
def test_reformatting_the_original_outdates_nothing(saved: object, old: str, new: str) -> None:
    """Other line breaks, other quotation marks and no comments: the translation stays current."""
    saved.edit(EN, old, new)
    assert state(saved) == "current 0"


def test_a_shallow_clone_is_as_current(saved: object, tmp_path: Path) -> None:
    """States need no history."""
    saved.edit(EN, "Monday", "Tuesday")
    saved.commit()
    before = saved.says("status")
    shutil.rmtree(saved.root / "content")
    clone = tmp_path / "clone"
    subprocess.run(("git", "clone", "-q", "--depth", "1", f"file://{tmp_path}", str(clone)), check=True)
    shutil.copytree(clone / "content", saved.root / "content")
    assert saved.says("status") == before


def test_diff_prints_exactly_the_changes(saved: object) -> None:
    """It has the old text from git, the new one and the translation, each with its place."""
    saved.edit(EN, "Monday", "Tuesday")
    saved.edit(EN, "## Who", "It ends in June.\n\n## Who")
    assert saved.says("diff", "starts", "nl") == (
        "content/surveys/starts/nl.md translates en.md, of which 2 of 5 segments have changed since.\n\n"
        "Changed: paragraph, content/surveys/starts/en.md:9\n"
        "  en then:\n    It starts on Monday.\n"
        "  en now:\n    It starts on Tuesday.\n"
        "  nl, content/surveys/starts/nl.md:6:\n    Het begint maandag.\n\n"
        "Added: paragraph, content/surveys/starts/en.md:11\n"
        "  en now:\n    It ends in June.\n\n"
        "When the translation is right: noticeboard stamp surveys/starts nl\n"
    )


def test_diff_prints_removed_segments(saved: object) -> None:
    """It includes the translation to remove."""
    saved.edit(EN, "## Who\n\n", "")
    assert (
        "Removed: heading\n  en then:\n    ## Who\n  nl, content/surveys/starts/nl.md:8:\n    ## Wie\n"
        in saved.says("diff", "starts", "nl")
    )


def test_the_old_text_is_found_under_a_former_name(saved: object) -> None:
    """It follows the history of a renamed folder."""
    saved.says("rename", "starts", "begins")
    saved.commit()
    saved.edit("surveys/begins/en.md", "Monday", "Tuesday")
    saved.commit()
    assert "    It starts on Monday.\n" in saved.says("diff", "begins", "nl")


@pytest.mark.parametrize("repository", [True, False])
def test_without_history_the_old_text_is_said_to_be_unknown(workspace: object, *, repository: bool) -> None:
    """No git, and too short a history, are no errors."""
    workspace.says("stamp", "starts", "nl")
    workspace.edit(EN, "Monday", "Tuesday")
    if repository:
        workspace.git("init", "-q", "-b", "main")
        workspace.commit()
    said = workspace.says("diff", "starts", "nl")
    assert "  en then: not known" in said
    assert "    It starts on Tuesday.\n" in said


def test_diff_of_a_current_version_is_one_sentence(saved: object) -> None:
    """It says that the version is current."""
    assert saved.says("diff", "starts", "nl") == (
        "content/surveys/starts/nl.md translates en.md as it is now. There is nothing to do.\n"
    )


def test_diff_says_that_a_version_is_a_draft(workspace: object) -> None:
    """A stamped draft may still have words of the original."""
    workspace.says("translate", "starts", "sv")
    assert "It is a draft: 14 words of it are still those of the original." in workspace.says("diff", "starts", "sv")
    assert workspace.says("stamp", "starts", "sv").endswith("sv.md: current once it is no draft any more\n")
    workspace.write(
        {
            SV: workspace.read(NL).replace(
                "translates: en", f'translates: {{language: en, digest: "{digest(workspace)}"}}'
            )
        }
    )
    workspace.edit(SV, "---\n\nHet", "status: draft\n---\n\nHet")
    assert "It is a draft: delete the line `status: draft`" in workspace.says("diff", "starts", "sv")


def test_an_editorial_change_outdates_no_version(saved: object) -> None:
    """After a typo is corrected in the original, current versions stay so, and the segment is named."""
    saved.edit(EN, "It starts", "Lessons start")
    assert state(saved) == "outdated 1"
    said = saved.says("stamp", "starts", "--editorial")
    assert said == (
        "Changed in content/surveys/starts/en.md since it was saved in git on 2026-11-30, and taken to mean what it "
        "meant:\n"
        "  line 9: paragraph\n"
        "content/surveys/starts/nl.md: current\n"
    )
    assert state(saved) == "current 0"


def test_a_committed_editorial_change_counts_too(saved: object) -> None:
    """The last change of the segments is found in git."""
    saved.edit(EN, "It starts", "Lessons start")
    saved.commit()
    saved.edit(EN, "2026-12-18", "2026-12-19")
    saved.commit()
    saved.says("stamp", "starts", "--editorial")
    assert state(saved) == "current 0"


def test_outdated_versions_stay_outdated(saved: object) -> None:
    """A paragraph reworded earlier still needs translation after a typo elsewhere was corrected."""
    saved.edit(EN, "Monday", "Tuesday")
    saved.commit()
    saved.edit(EN, "All pupils", "All the pupils")
    assert state(saved) == "outdated 2"
    said = saved.says("stamp", "starts", "--editorial")
    assert said.endswith("nl.md: outdated as before, segments: 1\n")
    assert state(saved) == "outdated 1"
    assert "Monday" in saved.says("diff", "starts", "nl")


def test_one_of_two_changes_can_be_the_editorial_one(saved: object) -> None:
    """--line selects it."""
    saved.edit(EN, "Monday", "Tuesday")
    saved.edit(EN, "All pupils", "All the pupils")
    said = saved.says("stamp", "starts", "--editorial", "--line", "13")
    assert "  line 13: paragraph\n" in said
    assert "line 9" not in said
    assert state(saved) == "outdated 1"


def test_a_paragraph_added_beside_the_editorial_change_is_no_part_of_it(saved: object) -> None:
    """--line selects one segment only; the new one beside it still needs translation."""
    saved.edit(EN, "All pupils come.", "All the pupils come.")
    saved.edit(EN, "## Who", "## Who\n\nBring a pencil.")
    saved.says("stamp", "starts", "--editorial", "--line", "15")
    assert state(saved) == "outdated 1"
    assert "Added: paragraph, content/surveys/starts/en.md:13" in saved.says("diff", "starts", "nl")


def test_an_ambiguous_line_is_refused(saved: object) -> None:
    """If three segments replace two, one line does not say which of them changed; nothing is written."""
    before = saved.read(NL)
    saved.edit(EN, "## Who", "Bring a pencil.\n\n## Whoever")
    saved.edit(EN, "All pupils", "All the pupils")
    done = saved.run("stamp", "starts", "--editorial", "--line", "11")
    assert (done.exit_code, "the lines 11, 13, 15 have changed together" in done.stderr) == (1, True)
    assert saved.read(NL) == before


def test_without_git_the_last_stamp_is_what_counts(workspace: object) -> None:
    """The changes since the last stamped version count as editorial."""
    workspace.write({SV: DUTCH_AS_SWEDISH})
    workspace.says("stamp", "starts", "sv")
    workspace.edit(EN, "Monday", "Tuesday")
    workspace.says("stamp", "starts", "nl")
    workspace.edit(EN, "All pupils", "All the pupils")
    said = workspace.says("stamp", "starts", "--editorial")
    assert "since a translation was stamped last" in said
    assert (state(workspace, "nl"), state(workspace, "sv")) == ("current 0", "outdated 1")


@pytest.mark.parametrize(("typed", "expected"), [("y\n", "current 0"), ("n\n", "outdated 1")])
def test_a_person_at_a_terminal_has_the_last_word(saved: object, typed: str, expected: str) -> None:
    """The segments are shown before anything is written."""
    saved.edit(EN, "It starts", "Lessons start")
    said = saved.at_a_terminal("stamp", "starts", "--editorial", typed=typed)
    assert "  line 9: paragraph\nDoes this leave the meaning as it was? [y/N]" in said
    assert state(saved) == expected


DUTCH_AS_SWEDISH = "---\ntitle: Skolan börjar\ntranslates: en\n---\n\nDen börjar.\n\n## Vem\n\nAlla elever.\n"


def test_only_the_languages_named_are_stamped(workspace: object) -> None:
    """An editorial change can be accepted for some languages."""
    workspace.write({SV: DUTCH_AS_SWEDISH})
    workspace.says("stamp", "starts", "nl", "sv")
    workspace.edit(EN, "Monday", "monday")
    workspace.says("stamp", "starts", "nl", "--editorial")
    assert (state(workspace, "nl"), state(workspace, "sv")) == ("current 0", "outdated 1")


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("stamp", "starts"), 2, "Name the languages to stamp"),
        (("stamp", "starts", "nl", "--line", "3"), 2, "Name the languages to stamp"),
        (("stamp", "strats", "nl"), 2, "There is no announcement strats. Did you mean surveys/starts?"),
        (("stamp", "nothing-like-it", "nl"), 2, "`noticeboard status` lists all."),
        (("stamp", "starts", "nll"), 2, "does not offer the language nll. Did you mean nl?"),
        (("stamp", "starts", "NL"), 2, "Did you mean nl?"),
        (("stamp", "starts", "en"), 1, "en.md is an original: it translates nothing."),
        (("stamp", "starts", "sv"), 1, "Make one: noticeboard translate surveys/starts sv"),
        (("stamp", "starts", "nl", "sv"), 1, "has no version in sv yet"),
        (("stamp", "starts", "--editorial"), 1, "Nothing has changed in content/surveys/starts/en.md"),
        (("diff", "starts", "nl"), 1, "is not stamped, so nobody knows which text it translates."),
        (("diff", "starts", "en"), 1, "is an original"),
        (("diff", "starts", "fr"), 2, "It offers"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else None,
)
def test_a_refused_command_changes_nothing(workspace: object, arguments: tuple[str, ...], code: int, said: str) -> None:
    """Exit code 2 for a wrong call, 1 for what cannot be done; no traceback."""
    before = workspace.tree()
    done = workspace.run(*arguments)
    assert (done.exit_code, done.stdout) == (code, "")
    assert said in re.sub(r"\s+", " ", done.stderr)
    assert workspace.tree() == before


def test_an_unreadable_text_is_named(workspace: object) -> None:
    """With the command that prints what is wrong in it."""
    workspace.edit(NL, "---\ntitle", "---\ntitel")
    done = workspace.run("stamp", "starts", "nl")
    assert done.exit_code == 1
    assert (
        "content/surveys/starts/nl.md cannot be read: `noticeboard check content/surveys/starts` says why."
        in done.stderr
    )
