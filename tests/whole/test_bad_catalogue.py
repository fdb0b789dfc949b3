"""A catalogue that would print wrongly stops the build; a missing message is borrowed, and reported."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest
from bs4 import BeautifulSoup

if TYPE_CHECKING:
    from collections.abc import Callable

THEME = Path(__file__).resolve().parent.parent.parent / "theme"
DAY = ("--today", "2023-02-01")
DEADLINE = 'msgid "Deadline: %(date)s"\nmsgstr "Deadline: %(date)s"\n'
RENAMED = ('str "Deadline: %(date)s"', 'str "Deadline: %(datum)s"')
REMOVED = ('str "Deadline: %(date)s"', 'str "Deadline:"')
SKIP = 'msgid "Skip to main content"\nmsgstr "Naar de hoofdinhoud"\n'


@pytest.fixture
def theme(tmp_path: Path) -> Path:
    """A copy of the theme to damage."""
    return Path(shutil.copytree(THEME, tmp_path / "theme"))


def spoil(theme: Path, old: str, new: str) -> int:
    """Replaces a piece of the Dutch catalogue, and returns the line where it began."""
    path = theme / "translations" / "nl.po"
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, old
    path.write_text(text.replace(old, new), encoding="utf-8")
    return text[: text.index(old)].count("\n") + 1


class Defect(NamedTuple):
    """A piece of the catalogue, its replacement, the name of the problem, and its distance in lines from the piece."""

    old: str
    new: str
    name: str
    below: int = 0


DEFECTS = {
    "placeholder renamed": Defect(DEADLINE, DEADLINE.replace(*RENAMED), "wrong-placeholder", 1),
    "placeholder missing": Defect(DEADLINE, DEADLINE.replace(*REMOVED), "wrong-placeholder", 1),
    "plural form missing": Defect('\nmsgstr[1] "%(num)s minuten"', "", "wrong-plurals", -2),
    "plural form empty": Defect('msgstr[1] "%(num)s minuten"', 'msgstr[1] ""', "wrong-plurals"),
    "plural rule": Defect("nplurals=2; plural=(n != 1);", "nplurals=2; plural=(n > 1);", "wrong-plural-header"),
    "tag broken": Defect(SKIP, SKIP.replace("hoofdinhoud", "<b>hoofdinhoud"), "wrong-markup", 1),
    "quotation mark missing": Defect(SKIP, SKIP.replace('hoofdinhoud"', "hoofdinhoud"), "malformed-catalogue", 1),
    "translation missing": Defect(SKIP, SKIP.replace('msgstr "Naar de hoofdinhoud"\n', ""), "malformed-catalogue"),
    "message twice": Defect(SKIP, f"{SKIP}\n{SKIP}", "duplicate-message", 3),
    "charset": Defect("charset=UTF-8", "charset=ISO-8859-1", "wrong-charset"),
    "language": Defect('"Language: nl', '"Language: sv', "wrong-catalogue-language"),
}


@pytest.mark.parametrize("defect", DEFECTS.values(), ids=DEFECTS)
def test_a_defect_stops_the_build(
    small_site: Callable, tree: Callable, problems: Callable, theme: Path, defect: Defect
) -> None:
    """Everything that would print wrongly or mislead is reported with file and line; nothing is written."""
    line = spoil(theme, defect.old, defect.new) + defect.below
    before = tree(small_site.output)
    done = small_site({}, *DAY, settings={"THEME": str(theme)})
    assert problems(done.stderr, theme) == [("translations/nl.po", line, defect.name)]
    assert (done.code, done.stdout, tree(small_site.output) == before) == (1, "", True)


def test_another_encoding_stops_the_build(
    small_site: Callable, tree: Callable, problems: Callable, theme: Path
) -> None:
    """A catalogue that is not UTF-8 is reported at the line of its first wrong byte; nothing is written."""
    path = theme / "translations" / "nl.po"
    text = path.read_text(encoding="utf-8")
    path.write_bytes(text.encode("latin-1", "replace"))
    latin = (
        number for number, line in enumerate(text.split("\n"), start=1) if any("\x80" <= c <= "\xff" for c in line)
    )
    before = tree(small_site.output)
    done = small_site({}, *DAY, settings={"THEME": str(theme)})
    assert problems(done.stderr, theme) == [("translations/nl.po", next(latin), "not-utf-8")]
    assert (done.code, tree(small_site.output) == before) == (1, True)


def test_a_defect_is_reported_in_every_language(small_site: Callable, problems: Callable, theme: Path) -> None:
    """Unfinished work is reported only for offered languages."""
    spoil(theme, DEADLINE, "")
    (theme / "translations" / "fi.po").write_text('msgid "Contact', encoding="utf-8")
    done = small_site({"platform.yml": "name: Board\nlanguages: [en, sv]\n"}, *DAY, settings={"THEME": str(theme)})
    assert ("translations/fi.po", 1, "malformed-catalogue") in problems(done.stderr, theme)
    assert "nl.po" not in done.stderr


def test_check_finds_the_same(small_site: Callable, noticeboard: Callable, problems: Callable, theme: Path) -> None:
    """`noticeboard check` finds what a build would find."""
    line = spoil(theme, DEADLINE, DEADLINE.replace(*RENAMED))
    conf = theme.parent / "conf.py"
    conf.write_text(f"THEME = {str(theme)!r}\nPATH = {str(small_site.content)!r}\n", encoding="utf-8")
    done = noticeboard("check", "-s", str(conf), *DAY)
    assert problems(done.stdout, theme) == [("translations/nl.po", line + 1, "wrong-placeholder")]
    assert done.code == 1


def test_a_missing_message_is_said_in_the_default_language_and_marked(
    small_site: Callable, problems: Callable, theme: Path
) -> None:
    """It is a warning, and readers get the default language's text, marked as such."""
    spoil(theme, SKIP, "")
    done = small_site({}, *DAY, settings={"THEME": str(theme)})
    assert problems(done.stderr, small_site.content) == [("translations/nl.po", 1, "missing-message")]
    page = BeautifulSoup((small_site.output / "nl/surveys/a/index.html").read_bytes(), "lxml")
    skip = page.select_one("a.skip")
    assert (done.code, str(skip)) == (
        0,
        '<a class="skip" href="#nb-main"><span dir="ltr" lang="en">Skip to main content</span></a>',
    )


def test_a_missing_message_stops_a_strict_build(small_site: Callable, tree: Callable, theme: Path) -> None:
    """--strict reports the message and the file, and nothing is written."""
    spoil(theme, SKIP, "")
    before = tree(small_site.output)
    done = small_site({}, *DAY, "--strict", settings={"THEME": str(theme)})
    assert "nl.po:1:1: warning[missing-message]: The message “Skip to main content” is missing." in done.stderr
    assert (done.code, tree(small_site.output) == before) == (1, True)
