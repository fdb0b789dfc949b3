"""A build that fails for other reasons than content also leaves the site as it was."""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from pelican.settings import DEFAULT_CONFIG
from startup_code import started_with

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROOT = Path(__file__).resolve().parent.parent.parent
DAY = ("--today", "2023-02-01")
FOOTER = "components/footer/footer.html"
CHANGED = {"platform.yml": "name: Another board\nlanguages: [en, nl, sv]\n"}


def overridden(folder: Path, name: str, text: str) -> dict[str, object]:
    """Settings with a template that replaces the theme's; the folder is created for it."""
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")
    return {"THEME_TEMPLATES_OVERRIDES": [str(folder)]}


@pytest.mark.parametrize(
    "fault",
    [
        (FOOTER, "<footer>\n{% if page.frame.lang == 'sv' %}{{ page.nothing }}{% endif %}\n</footer>", 2),
        (FOOTER, "<footer>\n{{ 1 // (page.frame.lang != 'sv') }}\n</footer>", 2),
        (FOOTER, "<footer>\n{{ page.frame.lang | no_such_filter }}\n</footer>", 2),
        ("announcement.html", '{% extends "base.html" %}\n\n{% block main %}', 3),
        ("announcement.html", '{% extends "nowhere.html" %}', 1),
    ],
    ids=["undefined", "failing", "unknown filter", "unclosed", "missing base"],
)
def test_a_broken_template_leaves_the_site_as_it_was(
    small_site: Callable, tree: Callable, problems: Callable, tmp_path: Path, fault: tuple[str, str, int]
) -> None:
    """Even if it breaks only on the last pages, it is reported with its line, and nothing is written."""
    name, text, line = fault
    before = tree(small_site.output)
    done = small_site(CHANGED, settings=overridden(tmp_path, name, text))
    assert problems(done.stderr, tmp_path) == [(name, line, "broken-template")]
    assert (done.code, done.stdout, "Traceback" in done.stderr) == (1, "", False)
    assert tree(small_site.output) == before
    assert sorted(p.name for p in small_site.root.iterdir()) == ["cache", "content", "output"]


@pytest.mark.parametrize("start", ["fork", "spawn"])
def test_a_template_that_breaks_in_another_process_is_reported_in_the_same_way(
    small_site: Callable, tree: Callable, problems: Callable, tmp_path: Path, start: str
) -> None:
    """The first broken page is named, and nothing is written."""
    before = tree(small_site.output)
    settings = overridden(tmp_path, FOOTER, "<footer>\n{{ page.nothing }}\n</footer>")
    env = {"NOTICEBOARD_WORKERS": "2", "NOTICEBOARD_START": start}
    done = small_site(CHANGED, settings=settings, env=env)
    assert problems(done.stderr, tmp_path) == [(FOOTER, 2, "broken-template")]
    assert (done.code, "Traceback" in done.stderr, tree(small_site.output) == before) == (1, False, True)


def test_a_missing_theme_is_one_sentence(small_site: Callable, tree: Callable, tmp_path: Path) -> None:
    """The build ends with exit code 1 and without a traceback."""
    before = tree(small_site.output)
    done = small_site({}, settings={"THEME": str(tmp_path / "nowhere")})
    assert (done.code, "Traceback" in done.stderr, tree(small_site.output) == before) == (1, False, True)


@pytest.mark.parametrize(
    ("options", "settings"), [(("-d",), {}), ((), {"DELETE_OUTPUT_DIRECTORY": True})], ids=["option", "setting"]
)
def test_wiping_the_output_is_refused(
    small_site: Callable, tree: Callable, problems: Callable, options: tuple[str, ...], settings: dict
) -> None:
    """Pelican's DELETE_OUTPUT_DIRECTORY ends the build before anything is removed."""
    before = tree(small_site.output)
    done = small_site({}, *options, settings=settings)
    assert [name for _, _, name in problems(done.stderr, small_site.root)] == ["wrong-setting"]
    assert (done.code, "Traceback" in done.stderr, tree(small_site.output) == before) == (1, False, True)


def test_pelicans_own_pages_are_refused(small_site: Callable, tree: Callable, problems: Callable) -> None:
    """The problem names every line that the settings file lacks to turn Pelican's readers and templates off."""
    before = tree(small_site.output)
    left = ("ARTICLE_PATHS", "PAGE_PATHS", "DIRECT_TEMPLATES")
    done = small_site({}, settings={name: DEFAULT_CONFIG[name] for name in left})
    assert [name for _, _, name in problems(done.stderr, small_site.root)] == ["wrong-setting"] * 3
    assert [name for name in left if f"`{name} = []`" not in done.stderr] == []
    assert (done.code, "Traceback" in done.stderr, tree(small_site.output) == before) == (1, False, True)


@pytest.mark.parametrize("given", ["CACHE_PATH=cache", "CACHE_PATH"])
def test_a_setting_that_cannot_be_read_is_one_sentence(small_site: Callable, tree: Callable, given: str) -> None:
    """A wrong value of `-e` gives exit code 2, no traceback, and nothing is written."""
    before = tree(small_site.output)
    done = small_site({}, "-e", given)
    told = given.rpartition("=")[2] in done.stderr
    assert (done.code, "Traceback" in done.stderr, told) == (2, False, True)
    assert tree(small_site.output) == before


@pytest.mark.parametrize("today", ["2026-02-30", "tomorrow"])
def test_an_invalid_day_is_refused(small_site: Callable, tree: Callable, today: str) -> None:
    """`--today` without a valid date ends the build with one sentence."""
    before = tree(small_site.output)
    done = small_site({}, "--today", today)
    assert (done.code, "Traceback" in done.stderr, f"{today} is not a date" in done.stderr) == (1, False, True)
    assert tree(small_site.output) == before


@pytest.fixture
def disk_site(tmp_path: Path, small_builder: type) -> Iterator[Callable]:
    """A builder on a file system of two megabytes if root can mount one, else on an ordinary one."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mounted = mount(folder)
    yield small_builder(folder)
    if mounted:
        subprocess.run(("umount", str(folder)), check=True, timeout=600)


def mount(folder: Path) -> bool:
    """Mounts a small file system on the folder; returns whether that worked."""
    command = ("mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(folder))
    try:
        return subprocess.run(command, capture_output=True, check=False, timeout=600).returncode == 0
    except OSError:
        return False


def fill(folder: Path) -> Callable[[], None] | None:
    """Fills a mounted file system; elsewhere, returns a function that limits a child's files to 100 bytes each."""
    if not folder.is_mount():
        return limit_files
    with (folder / "ballast").open("wb", buffering=0) as ballast:
        for size in (4096, 1):
            write_all(ballast.fileno(), size)
    return None


def write_all(file: int, size: int) -> None:
    """Writes blocks of that many bytes until there is no room for another."""
    try:
        while os.write(file, b"\0" * size) == size:
            pass
    except OSError:
        return


def limit_files() -> None:
    """Makes every write beyond the first 100 bytes of a file fail in this process."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))


@pytest.mark.parametrize("cache", ["elsewhere", "on the disk"])
def test_a_full_disk_leaves_the_site_as_it_was(
    disk_site: Callable, small_files: dict, tree: Callable, tmp_path: Path, cache: str
) -> None:
    """Exit code 1, one sentence, no traceback, and the old pages byte for byte."""
    site, disk = disk_site, disk_site.root
    store = disk / "cache" if cache == "on the disk" else tmp_path / "cache"
    assert site(small_files, *DAY, settings={"CACHE_PATH": str(store)}).code == 0
    before = tree(site.output)
    text = small_files["surveys/a/nl.md"].replace("Enquête", "Peiling")
    site.write({**CHANGED, "surveys/a/nl.md": text})
    limit = fill(disk)
    command = (sys.executable, "-m", "noticeboard", "build")
    done = subprocess.run(
        (*command, str(site.content), "-o", str(site.output), *DAY, "-e", f'CACHE_PATH="{store}"'),
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT / "plugins")},
        capture_output=True,
        encoding="utf-8",
        timeout=600,
        check=False,
        preexec_fn=limit,
    )
    assert (done.returncode, "Traceback" in done.stderr, "[not-written]" in done.stderr) == (1, False, True)
    assert tree(site.output) == before
    assert [p.name for p in disk.iterdir() if p.name.startswith(".")] == []


def test_an_interrupted_build_leaves_the_site_as_it_was(small_site: Callable, tree: Callable, tmp_path: Path) -> None:
    """Ctrl-C during rendering leaves the old pages byte for byte, and no other folder."""
    before = tree(small_site.output)
    text = "{% if page.frame.lang == 'sv' %}{{ interrupt() }}{% endif %}"
    override = overridden(tmp_path / "templates", FOOTER, text)
    settings = tmp_path / "settings.py"
    settings.write_text(
        f"import os, signal, sys\nsys.path.insert(0, {str(ROOT)!r})\nfrom pelicanconf import *\n"
        f"THEME = {str(ROOT / 'theme')!r}\nPLUGIN_PATHS = [{str(ROOT / 'plugins')!r}]\n"
        "JINJA_GLOBALS = {'interrupt': lambda: os.kill(os.getpid(), signal.SIGINT)}\n",
        encoding="utf-8",
    )
    small_site(CHANGED, "-s", str(settings), settings=override)
    assert tree(small_site.output) == before
    assert sorted(p.name for p in small_site.root.iterdir()) == ["cache", "content", "output"]


REFUSING = """
import os

replace = os.replace


def refusing(staged, target):
    if target.endswith("/sv/index.html"):
        raise OSError(5, "Input/output error", staged)
    replace(staged, target)


os.replace = refusing
"""


def test_files_moved_before_a_fault_are_counted(
    small_site: Callable, tree: Callable, problems: Callable, tmp_path: Path
) -> None:
    """If the disk fails while files are moved, the file is named with the number of files written before."""
    before = tree(small_site.output)
    done = small_site(CHANGED, *DAY, env=started_with(REFUSING, tmp_path))
    after = tree(small_site.output)
    changed = [name for name, data in after.items() if before.get(name) != data and name != ".noticeboard-files.json"]
    assert problems(done.stderr, small_site.root) == [("output/sv/index.html", 1, "not-written")]
    assert (done.code, changed != [], "Nothing was written" in done.stderr) == (1, True, False)
    assert (
        f"1 error, 0 warnings. Before that, {len(changed)} files were written and 0 files were removed." in done.stderr
    )
    assert small_site({}, *DAY).code == 0
    assert b"Another board" in (small_site.output / "sv" / "index.html").read_bytes()


FULL = """
import builtins

opened = builtins.open


def refusing(file, mode="r", *given, **named):
    if "/.noticeboard-" in str(file) and "w" in mode:
        raise OSError(28, "No space left on device", str(file))
    return opened(file, mode, *given, **named)


builtins.open = refusing
"""


def test_a_full_output_folder_is_named_without_temporary_names(
    small_site: Callable, tree: Callable, problems: Callable, tmp_path: Path
) -> None:
    """The output folder is named, not the file in the staging folder."""
    before = tree(small_site.output)
    done = small_site(CHANGED, *DAY, env=started_with(FULL, tmp_path))
    assert problems(done.stderr, small_site.root) == [("output", 1, "not-written")]
    assert (done.code, "Nothing was written." in done.stderr, tree(small_site.output) == before) == (1, True, True)


STAYING = """
from pathlib import Path

unlink = Path.unlink


def refusing(self, missing_ok=False):
    if self.parts[-2:] == ("sv", "index.html") or self.suffix == ".sqlite":
        raise PermissionError(1, "Operation not permitted", str(self))
    unlink(self, missing_ok=missing_ok)


Path.unlink = refusing
"""


def test_files_that_cannot_be_cleaned_are_reported(
    small_site: Callable, noticeboard: Callable, problems: Callable, tmp_path: Path
) -> None:
    """`clean` names every file that stays, and the number of removed files."""
    settings, files = small_site.root / "settings.py", sum(p.is_file() for p in small_site.output.rglob("*"))
    settings.write_text("from noticeboard.defaults import *\n", "utf-8")
    done = noticeboard("clean", "-s", str(settings), env=started_with(STAYING, tmp_path))
    gone = files - sum(p.is_file() for p in small_site.output.rglob("*"))
    assert problems(done.stderr, small_site.root) == [
        ("cache/noticeboard.sqlite", 1, "not-written"),
        ("output/sv/index.html", 1, "not-written"),
    ]
    assert (done.code, done.stdout, f"2 errors, 0 warnings. {gone} files removed." in done.stderr) == (1, "", True)
    assert noticeboard("clean", "-s", str(settings)).code == 0
    assert [p.name for p in small_site.root.iterdir() if p.name != "cache"] == ["content", "settings.py"]
