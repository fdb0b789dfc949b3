"""How long `noticeboard status` takes for the generated corpus with every translation stamped.

python -m benchmarks.status --announcements 100 --languages 24 --rounds 5
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from benchmarks.content import text_path, write_content
from benchmarks.corpus import DEFAULT_LANGUAGE, TODAY, make_corpus
from benchmarks.facts import ROOT
from benchmarks.measure import BuildFailed, Usage, measure
from benchmarks.table import aligned

sys.path.insert(0, str(ROOT / "plugins"))

from noticeboard.markdown.segments.stamps import joined
from noticeboard.site.segment_texts import segmented
from noticeboard.sources.front_matter_edit import set_key

if TYPE_CHECKING:
    from collections.abc import Sequence

    from benchmarks.corpus import Corpus

_SETTINGS = """\
import sys
sys.path.insert(0, {plugins!r})
PATH = "content"
THEME = {theme!r}
OUTPUT_PATH = "output"
CACHE_PATH = "cache"
"""
_TIMEOUT = 900


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints the table; exits with 1 after one sentence if the command fails."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.status", description=(__doc__ or "").split("\n", 1)[0])
    for name, default in (("announcements", 100), ("languages", 24), ("rounds", 5), ("seed", 1)):
        parser.add_argument(f"--{name}", default=default, type=int, metavar="N", help=f"default: {default}")
    given = parser.parse_args(arguments)
    try:
        with TemporaryDirectory(prefix="noticeboard-benchmark-") as folder:
            corpus = make_corpus(given.announcements, given.languages, given.seed)
            sys.stdout.write(aligned(_rows(corpus, Path(folder), given.rounds)))
    except BuildFailed as fault:
        sys.stderr.write(f"{fault}\n")
        return 1
    return 0


def _rows(corpus: Corpus, folder: Path, rounds: int) -> list[tuple[str, ...]]:
    _prepare(corpus, folder)
    first = [_status(folder)]
    same = [_status(folder) for _ in range(rounds)]
    edited = []
    for number in range(rounds):
        text = text_path(folder / "content", corpus.announcements[0], DEFAULT_LANGUAGE)
        text.write_text(f"{text.read_text('utf-8')}\nEdit {number}.\n", "utf-8")
        edited.append(_status(folder))
    head = ("noticeboard status", "seconds", "min", "max", "processor")
    named = {"first time": first, "nothing changed": same, "one text edited": edited}
    return [head, *(_row(name, found) for name, found in named.items())]


def _row(name: str, found: Sequence[Usage]) -> tuple[str, ...]:
    seconds = [usage.seconds for usage in found]
    values = (median(seconds), min(seconds), max(seconds), median(usage.processor for usage in found))
    return (name, *(f"{value:.2f}" for value in values))


def _status(folder: Path) -> Usage:
    command = (sys.executable, "-m", "noticeboard", "status", "-s", "settings.py", "--today", TODAY)
    return measure(command, folder, {"PYTHONPATH": str(ROOT / "plugins")}, _TIMEOUT)


def _prepare(corpus: Corpus, folder: Path) -> None:
    """The corpus as a project in which every translation is stamped with its current original."""
    write_content(corpus, folder / "content")
    settings = _SETTINGS.format(plugins=str(ROOT / "plugins"), theme=str(ROOT / "theme"))
    (folder / "settings.py").write_text(settings, "utf-8")
    for item in corpus.announcements:
        original = text_path(folder / "content", item, DEFAULT_LANGUAGE).read_bytes()
        digest = joined(piece.segment.digest for piece in segmented(original))
        for lang in corpus.languages:
            if lang != DEFAULT_LANGUAGE:
                path = text_path(folder / "content", item, lang)
                value = {"language": DEFAULT_LANGUAGE, "digest": digest}
                path.write_bytes(set_key(path.read_bytes(), "translates", value, after="title"))


if __name__ == "__main__":
    sys.exit(main())
