"""Builds the gallery: a page for each example, in a language that runs left to right and in one that does not."""

from __future__ import annotations

import re
import shutil
from dataclasses import fields
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING

from jinja2 import ChoiceLoader, DictLoader, Environment, FileSystemLoader
from PIL import Image

from gallery.examples import EXAMPLES
from gallery.values import PICTURES
from noticeboard.pages.views import Page
from noticeboard.shell.renderer import Renderer
from noticeboard.sources.catalogue import Catalogues
from noticeboard.sources.catalogue_file import read_catalogue

if TYPE_CHECKING:
    from gallery.examples import Example

THEME = Path(__file__).resolve().parents[3] / "theme"
LANGUAGES = ("en", "ar")
AROUND = """{{% from "components/states.html" import states %}}
{{% set here = page.frame.lang %}}
<!doctype html>
<html lang="{{{{ here }}}}" dir="{{{{ page.frame.dir }}}}">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="color-scheme" content="light dark">
  <title>{title}</title>
  <link rel="icon" href="icon.svg">
  <link rel="stylesheet" href="style.css">
  <script src="site.js" defer></script>
</head>
<body>
<main class="wrap" id="nb-main">
<h1 lang="en" dir="ltr">{title}</h1>
{source}
</main>
{{{{ states(page.frame) }}}}
</body>
</html>
"""


def named(example: Example, lang: str = "") -> str:
    """A file's name for the example."""
    return re.sub(r"[^a-z]+", "-", f"{example.component} {example.name} {lang}").strip("-") + ".html"


def build(folder: Path) -> list[str]:
    """Writes the pages, their pictures and the theme's static files into the folder; gives the pages' names."""
    shutil.copytree(THEME / "static", folder, dirs_exist_ok=True)
    for size in PICTURES:
        for ending in ("png", "webp"):
            Image.linear_gradient("L").resize(size).save(folder / "{}x{}.{}".format(*size, ending))
    renderer = Renderer(Environment(loader=_loader(), autoescape=True), _catalogues())
    every = [(example, lang) for example in EXAMPLES for lang in LANGUAGES]
    for example, lang in every:
        (folder / named(example, lang)).write_bytes(renderer.render(_page(example, lang)))
    return [named(*pair) for pair in every]


def _loader() -> ChoiceLoader:
    around = {named(e): AROUND.format(title=f"{e.component}: {e.name}", source=e.source) for e in EXAMPLES}
    return ChoiceLoader([DictLoader(around), FileSystemLoader(THEME / "templates")])


def _catalogues() -> Catalogues:
    files = {p.stem: read_catalogue(p.stem, p.read_bytes(), str(p)) for p in THEME.glob("translations/*.po")}
    return Catalogues({lang: file.catalogue for lang, file in files.items()}, "en")


def _page(example: Example, lang: str) -> Page:
    """The example's page, with the values that the example adds to it."""
    view = example.page(lang)
    seen = {field.name: getattr(view, field.name) for field in fields(view)}
    return Page.showing(named(example, lang), named(example), SimpleNamespace(lang=lang, **seen, **example.given))
