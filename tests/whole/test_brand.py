"""A platform's logo and colour: from platform.yml to the pages."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
from bs4 import BeautifulSoup
from PIL import Image

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

TEXT = {"pages/about/en.md": "---\ntitle: About\n---\n\nWords.\n"}
PLATFORM = "name: {en: Ministry of Parks, nl: Ministerie van Parken}\nlanguages: [en, nl]\n"
DRAWING = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 40"><path d="M0 0h120v40H0z"/></svg>'


def soup(path: Path) -> BeautifulSoup:
    """A page, parsed."""
    return BeautifulSoup(path.read_text(encoding="utf-8"), "lxml")


def picture() -> bytes:
    """A PNG picture of 900 by 300 pixels with transparency."""
    kept = io.BytesIO()
    Image.new("RGBA", (900, 300), (10, 20, 30, 40)).save(kept, "PNG")
    return kept.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "size"), [("logo.svg", DRAWING, ("120", "40")), ("mark.png", picture(), None)]
)
def test_a_logo_replaces_the_name(site_builder: Callable, name: str, data: bytes, size: tuple[str, str] | None) -> None:
    """Every page has it as the link to the front page; its alternative text is the name in the page's language."""
    done = site_builder({**TEXT, "platform.yml": f"{PLATFORM}logo: {name}\n", name: data})
    assert (done.code, done.stderr) == (0, "")
    for lang, words in (("en", "Ministry of Parks"), ("nl", "Ministerie van Parken")):
        (logo,) = soup(done.output / lang / "index.html").select(f'header a[href="/{lang}/"] img')
        assert logo["alt"] == words
        assert (done.output / logo["src"].lstrip("/")).is_file()
        assert size in (None, (logo["width"], logo["height"]))
        assert round(int(logo["width"]) / int(logo["height"])) == 3


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ({}, "content/platform.yml:3:7: error[missing-image]"),
        (
            {"logo.svg": b"<svg xmlns='http://www.w3.org/2000/svg'/>"},
            "content/platform.yml:3:7: error[unreadable-image]",
        ),
        ({"logo.svg": DRAWING.replace(b"<path", b"<script/><path")}, "content/logo.svg:1:62: error[unsafe-svg]"),
    ],
)
def test_a_logo_that_cannot_be_shown_is_an_error(
    site_builder: Callable, files: dict[str, bytes], expected: str
) -> None:
    """If it is missing, has no size or could run scripts, the file or the key is reported."""
    done = site_builder({**TEXT, "platform.yml": f"{PLATFORM}logo: logo.svg\n", **files})
    told = [line.partition("]")[0] + "]" for line in done.stderr.splitlines() if "error[" in line]
    assert (done.code, [line.partition("/content/")[2] for line in told]) == (1, [expected.removeprefix("content/")])


def test_a_colour_gives_the_style_sheet_a_layer(site_builder: Callable) -> None:
    """Links, buttons and the header use it in light and dark; another colour changes the style sheet's address."""
    addresses = []
    for colour in ("#0b3d91", "#7b1fa2"):
        done = site_builder({**TEXT, "platform.yml": f'{PLATFORM}colour: "{colour}"\n'})
        assert (done.code, done.stderr) == (0, "")
        addresses += [soup(done.output / "en/index.html").select_one("link[rel=stylesheet]")["href"]]
        style = (done.output / "theme/style.css").read_text(encoding="utf-8")
        assert [line for line in style.splitlines() if "--masthead:" in line][-2:][
            0
        ].strip() == f"--masthead: {colour};"
    assert len(set(addresses)) == 2


def test_an_unreadable_colour_is_refused_with_the_nearest_readable_one(site_builder: Callable) -> None:
    """Yellow is reported at its place, and the suggested yellow is accepted."""
    done = site_builder({**TEXT, "platform.yml": f'{PLATFORM}colour: "#ffcc00"\n'})
    assert "content/platform.yml:3:9: error[unreadable-colour]" in done.stderr
    assert (done.code, '"#947100"' in done.stderr) == (1, True)
    done = site_builder({"platform.yml": f'{PLATFORM}colour: "#947100"\n'})
    assert done.code == 0
