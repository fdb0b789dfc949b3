"""Every translation of the demo is exported and imported in every format without changing a byte."""

from __future__ import annotations

from pathlib import Path

import pytest
from returned_files import parse_returned

from noticeboard.exchange.exchange_formats import FORMATS
from noticeboard.exchange.import_result import import_result
from noticeboard.exchange.units import units
from noticeboard.exchange.version_document import read_translation, read_version_document
from noticeboard.markdown.segments.stamps import changes, digests, renewed
from noticeboard.model import Severity

CONTENT = Path(__file__).resolve().parents[2] / "content"
VERSIONS = [path for path in sorted(CONTENT.glob("*/*/*.md")) if "\ntranslates: {" in path.read_text(encoding="utf-8")]


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_every_translation_comes_back_as_it_was(name: str) -> None:
    """All translations in 23 languages do."""
    assert len(VERSIONS) > 60
    assert len({path.stem for path in VERSIONS}) > 20
    for path in VERSIONS:
        source = path.with_name("en.md")
        key = path.relative_to(CONTENT).as_posix()
        original = read_version_document(source.read_bytes(), source.relative_to(CONTENT).as_posix())
        data = path.read_bytes()
        sent = FORMATS[name].write(units(original, read_translation(data, key, original), {}), key, original)
        returned, problems = parse_returned(sent, key)
        assert returned is not None, problems
        result = import_result(returned, original, data, {})
        assert result.data == data, key
        assert [p for p in result.problems if p.severity is Severity.ERROR] == []


def test_old_stamps_still_work() -> None:
    """One version of the demo is outdated; all others are current by the stamps they have had from the start."""
    moved = []
    for path in VERSIONS:
        source = path.with_name("en.md")
        original = read_version_document(source.read_bytes(), "surveys/a/en.md")
        stamp = digests(path.read_text(encoding="utf-8").partition('digest: "')[2].partition('"')[0])
        assert stamp is not None
        if any(change.counts for change in changes(renewed(stamp, original.segments), original.digests)):
            moved.append(path.relative_to(CONTENT).as_posix())
    assert moved == ["surveys/language-classes/hu.md"]
