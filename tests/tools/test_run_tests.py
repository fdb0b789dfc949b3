"""tools/run_tests.py runs what can run, and says in one sentence what is missing for the rest."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

import browser_needs
import nginx_needs
import run_tests
import validity_needs
import word_needs

if TYPE_CHECKING:
    from pathlib import Path
    from types import ModuleType


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, ...]]:
    """The arguments of pytest's calls, in order."""
    made: list[tuple[str, ...]] = []

    def recorded(*arguments: str, quiet: bool = False) -> int:
        made.append(arguments)
        return 5 if quiet else 0

    monkeypatch.setattr(run_tests, "run_pytest", recorded)
    return made


@pytest.fixture
def bare_machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine without programs on PATH and npm packages, outside CI."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.delenv("CI", raising=False)
    monkeypatch.setattr(browser_needs, "has_node_packages", lambda: False)


def make_ready(monkeypatch: pytest.MonkeyPatch, *needs: ModuleType) -> None:
    """Makes a machine on which none of these is missing."""
    for module in needs:
        monkeypatch.setattr(module, "missing_packages", list)
        monkeypatch.setattr(module, "has_node_packages", lambda: True)
        monkeypatch.setattr(module, "install_node_packages", lambda: None)


@pytest.mark.usefixtures("bare_machine")
def test_browser_tests_are_left_out_with_one_sentence(
    calls: list[tuple[str, ...]], capsys: pytest.CaptureFixture[str]
) -> None:
    """If nothing can be installed, the other tests run and one line says what to install."""
    assert run_tests.main(["-x"]) == 0
    assert calls == [("-m", "not long and not browser", "-x")]
    (line,) = capsys.readouterr().out.splitlines()
    assert line.startswith("The browser tests are left out: install chromium-headless-shell, ")


@pytest.mark.usefixtures("bare_machine")
def test_in_ci_missing_browser_tests_are_a_failure(
    calls: list[tuple[str, ...]], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """With CI=true no test runs if browser tests cannot."""
    monkeypatch.setenv("CI", "true")
    assert run_tests.main([]) == 1
    assert calls == []
    assert capsys.readouterr().err.startswith("The browser tests cannot run: install chromium-headless-shell, ")


def test_a_ready_machine_runs_them_all(calls: list[tuple[str, ...]], monkeypatch: pytest.MonkeyPatch) -> None:
    """All but the long tests."""
    make_ready(monkeypatch, browser_needs)
    assert run_tests.main([]) == 0
    assert calls == [("-m", "not long")]


def test_no_long_test_is_no_failure(
    calls: list[tuple[str, ...]], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is reported, and pytest does not run a second time."""
    make_ready(monkeypatch, browser_needs, nginx_needs, validity_needs, word_needs)
    assert run_tests.main(["--long"]) == 0
    assert calls == [("--collect-only", "-m", "(long or hypothesis)", run_tests.PROFILE)]
    assert capsys.readouterr().out == "There are no long tests.\n"


@pytest.mark.usefixtures("bare_machine")
def test_long_tests_go_on_without_java(
    calls: list[tuple[str, ...]], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The other long tests run and one line says what to install."""
    make_ready(monkeypatch, browser_needs, nginx_needs, word_needs)
    monkeypatch.setattr(validity_needs, "has_node_packages", lambda: False)
    assert run_tests.main(["--long"]) == 0
    assert calls == [("--collect-only", "-m", "(long or hypothesis) and not validity", run_tests.PROFILE)]
    assert capsys.readouterr().out.startswith("The validity tests are left out: install default-jre-headless, nodejs")


@pytest.mark.usefixtures("bare_machine")
def test_nobody_is_asked_for_a_password() -> None:
    """Without apt-get, or the right to use it, nothing is installed."""
    assert browser_needs.apt_command() == ()


def test_a_command_that_hangs_counts_as_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever does not end, such as a script that waits for an answer, is not there; the tests go on."""
    monkeypatch.setattr(browser_needs, "MINUTE", 0.01)
    assert not browser_needs.succeeds(sys.executable, "-c", "import time; time.sleep(600)")
    browser_needs.run(sys.executable, "-c", "import time; time.sleep(600)")
