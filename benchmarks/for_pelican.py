"""A corpus for plain Pelican: an article per version, a stub per list page, and a copy of pelican/."""

from __future__ import annotations

import json
import shutil
import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.corpus import KINDS, TODAY, VOCABULARIES
from benchmarks.facts import THEME, labels, language_facts, links
from benchmarks.lists import NEWEST, list_pages
from benchmarks.project import Project, without_placeholders

if TYPE_CHECKING:
    from benchmarks.corpus import Announcement, Corpus, Version

_OURS = Path(__file__).with_name("pelican")


def prepare(corpus: Corpus, folder: Path) -> Project:
    """Writes the corpus and its settings below the folder."""
    content, output = folder / "content", folder / "output"

    def text(item: Announcement, lang: str) -> Path:
        return content / "articles" / item.kind / f"{item.name}.{lang}.md"

    for kind in {item.kind for item in corpus.announcements}:
        (content / "articles" / kind).mkdir(parents=True)
    for item, version in corpus.texts():
        text(item, version.lang).write_text(_article(item, version), "utf-8", newline="\n")
    lists = _lists(corpus)
    _write_stubs(content, lists)
    (folder / "facts.json").write_text(json.dumps({**_facts(corpus), "lists": lists}), "utf-8")
    shutil.copy(_OURS / "pelicanconf.py", folder)
    command = (sys.executable, "-m", "pelican", str(content), "-o", str(output), "-s", str(folder / "pelicanconf.py"))
    return Project("pelican", command, folder, output, text)


def _article(item: Announcement, version: Version) -> str:
    terms = dict(item.terms)
    facts = {
        "Title": version.title,
        "Summary": version.summary,
        "Lang": version.lang,
        "Slug": item.name,
        "Category": item.kind,
        "Date": item.published,
        "Deadline": item.deadline or "",
        "Survey": item.survey(version.lang),
        "Results_of": item.results_of,
        "Audience": ", ".join(terms["audience"]),
        "Tags": ", ".join(terms["tags"]),
    }
    head = "".join(f"{key}: {value}\n" for key, value in facts.items() if value)
    return f"{head}\n{without_placeholders(item, version)}"


def _facts(corpus: Corpus) -> dict[str, object]:
    """The data that pelicanconf.py and the templates read."""
    pages = list_pages(corpus)
    listings = {page.listing for page in pages}
    return {
        "theme": str(_OURS / "theme"),
        "static": str(THEME / "static"),
        "today": TODAY,
        "newest": NEWEST,
        "kinds": [kind for kind in KINDS if kind in listings],
        "years": sorted({page.year for page in pages if page.year}, reverse=True),
        "languages": {lang: asdict(language_facts(corpus, lang)) for lang in corpus.languages},
        "labels": labels(corpus),
        "links": links(),
        "terms": {name: [t for t in terms if f"{name}/{t}" in listings] for name, terms in VOCABULARIES.items()},
    }


def _lists(corpus: Corpus) -> dict[str, dict[str, str]]:
    """What each list page shows, by its path in the output."""
    found = {"index.html": {"template": "chooser"}, "404.html": {"template": "not_found"}}
    for lang in corpus.languages:
        found[f"{lang}/index.html"] = {"template": "front", "lang": lang}
        for page in list_pages(corpus):
            found[f"{lang}/{page.path}index.html"] = {
                "template": "list",
                "lang": lang,
                "group": page.group,
                "term": page.term,
                "year": page.year,
                "listing": page.listing,
                "path": page.path,
            }
    return {output: {**facts, "source": f"lists/{output}"} for output, facts in found.items()}


def _write_stubs(content: Path, lists: dict[str, dict[str, str]]) -> None:
    """Writes a template for each list page, because Pelican makes one page per template."""
    for stub in lists.values():
        path = content / stub["source"]
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text('{% extends "' + stub["template"] + '.html" %}\n', "utf-8", newline="\n")
