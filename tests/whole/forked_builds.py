"""Runs builds, each in its own process that has imported everything already.

As a program it reads builds as JSON from standard input. Builds on one line run at the same time; the answer to a line
is their exit codes.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Self

from build_moments import Moment, hooked
from edits_meanwhile import edit_meanwhile, replace_meanwhile

from warm_commands import prepare

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

ROOT = Path(__file__).resolve().parents[2]


class Builds:
    """Builds, one after the other or together; a context manager that ends the program."""

    def __init__(self, log: Path) -> None:
        """What builds say goes to the log."""
        self._log = log

    def __enter__(self) -> Self:
        """Returns the builds, ready for use."""
        folders = os.pathsep.join((str(ROOT / "plugins"), str(ROOT / "tests")))
        environment = {**os.environ, "PYTHONPATH": folders, "NOTICEBOARD_WORKERS": "1"}
        environment.pop("SOURCE_DATE_EPOCH", None)
        # Python finds compiled code by the time and size of its source, which tests restore.
        environment["PYTHONDONTWRITEBYTECODE"] = "1"
        self._program = subprocess.Popen(
            [sys.executable, __file__], env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        return self

    def __exit__(self, *_: object) -> None:
        """Ends the program."""
        self._program.communicate(timeout=600)

    def __call__(
        self, settings: Path, output: Path, cache: Path, today: str, edit: tuple[int, int, int] | None = None
    ) -> int:
        """The exit code of a build with this settings file; its output is in the log.

        `edit` says at which opened file the project is edited, at which that is undone (0: never), and the seed of the
        edit.
        """
        return self.at_once([self.asked(settings, output, cache, today, edit=edit)])[0]

    def asked(  # noqa: PLR0913 - as a build is asked for
        self,
        settings: Path,
        output: Path,
        cache: Path,
        today: str,
        *,
        edit: tuple[int, int, int] | None = None,
        replaced: tuple[str, str, int] | None = None,
        more: Mapping[str, object] | None = None,
        moments: Sequence[Moment] = (),
    ) -> list[object]:
        """A build for `at_once`; `more` are settings that win over the file's, `replaced` is for replace_meanwhile."""
        arguments = ["-o", str(output), "-e", f"CACHE_PATH={json.dumps(str(cache))}"]
        extra = {"NOTICEBOARD_TODAY": today, **(more or {})}
        return [str(settings), arguments, extra, str(self._log), edit, replaced, moments]

    def at_once(self, builds: Sequence[list[object]]) -> list[int]:
        """The exit codes of builds that run at the same time."""
        assert self._program.stdin is not None
        assert self._program.stdout is not None
        self._program.stdin.write(f"{json.dumps(builds)}\n")
        self._program.stdin.flush()
        return list(map(int, json.loads(self._program.stdout.readline())))

    @property
    def said(self) -> str:
        """The output of the last build."""
        return self._log.read_text("utf-8")


def _build(  # noqa: PLR0913, PLR0917 - as a build is asked for
    settings: str,
    arguments: list[str],
    extra: dict[str, str],
    log: str,
    edit: tuple[int, int, int] | None,
    replaced: tuple[str, str, int] | None,
) -> int:
    from noticeboard.shell.commands.build_command import run_build  # noqa: PLC0415 - the tests that only use Builds need it not

    target = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    os.dup2(target, 1)
    os.dup2(target, 2)
    if edit:
        edit_meanwhile(Path(settings).parent, *edit)
    if replaced:
        replace_meanwhile(*replaced)
    try:
        run_build(settings, arguments, extra)
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else 1
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
    return 0


def main() -> None:
    """Runs builds until standard input ends."""
    with TemporaryDirectory() as shared:
        prepare(Path(shared))
        _answer_all()


def _answer_all() -> None:
    for line in sys.stdin:
        children = [_started(asked) for asked in json.loads(line)]
        codes = [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children]
        sys.stdout.write(f"{json.dumps(codes)}\n")
        sys.stdout.flush()


def _started(asked: list[object]) -> int:
    """The id of a process that builds."""
    child = os.fork()
    if child == 0:
        *build, moments = asked
        os._exit(hooked(lambda: _build(*build), [Moment(*moment) for moment in moments]))
    return child


if __name__ == "__main__":
    main()
