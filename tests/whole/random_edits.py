"""A small site on disk, and random edits of every kind that a project can have."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image
from project_code import PLAIN, settings_lines, use_code, write_code

from noticeboard.markdown.render.engine import Engine
from noticeboard.markdown.segments.stamps import stamp
from noticeboard.site.version_parser import parse_source

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from random import Random

ROOT = Path(__file__).resolve().parents[2]
LANGUAGES = ("en", "nl", "sv", "el", "mt")
WORDS = ("school", "teacher", "answer", "week", "class", "question", "book", "time")
DAYS = ("2023-01-09", "2023-01-10", "2023-01-31", "2023-02-19", "2023-02-20", "2023-03-20", "2024-01-01")
SETTINGS = """\
import sys
sys.path.insert(0, {plugins!r})
import noticeboard
PLUGIN_PATHS, PLUGINS, NOTICEBOARD = [{plugins!r}], ["noticeboard"], {{}}
PATH, THEME, STATIC_PATHS = "content", "theme", []
ARTICLE_PATHS = PAGE_PATHS = DIRECT_TEMPLATES = []
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = TRANSLATION_FEED_ATOM = None
SITENAME, SITEURL, TIMEZONE = "Board {number}", {siteurl!r}, {zone!r}
"""
KEPT = ("content", "theme", "linked", "conf.py", "board_code.py", "board_words.py")
"""The files of a project."""


@dataclass
class Project:
    """A project in a folder, which edits change; `today` is the day of its next build."""

    root: Path
    random: Random
    today: str = DAYS[2]
    values: dict[str, object] = field(default_factory=dict)
    has_code: bool = False

    @property
    def settings(self) -> Path:
        """The settings file."""
        return self.root / "conf.py"

    def texts(self) -> list[Path]:
        """All versions of announcements."""
        return sorted((self.root / "content").glob("[rs]*/*/*.md"))

    def edit(self, kinds: Sequence[Callable[[Project], None]] = ()) -> str:
        """Makes a change of one of these kinds, or of any kind without them; returns its name."""
        change = self.random.choice(kinds or EDITS)
        change(self)
        return change.__name__

    def sentence(self) -> str:
        """Random words."""
        return f"{' '.join(self.random.choices(WORDS, k=4)).capitalize()}."

    def replace(self, path: Path, line: str, new: str) -> None:
        """Replaces the lines that begin like this; without any, adds one at the end of the front matter."""
        text = path.read_text("utf-8")
        kept = [new if row.startswith(line) else row for row in text.split("\n")]
        if kept == text.split("\n") and new not in kept:
            kept.insert(1, new)
        path.write_text("\n".join(kept), "utf-8")


def make_project(root: Path, files: dict[str, str | bytes], random: Random) -> Project:
    """The small site as a project, with a copy of the theme for fewer languages."""
    for name, data in files.items():
        path = root / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
    unneeded = {path.name for path in (ROOT / "theme" / "translations").glob("*.po") if path.stem not in LANGUAGES}
    shutil.copytree(ROOT / "theme", root / "theme", ignore=lambda _, names: unneeded.intersection(names))
    project = Project(root, random)
    a_setting(project)
    return project


def give_code(project: Project) -> None:
    """Makes every page use code of the project."""
    project.has_code = True
    use_code(project.root / "theme")
    write_settings(project)


def keep(root: Path, target: Path) -> None:
    """Copies a project with its links and times."""
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    for name in KEPT:
        path = root / name
        if path.is_dir():
            shutil.copytree(path, target / name, symlinks=True)
        elif path.exists():
            shutil.copy2(path, target / name)


def bring_back(root: Path, kept: Path) -> None:
    """Restores a project, times included."""
    for name in KEPT:
        remove(root / name)
        path = kept / name
        if path.is_dir():
            shutil.copytree(path, root / name, symlinks=True)
        elif path.exists():
            shutil.copy2(path, root / name)


def remove(path: Path) -> None:
    """Removes a file, a link, or a folder with everything in it."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def a_text(project: Project) -> None:
    """Adds a sentence to a text."""
    path = project.random.choice(project.texts())
    path.write_text(f"{path.read_text('utf-8')}\n{project.sentence()}\n", "utf-8")


def a_link(project: Project) -> None:
    """Adds a link from one announcement to another."""
    path, target = project.random.choice(project.texts()), project.random.choice(project.texts()).parent
    leads = f"../../{target.parent.name}/{target.name}/"
    path.write_text(f"{path.read_text('utf-8')}\n{project.sentence()} [{project.sentence()}]({leads})\n", "utf-8")


def a_heading(project: Project) -> None:
    """Adds a heading, whose id translations may use, and a footnote."""
    path, number = project.random.choice(project.texts()), project.random.randrange(10**6)
    named = project.random.choice(("", f" {{#part-{number}}}"))
    added = f"## {project.sentence()}{named}\n\nText.[^n{number}]\n\n[^n{number}]: {project.sentence()}\n"
    path.write_text(f"{path.read_text('utf-8')}\n{added}", "utf-8")


def a_summary(project: Project) -> None:
    """Adds a summary to a text that had none."""
    project.replace(project.random.choice(project.texts()), "summary:", f"summary: {project.sentence()}")


def an_update(project: Project) -> None:
    """Changes the day of a version's last update."""
    project.replace(project.random.choice(project.texts()), "updated:", f"updated: {project.random.choice(DAYS)}")


def some_results(project: Project) -> None:
    """Makes results for a survey, or moves them to another."""
    surveys = sorted({path.parent.name for path in project.texts() if path.parts[-3] == "surveys"})
    folder = project.root / "content" / "results" / f"found-{project.random.randrange(3)}"
    folder.mkdir(parents=True, exist_ok=True)
    head = f"title: {project.sentence()}\npublished: 2023-01-09\nresults_of: {project.random.choice(surveys)}\n"
    for lang in ("en", "nl"):
        (folder / f"{lang}.md").write_text(f"---\n{head}---\n\n{project.sentence()}\n", "utf-8")


def some_terms(project: Project) -> None:
    """Changes the terms in all versions."""
    folder, chosen = project.random.choice(project.texts()).parent, project.random.choice(("teacher", "head-teacher"))
    for path in folder.glob("*.md"):
        project.replace(path, "audience:", f"audience: [{chosen}]")


def a_stamp(project: Project) -> None:
    """Stamps a translation with the original's current text."""
    path = project.random.choice(project.texts())
    original = next(p for p in sorted(path.parent.glob("*.md")))
    if original != path:
        project.replace(original, "translates:", "")
        parsed = parse_source(original.read_bytes(), "surveys/a/xx.md", ("audience",), Engine())
        if parsed.source:
            digest = stamp(parsed.source.segments)
            line = f'translates: {{language: {original.stem}, digest: "{digest}"}}'
            project.replace(path, "translates:", line)


def a_promise(project: Project) -> None:
    """Changes the promised day of a version, in all versions."""
    folder, lang = project.random.choice(project.texts()).parent, project.random.choice(LANGUAGES)
    day = project.random.choice(DAYS)
    for path in folder.glob("*.md"):
        project.replace(path, "expected:", f"expected: {{{lang}: {day}}}")


def a_former_address(project: Project) -> None:
    """Adds a former address to an announcement."""
    folder, number = project.random.choice(project.texts()).parent, project.random.randrange(10**6)
    for path in folder.glob("*.md"):
        project.replace(path, "moved_from:", f"moved_from: [surveys/was-{number}]")


def a_picture(project: Project) -> None:
    """Adds or changes a picture, for one language or all."""
    folder = project.random.choice(project.texts()).parent
    ending = project.random.choice(("png", *(f"{lang}.png" for lang in LANGUAGES)))
    with (folder / f"shown.{ending}").open("wb") as file:
        Image.new("RGB", (40, project.random.randint(20, 60)), project.random.choice(("red", "blue"))).save(file, "PNG")
    if ending == "png":
        for path in folder.glob("*.md"):
            for line in ("image: shown.png", f"image_alt: {project.sentence()}", "image_credit: Board"):
                project.replace(path, line.partition(" ")[0], line)


def a_title(project: Project) -> None:
    """Changes a title."""
    project.replace(project.random.choice(project.texts()), "title:", f"title: {project.sentence()}")


def a_shared_fact(project: Project) -> None:
    """Changes the deadline in all versions."""
    folder = project.random.choice(project.texts()).parent
    day = project.random.choice(DAYS[2:6])
    for path in folder.glob("*.md"):
        project.replace(path, "deadline:", f"deadline: {day}")


def a_draft(project: Project) -> None:
    """Makes a version a draft, or publishes it."""
    state = project.random.choice(("draft", "published"))
    project.replace(project.random.choice(project.texts()), "status:", f"status: {state}")


def a_label(project: Project) -> None:
    """Changes the label of a term."""
    path = project.root / "content" / "vocabularies" / "audience.yml"
    label = project.sentence().rstrip(".")
    path.write_text(
        f"head-teacher:\n  labels: {{en: Head {label}, nl: Schoolleider, sv: Rektor}}\n"
        "teacher:\n  labels: {en: Teacher, nl: Leraar, sv: Lärare}\n",
        "utf-8",
    )


def a_template(project: Project) -> None:
    """Adds a comment to a template, printed or not."""
    path = project.random.choice(sorted((project.root / "theme" / "templates").rglob("*.html")))
    mark = project.random.choice(("{# %s #}", "<!-- %s -->"))
    text = path.read_text("utf-8")
    path.write_text(f"{text}\n{mark % project.sentence()}\n", "utf-8")


def a_style(project: Project) -> None:
    """Changes the style sheet, and so its address."""
    path = project.root / "theme" / "styles" / "tokens.css"
    path.write_text(f"{path.read_text('utf-8')}\n/* {project.sentence()} */\n", "utf-8")


def a_catalogue_string(project: Project) -> None:
    """Changes an interface message in one language."""
    path = project.root / "theme" / "translations" / f"{project.random.choice(LANGUAGES[1:])}.po"
    word = project.random.choice(WORDS)
    rows = path.read_text("utf-8").split("\n")
    said = [number for number, row in enumerate(rows) if row.startswith('msgstr "') and row != 'msgstr ""']
    at = project.random.choice(said)
    rows[at] = f'{rows[at][:-1]} {word}"'
    path.write_text("\n".join(rows), "utf-8")


def a_setting(project: Project) -> None:
    """Changes name, address and zone in the settings."""
    project.values |= {
        "number": project.random.randrange(3),
        "siteurl": project.random.choice(("", "https://example.org", "https://example.org/path")),
        "zone": project.random.choice(("Europe/Brussels", "UTC", "Pacific/Auckland")),
    }
    write_settings(project)


def some_code(project: Project) -> None:
    """Changes a value, function, test or extension for templates, or other code that one of them calls."""
    name = project.random.choice(sorted(PLAIN))
    project.values[name] = project.random.random() < 1 / 2 if name == "tested" else project.sentence()
    write_settings(project)


def write_settings(project: Project) -> None:
    """Writes the settings file and the code that it imports."""
    values = {"number": 1, "siteurl": "", "zone": "UTC", **project.values}
    lines = SETTINGS.format(plugins=str(ROOT / "plugins"), **values)
    own = settings_lines(project.root, project.values) if project.has_code else ""
    project.settings.write_text(lines + own, "utf-8")
    write_code(project.root, project.values)


def a_day(project: Project) -> None:
    """Changes the day."""
    project.today = project.random.choice(DAYS)


def a_deletion(project: Project) -> None:
    """Deletes a version or an announcement."""
    texts = project.texts()
    path = project.random.choice(texts)
    if len(texts) <= len(LANGUAGES):
        a_new_announcement(project)
    elif project.random.random() < 1 / 3:
        remove(path.parent)
    else:
        path.unlink()


def a_new_announcement(project: Project) -> None:
    """Copies an announcement to a new one."""
    folder = project.random.choice(project.texts()).parent
    shutil.copytree(folder, folder.with_name(f"new-{project.random.randrange(10**6)}"))


def a_new_version(project: Project) -> None:
    """Copies a version to a new language."""
    path = project.random.choice(project.texts())
    target = path.with_name(f"{project.random.choice(LANGUAGES)}.md")
    if not target.exists():
        target.write_text(path.read_text("utf-8"), "utf-8")


def a_renaming(project: Project) -> None:
    """Renames a folder."""
    folder = project.random.choice(project.texts()).parent
    target = folder.with_name(f"{project.random.choice(WORDS)}-{project.random.randrange(9)}")
    if not target.exists():
        folder.rename(target)


def a_language(project: Project) -> None:
    """Changes the offered languages."""
    languages = project.random.sample(LANGUAGES, k=project.random.randint(3, 5))
    path = project.root / "content" / "platform.yml"
    path.write_text(f"name: Board\nlanguages: [{', '.join(sorted({'en', *languages}))}]\n", "utf-8")


def a_linked_announcement(project: Project) -> None:
    """Makes a folder a link to another announcement."""
    folder = project.random.choice(project.texts()).parent
    target = folder.with_name(f"linked-{project.random.randrange(3)}")
    if not target.exists() and not target.is_symlink():
        target.symlink_to(folder.name, target_is_directory=True)


def a_linked_component(project: Project) -> None:
    """Moves a folder of templates elsewhere, links to it, and adds a line to one of its templates."""
    linked = project.root / "linked"
    folder = project.random.choice(sorted((project.root / "theme" / "templates" / "components").iterdir()))
    if not folder.is_symlink():
        linked.mkdir(exist_ok=True)
        folder.rename(linked / folder.name)
        folder.symlink_to(f"../../../linked/{folder.name}", target_is_directory=True)
    path = project.random.choice(sorted(folder.glob("*.html")))
    path.write_text(f"{path.read_text('utf-8')}\n<!-- {project.sentence()} -->\n", "utf-8")


def an_edit_that_keeps_the_time(project: Project) -> None:
    """Changes words without changing the file's size and time."""
    path = project.random.choice(project.texts())
    text, found = path.read_text("utf-8"), path.stat()
    for one, other in (("week", "book"), ("Week", "Book"), ("school", "answer"), ("School", "Answer")):
        text = text.replace(one, "\0").replace(other, one).replace("\0", other)
    path.write_text(text, "utf-8")
    os.utime(path, ns=(found.st_atime_ns, found.st_mtime_ns))


def an_older_state(project: Project) -> None:
    """Restores one or all files of an earlier state, with their older times."""
    older = project.root / "older"
    if not older.is_dir() or project.random.random() < 1 / 3:
        keep(project.root, older)
    elif project.random.random() < 1 / 2:
        bring_back(project.root, older)
    else:
        found = [p for p in sorted(older.rglob("*")) if p.is_file() and not p.is_symlink()]
        path = project.random.choice(found)
        target = project.root / path.relative_to(older)
        if target.parent.is_dir():
            shutil.copy2(path, target)


def restore(root: Path, random: Random, *, often: float = 0.3) -> str:
    """Sometimes gives a project another cache or output, as CI services do; returns a description.

    The output is gone or has other times, or the cache is an earlier one, with the current output or none.
    """
    kept, cache, output = root / "kept-cache", root / "cache", root / "output"
    if not cache.is_dir() or random.random() > often:
        return ""
    how = random.choice(("no output", "other times", "earlier cache", "earlier cache, no output", "keep"))
    if how == "keep" or not kept.is_dir():
        shutil.rmtree(kept, ignore_errors=True)
        shutil.copytree(cache, kept)
    if how.startswith("earlier"):
        shutil.rmtree(cache)
        shutil.copytree(kept, cache)
    if how.endswith("no output"):
        shutil.rmtree(output, ignore_errors=True)
    if how == "other times":
        for path in output.rglob("*"):
            os.utime(path, (random.randrange(10**9), random.randrange(10**9)))
    return how


EDITS: tuple[Callable[[Project], None], ...] = (
    a_text,
    a_link,
    a_heading,
    a_summary,
    an_update,
    some_results,
    some_terms,
    a_stamp,
    a_promise,
    a_former_address,
    a_picture,
    a_title,
    a_shared_fact,
    a_draft,
    a_label,
    a_template,
    a_style,
    a_catalogue_string,
    a_setting,
    a_day,
    a_deletion,
    a_new_announcement,
    a_new_version,
    a_renaming,
    a_language,
    some_code,
    a_linked_announcement,
    a_linked_component,
    an_edit_that_keeps_the_time,
    an_older_state,
)

EVERYDAY: tuple[Callable[[Project], None], ...] = (
    a_text,
    a_template,
    a_catalogue_string,
    some_code,
    a_label,
    a_style,
    a_shared_fact,
    a_renaming,
    a_picture,
    a_new_version,
    a_setting,
    a_deletion,
)
"""One edit for each thing that pages depend on; the first one leads to the first build."""
