"""After any edits, an incremental build has the bytes of a clean build."""

from __future__ import annotations

import os
import shutil
from random import Random
from typing import TYPE_CHECKING

import pytest
from random_edits import EDITS, EVERYDAY, bring_back, give_code, keep, make_project, restore

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="builds are forked, which this system cannot do")

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from forked_builds import Builds
    from random_edits import Project

    Kinds = Sequence[Callable[[Project], None]]


OTHER_ADDRESS = {"SITEURL": "https://other.example.org", "SITENAME": "Another board"}
MOST_OPENED = 1200
"""About how many files a build of the small site opens."""


@pytest.fixture
def project(tmp_path: Path, small_files: dict, seed: int) -> Project:
    """The small site with code of its own."""
    made = make_project(tmp_path, small_files, Random(seed))  # noqa: S311 - edits, no secrets
    give_code(made)
    return made


def walk(project: Project, build: Builds, tree: Callable, edits: Sequence[Kinds]) -> int:
    """Edits, builds and compares for each of the edits, of any of its kinds; returns how many builds succeeded."""
    root, good = project.root, 0
    kept, done = root / "kept", []
    for step, kinds in enumerate(edits):
        keep(root, kept)
        day, values = project.today, dict(project.values)
        meanwhile = disturb(project, build)
        done += filter(None, [project.edit(kinds), restore(root, project.random), meanwhile])
        before = tree(root / "output") if (root / "output").is_dir() else {}
        code = build(project.settings, root / "output", root / "cache", project.today)
        said = build.said
        clean = root / "clean"
        shutil.rmtree(clean, ignore_errors=True)
        assert build(project.settings, clean / "output", clean / "cache", project.today) == code, build.said
        told = f"step {step}: {', '.join(done[-5:])}\n{said}"
        assert "Traceback" not in said, told
        if code == 0:
            good += 1
            assert tree(root / "output") == tree(clean / "output"), told
        else:
            # An edit that cannot be built changes no output, and is undone.
            assert (tree(root / "output") if before else {}) == before, told
            bring_back(root, kept)
            project.today, project.values = day, values
    return good


def disturb(project: Project, build: Builds, *, often: float = 0.3) -> str:
    """Sometimes edits the project during a build, or runs two builds at once; returns a description."""
    random, root = project.random, project.root
    how = random.choice(("edited", "edited and undone", "two builds", "two builds, two caches"))
    if random.random() > often:
        return ""
    given = project.settings, root / "output"
    if how.startswith("edited"):
        edited = random.randrange(1, MOST_OPENED)
        undone = random.randrange(edited, MOST_OPENED) + 1 if how.endswith("undone") else 0
        build(*given, root / "cache", project.today, edit=(edited, undone, random.randrange(10**6)))
    else:
        other = root / ("other-cache" if how.endswith("caches") else "cache")
        asked = [
            build.asked(*given, root / "cache", project.today),
            build.asked(*given, other, project.today, more=OTHER_ADDRESS),
        ]
        random.shuffle(asked)
        build.at_once(asked)
    assert "Traceback" not in build.said, build.said
    return how


@pytest.mark.parametrize(
    ("seed", "edits"),
    [
        pytest.param(0, [(kind,) for kind in EVERYDAY], id="twelve kinds"),
        *(pytest.param(seed, [EDITS] * 26, marks=pytest.mark.long, id=f"any kind {seed}") for seed in range(4)),
    ],
)
def test_a_build_after_any_edit_equals_a_clean_build(
    project: Project, builds: Builds, tree: Callable, edits: Sequence[Kinds]
) -> None:
    """Twelve edits of a small site, and in the long tests a hundred in four lives; many of them lead to a site."""
    assert walk(project, builds, tree, edits) >= len(edits) * 17 // 26


@pytest.mark.long
@pytest.mark.parametrize("seed", range(1000, 1005))
def test_a_build_after_very_many_edits_equals_a_clean_build(project: Project, builds: Builds, tree: Callable) -> None:
    """Two hundred and fifty more in five lives; other ranges of seeds give any number."""
    assert walk(project, builds, tree, [EDITS] * 50) >= 38
