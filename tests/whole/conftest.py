"""A small site that tests of whole sites build, change and compare."""

from __future__ import annotations

import io
import os
import re
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from forked_builds import Builds
from PIL import Image

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

CLOSING = re.compile(
    r"(\d+) announcements?, (\d+) languages?, (\d+) files?: (\d+) written, (\d+) unchanged, (\d+) removed, \d+\.\d s\."
)
PROBLEM = re.compile(r"^(\S.*?):(\d+):(\d+): (error|warning)\[([a-z0-9-]+)\]: \S.*$", re.MULTILINE)
DAY = "2023-02-01"


def picture(colour: str) -> bytes:
    """A small PNG file of one colour."""
    file = io.BytesIO()
    Image.new("RGB", (320, 180), colour).save(file, "PNG")
    return file.getvalue()


SURVEY = """\
---
title: {title}
published: 2023-01-10
deadline: 2023-02-19
audience: [teacher, head-teacher]
image: photo.png
image_credit: Ann
image_alt: {alt}
---

{lead}

## {heading}

{rest}
"""
SECOND = """\
---
title: {title}
{keys}published: 2023-01-20
deadline: 2023-03-19
audience: [teacher]
---

{lead}
"""
FILES: dict[str, str | bytes] = {
    "platform.yml": "name: Board\nlanguages: [en, nl, sv]\n",
    "vocabularies/audience.yml": (
        "head-teacher:\n  labels: {en: Head teacher, nl: Schoolleider, sv: Rektor}\n"
        "teacher:\n  labels: {en: Teacher, nl: Leraar, sv: Lärare}\n"
    ),
    "surveys/a/nl.md": SURVEY.format(
        title="Enquête", alt="Bomen", lead="De inleiding.", heading="Deel", rest="Zie [b](../b/)."
    ),
    "surveys/a/sv.md": SURVEY.format(
        title="Enkät", alt="Träd", lead="Inledningen.", heading="Del", rest="Se [b](../b/)."
    ),
    "surveys/a/photo.png": picture("teal"),
    "surveys/b/en.md": SECOND.format(title="Second", keys="", lead="The second one."),
    "surveys/b/nl.md": SECOND.format(title="Tweede", keys="translates: en\n", lead="De tweede."),
    "pages/about/en.md": "---\ntitle: About\n---\nAbout us.\n",
    "pages/about/nl.md": "---\ntitle: Over ons\ntranslates: en\n---\nOver ons.\n",
    "pages/about/sv.md": "---\ntitle: Om oss\ntranslates: en\n---\nOm oss.\n",
}


@dataclass(frozen=True, slots=True)
class Count:
    """The numbers in the closing line of a build."""

    announcements: int
    languages: int
    files: int
    written: int
    unchanged: int
    removed: int


@pytest.fixture(scope="session")
def small_files() -> dict[str, str | bytes]:
    """Two surveys and a page: one survey has two originals, one a translation, and each lacks a language."""
    return dict(FILES)


@pytest.fixture(scope="session")
def tree() -> Callable[[Path], dict[str, bytes]]:
    """The bytes of every file below a folder, by path; empty folders have a slash at the end."""

    def read(root: Path) -> dict[str, bytes]:
        found = {p.relative_to(root).as_posix(): p for p in sorted(root.rglob("*"))}
        files = {name: path.read_bytes() for name, path in found.items() if path.is_file()}
        return files | {f"{name}/": b"" for name, path in found.items() if path.is_dir() and not any(path.iterdir())}

    return read


@pytest.fixture(scope="session")
def counted() -> Callable[[str], Count]:
    """Reads the numbers in a build's closing line."""

    def read(stdout: str) -> Count:
        found = CLOSING.search(stdout)
        assert found, stdout
        return Count(*map(int, found.groups()))

    return read


@pytest.fixture(scope="session")
def explained() -> Callable[[str], set[str]]:
    """Reads the paths that a build with --explain says it wrote, without index.html."""

    def read(stdout: str) -> set[str]:
        lines = (line for line in stdout.splitlines() if ": " in line and not CLOSING.search(line))
        return {line.partition(": ")[0].removesuffix("index.html") for line in lines}

    return read


@pytest.fixture(scope="session")
def problems() -> Callable[..., list[tuple[str, int, str]]]:
    """Reads path (below a folder), line and name of each problem that a command printed, in order."""

    def read(stderr: str, folder: Path, severity: str = "") -> list[tuple[str, int, str]]:
        found = (m.groups() for m in PROBLEM.finditer(stderr) if severity in ("", m[4]))
        return [(os.path.relpath(path, folder), int(line), name) for path, line, _, _, name in found]

    return read


@dataclass(frozen=True, slots=True)
class Kept:
    """A built site and a copy, from which tests restore it."""

    site: object
    copy: Path


@pytest.fixture(scope="session")
def kept_site(tmp_path_factory: pytest.TempPathFactory, small_builder: type) -> Kept:
    """The small site on DAY, built once. Its store knows its folder, so it is always used in its place."""
    root = tmp_path_factory.mktemp("small")
    site = small_builder(root / "site")
    site.root.mkdir()
    done = site(FILES, "--today", DAY)
    assert (done.code, done.stderr) == (0, "")
    return Kept(site, Path(shutil.copytree(site.root, root / "copy", symlinks=True)))


@pytest.fixture(scope="session")
def small_builder(pytestconfig: pytest.Config) -> type:
    """The class of `site_builder`, for another folder."""
    return next(p for p in pytestconfig.pluginmanager.get_plugins() if hasattr(p, "SiteBuilder")).SiteBuilder


@pytest.fixture
def small_site(kept_site: Kept) -> object:
    """A builder with the small site, built on DAY with nothing left to do."""
    shutil.rmtree(kept_site.site.root)
    shutil.copytree(kept_site.copy, kept_site.site.root, symlinks=True)
    return kept_site.site


@pytest.fixture(scope="session")
def builds(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Builds]:
    """Forked builds for all tests: starting their program takes as long as three of them."""
    with Builds(tmp_path_factory.mktemp("builds") / "log") as found:
        yield found
