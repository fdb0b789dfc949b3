"""Tasks of a cluster that loses workers."""

from __future__ import annotations

from concurrent.futures import CancelledError, Executor, Future
from typing import Any

import pytest

from noticeboard.shell.build.cluster import CheckedExecutor, SharedValue
from noticeboard.shell.build.program_digest import program_digest


class Workers(Executor):
    """Workers that lose every value that was sent to them, a given number of times."""

    def __init__(self, losses: int) -> None:
        """Takes how often they lose it."""
        self.losses, self.sent, self.lost = losses, list[str](), set[str]()

    def send(self, value: object) -> str:
        """A stand-in for the value."""
        self.sent.append(f"{value} {len(self.sent)}")
        return self.sent[-1]

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:  # noqa: ANN401 - the interface of Executor
        """A future that is done, or one that is cancelled because its value was lost."""
        if self.losses and self.sent[-1] not in self.lost:
            self.losses -= 1
            self.lost.add(self.sent[-1])
        future = Future[Any]()
        if self.lost.intersection(map(str, args)):
            future.set_exception(CancelledError())
        else:
            future.set_result(fn(*args, **kwargs))
        return future


def test_a_value_that_is_lost_is_sent_again_once_for_all_tasks() -> None:
    """Every task uses the value sent last, also those given out before the loss was known."""
    workers = Workers(losses=1)
    value = SharedValue(workers.send, "renderer")
    executor = CheckedExecutor(workers, program_digest(), (CancelledError,))
    tasks = [executor.submit("{} for {}".format, value, page) for page in ("a", "b")]
    assert [task.result() for task in tasks] == ["renderer 1 for a", "renderer 1 for b"]
    assert workers.sent == ["renderer 0", "renderer 1"]


def test_workers_that_are_lost_again_and_again_end_the_build_with_a_sentence() -> None:
    """Nobody waits for ever, and there is no traceback."""
    workers = Workers(losses=99)
    value = SharedValue(workers.send, "renderer")
    task = CheckedExecutor(workers, program_digest(), (CancelledError,)).submit("{}".format, value)
    with pytest.raises(SystemExit, match="Give each more memory"):
        task.result()
