"""What templates can reach besides other templates: the host's functions, values and extensions, as a digest."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from datetime import date, time, timedelta
from decimal import Decimal
from functools import cache, partial
from pathlib import Path, PurePath
from types import BuiltinFunctionType, FunctionType, MethodType, ModuleType
from typing import TYPE_CHECKING

from jinja2.defaults import DEFAULT_NAMESPACE
from jinja2.filters import FILTERS
from jinja2.tests import TESTS

from noticeboard.digest import digest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from jinja2 import Environment

_PLAIN = (str, bytes, int, float, complex, type(None), PurePath, date, time, timedelta, Decimal)
_DEEPEST = 12
"""Values within values, below which nothing is looked at: what lies deeper is no plain data."""

_PACKAGE = Path(__file__).resolve().parents[2]


def host_digest(environment: Environment, folders: Iterable[Path]) -> str:
    """The digest of what the host adds to Jinja, values and code; `folders` are those of the project's own code.

    Of a function counts its whole file; of the project's own modules counts every one that is loaded.
    """
    added = [
        *_added("filter", environment.filters, FILTERS),
        *_added("test", environment.tests, TESTS),
        *_added("global", environment.globals, DEFAULT_NAMESPACE),
        *(f"extension {_code(type(found), 0)}" for found in environment.extensions.values()),
    ]
    modules = _modules([folder.resolve() for folder in folders]) if added else ()
    return digest(*map(_bytes, sorted(added)), *map(_bytes, modules))


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _added(kind: str, found: Mapping[str, object], default: Mapping[str, object]) -> Iterator[str]:
    """What stands for each value that is neither Jinja's own nor Pelican's, which the program's digest counts."""
    for name, value in found.items():
        if not _is_pelicans(value) and (name not in default or default[name] is not value):
            yield f"{kind} {name} {_token(value, 0)}"


def _is_pelicans(value: object) -> bool:
    function = value.func if isinstance(value, partial) else value
    return str(getattr(function, "__module__", "")).startswith("pelican.")


def _token(value: object, depth: int) -> str:
    """What is equal for equal values of equal code in every process."""
    if isinstance(value, _PLAIN):
        return f"{type(value).__name__} {value!r}"
    if depth > _DEEPEST:
        return type(value).__qualname__
    if isinstance(value, Mapping):
        pairs = sorted((_token(k, depth + 1), _token(v, depth + 1)) for k, v in value.items())
        return f"mapping {pairs}"
    if isinstance(value, AbstractSet):
        return f"set {sorted(_token(item, depth + 1) for item in value)}"
    if isinstance(value, list | tuple):
        return f"{type(value).__name__} {[_token(item, depth + 1) for item in value]}"
    return _code(value, depth)


def _code(value: object, depth: int) -> str:
    """A function with what it carries along, a class, a module, or an object by its class and its attributes."""
    if isinstance(value, partial):
        return f"partial {[_token(part, depth + 1) for part in (value.func, value.args, value.keywords)]}"
    if isinstance(value, MethodType):
        return f"method {_code(value.__func__, depth)} {_token(value.__self__, depth + 1)}"
    if isinstance(value, FunctionType):
        cells = [_content(cell, depth) for cell in value.__closure__ or ()]
        carried = [_token(found, depth + 1) for found in (value.__defaults__, value.__kwdefaults__)]
        return f"function {value.__qualname__} {_file(value.__code__.co_filename)} {carried} {cells}"
    if isinstance(value, BuiltinFunctionType | type | ModuleType):
        name = value.__name__ if isinstance(value, ModuleType) else value.__module__ or ""
        return f"{name} {getattr(value, '__qualname__', '')} {_file_of_module(name)}"
    return f"{_code(type(value), depth)} {_token(getattr(value, '__dict__', {}), depth + 1)}"


def _content(cell: object, depth: int) -> str:
    try:
        return _token(cell.cell_contents, depth + 1)  # type: ignore[attr-defined]  # a cell has no public type
    except ValueError:
        return "empty"


def _file_of_module(name: str) -> str:
    return _file(getattr(sys.modules.get(name), "__file__", None) or "")


# Many functions stand in one file.
@cache
def _file(path: str) -> str:
    try:
        return digest(Path(path).read_bytes())
    except OSError:
        return ""


def _modules(folders: list[Path]) -> Iterator[str]:
    """The project's own loaded modules except for its settings, and the digest of each file."""
    loaded = [module for module in [*sys.modules.values()] if not hasattr(module, "PLUGINS")]
    files = {Path(found).resolve() for module in loaded if (found := getattr(module, "__file__", None))}
    for file in sorted(files):
        own = any(file.is_relative_to(folder) for folder in folders) and not file.is_relative_to(_PACKAGE)
        if own and "site-packages" not in file.parts:
            yield f"{file.name} {_file(str(file))}"
