"""How time grows with many of one thing: terms, announcements in a year, versions, or links in a text.

python -m benchmarks.multitudes --rounds 3
"""

from __future__ import annotations

import argparse
import sys
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from benchmarks.corpus import TODAY
from benchmarks.facts import ROOT
from benchmarks.for_noticeboard import SINGLE_PROCESS
from benchmarks.measure import BuildFailed, measure
from benchmarks.multitude_content import MULTITUDES
from benchmarks.table import aligned

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from benchmarks.multitude_content import Multitude

_SETTINGS = """\
import sys
sys.path.insert(0, {plugins!r})
from noticeboard.defaults import *
"""
_HEAD = ("", "few", "many", "times as many", "few, processor s", "many, processor s", "times as long", "limit")
_TIMEOUT = 1800


@dataclass(slots=True)
class _Site:
    """A site with a number of one thing, the text to edit, and the processor seconds that its commands took."""

    folder: Path
    text: Path
    took: dict[str, list[float]] = field(default_factory=dict)

    def run(self, told: str, command: str, environment: Mapping[str, str] = SINGLE_PROCESS) -> None:
        """Runs a command, in a single process by default."""
        options = ("content",) if command == "build" else ()
        given = (sys.executable, "-m", "noticeboard", command, *options, "-s", "settings.py", "--today", TODAY)
        usage = measure(given, self.folder, {"PYTHONPATH": str(ROOT / "plugins"), **environment}, _TIMEOUT)
        self.took.setdefault(told, []).append(usage.processor)

    def edit(self, number: int) -> None:
        """Adds a paragraph to the text."""
        with self.text.open("a", encoding="utf-8") as file:
            file.write(f"\nA paragraph of round {number}.\n")


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints the table; exits with 1 if a command fails or takes longer than its limit."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.multitudes", description=(__doc__ or "").split("\n", 1)[0]
    )
    parser.add_argument("--rounds", default=3, type=int, help="how often each command runs after an edit (default: 3)")
    parser.add_argument("--brief", action="store_true", help="one round; no cold checks, and all processors for builds")
    parser.add_argument("--only", choices=[m.name.split(" ")[0] for m in MULTITUDES], help="measure only this")
    given = parser.parse_args(arguments)
    try:
        some = [m for m in MULTITUDES if m.name.startswith(given.only or "")]
        found = [row for m in some for row in _rows(m, 1 if given.brief else given.rounds, brief=given.brief)]
    except BuildFailed as fault:
        sys.stderr.write(f"{fault}\n")
        return 1
    sys.stdout.write(aligned([_HEAD, *(row for row, _ in found)]))
    return 0 if all(kept for _, kept in found) else 1


def _rows(multitude: Multitude, rounds: int, *, brief: bool) -> Iterator[tuple[tuple[str, ...], bool]]:
    """What each command took with the small and the large number, and whether that is within its limit."""
    with TemporaryDirectory(prefix="noticeboard-benchmark-") as folder:
        few, many = (
            _prepared(multitude, Path(folder) / str(count), count) for count in (multitude.few, multitude.many)
        )
        for command in ("build",) if brief else ("check", "build"):
            for site in (few, many):
                site.run(f"{command}, cold", command, {} if brief else SINGLE_PROCESS)
        for number in range(rounds):
            # The two take turns, so that other work on the machine slows both alike.
            for told, command in (("check, one edit", "check"), ("build, one edit", "build")):
                for site in (few, many) if number % 2 else (many, few):
                    site.edit(number)
                    site.run(told, command)
        for told in few.took:
            yield _row(multitude, told, few.took[told], many.took[told])


def _prepared(multitude: Multitude, folder: Path, count: int) -> _Site:
    text = multitude.write(folder / "content", count)
    (folder / "settings.py").write_text(_SETTINGS.format(plugins=str(ROOT / "plugins")), "utf-8")
    return _Site(folder, text)


def _row(multitude: Multitude, told: str, few: Sequence[float], many: Sequence[float]) -> tuple[tuple[str, ...], bool]:
    ratio = median(more / less for less, more in zip(few, many, strict=True))
    limit = multitude.limit(told)
    row = (
        f"{multitude.name}: {told}",
        f"{multitude.few:,}",
        f"{multitude.many:,}",
        f"{multitude.many / multitude.few:.0f}",
        f"{median(few):.2f}",
        f"{median(many):.2f}",
        f"{ratio:.2f}",
        f"{limit:.1f}",
    )
    sys.stderr.write(f"{row[0]}: {row[4]} s, {row[5]} s\n")
    return row, ratio <= limit


if __name__ == "__main__":
    sys.exit(main())
