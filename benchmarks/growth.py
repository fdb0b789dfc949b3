"""How time and memory grow with the number of texts, for a cold build, one without a change and one after an edit.

python -m benchmarks.growth --announcements 10,100,1000
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from benchmarks import for_noticeboard
from benchmarks.corpus import make_corpus
from benchmarks.measure import BuildFailed
from benchmarks.rounds import run_rounds
from benchmarks.table import aligned

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from benchmarks.rounds import Run

_MIB = 2**20
_HEAD = ("", "texts", "seconds", "processor", "ms a text", "peak MiB", "KiB a text")


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints the table; exits with 1 after one sentence if a build fails."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.growth", description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--announcements", default=(10, 100), type=_numbers, help="sizes to build (default: 10,100)")
    parser.add_argument("--languages", default=24, type=int, help="in how many languages (default: 24)")
    parser.add_argument("--timeout", default=3600, type=int, help="seconds that one build may take (default: 3600)")
    parser.add_argument("--folder", help="where the temporary folder is made (default: the system's place)")
    given = parser.parse_args(arguments)
    try:
        rows = [row for number in given.announcements for row in _rows(number, given)]
    except BuildFailed as fault:
        sys.stderr.write(f"{fault}\n")
        return 1
    sys.stdout.write(aligned([_HEAD, *rows]))
    return 0


def _numbers(text: str) -> tuple[int, ...]:
    return tuple(map(int, text.split(",")))


def _rows(number: int, given: argparse.Namespace) -> Iterator[tuple[str, ...]]:
    corpus = make_corpus(number, given.languages, 1)
    with TemporaryDirectory(prefix="noticeboard-growth-", dir=given.folder) as folder:
        project = for_noticeboard.prepare(corpus, Path(folder))
        for run in run_rounds(corpus, [project], 1, given.timeout):
            sys.stderr.write(f"{number} announcements, {run.scenario}: {run.usage.seconds:.1f} s\n")
            yield _row(run, number * given.languages)


def _row(run: Run, texts: int) -> tuple[str, ...]:
    usage = run.usage
    return (
        run.scenario,
        f"{texts:,}",
        f"{usage.seconds:.2f}",
        f"{usage.processor:.2f}",
        f"{1000 * usage.processor / texts:.2f}",
        f"{usage.memory / _MIB:.0f}",
        f"{usage.memory / 1024 / texts:.1f}",
    )


if __name__ == "__main__":
    sys.exit(main())
