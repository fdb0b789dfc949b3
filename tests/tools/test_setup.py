"""tools/setup.py makes .venv when it is needed, and only then."""

from __future__ import annotations

import importlib.util
import runpy
import shutil
import sys
from pathlib import Path

import pytest

import setup

SCRIPT = Path(setup.__file__)


@pytest.fixture
def clone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the files that decide what .venv contains, on which the script works."""
    for name in ("pyproject.toml", "constraints.txt"):
        shutil.copy(setup.ROOT / name, tmp_path)
    monkeypatch.setattr(setup, "ROOT", tmp_path)
    monkeypatch.setattr(setup, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(setup, "PYTHON", tmp_path / ".venv" / "python")
    monkeypatch.setattr(setup, "STAMP", tmp_path / ".venv" / "noticeboard.json")
    return tmp_path


def made(clone: Path, *extras: str) -> str:
    """Pretends that .venv was made with these extras, and returns its fingerprint."""
    (clone / ".venv").mkdir()
    (clone / ".venv" / "python").touch()
    fingerprint = setup.environment_fingerprint()
    setup.write_stamp(fingerprint, set(extras))
    return fingerprint


def test_a_complete_environment_is_left_alone(clone: Path) -> None:
    """Nothing is installed if .venv has everything."""
    made(clone, "test")
    assert (setup.main([]), setup.main(["--test"])) == (0, 0)


def test_an_incomplete_environment_is_made_again(clone: Path) -> None:
    """Without its stamp or its Python."""
    fingerprint = made(clone)
    assert setup.installed_extras(fingerprint) == set()
    (clone / ".venv" / "python").unlink()
    assert setup.installed_extras(fingerprint) is None
    (clone / ".venv" / "python").touch()
    (clone / ".venv" / "noticeboard.json").unlink()
    assert setup.installed_extras(fingerprint) is None


def test_pins_and_requirements_decide(clone: Path) -> None:
    """A changed pin or requirement outdates .venv; the settings of a linter do not."""
    fingerprint = made(clone)
    project = (clone / "pyproject.toml").read_text(encoding="utf-8")
    (clone / "pyproject.toml").write_text(project + "\n[tool.other]\nx = 1\n", encoding="utf-8")
    assert setup.environment_fingerprint() == fingerprint
    (clone / "pyproject.toml").write_text(project.replace('"rich>=', '"rich>=1'), encoding="utf-8")
    assert setup.environment_fingerprint() != fingerprint
    (clone / "pyproject.toml").write_text(project, encoding="utf-8")
    (clone / "constraints.txt").write_text("rich==1\n", encoding="utf-8")
    assert setup.environment_fingerprint() != fingerprint


def test_a_moved_clone_needs_its_own(clone: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Scripts in .venv contain the folder's path."""
    fingerprint = made(clone)
    moved = tmp_path / "moved"
    shutil.copytree(clone, moved)
    monkeypatch.setattr(setup, "ROOT", moved)
    assert setup.environment_fingerprint() != fingerprint


def test_without_ensurepip_one_sentence_says_what_to_install(
    clone: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Debian's Python without python3-venv: exit code 1, and no folder is left."""
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: None)
    assert setup.main([]) == 1
    version = f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"
    assert capsys.readouterr().err.count(version) == 1
    assert not (clone / ".venv").exists()


def test_an_older_python_gets_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    """Python 3.10 can run the script up to that sentence."""
    monkeypatch.setattr(sys, "version_info", (3, 10, 4))
    with pytest.raises(SystemExit, match=r"needs Python 3\.11 or newer, and .* is Python 3\.10\."):
        runpy.run_path(str(SCRIPT))
