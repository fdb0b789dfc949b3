"""What the parts of a build cost by themselves for the same texts. No generator with these libraries can be faster."""

from __future__ import annotations

import subprocess
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict
from datetime import date
from functools import cache
from types import SimpleNamespace
from typing import TYPE_CHECKING

import yaml
from babel import Locale
from babel.dates import format_date
from jinja2 import Environment, FileSystemLoader

from benchmarks.content import text_path, write_content
from benchmarks.corpus import KINDS
from benchmarks.facts import ROOT, labels, language_facts, links
from markdown import Markdown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from benchmarks.corpus import Corpus

_EXTENSIONS = ("tables", "footnotes", "attr_list", "def_list", "abbr", "fenced_code", "sane_lists")
_PROCESSES = 2
_CHUNK = 50


def floors(corpus: Corpus, folder: Path) -> list[tuple[str, str]]:
    """(Part, seconds) pairs below a heading row; files are written below the folder."""
    content = folder / "floors"
    write_content(corpus, content)
    paths = [text_path(content, item, lang) for item in corpus.announcements for lang in corpus.languages]
    texts = [path.read_text("utf-8").split("---\n", 2)[1:] for path in paths]
    heads, bodies = [head for head, _ in texts], [body for _, body in texts]
    page = _page(corpus)
    site = [page().encode()] * len(paths)
    work: dict[str, Callable[[], object]] = {
        "reading all files": lambda: [path.read_bytes() for path in paths],
        "PyYAML (C loader), all front matter": lambda: [yaml.load(h, yaml.CSafeLoader) for h in heads],
        "Python-Markdown, all texts": lambda: converted(bodies),
        f"Python-Markdown in {_PROCESSES} processes": lambda: _in_processes(bodies),
        "Jinja, a page for each text": lambda: [page() for _ in paths],
        "Babel, a date for each text": lambda: _dates(corpus),
        "writing a page for each text": lambda: _written(folder / "pages", site),
        **{f"starting Python, {name or 'nothing'} imported": _start(name) for name in ("", "pelican", "pydantic")},
    }
    return [(f"floors, {len(paths):,} texts", "seconds"), *((name, _seconds(run)) for name, run in work.items())]


def converted(bodies: Iterable[str]) -> list[str]:
    """The texts as HTML, made by one Markdown instance per process."""
    markdown = _markdown()
    return [markdown.reset().convert(body) for body in bodies]


@cache
def _markdown() -> Markdown:
    return Markdown(extensions=list(_EXTENSIONS), output_format="html")


def _in_processes(bodies: Sequence[str]) -> list[list[str]]:
    chunks = [bodies[start : start + _CHUNK] for start in range(0, len(bodies), _CHUNK)]
    with ProcessPoolExecutor(_PROCESSES) as pool:
        return list(pool.map(converted, chunks))


def _dates(corpus: Corpus) -> list[str]:
    locales = [Locale.parse(lang) for lang in corpus.languages]
    return [format_date(item.published, "long", locale) for item in corpus.announcements for locale in locales]


def _page(corpus: Corpus) -> Callable[[], str]:
    """A function that renders an announcement's page with the theme for Pelican, whose pages equal Noticeboard's."""
    templates = FileSystemLoader(ROOT / "benchmarks" / "pelican" / "theme" / "templates")
    environment = Environment(loader=templates, autoescape=True, trim_blocks=True, lstrip_blocks=True)
    environment.filters |= {"day_text": lambda day, _: day, "audience": lambda _: ("teacher",)}
    environment.globals |= {"results": lambda *_: ()}
    template, item = environment.get_template("article.html"), corpus.announcements[0]
    version = corpus.version(item, "en")
    facts = {
        "languages": {lang: asdict(language_facts(corpus, lang)) for lang in corpus.languages},
        "labels": labels(corpus),
        "links": links(),
        "kinds": KINDS,
    }
    article = SimpleNamespace(
        lang="en",
        category=SimpleNamespace(name=item.kind),
        slug=item.name,
        title=version.title,
        summary=version.summary,
        date=SimpleNamespace(date=lambda: date(2026, 11, 2)),
        deadline="2026-11-30",
        survey=item.survey("en"),
        tags=(SimpleNamespace(name="topic-01"),),
        content=converted([version.body])[0],
    )
    return lambda: template.render(article=article, FACTS=facts, SITEURL="", DEFAULT_LANG="en")


def _written(folder: Path, pages: Iterable[bytes]) -> None:
    for number, page in enumerate(pages):
        path = folder / str(number) / "index.html"
        path.parent.mkdir(parents=True)
        path.write_bytes(page)


def _start(module: str) -> Callable[[], object]:
    command = (sys.executable, "-c", f"import {module}" if module else "pass")
    return lambda: subprocess.run(command, check=True, timeout=60)  # noqa: S603 - a fixed command, and no shell reads it


def _seconds(run: Callable[[], object]) -> str:
    start = time.perf_counter()
    run()
    return f"{time.perf_counter() - start:.2f}"
