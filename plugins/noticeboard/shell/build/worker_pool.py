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
from noticeboard.shell.terminal.program_messages import spoken

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

AHEAD = 4
"""Calls that each process is given before what it has done is taken."""

MOST = 16
"""Processes; more would wait for the one that gathers what they have done."""


class Serial(Executor):
    """An executor that runs each task at once, in this process."""

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:  # noqa: ANN401 - the interface of Executor
        """A future that is done; raises what the function raises."""
        future: Future[Any] = Future()
        future.set_result(fn(*args, **kwargs))
        return future


def processes(jobs: int, least: int) -> int:
    """How many processes to share that many jobs between; 1 for this one alone.

    As many as NOTICEBOARD_WORKERS says, else one for each processor, so that each has at least `least` jobs.
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
    """How processes are started: fork where it is safe, else spawn; NOTICEBOARD_START says otherwise.

    Fork is safe on Linux while no other thread runs; elsewhere libraries of the system may run some unseen.
    """
    given = os.environ.get("NOTICEBOARD_START", "")
    if given in multiprocessing.get_all_start_methods() and (given == "spawn" or can_fork()):
        return given
    return "fork" if can_fork() and sys.platform == "linux" and threading.active_count() == 1 else "spawn"


@contextmanager
def workers(number: int, initializer: Callable[..., object] | None = None, *given: object) -> Iterator[Executor]:
    """An executor with that many processes; this one does the work itself where the number is 1.

    A process that something else ends, such as the system for lack of memory, ends the command with one sentence.

    On a cluster the work is done by its workers, unless there is an initializer.

    `initializer` is called with `given` once in each other process; started by fork, those are not pickled. Whatever
    ends the block ends the processes.
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
    return spoken(
        "A process that shared the work was ended from outside, often for lack of memory ({number} were running)."
        " Use fewer, for example NOTICEBOARD_WORKERS=1 in the environment.",
        number=number,
    )


def in_order(executor: Executor, ahead: int, do: Callable[..., Any], calls: Iterable[tuple[Any, ...]]) -> Iterator[Any]:
    """What the function returns for each of the calls' arguments, in their order.

    At most `ahead` calls are given out before a result is taken, and a result that was taken is let go of: those of all
    calls together may take more memory than anything else.
    """
    waiting: deque[Future[Any]] = deque()
    for call in calls:
        waiting.append(executor.submit(do, *call))
        if len(waiting) >= ahead:
            yield waiting.popleft().result()
    while waiting:
        yield waiting.popleft().result()


def portions(sizes: Sequence[int], most: int) -> Iterator[range]:
    """The numbers of jobs of those sizes, cut into runs that each have `most` or little more, the last one less."""
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
    """Makes this process end as soon as the one that started it has."""
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
