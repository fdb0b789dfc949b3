"""What templates can reach besides other templates: the host's functions, values and extensions, as a digest."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from datetime import date, time, timedelta
from decimal import Decimal
from functools import partial
from pathlib import Path, PurePath
from types import BuiltinFunctionType, FunctionType, MethodType, ModuleType
from typing import TYPE_CHECKING

from jinja2.defaults import DEFAULT_NAMESPACE
from jinja2.filters import FILTERS
from jinja2.tests import TESTS

from noticeboard.digest import digest
from noticeboard.shell.build.file_snapshot import changed_since

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from jinja2 import Environment

    from noticeboard.shell.project import Project

_PLAIN = (str, bytes, int, float, complex, type(None), PurePath, date, time, timedelta, Decimal)
_DEEPEST = 12
"""Values within values, below which nothing is looked at: what lies deeper is no plain data."""

_TICK = 10_000_000
"""Nanoseconds by which the time of a change may lag the clock: the kernel notes the time of its last tick."""

_PACKAGE = Path(__file__).resolve().parents[2]


def host_digest(environment: Environment, folders: Iterable[Path], began: int | None = None) -> str:
    """The digest of what the host adds to Jinja, values and code; `folders` are those of the project's own code.

    Of a function counts its whole file; of the project's own modules counts every one that is loaded. `began` (ns since
    1970) is before any of it was loaded: a file that changed since may hold other code than what runs, so that its
    digest is one that no other build has. None if it is not known.
    """
    code = _HostCode(began)
    added = [
        *code.added("filter", environment.filters, FILTERS),
        *code.added("test", environment.tests, TESTS),
        *code.added("global", environment.globals, DEFAULT_NAMESPACE),
        *(f"extension {code.digest(type(found), 0)}" for found in environment.extensions.values()),
    ]
    modules = [f"{file.name} {code.file(str(file))}" for file in own_modules(folders)] if added else []
    return digest(*map(_bytes, sorted(added)), *map(_bytes, modules))


def own_folders(project: Project) -> tuple[Path, ...]:
    """The folders with a project's own code: those of its settings and its plugins."""
    settings = Path(project.settings_path).parent if project.settings_path else Path.cwd()
    return (settings, *project.plugins)


def own_modules(folders: Iterable[Path]) -> list[Path]:
    """The files of the loaded modules below the folders except for the settings, sorted."""
    inside = tuple(os.path.join(folder.resolve(), "") for folder in folders)  # noqa: PTH118 - with a slash at the end
    loaded = [module for module in [*sys.modules.values()] if not hasattr(module, "PLUGINS")]
    files = _real_paths(found for module in loaded if (found := getattr(module, "__file__", None)))
    own = (Path(f) for f in files if f"{f}{os.sep}".startswith(inside) and not f.startswith(f"{_PACKAGE}{os.sep}"))
    return sorted(file for file in own if "site-packages" not in file.parts)


def _real_paths(files: Iterable[str]) -> set[str]:
    """The files without links in their paths; each folder is looked at once, as most hold many modules."""
    folders: dict[str, str] = {}
    real = set()
    for folder, name in map(os.path.split, files):
        if folder not in folders:
            folders[folder] = os.path.realpath(folder)
        path = os.path.join(folders[folder], name)  # noqa: PTH118 - a thousand paths in every build
        real.add(os.path.realpath(path) if os.path.islink(path) else path)  # noqa: PTH114
    return real


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _is_pelicans(value: object) -> bool:
    function = value.func if isinstance(value, partial) else value
    return str(getattr(function, "__module__", "")).startswith("pelican.")


class _HostCode:
    """Digests of values and code, which are equal for equal ones in every process; each file is read once."""

    def __init__(self, began: int | None) -> None:
        self._since = None if began is None else began - _TICK
        self._files: dict[str, str] = {"": ""}

    def added(self, kind: str, found: Mapping[str, object], default: Mapping[str, object]) -> Iterator[str]:
        """A value for each thing that is neither Jinja's nor Pelican's; the program's digest covers those."""
        for name, value in found.items():
            if not _is_pelicans(value) and (name not in default or default[name] is not value):
                yield f"{kind} {name} {self._token(value, 0)}"

    def digest(self, value: object, depth: int) -> str:
        """A function with what it carries along, a class, a module, or an object by its class and its attributes."""
        if isinstance(value, partial):
            parts = (value.func, value.args, value.keywords)
            return f"partial {[self._token(part, depth + 1) for part in parts]}"
        if isinstance(value, MethodType):
            return f"method {self.digest(value.__func__, depth)} {self._token(value.__self__, depth + 1)}"
        if isinstance(value, FunctionType):
            cells = [self._content(cell, depth) for cell in value.__closure__ or ()]
            carried = [self._token(found, depth + 1) for found in (value.__defaults__, value.__kwdefaults__)]
            return f"function {value.__qualname__} {self.file(value.__code__.co_filename)} {carried} {cells}"
        if isinstance(value, BuiltinFunctionType | type | ModuleType):
            name = value.__name__ if isinstance(value, ModuleType) else value.__module__ or ""
            file = getattr(sys.modules.get(name), "__file__", None) or ""
            return f"{name} {getattr(value, '__qualname__', '')} {self.file(file)}"
        return f"{self.digest(type(value), depth)} {self._token(getattr(value, '__dict__', {}), depth + 1)}"

    def file(self, path: str) -> str:
        """The digest of a file, "" if it cannot be read."""
        if path not in self._files:
            try:
                found = digest(Path(path).read_bytes())
            except OSError:
                found = ""
            changed = changed_since(path, self._since)
            self._files[path] = f"{found} {changed}" if changed else found
        return self._files[path]

    def _token(self, value: object, depth: int) -> str:
        if isinstance(value, _PLAIN):
            return f"{type(value).__name__} {value!r}"
        if depth > _DEEPEST:
            return type(value).__qualname__
        if isinstance(value, Mapping):
            pairs = sorted((self._token(k, depth + 1), self._token(v, depth + 1)) for k, v in value.items())
            return f"mapping {pairs}"
        if isinstance(value, AbstractSet):
            return f"set {sorted(self._token(item, depth + 1) for item in value)}"
        if isinstance(value, list | tuple):
            return f"{type(value).__name__} {[self._token(item, depth + 1) for item in value]}"
        return self.digest(value, depth)

    def _content(self, cell: object, depth: int) -> str:
        try:
            return self._token(cell.cell_contents, depth + 1)  # type: ignore[attr-defined]  # a cell has no public type
        except ValueError:
            return "empty"
