"""Has the site built whenever it is asked to, one build after the other, and publishes what comes of it."""

from __future__ import annotations

from pathlib import Path
from threading import Condition, Lock
from time import time
from typing import TYPE_CHECKING

from noticeboard.shell.preview.build_process import RequestSuperseded, Worker, WorkerDied
from noticeboard.shell.preview.change_effects import Effect, WatchedPaths
from noticeboard.shell.preview.preview_request import ended
from noticeboard.shell.preview.watcher import Watcher
from noticeboard.shell.preview.worker_result import result

if TYPE_CHECKING:
    from noticeboard.shell.preview.preview_request import PreviewRequest
    from noticeboard.shell.preview.preview_state import PreviewState


_TURN = 10.0
"""Seconds after which the clock is looked at again."""


class Builder:
    """Runs requested builds in order; requests during a build lead to one build after it."""

    def __init__(self, request: PreviewRequest, state: PreviewState) -> None:
        """Takes what to build and where to publish it."""
        self._request, self._state = request, state
        self._condition = Condition()
        self._wanted = Effect.RESTART
        self._closed = False
        self._due: float | None = None
        self._worker: Worker | None = None
        self._working = Lock()
        self._watcher = Watcher(self.ask)

    def ask(self, effect: Effect) -> None:
        """Asks for a build, or for one by a fresh process."""
        with self._condition:
            self._wanted = max(self._wanted, effect)
            self._condition.notify_all()

    def close(self) -> None:
        """Ends `run`, which may be waiting for a build."""
        with self._condition:
            self._closed = True
            self._condition.notify_all()

    def run(self) -> None:
        """Builds until it is closed, then ends its process and its threads."""
        try:
            while (wanted := self._next()) is not Effect.NOTHING:
                with self._working:
                    self._state.begin()
                    self._build(fresh=wanted is Effect.RESTART)
        finally:
            self._watcher.close()
            with self._working:
                self._end_worker()

    def comparison(self, address: str) -> str | None:
        """The page that compares a version with its original, after the current build; "" if there is none.

        None if it cannot be made now: the site has errors, or the preview ends.
        """
        with self._working:
            try:
                page = self._worker.answer(f"compare {address}", self._is_superseded) if self._worker else None
            except RequestSuperseded:
                return None
            except WorkerDied:
                self._worker = None
                return None
        return None if page is None else str(page)

    def _next(self) -> Effect:
        """The next build that is asked for, or that the clock makes necessary; NOTHING once the builder is closed."""
        with self._condition:
            # In short waits, because a wait does not progress while the computer sleeps, but its clock does.
            while not (self._closed or self._wanted):
                self._condition.wait(_TURN)
                self._wanted = max(self._wanted, self._by_the_clock())
            wanted, self._wanted = self._wanted, Effect.NOTHING
            return Effect.NOTHING if self._closed else wanted

    def _by_the_clock(self) -> Effect:
        """A build, once, when the time has come at which the site changes by itself."""
        if self._due is None or time() < self._due:
            return Effect.NOTHING
        self._due = None
        return Effect.BUILD

    def _is_superseded(self) -> bool:
        """Whether a running build need not be awaited: its code has changed, or all ends."""
        return self._closed or self._wanted is Effect.RESTART

    def _build(self, *, fresh: bool) -> None:
        try:
            worker = self._fresh() if fresh or not self._worker else self._worker
            told = worker.answer("build", self._is_superseded)
        except RequestSuperseded:
            self._state.rest()
            return
        except WorkerDied as gone:
            self._worker = None
            told = result([ended(self._request, gone.code)], None, changed=False)
        self._due = None if self._request.is_of_one_day else told.get("due")
        folder = Path(told["folder"]) if told["folder"] else None
        self._state.publish(told["report"], folder, changed=told["changed"], comparisons=told.get("comparisons"))

    def _fresh(self) -> Worker:
        """A new process, whose folders are watched from now on."""
        self._end_worker()
        self._worker = worker = Worker(self._request)
        watched = worker.answer("watch", self._is_superseded)
        self._watcher.watch(WatchedPaths(**{name: tuple(paths) for name, paths in watched.items()}))
        return worker

    def _end_worker(self) -> None:
        worker, self._worker = self._worker, None
        if worker:
            worker.end()
