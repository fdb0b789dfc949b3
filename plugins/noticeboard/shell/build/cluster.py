"""Work on the workers of a dask.distributed scheduler, with the interface of concurrent.futures.

A build uses them if NOTICEBOARD_CLUSTER names a scheduler, or is `local`, which starts one on this machine. Tasks
contain everything they need, so workers share no disk. The scheduler gives the tasks of a lost worker to another one.
dask is imported only if it is used.
"""

from __future__ import annotations

import logging
import os
from concurrent.futures import CancelledError, Executor, Future
from functools import cache, partial
from importlib import import_module
from typing import TYPE_CHECKING, Any

from noticeboard.shell.build.program_digest import program_digest
from noticeboard.shell.terminal.program_messages import gettext

if TYPE_CHECKING:
    from collections.abc import Callable

_FILE = "file:"
"""The beginning of an address that names dask's scheduler file."""

_SECONDS = 30
"""How many seconds to wait for the scheduler, and for its first worker."""


_TRIES = 5
"""How often to try to send a value to all workers, and to have a task done: workers can be lost meanwhile."""


class OtherVersion(Exception):  # noqa: N818 - it is named after what it says
    """A worker has another version of the program, of a library or of Python; raised on that worker."""


class SharedValue:
    """A value that many tasks need: sent to each worker once, and again if all workers that had it are lost."""

    def __init__(self, send: Callable[[object], object], value: object) -> None:
        """`send` sends the value and returns what stands for it in the arguments of tasks."""
        self._send, self._value = send, value
        self.sent = send(value)

    def renew(self, lost: object) -> None:
        """Sends the value again, unless it has been sent since the `lost` one."""
        if self.sent is lost:
            self.sent = self._send(self._value)


class _LastingFuture(Future[Any]):
    """A task's result. A task whose worker or whose shared value was lost is given out again."""

    def __init__(
        self, submit: Callable[..., Future[Any]], lost: tuple[type[BaseException], ...], *args: object
    ) -> None:
        super().__init__()
        self._submit, self._lost, self._args = submit, lost, args
        self._begin()

    def _begin(self) -> None:
        self._sent = [(arg, arg.sent) for arg in self._args if isinstance(arg, SharedValue)]
        self._running = self._submit(*(arg.sent if isinstance(arg, SharedValue) else arg for arg in self._args))

    def result(self, timeout: float | None = None) -> Any:  # noqa: ANN401 - whatever the task gives
        """The result of the task; ends the command with one sentence if workers are lost again and again."""
        for _ in range(_TRIES):
            try:
                return self._running.result(timeout)
            except self._lost:
                for value, sent in self._sent:
                    value.renew(sent)
                self._begin()
        message = (
            "Workers of the cluster were lost {number} times during the same task. Give each more memory, then build"
            " again."
        )
        raise SystemExit(gettext(message, number=_TRIES))


class CheckedExecutor(Executor):
    """An executor whose workers, including later ones, must have this program."""

    def __init__(self, executor: Executor, program: str, lost: tuple[type[BaseException], ...]) -> None:
        """`program` is the digest of this one; `lost` are the faults of tasks whose workers are gone."""
        self._executor, self._program, self._lost = executor, program, lost

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:  # noqa: ANN401 - the interface of Executor
        """A future, which raises OtherVersion if the worker has another program."""
        if kwargs:
            fn = partial(fn, **kwargs)
        return _LastingFuture(self._executor.submit, self._lost, _checked, self._program, fn, *args)


def _checked(program: str, do: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - whatever is done
    """Calls the function and returns its result; raises OtherVersion if this worker has another program."""
    if _own_program() != program:
        message = "A worker has another version of Noticeboard, a library or Python."
        raise OtherVersion(message)
    return do(*args, **kwargs)


# A process does not load its code again, and reading all of it takes longer than many tasks.
@cache
def _own_program() -> str:
    return program_digest()


def _distributed() -> Any:  # noqa: ANN401 - dask has no type hints
    """dask.distributed, which most builds do not need; ends the command with one sentence if it is missing."""
    try:
        distributed = import_module("distributed")
    except ImportError as fault:
        command = "pip install --constraint constraints.txt 'noticeboard[cluster]'"
        raise SystemExit(gettext("A cluster needs dask. Install it: {command}", command=command)) from fault
    logging.getLogger("distributed").setLevel(logging.CRITICAL)
    return distributed


def _client(distributed: Any, address: str) -> Any:  # noqa: ANN401 - as above
    if address.startswith(_FILE):
        return distributed.Client(scheduler_file=address.removeprefix(_FILE), timeout=_SECONDS)
    local = address == "local"
    here = distributed.LocalCluster(threads_per_worker=1, dashboard_address=None) if local else address
    return distributed.Client(here, timeout=_SECONDS)


class Cluster:
    """The workers of a scheduler. All must have this program, with the same versions of its libraries."""

    def __init__(self, address: str) -> None:
        """Connects; ends the command with one sentence if that fails or if a worker has another program."""
        distributed = _distributed()
        try:
            self._client = _client(distributed, address)
            self._client.wait_for_workers(1, timeout=_SECONDS)
        except (OSError, TimeoutError, ValueError) as fault:
            message = "The cluster {address} cannot be used: {reason}"
            raise SystemExit(gettext(message, address=address, reason=fault)) from fault
        self._program = _own_program()
        self._check_programs()

    def _check_programs(self) -> None:
        # A worker that has just been lost gives the exception instead.
        found = self._client.run(program_digest, on_error="return")
        others = [worker for worker, told in found.items() if told != self._program and isinstance(told, str)]
        if others:
            message = "These workers have another version of Noticeboard, a library or Python: {workers}"
            raise SystemExit(gettext(message, workers=", ".join(others)))

    @property
    def width(self) -> int:
        """How many tasks run at once."""
        return int(max(1, sum(self._client.nthreads().values())))

    @property
    def executor(self) -> Executor:
        """The executor for tasks; arguments and results are pickled."""
        lost = CancelledError, import_module("distributed").KilledWorker
        return CheckedExecutor(self._client.get_executor(pure=False, retries=3), self._program, lost)

    def shared(self, value: object) -> SharedValue:
        """A value that many tasks need; passed as an argument of a task, it becomes the value."""
        return SharedValue(self._scattered, value)

    def _scattered(self, value: object) -> object:
        """A future of dask's for the value, which is sent to each worker."""
        for _ in range(_TRIES - 1):
            try:
                return self._client.scatter(value, broadcast=True)
            # Dask's scheduler raises KeyError if it looks for a worker that has just been lost.
            except (OSError, TimeoutError, LookupError):
                self._client.wait_for_workers(1, timeout=_SECONDS)
        return self._client.scatter(value, broadcast=True)


def cluster() -> Cluster | None:
    """The cluster that NOTICEBOARD_CLUSTER names; None if it names none."""
    address = os.environ.get("NOTICEBOARD_CLUSTER", "")
    return _connected(address) if address else None


# Connecting takes longer than many builds take.
@cache
def _connected(address: str) -> Cluster:
    return Cluster(address)
