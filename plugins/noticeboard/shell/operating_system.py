"""Differences between operating systems: locks, signals, and how processes start and end."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import tempfile
from contextlib import suppress
from hashlib import blake2b
from importlib import import_module
from multiprocessing import Pipe
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

ENDINGS = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK") if hasattr(signal, name))
"""The signals with which people and systems end a program."""


_LONGEST_NAME, _WINDOWS_PATH, _LONG_PATH = 255, 259, 32_766
_FILE_SYSTEM = r"SYSTEM\CurrentControlSet\Control\FileSystem"
"""Source: Microsoft, “Maximum Path Length Limitation”."""


def state_folder() -> Path | None:
    """The folder for what belongs to this user on this machine; None if there is none."""
    names = {"win32": "AppData/Local", "darwin": "Library/Application Support"}
    with suppress(RuntimeError):
        given = os.environ.get("XDG_STATE_HOME", "")
        folder = Path(given) if given else Path.home() / names.get(sys.platform, ".local/state")
        return folder if folder.is_absolute() else None
    return None


def longest_names(folder: Path) -> tuple[int, int]:
    """The greatest `name_length` of a name in a folder, and of a file's whole path."""
    if sys.platform == "win32":
        return _LONGEST_NAME, _LONG_PATH if _allows_long_paths() else _WINDOWS_PATH
    try:
        return os.pathconf(folder, "PC_NAME_MAX"), os.pathconf(folder, "PC_PATH_MAX") - 1
    except (OSError, ValueError):
        return _LONGEST_NAME, _WINDOWS_PATH


def name_length(text: str) -> int:
    """The length of a name or path for this system: in bytes, on Windows in UTF-16 units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2 if sys.platform == "win32" else len(os.fsencode(text))


def _allows_long_paths() -> bool:
    """Whether this Windows is configured to allow paths of more than 259 characters."""
    if sys.platform == "win32":
        import winreg  # noqa: PLC0415 - only there

        with suppress(OSError), winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, _FILE_SYSTEM) as key:
            return bool(winreg.QueryValueEx(key, "LongPathsEnabled")[0])
    return False


def can_fork() -> bool:
    """Whether a process can be forked."""
    return hasattr(os, "fork")


class Lock(Protocol):
    """A lock that lasts until it is released or its process ends."""

    def release(self) -> None:
        """Releases the lock."""


def lock(folder: Path, *, wait: bool) -> Lock | None:
    """A lock on a folder; None if another process holds it or there is no folder. With `wait`, it waits."""
    return _flock(folder, wait=wait) if fcntl else _file_lock(folder, wait=wait)


class _Descriptor:
    """A folder that is open and locked."""

    def __init__(self, number: int) -> None:
        self._number = number

    def release(self) -> None:
        os.close(self._number)


def _flock(folder: Path, *, wait: bool) -> Lock | None:
    try:
        number = os.open(folder, os.O_RDONLY)
    except OSError:
        return None
    try:
        fcntl.flock(number, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
    except OSError:
        os.close(number)
        return None
    return _Descriptor(number)


def _file_lock(folder: Path, *, wait: bool) -> Lock | None:
    """A lock beside all folders, as one inside would keep the folder from being removed."""
    from filelock import FileLock, Timeout  # noqa: PLC0415 - most systems do without it

    if not folder.is_dir():
        return None
    name = blake2b(os.fsencode(os.path.realpath(folder)), digest_size=16).hexdigest()
    found = FileLock(Path(tempfile.gettempdir(), f"noticeboard-{name}.lock"), is_singleton=False, thread_local=False)
    try:
        found.acquire(timeout=-1 if wait else 0)
    except (Timeout, OSError):
        return None
    return found


class Child:
    """A process that ends with everything it has started, and a connection to it."""

    def __init__(self, module: str, argument: str) -> None:
        """Starts the module of that name, whose function `serve` gets the argument and the other end of the connection.

        Where there are groups of processes it is started as a program with the number of that end, and Ctrl-C in the
        terminal does not reach it.
        """
        self.connection, there = Pipe()
        with there:
            self._process = _grouped(module, argument, there) if _has_groups() else _Spawned(module, argument, there)

    def end(self, grace: float) -> int:
        """Ends the process and all it started, by force after that many seconds; returns its exit code. Only once."""
        self._signal("SIGTERM")
        try:
            return self._process.wait(grace)
        except subprocess.TimeoutExpired:
            self._signal("SIGKILL")
            return self._process.wait()
        finally:
            self.connection.close()

    def _signal(self, name: str) -> None:
        if isinstance(self._process, _Spawned):
            self._process.stop(name)
            return
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(self._process.pid, getattr(signal, name))


def _has_groups() -> bool:
    return os.name == "posix" and hasattr(os, "killpg")


def _grouped(module: str, argument: str, there: Connection) -> subprocess.Popen[bytes]:
    return subprocess.Popen(  # noqa: S603 - our own module
        (sys.executable, "-m", module, argument, str(there.fileno())),
        stdin=subprocess.DEVNULL,
        pass_fds=(there.fileno(),),
        process_group=0,
    )


class _Spawned:
    """A process of multiprocessing, as subprocess would show it."""

    def __init__(self, module: str, argument: str, there: Connection) -> None:
        self._process = multiprocessing.get_context("spawn").Process(target=_serve, args=(module, argument, there))
        self._process.start()

    def wait(self, seconds: float | None = None) -> int:
        self._process.join(seconds)
        if self._process.exitcode is None:
            raise subprocess.TimeoutExpired(self._process.name, seconds or 0)
        return self._process.exitcode

    def stop(self, name: str) -> None:
        if name == "SIGTERM":
            self._process.terminate()
        else:
            self._process.kill()


def _serve(module: str, argument: str, there: Connection) -> None:
    import_module(module).serve(argument, there)
