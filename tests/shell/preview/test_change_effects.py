"""The effect of a changed file, from its name alone."""

from __future__ import annotations

import pytest

from noticeboard.shell.preview.change_effects import Effect, WatchedPaths, effect_of

WATCHED = WatchedPaths(
    folders=("/site/content", "/site/theme"),
    code=("/site/plugins",),
    shallow=("/site",),
    ours=("/site/cache", "/site/content/.kept"),
)


@pytest.mark.parametrize(
    "path",
    ["content/surveys/a/nl.md", "content/platform.yml", "content/surveys/a", "theme/templates/base.html"],
)
def test_texts_and_templates_are_built(path: str) -> None:
    """Any written, moved or deleted file or folder in content and theme starts a build."""
    assert effect_of([f"/site/{path}"], WATCHED) is Effect.BUILD


@pytest.mark.parametrize(
    "path",
    ["pelicanconf.py", "secrets.py", "plugins/a/__init__.py", "plugins/a/words.po", "theme/helper.py", "content"],
)
def test_code_needs_a_fresh_process(path: str) -> None:
    """Settings, their imports, plugins and the program are loaded again, and everything if a watched folder is new."""
    assert effect_of([f"/site/{path}"], WATCHED) is Effect.RESTART


@pytest.mark.parametrize(
    "path",
    [
        "content/surveys/a/.nl.md.swp",
        "content/surveys/a/nl.md~",
        "content/surveys/a/4913",
        "content/surveys/a/#nl.md#",
        "content/surveys/a/.#nl.md",
        "content/surveys/a/nl.md___jb_tmp___",
        "content/surveys/a/nl.md.tmp",
        "content/.git/index",
        "content/.kept/index.html",
        "plugins/other/__pycache__/x.cpython-311.pyc",
        "cache/preview/index.html",
        "README.md",
        "output/index.html",
        "sub/tool.py",
    ],
)
def test_other_files_change_nothing(path: str) -> None:
    """Temporary files of editors, hidden files, what builds write, and files elsewhere."""
    assert effect_of([f"/site/{path}"], WATCHED) is Effect.NOTHING


def test_of_many_changes_the_strongest_counts() -> None:
    """A burst of saves has one effect."""
    paths = ["/site/content/a~", "/site/content/a", "/site/pelicanconf.py"]
    assert [effect_of(paths[:n], WATCHED) for n in range(4)] == [
        Effect.NOTHING,
        Effect.NOTHING,
        Effect.BUILD,
        Effect.RESTART,
    ]


def test_a_folder_of_plugins_around_the_content_does_not_make_texts_code() -> None:
    """Texts in a folder that may have plugins are still texts."""
    around = WatchedPaths(folders=("/site/content",), code=("/site",), shallow=(), ours=())
    paths = ("/site/content/a/nl.md", "/site/other/__init__.py")
    assert [effect_of([path], around) for path in paths] == [Effect.BUILD, Effect.RESTART]
