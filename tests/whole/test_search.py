"""Search indexes are made again only if something changed."""

from __future__ import annotations

import json
import os
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

DAY = ("--today", "2023-02-01")
HEAD = "title: {title}\npublished: 2023-01-10\nlanguages: [{lang}]\ntags: [a, b, c]\naudience: [x, y]\n"
TEXT = f"---\n{HEAD}---\n{{text}}\n"
TERM = "{0}: {{labels: {{en: {0}, nl: {0}}}}}\n"
FILES = {
    "platform.yml": "name: Board\nlanguages: [en, nl]\n",
    "vocabularies/tags.yml": "".join(map(TERM.format, "abc")),
    "vocabularies/audience.yml": "".join(map(TERM.format, "xy")),
    "news/a/en.md": TEXT.format(title="First", lang="en", text="An answer."),
    "news/b/nl.md": TEXT.format(title="Tweede", lang="nl", text="Een antwoord."),
}
# Replaces Pagefind: notes that it was started, then does what a test wants.
STAND_IN = "#!{python}\nfrom pathlib import Path\nPath({log!r}).open('a').write('started ')\n{does}\n"


@pytest.fixture
def stand_in(tmp_path: Path) -> Callable[[str], Mapping[str, str]]:
    """Replaces Pagefind by a program that notes each start in the file "log" and runs this Python code."""

    def put(does: str) -> Mapping[str, str]:
        program = tmp_path / "pagefind"
        program.write_text(STAND_IN.format(python=sys.executable, log=str(tmp_path / "log"), does=does), "utf-8")
        program.chmod(0o755)
        return {"PAGEFIND_BINARY_PATH": str(program)}

    return put


def real() -> str:
    """Python code that continues as the real Pagefind."""
    from pagefind.service import get_executable  # noqa: PLC0415

    return f"import os, sys\nos.execv({str(get_executable())!r}, ['pagefind', *sys.argv[1:]])"


def started(folder: Path) -> int:
    """How often Pagefind was started."""
    log = folder / "log"
    return log.read_text("utf-8").count("started") if log.exists() else 0


def index(output: Path, lang: str) -> dict[str, int]:
    """The files of a language's index, with their modification times."""
    folder = output / lang / "search" / "index"
    return {p.relative_to(folder).as_posix(): p.stat().st_mtime_ns for p in folder.rglob("*") if p.is_file()}


def test_only_changed_languages_are_indexed(site_builder: Callable, stand_in: Callable, tmp_path: Path) -> None:
    """Each language is indexed once, and again only after one of its texts changed."""
    env = stand_in(real())
    assert site_builder(FILES, *DAY, env=env).code == 0
    assert started(tmp_path) == 2
    assert site_builder({}, *DAY, env=env).code == 0
    assert site_builder({}, "--today", "2023-02-02", env=env).code == 0
    assert started(tmp_path) == 2
    english = index(site_builder.output, "en")
    site_builder({"news/b/nl.md": TEXT.format(title="Tweede", lang="nl", text="Een vraag.")}, *DAY, env=env)
    assert (started(tmp_path), index(site_builder.output, "en")) == (3, english)


def test_equal_files_of_an_index_are_not_written_again(site_builder: Callable) -> None:
    """After another indexing only changed files are written, and old ones removed."""
    site_builder(FILES, *DAY)
    before = index(site_builder.output, "nl")
    site_builder({"news/b/nl.md": TEXT.format(title="Tweede", lang="nl", text="Een vraag.")}, *DAY)
    after = index(site_builder.output, "nl")
    kept = {"pagefind.js", "wasm.nl.pagefind"}
    assert {name for name in kept if before[name] != after[name]} == set()
    fragments = [{name for name in names if name.startswith("fragment/")} for names in (before, after)]
    assert [len(found) for found in fragments] == [1, 1]
    assert fragments[0] != fragments[1]


def test_a_language_that_has_nothing_left_has_no_search(site_builder: Callable) -> None:
    """When its last text is deleted, its search page and index are removed."""
    site_builder(FILES, *DAY)
    assert (site_builder.output / "nl/search/index.html").is_file()
    done = site_builder({"news/b": None}, *DAY)
    assert done.code == 0, done.stderr
    assert not (site_builder.output / "nl/search").exists()


def test_a_lost_file_is_made_again(site_builder: Callable, tree: Callable) -> None:
    """A build restores whatever others removed or changed in an index."""
    site_builder(FILES, *DAY)
    before = tree(site_builder.output)
    (site_builder.output / "en/search/index/pagefind-entry.json").unlink()
    next((site_builder.output / "nl/search/index/fragment").iterdir()).write_bytes(b"")
    assert site_builder({}, *DAY).code == 0
    assert tree(site_builder.output) == before


@pytest.mark.parametrize(
    "does",
    [
        "raise SystemExit(1)",
        "print('no answer,', end='', flush=True); import time; time.sleep(60)",
        "print('eyJwYXlsb2FkIjogeyJ0eXBlIjogIkVycm9yIiwgIm1lc3NhZ2UiOiAiYnJva2VuIn19,', end='', flush=True); input()",
    ],
    ids=["ends", "nonsense", "error"],
)
def test_a_failed_indexing_fails_the_build(
    site_builder: Callable, stand_in: Callable, tree: Callable, does: str
) -> None:
    """The site stays as it was, and one problem says why, without a traceback."""
    site_builder(FILES, *DAY)
    before = tree(site_builder.output)
    changed = {"news/b/nl.md": TEXT.format(title="Derde", lang="nl", text="Een vraag.")}
    done = site_builder(changed, *DAY, env=stand_in(does))
    assert (done.code, done.stderr.count("error[search-failed]"), "Traceback" in done.stderr) == (1, 1, False)
    assert tree(site_builder.output) == before
    assert site_builder({}, *DAY).code == 0


@pytest.mark.parametrize("number", ["1", "2"])
def test_a_missing_pagefind_is_reported(site_builder: Callable, number: str) -> None:
    """The build says what to do, once, whatever the number of processes."""
    env = {"PAGEFIND_BINARY_PATH": "/nowhere/pagefind", "NOTICEBOARD_WORKERS": number}
    done = site_builder(FILES, *DAY, env=env)
    assert (done.code, "pagefind[bin]" in done.stderr, "Traceback" in done.stderr) == (1, True, False), done.stderr
    assert not site_builder.output.exists()


def test_the_same_pages_give_the_same_index(small_builder: type, tmp_path: Path, tree: Callable) -> None:
    """Neither the processes nor the order of the texts changes any byte."""
    made = []
    for number in range(2):
        site = small_builder(tmp_path / str(number))
        site.root.mkdir()
        files = {f"news/n{n}/en.md": TEXT.format(title=f"N{n}", lang="en", text=f"Word{n} and") for n in range(20)}
        order = sorted(files, reverse=bool(number))
        env = {"PYTHONHASHSEED": str(number), "NOTICEBOARD_WORKERS": str(1 + number)}
        done = site({**FILES, **{name: files[name] for name in order}}, *DAY, env=env)
        assert done.code == 0, done.stderr
        made.append({path: data for path, data in tree(site.output).items() if "/search/" in path})
    assert len(made[0]) > 30
    assert made[0] == made[1]


def test_the_time_for_indexing_is_printed(site_builder: Callable) -> None:
    """Separately, if anything was indexed."""
    done = site_builder(FILES, *DAY, "--explain")
    assert "2 languages indexed" in done.stdout
    assert "indexed" not in site_builder({}, *DAY, "--explain").stdout


def test_the_entry_file_says_nothing_of_the_machine(site_builder: Callable) -> None:
    """It has Pagefind's version, the language and its files, and nothing else."""
    site_builder(FILES, *DAY)
    entry = json.loads((site_builder.output / "nl/search/index/pagefind-entry.json").read_bytes())
    assert entry.keys() == {"include_characters", "languages", "version"}
    assert list(entry["languages"]) == ["nl"]
    assert os.sep not in json.dumps(entry["languages"])
