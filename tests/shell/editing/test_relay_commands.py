"""A version made from a translation, from the first draft to a change of the first original."""

from __future__ import annotations

from pathlib import Path

NL, SV, EN = (f"surveys/starts/{lang}.md" for lang in ("nl", "sv", "en"))
WORDS = {
    "'De school begint'": "Skolan börjar",
    "Het begint maandag.": "Den börjar på måndag.",
    "Wie": "Vem",
    "Alle leerlingen komen. Zie": "Alla elever kommer. Se",
    "status: draft\n": "",
}


def test_a_relay_names_the_version_it_waits_for(workspace: object) -> None:
    """It is current for its own source, and every command says if that source is not."""
    workspace.says("stamp", "starts", "nl")
    workspace.says("translate", "starts", "sv", "--from", "nl")
    assert "translates: {language: nl," in workspace.read(SV)
    for dutch, swedish in WORDS.items():
        workspace.edit(SV, dutch, swedish)
    assert workspace.says("diff", "starts", "sv").endswith("translates nl.md as it is now. There is nothing to do.\n")
    workspace.edit(EN, "Monday", "Tuesday")
    assert "made from nl, which is not current itself" in workspace.says("status")
    assert workspace.says("diff", "starts", "sv").endswith("nl.md, from which it was made, is not current itself.\n")
    workspace.edit(NL, "maandag", "dinsdag")
    workspace.says("stamp", "starts", "nl")
    told = workspace.says("diff", "starts", "sv")
    assert ("Het begint dinsdag." in told, "made" in workspace.says("status")) == (True, False)
    workspace.edit(SV, "måndag", "tisdag")
    assert workspace.says("stamp", "starts", "sv") == f"content/{SV}: current\n"


def test_a_relay_is_exchanged_with_its_own_source(workspace: object) -> None:
    """The exported file has the text that is translated, and is imported into the relay."""
    workspace.says("stamp", "starts", "nl")
    workspace.says("translate", "starts", "sv", "--from", "nl")
    workspace.says("export", "starts", "sv", "-o", "sv.po")
    file = Path(workspace.root) / "sv.po"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace('"Het begint maandag."\nmsgstr ""', '"Het begint maandag."\nmsgstr "Den börjar nu."'))
    workspace.says("import", "sv.po")
    assert "Den börjar nu." in workspace.read(SV)
    assert "status: draft" in workspace.read(SV)
