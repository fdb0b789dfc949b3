"""constraints.txt pins everything that is installed, for every Python that pyproject.toml allows."""

from __future__ import annotations

import ast
import json
import re
import tomllib
from importlib.metadata import PackageNotFoundError, distribution, packages_distributions
from itertools import chain
from pathlib import Path

from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name

import noticeboard

ROOT = Path(__file__).resolve().parents[2]
PIN = re.compile(r"(?P<name>[\w.-]+)==(?P<version>[\w.]+)(?:; (?P<marker>\S.*))?")
OLDEST = "3.11.0"


def lines() -> list[str]:
    """The lines of constraints.txt without comments."""
    text = (ROOT / "constraints.txt").read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def pins() -> dict[str, str]:
    """The version of every pin, by name."""
    found = [PIN.fullmatch(line) for line in lines()]
    return {canonicalize_name(pin["name"]): pin["version"] for pin in found if pin}


def asked_for() -> list[Requirement]:
    """The requirements in pyproject.toml: to build, run, test and lint."""
    with (ROOT / "pyproject.toml").open("rb") as file:
        project = tomllib.load(file)
    extras = project["project"]["optional-dependencies"].values()
    plain = (project["build-system"]["requires"], project["project"]["dependencies"], *extras)
    return [Requirement(text) for text in chain.from_iterable(plain)]


def everything() -> set[str]:
    """The names of all requirements and of their installed requirements in turn."""
    seen: set[str] = set()
    waiting = asked_for()
    while waiting:
        requirement = waiting.pop()
        name = canonicalize_name(requirement.name)
        if name not in seen:
            seen.add(name)
            waiting += asked_for_by(name, requirement.extras)
    return seen


def asked_for_by(name: str, extras: set[str]) -> list[Requirement]:
    """The requirements of an installed distribution here; none if it is not installed."""
    try:
        texts = distribution(name).requires or []
    except PackageNotFoundError:
        return []
    found = [Requirement(text) for text in texts]
    settings = [{"extra": extra} for extra in ("", *extras)]
    return [one for one in found if not one.marker or any(map(one.marker.evaluate, settings))]


def test_a_pin_is_a_name_and_a_version() -> None:
    """No pin has an address, hash or range, and none is repeated."""
    assert [line for line in lines() if not PIN.fullmatch(line)] == []
    assert len(pins()) == len(lines())


def test_everything_is_pinned() -> None:
    """Everything that is installed to build, run, test or lint, including the build backend."""
    assert sorted(everything() - set(pins())) == []


def imported_by_the_package() -> set[str]:
    """The distributions that modules of the package import."""
    known = packages_distributions()
    trees = [ast.parse(path.read_bytes()) for path in (ROOT / "plugins").rglob("*.py")]
    nodes = [node for tree in trees for node in ast.walk(tree)]
    names = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    names |= {node.module for node in nodes if isinstance(node, ast.ImportFrom) and node.module}
    tops = {name.partition(".")[0] for name in names}
    return {canonicalize_name(name) for top in tops for name in known.get(top, ())}


def test_requirements_of_the_program_are_imported() -> None:
    """No library is installed for nothing; tzdata is data for zoneinfo, pagefind a command."""
    with (ROOT / "pyproject.toml").open("rb") as file:
        dependencies = tomllib.load(file)["project"]["dependencies"]
    asked = {canonicalize_name(Requirement(text).name) for text in dependencies}
    assert asked - imported_by_the_package() == {"pagefind", "tzdata"}


def test_pins_work_with_the_oldest_python() -> None:
    """No pinned version needs a later Python than 3.11.0."""
    refused = [name for name, version in pins().items() if not admits_oldest(name, version)]
    assert refused == []


def admits_oldest(name: str, version: str) -> bool:
    """Whether a distribution runs on the oldest Python; true if another version is installed."""
    try:
        installed = distribution(name)
    except PackageNotFoundError:
        return True
    return installed.version != version or OLDEST in SpecifierSet(installed.metadata.get("Requires-Python") or "")


def test_an_action_is_named_by_its_commit() -> None:
    """A tag can be moved, a commit cannot (SLSA, GitHub's guide to secure use)."""
    files = [*(ROOT / "docs").rglob("*.md"), *(ROOT / "plugins").rglob("*.yml"), ROOT / "README.md"]
    named = [action for file in files for action in re.findall(r"uses: *(\S+)", file.read_text(encoding="utf-8"))]
    assert named
    assert [action for action in named if not re.fullmatch(r"[\w./-]+@[0-9a-f]{40}", action)] == []


def test_an_install_in_the_docs_names_a_version_or_the_constraints() -> None:
    """Whoever copies it gets the tested versions."""
    files = [*(ROOT / "docs").rglob("*.md"), ROOT / "README.md", ROOT / "SECURITY.md"]
    asked = re.compile(r"(?:pipx? (?:install|run)|uvx|npm install) [^`\n]*")
    lines = [found for file in files for found in asked.findall(file.read_text(encoding="utf-8"))]
    bound = re.compile(r"==\d|@\d|--constraint|-c constraints|--requirement|-r requirements|--no-package-lock")
    assert [line for line in lines if not bound.search(line)] == []


def test_the_docs_install_this_version() -> None:
    """They describe it."""
    files = [*(ROOT / "docs").rglob("*.md"), ROOT / "README.md"]
    named = [one for file in files for one in re.findall(r"noticeboard==([\d.]+\d)", file.read_text(encoding="utf-8"))]
    assert named
    assert set(named) == {noticeboard.__version__}


def test_node_packages_are_pinned_with_all_they_need() -> None:
    """package.json has exact versions, also for what the packages need."""
    for folder in ("browser", "validity"):
        package = json.loads((ROOT / "tests" / folder / "package.json").read_text(encoding="utf-8"))
        versions = [*package["dependencies"].values(), *package.get("overrides", {}).values()]
        assert [version for version in versions if not re.fullmatch(r"\d+\.\d+\.\d+(?:-[\w.]+)?", version)] == []
        installed = ROOT / "tests" / folder / "node_modules" / ".package-lock.json"
        found = json.loads(installed.read_text(encoding="utf-8"))["packages"] if installed.exists() else {}
        names = {path.rpartition("node_modules/")[2] for path in found}
        assert sorted(names - set(package["dependencies"]) - set(package.get("overrides", {}))) == []
