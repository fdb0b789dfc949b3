"""A file changes while the site is built from it: the build says so, and the next one notices it."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING

import pytest
from edits_meanwhile import AT_THE_END
from random_edits import give_code, make_project, write_settings

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="builds are forked, which this system cannot do")

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from forked_builds import Builds
    from random_edits import Project

FIGURES = "Answer;Share\nYes;60 %\nNo;40 %\n"
DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40">'
    '<title>Square</title><rect width="30" height="30"/></svg>'
)
SWEDISH = 'msgctxt "vocabulary"\nmsgid "Target audience"\nmsgstr "Till vem"\n'
MORE = {
    "surveys/b/figures.csv": FIGURES,
    "surveys/b/drawing.svg": DRAWING,
    "translations/sv.po": SWEDISH,
}
LINKS = "\n[The figures of the survey](figures.csv) and [the drawing of the survey](drawing.svg).\n"

KINDS = {
    "a version": ("content/surveys/b/nl.md", "De tweede", "Een tweede"),
    "an original": ("content/surveys/b/en.md", "The second", "A second"),
    "the platform": ("content/platform.yml", "Board", "Other"),
    "a vocabulary": ("content/vocabularies/audience.yml", "Leraar", "Docent"),
    "a data file": ("content/surveys/b/figures.csv", "60", "70"),
    "a drawing": ("content/surveys/b/drawing.svg", "30", "20"),
    "a catalogue of the platform": ("content/translations/sv.po", "Till vem", "Vem"),
    "a picture": ("content/surveys/a/photo.png", "", "end"),
    "a template": ("theme/templates/base.html", "</body>", "<!-- end --></body>"),
    "a part of the style sheet": ("theme/styles/tokens.css", "", "/* end */"),
    "a file of the theme": ("theme/static/site.js", "", "// end"),
    "a catalogue of the theme": ("theme/translations/nl.po", "Doelgroep", "Voor wie"),
    "the settings": ("conf.py", "example.org", "example.com"),
    "code that templates call": ("board_words.py", "text + ''", "text + 'called'"),
}
"""For each kind of file that a build reads: a file, words in it and their replacement; without words, its end."""


@dataclass
class Known:
    """A project that never changes, what builds it, and the result of a clean build."""

    root: Path
    project: Project
    builds: Builds
    clean: dict[str, bytes]

    def build(self, root: Path, replaced: tuple[str, str, int] | None = None) -> int:
        """The exit code of a build of a copy of the project."""
        settings = self.project.settings.name
        asked = self.builds.asked(
            root / settings, root / "output", root / "cache", self.project.today, replaced=replaced
        )
        return self.builds.at_once([asked])[0]


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory, small_files: dict, tree: Callable, builds: Builds) -> Known:
    """The small site with more kinds of files."""
    root = tmp_path_factory.mktemp("meanwhile")
    files = {**small_files, **MORE}
    files |= {f"surveys/b/{lang}.md": files[f"surveys/b/{lang}.md"] + LINKS for lang in ("en", "nl")}
    project = make_project(root / "project", files, Random(1))  # noqa: S311 - no secrets
    project.values["siteurl"] = "https://example.org"
    give_code(project)
    found = Known(root, project, builds, {})
    copy = copied(found, root / "clean")
    assert found.build(copy) == 0, builds.said
    found.clean |= tree(copy / "output")
    return found


def copied(known: Known, root: Path) -> Path:
    """A copy of the project whose settings import its own code."""
    shutil.copytree(known.project.root, root)
    settings = root / known.project.settings.name
    settings.write_text(settings.read_text("utf-8").replace(str(known.project.root), str(root)), "utf-8")
    return root


def changed(file: Path, old: str, new: str) -> bytes:
    """The content of a file after the change."""
    data = file.read_bytes()
    assert old.encode() in data, file
    return data.replace(old.encode(), new.encode()) if old else data + new.encode()


CASES = [(kind, time) for time in (AT_THE_END, 1, 2, 3) for kind in KINDS]
SHORT = [(kind, AT_THE_END) for kind in ("a version", "a data file", "a picture", "a template", "the settings")]


@pytest.mark.parametrize(
    ("kind", "time"), [pytest.param(*case, marks=() if case in SHORT else pytest.mark.long) for case in CASES]
)
def test_a_change_during_a_build_is_reported_and_built_next(
    tmp_path: Path, known: Known, tree: Callable, kind: str, time: int
) -> None:
    """At each reading of a file of each kind, and after the last one."""
    name, old, new = KINDS[kind]
    root, after = copied(known, tmp_path / "site"), copied(known, tmp_path / "after")
    file, other, before = root / name, tmp_path / "other", (root / name).read_bytes()
    other.write_bytes(changed(file, old, new))
    shutil.copyfile(other, after / name)
    assert known.build(after) == 0, known.builds.said
    expected = tree(after / "output")
    assert expected != known.clean

    was, code = file.stat(), known.build(root, (str(file), str(other), time))
    told = known.builds.said
    is_changed = file.read_bytes() != before
    assert is_changed or time != AT_THE_END
    if code == 0:
        assert ("1 file changed while the site was built: " in told) == is_changed, told
        assert not is_changed or file.name in told, told
        assert tree(root / "output") in (known.clean, expected)
    else:
        assert f"{file.name}:1:1: error[changed-meanwhile]" in told, told
        assert "Nothing was written." in told
        assert not (root / "output").exists()

    for site in (expected if is_changed else known.clean, known.clean):
        assert known.build(root) == 0, known.builds.said
        assert "changed while" not in known.builds.said
        assert tree(root / "output") == site
        file.write_bytes(before)
        os.utime(file, ns=(was.st_atime_ns, was.st_mtime_ns))


@pytest.mark.parametrize("time", [4, *(pytest.param(n, marks=pytest.mark.long) for n in (1, 2, 3, AT_THE_END))])
def test_settings_that_change_meanwhile_are_not_remembered(
    tmp_path: Path, small_files: dict, tree: Callable, builds: Builds, time: int
) -> None:
    """A settings file is run twice, so the result is never recorded for the first reading."""
    project = make_project(tmp_path / "site", small_files, Random(1))  # noqa: S311 - no secrets
    project.values["siteurl"] = "https://example.org"
    write_settings(project)
    root, file, other = project.root, project.settings, tmp_path / "other.py"
    other.write_bytes(changed(file, "example.org", "example.com"))
    before, was = file.read_bytes(), file.stat()
    given = project.settings, root / "output", root / "cache", project.today
    assert builds(project.settings, tmp_path / "clean", tmp_path / "other-cache", project.today) == 0, builds.said
    assert builds.at_once([builds.asked(*given, replaced=(str(file), str(other), time))]) == [0], builds.said
    is_changed = file.read_bytes() != before
    assert ("1 file changed while the site was built: " in builds.said) == is_changed
    file.write_bytes(before)
    os.utime(file, ns=(was.st_atime_ns, was.st_mtime_ns))
    assert builds(*given) == 0, builds.said
    assert tree(root / "output") == tree(tmp_path / "clean")


def test_a_text_that_changes_meanwhile_is_not_remembered(
    tmp_path: Path, small_files: dict, tree: Callable, builds: Builds
) -> None:
    """The next build has its words, although the project has no code of its own, so that builds are remembered."""
    project = make_project(tmp_path / "site", small_files, Random(1))  # noqa: S311 - no secrets
    write_settings(project)
    root, other = project.root, tmp_path / "other.md"
    file = root / "content" / "surveys" / "b" / "en.md"
    other.write_bytes(changed(file, "The second", "A second"))
    given = project.settings, root / "output", root / "cache", project.today
    asked = builds.asked(*given, replaced=(str(file), str(other), AT_THE_END))
    assert builds.at_once([asked]) == [0], builds.said
    assert "1 file changed while the site was built: " in builds.said
    assert builds(*given) == 0, builds.said
    assert builds(project.settings, tmp_path / "clean", tmp_path / "other-cache", project.today) == 0, builds.said
    assert tree(root / "output") == tree(tmp_path / "clean")
