"""Work in this process and in others, which gives the same results."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from noticeboard.shell.build.worker_pool import Serial, in_order, portions, processes, workers

ROOT = Path(__file__).resolve().parents[2]
BOUND = 600


def square(number: int) -> int:
    """A task."""
    return number * number


def refuse(number: int) -> int:
    """A task that fails in a recognisable way."""
    raise ValueError(number)


@pytest.mark.parametrize(("given", "jobs", "expected"), [("3", 10, 3), ("3", 2, 2), ("0", 10, 1), ("99", 99, 16)])
def test_the_environment_says_how_many(monkeypatch: pytest.MonkeyPatch, given: str, jobs: int, expected: int) -> None:
    """NOTICEBOARD_WORKERS is obeyed, up to one process per task."""
    monkeypatch.setenv("NOTICEBOARD_WORKERS", given)
    assert processes(jobs, 1000) == expected


def test_few_tasks_are_done_in_this_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """Starting a process would take longer."""
    monkeypatch.delenv("NOTICEBOARD_WORKERS", raising=False)
    assert processes(99, 100) == 1


def test_one_process_is_this_one() -> None:
    """No other is started."""
    with workers(1) as executor:
        assert isinstance(executor, Serial)
        assert executor.submit(os.getpid).result() == os.getpid()


@pytest.mark.parametrize("start", ["fork", "spawn"])
def test_other_processes_give_the_same_results(monkeypatch: pytest.MonkeyPatch, start: str) -> None:
    """However they are started."""
    monkeypatch.setenv("NOTICEBOARD_START", start)
    with workers(2) as executor:
        assert [executor.submit(square, n).result(BOUND) for n in range(9)] == [square(n) for n in range(9)]
        assert executor.submit(os.getpid).result(BOUND) != os.getpid()


@pytest.mark.parametrize("number", [1, 2])
def test_a_failure_is_raised_to_the_waiting_code(number: int) -> None:
    """And the processes end."""
    with pytest.raises(ValueError, match="7"), workers(number) as executor:
        executor.submit(refuse, 7).result(BOUND)


SCRIPT = """
import os, signal, time
from noticeboard.shell.build.worker_pool import workers

# Background processes of a script ignore Ctrl-C from the start.
signal.signal(signal.SIGINT, signal.default_int_handler)

def job(_):
    os.write(1, f"{os.getpid():9}\\n".encode())
    time.sleep(600)

if __name__ == "__main__":
    with workers(2) as executor:
        for future in [executor.submit(job, n) for n in range(2)]:
            future.result()
"""


@pytest.mark.parametrize("start", ["fork", "spawn"])
@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_processes_end_with_the_one_that_started_them(tmp_path: Path, start: str, sent: signal.Signals) -> None:
    """After Ctrl-C, a request to end, or a kill; none of them is left."""
    script = tmp_path / "script.py"
    script.write_text(SCRIPT, "utf-8")
    environment = {**os.environ, "NOTICEBOARD_START": start, "PYTHONPATH": str(ROOT / "plugins")}
    with subprocess.Popen(
        [sys.executable, str(script)], env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as parent:
        try:
            assert parent.stdout is not None
            children = [int(parent.stdout.readline()) for _ in range(2)]
            parent.send_signal(sent)
            assert parent.wait(BOUND) != 0
        finally:
            parent.kill()
    ends = time.monotonic() + BOUND
    while any(map(lives, children)) and time.monotonic() < ends:
        time.sleep(0.02)
    assert [child for child in children if lives(child)] == []


def lives(process: int) -> bool:
    """Whether a process with that id has not ended."""
    try:
        state = Path(f"/proc/{process}/stat").read_text("utf-8").rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"


def end(number: int) -> None:
    """A task that the system kills, as for lack of memory."""
    os.kill(os.getpid(), signal.SIGKILL)


@pytest.mark.parametrize("start", ["fork", "spawn"])
def test_a_process_that_is_killed_is_one_sentence(monkeypatch: pytest.MonkeyPatch, start: str) -> None:
    """The sentence says what to do; there is no traceback."""
    monkeypatch.setenv("NOTICEBOARD_START", start)
    with pytest.raises(SystemExit) as found, workers(2) as executor:
        executor.submit(end, 1).result(BOUND)
    assert "NOTICEBOARD_WORKERS=1" in str(found.value.code)


YOUNG = """
from noticeboard.shell.build.worker_pool import workers

if __name__ == "__main__":
    for _ in range(4):
        try:
            with workers(3) as executor:
                [executor.submit(abs, n) for n in range(9)]
                raise KeyError
        except KeyError:
            pass
"""


def test_new_processes_end_silently(tmp_path: Path) -> None:
    """A build that fails at once ends processes that have only just started."""
    (tmp_path / "young.py").write_text(YOUNG, "utf-8")
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "plugins"), "NOTICEBOARD_START": "spawn"}
    command = [sys.executable, tmp_path / "young.py"]
    done = subprocess.run(command, env=environment, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


def test_results_come_in_order_and_few_calls_wait() -> None:
    """A call is given out only after an earlier result was taken, so that results do not pile up."""
    begun = list[int]()

    def do(number: int) -> int:
        begun.append(number)
        return number * 10

    taken = in_order(Serial(), 3, do, ((number,) for number in range(10)))
    assert [next(taken), list(begun)] == [0, [0, 1, 2]]
    assert [next(taken), list(begun)] == [10, [0, 1, 2, 3]]
    assert [*taken] == [20, 30, 40, 50, 60, 70, 80, 90]


@given(st.lists(st.integers(1, 9)), st.integers(1, 30))
def test_portions_have_every_task_once(sizes: list[int], most: int) -> None:
    """All but the last are full, and none would be full without its last task."""
    found = [list(portion) for portion in portions(sizes, most)]
    assert [number for portion in found for number in portion] == list(range(len(sizes)))
    assert all(sum(sizes[number] for number in portion) >= most for portion in found[:-1])
    assert all(sum(sizes[number] for number in portion[:-1]) < most for portion in found)
