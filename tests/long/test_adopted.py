"""Adopted texts are built, and every word of their source is on a page."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import open_documents
import pytest
from lxml import etree, html
from test_sites import HUGO, JEKYLL, PELICAN

from noticeboard.adoption.html_page import page_text, read_page, visible_words
from noticeboard.adoption.word_comparison import compared

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted((ROOT / "tests" / "adoption" / "pages").glob("*.html"))
PLUGINS = ROOT / "plugins"
LANGUAGES = "en,nl,de,fr,sv,cs"
SURVEY = "deadline: 2027-01-31\nsurvey: https://example.org/s\naudience: [everyone]\ntags: [environment]\n"
TODAY = ("--today", "2026-12-01")
pytestmark = pytest.mark.long


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """The result of a `noticeboard` command in that folder."""
    environment = {**os.environ, "PYTHONPATH": str(PLUGINS), "SOURCE_DATE_EPOCH": "1796119200"}
    command = (sys.executable, "-m", "noticeboard", *arguments)
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, timeout=300, check=False
    )


@pytest.fixture
def board(tmp_path: Path) -> Path:
    """A new platform without examples."""
    done = run(tmp_path, "init", "board", "--name", "Board", "--languages", LANGUAGES, "--no-examples")
    assert done.returncode == 0, done.stderr
    return tmp_path / "board"


def finish(board: Path) -> None:
    """Does what `adopt` asks people to do: describes pictures, corrects addresses, and publishes the drafts."""
    for path in board.glob("content/*/*/*.md"):
        text = (
            path.read_text("utf-8")
            .replace('credit="???"', 'credit="School"')
            .replace('image_credit: "???"', "image_credit: School")
        )
        text = text.replace("![???]", "![A desk in a hall]").replace('image_alt: "???"', "image_alt: A desk in a hall")
        text = text.replace("status: draft\n", "").replace("](http://", "](https://")
        path.write_text(text, "utf-8")


def words_on_the_page(board: Path, path: str) -> str:
    """The words on the page of a version, without the numbers of footnotes."""
    page = html.fromstring((board / "output" / path / "index.html").read_bytes())
    for mark in page.xpath("//a[contains(@class, 'footnote-ref')]"):
        mark.drop_tree()
    return visible_words(page.find(".//main"))


def built(board: Path) -> None:
    """Builds the site."""
    done = run(board, "build", *TODAY)
    assert done.returncode == 0, done.stdout + done.stderr


def lost_words(source: str, shown: str) -> list[str]:
    """The words of the source that the page does not show."""
    return list(compared(source, shown).lost)


@pytest.mark.word
def test_word_documents_made_by_libreoffice(board: Path, tmp_path: Path) -> None:
    """Five documents are adopted without loss and built, with each word on its page."""
    for name, text in open_documents.DOCUMENTS.items():
        (tmp_path / f"{name}.fodt").write_text(text, "utf-8")
    convert(tmp_path, [f"{name}.fodt" for name in open_documents.DOCUMENTS])
    languages = {"letter": "en", "report": "en", "invitation": "fr", "pictures": "nl", "minutes": "cs"}
    for name, lang in languages.items():
        done = run(board, "adopt", str(tmp_path / f"{name}.docx"), "--language", lang, "--write")
        assert done.returncode == 0, done.stderr
        assert "left-out" not in done.stderr
    finish(board)
    built(board)
    for name, lang in languages.items():
        source = etree.fromstring(open_documents.DOCUMENTS[name].encode())
        for one in source.xpath(
            "//*[local-name()='binary-data' or local-name()='note-citation' or local-name()='desc']"
        ):
            one.text = ""
        text = " ".join(source.xpath("//*[local-name()='text']//text()"))
        assert lost_words(text, words_on_the_page(board, f"{lang}/news/{name}")) == [], name
    assert len(list((board / "content/news/pictures").glob("*.png"))) == 2


@pytest.mark.word
def test_a_document_with_tracked_changes_is_refused(board: Path, tmp_path: Path) -> None:
    """LibreOffice's tracked changes are found, and nothing is written."""
    text = open_documents.document(open_documents.TRACKED, open_documents.paragraph(open_documents.CHANGED))
    (tmp_path / "changed.fodt").write_text(text, "utf-8")
    convert(tmp_path, ["changed.fodt"])
    done = run(board, "adopt", str(tmp_path / "changed.docx"), "--write")
    assert done.returncode == 1
    assert "error[tracked-changes]" in done.stderr
    assert "new words" in done.stderr
    assert not (board / "content/news").exists()


def convert(folder: Path, names: list[str]) -> None:
    """Makes Word documents of these files, with a temporary LibreOffice profile."""
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = ("soffice", "--headless", profile, "--convert-to", "docx", "--outdir", str(folder))
    subprocess.run((*command, *(str(folder / name) for name in names)), check=True, capture_output=True, timeout=300)


def test_pages_of_public_bodies(board: Path) -> None:
    """Five HTML pages are adopted and built; each word of their text is on the page or reported."""
    done = run(board, "adopt", *map(str, PAGES), "--write")
    assert done.returncode == 0, done.stderr
    finish(board)
    built(board)
    for path in PAGES:
        name, lang = path.stem.split(".")
        page = read_page(page_text(path.read_bytes()))
        assert page is not None
        for one in page.main.xpath(
            ".//form | .//nav | .//a[starts-with(@href, '#_ftn') or starts-with(@href, '#ref')]"
        ):
            one.drop_tree()
        for one in page.main.xpath(".//a[@href='#noot1']"):
            one.drop_tree()
        shown = words_on_the_page(board, f"{lang}/news/{name}")
        assert lost_words(visible_words(page.main), shown) == [], path.name


@pytest.mark.parametrize(
    ("files", "path", "words"),
    [
        (
            JEKYLL,
            "en/news/reading-corners",
            "A link, a form, an old page, the same site and nothing. Who can answer? Some words.",
        ),
        (HUGO, "en/news/first", "Text Say Part one See reading. {{plain}}"),
        (PELICAN, "nl/news/bericht", "Een bericht Tekst met en ander. Kop een"),
    ],
    ids=["Jekyll", "Hugo", "Pelican"],
)
def test_sites_of_other_generators(
    board: Path, tmp_path: Path, files: dict[str, str | bytes], path: str, words: str
) -> None:
    """Small sites are adopted and built, with the words of a post on its page."""
    picture = (tmp_path / "picture.png", open_documents.picture("navy", ""))
    data = re.search(r"<office:binary-data>([^<]*)<", picture[1])
    assert data is not None
    for name, text in files.items():
        target = tmp_path / "old" / name
        target.parent.mkdir(parents=True, exist_ok=True)
        png = open_documents.base64.b64decode(data[1])
        target.write_bytes(png if name.endswith(".png") else text if isinstance(text, bytes) else text.encode())
    done = run(board, "adopt", str(tmp_path / "old"), "--write")
    assert "Adopted: " in done.stdout, done.stderr
    finish(board)
    for one in board.glob("content/*/*/*.md"):
        text = re.sub(r"\?\?\? `[^`]*`", "", one.read_text("utf-8"))
        if "surveys" in one.parts:
            text = text.replace("\npublished:", f"\n{SURVEY}published:")
        one.write_text(text, "utf-8")
    built(board)
    assert lost_words(words, words_on_the_page(board, path)) == []
