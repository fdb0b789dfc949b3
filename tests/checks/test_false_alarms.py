"""Realistic texts without faults: any problem that a rule reports in them is a false alarm."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from noticeboard.languages.language_data import OFFICIAL

if TYPE_CHECKING:
    from collections.abc import Callable

SENTENCES = Path(__file__).resolve().parents[1] / "languages" / "sentences"
CORPUS = Path(__file__).resolve().parent / "corpus"
TRAPS = Path(__file__).resolve().parent / "traps"


def test_no_rule_reports_anything_in_the_corpus(checked: Callable) -> None:
    """It has calls, results and news with figures, dates, times, tables, lists and links in 24 languages."""
    assert [(p.location, p.name, p.full_message) for p in checked(CORPUS)] == []


def test_rules_do_not_fall_into_traps(checked: Callable) -> None:
    """Sixty texts in 24 languages say the same in other words; two sentences look like lists."""
    found = [(p.location.path, p.name) for p in checked(TRAPS)]
    accidental = ["news/mentors/hu.md", "news/then-and-now/et.md"]
    assert found == [(path, "accidental-list") for path in accidental]


def test_the_corpus_is_large_enough() -> None:
    """There are at least thirty texts, and at least one in each official language."""
    texts = list(CORPUS.rglob("*.md"))
    assert (len(texts) >= 30, {t.stem for t in texts}) == (True, set(OFFICIAL))


def test_added_languages_raise_no_alarm(checked: Callable, tmp_path: Path) -> None:
    """In sentences as people type them in further languages, only addresses that are no links are reported."""
    files = {path.stem: path for path in SENTENCES.glob("*.txt") if path.stem not in OFFICIAL}
    (folder := tmp_path / "added").mkdir()
    offered = ", ".join(["en", *sorted(files)])
    (folder / "platform.yml").write_text(f"name: N\ndefault_language: en\nlanguages: [{offered}]\n", encoding="utf-8")
    for tag, path in files.items():
        typed = "\n\n".join(block.split("\n")[0] for block in path.read_text(encoding="utf-8").split("\n\n"))
        (text := folder / "news" / tag.lower() / f"{tag}.md").parent.mkdir(parents=True)
        header = f"---\ntitle: N {tag}\npublished: 2026-11-01\nlanguages: [{tag}]\n---\n"
        text.write_text(f"{header}{typed}\n", encoding="utf-8")
    assert {p.name for p in checked(folder)} == {"bare-address"}
