"""Code of a project for its templates, which edits change: by value, by a function, by what that calls."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

BASE = "templates/base.html"
USE = (
    '<p hidden>{{ board_value }}{{ "a"|board_filter }}{% if "a" is board_test %}yes{% endif %}{% board %}</p>\n</body>'
)
"""The end of the page's template, which uses all four."""

SETTINGS = """\
sys.path.insert(0, {root!r})
import board_code
JINJA_GLOBALS = {{"board_value": {value!r}}}
JINJA_FILTERS = {{"board_filter": board_code.board_filter}}
JINJA_TESTS = {{"board_test": lambda text: {tested!r}}}
JINJA_ENVIRONMENT = {{"trim_blocks": True, "lstrip_blocks": True, "extensions": [board_code.Board]}}
"""

CODE = """\
import board_words
from jinja2 import nodes
from jinja2.ext import Extension


def board_filter(text):
    return board_words.said(text) + {filtered!r}


class Board(Extension):
    tags = {{"board"}}

    def parse(self, parser):
        line = next(parser.stream).lineno
        return nodes.Output([nodes.TemplateData({tagged!r})], lineno=line)
"""
CALLED = """\
def said(text):
    return text + {called!r}
"""
PLAIN = {"value": "", "tested": True, "filtered": "", "tagged": "", "called": ""}


def settings_lines(root: Path, values: dict[str, object]) -> str:
    """The lines of a settings file that give the project's code to templates."""
    return SETTINGS.format(root=str(root), **{**PLAIN, **values})


def write_code(root: Path, values: dict[str, object]) -> None:
    """Writes the two modules."""
    (root / "board_code.py").write_text(CODE.format(**{**PLAIN, **values}), "utf-8")
    (root / "board_words.py").write_text(CALLED.format(**{**PLAIN, **values}), "utf-8")


def use_code(theme: Path) -> None:
    """Makes every page use the code."""
    path = theme / BASE
    path.write_text(path.read_text("utf-8").replace("</body>", USE), "utf-8")
