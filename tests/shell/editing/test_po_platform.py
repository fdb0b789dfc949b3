"""A translation platform with PO files: pull, msgmerge, edit, push; and the job that runs on each change."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from babel.messages.pofile import read_po, write_po

if TYPE_CHECKING:
    from pathlib import Path
    from types import SimpleNamespace

    from babel.messages.catalog import Catalog

SWEDISH = {
    "School starts": "Skolan börjar",
    "It starts on Monday.": "Den börjar på måndag.",
    "Who": "Vem",
    'All pupils come. See <g id="1">the other one</g>.': 'Alla kommer. Se <g id="1">den andra</g>.',
    "It starts on Tuesday.": "Den börjar på tisdag.",
    "Bring a pen.": "Ta med en penna.",
}


def catalogue(path: Path) -> Catalog:
    """The file as gettext reads it."""
    return read_po(io.BytesIO(path.read_bytes()))


def save(path: Path, messages: Catalog) -> None:
    """Writes the file with its former header, as gettext tools do."""
    header = path.read_text(encoding="utf-8").partition("\n\n")[0]
    out = io.BytesIO()
    write_po(out, messages, omit_header=True, width=76)
    path.write_text(f"{header}\n\n{out.getvalue().decode()}", encoding="utf-8")


def translated(path: Path) -> None:
    """The translations that people make on the platform."""
    messages = catalogue(path)
    for message in messages:
        if message.id in SWEDISH:
            message.string = SWEDISH[message.id]
            message.flags.discard("fuzzy")
    save(path, messages)


def merged(path: Path, template: Path) -> None:
    """The platform's own msgmerge: its header and translations with the newer file's messages."""
    messages = catalogue(path)
    messages.update(catalogue(template), keep_user_comments=True)
    save(path, messages)


def job(workspace: SimpleNamespace) -> None:
    """The job that runs on each change of the repository; a second run changes nothing."""
    workspace.says("import", "po")
    workspace.says("export", "--all", "--language", "sv", "--to", "po")
    before, files = workspace.tree(), {p: p.read_bytes() for p in workspace.root.rglob("po/**/*.po")}
    workspace.says("import", "po")
    workspace.says("export", "--all", "--language", "sv", "--to", "po")
    assert workspace.tree() == before
    assert {p: p.read_bytes() for p in workspace.root.rglob("po/**/*.po")} == files


def test_three_rounds_of_a_platform_lose_nothing(saved: SimpleNamespace) -> None:
    """Originals change while translators work, the platform merges by itself, and every translation arrives."""
    saved.says("export", "--all", "--language", "sv", "--to", "po")
    path = saved.root / "po/sv/surveys/starts.po"
    translated(path)
    job(saved)
    assert "Alla kommer. Se [den andra](../other/).\n" in saved.read("surveys/starts/sv.md")
    saved.edit("surveys/starts/en.md", "on Monday.", "on Tuesday.")
    job(saved)
    assert [m.id for m in catalogue(path) if m.fuzzy] == ["It starts on Tuesday."]
    translated(path)
    saved.edit("surveys/starts/en.md", "## Who", "Bring a pen.\n\n## Who")
    saved.says("export", "starts", "sv", "-o", "template.po")
    merged(path, saved.root / "template.po")
    translated(path)
    job(saved)
    text = saved.read("surveys/starts/sv.md")
    assert "Den börjar på tisdag.\n\nTa med en penna.\n\n## Vem\n" in text
    assert "translates en.md as it is now" in saved.says("diff", "starts", "sv")
