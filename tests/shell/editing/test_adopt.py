"""`noticeboard adopt` in a project: what it prints, writes and leaves alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from word_files import document, paragraph, run

if TYPE_CHECKING:
    from pathlib import Path

PAGE = '<html lang="nl"><body><main><h1>Een bericht</h1><p>Tekst.</p></main><footer>Colofon</footer></body></html>'
LETTER = document(paragraph("Brief", "Title"), paragraph("Beste school"))
TERMS = "teachers: audience/teacher\n"


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """An HTML page beside the project's content."""
    path = tmp_path / "A message.html"
    path.write_text(PAGE, encoding="utf-8")
    return path


def test_nothing_is_written_unless_asked_to(workspace: object, page: Path) -> None:
    """Without --write it prints what it would make of a file, and what it cannot keep."""
    before = workspace.tree()
    done = workspace.run("adopt", page.name)
    assert (done.exit_code, workspace.tree()) == (0, before)
    assert done.stdout == (
        "content/news/a-message/nl.md would be written\n"
        "Nothing was written. To write it: the same command with --write. It makes 1 announcement.\n"
    )
    assert done.stderr == (
        "A message.html:1:1: warning[left-out]: Words around the text are not kept: “Colofon”. "
        "Add what readers need to the text.\n0 errors, 1 warning.\n"
    )


def test_it_writes_a_draft_that_check_finds_nothing_in(workspace: object, page: Path) -> None:
    """With --write there is a version without problems."""
    assert "Wrote content/news/a-message/nl.md" in workspace.says("adopt", page.name, "--write")
    assert workspace.read("news/a-message/nl.md") == (
        "---\ntitle: Een bericht\npublished: 2026-12-01\nstatus: draft\n---\n\nTekst.\n"
    )
    assert workspace.run("check", "content/news/a-message").stdout == ""


def test_options_give_kind_name_and_language(workspace: object, tmp_path: Path) -> None:
    """They win over what the file says."""
    (tmp_path / "letter.docx").write_bytes(LETTER)
    workspace.says("adopt", "letter.docx", "--kind", "page", "--name", "about", "--language", "sv", "--write")
    assert workspace.read("pages/about/sv.md") == "---\ntitle: Brief\nstatus: draft\n---\n\nBeste school\n"


def test_a_document_in_the_folder_of_an_announcement_becomes_its_version(workspace: object, tmp_path: Path) -> None:
    """A translator's sv.docx becomes the Swedish version."""
    (tmp_path / "content/surveys/starts/sv.docx").write_bytes(LETTER)
    workspace.says("adopt", "content/surveys/starts/sv.docx", "--write")
    assert "Beste school" in workspace.read("surveys/starts/sv.md")


def test_nothing_is_overwritten(workspace: object, tmp_path: Path) -> None:
    """An existing version stays, except with --force."""
    (tmp_path / "letter.docx").write_bytes(LETTER)
    asked = ("adopt", "letter.docx", "--kind", "survey", "--name", "starts", "--language", "nl", "--write")
    before = workspace.tree()
    done = workspace.run(*asked)
    assert (done.exit_code, workspace.tree()) == (1, before)
    assert "error[already-there]: nl.md is already there and stays as it is." in done.stderr
    workspace.says(*asked, "--force")
    assert "Beste school" in workspace.read("surveys/starts/nl.md")


def test_a_folder_with_a_file_of_terms(workspace: object, tmp_path: Path) -> None:
    """If the file is missing, the command proposes one; if it exists, the command uses it."""
    posts = tmp_path / "old" / "_posts"
    posts.mkdir(parents=True)
    (posts / "2020-01-02-x.md").write_text("---\ntitle: X\ntags: [teachers]\n---\nText.\n", encoding="utf-8")
    said = workspace.says("adopt", "old", "--terms", "terms.yml")
    assert "Wrote terms.yml: 0 of 1 categories and tags have a term." in said
    assert (tmp_path / "terms.yml").read_text(encoding="utf-8").endswith('teachers: ""  # audience/teacher?\n')
    (tmp_path / "terms.yml").write_text(TERMS, encoding="utf-8")
    workspace.says("adopt", "old", "--terms", "terms.yml", "--write")
    assert "audience: [teacher]" in workspace.read("news/x/en.md")


@pytest.mark.parametrize(
    ("arguments", "code", "expected"),
    [
        (("none.docx",), 2, "There is no file or folder none.docx."),
        (("settings.py",), 1, "error[not-adopted]: settings.py is neither a Word document (.docx)"),
        (("theme",), 1, "error[not-adopted]: No texts of Jekyll, Hugo, Pelican or Noticeboard were found"),
        (("settings.py", "--kind", "nothing"), 2, "There is no kind of announcement nothing."),
        (("settings.py", "--name", "A b"), 2, "A b cannot be the name"),
        (("bad.docx",), 1, "error[unreadable-document]: The document cannot be opened"),
        (("changed.docx",), 1, "error[tracked-changes]"),
    ],
)
def test_what_cannot_be_adopted_is_one_sentence(
    workspace: object, tmp_path: Path, arguments: tuple[str, ...], code: int, expected: str
) -> None:
    """A wrong call exits with 2, an unusable file with 1; neither writes anything."""
    (tmp_path / "bad.docx").write_bytes(b"PK")
    (tmp_path / "changed.docx").write_bytes(document(paragraph(f'<w:ins w:id="1">{run("new")}</w:ins>')))
    before = workspace.tree()
    done = workspace.run("adopt", *arguments, "--write")
    assert (done.exit_code, workspace.tree()) == (code, before)
    assert expected in done.stderr


def test_its_output_is_in_the_readers_language(workspace: object, page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """So are its problems."""
    monkeypatch.setenv("NOTICEBOARD_LANG", "nl")
    done = workspace.run("adopt", page.name)
    assert "Er is niets geschreven." in done.stdout
    assert "[left-out]: Wat rond de tekst staat, is niet overgenomen: “Colofon”." in done.stderr


def test_a_link_out_of_a_folder_is_not_followed(workspace: object, tmp_path: Path) -> None:
    """A symbolic link in a folder of posts is no post."""
    posts = tmp_path / "old" / "_posts"
    posts.mkdir(parents=True)
    (tmp_path / "secret.md").write_text("---\ntitle: Secret\n---\nSecret.\n", encoding="utf-8")
    (posts / "2020-01-02-x.md").symlink_to(tmp_path / "secret.md")
    done = workspace.run("adopt", "old", "--write")
    assert done.exit_code == 1
    assert not (tmp_path / "content/news").exists()


def test_only_files_beside_a_page_are_copied(workspace: object, tmp_path: Path) -> None:
    """Files in parent folders, or behind a link, are not."""
    folder = tmp_path / "saved"
    folder.mkdir()
    (tmp_path / "above.pdf").write_bytes(b"%PDF-1.4\n")
    (folder / "linked.pdf").symlink_to(tmp_path / "above.pdf")
    (folder / "good.pdf").write_bytes(b"%PDF-1.4\n")
    links = "".join(f'<a href="{name}">{name}</a> ' for name in ("good.pdf", "linked.pdf", "../above.pdf", "none.pdf"))
    (folder / "page.html").write_text(f"<main><h1>T</h1><p>{links}</p></main>", encoding="utf-8")
    done = workspace.run("adopt", "saved/page.html", "--write")
    assert done.stderr.count("[link-not-kept]") == 3
    assert sorted(path.name for path in (tmp_path / "content/news/page").iterdir()) == ["en.md", "good.pdf"]
