"""Serial and parallel work, both with the interface of concurrent.futures."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
from collections import deque
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, suppress
from multiprocessing.connection import wait
from typing import TYPE_CHECKING, Any

from noticeboard.shell.build.cluster import cluster
from noticeboard.shell.operating_system import can_fork
from noticeboard.shell.terminal.program_messages import gettext

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

AHEAD = 4
"""How many calls each process is given before their results are taken."""

MOST = 16
"""The most processes; more would wait for the one that collects their results."""


class Serial(Executor):
    """An executor that runs each task at once, in this process."""

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:  # noqa: ANN401 - the interface of Executor
        """A future that is done; raises what the function raises."""
        future: Future[Any] = Future()
        future.set_result(fn(*args, **kwargs))
        return future


def processes(jobs: int, least: int) -> int:
    """How many processes to use for that many jobs; 1 means this process alone.

    It is NOTICEBOARD_WORKERS if that is set, else one per processor, as long as each has at least `least` jobs.
    """
    spread = cluster()
    if spread:
        return max(2, min(spread.width, jobs))
    given = os.environ.get("NOTICEBOARD_WORKERS", "")
    if given.isdecimal():
        return max(1, min(int(given), jobs, MOST))
    return max(1, min(_processors(), jobs // least, MOST))


def _processors() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def method() -> str:
    """How processes are started: by fork where it is safe, else by spawn; NOTICEBOARD_START overrides it.

    Fork is safe on Linux while no other thread runs; elsewhere system libraries may run hidden threads.
    """
    given = os.environ.get("NOTICEBOARD_START", "")
    if given in multiprocessing.get_all_start_methods() and (given == "spawn" or can_fork()):
        return given
    return "fork" if can_fork() and sys.platform == "linux" and threading.active_count() == 1 else "spawn"


@contextmanager
def workers(number: int, initializer: Callable[..., object] | None = None, *given: object) -> Iterator[Executor]:
    """An executor with that many processes; with 1, this process does the work itself.

    If something else ends a process, such as the system for lack of memory, the command ends with one sentence. With a
    cluster the work is done by its workers, unless there is an initializer. `initializer` is called with `given` once
    in each other process; after a fork nothing is pickled for that. The processes end with the block.
    """
    if number == 1:
        yield Serial()
        return
    if (spread := cluster()) and not initializer:
        yield spread.executor
        return
    begin: Callable[..., object] = _begin
    pool = ProcessPoolExecutor(number, multiprocessing.get_context(method()), begin, (initializer, *given))
    try:
        yield pool
    except BrokenProcessPool as fault:
        _end(pool)
        raise SystemExit(_ended(number)) from fault
    except BaseException:
        _end(pool)
        raise
    pool.shutdown()


def _ended(number: int) -> str:
    """The sentence for a process that something else ended."""
    return gettext(
        "A process that shared the work was ended from outside, often for lack of memory ({number} were running)."
        " Use fewer, for example NOTICEBOARD_WORKERS=1 in the environment.",
        number=number,
    )


def in_order(executor: Executor, ahead: int, do: Callable[..., Any], calls: Iterable[tuple[Any, ...]]) -> Iterator[Any]:
    """Yields the function's result for each call's arguments, in order.

    At most `ahead` calls are given out before a result is taken, and results are not kept: those of all calls together
    may need more memory than anything else.
    """
    waiting: deque[Future[Any]] = deque()
    for call in calls:
        waiting.append(executor.submit(do, *call))
        if len(waiting) >= ahead:
            yield waiting.popleft().result()
    while waiting:
        yield waiting.popleft().result()


def portions(sizes: Sequence[int], most: int) -> Iterator[range]:
    """The indices of jobs with those sizes, in runs of `most` or slightly more each; the last may be smaller."""
    first = size = 0
    for number, own in enumerate(sizes, 1):
        size += own
        if size >= most or number == len(sizes):
            yield range(first, number)
            first, size = number, 0


def _begin(initializer: Callable[..., object] | None, *given: object) -> None:
    """Makes this process end with the one that started it, and at once on Ctrl-C."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    end_with_parent()
    if initializer:
        initializer(*given)


def end_with_parent() -> None:
    """Makes this process end as soon as its parent has ended."""
    threading.Thread(target=_follow, daemon=True).start()


def _follow() -> None:
    parent = multiprocessing.parent_process()
    if parent:
        wait([parent.sentinel])
        os._exit(1)


def _end(pool: ProcessPoolExecutor) -> None:
    # The pool itself would wait for what is being done. The processes end first: one that has just begun would miss
    # what the pool takes away, and print that. Then the pool's thread has nothing to wait for; one that still ran when
    # the program ends could print that its pipe is closed.
    children = list((getattr(pool, "_processes", None) or {}).values())
    for child in children:
        with suppress(OSError):
            child.kill()
    for child in children:
        child.join()
    pool.shutdown(cancel_futures=True)
