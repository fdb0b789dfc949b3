"""Work on the workers of a dask.distributed scheduler, behind the interface of concurrent.futures.

A build is spread where NOTICEBOARD_CLUSTER names a scheduler, or is `local` for one started here. Tasks hold all
that they need, so workers share no disk; the scheduler gives those of a lost worker to another one. dask is imported
only then.
"""

from __future__ import annotations

import logging
import os
from concurrent.futures import Executor
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any

from noticeboard.shell.build.program_digest import program_digest
from noticeboard.shell.terminal.program_messages import spoken

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Future

_FILE = "file:"
"""What the address of a scheduler begins with that is given by dask's scheduler file."""

_SECONDS = 30
"""How long the scheduler, and its first worker, are waited for."""


_TRIES = 5
"""How often a value is sent to all workers, one of which may be lost meanwhile."""


class OtherVersion(Exception):  # noqa: N818 - it is named after what it says
    """A worker that has another version of the program, of a library or of Python."""


class _CheckedExecutor(Executor):
    """An executor whose workers, those too that come later, do nothing unless they have this program."""

    def __init__(self, executor: Executor, program: str) -> None:
        self._executor, self._program = executor, program

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:  # noqa: ANN401 - the interface of Executor
        """A future, whose result may be OtherVersion."""
        return self._executor.submit(_checked, self._program, fn, *args, **kwargs)


def _checked(program: str, do: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - whatever is done
    """What the function gives on a worker that has that program; raises OtherVersion on another one."""
    if _own_program() != program:
        message = "A worker has another version of Noticeboard, a library or Python."
        raise OtherVersion(message)
    return do(*args, **kwargs)


# What a process has loaded stays the same, and reading all of it takes longer than many tasks.
@cache
def _own_program() -> str:
    return program_digest()


class Cluster:
    """A scheduler's workers. All of them must have this very program and the same versions of its libraries."""

    def __init__(self, address: str) -> None:
        """Connects; ends the command with one sentence where that cannot be, or a worker has another program."""
        try:
            # Most builds do without it, and it says nothing of its types.
            distributed: Any = import_module("distributed")
            logging.getLogger("distributed").setLevel(logging.CRITICAL)
        except ImportError as fault:
            command = "pip install --constraint constraints.txt 'noticeboard[cluster]'"
            raise SystemExit(spoken("A cluster needs dask. Install it: {command}", command=command)) from fault
        try:
            if address.startswith(_FILE):
                self._client = distributed.Client(scheduler_file=address.removeprefix(_FILE), timeout=_SECONDS)
            else:
                here = (
                    distributed.LocalCluster(threads_per_worker=1, dashboard_address=None)
                    if address == "local"
                    else address
                )
                self._client = distributed.Client(here, timeout=_SECONDS)
            self._client.wait_for_workers(1, timeout=_SECONDS)
        except (OSError, TimeoutError, ValueError) as fault:
            message = "The cluster {address} cannot be used: {reason}"
            raise SystemExit(spoken(message, address=address, reason=fault)) from fault
        self._program = _own_program()
        # A worker that is lost just now gives the fault instead.
        found = self._client.run(program_digest, on_error="return")
        others = [worker for worker, told in found.items() if told != self._program and isinstance(told, str)]
        if others:
            message = "These workers have another version of Noticeboard, a library or Python: {workers}"
            raise SystemExit(spoken(message, workers=", ".join(others)))

    @property
    def width(self) -> int:
        """How many tasks are done at once."""
        return int(max(1, sum(self._client.nthreads().values())))

    @property
    def executor(self) -> Executor:
        """What takes tasks; their arguments and results are pickled."""
        return _CheckedExecutor(self._client.get_executor(pure=False, retries=3), self._program)

    def shared(self, value: object) -> Any:  # noqa: ANN401 - a future of dask's, which stands for the value in arguments
        """A value that many tasks need, sent to each worker once; given as an argument it arrives as itself."""
        for _ in range(_TRIES - 1):
            try:
                return self._client.scatter(value, broadcast=True)
            except (OSError, TimeoutError):
                self._client.wait_for_workers(1, timeout=_SECONDS)
        return self._client.scatter(value, broadcast=True)


def cluster() -> Cluster | None:
    """The cluster that the environment names; None where it names none."""
    address = os.environ.get("NOTICEBOARD_CLUSTER", "")
    return _connected(address) if address else None


# Connecting takes longer than many builds.
@cache
def _connected(address: str) -> Cluster:
    return Cluster(address)
