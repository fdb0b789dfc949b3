"""Builds the same generated corpus with Noticeboard, plain Pelican and Hugo in turn, and compares the times.

    python -m benchmarks.run --announcements 100 --languages 24 --rounds 3 --generators noticeboard,pelican,hugo

README.md in this folder says what is measured, and in what the generators differ.
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
from functools import partial
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from benchmarks import for_hugo, for_noticeboard, for_pelican
from benchmarks.corpus import make_corpus
from benchmarks.floors import floors
from benchmarks.measure import BuildFailed
from benchmarks.rounds import run_rounds
from benchmarks.table import aligned, ratios, times

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from benchmarks.corpus import Corpus
    from benchmarks.project import Project
    from benchmarks.rounds import Run

GENERATORS = ("noticeboard", "pelican", "hugo")

_NUMBERS = (
    ("announcements", 100, "how many there are"),
    ("languages", 24, "in how many languages, 1 to 24"),
    ("rounds", 3, "how often all is measured"),
    ("seed", 1, "another number gives other texts"),
    ("timeout", 900, "seconds that one build may take"),
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints the tables; exits with 1 after one sentence if a build fails."""
    given = _parser().parse_args(arguments)
    corpus = make_corpus(given.announcements, given.languages, given.seed)
    sys.stdout.write(_heading(corpus, given.rounds))
    try:
        with TemporaryDirectory(prefix="noticeboard-benchmark-", dir=given.folder) as folder:
            runs = list(_told(corpus, given, Path(folder)))
            sys.stdout.write(f"\n{times(runs)}\n{ratios(runs)}")
            if given.floors:
                sys.stdout.write(f"\n{aligned(floors(corpus, Path(folder)))}")
    except (BuildFailed, FileNotFoundError) as fault:
        sys.stderr.write(f"{fault}\n")
        return 1
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.run", description=(__doc__ or "").split("\n", 1)[0])
    for name, default, meaning in _NUMBERS:
        text = f"{meaning} (default: {default})"
        parser.add_argument(f"--{name}", default=default, type=_positive, metavar="N", help=text)
    parser.add_argument("--generators", default=GENERATORS, type=_generators, help="default: noticeboard,pelican,hugo")
    parser.add_argument("--single-process", action="store_true", help="let Noticeboard do without workers")
    parser.add_argument("--no-floors", dest="floors", action="store_false", help="leave out the floors")
    parser.add_argument("--folder", help="where the temporary folder is made (default: the system's place)")
    return parser


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        message = f"{text} is less than 1"
        raise argparse.ArgumentTypeError(message)
    return number


def _generators(text: str) -> tuple[str, ...]:
    names = tuple(text.split(","))
    unknown = [name for name in names if name not in GENERATORS]
    if unknown:
        message = f"{unknown[0]!r} is none of {', '.join(GENERATORS)}"
        raise argparse.ArgumentTypeError(message)
    return names


def _heading(corpus: Corpus, rounds: int) -> str:
    count, languages = len(corpus.announcements), len(corpus.languages)
    installed = [f"{name} {found}" for name in ("pelican", "hugo") if (found := _version(name))]
    return (
        f"{count:,} announcements in {languages} languages: {count * languages:,} texts; rounds: {rounds}.\n"
        f"{', '.join((f'python {platform.python_version()}', *installed))}; {os.cpu_count()} processors.\n"
    )


def _version(package: str) -> str:
    """The version of an installed package; "" if it is not installed."""
    try:
        return version(package)
    except PackageNotFoundError:
        return ""


def _told(corpus: Corpus, given: argparse.Namespace, folder: Path) -> Iterator[Run]:
    """The runs, each printed on standard error when it is done."""
    projects = [_prepared(name, given, corpus, folder / name) for name in given.generators]
    for run in run_rounds(corpus, projects, given.rounds, given.timeout):
        done = f"{run.usage.seconds:6.2f} s, {run.written} of {run.files} files written"
        sys.stderr.write(f"round {run.round + 1}, {run.scenario}, {run.generator}: {done}\n")
        yield run


def _prepared(name: str, given: argparse.Namespace, corpus: Corpus, folder: Path) -> Project:
    prepare: dict[str, Callable[[Corpus, Path], Project]] = {
        "noticeboard": partial(for_noticeboard.prepare, single_process=given.single_process),
        "pelican": for_pelican.prepare,
        "hugo": for_hugo.prepare,
    }
    folder.mkdir()
    return prepare[name](corpus, folder)


if __name__ == "__main__":
    sys.exit(main())
