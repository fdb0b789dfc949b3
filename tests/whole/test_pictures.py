"""Pictures from the content folder to the site: right files, no location data, made once, little memory."""

from __future__ import annotations

import hashlib
import io
import os
import subprocess
import sys
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest
from bs4 import BeautifulSoup
from PIL import ExifTags, Image

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).resolve().parents[2]
GIBIBYTE = 2**30
HEAD = "---\ntitle: T\npublished: 2023-01-01\nimage: large.jpg\nimage_alt: Large\nimage_credit: Ann\n---\n\nLead.\n\n"
BODY = "\n\n".join(f'![{name}]({name}){{credit="Ann"}}' for name in ("tiny.png", "clear.png", "turned.jpg", "wide.png"))
LINK = "\n\n[The poster](poster.jpg)\n"
# Runs the command in this process and prints at the end how many bytes of memory it took.
MEASURED = """
import resource, sys
from noticeboard.cli import main
try:
    main(sys.argv[1:], standalone_mode=False)
finally:
    unit = 1 if sys.platform == "darwin" else 1024
    sys.stderr.write(f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit}\\n")
"""


def data(image: Image.Image, form: str, **options: object) -> bytes:
    """The image as a file's bytes."""
    file = io.BytesIO()
    image.save(file, form, **options)
    return file.getvalue()


def somewhere(orientation: int = 1) -> Image.Exif:
    """A camera's metadata: orientation and location."""
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = orientation
    exif.get_ifd(ExifTags.IFD.GPSInfo).update({1: "N", 2: (50.0, 50.0, 48.0), 3: "E", 4: (4.0, 21.0, 9.0)})
    return exif


def gradient(mode: str, size: tuple[int, int]) -> Image.Image:
    """A picture of that size with more than one colour."""
    return Image.linear_gradient("L").resize(size).convert(mode)


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    """A news item with every kind of difficult picture."""
    clear = gradient("RGBA", (900, 600))
    clear.putalpha(gradient("L", (900, 600)))
    return {
        "platform.yml": b"languages: [nl, sv]\ndefault_language: nl\n",
        "news/a/nl.md": (HEAD + BODY + LINK).encode(),
        "news/a/large.jpg": data(gradient("RGB", (6000, 4000)), "JPEG", exif=somewhere()),
        "news/a/tiny.png": data(gradient("RGB", (40, 40)), "PNG"),
        "news/a/clear.png": data(clear, "PNG"),
        "news/a/turned.jpg": data(gradient("RGB", (1600, 900)), "JPEG", exif=somewhere(6)),
        "news/a/wide.png": data(gradient("RGB", (9000, 20)), "PNG"),
        "news/a/poster.jpg": data(gradient("RGB", (300, 400)), "JPEG", exif=somewhere(3)),
    }


def media(output: Path) -> dict[str, Path]:
    """The published pictures by name, without the digest of the content: "large.1280.avif"."""
    found = sorted((output / "media").rglob("*"))
    parts = {p: p.name.split(".") for p in found if p.is_file()}
    return {".".join([n[0], *n[2:]]) if len(n) > 2 else p.name: p for p, n in parts.items()}


def test_every_picture_is_published_as_it_should_be(site_builder: Callable, files: dict[str, bytes]) -> None:
    """Sizes, formats and orientation are right, there is no location data, and no original is published."""
    done = site_builder(files)
    assert done.code == 0, done.stderr
    found = media(done.output)
    expected = {f"large.{w}.{e}" for w in (320, 640, 960, 1280) for e in ("avif", "webp", "jpg")}
    expected |= {f"tiny.40.{e}" for e in ("avif", "webp", "jpg")}
    expected |= {f"clear.{w}.{e}" for w in (320, 640, 900) for e in ("avif", "webp", "png")}
    expected |= {f"turned.{w}.{e}" for w in (320, 640, 900) for e in ("avif", "webp", "jpg")}
    expected |= {f"wide.{w}.{e}" for w in (320, 640, 960, 1280) for e in ("avif", "webp", "jpg")}
    assert set(found) == expected | {"poster.jpg"}
    sizes = {}
    for name, path in found.items():
        with Image.open(path) as image:
            sizes[name] = image.size
            assert (dict(image.getexif()), "xmp" in image.info, "icc_profile" in image.info) == ({}, False, False)
    assert (sizes["large.1280.avif"], sizes["tiny.40.webp"], sizes["turned.900.jpg"], sizes["wide.320.jpg"]) == (
        (1280, 853),
        (40, 40),
        (900, 1600),
        (320, 1),
    )
    assert {path.read_bytes() for path in found.values()}.isdisjoint(files.values())


def test_the_page_shows_them(site_builder: Callable, files: dict[str, bytes]) -> None:
    """The lead picture loads at once and others lazily; each has its size and credit."""
    done = site_builder(files)
    page = BeautifulSoup((done.output / "nl/news/a/index.html").read_text(encoding="utf-8"), "html.parser")
    pictures = page.find_all("picture")
    assert [[s["type"] for s in p.find_all("source")] for p in pictures] == [["image/avif", "image/webp"]] * 5
    seen = [[i.get(name) for name in ("width", "height", "loading", "fetchpriority")] for i in page.find_all("img")]
    assert seen == [
        ["1280", "853", None, "high"],
        ["40", "40", "lazy", None],
        ["900", "600", "lazy", None],
        ["900", "1600", "lazy", None],
        ["1280", "3", "lazy", None],
    ]
    assert len(page.select("figure .credit")) == 5
    offered = {part.split()[0] for e in page.select("[srcset]") for part in e["srcset"].split(", ")}
    offered |= {i["src"] for i in page.find_all("img")}
    assert [a for a in offered if not (done.output / a.removeprefix("/")).is_file()] == []


def test_pictures_are_made_once(site_builder: Callable, files: dict[str, bytes]) -> None:
    """A lost output folder is filled from the cache, byte for byte; a changed picture makes only its own files."""
    first = site_builder(files)
    kept = {p: p.stat().st_mtime_ns for p in (site_builder.root / "cache").rglob("noticeboard-pictures/*")}
    before = {name: path.read_bytes() for name, path in media(first.output).items()}
    for path in sorted(first.output.rglob("*"), reverse=True):
        path.unlink() if path.is_file() else path.rmdir()
    again = site_builder({})
    assert {name: path.read_bytes() for name, path in media(again.output).items()} == before
    changed = site_builder({"news/a/tiny.png": data(gradient("RGB", (41, 41)), "PNG")})
    assert "tiny.41.avif" in media(changed.output)
    assert "tiny.40.avif" not in media(changed.output)
    now = {p: p.stat().st_mtime_ns for p in (site_builder.root / "cache").rglob("noticeboard-pictures/*")}
    assert ({p for p in kept if kept[p] != now.get(p)}, len(now) - len(kept)) == (set(), 3)


@pytest.mark.parametrize("on_disk", ["NFC", "NFD"])
@pytest.mark.parametrize("in_text", ["NFC", "NFD", "percent"])
def test_names_are_found_in_any_unicode_form(site_builder: Callable, on_disk: str, in_text: str) -> None:
    """A name with é is found as one character or two, on disk and in texts, and published as one."""
    picture, drawing, unused = (unicodedata.normalize(on_disk, name) for name in ("é.png", "ö.svg", "ü.pdf"))
    form = "NFC" if in_text == "NFC" else "NFD"
    names = [unicodedata.normalize(form, name) for name in ("é.png", "ö.svg")]
    linked = [quote(name) for name in names] if in_text == "percent" else names
    files = {
        "platform.yml": "name: N\nlanguages: [en]\n",
        "news/a/en.md": (
            f"---\ntitle: T\npublished: 2023-01-01\nimage: {names[0]}\nimage_alt: Trees\nimage_credit: Ann\n---\n"
            f'Text.\n\n![Trees]({linked[0]}){{credit="Ann"}}\n\n[A drawing]({linked[1]}).\n'
        ),
        f"news/a/{picture}": data(gradient("L", (300, 200)), "PNG"),
        f"news/a/{drawing}": '<svg xmlns="http://www.w3.org/2000/svg"/>',
        f"news/a/{unused}": "x",
    }
    done = site_builder(files)
    assert (done.code, done.stderr.count("[unused-file]"), f"{unused}:1:1: " in done.stderr) == (0, 1, True)
    published = {path.name.replace(".300.", ".") for path in (done.output / "media/news/a").iterdir()}
    given = (files[f"news/a/{picture}"], files[f"news/a/{drawing}"].encode())
    mark, drawn = (hashlib.sha256(content).hexdigest()[:8] for content in given)
    assert published == {f"ö.{drawn}.svg", *(f"é.{mark}.{ending}" for ending in ("avif", "jpg", "webp"))}


def test_an_animated_picture_is_refused(site_builder: Callable) -> None:
    """Readers could not stop it; the error says so."""
    frames = [gradient("L", (40, 40)), Image.new("L", (40, 40))]
    moving = data(frames[0], "GIF", save_all=True, append_images=frames[1:])
    files = {"news/a/nl.md": HEAD.replace("large.jpg", "large.gif") + "Text.", "news/a/large.gif": moving}
    done = site_builder({"platform.yml": "languages: [nl]\ndefault_language: nl\n", **files})
    assert (done.code, "moves, and nobody could stop it" in done.stderr) == (1, True)


def test_a_drawing_in_svg_is_refused(site_builder: Callable) -> None:
    """The error says what to do instead."""
    files = {"news/a/nl.md": HEAD.replace("large.jpg", "large.svg") + "Text.", "news/a/large.svg": "<svg/>"}
    done = site_builder({"platform.yml": "languages: [nl]\ndefault_language: nl\n", **files})
    assert (done.code, "Export it again as JPEG, PNG or WebP." in done.stderr) == (1, True)


@pytest.mark.long
def test_a_build_with_a_huge_photograph_stays_small(site_builder: Callable, files: dict[str, bytes]) -> None:
    """A photograph of 6000 x 4000 pixels takes less than 1 GiB of memory."""
    site_builder.write(files)
    arguments = ("build", str(site_builder.content), "-o", str(site_builder.output), "--today", "2026-12-01")
    done = subprocess.run(
        (sys.executable, "-c", MEASURED, *arguments, "-e", f'CACHE_PATH="{site_builder.root}/cache"'),
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT / "plugins")},
        capture_output=True,
        encoding="utf-8",
        timeout=600,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert int(done.stderr.splitlines()[-1]) < GIBIBYTE
