"""Builds the gallery: a page for each example in each language, one that shows it in every view, and an index."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING

from jinja2 import ChoiceLoader, DictLoader, Environment, FileSystemLoader
from PIL import Image

from gallery.examples import components
from gallery.values import PICTURES
from noticeboard.pages.views.page import Page
from noticeboard.shell.build.renderer import Renderer
from noticeboard.shell.build.theme_files import theme_files
from noticeboard.shell.project import project_of
from noticeboard.sources.catalogue import Catalogues
from noticeboard.sources.catalogue_file import read_catalogue

if TYPE_CHECKING:
    from gallery.examples import Component, Example

HERE = Path(__file__).resolve().parent
THEME = HERE.parents[1] / "theme"
LANGUAGES = ("en", "ar")


@dataclass(frozen=True, slots=True)
class Viewport:
    """How an example is shown: a name for people, the width in CSS pixels, the colour scheme and the language."""

    name: str
    width: int
    scheme: str
    lang: str


VIEWPORTS = (
    Viewport("narrow", 320, "light", "en"),
    Viewport("narrow and dark", 320, "dark", "en"),
    Viewport("narrow, from right to left", 320, "light", "ar"),
    Viewport("wide", 1280, "light", "en"),
    Viewport("wide and dark", 1280, "dark", "en"),
    Viewport("wide, from right to left", 1280, "light", "ar"),
)


def named(example: Example, lang: str = "") -> str:
    """The file name of an example in a language; without a language, that of the page with all views of the example."""
    return re.sub(r"[^a-z]+", "-", f"{example.component} {example.name} {lang}").strip("-") + ".html"


def build(folder: Path) -> list[str]:
    """Writes the gallery to the folder and returns the names of the examples' pages."""
    for file in theme_files(project_of({"THEME": str(THEME)})):
        (folder / Path(file.path).name).write_bytes(file.data())
    for size in PICTURES:
        for ending in ("png", "webp"):
            Image.linear_gradient("L").resize(size).save(folder / "{}x{}.{}".format(*size, ending))
    known = components()
    examples = [example for component in known for example in component.examples]
    _write_overviews(folder, known, examples)
    return _write_examples(folder, examples)


def _write_examples(folder: Path, examples: list[Example]) -> list[str]:
    sources = DictLoader({f"source of {named(e)}": e.template for e in examples})
    loader = ChoiceLoader([sources, FileSystemLoader([HERE, THEME / "templates"])])
    renderer = Renderer(Environment(loader=loader, autoescape=True), _catalogues())
    every = [(example, lang) for example in examples for lang in LANGUAGES]
    for example, lang in every:
        (folder / named(example, lang)).write_bytes(renderer.render(_page(example, lang)))
    return [named(*pair) for pair in every]


def _write_overviews(folder: Path, known: list[Component], examples: list[Example]) -> None:
    loader = FileSystemLoader(HERE)
    template = Environment(loader=loader, autoescape=True, trim_blocks=True, lstrip_blocks=True).get_template(
        "index.html"
    )
    shown = {"named": named, "views": VIEWPORTS, "components": known}
    pages = {named(e): template.render(title=_title(e), example=e, **shown) for e in examples}
    pages["index.html"] = template.render(title="Components", example=None, **shown)
    for name, text in pages.items():
        (folder / name).write_text(text, encoding="utf-8")


def _title(example: Example) -> str:
    return f"{example.component}: {example.name}"


def _catalogues() -> Catalogues:
    files = {p.stem: read_catalogue(p.stem, p.read_bytes(), str(p)) for p in THEME.glob("translations/*.po")}
    return Catalogues({lang: file.catalogue for lang, file in files.items()}, "en")


def _page(example: Example, lang: str) -> Page:
    """The view of the example's page, with the example's own values."""
    view = example.view(lang)
    made = (name for name, found in vars(type(view)).items() if isinstance(found, property))
    seen = {name: getattr(view, name) for name in (*view.__struct_fields__, *made)}
    own = {"heading_of_example": _title(example), "template_of_example": f"source of {named(example)}"}
    return Page.showing(
        named(example, lang), "example.html", SimpleNamespace(lang=lang, **seen, **example.given(), **own)
    )
