"""A build writes exactly what changed, and the result equals a clean build."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from noticeboard.markdown.render.engine import Engine
from noticeboard.markdown.segments.stamps import stamp
from noticeboard.site.version_parser import parse_source

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).resolve().parent.parent.parent
DAY = ("--today", "2023-02-01")
LANGUAGES = ("en", "nl", "sv")
AUDIENCE = "vocabularies/audience.yml"

SHOWING_SURVEYS = (
    *("", "surveys/", "surveys/2023/", "surveys/a/", "surveys/b/"),
    *("audience/teacher/", "audience/head-teacher/"),
)
"""The pages with the surveys' cards: lists, and the page of each survey, because they share terms."""


def in_all(*paths: str) -> set[str]:
    """The paths below every language."""
    return {f"{lang}/{path}" for lang in LANGUAGES for path in paths}


def replace_in(folder: Path, pattern: str, old: str, new: str) -> None:
    """Replaces a text in all files below a folder whose paths match; each must have it."""
    for path in folder.glob(pattern):
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.fixture
def clean(small_builder: type, tree: Callable, tmp_path: Path) -> Callable[..., dict[str, bytes]]:
    """The result of a clean build of a content folder."""

    def build(content: Path, *options: str, settings: dict | None = None) -> dict[str, bytes]:
        site = small_builder(tmp_path / "clean")
        shutil.copytree(content, site.content, symlinks=True)
        done = site({}, *options, settings=settings)
        assert (done.code, done.stderr) == (0, "")
        return tree(site.output)

    return build


def test_a_second_build_renders_and_writes_nothing(small_site: Callable, counted: Callable) -> None:
    """Without a change every file counts as unchanged and keeps its modification time."""
    before = {p: p.stat().st_mtime_ns for p in small_site.output.rglob("*")}
    done = small_site({}, *DAY, "--explain")
    count = counted(done.stdout)
    assert (count.written, count.removed, count.unchanged) == (0, 0, count.files)
    assert len(done.stdout.splitlines()) == 1
    assert {p: p.stat().st_mtime_ns for p in small_site.output.rglob("*")} == before


def test_all_files_are_counted(small_site: Callable, counted: Callable) -> None:
    """The closing line counts every file of ours in the output, except their list."""
    files = [p for p in small_site.output.rglob("*") if p.is_file() and not p.name.startswith(".")]
    count = counted(small_site({}, *DAY).stdout)
    assert (count.announcements, count.languages, count.files) == (3, 3, len(files))


def differing(before: dict[str, bytes], after: dict[str, bytes]) -> set[str]:
    """The paths of files that are new or changed, without index.html and our list."""
    return {
        path.removesuffix("index.html")
        for path, data in after.items()
        if before.get(path) != data and path != ".noticeboard-files.json"
    }


TITLE = "title: Tweede"
CHANGES: dict[str, tuple[str, str, str]] = {
    "the label of a term": (AUDIENCE, "nl: Leraar", "nl: Docent"),
    "the text of a version": ("surveys/a/nl.md", "Zie [b]", "Lees [b]"),
    "the text of a translation": ("surveys/b/nl.md", "De tweede.", "De *tweede*."),
    "the title of a translation": ("surveys/b/nl.md", TITLE, "title: Nummer twee"),
    "the deadline": ("surveys/b/*.md", "deadline: 2023-03-19", "deadline: 2023-03-20"),
    "the name of the platform": ("platform.yml", "name: Board", "name: Bord"),
    "a heading's id": ("surveys/a/sv.md", "## Del", "## Del {#del}"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_only_changed_pages_are_written(
    small_site: Callable, tree: Callable, clean: Callable, explained: Callable, change: tuple[str, str, str]
) -> None:
    """A changed source rewrites the pages whose bytes it changes; the site equals a clean build."""
    before = tree(small_site.output)
    replace_in(small_site.content, *change)
    done = small_site({}, *DAY, "--explain")
    after = tree(small_site.output)
    assert (done.code, explained(done.stdout)) == (0, differing(before, after))
    assert explained(done.stdout) != set()
    assert after == clean(small_site.content, *DAY)


@pytest.fixture
def stamped_site(small_site: Callable) -> Callable:
    """The small site with the versions of its about page stamped as translations of the English one."""
    content = (small_site.content / "pages" / "about" / "en.md").read_bytes()
    parsed = parse_source(content, "pages/about/en.md", (), Engine())
    assert parsed.source
    line = f'translates: {{language: en, digest: "{stamp(parsed.source.segments)}"}}'
    for lang in ("nl", "sv"):
        replace_in(small_site.content, f"pages/about/{lang}.md", "translates: en", line)
    assert small_site({}, *DAY).code == 0
    return small_site


def test_a_changed_original_rewrites_its_translations(
    stamped_site: Callable, tree: Callable, clean: Callable, explained: Callable
) -> None:
    """They and the pages for translators report the change; nothing else is written."""
    before = tree(stamped_site.output)
    replace_in(stamped_site.content, "pages/about/en.md", "About us.", "All about us.")
    done = stamped_site({}, *DAY, "--explain")
    after = tree(stamped_site.output)
    status = {f"translations/{path}{end}" for path in ("", "nl/", "sv/") for end in ("", "status.json")}
    searched = {path for path in before | after if path.startswith("en/search/index/")}
    assert (done.code, explained(done.stdout) - searched) == (0, in_all("about/") | status)
    assert differing(before, after) - searched == in_all("about/") | status
    assert after == clean(stamped_site.content, *DAY)


def test_a_reflowed_original_rewrites_no_translation(
    stamped_site: Callable, tree: Callable, explained: Callable
) -> None:
    """Other line breaks and quotation marks outdate nothing: at most the original's page is written."""
    before = tree(stamped_site.output)
    replace_in(stamped_site.content, "pages/about/en.md", "About us.", "About\nus.")
    done = stamped_site({}, *DAY, "--explain")
    assert (done.code, explained(done.stdout)) == (0, differing(before, tree(stamped_site.output)))
    assert explained(done.stdout) <= {"en/about/"}


@pytest.mark.parametrize(
    "change",
    [
        (AUDIENCE, "\nteacher:", "\n# Whoever teaches\nteacher:"),
        ("surveys/b/nl.md", TITLE, f"{TITLE}\nstatus: published"),
        ("surveys/b/nl.md", "De tweede.", "De\ntweede."),
    ],
    ids=["a comment", "what holds anyway", "a line end in a paragraph"],
)
def test_an_invisible_change_writes_at_most_its_own_pages(
    small_site: Callable, tree: Callable, explained: Callable, change: tuple[str, str, str]
) -> None:
    """Only pages whose bytes differ are written."""
    before = tree(small_site.output)
    replace_in(small_site.content, *change)
    done = small_site({}, *DAY, "--explain")
    assert (done.code, explained(done.stdout)) == (0, differing(before, tree(small_site.output)))


def test_a_deleted_version_becomes_a_fallback(
    small_site: Callable, tree: Callable, clean: Callable, explained: Callable
) -> None:
    """The announcement is rewritten in all languages, and so are the lists with it."""
    before = tree(small_site.output)
    done = small_site({"surveys/b/nl.md": None}, *DAY, "--explain")
    after = tree(small_site.output)
    assert in_all("surveys/b/") <= explained(done.stdout)
    assert explained(done.stdout) == differing(before, after)
    assert after == clean(small_site.content, *DAY)


def test_a_deleted_announcement_leaves_nothing(
    small_site: Callable, tree: Callable, clean: Callable, counted: Callable
) -> None:
    """Its pages, its pictures, and the pages of unused terms are removed."""
    before = tree(small_site.output)
    done = small_site({"surveys/a": None}, *DAY)
    after = tree(small_site.output)
    assert counted(done.stdout).removed == len(before.keys() - after.keys())
    assert before.keys() - after.keys() >= {
        f"{path}index.html" for path in in_all("surveys/a/", "audience/head-teacher/")
    }
    assert after == clean(small_site.content, *DAY)
    assert not (small_site.output / "media").exists()


def test_midnight_rewrites_lists_whose_order_changed(
    small_site: Callable, tree: Callable, clean: Callable, explained: Callable
) -> None:
    """On the day after its deadline a survey is closed on its page and all its cards."""
    before, later = tree(small_site.output), ("--today", "2023-02-20")
    done = small_site({}, *later, "--explain")
    written, after = explained(done.stdout), tree(small_site.output)
    assert {path for path in written if "/" in path} == in_all(*SHOWING_SURVEYS) | {"translations/"}
    assert written == differing(before, after)
    assert after == clean(small_site.content, *later)


def test_a_day_on_which_nothing_happens_writes_no_page(
    small_site: Callable, tree: Callable, explained: Callable
) -> None:
    """Another day with the same order gives the same site."""
    before = tree(small_site.output)
    done = small_site({}, "--today", "2023-02-19", "--explain")
    assert (done.code, explained(done.stdout), tree(small_site.output)) == (0, set(), before)


@pytest.fixture
def own_theme(tmp_path: Path) -> dict[str, str]:
    """Settings with a copy of the theme, which a test may change."""
    return {"THEME": str(shutil.copytree(ROOT / "theme", tmp_path / "theme"))}


@pytest.fixture
def themed_site(site_builder: Callable, small_files: dict, own_theme: dict) -> Callable:
    """The small site, built with a copy of the theme."""
    assert site_builder(small_files, *DAY, settings=own_theme).code == 0
    return site_builder


def test_a_changed_template_rewrites_the_pages_that_reach_it(
    themed_site: Callable, tree: Callable, clean: Callable, explained: Callable, own_theme: dict
) -> None:
    """No other pages are written."""
    replace_in(Path(own_theme["THEME"]), "templates/term.html", "<h1", '<h1 class="term"')
    done = themed_site({}, *DAY, "--explain", settings=own_theme)
    assert explained(done.stdout) == in_all("audience/teacher/", "audience/head-teacher/")
    assert tree(themed_site.output) == clean(themed_site.content, *DAY, settings=own_theme)


def test_a_changed_interface_string_rewrites_its_language(
    themed_site: Callable, tree: Callable, clean: Callable, explained: Callable, own_theme: dict
) -> None:
    """A change in the Dutch catalogue rewrites Dutch pages and those with all languages."""
    pages = {p.removesuffix("index.html") for p in tree(themed_site.output) if p.endswith(".html")}
    replace_in(Path(own_theme["THEME"]), "translations/nl.po", 'msgstr "Doelgroep"', 'msgstr "Voor wie"')
    done = themed_site({}, *DAY, "--explain", settings=own_theme)
    assert explained(done.stdout) == {p for p in pages if p.startswith("nl/")} | {"", "404.html"}
    assert tree(themed_site.output) == clean(themed_site.content, *DAY, settings=own_theme)


def test_a_changed_picture_rewrites_the_pages_with_it(
    small_site: Callable, small_files: dict, tree: Callable, clean: Callable, explained: Callable
) -> None:
    """Another picture with the same name rewrites its files and at most the pages that show it."""
    before = tree(small_site.output)
    done = small_site({"surveys/a/photo.png": small_files["surveys/a/photo.png"] + b"\0"}, *DAY, "--explain")
    written, after = explained(done.stdout), tree(small_site.output)
    assert written == differing(before, after)
    assert {path for path in written if not path.startswith("media/")} <= in_all(*SHOWING_SURVEYS)
    assert after == clean(small_site.content, *DAY)


def test_damaged_output_is_repaired(small_site: Callable, tree: Callable, explained: Callable) -> None:
    """A page that others removed or changed is written again."""
    before = tree(small_site.output)
    (small_site.output / "nl" / "index.html").unlink()
    (small_site.output / "sv" / "index.html").write_text("changed", encoding="utf-8")
    done = small_site({}, *DAY, "--explain")
    assert (explained(done.stdout), tree(small_site.output)) == ({"nl/", "sv/"}, before)


def test_files_of_others_stay(small_site: Callable, tree: Callable) -> None:
    """Files that we did not write are neither changed nor removed, even where our own files were."""
    others = {"CNAME": b"example.org", "nl/surveys/a/notes.txt": b"mine", ".well-known/security.txt": b"Contact"}
    for name, data in others.items():
        (small_site.output / name).parent.mkdir(exist_ok=True)
        (small_site.output / name).write_bytes(data)
    small_site({"surveys/a": None}, *DAY)
    assert {name: tree(small_site.output).get(name) for name in others} == others


def test_an_output_without_its_list_is_completed(small_site: Callable, tree: Callable) -> None:
    """If the list of our files is lost, the next build completes the site."""
    before = tree(small_site.output)
    (small_site.output / ".noticeboard-files.json").unlink()
    assert (small_site({}, *DAY).code, tree(small_site.output)) == (0, before)


def stores(root: Path) -> list[Path]:
    """The databases in a site's cache."""
    return sorted((root / "cache").glob("*.sqlite"))


def test_a_damaged_cache_costs_only_time(small_site: Callable, tree: Callable, counted: Callable) -> None:
    """A file that is no database is replaced and reported, and the site is the same."""
    before = tree(small_site.output)
    for store in stores(small_site.root):
        store.write_bytes(b"no database" * 1000)
    done = small_site({}, *DAY)
    count = counted(done.stdout)
    assert (done.code, count.written, tree(small_site.output)) == (0, count.files, before)
    assert "Traceback" not in done.stderr
    assert counted(small_site({}, *DAY).stdout).written == 0


def test_a_damaged_value_in_the_cache_costs_only_time(small_site: Callable, tree: Callable) -> None:
    """Damage is noticed value by value."""
    before = tree(small_site.output)
    for path in stores(small_site.root):
        database = sqlite3.connect(path)
        with database:
            database.execute("UPDATE parsed SET value = x'80ff00'")
        database.close()
    done = small_site({}, *DAY)
    assert (done.code, "Traceback" in done.stderr, tree(small_site.output)) == (0, False, before)


def test_warnings_are_repeated(small_site: Callable, counted: Callable) -> None:
    """A build with nothing to do prints the warnings of the last one."""
    text = (small_site.content / "surveys/b/nl.md").read_text("utf-8")
    first = small_site({"surveys/b/nl.md": text.replace("De tweede.", "De tweede tweede.")}, *DAY)
    again = small_site({}, *DAY)
    assert "warning[doubled-word]" in first.stderr
    assert (again.code, again.stderr, counted(again.stdout).written) == (0, first.stderr, 0)
