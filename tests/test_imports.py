"""The import rules of docs/architecture.md, read from the source."""

from __future__ import annotations

import ast
import subprocess
import sys
from functools import cache
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "plugins" / "noticeboard"
LINE = (
    {"blob", "compression", "digest", "model", "shared_values"},
    {"languages"},
    {"fields"},
    {"sources", "markdown", "settings", "settings_reader"},
    {"site"},
    {"pages", "checks", "exchange", "verify", "adoption"},
    {"report", "formats"},
)
"""The core's parts in the order of docs/architecture.md; each imports only parts before or beside it."""

OUTSIDE = ("shell", "cli", "defaults", "__init__", "__main__")
WORLD = frozenset(
    [
        "asyncio",
        "concurrent",
        "glob",
        "locale",
        "logging",
        "multiprocessing",
        "os",
        "pathlib",
        "random",
        "secrets",
        "shutil",
        "signal",
        "socket",
        "sqlite3",
        "subprocess",
        "sys",
        "tempfile",
        "threading",
        "time",
        "urllib.request",
        "uuid",
    ]
)
"""Standard modules that use disk, clock, processes, chance or the operating system's locale."""


def modules() -> list[Path]:
    """Every module of the package."""
    return sorted(PACKAGE.rglob("*.py"))


def named(path: Path) -> str:
    """The module's path below the package."""
    return path.relative_to(PACKAGE).as_posix()


def station(path: Path) -> str:
    """The part that a module belongs to: the folder or file directly below the package."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


@cache
def parsed(path: Path) -> ast.Module:
    """The module's syntax tree."""
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def imports(path: Path) -> frozenset[str]:
    """The full names of everything that a module imports, also for type checking only."""
    tree = parsed(path)
    plain = (a.name for n in ast.walk(tree) if isinstance(n, ast.Import) for a in n.names)
    from_ = (f"{n.module}.{a.name}" for n in ast.walk(tree) if isinstance(n, ast.ImportFrom) for a in n.names)
    return frozenset(chain(plain, from_))


def stations_imported(path: Path) -> set[str]:
    """The other parts that a module imports from."""
    own = (name.split(".") for name in imports(path) if name.split(".")[0] == "noticeboard")
    return {parts[1] for parts in own if len(parts) > 1} - {station(path), "__version__"}


def reachable(name: str) -> set[str]:
    """The parts that a part may import: those before it on the line, and those beside it."""
    location = next((number for number, row in enumerate(LINE) if name in row), -1)
    return set().union(*LINE[: location + 1])


def offenders(find: Callable[[Path], set[str]]) -> dict[str, set[str]]:
    """What `find` finds in modules of the core, by module; modules without are left out."""
    core = (path for path in modules() if station(path) not in OUTSIDE)
    return {named(path): found for path in core if (found := find(path))}


def circles(graph: dict[str, set[str]]) -> set[str]:
    """The nodes on a circle or between two circles: what is left after removing all nodes without arrows in or out."""
    left = dict(graph)
    while True:
        aimed_at = set().union(*left.values())
        inner = {name for name, targets in left.items() if targets & left.keys() and name in aimed_at}
        if len(inner) == len(left):
            return inner
        left = {name: left[name] & inner for name in inner}


def dotted(path: Path) -> str:
    """The full name with which a module is imported."""
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def modules_imported(path: Path, names: set[str]) -> set[str]:
    """Which of the named modules a module imports: for `from a import b` a.b if that is a module, else a."""
    found = (name if name in names else name.rpartition(".")[0] for name in imports(path))
    return {name for name in found if name in names}


def test_the_core_imports_only_earlier_parts() -> None:
    """A module imports from parts before or beside its own."""
    assert offenders(lambda path: stations_imported(path) - reachable(station(path))) == {}


def test_every_module_belongs_to_a_part() -> None:
    """Otherwise no rule would cover it."""
    stations = set().union(*LINE) | set(OUTSIDE)
    assert {named(p) for p in modules() if station(p) not in stations} == set()


def test_parts_import_in_no_circle() -> None:
    """Neither directly nor through others."""
    graph: dict[str, set[str]] = {}
    for path in modules():
        graph.setdefault(station(path), set()).update(stations_imported(path))
    assert circles(graph) == set()


def test_modules_import_in_no_circle() -> None:
    """Neither directly nor through others, not even for type checking only."""
    names = {dotted(path) for path in modules()}
    assert circles({dotted(path): modules_imported(path, names) for path in modules()}) == set()


def test_a_circle_is_found() -> None:
    """Without the nodes that lead to it or away from it."""
    assert circles({"in": {"a"}, "a": {"b"}, "b": {"a", "out"}, "out": set()}) == {"a", "b"}


def test_only_the_command_and_register_import_the_shell() -> None:
    """No other module does."""
    importers = {named(p) for p in modules() if "shell" in stations_imported(p)}
    assert importers == {"__init__.py", "cli.py"}


def test_register_imports_the_shell_inside_the_function() -> None:
    """Importing the package loads nothing of it, so the core loads without Pelican."""
    tree = ast.parse((PACKAGE / "__init__.py").read_text(encoding="utf-8"))
    at_the_top = [n.module for n in tree.body if isinstance(n, ast.ImportFrom)]
    assert at_the_top == ["__future__"]


def test_only_the_shell_names_pelican() -> None:
    """No module outside the shell imports Pelican."""
    importers = {station(p) for p in modules() if any(n.split(".")[0] == "pelican" for n in imports(p))}
    assert importers == {"shell"}


def test_signals_and_generators_are_in_one_file() -> None:
    """Only shell/plugin.py uses Pelican's signals and Generator."""
    wanted = ("pelican.signals", "pelican.generators")
    importers = {named(p) for p in modules() if any(n.startswith(wanted) for n in imports(p))}
    assert importers == {"shell/plugin.py"}


def test_the_core_is_pure() -> None:
    """No module of it imports anything that uses a disk, a clock, chance, a process or the system's locale."""

    def touched(path: Path) -> set[str]:
        return {w for w in WORLD for name in imports(path) if name == w or name.startswith(f"{w}.")}

    assert offenders(touched) == {}


def test_the_core_calls_no_clock_and_opens_no_file() -> None:
    """Nor print, exit or input."""
    forbidden = {"open", "print", "exit", "input", "datetime.now", "datetime.utcnow", "date.today", "datetime.today"}

    def called(path: Path) -> set[str]:
        return {ast.unparse(n.func) for n in ast.walk(parsed(path)) if isinstance(n, ast.Call)} & forbidden

    assert offenders(called) == {}


def test_check_runs_without_pelican(tmp_path: Path) -> None:
    """`noticeboard check` reads, links and checks a whole content folder without importing Pelican."""
    settings = tmp_path / "settings.py"
    settings.write_text(f"PATH = {str(ROOT / 'content')!r}\nTHEME = {str(ROOT / 'theme')!r}\n", encoding="utf-8")
    program = (
        "import sys\n"
        "from noticeboard.cli import main\n"
        "main(['check', '-s', sys.argv[1], '--today', '2026-12-01'], standalone_mode=False)\n"
    )
    ending = "import atexit, sys\natexit.register(lambda: print(sorted(m for m in sys.modules if 'pelican' in m)))\n"
    done = subprocess.run(
        (sys.executable, "-c", ending + program, str(settings)),
        env={"PYTHONPATH": str(ROOT / "plugins")},
        capture_output=True,
        encoding="utf-8",
        timeout=600,
        check=False,
    )
    assert (done.returncode, done.stdout.splitlines()[-1]) == (0, "[]")


def test_help_and_skipped_builds_load_little() -> None:
    """The command's module loads neither what reads content nor what renders it."""
    program = "import sys, noticeboard.cli, noticeboard.shell.commands.build_command; print(*sorted(sys.modules))"
    done = subprocess.run(
        (sys.executable, "-c", program),
        env={"PYTHONPATH": str(ROOT / "plugins")},
        capture_output=True,
        encoding="utf-8",
        timeout=600,
        check=True,
    )
    heavy = {"pelican", "pydantic", "jinja2", "babel", "PIL", "lxml", "markdown", "yaml", "noticeboard.site"}
    assert heavy & set(done.stdout.split()) == set()
