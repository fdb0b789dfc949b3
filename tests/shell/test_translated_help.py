"""Help and messages about wrong calls, in the reader's language."""

from __future__ import annotations

import shlex

import click
import pytest
from click.testing import CliRunner

from noticeboard.cli import main
from noticeboard.shell.publish.serving_commands import SERVERS
from noticeboard.shell.terminal.translated_help import paragraphs
from noticeboard.shell.terminal.usage_messages import said

LANGUAGES = ("nl", "sv", "de", "fr")


def run(lang: str, *arguments: str) -> str:
    """The output of a command in that language."""
    environment = {"NOTICEBOARD_LANG": lang, "LC_ALL": "", "LC_MESSAGES": "", "LANG": "", "LANGUAGE": ""}
    return CliRunner(env=environment).invoke(main, arguments, prog_name="noticeboard").output


def plain(command: click.Command) -> set[str]:
    """The English sentences of a command's help."""
    options = {o.help for o in command.params if isinstance(o, click.Option) and o.help}
    return options | {text for text in paragraphs(command.help or "") if not text.startswith("Example:")}


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", sorted(main.commands))
def test_no_sentence_of_help_is_english(name: str, lang: str) -> None:
    """Every paragraph and option of every command is in the reader's language."""
    shown = " ".join(run(lang, name, "--help").split())
    assert [text for text in plain(main.commands[name]) if text in shown and "XLIFF 1.2" not in text] == []


@pytest.mark.parametrize("name", sorted(main.commands))
def test_help_is_wrapped_without_breaking_words(name: str) -> None:
    """Every sentence is complete at 80 columns."""
    help_ = run("en", name, "--help")
    shown = " ".join(help_.split())
    assert [text for text in plain(main.commands[name]) if " ".join(text.split()) not in shown] == []
    assert shown.startswith("Usage: ")
    assert [line for line in help_.splitlines() if len(line) > 80] == []


@pytest.mark.parametrize("name", sorted(main.commands))
def test_an_example_can_be_copied(name: str) -> None:
    """An example on several lines is one command for a shell."""
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
def test_a_wrong_call_is_reported_in_the_readers_language(arguments: tuple[str, ...], expected: str) -> None:
    """So is the usage of the command."""
    assert expected in run("nl", *arguments)


def test_a_wrong_call_shows_the_usage() -> None:
    """Usage and the help command come before what is wrong."""
    assert run("nl", "stamp") == (
        "Gebruik: noticeboard stamp [OPTIONS] NAME [LANG]...\nProbeer 'noticeboard stamp --help' voor hulp.\n\n"
        "Fout: Het argument 'NAME' ontbreekt.\n"
    )


def test_an_unknown_sentence_of_click_stays() -> None:
    """An English sentence is better than none."""
    assert said("Something else is wrong.") == "Something else is wrong."
