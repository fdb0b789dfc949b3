"""`noticeboard new`: the folder of a new announcement, with a version that lacks its words alone."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING

import click

from noticeboard.fields.address_types import https_fault
from noticeboard.fields.front_matter_keys import KEYS
from noticeboard.shell.editing.file_changes import write_new
from noticeboard.shell.editing.rename_command import new_name
from noticeboard.shell.editing.workspace import checked_day, open_workspace
from noticeboard.shell.terminal.console import put
from noticeboard.shell.terminal.program_messages import gettext
from noticeboard.shell.terminal.refusals import wrong
from noticeboard.sources.yaml_writing import written

if TYPE_CHECKING:
    from noticeboard.model import Vocabulary
    from noticeboard.settings import Kind
    from noticeboard.shell.editing.workspace import Workspace


@dataclass(frozen=True, slots=True)
class NewRequest:
    """What a call of `noticeboard new` asks for, as it was typed."""

    settings: str
    kind: str
    name: str
    language: str = ""
    today: str = ""


def run_new(request: NewRequest) -> None:
    """Writes the version and prints what to do next; raises UsageError, or ClickException if the name is taken."""
    workspace = open_workspace(request.settings, request.today)
    kind = kind_named(workspace, request.kind)
    name = new_name(workspace, kind, request.name)
    lang = workspace.language(request.language or workspace.settings.default_language)
    given = {"published": workspace.site.today.isoformat()} if "published" in kind.requires else {}
    if sys.stdin.isatty():
        given |= _answers(workspace, kind)
    path = f"{kind.name}/{name}/{lang}.md"
    write_new(
        workspace.project.content / path, new_version(_keys(kind, workspace), given, _choices(workspace)).encode()
    )
    wrote = gettext(
        "Wrote {path}. Fill in what is empty and write the text below the second line ---.", path=workspace.shown(path)
    )
    then = gettext("Then: noticeboard check {path}", path=workspace.shown(f"{kind.name}/{name}"))
    put(f"{wrote}\n{then}\n", sys.stdout)


def new_version(keys: list[str], given: dict[str, str], choices: dict[str, str]) -> str:
    """A version without words: a line for each key with the given value, or with what belongs there.

    `choices` are the possible ids for keys with terms.
    """
    lines = []
    for key in keys:
        value = given.get(key, "")
        if key in choices:
            file, examples = f"vocabularies/{key}.yml", _some(choices[key])
            hint = f"  # {gettext('from {file}, such as {examples}', file=file, examples=examples)}"
            lines.append(f"{key}: [{value}]{'' if value else hint}")
        else:
            hint = f"  # {_hint(key)}" if KEYS[key].hint and not value else ""
            lines.append(f"{key}: {written(value) if value else ''}".rstrip() + hint)
    return "\n".join(["---", *lines, "---", "", ""])


def kind_named(workspace: Workspace, asked: str) -> Kind:
    """The kind of announcement that is called so, in the singular or as its folder is; raises UsageError."""
    by_name = {name: kind for kind in workspace.settings.kinds for name in (kind.name.removesuffix("s"), kind.name)}
    if asked not in by_name:
        close = get_close_matches(asked, by_name, n=1, cutoff=0.5)
        known = ", ".join(
            kind.name.removesuffix("s") if kind.name != "news" else "news" for kind in workspace.settings.kinds
        )
        advice = (
            gettext("Did you mean {value}?", value=close[0]) if close else gettext("There are: {known}.", known=known)
        )
        told = f"{gettext('There is no kind of announcement {asked}.', asked=asked)} {advice}"
        raise click.UsageError(told)
    return by_name[asked]


def _keys(kind: Kind, workspace: Workspace) -> list[str]:
    beside = [name for name, key in KEYS.items() if key.suggested_with in kind.requires]
    used = {v.name for v in workspace.site.vocabularies}
    return ["title", *kind.requires, *beside, *(name for name in kind.terms if name in used)]


def _choices(workspace: Workspace) -> dict[str, str]:
    return {v.name: _ids(v) for v in workspace.site.vocabularies}


def _some(choices: str) -> str:
    return ", ".join(choices.split(", ")[:2])


def _ids(vocabulary: Vocabulary) -> str:
    return ", ".join(term.id for term in vocabulary.terms)


def _answers(workspace: Workspace, kind: Kind) -> dict[str, str]:
    """What the person at the terminal says; an empty answer leaves the line to be filled in later."""
    put(gettext("Press Enter to leave something open.") + "\n", sys.stdout)
    choices, found = _choices(workspace), {}
    for key in _keys(kind, workspace):
        if key != "published":
            hint = gettext("any of {value}", value=choices[key]) if key in choices else _hint(key)
            found[key] = _question(key, hint, choices.get(key, ""))
    return {key: value for key, value in found.items() if value}


def _hint(key: str) -> str:
    return gettext(KEYS[key].hint) if KEYS[key].hint else ""


def _question(key: str, hint: str, choices: str) -> str:
    def checked(value: str) -> str:
        return _checked(key, value.strip(), choices) if value.strip() else ""

    return str(click.prompt(f"{key} ({hint})", default="", show_default=False, value_proc=checked))


def _checked(key: str, value: str, choices: str) -> str:
    if choices:
        ids = [one.strip() for one in value.split(",") if one.strip()]
        unknown = [one for one in ids if one not in choices.split(", ")]
        if unknown:
            wrong("{value} is not one of {choices}.", value=unknown[0], choices=choices)
        return ", ".join(ids)
    if key == "deadline":
        return checked_day(value)
    if key == "survey" and (fault := https_fault(value)):
        wrong(fault, address=value)
    return value
