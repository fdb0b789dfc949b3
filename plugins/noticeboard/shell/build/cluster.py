"""Work on the workers of a dask.distributed scheduler, behind the interface of concurrent.futures.

A build is spread where NOTICEBOARD_CLUSTER names a scheduler, or is `local` for one started here. Tasks hold all
that they need, so workers share no disk; the scheduler gives those of a lost worker to another one. dask is imported
only then.
"""

from __future__ import annotations

import logging
import os
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any

from noticeboard.shell.build.program_digest import program_digest

if TYPE_CHECKING:
    from concurrent.futures import Executor

_FILE = "file:"
"""What the address of a scheduler begins with that is given by dask's scheduler file."""

_SECONDS = 30
"""How long the scheduler, and its first worker, are waited for."""


class Cluster:
    """A scheduler's workers. All of them must have this very program and the same versions of its libraries."""

    def __init__(self, address: str) -> None:
        """Connects; ends the command with one sentence where that cannot be, or a worker has another program."""
        try:
            # Most builds do without it, and it says nothing of its types.
            distributed: Any = import_module("distributed")
            logging.getLogger("distributed").setLevel(logging.CRITICAL)
        except ImportError as fault:
            message = "A cluster needs dask: pip install --constraint constraints.txt 'noticeboard[cluster]'"
            raise SystemExit(message) from fault
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
            message = f"The cluster {address} cannot be used: {fault}"
            raise SystemExit(message) from fault
        own = program_digest()
        others = [worker for worker, found in self._client.run(program_digest).items() if found != own]
        if others:
            message = f"These workers have another version of Noticeboard, a library or Python: {', '.join(others)}"
            raise SystemExit(message)

    @property
    def width(self) -> int:
        """How many tasks are done at once."""
        return int(max(1, sum(self._client.nthreads().values())))

    @property
    def executor(self) -> Executor:
        """What takes tasks; their arguments and results are pickled."""
        found: Executor = self._client.get_executor(pure=False, retries=3)
        return found

    def shared(self, value: object) -> Any:  # noqa: ANN401 - a future of dask's, which stands for the value in arguments
        """A value that many tasks need, sent to each worker once; given as an argument it arrives as itself."""
        return self._client.scatter(value, broadcast=True)


def cluster() -> Cluster | None:
    """The cluster that the environment names; None where it names none."""
    address = os.environ.get("NOTICEBOARD_CLUSTER", "")
    return _connected(address) if address else None


# Connecting takes longer than many builds.
@cache
def _connected(address: str) -> Cluster:
    return Cluster(address)
