"""Help, and what is said of a wrong call, in the reader's language."""

from __future__ import annotations

import shlex

import click
import pytest
from click.testing import CliRunner

from noticeboard.cli import main
from noticeboard.shell.publish.serving_commands import SERVERS
from noticeboard.shell.terminal.spoken_help import paragraphs
from noticeboard.shell.terminal.usage_messages import said

LANGUAGES = ("nl", "sv", "de", "fr")


def run(lang: str, *arguments: str) -> str:
    """What a command says in that language."""
    environment = {"NOTICEBOARD_LANG": lang, "LC_ALL": "", "LC_MESSAGES": "", "LANG": "", "LANGUAGE": ""}
    return CliRunner(env=environment).invoke(main, arguments, prog_name="noticeboard").output


def plain(command: click.Command) -> set[str]:
    """The English sentences of a command's help."""
    options = {o.help for o in command.params if isinstance(o, click.Option) and o.help}
    return options | {text for text in paragraphs(command.help or "") if not text.startswith("Example:")}


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", sorted(main.commands))
def test_no_sentence_of_help_is_english(name: str, lang: str) -> None:
    """Each paragraph and each option of each command is in the reader's language."""
    shown = " ".join(run(lang, name, "--help").split())
    assert [text for text in plain(main.commands[name]) if text in shown and "XLIFF 1.2" not in text] == []


@pytest.mark.parametrize("name", sorted(main.commands))
def test_help_in_english_is_as_it_is_written(name: str) -> None:
    """Every sentence is whole at 80 columns, and no word is broken."""
    help_ = run("en", name, "--help")
    shown = " ".join(help_.split())
    assert [text for text in plain(main.commands[name]) if " ".join(text.split()) not in shown] == []
    assert shown.startswith("Usage: ")
    assert [line for line in help_.splitlines() if len(line) > 80] == []


@pytest.mark.parametrize("name", sorted(main.commands))
def test_an_example_can_be_copied(name: str) -> None:
    """An example that needs several lines is one command for a shell too."""
    written = next(t for t in paragraphs(main.commands[name].help or "") if t.startswith("Example: "))
    shown = run("en", name, "--help").partition("Example: ")[2].partition("\n\n")[0]
    assert shlex.split(shown.replace("\\\n", "")) == shlex.split(written)[1:]


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (("nothing",), "Fout: Er is geen commando 'nothing'."),
        (("stmp",), "Fout: Er is geen commando 'stmp'. Bedoelt u 'stamp'?"),
        (("stamp",), "Fout: Het argument 'NAME' ontbreekt."),
        (("stamp", "--editoral", "x"), "Fout: Er is geen optie '--editoral'. Bedoelt u '--editorial'?"),
        (("serve", "--port", "x"), "Fout: Ongeldige waarde voor '--port': 'x' is geen geheel getal."),
        (
            ("serve", "--port", "70000"),
            "Fout: Ongeldige waarde voor '--port': 70000 ligt niet in het bereik 0<=x<=65535.",
        ),
        (("check", "--format", "x"), "'x' is geen van 'text', 'json', 'github', 'sarif'."),
        (("server-rules",), f"Kies uit: {', '.join(SERVERS)}"),
        (("diff", "a", "b", "c"), "Fout: Dit argument is te veel: c"),
        (("explain", "--messages"), "Fout: De optie '--messages' heeft een waarde nodig."),
        (("explain", "--markdown=x"), "Fout: De optie '--markdown' neemt geen waarde."),
        (("stamp", "-s", "none.py", "a", "nl"), "Fout: Hier is geen instellingenbestand none.py."),
    ],
)
def test_a_wrong_call_is_told_in_the_readers_language(arguments: tuple[str, ...], expected: str) -> None:
    """What click would say in English, with how the command is used."""
    assert expected in run("nl", *arguments)


def test_a_wrong_call_is_told_how_it_is_right() -> None:
    """Usage, and the command that says more, are above what is wrong."""
    assert run("nl", "stamp") == (
        "Gebruik: noticeboard stamp [OPTIONS] NAME [LANG]...\nProbeer 'noticeboard stamp --help' voor hulp.\n\n"
        "Fout: Het argument 'NAME' ontbreekt.\n"
    )


def test_what_is_not_known_stays_as_it_is() -> None:
    """A sentence that click may say some day is better than none."""
    assert said("Something else is wrong.") == "Something else is wrong."
