"""Commands whose standard streams are full, closed or not read."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from noticeboard.shell.terminal.steady_streams import SteadyStream, steady_streams

ROOT = Path(__file__).resolve().parents[2]
COMMAND = [sys.executable, "-m", "noticeboard", "explain"]
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT / "plugins")}


def test_a_full_disk_is_one_sentence() -> None:
    """It says that the result could not be written."""
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(COMMAND, env=ENVIRONMENT, stdout=full, stderr=subprocess.PIPE, check=False)
    assert (done.returncode, done.stderr.decode().count("\n"), b"could not be written" in done.stderr) == (1, 1, True)


def test_a_closed_pipe_is_no_fault() -> None:
    """As in `noticeboard explain | head -1`."""
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(COMMAND, env=ENVIRONMENT, stdout=writer, stderr=subprocess.PIPE, check=False)
    os.close(writer)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&- <&-"])
def test_closed_streams_are_no_fault(closed: str) -> None:
    """Some schedulers call commands like this."""
    shell = ["sh", "-c", f'exec "$@" {closed}', "sh", *COMMAND]
    done = subprocess.run(shell, env=ENVIRONMENT, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


def test_a_stream_keeps_its_first_fault() -> None:
    """After it, the stream accepts everything and writes nothing."""
    closed = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    stream = SteadyStream(closed)
    stream.write("a")
    closed.close()
    for _ in range(2):
        assert stream.write("words") == 5
        stream.flush()
    assert stream.fault


@pytest.mark.parametrize(("end", "code"), [(SystemExit(), 0), (SystemExit(3), 3), (SystemExit("words"), 1)])
def test_a_command_keeps_its_exit_code(end: SystemExit, code: int) -> None:
    """If the exit code is a text, it is printed, as Python does."""
    with pytest.raises(SystemExit) as found, steady_streams():
        raise end
    assert found.value.code == code


def test_other_faults_are_not_hidden() -> None:
    """Errors of the program itself still raise."""
    with pytest.raises(ZeroDivisionError), steady_streams():
        raise ZeroDivisionError


@pytest.mark.parametrize("encoding", ["cp437", "cp1252", "ascii"])
def test_a_console_shows_what_its_encoding_lacks_by_code(encoding: str) -> None:
    """No message crashes a command, whatever its language."""
    module = "noticeboard.shell.terminal.steady_streams"
    program = f"from {module} import steady_streams\nwith steady_streams(): print('Съобщение')"
    env = {**ENVIRONMENT, "PYTHONIOENCODING": encoding}
    done = subprocess.run([sys.executable, "-c", program], env=env, capture_output=True, check=False)
    assert (done.returncode, done.stdout[:6], done.stderr) == (0, b"\\u0421", b"")
