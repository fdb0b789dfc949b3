"""Three rounds of a batch: twenty announcements, five languages, edits on both sides at the same time."""

from __future__ import annotations

import io
import json
import re
from random import Random
from typing import TYPE_CHECKING

import pytest
from babel.messages.pofile import read_po, write_po
from click.testing import CliRunner
from lxml import etree

from noticeboard.cli import main
from noticeboard.exchange.placeholders import TOKEN

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result

LANGUAGES = ("de", "fr", "nl", "pl", "sv")
FORMATS = {"de": "xliff", "fr": "xliff2", "nl": "po", "pl": "po", "sv": "xliff"}
ENGLISH = """\
---
title: Survey {n} on w{n}a
published: 2026-01-10
deadline: 2027-01-31
---

Lead {n} with [a link](../s{other}/ "Title {n}") and *emphasis {n}*.

## Part {n}

Text {n} goes on.

- first {n}
- second {n}
"""
_WORD = re.compile(r"[^\W_]+")


class Batch:
    """A project with its announcements, and the exported files."""

    def __init__(self, root: Path) -> None:
        """Writes the originals."""
        self.root = root
        self.chance = Random(19)  # noqa: S311 - edits, no secrets
        self.added = 0
        self.lost: set[str] = set()
        (root / "settings.py").write_text("PATH = 'content'\nOUTPUT_PATH = 'output'\nCACHE_PATH = 'cache'\n")
        (root / "content").mkdir()
        (root / "content/platform.yml").write_text(f"name: Board\nlanguages: [en, {', '.join(LANGUAGES)}]\n")
        for n in range(20):
            path = root / f"content/surveys/s{n}/en.md"
            path.parent.mkdir(parents=True)
            path.write_text(ENGLISH.format(n=n, other=(n + 1) % 20))

    def run(self, *arguments: str) -> Result:
        """The result of a command."""
        return CliRunner(env={"LANGUAGE": "", "SOURCE_DATE_EPOCH": "1796119200"}).invoke(
            main, [arguments[0], "-s", "settings.py", *arguments[1:]]
        )

    def texts(self) -> dict[str, str]:
        """Every version, by path."""
        return {
            p.relative_to(self.root / "content").as_posix(): p.read_text() for p in self.root.rglob("content/**/*.md")
        }

    def states(self) -> dict[tuple[str, str], str]:
        """The state of every version."""
        done = json.loads(self.run("status", "--format", "json").stdout)
        return {
            (one["announcement"], version["language"]): version["state"]
            for one in done["announcements"]
            for version in one["versions"]
        }

    def send(self) -> None:
        """Exports everything, each language in its own format."""
        for lang in LANGUAGES:
            done = self.run("export", "--all", "--language", lang, "--to", "out", "--format", FORMATS[lang])
            assert done.exit_code == 0, done.output

    def work(self, share: float) -> None:
        """Translates that share of the open messages, each into words of its language."""
        for path in sorted((self.root / "out").rglob("*.*")):
            lang = path.relative_to(self.root / "out").parts[0]
            translate = translated_po if path.suffix == ".po" else translated_xliff
            path.write_bytes(translate(path.read_bytes(), lang, lambda: self.chance.random() < share))

    def edit(self) -> None:
        """Changes originals, and edits versions by hand, before the import."""
        for path, text in sorted(self.texts().items()):
            original, draw, edited = path.endswith("/en.md"), self.chance.random(), text
            if draw < 0.4:
                self.added += 1
                where = self.chance.choice([i.end() for i in re.finditer(r"\.\n", text)] or [len(text)])
                sentence = f"\nAdded{self.added} {'here' if original else 'hand'}.\n"
                edited = text[:where] + sentence + text[where:]
            elif original and draw < 0.7:
                edited = re.sub(r"Text (\d+)( more)*", lambda m: f"{m[0]} more", text, count=1)
            (self.root / "content" / path).write_text(edited)


def spoken(text: str, lang: str) -> str:
    """The text in words of a language: each ends with the language's code, and markup stays."""
    at, pieces = 0, []
    for token in TOKEN.finditer(text):
        pieces += [_WORD.sub(rf"\g<0>{lang}", text[at : token.start()]), token[0]]
        at = token.end()
    return "".join([*pieces, _WORD.sub(rf"\g<0>{lang}", text[at:])])


def translated_po(data: bytes, lang: str, chosen: object) -> bytes:
    """A PO file in which the chosen open messages are translated."""
    catalogue = read_po(io.BytesIO(data))
    for message in catalogue:
        if message.id and message.context != "end" and (message.fuzzy or not message.string) and chosen():
            message.string = spoken(str(message.id), lang)
            message.flags.discard("fuzzy")
    out = io.BytesIO()
    write_po(out, catalogue, omit_header=True, width=0, include_previous=True)
    text = data.decode()
    return (text[: text.index("\n\n") + 2] + out.getvalue().decode()).encode()


def translated_xliff(data: bytes, lang: str, chosen: object) -> bytes:
    """An XLIFF file (any version) in which the chosen open messages are translated."""
    root = etree.fromstring(data)
    space = etree.QName(root).namespace
    first = space.endswith("1.2")
    for unit in root.iter(f"{{{space}}}{'trans-unit' if first else 'segment'}"):
        source, target = (unit.find(f"{{{space}}}{name}") for name in ("source", "target"))
        state = (target.get("state", "") if first else unit.get("state", "")) if target is not None else ""
        open_ = target is None or state in ("needs-review-translation", "initial")
        fixed = "no" in (unit.get("translate"), unit.getparent().get("translate"))
        if fixed or not open_ or not chosen():
            continue
        if target is not None:
            unit.remove(target)
        made = etree.fromstring(etree.tostring(source))
        made.tag, made.tail = f"{{{space}}}target", None
        for part in made.iter():
            part.text = part.text and spoken(part.text, lang)
            part.tail = part.tail and spoken(part.tail, lang)
        source.addnext(made)
        unit.attrib.pop("state", None)
        unit.attrib.pop("approved", None)
    return etree.tostring(root, encoding="utf-8")


@pytest.mark.long
def test_three_rounds_lose_nothing_and_call_nothing_current_that_is_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After every round all words are there, and current versions have no open message."""
    monkeypatch.chdir(tmp_path)
    batch = Batch(tmp_path)
    for share in (0.6, 0.8, 1.0):
        batch.send()
        batch.work(share)
        batch.edit()
        by_hand = {path: set(re.findall(r"Added\d+", text)) for path, text in batch.texts().items()}
        originals = {path: text for path, text in batch.texts().items() if path.endswith("/en.md")}
        imported = batch.run("import", "out")
        assert not isinstance(imported.exception, (AssertionError, KeyError, TypeError, ValueError)), imported.exception
        after = batch.texts()
        assert {path: text for path, text in after.items() if path.endswith("/en.md")} == originals
        for path, words in by_hand.items():
            assert words <= set(re.findall(r"Added\d+", after[path])), path
        for (key, lang), state in batch.states().items():
            if state == "current":
                assert_current(batch, key, lang)
    batch.send()
    batch.work(1.0)
    batch.run("import", "out")
    assert set(batch.states().values()) <= {"original", "current", "draft", "outdated"}
    assert sum(state == "current" for state in batch.states().values()) > 50


def assert_current(batch: Batch, key: str, lang: str) -> None:
    """Promises that the version has every word of the original in the version's language."""
    original, version = (batch.texts()[f"{key}/{name}.md"] for name in ("en", lang))
    body = original.partition("---\n\n")[2]
    body = re.sub(r"\]\([^\s)]*|[#*>\[\]()-]", " ", body)
    missing = {word for word in _WORD.findall(body) if f"{word}{lang}" not in version}
    assert missing == set(), (key, lang)
