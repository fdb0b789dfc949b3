"""Files are staged beside the output and then moved into place."""

from __future__ import annotations

import errno
import json
import os
import shutil
from contextlib import suppress
from pathlib import Path

import pytest

from noticeboard.shell.build.file_moves import Interrupted
from noticeboard.shell.build.manifest import MANIFEST, manifest_state, written_files
from noticeboard.shell.build.obstacles import Obstructed
from noticeboard.shell.build.staging import Staging, remove_written_files
from noticeboard.shell.cache.folder_lock import lock_folder, release_folder


def tree(root: Path) -> dict[str, bytes]:
    """Every file below a folder with its bytes, without our list."""
    files = (p for p in root.rglob("*") if p.is_file() and p.name != MANIFEST)
    return {p.relative_to(root).as_posix(): p.read_bytes() for p in files}


def publish(output: Path, files: dict[str, str], claimed: set[str] | None = None) -> Staging:
    """A build that writes these files and claims them, or claims what is given."""
    with Staging(output) as staging:
        for path, text in files.items():
            staging.write(path, text.encode())
        staging.commit(files.keys() if claimed is None else claimed)
    return staging


def test_files_move_into_place_and_are_listed(tmp_path: Path) -> None:
    """After a commit the output has the files and their list, and the staging folder is gone."""
    output = tmp_path / "new" / "output"
    publish(output, {"index.html": "a", "nl/index.html": "b"})
    assert tree(tmp_path) == {"new/output/index.html": b"a", "new/output/nl/index.html": b"b"}
    assert written_files(output) == {"index.html", "nl/index.html"}
    assert [p.name for p in output.parent.iterdir()] == ["output"]


def test_what_fails_before_the_commit_changes_nothing(tmp_path: Path) -> None:
    """A build that fails earlier leaves the output as it was, and no staging folder."""
    output = tmp_path / "output"
    publish(output, {"index.html": "a"})

    staging = Staging(output)
    with suppress(KeyboardInterrupt), staging:
        staging.write("index.html", b"b")
        staging.write("nl/index.html", b"c")
        raise KeyboardInterrupt
    assert tree(tmp_path) == {"output/index.html": b"a"}
    assert written_files(output) == {"index.html"}


def test_a_failed_first_build_leaves_no_folders(tmp_path: Path) -> None:
    """Folders that were made for the output are removed."""
    with Staging(tmp_path / "some" / "where" / "output") as staging:
        staging.write("index.html", b"a")
    assert list(tmp_path.iterdir()) == []


def test_unclaimed_files_are_removed(tmp_path: Path) -> None:
    """So are folders that become empty."""
    output = tmp_path / "output"
    publish(output, {"index.html": "a", "nl/surveys/a/index.html": "b"})
    staging = publish(output, {}, {"index.html"})
    assert staging.removed == ["nl/surveys/a/index.html"]
    assert (tree(output), (output / "nl").exists(), written_files(output)) == (
        {"index.html": b"a"},
        False,
        {"index.html"},
    )


def test_files_of_others_stay(tmp_path: Path) -> None:
    """Files that we did not write are neither removed nor counted, even in our folders."""
    output = tmp_path / "output"
    publish(output, {"nl/index.html": "a"})
    (output / "CNAME").write_text("example.org", encoding="utf-8")
    (output / "nl" / "notes.txt").write_text("mine", encoding="utf-8")
    publish(output, {"index.html": "b"})
    assert tree(output) == {"CNAME": b"example.org", "index.html": b"b", "nl/notes.txt": b"mine"}


def test_a_page_may_become_a_folder(tmp_path: Path) -> None:
    """And a folder may become a page in the next build."""
    output = tmp_path / "output"
    publish(output, {"a": "file", "b/c": "folder"})
    publish(output, {"a/x": "folder", "b": "file"})
    assert tree(output) == {"a/x": b"folder", "b": b"file"}


@pytest.mark.parametrize(
    "content",
    [
        *(
            "",
            "no json",
            "{}",
            "5",
            "[1, null]",
            '["../x"]',
            '["a/../../x"]',
            '["/etc/passwd"]',
            '["a", ""]',
            '["a//b"]',
        ),
        *('["./a"]', '["a\\u0000b"]', "[" * 100_000),
    ],
)
def test_a_damaged_list_is_refused(tmp_path: Path, content: str) -> None:
    """So is one that names something outside; nothing is moved or removed."""
    output = tmp_path / "output"
    publish(output, {"a": "1"})
    (output / MANIFEST).write_text(content, encoding="utf-8")
    assert written_files(output) == set()
    for build in (lambda: publish(output, {"b": "2"}), lambda: remove_written_files(output)):
        with pytest.raises(Obstructed) as stopped:
            build()
        assert [p.location.path for p in stopped.value.problems] == [str(output / MANIFEST)]
    assert tree(output) == {"a": b"1"}


def test_a_list_that_is_a_link_is_refused(tmp_path: Path) -> None:
    """Its target is not read."""
    output = tmp_path / "output"
    publish(output, {"a": "1"})
    (output / MANIFEST).replace(tmp_path / "list")
    (output / MANIFEST).symlink_to(tmp_path / "list")
    with pytest.raises(Obstructed):
        publish(output, {"b": "2"})
    assert (written_files(output), (output / "a").exists()) == (set(), True)


@pytest.fixture
def elsewhere(tmp_path: Path) -> Path:
    """Another folder with a file."""
    (tmp_path / "elsewhere" / "b").mkdir(parents=True)
    for name in ("a.html", "b/c.html"):
        (tmp_path / "elsewhere" / name).write_text("theirs", "utf-8")
    return tmp_path / "elsewhere"


def test_nothing_is_written_through_a_link(tmp_path: Path, elsewhere: Path) -> None:
    """A link in the place of a folder is reported with all other obstacles, and nothing is moved."""
    output = tmp_path / "output"
    output.mkdir()
    (output / "nl").symlink_to(elsewhere)
    (output / "sv").write_text("a file", "utf-8")
    (output / "index.html").mkdir()
    (output / "index.html" / "own.txt").touch()
    with pytest.raises(Obstructed) as stopped:
        publish(output, {"first.txt": "1", "index.html": "1", "nl/a.html": "1", "nl/b/c.html": "1", "sv/a.html": "1"})
    assert [p.location.path for p in stopped.value.problems] == [str(output / n) for n in ("index.html", "nl", "sv")]
    assert tree(elsewhere) == {"a.html": b"theirs", "b/c.html": b"theirs"}
    assert not (output / "first.txt").exists()


def test_nothing_is_removed_through_a_link(tmp_path: Path, elsewhere: Path) -> None:
    """Neither by a build nor by `clean`, even if the list has such a path."""
    output = tmp_path / "output"
    publish(output, {"index.html": "1", "nl/a.html": "1", "nl/b/c.html": "1"})
    shutil.rmtree(output / "nl")
    (output / "nl").symlink_to(elsewhere)
    staging = publish(output, {"index.html": "2"})
    assert (staging.removed, written_files(output)) == ([], {"index.html"})
    (output / MANIFEST).write_text('["index.html", "nl/a.html", "nl/b/c.html"]', encoding="utf-8")
    assert remove_written_files(output) == 1
    assert tree(elsewhere) == {"a.html": b"theirs", "b/c.html": b"theirs"}


def test_a_link_in_the_place_of_a_file_is_replaced(tmp_path: Path, elsewhere: Path) -> None:
    """Its target stays."""
    output = tmp_path / "output"
    output.mkdir()
    (output / "index.html").symlink_to(elsewhere / "a.html")
    publish(output, {"index.html": "1"})
    assert (tree(output), tree(elsewhere)["a.html"]) == ({"index.html": b"1"}, b"theirs")


def test_an_output_that_is_a_link_is_refused(tmp_path: Path, elsewhere: Path) -> None:
    """Settings are resolved first, so somebody else must have put the link there."""
    (tmp_path / "output").symlink_to(elsewhere)
    with pytest.raises(Obstructed):
        publish(tmp_path / "output", {"a.html": "1"})
    assert (remove_written_files(tmp_path / "output"), tree(elsewhere)["a.html"]) == (0, b"theirs")


def test_new_files_go_in_before_old_ones_leave_and_pages_last(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A reader finds everything that a page needs at any moment."""
    output = tmp_path / "output"
    publish(output, {"old.css": "1", "old.html": "1"})
    steps: list[str] = []
    replace, unlink = os.replace, Path.unlink

    def replaced(staged: str, target: str) -> None:
        steps.append(Path(target).name)
        replace(staged, target)

    def unlinked(self: Path, missing_ok: bool = False) -> None:  # noqa: FBT001, FBT002 - as pathlib has it
        steps.append(f"- {self.name}")
        unlink(self, missing_ok=missing_ok)

    monkeypatch.setattr(os, "replace", replaced)
    monkeypatch.setattr(Path, "unlink", unlinked)
    publish(output, {"index.html": "2", "new.css": "2", "a.html": "2", "z.png": "2"})
    moved = [step for step in steps if step != MANIFEST]
    assert moved == ["new.css", "z.png", "index.html", "a.html", "- old.css", "- old.html"]


@pytest.mark.parametrize(
    ("refused", "expected"),
    [
        ("new.css", None),
        ("index.html", (["new.css"], [])),
        ("old.css", (["new.css", "index.html"], [])),
        ("old.html", (["new.css", "index.html"], ["old.css"])),
    ],
)
def test_what_was_moved_before_a_fault_is_known(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, refused: str, expected: tuple[list[str], list[str]] | None
) -> None:
    """If the disk fails in the middle, the error says how much was moved, and the next build completes it."""
    output = tmp_path / "output"
    publish(output, {"old.css": "1", "old.html": "1"})
    replace, unlink = os.replace, Path.unlink

    def check(path: str | Path) -> None:
        if Path(path).name == refused:
            raise OSError(errno.EIO, "Input/output error", str(path))

    def replaced(staged: str, target: str) -> None:
        check(target)
        replace(staged, target)

    def unlinked(self: Path, missing_ok: bool = False) -> None:  # noqa: FBT001, FBT002 - as pathlib has it
        check(self)
        unlink(self, missing_ok=missing_ok)

    with monkeypatch.context() as patched:
        patched.setattr(os, "replace", replaced)
        patched.setattr(Path, "unlink", unlinked)
        with pytest.raises(Interrupted if expected else OSError) as ended:
            publish(output, {"index.html": "2", "new.css": "2"})
    fault = ended.value.fault if expected else ended.value
    assert fault.filename == str(output / refused)
    assert expected is None or (ended.value.moved, ended.value.removed) == expected
    publish(output, {"index.html": "2", "new.css": "2"})
    assert tree(output) == {"index.html": b"2", "new.css": b"2"}


def test_an_abandoned_folder_is_removed_though_it_is_empty(tmp_path: Path) -> None:
    """A build that was killed at once leaves nothing for ever."""
    (tmp_path / ".noticeboard-old").mkdir()
    publish(tmp_path / "output", {"a": "1"})
    assert [p.name for p in tmp_path.iterdir()] == ["output"]


def test_the_list_is_written_only_when_it_changes(tmp_path: Path) -> None:
    """If no path changes, its bytes stay; its time shows that files were moved."""
    output = tmp_path / "output"
    publish(output, {"index.html": "a"})
    before = manifest_state(output)
    publish(output, {}, {"index.html"})
    assert manifest_state(output) == before
    os.utime(output / MANIFEST, ns=(0, 0))
    publish(output, {"index.html": "b"})
    assert manifest_state(output)[0] > before[0]
    assert manifest_state(output)[1] == before[1]


def test_a_list_of_another_user_is_written_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """If its time cannot be changed, other builds still notice that files were moved."""
    output = tmp_path / "output"
    publish(output, {"index.html": "a"})
    before = manifest_state(output)

    def refused(*_: object, **__: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "utime", refused)
    publish(output, {"index.html": "b"})
    assert manifest_state(output)[1] != before[1]
    assert written_files(output) == {"index.html"}


def test_a_build_can_hold_the_output_until_it_ends(tmp_path: Path) -> None:
    """Others then cannot move files from before it looks at the output until its end."""
    output = tmp_path / "output"
    publish(output, {"index.html": "a"})
    with Staging(output) as staging:
        staging.lock_output()
        assert lock_folder(output) is None
        staging.write("index.html", b"b")
        staging.commit(["index.html"])
    held = lock_folder(output)
    assert held
    release_folder(held)
    assert tree(output) == {"index.html": b"b"}


def test_the_list_is_sorted(tmp_path: Path) -> None:
    """Its bytes do not depend on the order of writing."""
    publish(tmp_path / "output", {"b": "", "a": "", "é": ""})
    assert json.loads((tmp_path / "output" / MANIFEST).read_text("utf-8")) == ["a", "b", "é"]


def test_cleaning_removes_only_our_files(tmp_path: Path) -> None:
    """`clean` removes our files, our list and empty folders; other files stay."""
    output = tmp_path / "output"
    publish(output, {"index.html": "a", "nl/index.html": "b"})
    (output / "CNAME").write_text("example.org", encoding="utf-8")
    assert (remove_written_files(output), tree(output)) == (2, {"CNAME": b"example.org"})
    (output / "CNAME").unlink()
    assert (remove_written_files(output), output.exists(), remove_written_files(output)) == (0, False, 0)


def test_an_output_whose_parent_is_not_ours_is_cleaned_and_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Everything in it is removed."""
    output, rmdir = tmp_path / "html", Path.rmdir
    publish(output, {"nl/index.html": "1"})

    def refused(self: Path) -> None:
        if self == output:
            raise PermissionError(13, "Permission denied", str(self))
        rmdir(self)

    monkeypatch.setattr(Path, "rmdir", refused)
    assert (remove_written_files(output), list(output.iterdir())) == (1, [])


def test_an_output_whose_parent_is_not_ours_is_staged_inside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """/var/www/html is often like this; the promises are the same, and nothing is left inside."""
    output = tmp_path / "html"
    output.mkdir()
    monkeypatch.setattr("noticeboard.shell.build.staging.os.access", lambda path, _: Path(path) != tmp_path)
    with Staging(output) as staging:
        staging.write("index.html", b"1")
        assert [p.parent for p in tmp_path.rglob(".noticeboard-*") if p.is_dir()] == [output]
    assert list(output.iterdir()) == []
    publish(output, {"index.html": "1", "nl/index.html": "2"})
    assert (tree(output), sorted(p.name for p in output.iterdir() if p.name != MANIFEST)) == (
        {"index.html": b"1", "nl/index.html": b"2"},
        ["index.html", "nl"],
    )


def test_a_folder_without_permissions_is_found_before_moving(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is named, and nothing is moved."""
    output = tmp_path / "output"
    publish(output, {"nl/index.html": "1"})
    monkeypatch.setattr("noticeboard.shell.build.obstacles.os.access", lambda path, _: not str(path).endswith("/nl"))
    with pytest.raises(Obstructed) as stopped:
        publish(output, {"index.html": "2", "nl/index.html": "2"})
    assert [p.location.path for p in stopped.value.problems] == [str(output / "nl")]
    assert tree(output) == {"nl/index.html": b"1"}


def test_an_immutable_file_is_found_before_moving(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is named, whether it would be written or removed, and nothing is moved."""
    output = tmp_path / "output"
    publish(output, {"b.html": "1", "old.html": "1"})
    access = os.access
    held = {str(output / "b.html"), str(output / "old.html")}
    monkeypatch.setattr(
        "noticeboard.shell.build.obstacles.os.access", lambda path, mode: str(path) not in held and access(path, mode)
    )
    with Staging(output) as staging:
        staging.write("a.html", b"2")
        staging.write("b.html", b"2")
        with pytest.raises(Obstructed) as stopped:
            staging.commit(["a.html", "b.html"])
    assert [p.location.path for p in stopped.value.problems] == sorted(held)
    assert tree(output) == {"b.html": b"1", "old.html": b"1"}


def test_mounted_folders_have_their_own_staging(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Files are copied to the mounted file system and moved there; nothing is left on it."""
    output = tmp_path / "output"
    (output / "media").mkdir(parents=True)
    monkeypatch.setattr("noticeboard.shell.build.staged_files.mounts_below", lambda _: [output / "media"])
    moved: list[tuple[str, str]] = []
    replace = os.replace

    def replaced(staged: str, target: str) -> None:
        moved.append((Path(staged).parent.parent.name, Path(target).name))
        replace(staged, target)

    monkeypatch.setattr(os, "replace", replaced)
    publish(output, {"index.html": "1", "media/a.png": "2"})
    assert (("media", "a.png") in moved, sorted(p.name for p in (output / "media").iterdir())) == (True, ["a.png"])
    assert tree(output) == {"index.html": b"1", "media/a.png": b"2"}


def test_a_commit_that_may_not_proceed_moves_nothing(tmp_path: Path) -> None:
    """Another build has changed files that this one relied on."""
    output = tmp_path / "output"
    publish(output, {"index.html": "1"})
    with Staging(output) as staging:
        staging.write("index.html", b"2")
        assert not staging.commit(["index.html"], proceed=lambda: False)
    assert tree(output) == {"index.html": b"1"}


def test_recorded_states_are_those_of_the_staged_files(tmp_path: Path) -> None:
    """Whatever others do to the files afterwards."""
    told: dict[str, tuple[int, int]] = {}
    output = tmp_path / "output"
    with Staging(output) as staging:
        staging.write("index.html", b"12345")
        staging.commit(["index.html"], told.update)
    found = (output / "index.html").stat()
    assert told == {"index.html": (5, found.st_mtime_ns)}
