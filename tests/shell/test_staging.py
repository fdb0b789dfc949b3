"""Building aside and moving into place."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest

from noticeboard.shell.staging import MANIFEST, Staging, listed, remove_ours

if TYPE_CHECKING:
    from pathlib import Path


def tree(root: Path) -> dict[str, bytes]:
    """Every file below a folder with its bytes, our list left out."""
    files = (p for p in root.rglob("*") if p.is_file() and p.name != MANIFEST)
    return {p.relative_to(root).as_posix(): p.read_bytes() for p in files}


def publish(output: Path, files: dict[str, str], claimed: set[str] | None = None) -> Staging:
    """One build that writes these files and claims them, or what is given."""
    with Staging(output) as staging:
        for path, text in files.items():
            staging.write(path, text.encode())
        staging.commit(files.keys() if claimed is None else claimed)
    return staging


def test_files_move_into_place_and_are_listed(tmp_path: Path) -> None:
    """After a commit the output holds the files and the list of them, and nothing is left beside it."""
    output = tmp_path / "new" / "output"
    publish(output, {"index.html": "a", "nl/index.html": "b"})
    assert tree(tmp_path) == {"new/output/index.html": b"a", "new/output/nl/index.html": b"b"}
    assert listed(output) == {"index.html", "nl/index.html"}
    assert [p.name for p in output.parent.iterdir()] == ["output"]


def test_what_fails_before_the_commit_changes_nothing(tmp_path: Path) -> None:
    """A build that ends early leaves the output as it was, and no folder of its own."""
    output = tmp_path / "output"
    publish(output, {"index.html": "a"})

    staging = Staging(output)
    with suppress(KeyboardInterrupt), staging:
        staging.write("index.html", b"b")
        staging.write("nl/index.html", b"c")
        raise KeyboardInterrupt
    assert tree(tmp_path) == {"output/index.html": b"a"}
    assert listed(output) == {"index.html"}


def test_a_failed_first_build_leaves_no_folders(tmp_path: Path) -> None:
    """Folders that were made for an output that never came are gone."""
    with Staging(tmp_path / "some" / "where" / "output") as staging:
        staging.write("index.html", b"a")
    assert list(tmp_path.iterdir()) == []


def test_what_nobody_claims_is_removed(tmp_path: Path) -> None:
    """A file of an earlier build that is not claimed goes, with the folders that this leaves empty."""
    output = tmp_path / "output"
    publish(output, {"index.html": "a", "nl/surveys/a/index.html": "b"})
    staging = publish(output, {}, {"index.html"})
    assert staging.removed == ["nl/surveys/a/index.html"]
    assert (tree(output), (output / "nl").exists(), listed(output)) == ({"index.html": b"a"}, False, {"index.html"})


def test_files_of_others_stay(tmp_path: Path) -> None:
    """What we never wrote is neither removed nor counted, even inside our folders."""
    output = tmp_path / "output"
    publish(output, {"nl/index.html": "a"})
    (output / "CNAME").write_text("example.org", encoding="utf-8")
    (output / "nl" / "notes.txt").write_text("mine", encoding="utf-8")
    publish(output, {"index.html": "b"})
    assert tree(output) == {"CNAME": b"example.org", "index.html": b"b", "nl/notes.txt": b"mine"}


def test_a_page_may_become_a_folder(tmp_path: Path) -> None:
    """A path that was a file may be a folder in the next build, and the other way round."""
    output = tmp_path / "output"
    publish(output, {"a": "file", "b/c": "folder"})
    publish(output, {"a/x": "folder", "b": "file"})
    assert tree(output) == {"a/x": b"folder", "b": b"file"}


@pytest.mark.parametrize(
    "content",
    ["", "no json", "{}", "5", '["/etc/passwd", "../x", "a/../../x", "", "a\\u0000b"]', "[1, null]"],
)
def test_a_list_that_is_not_ours_to_trust_removes_nothing(tmp_path: Path, content: str) -> None:
    """A damaged list, or one with paths that lead out of the output folder, names no file to remove."""
    output = tmp_path / "output"
    output.mkdir()
    (output / MANIFEST).write_text(content, encoding="utf-8")
    assert listed(output) == set()


def test_the_list_is_written_only_when_it_changes(tmp_path: Path) -> None:
    """A build that changes no path leaves the list untouched."""
    output = tmp_path / "output"
    publish(output, {"index.html": "a"})
    before = (output / MANIFEST).stat().st_mtime_ns
    publish(output, {"index.html": "b"})
    assert (output / MANIFEST).stat().st_mtime_ns == before


def test_the_list_is_sorted(tmp_path: Path) -> None:
    """The list's bytes do not depend on the order of writing."""
    publish(tmp_path / "output", {"b": "", "a": "", "é": ""})
    assert json.loads((tmp_path / "output" / MANIFEST).read_text("utf-8")) == ["a", "b", "é"]


def test_cleaning_removes_ours_alone(tmp_path: Path) -> None:
    """`clean` takes our files, our list and empty folders; an output with others' files stays."""
    output = tmp_path / "output"
    publish(output, {"index.html": "a", "nl/index.html": "b"})
    (output / "CNAME").write_text("example.org", encoding="utf-8")
    assert (remove_ours(output), tree(output)) == (2, {"CNAME": b"example.org"})
    (output / "CNAME").unlink()
    assert (remove_ours(output), output.exists(), remove_ours(output)) == (0, False, 0)
