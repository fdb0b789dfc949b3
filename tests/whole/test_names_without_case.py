"""Case-insensitive folders: builds, checks and edits have the same results."""

from __future__ import annotations

import shutil
import subprocess
import sys
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from startup_code import started_with

from site_commands import WARM

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import SimpleNamespace

DAY = ("--today", "2023-02-01")
HERE = Path(__file__).parent
PLUGINS = HERE.parents[1] / "plugins"
OTHER_CASE = {
    "surveys/a/nl.md": (
        "---\ntitle: T\npublished: 2023-01-10\ndeadline: 2023-02-19\naudience: [teacher]\nimage: PHOTO.png\n"
        "image_credit: A\nimage_alt: B\n---\n\n[b](../B/) [c](../b/NL.md) [d](../A/photo.PNG) [e](Photo.png)\n"
    ),
    "results/c/en.md": "---\ntitle: C\npublished: 2023-01-11\nresults_of: B\n---\n\nText.\n",
    "surveys/b/SV.md": "---\ntitle: Annan\n---\n\nText.\n",
}
"""References to others in another case, and a name in another case."""
LINK = "broken-link"


@pytest.fixture(scope="module")
def folded(tmp_path_factory: pytest.TempPathFactory, kept_site: SimpleNamespace) -> dict[str, str]:
    """The environment of a Python in which names below the site's folder are case-insensitive."""
    code = (HERE / "folded_names.py").read_text(encoding="utf-8")
    found = {**started_with(code, tmp_path_factory.mktemp("folded")), "FOLDED_BELOW": str(kept_site.site.root)}
    WARM.keep(found)
    return found


def test_the_stand_in_behaves_like_such_folders(small_site: Callable, folded: dict[str, str]) -> None:
    """Files are found by any spelling and keep their first one."""
    code = (
        "import os, pathlib; os.chdir('content'); p = pathlib.Path('Surveys/A/NL.MD'); print(p.exists())\n"
        "print(p.read_bytes() == open('surveys/a/nl.md', 'rb').read())\n"
        "p.write_text('x'); print(sorted(os.listdir('surveys/a')))"
    )
    done = subprocess.run(
        (sys.executable, "-c", code), cwd=small_site.root, env=folded, capture_output=True, text=True, check=True
    )
    assert done.stdout == "True\nTrue\n['nl.md', 'photo.png', 'sv.md']\n"


def test_a_build_gives_the_same_bytes(small_site: Callable, tree: Callable, folded: dict[str, str]) -> None:
    """And a second one has nothing to write."""
    expected = tree(small_site.output)
    for path in ("cache/noticeboard.sqlite", "output/index.html"):
        (small_site.root / path).unlink()
    for written in (True, False):
        done = small_site({}, *DAY, env=folded)
        assert (done.code, done.stderr, " 0 written" in done.stdout) == (0, "", not written)
        assert tree(small_site.output) == expected


def test_names_in_another_case_are_reported_as_elsewhere(
    small_site: Callable, noticeboard: Callable, folded: dict[str, str]
) -> None:
    """On the web server names have case, so references that would break there are reported."""
    small_site.write(OTHER_CASE)
    told = [noticeboard("check", str(small_site.content), *DAY, env=env) for env in ({}, folded)]
    assert told[0].code == told[1].code == 1
    assert told[0].stderr + told[0].stdout == told[1].stderr + told[1].stdout
    places = [line.partition("surveys/a/nl.md:")[2].partition("]")[0] for line in told[1].stdout.splitlines()]
    assert [place for place in places if ": error" in place] == [
        "6:8: error[missing-image",
        *(
            f"11:{column}: error[{name}"
            for column, name in ((5, LINK), (16, "missing-version"), (32, LINK), (52, LINK))
        ),
    ]


def settings(site: Callable) -> tuple[str, str]:
    """The option with a settings file for that site."""
    theme, content = str(PLUGINS.parent / "theme"), str(site.content)
    lines = ("NOTICEBOARD = {}", "PLUGINS = ['noticeboard']", f"THEME = {theme!r}", f"PATH = {content!r}", "")
    (site.root / "pelicanconf.py").write_text("\n".join(lines), "utf-8")
    return "--settings", str(site.root / "pelicanconf.py")


def test_commands_edit_the_files_that_are_there(
    small_site: Callable, noticeboard: Callable, folded: dict[str, str], tree: Callable
) -> None:
    """Renaming, exporting and importing have the usual results; none makes a second file or loses one."""
    given, trees = settings(small_site), []
    commands = (
        ("rename", *given, "surveys/b", "surveys/B"),
        ("rename", *given, "surveys/b", "surveys/c"),
        ("export", *given, "surveys/c", "nl", "-o", str(small_site.root / "nl.po")),
        ("import", *given, str(small_site.root / "nl.po")),
        ("new", *given, "surveys", "C"),
        ("new", *given, "surveys", "c"),
        ("translate", *given, "surveys/c", "sv"),
        ("stamp", *given, "surveys/c", "nl"),
    )
    before = shutil.copytree(small_site.content, small_site.root / "before")
    for env in ({}, folded):
        shutil.rmtree(small_site.content)
        shutil.copytree(before, small_site.content)
        done = [noticeboard(*command, env=env) for command in commands]
        assert not [one for one in done if "Traceback" in one.stderr]
        trees.append(([(one.code, one.stdout) for one in done], tree(small_site.content)))
    assert trees[0] == trees[1]


def test_a_returned_file_may_have_another_case(
    small_site: Callable, noticeboard: Callable, folded: dict[str, str]
) -> None:
    """It is imported into the existing version."""
    given = settings(small_site)
    exported = small_site.root / "nl.po"
    assert noticeboard("export", *given, "surveys/b", "nl", "-o", str(exported), env=folded).code == 0
    done = noticeboard("import", *given, str(small_site.root / "NL.PO"), env=folded)
    assert (done.code, "Traceback" in done.stderr) == (0, False), done.stderr
    assert sorted(p.name for p in (small_site.content / "surveys" / "b").iterdir()) == ["en.md", "nl.md"]


@pytest.mark.long
def test_a_file_system_without_case(
    small_site: Callable, tree: Callable, small_builder: type, tmp_path: Path, small_files: dict
) -> None:
    """The same on a real one (ext4 with casefold), if this machine can make and mount it."""
    expected, image, place = tree(small_site.output), tmp_path / "image", tmp_path / "mounted"
    place.mkdir()
    with image.open("wb") as file:
        file.truncate(64 << 20)
    make = ("mkfs.ext4", "-q", "-O", "casefold", "-E", "encoding=utf8", str(image))
    with ExitStack() as stack:
        made = shutil.which("mkfs.ext4") and subprocess.run(make, check=False, capture_output=True).returncode == 0
        mount = ("mount", "-o", "loop", str(image), str(place))
        if not made or subprocess.run(mount, check=False, capture_output=True).returncode:
            pytest.skip("This machine cannot mount ext4 with casefold: it needs root and a kernel with CONFIG_UNICODE.")
        stack.callback(subprocess.run, ("umount", str(place)), check=True)
        site = small_builder(place / "site")
        site.root.mkdir()
        subprocess.run(("chattr", "+F", str(site.root)), check=True)
        done = site(small_files, *DAY)
        assert (done.code, (site.root / "CONTENT").is_dir(), tree(site.output)) == (0, True, expected)
