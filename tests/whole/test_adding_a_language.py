"""docs/languages.md, followed step by step with an invented language: files and one setting, no code."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from bs4 import BeautifulSoup

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).resolve().parents[2]
TAG = "art-x-demo"
SIGN = "¤"
COMMAND = re.compile(r"^    ((?:make|\.venv/bin/noticeboard) .+)$", re.MULTILINE)
CONTENT = {
    "platform.yml": "name: {en: Board}\nlanguages: [en]\n",
    "vocabularies/audience.yml": "teacher:\n  labels: {en: Teacher}\n",
    "surveys/a/en.md": (
        "---\ntitle: Survey\npublished: 2023-01-10\ndeadline: 2023-02-19\naudience: [teacher]\nduration: 15\n"
        "survey: https://example.org/a\n---\n\nThe lead.\n"
    ),
}


@dataclass(frozen=True, slots=True)
class Newcomer:
    """A person with a copy of the theme and a content folder who follows the documentation."""

    root: Path
    noticeboard: Callable

    def types(self, command: str) -> tuple[int, str, str]:
        """The exit code, standard output and standard error of a documented command, for the invented language."""
        typed = command.replace("uk", TAG)
        conf = str(self.root / "conf.py")
        own = shlex.split(typed)
        if own[0] == "make":
            where = (f"CONFFILE={conf}", f"INPUTDIR={self.root / 'content'}", f"OUTPUTDIR={self.root / 'output'}")
            calls = ("make", "--dry-run", *where, "PELICANOPTS=--today 2023-02-01", *own[1:])
            shown = subprocess.run(calls, cwd=ROOT, capture_output=True, text=True, check=True).stdout
            own = shlex.split(next(line for line in shown.splitlines() if line.startswith(".venv/bin/noticeboard ")))
        else:
            own += ["-s", conf]
        done = self.noticeboard(*own[1:])
        return done.code, done.stdout, done.stderr

    def replaces(self, name: str, old: str, new: str) -> None:
        """Changes a file by hand."""
        path = self.root / name
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")

    def translates(self) -> None:
        """Fills in every message of the new catalogue: the English words between characters that English lacks."""
        path = self.root / f"theme/translations/{TAG}.po"
        text, message, lines = path.read_text(encoding="utf-8"), "", []
        for line in text.split("\n"):
            named = re.fullmatch(r'msgid(?:_plural)? "(.*)"', line)
            message = named[1] if named else message
            empty = re.fullmatch(r'(msgstr(?:\[\d\])?) ""', line)
            lines.append(f'{empty[1]} "{SIGN}{message}{SIGN}"' if empty and message else line)
        path.write_text("\n".join(lines), encoding="utf-8")

    def files(self) -> dict[str, bytes]:
        """The newcomer's files, without what builds write."""
        kept = ("content", "theme", "conf.py")
        found = {p.relative_to(self.root).as_posix(): p for p in sorted(self.root.rglob("*")) if p.is_file()}
        return {name: path.read_bytes() for name, path in found.items() if name.startswith(kept)}


@pytest.fixture
def newcomer(tmp_path: Path, noticeboard: Callable) -> Newcomer:
    """A newcomer with an English platform."""
    shutil.copytree(ROOT / "theme", tmp_path / "theme", ignore=shutil.ignore_patterns("[a-df-z]*.po", "e[!n]*.po"))
    for name, text in CONTENT.items():
        path = tmp_path / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (tmp_path / "conf.py").write_text(
        f"import sys\nsys.path.insert(0, {str(ROOT)!r})\nfrom pelicanconf import *\n"
        f"THEME = {str(tmp_path / 'theme')!r}\nCACHE_PATH = {str(tmp_path / 'cache')!r}\n"
        f"PATH = {str(tmp_path / 'content')!r}\n",
        encoding="utf-8",
    )
    return Newcomer(tmp_path, noticeboard)


def own_words(page: Path) -> list[str]:
    """The text on a page that counts as being in the page's language."""
    root = BeautifulSoup(page.read_bytes(), "lxml").html
    assert root is not None
    nodes = (n for n in root.find_all(string=True) if n.parent.name not in ("script", "style"))
    own = [n for n in nodes if n.find_parent(attrs={"lang": True})["lang"] == root["lang"]]
    return [text for text in (" ".join(n.split()) for n in own) if text]


def test_the_documented_list_is_the_commands_output(noticeboard: Callable) -> None:
    """docs/languages.md shows what Ukrainian needs, with "…" for what is left out."""
    text = (ROOT / "docs/languages.md").read_text(encoding="utf-8")
    shown = re.search(r"^    uk: Ukrainian\n.*?(?=^\S)", text, re.MULTILINE | re.DOTALL)
    assert shown
    lines = [re.escape(line.strip()).replace("…", ".*") for line in shown[0].splitlines() if line.strip()]
    written = plain(noticeboard("language", "uk", "-s", str(ROOT / "pelicanconf.py")).stdout)
    assert re.fullmatch(r"\s+".join(lines), written.strip(), re.DOTALL)


def plain(text: str) -> str:
    """The text with ordinary spaces."""
    return re.sub("[\u00a0\u202f\u2009]", " ", text)


def test_the_documented_steps_add_a_language(newcomer: Newcomer) -> None:
    """The steps of docs/languages.md give complete pages in an invented language."""
    documented = COMMAND.findall((ROOT / "docs/languages.md").read_text(encoding="utf-8"))
    new, listed, checked, html, serve = documented
    assert serve == "make serve"
    newcomer.types(checked)
    before = newcomer.files()

    assert newcomer.types(new)[0] == 0
    code, out, _ = newcomer.types(listed)
    assert (code, out.count("[ ]"), out.count("[x]")) == (1, 4, 1)

    newcomer.translates()
    code, out, err = newcomer.types(checked)
    assert (code, err) == (0, "")
    assert [TAG, TAG, "complete"] in [line.split() for line in out.splitlines()]

    newcomer.replaces("content/platform.yml", "[en]", f"[en, {TAG}]")
    newcomer.replaces("content/platform.yml", "{en: Board}", f"{{en: Board, {TAG}: {SIGN}Board}}")
    newcomer.replaces("content/vocabularies/audience.yml", "{en: Teacher}", f"{{en: Teacher, {TAG}: {SIGN}Teacher}}")
    code, out, _ = newcomer.types(listed)
    assert (code, out.count("[ ]")) == (0, 0)

    code, _, err = newcomer.types(html)
    assert (code, err) == (0, "")
    after = newcomer.files()
    assert {name for name in after if after[name] != before.get(name)} == {
        "content/platform.yml",
        "content/vocabularies/audience.yml",
        f"theme/translations/{TAG}.po",
    }
    for name in ("", "surveys/", "surveys/a/", "audience/teacher/"):
        page = newcomer.root / "output" / TAG / name / "index.html"
        # Dates, numbers, addresses and the language's name come from the program, which has no data for it.
        made = re.compile(rf"[\d\s:-]+|{TAG}|/[\w-]+/.*|.*UTC.*")
        theirs = (text for text in own_words(page) if SIGN not in text)
        assert (name, [text for text in theirs if not made.fullmatch(text)]) == (name, [])
