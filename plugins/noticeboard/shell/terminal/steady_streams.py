"""Standard streams that end nothing: what cannot be written any more is left out, and reported once at the end."""

from __future__ import annotations

import errno
import io
import os
import sys
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any, TextIO, cast

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_GONE = (errno.EPIPE, errno.EBADF)
"""Nobody listens any more, which is nobody's fault."""


class SteadyStream:
    """A stream that is written to until its first fault, which is kept; all else is the stream's own."""

    def __init__(self, stream: TextIO) -> None:
        """Takes the stream."""
        self._stream = stream
        self.fault: OSError | None = None

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever the stream has
        """What the stream has besides."""
        return getattr(self._stream, name)

    def write(self, text: str) -> int:
        """Takes the text."""
        self.attempt(lambda: self._stream.write(text))
        return len(text)

    def flush(self) -> None:
        """Flushes the stream."""
        self.attempt(self._stream.flush)

    @property
    def buffer(self) -> _SteadyBuffer:
        """The bytes below it."""
        return _SteadyBuffer(self, self._stream.buffer)

    def attempt(self, do: Callable[[], object]) -> None:
        """Does something with the stream, unless there was a fault."""
        if self.fault is None:
            try:
                do()
            except OSError as fault:
                self.fault = fault
            except ValueError:  # It was closed.
                self.fault = OSError(errno.EBADF, os.strerror(errno.EBADF))


class _SteadyBuffer:
    """The bytes of a steady stream."""

    def __init__(self, above: SteadyStream, buffer: Any) -> None:  # noqa: ANN401 - any binary file
        self._above, self._buffer = above, buffer

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever the buffer has
        return getattr(self._buffer, name)

    def write(self, data: bytes) -> int:
        self._above.attempt(lambda: self._buffer.write(data))
        return len(data)

    def flush(self) -> None:
        self._above.attempt(self._buffer.flush)


@contextmanager
def steady_streams() -> Iterator[None]:
    """Steady standard streams for the time of a command; ends the process with what came of it.

    A result that nobody could read is an error: the exit code is 1 and one sentence says why, unless whoever should
    have read it has gone.
    """
    _open_all()
    before = sys.stdout, sys.stderr
    out, err = SteadyStream(sys.stdout), SteadyStream(sys.stderr)
    sys.stdout, sys.stderr = cast("TextIO", out), cast("TextIO", err)
    end = SystemExit(0)
    try:
        yield
    except SystemExit as fault:
        end = fault
    finally:
        sys.stdout, sys.stderr = before
    raise SystemExit(_code(end.code, out, err))


def _code(code: object, out: SteadyStream, err: SteadyStream) -> int:
    """The exit code, after what is left was written."""
    number = code if isinstance(code, int) else int(code is not None)
    if isinstance(code, str):
        err.write(f"{code}\n")
    out.flush()
    if out.fault and out.fault.errno not in _GONE and not number:
        err.write(f"{_unwritten(out.fault)}\n")
        number = 1
    err.flush()
    for stream in (out, err):
        if stream.fault:
            _let_go(stream)
    return number


def _unwritten(fault: OSError) -> str:
    """The sentence for a result that could not be written."""
    from noticeboard.shell.terminal.program_messages import gettext  # noqa: PLC0415 - hardly ever said

    return gettext("The result could not be written: {reason}.", reason=fault.strerror)


def _let_go(stream: SteadyStream) -> None:
    """Leads a broken stream nowhere, so that Python has nothing to say of it at the end."""
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)


def _open_all() -> None:
    """Opens the standard streams that whoever called has closed: the next file would take their numbers."""
    for number, name, mode in ((0, "stdin", "r"), (1, "stdout", "w"), (2, "stderr", "w")):
        if getattr(sys, name) is None:
            with suppress(OSError):
                found = os.open(os.devnull, os.O_RDWR)
                if found != number:
                    os.dup2(found, number)
                    os.close(found)
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123, SIM115 - open until the end
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # Consoles have encodings such as cp437: characters that they lack are shown as codes.
            stream.reconfigure(errors="backslashreplace")
