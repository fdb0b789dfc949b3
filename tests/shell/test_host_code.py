"""What the host adds to Jinja is part of every page's fingerprint."""

from __future__ import annotations

import importlib.util
import sys
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from jinja2 import Environment
from jinja2.ext import Extension

from noticeboard.shell.build.host_code import host_digest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import ModuleType


class Other(Extension):
    """An extension that does nothing."""


class Holder:
    """An object with a value."""

    def __init__(self, value: object) -> None:
        """Takes the value."""
        self.value = value


@pytest.fixture
def loaded(tmp_path: Path) -> Iterator[Callable[[str], ModuleType]]:
    """A module of the project, written and loaded as in a new process."""

    def load(source: str) -> ModuleType:
        file = tmp_path / "own_filters.py"
        file.write_text(source, "utf-8")
        spec = importlib.util.spec_from_file_location("own_filters", file)
        module = importlib.util.module_from_spec(spec)
        sys.modules["own_filters"] = module
        spec.loader.exec_module(module)
        return module

    yield load
    sys.modules.pop("own_filters", None)


def of(tmp_path: Path, **added: object) -> str:
    """The digest of an environment with these globals."""
    environment = Environment(autoescape=True)
    environment.globals.update(added)
    return host_digest(environment, [tmp_path])


@pytest.mark.parametrize("kind", ["globals", "filters", "tests"])
def test_a_value_counts_wherever_it_is_added(tmp_path: Path, kind: str) -> None:
    """Globals, filters and tests count with their values and names."""
    digests = set()
    for name, value in (("", 0), ("a", 1), ("a", 2), ("b", 2)):
        environment = Environment(autoescape=True)
        if name:
            getattr(environment, kind)[name] = value
        digests.add(host_digest(environment, [tmp_path]))
    assert len(digests) == 4


def test_extensions_count(tmp_path: Path) -> None:
    """A further extension changes how templates are read."""
    environment = Environment(autoescape=True, extensions=[Other])
    assert host_digest(environment, [tmp_path]) != of(tmp_path)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"a": [1, {2}]}, {"a": [1, {3}]}),
        (Holder("x"), Holder("y")),
        (partial(int, base=2), partial(int, base=8)),
        (Path("a"), Path("b")),
        (Holder("x").__init__, Holder("y").__init__),
    ],
)
def test_objects_count_by_their_content(tmp_path: Path, one: object, other: object) -> None:
    """Their memory addresses do not count."""
    assert of(tmp_path, v=one) == of(tmp_path, v=one)
    assert of(tmp_path, v=one) != of(tmp_path, v=other)


def test_equal_objects_are_equal_in_any_process(tmp_path: Path) -> None:
    """The digest has no memory address and no order of a set."""
    assert of(tmp_path, v=Holder({"a", "b", "c"})) == of(tmp_path, v=Holder({"c", "b", "a"}))


def test_an_object_that_contains_itself_ends(tmp_path: Path) -> None:
    """Below a certain depth nothing is looked at."""
    holder = Holder(None)
    holder.value = [holder]
    assert of(tmp_path, v=holder)


def test_code_counts_with_what_it_calls(tmp_path: Path, loaded: Callable[[str], ModuleType]) -> None:
    """Any change of a function's own file counts."""
    source = "def helper():\n    return {}\ndef shout(text):\n    return helper()\n"
    digests = [of(tmp_path, shout=loaded(source.format(number)).shout) for number in (1, 2, 1)]
    assert (digests[0] == digests[2], digests[0] == digests[1]) == (True, False)


def test_the_projects_modules_count_with_any_filter(tmp_path: Path, loaded: Callable[[str], ModuleType]) -> None:
    """A filter from elsewhere may call any of them."""
    digests = set()
    for number in (1, 2):
        loaded(f"value = {number}\n")
        digests.add(of(tmp_path, other=len))
    assert len(digests) == 2


def test_code_that_changed_after_loading_has_a_unique_digest(
    tmp_path: Path, loaded: Callable[[str], ModuleType]
) -> None:
    """The old code may be running, so no build of the new code uses its pages."""
    shout = loaded("def shout(text):\n    return 1\n").shout
    environment, file = Environment(autoescape=True), tmp_path / "own_filters.py"
    environment.globals["shout"] = shout
    before, now = host_digest(environment, [tmp_path]), time.time_ns()
    assert host_digest(environment, [tmp_path], now + 10**9) == before
    assert host_digest(environment, [tmp_path], now - 10**9) != before
    found = {host_digest(environment, [tmp_path], now - 10**9)}
    file.write_bytes(file.read_bytes())
    assert host_digest(environment, [tmp_path], now - 10**9) not in found | {before}
