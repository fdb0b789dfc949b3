"""Compares a build in one process with builds on 1, 2 and 4 dask workers on this machine: time and output.

python -m benchmarks.cluster --announcements 30 --workers 1,2,4
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import time
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from benchmarks import for_noticeboard
from benchmarks.corpus import make_corpus
from benchmarks.measure import BuildFailed, measure
from benchmarks.table import aligned

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


_PATIENCE = 60
_HEAD = ("", "seconds", "processor of the build", "of the workers", "same bytes")


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints the table; exits with 1 after one sentence if a build fails."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.cluster", description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--announcements", default=30, type=int, help="how many there are (default: 30)")
    parser.add_argument("--languages", default=24, type=int, help="in how many languages (default: 24)")
    parser.add_argument("--workers", default="1,2,4", help="how many workers, one after the other (default: 1,2,4)")
    parser.add_argument("--timeout", default=900, type=int, help="seconds that one build may take (default: 900)")
    given = parser.parse_args(arguments)
    with TemporaryDirectory(prefix="noticeboard-cluster-") as folder:
        try:
            rows = list(_rows(given, Path(folder)))
        except BuildFailed as fault:
            sys.stderr.write(f"{fault}\n")
            return 1
    sys.stdout.write(aligned([_HEAD, *rows]))
    return 0


def _rows(given: argparse.Namespace, folder: Path) -> Iterator[tuple[str, ...]]:
    corpus = make_corpus(given.announcements, given.languages, 1)
    project = for_noticeboard.prepare(corpus, folder, single_process=True)
    usage = measure(project.command, project.folder, project.environment, given.timeout)
    expected = _bytes(project.output)
    yield "one process", f"{usage.seconds:.1f}", f"{usage.processor:.1f}", "", ""
    for number in map(int, given.workers.split(",")):
        for made in (project.output, *project.caches):
            shutil.rmtree(made)
        with _cluster(folder, number) as (address, workers):
            before = _spent(workers)
            command = [*project.command[:4], "--cluster", address, *project.command[4:]]
            usage = measure(command, project.folder, project.environment, given.timeout)
            after = _spent(workers)
        same = "yes" if _bytes(project.output) == expected else "no"
        yield f"{number} workers", f"{usage.seconds:.1f}", f"{usage.processor:.1f}", f"{after - before:.1f}", same


@contextmanager
def _cluster(folder: Path, number: int) -> Iterator[tuple[str, list[int]]]:
    """The address of a scheduler with that many workers, and the workers' process ids; all end with the block."""
    file = folder / "scheduler.json"
    started = [_started("dask_scheduler", "--host", "127.0.0.1", "--port", "0", "--scheduler-file", str(file))]
    try:
        _wait_for(file)
        alone = ("--nthreads", "1", "--no-nanny", "--local-directory", str(folder))
        started += [_started("dask_worker", "--scheduler-file", str(file), *alone) for _ in range(number)]
        time.sleep(number + 2)
        yield f"file:{file}", [one.pid for one in started[1:]]
    finally:
        for one in started:
            one.kill()
            one.wait()
        file.unlink(missing_ok=True)


def _started(name: str, *options: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", f"distributed.cli.{name}", "--no-dashboard", *options]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # noqa: S603 - made here


def _wait_for(file: Path) -> None:
    ends = time.monotonic() + _PATIENCE
    while not file.exists():
        if time.monotonic() > ends:
            message = "The scheduler did not start: is dask.distributed installed?"
            raise BuildFailed(message)
        time.sleep(0.1)


def _spent(processes: list[int]) -> float:
    """The processor seconds of processes so far (user and system time in /proc/PID/stat, in hundredths)."""
    stats = (Path("/proc", str(one), "stat").read_text().rpartition(")")[2].split() for one in processes)
    return sum(int(found[11]) + int(found[12]) for found in stats) / 100


def _bytes(output: Path) -> dict[str, str]:
    """The digest of every file below a folder, by path."""
    files = (path for path in output.rglob("*") if path.is_file())
    return {path.relative_to(output).as_posix(): sha256(path.read_bytes()).hexdigest() for path in files}


if __name__ == "__main__":
    sys.exit(main())
