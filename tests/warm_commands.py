"""Runs `noticeboard` commands, each in its own process that has imported everything already.

As a program it reads one request per line from a socket that it inherits: arguments, folder and umask, environment, and
two files for the output. It answers with the command's exit code.
"""

from __future__ import annotations

import atexit
import gc
import json
import os
import pickle
import runpy
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Generator
from contextlib import suppress
from datetime import date
from hashlib import sha256
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from shutil import rmtree
from tempfile import TemporaryDirectory, mkdtemp
from typing import TYPE_CHECKING, NamedTuple
from zoneinfo import ZoneInfo

from jinja2 import BytecodeCache, Environment, FileSystemBytecodeCache

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from jinja2.bccache import Bucket

ROOT = Path(__file__).resolve().parent.parent
EARLY = ("PYTHON", "LC_", "LANG", "TZ")
"""The prefixes of environment variables that Python reads when it starts."""


TEXT = b"""---
title: Title
published: 2023-01-10
deadline: 2023-02-19
---

## Part

A [link](https://example.org/) and 1,000 *words*.
"""


class Finished(NamedTuple):
    """The result of a command: its exit code (below 0 if a signal ended it) and its output."""

    code: int
    stdout: str
    stderr: str


class WarmCommands:
    """Runs commands one after another; the first one starts the program."""

    def __init__(self, start: Mapping[str, str] | None = None) -> None:
        """Nothing is started yet; `start` is laid over the environment in which the program starts."""
        self._start = dict(start or {})
        self._program: subprocess.Popen[bytes] | None = None
        self._turn = threading.Lock()
        self._others: dict[frozenset[tuple[str, str]], WarmCommands] = {}

    def keep(self, given: Mapping[str, str]) -> None:
        """Runs commands with exactly these variables in a separate program, until the end.

        Starting one takes as long as about four commands without it.
        """
        self._others.setdefault(frozenset(given.items()), WarmCommands(given))

    def run(
        self,
        arguments: Sequence[str],
        env: Mapping[str, str],
        given: Mapping[str, str],
        folder: Path = ROOT,
        *,
        together: bool = False,
    ) -> Finished | None:
        """The result of the command in that environment; None if only a separate Python can run it.

        That is so if `given` has variables that Python reads when it starts, and while another command runs. With
        `together`, `stdout` has the output of both streams in order.
        """
        if other := self._others.get(frozenset(given.items())):
            return other.run(arguments, env, {}, folder, together=together)
        if (
            os.name != "posix"
            or any(name.startswith(EARLY) for name in given)
            or not self._turn.acquire(blocking=False)
        ):
            return None
        try:
            with TemporaryDirectory() as place:
                files = [str(Path(place, name)) for name in ("stdout", "stdout" if together else "stderr")]
                code = self._answer([list(arguments), [str(folder), umask()], dict(env), *files])
                printed = [Path(file).read_bytes().decode() for file in files]
                return Finished(code, printed[0], "" if together else printed[1])
        finally:
            self._turn.release()

    def end(self) -> None:
        """Ends the programs, which are idle by then."""
        for other in self._others.values():
            other.end()
        if self._program is not None:
            self._requests.close()
            self._socket.close()
            self._program.wait(timeout=600)

    def _answer(self, request: list[object]) -> int:
        if self._program is None:
            self._socket, theirs = socket.socketpair()
            environment = {**os.environ, "PYTHONPATH": str(ROOT / "plugins"), "PYTHONIOENCODING": "utf-8"} | self._start
            command = (sys.executable, __file__, str(theirs.fileno()))
            self._program = subprocess.Popen(command, env=environment, pass_fds=(theirs.fileno(),))
            theirs.close()
            self._requests = self._socket.makefile("rw", encoding="utf-8")
        self._requests.write(f"{json.dumps(request)}\n")
        self._requests.flush()
        return int(self._requests.readline())


def umask() -> int:
    """The umask of this process."""
    found = os.umask(0)
    os.umask(found)
    return found


def import_everything() -> None:
    """Imports the package with Pelican and all other libraries, and what they load at first use."""
    from PIL import Image  # noqa: PLC0415

    import noticeboard  # noqa: PLC0415 - whoever uses WarmCommands needs it not

    Image.init()

    for module in walk_packages(noticeboard.__path__, "noticeboard."):
        if not module.name.endswith("__main__"):
            import_module(module.name)


def complete_models() -> None:
    """Completes the models of what is read, which happens when they are first used."""
    from pydantic import BaseModel  # noqa: PLC0415
    from rich.highlighter import ReprHighlighter  # noqa: PLC0415

    for model in BaseModel.__subclasses__():
        model.model_rebuild()
    ReprHighlighter()("Its patterns are compiled.")


def learn_languages() -> None:
    """Loads the data of the languages that most tests use, which no project changes."""
    from noticeboard.languages.collation import sort_key  # noqa: PLC0415
    from noticeboard.languages.dates import moment_text  # noqa: PLC0415
    from noticeboard.languages.guess import other_language  # noqa: PLC0415
    from noticeboard.languages.language_names import join, language_name  # noqa: PLC0415
    from noticeboard.pages.page_frame import plurals  # noqa: PLC0415
    from noticeboard.shell.build.version_parsing import checked  # noqa: PLC0415

    tags = ("en", "nl", "sv", "el", "mt")
    for tag in tags:
        join(sorted((language_name(other, tag) for other in tags), key=lambda name: sort_key(name, tag)), tag)
        moment_text(date(2023, 2, 19), tag, ZoneInfo("Europe/Brussels"))
        plurals(tag)
        checked(TEXT, f"surveys/a/{tag}.md", (("audience",), ()))
    other_language("Whatever the library knows that tells languages apart, where it is there. " * 20, "en")


def marks(environment: Environment) -> str:
    """What decides how a template of that environment is compiled."""
    return repr((environment.trim_blocks, environment.lstrip_blocks, *environment.extensions, *environment.filters))


class KeptTemplates(BytecodeCache):
    """Compiled templates, by their source and what decides how they are compiled."""

    def __init__(self, folder: str) -> None:
        """Keeps them in that folder."""
        self._files = FileSystemBytecodeCache(folder)

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """Two environments of one command may read one file."""
        return super().get_cache_key(f"{name} {self._made_for}", filename)

    def get_bucket(self, environment: Environment, name: str, filename: str | None, source: str) -> Bucket:
        """The place of a compiled template, filled if it is kept."""
        self._made_for = marks(environment)
        return super().get_bucket(environment, name, filename, source)

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fills the bucket if the template is kept."""
        self._files.load_bytecode(bucket)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keeps the compiled template for later commands."""
        self._files.dump_bytecode(bucket)


def remembered(
    folder: Path, make: Callable[..., object], key: Callable[..., object] = lambda *given: given
) -> Callable[..., object]:
    """A function that is called once for each key, for all commands."""

    def remember(*given: object) -> object:
        file = folder / sha256(pickle.dumps((make.__qualname__, key(*given)))).hexdigest()
        if not file.exists():
            found = make(*given)
            beside = file.with_suffix(f".{os.getpid()}")
            beside.write_bytes(pickle.dumps(list(found) if isinstance(found, Generator) else found))
            beside.replace(file)
        return pickle.loads(file.read_bytes())  # noqa: S301 - written above

    return remember


def know_program() -> None:
    """Lets everything in this process, and commands forked from it, take the program for read."""
    from noticeboard.shell.build import program_digest, project_linking, theme_catalogues  # noqa: PLC0415
    from noticeboard.sources import message_extraction  # noqa: PLC0415

    program, modules = program_digest.program_digest(), theme_catalogues._modules()  # noqa: SLF001
    project_linking.program_digest = lambda began=None: program  # noqa: ARG005
    theme_catalogues._modules = lambda: modules  # noqa: SLF001
    of_module = message_extraction._of_module  # noqa: SLF001
    said = {module: tuple(of_module(module)) for module in modules}
    message_extraction._of_module = lambda module: said.get(module) or of_module(module)  # noqa: SLF001


def share(folder: Path) -> None:
    """Lets commands share what they would all compute from the same bytes of the theme; a second call does nothing."""
    if hasattr(Environment, "shares"):
        return
    Environment.shares = True
    from noticeboard.pages import freshness  # noqa: PLC0415
    from noticeboard.shell.build import theme_catalogues  # noqa: PLC0415
    from noticeboard.shell.build.pagefind_service import PagefindService  # noqa: PLC0415
    from noticeboard.sources import message_extraction  # noqa: PLC0415

    theme_catalogues.read_catalogue = remembered(folder, theme_catalogues.read_catalogue)
    message_extraction._of_template = remembered(folder, message_extraction._of_template)  # noqa: SLF001
    references, bundle = freshness._references, PagefindService.bundle  # noqa: SLF001
    references = remembered(folder, references, lambda source, environment: (source, marks(environment)))
    freshness._references = references  # noqa: SLF001
    bundle = remembered(folder, bundle, lambda service, lang, files, _: (service._command, lang, files))  # noqa: SLF001
    PagefindService.bundle = lambda service, lang, files, turn: bundle(service, lang, list(files), turn)
    begin = Environment.__init__

    def begun(self: Environment, *arguments: object, **options: object) -> None:
        begin(self, *arguments, **options)
        self.bytecode_cache = self.bytecode_cache or KeptTemplates(str(folder))

    Environment.__init__ = begun


def serve(requests: socket.socket) -> None:
    """Answers requests until the other side closes the socket."""
    lines = requests.makefile("rw", encoding="utf-8")
    while line := lines.readline():
        child = os.fork()
        if child == 0:
            requests.close()
            obey(*json.loads(line))
        code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        lines.write(f"{code}\n")
        lines.flush()


def obey(arguments: list[str], place: tuple[str, int], env: dict[str, str], stdout: str, stderr: str) -> None:
    """Runs the command in this process as `python -m noticeboard` does, and ends the process."""
    os.chdir(place[0])
    os.umask(place[1])
    os.environ.clear()
    os.environ.update(env)
    time.tzset()
    for target, path in enumerate((os.devnull, stdout, stderr)):
        opened = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND if target else os.O_RDONLY)
        os.dup2(opened, target)
        os.close(opened)
    sys.argv = ["noticeboard", *arguments]
    code = 1
    try:
        runpy.run_module("noticeboard", run_name="__main__", alter_sys=True)
        code = 0
    except SystemExit as end:
        code = exit_code(end)
    except BaseException:  # noqa: BLE001 - Python prints whatever nobody catches
        sys.excepthook(*sys.exc_info())
    finally:
        threading._shutdown()  # noqa: SLF001 - what Python does when it ends
        atexit._run_exitfuncs()  # noqa: SLF001
        with suppress(OSError, ValueError):
            sys.stdout.flush()
            sys.stderr.flush()
        os._exit(code)


def exit_code(end: SystemExit) -> int:
    """The exit code of Python's process after this exception; a sentence in it is printed."""
    if end.code is None or isinstance(end.code, int):
        return end.code or 0
    sys.stderr.write(f"{end.code}\n")
    return 1


def prepare(folder: Path) -> None:
    """Does once, in this process, what commands that are forked from it need not do; they share what they find."""
    import_everything()
    complete_models()
    learn_languages()
    know_program()
    share(folder)
    gc.freeze()  # so that children need not copy what they only look at


if __name__ == "__main__":
    shared = mkdtemp()  # commands end as Python does, and would remove a TemporaryDirectory
    prepare(Path(shared))
    serve(socket.socket(fileno=int(sys.argv[1])))
    rmtree(shared)
