"""Every offered language, and Arabic, is complete: its words, dates, terms and pages."""

# These tests are about marks, so characters that look like others are intended.
# ruff: noqa: RUF001

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from bs4 import BeautifulSoup

from noticeboard.languages.dates import date_text
from noticeboard.languages.language_data import OFFICIAL, language_data
from noticeboard.languages.language_names import native_name
from noticeboard.languages.numbers import number
from noticeboard.shell.build.project_linking import link_project, open_store
from noticeboard.shell.build.theme_catalogues import messages_said
from noticeboard.shell.commands.catalogue_upkeep import update_catalogues
from noticeboard.shell.project import load_project, project_of
from noticeboard.site.language_readiness import steps as readiness_steps
from noticeboard.sources.catalogue import Catalogue, Catalogues
from noticeboard.sources.catalogue_file import CatalogueFile, read_catalogue

if TYPE_CHECKING:
    from bs4.element import NavigableString, Tag

    from noticeboard.site.language_readiness import ReadinessStep

ROOT = Path(__file__).resolve().parents[2]
LANGUAGES = (*OFFICIAL, "ar")
COUNTS = (0, 1, 2, 3, 5, 11, 21, 100)
MONTHS = [date(2026, month, 19) for month in range(1, 13)]
MARKS = set("“”„‚‘’«»‹›\"'")
"""Every character that is a quotation mark in some European language, or replaces one."""

APOSTROPHE = "’"
PLACEHOLDER = re.compile(r"%\(\w+\)s")
SAME = tomllib.loads(Path(__file__).with_name("same_words.toml").read_text(encoding="utf-8"))

every_language = pytest.mark.parametrize("tag", LANGUAGES)


@cache
def catalogue_file(tag: str) -> CatalogueFile:
    """The content and problems of the theme's catalogue of a language."""
    path = ROOT / "theme/translations" / f"{tag}.po"
    return read_catalogue(tag, path.read_bytes(), str(path))


def catalogue(tag: str) -> Catalogue:
    """The theme's catalogue of a language."""
    return catalogue_file(tag).catalogue


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the demo, and its words in the page's own language."""

    path: str
    root: Tag
    words: tuple[str, ...]


def read_page(path: Path, output: Path) -> Page:
    """A page with all text in its own language."""
    root = BeautifulSoup(path.read_bytes(), "lxml").html
    assert root is not None
    own = (" ".join(node.split()) for node in root.find_all(string=True) if _is_own(node, str(root["lang"])))
    return Page(path.relative_to(output).as_posix(), root, tuple(text for text in own if text))


def _is_own(node: NavigableString, lang: str) -> bool:
    nearest = node.find_parent(attrs={"lang": True})
    return node.parent.name not in ("script", "style") and nearest is not None and nearest["lang"] == lang


@pytest.fixture(scope="module")
def folders(demo_site: Path, arabic_site: Path) -> dict[str, Path]:
    """The folder of each language's pages: the built demo, and for Arabic the demo with Arabic added."""
    return {tag: (demo_site if tag in OFFICIAL else arabic_site) / tag for tag in LANGUAGES}


@pytest.fixture(scope="module")
def pages(folders: dict[str, Path]) -> dict[str, list[Page]]:
    """One page of each kind in every language, and a page with a borrowed text if there is one."""
    kinds = ("index.html", "surveys/index.html", "surveys/school-mentoring/index.html", "audience/teacher/index.html")
    found: dict[str, list[Page]] = {}
    for tag, folder in folders.items():
        borrowed = [p for p in sorted(folder.rglob("index.html")) if b'id="nb-fallback"' in p.read_bytes()]
        about = [folder / "pages/about/index.html", folder / "about/index.html"]
        paths = [*(folder / kind for kind in kinds), *borrowed[:1], *(p for p in about if p.is_file())]
        found[tag] = [read_page(path, folder) for path in paths]
    return found


@pytest.fixture(scope="module")
def steps(arabic_content: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[ReadinessStep, ...]]:
    """The result of `noticeboard language` for every language."""
    found: dict[str, tuple[ReadinessStep, ...]] = {}
    for content, tags in ((ROOT / "content", OFFICIAL), (arabic_content, ("ar",))):
        settings = {"PATH": str(content), "THEME": str(ROOT / "theme"), "CACHE_PATH": str(tmp_path_factory.mktemp("c"))}
        project = project_of({**settings, "OUTPUT_PATH": "", "NOTICEBOARD_TODAY": "2026-12-01"})
        with open_store(project) as store:
            site = link_project(project, store).site
        said = messages_said(project)[0]
        found |= {tag: readiness_steps(tag, site, catalogue_file(tag), said) for tag in tags}
    return found


def test_catalogues_are_up_to_date() -> None:
    """They are what `make catalogues` would write, without problems."""
    upkeep = update_catalogues(load_project(str(ROOT / "pelicanconf.py"), {}), write=False)
    assert (upkeep.changed, upkeep.problems) == ((), ())


@every_language
def test_everything_that_a_language_needs_is_there(steps: dict[str, tuple[ReadinessStep, ...]], tag: str) -> None:
    """`noticeboard language` finds catalogue, platform and every vocabulary complete."""
    assert [step for step in steps[tag] if not step.done] == []


@every_language
def test_plurals_have_text_for_every_count(tag: str) -> None:
    """Each plural form is in the language, with the number if there can be several."""
    catalogues = Catalogues({tag: catalogue(tag)}, tag)
    plural = [key for key, forms in catalogue("en").messages.items() if len(forms) > 1]
    for context, one in plural:
        for count in COUNTS:
            said = catalogues.ngettext(tag, one, one, count, context)
            assert (said.lang, bool(said.text)) == (tag, True)
            assert number(count, tag) in (said.text % {"num": number(count, tag)}) or count in (0, 1, 2)


@every_language
@pytest.mark.parametrize("width", ["full", "long", "short"])
def test_every_months_date_has_day_and_year(tag: str, width: str) -> None:
    """The dates of all months differ."""
    texts = [date_text(day, tag, width) for day in MONTHS]
    assert len(set(texts)) == len(MONTHS)
    assert [text for text in texts if not ("19" in text and "2026" in text)] == []


@every_language
def test_the_native_name_is_no_code(tag: str) -> None:
    """It begins with a capital if its script has any."""
    name = native_name(tag)
    assert (name != tag, name[0] == name[0].title()) == (True, True)


@every_language
def test_quotation_marks_in_the_interface_are_the_languages_own(tag: str) -> None:
    """No message has a straight mark, or one that another language uses."""
    own = {*language_data(tag).quotes, APOSTROPHE}
    said = [form for forms in catalogue(tag).messages.values() for form in forms]
    assert [form for form in said if (MARKS & set(form)) - own] == []


@pytest.mark.parametrize("tag", [t for t in LANGUAGES if t != "en"])
def test_no_message_is_left_in_english(tag: str) -> None:
    """A translation equals the English only if the list of exceptions has it, with a reason."""
    english = catalogue("en").messages
    same = {f for key, forms in catalogue(tag).messages.items() for f in forms if f in english.get(key, ())}
    assert same == set(SAME.get(tag, {}))


@every_language
def test_pages_declare_their_language_and_direction(pages: dict[str, list[Page]], tag: str) -> None:
    """On a page of each kind."""
    assert len(pages[tag]) >= 4
    assert {(p.root["lang"], p.root["dir"]) for p in pages[tag]} == {(tag, "rtl" if tag == "ar" else "ltr")}


@pytest.mark.parametrize("tag", [t for t in LANGUAGES if t != "en"])
def test_pages_contain_no_unmarked_english(pages: dict[str, list[Page]], tag: str) -> None:
    """No unmarked text is an English interface message."""
    same = SAME.get(tag, {})
    strings = {f for forms in catalogue("en").messages.values() for f in forms} - set(same)
    split = {part.strip() for text in strings for part in PLACEHOLDER.split(text)}
    parts = {part for part in split if any(map(str.isalpha, part))}
    whole = re.compile("|".join(f"(?:{PLACEHOLDER.sub('.+', re.escape(text))})" for text in sorted(strings)))
    found = {(p.path, text) for p in pages[tag] for text in p.words if text in parts or whole.fullmatch(text)}
    assert found == set()


@every_language
def test_quotation_marks_on_pages_are_the_languages_own(pages: dict[str, list[Page]], tag: str) -> None:
    """Everything quoted in the page's language."""
    own = {*language_data(tag).quotes, APOSTROPHE}
    found = {(p.path, text) for p in pages[tag] for text in p.words if (MARKS & set(text)) - own}
    assert found == set()
