"""The building processes as the server sees them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from noticeboard.shell.operating_system import Child

if TYPE_CHECKING:
    from collections.abc import Callable

    from noticeboard.shell.preview.preview_request import PreviewRequest

_GRACE = 10.0
"""Seconds that the processes have to clean up."""
_TURN = 0.1
"""Seconds after which it is asked again whether an answer is still awaited."""


class WorkerDied(Exception):  # noqa: N818 - it is named after what it says
    """The process has ended by itself, with `code`."""

    def __init__(self, code: int) -> None:
        """Takes the exit code."""
        super().__init__(code)
        self.code = code


class RequestSuperseded(Exception):  # noqa: N818 - it is named after what it says
    """The answer is not awaited any more."""


class Worker:
    """The worker's process and the processes that it forked: one process group, which ends together."""

    def __init__(self, request: PreviewRequest) -> None:
        """Starts it; Ctrl-C in the terminal does not reach it, so that only its starter ends it."""
        self._child = Child("noticeboard.shell.preview.preview_worker", request.as_argument())
        self._connection = self._child.connection

    def answer(self, question: str, is_superseded: Callable[[], bool]) -> Any:  # noqa: ANN401 - what JSON holds
        """Sends a request to the worker and returns its reply; raises WorkerDied, or RequestSuperseded."""
        try:
            self._connection.send_bytes(question.encode())
            while not self._connection.poll(_TURN):
                if is_superseded():
                    raise RequestSuperseded
            return json.loads(self._connection.recv_bytes())
        except (EOFError, OSError) as fault:
            raise WorkerDied(self.end()) from fault

    def end(self) -> int:
        """Ends every process of the group and gives the exit code of the first; only once."""
        return self._child.end(_GRACE)
