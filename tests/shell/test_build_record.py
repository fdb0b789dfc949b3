"""When a build is skipped, and everything that makes it run again."""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from noticeboard.model import Location, warning
from noticeboard.shell.build.build_record import (
    BuildCommand,
    BuildRecord,
    PrintedResult,
    command_of,
    remember,
    repeated,
)
from noticeboard.shell.build.file_snapshot import file_marks, is_fresh
from noticeboard.shell.build.staging import Staging

if TYPE_CHECKING:
    from collections.abc import Callable

LONG_AGO = (1_600_000_000_000_000_000, 1_600_000_000_000_000_000)
CLOSING = "nothing to do"
WARNING = warning(Location("surveys/a/nl.md", 3, 4), "some-name", "It says {what}.", "Correct it.", what="[b]")
SAID = PrintedResult(CLOSING, "content", (WARNING,))


def states(output: Path) -> dict[str, tuple[int, int]]:
    """The size and time of each file that the build wrote."""
    found = {path: (output / path).lstat() for path in ("index.html", "nl/index.html")}
    return {path: (state.st_size, state.st_mtime_ns) for path, state in found.items()}


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A folder with a text in a folder."""
    folder = tmp_path / "content"
    (folder / "surveys").mkdir(parents=True)
    (folder / "surveys" / "en.md").write_text("one", "utf-8")
    (folder / "platform.yml").write_text("name: x", "utf-8")
    return folder


@pytest.fixture
def output(tmp_path: Path) -> Path:
    """An output folder with two written files."""
    folder = tmp_path / "output"
    with Staging(folder) as staging:
        for path in ("index.html", "nl/index.html"):
            staging.write(path, b"page")
        staging.commit(staging.written)
    return folder


@pytest.fixture
def command(tmp_path: Path) -> BuildCommand:
    """A command with an existing cache."""
    return BuildCommand("key", tmp_path / "last.json", dated=False)


@pytest.fixture
def done(command: BuildCommand, content: Path, output: Path) -> Callable[..., None]:
    """Remembers a build of the content, valid an hour before and after now."""

    def do(begins: float = -3600, until: float = 3600) -> None:
        now = time.time()
        roots = (str(content),)
        inputs = file_marks(roots).snapshot
        remember(command, BuildRecord(roots, inputs, output, states(output), now + begins, now + until, SAID))

    return do


def test_nothing_is_known_before_the_first_build(command: BuildCommand) -> None:
    """Without a record there is a build."""
    assert repeated(command)[0] is None


def test_a_build_is_skipped_if_nothing_changed(command: BuildCommand, done: Callable[..., None]) -> None:
    """Its closing line and warnings are printed again."""
    done()
    said, _ = repeated(command)
    assert said
    assert (said.closing, said.content) == (CLOSING, "content")
    assert said.warnings == (WARNING,)


@pytest.mark.parametrize(
    "change",
    [
        lambda folder: (folder / "surveys" / "en.md").write_text("two", "utf-8"),
        lambda folder: (folder / "surveys" / "nl.md").write_text("", "utf-8"),
        lambda folder: (folder / "surveys" / "en.md").unlink(),
        lambda folder: (folder / "surveys" / "en.md").rename(folder / "surveys" / "sv.md"),
        lambda folder: (folder / "surveys").rename(folder / "results"),
        lambda folder: (folder / "empty").mkdir(),
        lambda folder: (folder / "link.md").symlink_to("platform.yml"),
    ],
    ids=["changed", "new", "gone", "renamed", "folder renamed", "new folder", "new link"],
)
def test_a_change_of_the_input_is_noticed(
    command: BuildCommand, done: Callable[..., None], content: Path, change: Callable[[Path], object]
) -> None:
    """Words of the same length, a new file, a deleted one, another name."""
    done()
    change(content)
    assert repeated(command)[0] is None


def test_a_change_at_the_same_moment_is_noticed(
    command: BuildCommand, done: Callable[..., None], content: Path
) -> None:
    """A file that was written just before the build is compared by content, whatever the clock says."""
    text = content / "surveys" / "en.md"
    done()
    found = text.stat()
    with text.open("r+") as file:
        file.write("two")
    os.utime(text, ns=(found.st_atime_ns, found.st_mtime_ns))
    assert repeated(command)[0] is None


@pytest.mark.parametrize(("age", "expected"), [(0.01, 1), (0.5, 0)])
def test_a_fine_clock_is_trusted_sooner(content: Path, age: float, expected: int) -> None:
    """If file times have fractions of seconds, a tenth of a second is enough."""
    inputs = file_marks([str(content)]).snapshot
    assert inputs.fresh is not None
    now = max(path.stat().st_ctime_ns for path in content.rglob("*")) + int(age * 1e9)
    fresh = [path for path in content.rglob("*.md") if counts_as_fresh(path, now)]
    assert len(fresh) == expected


def counts_as_fresh(path: Path, now: int) -> bool:
    """Whether a file counts as changed just now."""
    found = path.stat()
    return is_fresh((found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino, 0), now)


def test_a_changed_target_of_a_link_is_noticed(content: Path, tmp_path: Path) -> None:
    """A link counts with its target, a link to a folder with the folder's content."""
    outside = tmp_path / "outside"
    outside.mkdir()
    (content / "linked").symlink_to(outside)
    before = file_marks([str(content)]).snapshot
    (outside / "en.md").write_text("one", "utf-8")
    assert file_marks([str(content)]).snapshot.seen != before.seen


def test_links_in_a_circle_end(content: Path) -> None:
    """A link to a parent folder is followed once."""
    (content / "round").symlink_to(content)
    assert file_marks([str(content)]).snapshot == file_marks([str(content)]).snapshot


def test_only_files_changed_just_now_are_opened(content: Path) -> None:
    """For older changes size and times are enough; a clock set back does not matter, because both times count."""
    os.utime(content / "platform.yml", ns=LONG_AGO)
    inputs = file_marks([str(content)]).snapshot
    assert inputs.fresh is not None
    assert [Path(path).name for path in inputs.fresh] == ["platform.yml", "en.md"]


@pytest.mark.parametrize(
    "change",
    [
        lambda folder: (folder / "index.html").unlink(),
        lambda folder: (folder / "nl" / "index.html").write_bytes(b"other"),
        lambda folder: (folder / ".noticeboard-files.json").unlink(),
    ],
    ids=["gone", "changed", "no list"],
)
def test_a_change_of_the_output_is_noticed(
    command: BuildCommand, done: Callable[..., None], output: Path, change: Callable[[Path], object]
) -> None:
    """A page that is missing or was changed by others is written again."""
    done()
    change(output)
    assert repeated(command)[0] is None


@pytest.mark.parametrize(("begins", "until"), [(-7200, -3600), (3600, 7200)])
def test_a_record_is_valid_for_a_time(
    command: BuildCommand, done: Callable[..., None], begins: float, until: float
) -> None:
    """After the next change, and before the time of the build, there is a build."""
    done(begins, until)
    assert repeated(command)[0] is None


def test_a_given_day_needs_no_clock(command: BuildCommand, done: Callable[..., None]) -> None:
    """The day is part of the command then."""
    done(-7200, -3600)
    assert repeated(BuildCommand(command.key, command.file, dated=True))[0] is not None


@pytest.mark.parametrize(
    "damage",
    [lambda data: data[:0], lambda data: data[:-9], lambda data: data.replace(b"nothing", b"something"), bytes.upper],
    ids=range(4),
)
def test_a_damaged_record_is_ignored(
    command: BuildCommand, done: Callable[..., None], damage: Callable[[bytes], bytes]
) -> None:
    """Any change of it leads to a build."""
    done()
    command.file.write_bytes(damage(command.file.read_bytes()))
    assert repeated(command)[0] is None


def test_another_command_has_another_record(command: BuildCommand, done: Callable[..., None]) -> None:
    """The key covers the command and the settings."""
    done()
    assert repeated(BuildCommand("other", command.file, dated=False))[0] is None


def test_a_record_that_cannot_be_written_is_no_failure(content: Path, output: Path, tmp_path: Path) -> None:
    """The next build is an ordinary one."""
    (tmp_path / "no").touch()
    lost = BuildCommand("key", tmp_path / "no" / "last.json", dated=True)
    inputs = file_marks([str(content)]).snapshot
    remember(lost, BuildRecord((str(content),), inputs, output, states(output), 0, 1, SAID))
    assert repeated(lost)[0] is None


SETTINGS = 'PLUGINS = ["noticeboard"]\nCACHE_PATH = "kept"\n'


@pytest.fixture
def asked(tmp_path: Path) -> Callable[..., BuildCommand | None]:
    """The command for a settings file of this text."""

    def ask(text: str = SETTINGS, *arguments: str, **extra: object) -> BuildCommand | None:
        file = tmp_path / "conf.py"
        file.write_text(text, "utf-8")
        return command_of(str(file), arguments, extra)

    return ask


def test_the_key_covers_the_whole_command(asked: Callable[..., BuildCommand]) -> None:
    """Other settings, options or days make another command."""
    keys = [
        asked().key,
        asked(SETTINGS + "SITEURL = 'https://example.org'\n").key,
        asked(SETTINGS, "texts").key,
        asked(SETTINGS, NOTICEBOARD_TODAY="2026-12-01").key,
    ]
    assert len(set(keys)) == len(keys)
    assert asked().key == keys[0]


def test_the_record_is_in_the_cache(asked: Callable[..., BuildCommand], tmp_path: Path) -> None:
    """In that of the settings or of the command."""
    assert asked().file.parent == tmp_path / "kept"
    assert asked(SETTINGS, "-e", 'CACHE_PATH="elsewhere"').file.parent == Path("elsewhere")


@pytest.mark.parametrize(
    "text",
    [
        'PLUGINS = ["noticeboard", "other"]\n',
        "",
        SETTINGS + "JINJA_FILTERS = {'loud': str.upper}\n",
        SETTINGS + "raise OSError\n",
        SETTINGS + "raise SystemExit\n",
    ],
)
def test_a_command_without_a_key_is_built(asked: Callable[..., BuildCommand | None], text: str) -> None:
    """Other plugins, settings that are no plain values, and settings that fail prevent a record."""
    assert asked(text) is None


@pytest.mark.parametrize("option", ["-l", "-lr", "--autoreload", "--print-settings"])
def test_a_command_that_does_more_than_build_has_no_record(
    asked: Callable[..., BuildCommand | None], option: str
) -> None:
    """Pelican has options that serve or print."""
    assert asked(SETTINGS, option) is None
