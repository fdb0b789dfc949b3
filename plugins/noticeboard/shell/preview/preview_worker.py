"""The process that builds for a preview: it has everything loaded, and forks off a process for each build.

It answers `watch` with the fields of WatchedPaths, `build` with a message of worker_result.py, and `compare` and an
address with a page, all as JSON. It ends as soon as its parent is gone.
"""

from __future__ import annotations

import gc
import json
import multiprocessing
import signal
import sys
from dataclasses import replace
from multiprocessing.connection import Connection, wait
from time import time_ns
from typing import TYPE_CHECKING, Any

import noticeboard.shell.plugin  # noqa: F401 - loaded here, so that no build has to
from noticeboard.report import as_lines
from noticeboard.shell.build.worker_pool import end_with_parent
from noticeboard.shell.operating_system import can_fork
from noticeboard.shell.preview.preview_build import BuildEnded, build, warm_up
from noticeboard.shell.preview.preview_request import CannotBuild, ended, request_from, requested_project
from noticeboard.shell.preview.version_comparison import compare
from noticeboard.shell.preview.watched_paths import watched_by
from noticeboard.shell.preview.worker_result import result
from noticeboard.shell.terminal.console import put, shown_from_here
from noticeboard.shell.terminal.program_messages import messages_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from multiprocessing.process import BaseProcess

    from noticeboard.model import Problem
    from noticeboard.shell.preview.preview_request import PreviewRequest
    from noticeboard.shell.project import Project


COMPARE = "compare "
"""What the question for a comparison begins with; its address follows."""


def main(argument: str, number: str) -> None:
    """Serves the parent at the other end of the connection with that file number until it goes."""
    serve(argument, Connection(int(number)))


def serve(argument: str, parent: Connection) -> None:
    """Serves the parent at the other end of the connection until it goes."""
    signal.signal(signal.SIGTERM, _end)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    request = replace(request_from(argument), began=time_ns())
    try:
        project: Project | None = requested_project(request)
        problem = None
    except CannotBuild as fault:
        project, problem = None, fault.problem
    _serve(parent, request, project, problem)


def _end(*_: object) -> None:
    raise BuildEnded(0)


def _send(parent: Connection, message: object) -> None:
    parent.send_bytes(json.dumps(message).encode())


def _serve(parent: Connection, request: PreviewRequest, project: Project | None, problem: Problem | None) -> None:
    warm = False
    while question := _question(parent):
        if question == "watch":
            _send(parent, watched_by(request, project))
        elif question.startswith(COMPARE):
            asked = (request, project, question.removeprefix(COMPARE))
            _send(parent, _forked(compare, asked, parent)[0] if project else None)
        elif project is None:
            found = [problem] if problem else []
            put(as_lines(found, shown_from_here, messages_of()), sys.stderr)
            _send(parent, result(found, None, changed=False))
        else:
            told, code = _forked(build, (request, project), parent)
            _send(parent, told or result([ended(request, code)], project, changed=False))
            warm = warm or not can_fork() or _warmed(project)


def _question(parent: Connection) -> str:
    """What is asked next; "" when nobody asks any more."""
    try:
        return parent.recv_bytes().decode()
    except (EOFError, OSError):
        return ""


def _warmed(project: Project) -> bool:
    """True, once forks know what this process now knows; a garbage collector would have each of them copy it."""
    gc.disable()
    warm_up(project)
    gc.enable()
    gc.collect()
    gc.freeze()
    return True


def _forked(do: Callable[..., None], arguments: tuple[object, ...], parent: Connection) -> tuple[Any, int | None]:
    """The message of a forked process, None if it ended without one, and its exit code if it has ended."""
    receiver, sender = multiprocessing.Pipe(duplex=False)
    process = _process(do, (*arguments, sender))
    process.start()
    sender.close()
    try:
        _await(receiver, parent)
        told = _told(receiver)
    except BuildEnded:
        process.terminate()
        raise
    finally:
        process.join()
        receiver.close()
    return told, process.exitcode


def _process(do: Callable[..., None], arguments: tuple[object, ...]) -> BaseProcess:
    """A process that is forked off this one, where that can be."""
    if can_fork():
        return multiprocessing.get_context("fork").Process(target=do, args=arguments)
    return multiprocessing.get_context("spawn").Process(target=_following, args=(do, *arguments))


def _following(do: Callable[..., None], *arguments: object) -> None:
    """Does it in a process that knows nothing of its parent but when that ends."""
    end_with_parent()
    do(*arguments)


def _await(receiver: Connection, parent: Connection) -> None:
    """Waits for the build's message; raises BuildEnded if the parent process is gone."""
    wait([receiver, parent])
    if parent.poll():
        raise BuildEnded(0)


def _told(receiver: Connection) -> Any:  # noqa: ANN401 - what JSON holds
    try:
        return json.loads(receiver.recv_bytes())
    except EOFError:
        return None


if __name__ == "__main__":
    main(*sys.argv[1:])
