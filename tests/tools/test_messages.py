"""The catalogues of the program's messages: complete, current and correct."""

from __future__ import annotations

import ast
import re
from functools import cache
from typing import TYPE_CHECKING

import pytest

import messages

if TYPE_CHECKING:
    from collections.abc import Iterator

LANGUAGES = ("de", "fr", "nl", "sv")
VALUE = re.compile(r"\{\w+\}")
CODE = re.compile(r"`[^`]+`")
SHELL = messages.PACKAGE / "shell"
COMMANDS = (
    messages.PACKAGE / "cli.py",
    *(path for name in ("begin", "commands", "editing", "publish") for path in sorted((SHELL / name).glob("*.py"))),
    SHELL / "site_server.py",
)
"""The modules in which commands for people who write, translate and publish print something."""
SAYING = {"UsageError", "ClickException", "WrongAnswer", "FolderInUse", "NoRelease", "PortTaken"}
SAYING |= {"echo", "put", "confirm", "prompt"}
"""Calls that say what they are given."""
FOR_CATALOGUES = {"catalogue_upkeep.py", "language_command.py", "language_report.py", "schema_command.py"}
"""The commands for people who add a language print in English."""
CALLS = {"error": (2, 3), "warning": (2, 3), "found": (1, 2), "fail": (1, 2), "fault": (2, 3), "_bad": (1, 2)}
"""The arguments of a call that are the two templates of a problem."""


@pytest.fixture(scope="module", autouse=True)
def _messages_once() -> Iterator[None]:
    """The messages of the program are looked for once."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(messages, "messages", cache(messages.messages))
        yield


@cache
def calls() -> list[tuple[str, ast.Call, list[ast.expr]]]:
    """The module of each call of the program, the call, and those arguments that are templates of a problem."""
    found = []
    for path in messages.PACKAGE.rglob("*.py"):
        for call in (n for n in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(n, ast.Call)):
            name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
            found.append((path.name, call, [call.args[i] for i in CALLS.get(name, ()) if i < len(call.args)]))
    return found


def forms(message: object) -> list[tuple[str, str]]:
    """The translations of a message, each with its English form."""
    ids = message.id if isinstance(message.id, tuple) else (message.id,)
    strings = message.string if isinstance(message.string, tuple) else (message.string,)
    return [(ids[min(number, len(ids) - 1)], text) for number, text in enumerate(strings)]


def kept(text: str) -> set[str]:
    """The parts of a text that every translation must contain unchanged."""
    return {*VALUE.findall(text), *CODE.findall(text)}


def catalogue(lang: str) -> list[object]:
    """The messages of a language."""
    return [m for m in messages.read(messages.FOLDER / f"{lang}.po") if m.id]


def test_every_template_in_the_code_is_a_message() -> None:
    """The catalogues' template has everything that a problem is made with."""
    known = {found.text for found in messages.messages()}
    texts = ((name, a) for name, _, arguments in calls() for a in arguments if isinstance(a, ast.Constant))
    said = [(name, text.value) for name, text in texts if text.value]
    assert len(said) > 100
    assert [one for one in said if one[1] not in known] == []


def test_no_template_is_an_f_string() -> None:
    """It could not be translated."""
    put_together = [
        (name, call) for name, call, arguments in calls() for a in arguments if isinstance(a, ast.JoinedStr)
    ]
    assert [(name, call.lineno) for name, call in put_together] == []


def said(node: ast.AST, names: dict[str, list[ast.AST]]) -> list[str]:
    """The words in an argument that no call of `gettext` has translated."""
    if isinstance(node, ast.Call):
        return []
    if isinstance(node, ast.Name):
        return [word for value in names.get(node.id, []) for word in said(value, names | {node.id: []})]
    if isinstance(node, ast.Constant):
        return re.findall(r"[A-Za-z]{3,}", str(node.value)) if isinstance(node.value, str) else []
    return [word for child in ast.iter_child_nodes(node) for word in said(child, names)]


def bypassing(function: ast.FunctionDef) -> list[tuple[int, list[str]]]:
    """The lines of a function with untranslated words, and these words."""
    names: dict[str, list[ast.AST]] = {}
    for node in ast.walk(function):
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            names.setdefault(node.targets[0].id, []).append(node.value)
    calls = [node for node in ast.walk(function) if isinstance(node, ast.Call) and node.args]
    saying = [call for call in calls if messages.called(call) in SAYING]
    return [(call.lineno, words) for call in saying if (words := said(call.args[0], names))]


def test_no_command_prints_untranslated_words() -> None:
    """Refusals and questions neither; commands to type do not count."""
    found = []
    for path in COMMANDS:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
        found += [(path.name, *one) for function in functions for one in bypassing(function)]
    plain = [one for one in found if one[0] not in FOR_CATALOGUES and set(one[2]) - {"noticeboard", "serve", "watch"}]
    assert plain == []


def test_untranslated_words_would_be_found() -> None:
    """As a string, as a variable and in an f-string."""
    tree = ast.parse(
        "def one():\n"
        "    message = 'There is none.'\n"
        "    raise UsageError(message)\n"
        "def two():\n"
        "    put(f'{count} files', stream)\n"
        "    put(gettext('There is none.'), stream)\n"
    )
    functions = [node for node in tree.body if isinstance(node, ast.FunctionDef)]
    assert [bypassing(f) for f in functions] == [[(3, ["There", "none"])], [(5, ["files"])]]


def test_the_template_is_current() -> None:
    """Run `python tools/messages.py` if this fails."""
    assert messages.TEMPLATE.read_bytes() == messages.as_po(messages.template())


def test_these_languages_are_there() -> None:
    """Dutch, Swedish, German and French, besides English."""
    assert tuple(sorted(p.stem for p in messages.FOLDER.glob("*.po"))) == LANGUAGES


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_catalogue_is_current(lang: str) -> None:
    """It has exactly the messages of the program, in the same order."""
    path = messages.FOLDER / f"{lang}.po"
    assert path.read_bytes() == messages.as_po(messages.updated(lang, messages.read(path)), lang)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_catalogue_is_complete(lang: str) -> None:
    """No message is in English for people who chose this language."""
    assert [m.id for m in catalogue(lang) if not all(text for _, text in forms(m)) or m.fuzzy] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_values_and_code_are_kept(lang: str) -> None:
    """Each translation has the values and the text in backquotes of the English."""
    pairs = [pair for m in catalogue(lang) for pair in forms(m)]
    assert [pair for pair in pairs if kept(pair[0]) != kept(pair[1])] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_translation_ends_like_the_english(lang: str) -> None:
    """With the same punctuation, so that two sentences make a line."""
    ends = [(english, text) for m in catalogue(lang) for english, text in forms(m) if english[-1] in ".?"]
    assert [pair for pair in ends if not pair[1].endswith(pair[0][-1])] == []
