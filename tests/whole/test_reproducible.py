"""Equal sources give equal bytes."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROOT = Path(__file__).resolve().parent.parent.parent
TODAY = "2026-12-01"


@pytest.fixture
def built_again(site_builder: Callable, tree: Callable) -> Callable[..., dict[str, bytes]]:
    """The content, built in another folder with this environment."""

    def build(content: Path, pictures: Path | None = None, **env: str) -> dict[str, bytes]:
        shutil.copytree(content, site_builder.content)
        if pictures:
            shutil.copytree(pictures, site_builder.root / "cache" / pictures.name)
        done = site_builder({}, "--today", TODAY, env=env)
        assert (done.code, "Traceback" in done.stderr) == (0, False)
        return tree(site_builder.output)

    return build


@pytest.fixture
def pictures(built_cache: str, arabic_site: Path, tmp_path: Path) -> Path:
    """The encoded pictures of the demo without a tenth, which is encoded again: encoding all takes half of a build."""
    copy = Path(shutil.copytree(Path(built_cache) / "noticeboard-pictures", tmp_path / "noticeboard-pictures"))
    for path in sorted(copy.iterdir())[::10]:
        path.unlink()
    return copy


@pytest.fixture
def strict_umask() -> Iterator[None]:
    """A umask that gives others no rights."""
    before = os.umask(0o077)
    yield
    os.umask(before)


ELSEWHERE = {
    "PYTHONHASHSEED": "4242",
    "TZ": "Pacific/Auckland",
    "LANG": "tr_TR.UTF-8",
    "LC_ALL": "C",
    "NOTICEBOARD_WORKERS": "3",
    "NOTICEBOARD_START": "spawn",
}
"""Another hash seed, time zone and locale, and three processes."""


@pytest.mark.usefixtures("strict_umask")
def test_the_environment_does_not_matter(
    built_again: Callable, tree: Callable, arabic_content: Path, arabic_site: Path, pictures: Path
) -> None:
    """Another hash seed, time zone, locale, umask and folder, and three processes, give the same bytes."""
    assert built_again(arabic_content, pictures, **ELSEWHERE) == tree(arabic_site)


@pytest.mark.long
def test_the_environment_does_not_matter_in_any_language(
    built_again: Callable, tree: Callable, demo_site: Path, strict_umask: None
) -> None:
    """The same with all languages of the demo."""
    assert built_again(ROOT / "content", **ELSEWHERE) == tree(demo_site)


@pytest.mark.long
@pytest.mark.parametrize(
    "env",
    [
        {"PYTHONHASHSEED": "0"},
        {"PYTHONHASHSEED": "1", "NOTICEBOARD_WORKERS": "1"},
        {"NOTICEBOARD_WORKERS": "2", "NOTICEBOARD_START": "fork"},
    ],
    ids=["seed 0", "seed 1, one process", "two processes, forked"],
)
def test_further_seeds_and_processes_do_not_matter(
    built_again: Callable, tree: Callable, demo_site: Path, env: dict[str, str]
) -> None:
    """The same with other hash seeds, one process, and forked ones."""
    assert built_again(ROOT / "content", **env) == tree(demo_site)


def test_a_web_server_may_read_the_site(demo_site: Path) -> None:
    """Files and folders have the usual rights, although they were staged elsewhere."""
    mask = os.umask(0o022)
    os.umask(mask)
    modes = {(p.is_dir(), p.stat().st_mode & 0o777) for p in (demo_site, *demo_site.rglob("*"))}
    assert modes == {(True, 0o777 & ~mask), (False, 0o666 & ~mask)}


def test_no_path_of_this_machine_is_in_the_site(demo_site: Path, tree: Callable) -> None:
    """No page names the folders that it was made from."""
    folders = (str(ROOT).encode(), str(demo_site.parent).encode())
    assert [name for name, data in tree(demo_site).items() if any(f in data for f in folders)] == []


def test_pelicans_own_command_gives_the_same_bytes(
    site_builder: Callable, small_files: dict, tree: Callable, tmp_path: Path
) -> None:
    """`pelican content -s pelicanconf.py -o output` builds the same, our list included."""
    assert site_builder(small_files, "--today", TODAY).code == 0
    command = (sys.executable, "-m", "pelican", str(site_builder.content), "-s", "pelicanconf.py")
    done = subprocess.run(
        (
            *(*command, "-o", str(tmp_path / "other")),
            *("-e", f'CACHE_PATH="{tmp_path / "other-cache"}"', f'NOTICEBOARD_TODAY="{TODAY}"'),
        ),
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        timeout=600,
        check=False,
    )
    assert (done.returncode, "Traceback" in done.stderr) == (0, False)
    assert tree(tmp_path / "other") == tree(site_builder.output)


def test_source_date_epoch_is_the_clock(site_builder: Callable, small_files: dict, tree: Callable) -> None:
    """A build at an epoch equals a build on its day in the platform's zone."""
    epoch = {"SOURCE_DATE_EPOCH": "1676847600"}
    assert site_builder(small_files, "--today", "", env=epoch).code == 0
    at_the_epoch = tree(site_builder.output)
    assert ", 0 removed, " in site_builder({}, "--today", "2023-02-20").stdout
    assert tree(site_builder.output) == at_the_epoch


def test_line_ends_do_not_matter(
    site_builder: Callable, small_builder: type, small_files: dict, tree: Callable
) -> None:
    """A checkout with Windows line ends gives the same bytes; scripts are published unchanged."""
    theme = shutil.copytree(ROOT / "theme", site_builder.root / "theme")
    settings = {"THEME": str(theme)}
    day, own = ("--today", "2023-02-01"), {"translations/sv.po": 'msgid "Front page"\nmsgstr "Start"\n'}
    assert site_builder({**small_files, **own}, *day, settings=settings).code == 0
    for path in [*theme.rglob("*"), *site_builder.content.rglob("*")]:
        if path.suffix in (".md", ".yml", ".po", ".html", ".css", ".toml"):
            path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    again = small_builder(site_builder.root / "again")
    shutil.copytree(site_builder.content, again.content)
    assert again({}, *day, settings=settings).code == 0
    assert tree(again.output) == tree(site_builder.output)
