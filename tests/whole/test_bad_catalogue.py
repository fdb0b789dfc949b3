"""A catalogue that would print wrongly stops the build; one that lacks a message speaks another language and says so."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from bs4 import BeautifulSoup

if TYPE_CHECKING:
    from collections.abc import Callable

THEME = Path(__file__).resolve().parent.parent.parent / "theme"
DAY = ("--today", "2023-02-01")
DEADLINE = 'msgid "Deadline: %(date)s"\nmsgstr "Deadline: %(date)s"\n'
SKIP = 'msgid "Skip to main content"\nmsgstr "Naar de hoofdinhoud"\n'


@pytest.fixture
def theme(tmp_path: Path) -> Path:
    """A copy of the theme, to be spoilt."""
    return Path(shutil.copytree(THEME, tmp_path / "theme"))


def spoil(theme: Path, old: str, new: str) -> int:
    """Replaces a piece of the Dutch catalogue, and returns the line on which that piece began."""
    path = theme / "translations" / "nl.po"
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, old
    path.write_text(text.replace(old, new), encoding="utf-8")
    return text[: text.index(old)].count("\n") + 1


@pytest.mark.parametrize(
    ("old", "new", "below", "name"),
    [
        (DEADLINE, DEADLINE.replace('r "Deadline: %(date)s', 'r "Deadline: %(datum)s'), 1, "wrong-placeholder"),
        (DEADLINE, DEADLINE.replace('r "Deadline: %(date)s', 'r "Deadline: '), 1, "wrong-placeholder"),
        ('\nmsgstr[1] "%(num)s minuten"', "", -2, "wrong-plurals"),
        ('msgstr[1] "%(num)s minuten"', 'msgstr[1] ""', 0, "wrong-plurals"),
        ("nplurals=2; plural=(n != 1);", "nplurals=2; plural=(n > 1);", 0, "wrong-plural-header"),
        (SKIP, SKIP.replace("hoofdinhoud", "<b>hoofdinhoud"), 1, "wrong-markup"),
        (SKIP, SKIP.replace('hoofdinhoud"', "hoofdinhoud"), 1, "malformed-catalogue"),
        (SKIP, SKIP.replace('msgstr "Naar de hoofdinhoud"\n', ""), 0, "malformed-catalogue"),
        (SKIP, f"{SKIP}\n{SKIP}", 3, "duplicate-message"),
        ("charset=UTF-8", "charset=ISO-8859-1", 0, "wrong-charset"),
        ('"Language: nl', '"Language: sv', 0, "wrong-catalogue-language"),
    ],
    ids=[
        *("placeholder renamed", "placeholder missing", "plural form missing", "plural form empty", "plural rule"),
        *("tag broken", "quotation mark missing", "translation missing", "message twice", "charset", "language"),
    ],
)
def test_a_defect_stops_the_build(
    small_site: Callable, tree: Callable, problems: Callable, theme: Path, old: str, new: str, below: int, name: str
) -> None:
    """Whatever would print wrongly or mislead is told with its file and line; nothing is written."""
    line = spoil(theme, old, new) + below
    before = tree(small_site.output)
    done = small_site({}, *DAY, settings={"THEME": str(theme)})
    assert problems(done.stderr, theme) == [("translations/nl.po", line, name)]
    assert (done.code, done.stdout, tree(small_site.output) == before) == (1, "", True)


def test_another_encoding_stops_the_build(
    small_site: Callable, tree: Callable, problems: Callable, theme: Path
) -> None:
    """A catalogue that is not saved as UTF-8 is told at the line of its first wrong byte; nothing is written."""
    path = theme / "translations" / "nl.po"
    text = path.read_text(encoding="utf-8")
    path.write_bytes(text.encode("latin-1", "replace"))
    line = next(n for n, words in enumerate(text.split("\n"), start=1) if not words.isascii() and "é" in words)
    before = tree(small_site.output)
    done = small_site({}, *DAY, settings={"THEME": str(theme)})
    assert problems(done.stderr, theme) == [("translations/nl.po", line, "not-utf-8")]
    assert (done.code, tree(small_site.output) == before) == (1, True)


def test_a_defect_is_told_though_the_language_is_not_offered(
    small_site: Callable, problems: Callable, theme: Path
) -> None:
    """A broken catalogue is an error in every language, and what is not done yet only in those that are offered."""
    spoil(theme, DEADLINE, "")
    (theme / "translations" / "fi.po").write_text('msgid "Contact', encoding="utf-8")
    done = small_site({"platform.yml": "name: Board\nlanguages: [en, sv]\n"}, *DAY, settings={"THEME": str(theme)})
    assert ("translations/fi.po", 1, "malformed-catalogue") in problems(done.stderr, theme)
    assert "nl.po" not in done.stderr


def test_check_tells_the_same(small_site: Callable, noticeboard: Callable, problems: Callable, theme: Path) -> None:
    """`noticeboard check` finds what a build would find."""
    line = spoil(theme, DEADLINE, DEADLINE.replace('r "Deadline: %(date)s', 'r "Deadline: %(datum)s'))
    conf = theme.parent / "conf.py"
    conf.write_text(f"THEME = {str(theme)!r}\nPATH = {str(small_site.content)!r}\n", encoding="utf-8")
    done = noticeboard("check", "-s", str(conf), *DAY)
    assert problems(done.stderr, theme) == [("translations/nl.po", line + 1, "wrong-placeholder")]
    assert done.code == 1


def test_a_missing_message_is_said_in_the_default_language_and_marked(
    small_site: Callable, problems: Callable, theme: Path
) -> None:
    """A message that a catalogue lacks is a warning; its readers get the default language's, marked with lang."""
    spoil(theme, SKIP, "")
    done = small_site({}, *DAY, settings={"THEME": str(theme)})
    assert problems(done.stderr, theme) == [("translations/nl.po", 1, "missing-message")]
    page = BeautifulSoup((small_site.output / "nl/surveys/a/index.html").read_bytes(), "lxml")
    skip = page.select_one("a.skip")
    assert (done.code, str(skip)) == (
        0,
        '<a class="skip" href="#nb-main"><span dir="ltr" lang="en">Skip to main content</span></a>',
    )


def test_a_missing_message_stops_a_strict_build(small_site: Callable, tree: Callable, theme: Path) -> None:
    """Under --strict the message and the file are named, and nothing is written."""
    spoil(theme, SKIP, "")
    before = tree(small_site.output)
    done = small_site({}, *DAY, "--strict", settings={"THEME": str(theme)})
    assert "nl.po:1:1: warning[missing-message]: The message “Skip to main content” is missing." in done.stderr
    assert (done.code, tree(small_site.output) == before) == (1, True)
