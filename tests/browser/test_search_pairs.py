"""Words found in another form than the one that was typed: the share in each language, as docs/quality.md says it.

The pairs are in tests/search/pairs.toml, further ones that nothing was tuned to in tests/search/kept_back.toml, slips
and compounds in tests/search/slips.toml, compounds of which texts have the last part alone in last_parts.toml.
"""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from noticeboard.languages.language_data import OFFICIAL

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

ROOT = Path(__file__).resolve().parents[2]
PAIRS, KEPT_BACK, SLIPS, LAST_PARTS = (
    tomllib.loads((ROOT / "tests" / "search" / f"{name}.toml").read_text("utf-8"))
    for name in ("pairs", "kept_back", "slips", "last_parts")
)
FORMS, SLIPPED = "mt", "bg"
"""The languages of the everyday tests, the first one without a stemmer in Pagefind; the long tests take the others."""
ROW = re.compile(r"^\| (\w\w) \| (\d+) \| (\d+) \| (\d+) \| (\d+) \| (\d+) \| (\d+) \|$", re.MULTILINE)
SLIP_ROW = re.compile(r"^\| (\w\w) \| (\d+) \| (\d+) \| (\d+) \|$", re.MULTILINE)
QUALITY = (ROOT / "docs" / "quality.md").read_text("utf-8")
TEXT = "---\ntitle: {title}\npublished: 2026-01-01\nlanguages: [{lang}]\n---\n{text}.\n"
# What Pagefind finds by itself, in the index that the search page has.
ALONE = """async (words) => {
    const { index, home } = document.getElementById("nb-search").dataset;
    const { createInstance } = await import(`${index}pagefind.js`);
    const pagefind = createInstance({ basePath: index, baseUrl: home, noWorker: true });
    const found = [];
    for (const word of words) {
        const { results } = await pagefind.search(word);
        found.push((await Promise.all(results.slice(0, 10).map((result) => result.data()))).map(({ url }) => url));
    }
    return found;
}"""


def table() -> dict[str, list[tuple[str, str]]]:
    """The pairs of each language; those that were kept back come last."""
    return {lang: [*PAIRS[lang].items(), *KEPT_BACK[lang].items()] for lang in OFFICIAL}


def platform(languages: tuple[str, ...]) -> str:
    """The settings of a platform in these languages."""
    return f"languages: [{', '.join(languages)}]\ndefault_language: {languages[0]}\n"


@pytest.fixture(scope="module")
def site(build_folder: Callable, serve: Callable, tried_languages: tuple[str, ...]) -> str:
    """The address of a platform with a news item for each pair, which contains the other form."""
    texts = {
        f"news/{lang}-{number}/{lang}.md": TEXT.format(title=f"Nr. {number}", lang=lang, text=form)
        for lang in tried_languages
        for number, (_, form) in enumerate(table()[lang])
    }
    return serve(build_folder({"platform.yml": platform(tried_languages), **texts}))


@pytest.fixture(scope="module")
def slips_site(build_folder: Callable, serve: Callable, tried_languages: tuple[str, ...]) -> str:
    """The address of a platform with a news item for each word that is searched with a typing error."""
    texts = {
        f"news/{lang}-{number}/{lang}.md": TEXT.format(title=f"Nr. {number}", lang=lang, text=word)
        for lang in tried_languages
        for number, word in enumerate(SLIPS[lang].values())
    }
    return serve(build_folder({"platform.yml": platform(tried_languages), **texts}))


@pytest.fixture(scope="module")
def last_parts_site(build_folder: Callable, serve: Callable) -> str:
    """The address of a platform with a news item for each compound, which contains its last part."""
    texts = {
        f"news/{lang}-{number}/{lang}.md": TEXT.format(title=f"Nr. {number}", lang=lang, text=word)
        for lang, words in LAST_PARTS.items()
        for number, word in enumerate(words.values())
    }
    return serve(build_folder(texts))


def found(page: Page, word: str) -> list[str]:
    """The addresses of the first results for a word typed into the field."""
    page.evaluate("document.getElementById('nb-found').replaceChildren()")
    page.get_by_role("searchbox").fill(word)
    page.get_by_role("searchbox").press("Enter")
    page.locator("#nb-found:not(:empty)").wait_for(state="attached")
    return page.locator("#nb-results h2 a").evaluate_all("(links) => links.map((link) => link.pathname)")


def test_there_are_enough_pairs() -> None:
    """Every official language has at least ten pairs of different words."""
    assert [lang for lang in OFFICIAL if len(PAIRS[lang]) < 10] == []
    assert [lang for lang in OFFICIAL if PAIRS[lang].keys() & KEPT_BACK[lang].keys()] == []


@pytest.mark.parametrize(
    "lang", [lang if lang == FORMS else pytest.param(lang, marks=pytest.mark.long) for lang in OFFICIAL]
)
def test_other_forms_are_found(site: str, open_page: Callable, lang: str) -> None:
    """At least nine of ten words are found in another form, as many as docs/quality.md says; nonsense is not."""
    page = open_page(f"{site}/{lang}/search/")
    pairs = table()[lang]
    alone = [f"/{lang}/news/{lang}-{n}/" in urls for n, urls in enumerate(page.evaluate(ALONE, [w for w, _ in pairs]))]
    page.reload()
    ours = [f"/{lang}/news/{lang}-{n}/" in found(page, word) for n, (word, _) in enumerate(pairs)]
    cut = len(PAIRS[lang])
    counts = (cut, sum(alone[:cut]), sum(ours[:cut]), len(pairs) - cut, sum(alone[cut:]), sum(ours[cut:]))
    missed = [pair for pair, is_found in zip(pairs, ours, strict=True) if not is_found]
    assert sum(ours[:cut]) >= 0.9 * cut, missed
    assert found(page, "xqzvbrtk") == found(page, f"{pairs[0][0]}qzvx") == []
    rows = {row[0]: tuple(map(int, row[1:])) for row in ROW.findall(QUALITY)}
    assert rows.get(lang) == counts, missed


@pytest.mark.parametrize(
    "lang", [lang if lang == SLIPPED else pytest.param(lang, marks=pytest.mark.long) for lang in OFFICIAL]
)
def test_slips_and_compounds_are_found(slips_site: str, open_page: Callable, lang: str) -> None:
    """At least nine of ten words with typing errors, without accents, split or joined are found; nonsense is not."""
    page = open_page(f"{slips_site}/{lang}/search/")
    pairs = list(SLIPS[lang].items())
    alone = [f"/{lang}/news/{lang}-{n}/" in urls for n, urls in enumerate(page.evaluate(ALONE, [w for w, _ in pairs]))]
    page.reload()
    ours = [f"/{lang}/news/{lang}-{n}/" in found(page, word) for n, (word, _) in enumerate(pairs)]
    missed = [pair for pair, is_found in zip(pairs, ours, strict=True) if not is_found]
    assert sum(ours) >= 0.9 * len(pairs), missed
    assert found(page, "xqzvbrtk") == found(page, f"{pairs[0][1].split()[0]}qzvx") == []
    rows = {row[0]: tuple(map(int, row[1:])) for row in SLIP_ROW.findall(QUALITY)}
    assert rows.get(lang) == (len(pairs), sum(alone), sum(ours)), missed


@pytest.mark.long
def test_compounds_are_found_by_their_last_part(last_parts_site: str, open_page: Callable) -> None:
    """If nothing else is found, texts with a compound's last part are, as often as docs/quality.md says."""
    missed = []
    for lang, words in LAST_PARTS.items():
        page = open_page(f"{last_parts_site}/{lang}/search/")
        urls = [(word, f"/{lang}/news/{lang}-{number}/") for number, word in enumerate(words)]
        missed += [word for word, url in urls if url not in found(page, word)]
        assert found(page, "xqzvbrtk") == []
    count = sum(map(len, LAST_PARTS.values()))
    assert f"Of {count} compounds" in QUALITY
    assert f"{count - len(missed)} are found" in QUALITY, missed
