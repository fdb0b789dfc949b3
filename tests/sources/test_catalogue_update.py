"""Catalogues are updated without losing or moving anything."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from noticeboard.languages.language_data import OFFICIAL
from noticeboard.sources.catalogue_file import compare, read_catalogue
from noticeboard.sources.catalogue_update import template_text, updated_text
from noticeboard.sources.message_extraction import UsedMessage

USED = (
    UsedMessage("kind", "Survey", "", ("noticeboard/pages/page_messages.py",), ("The label of one survey.",)),
    UsedMessage("", "%(num)s day", "%(num)s days", ("templates/b.html", "templates/a.html")),
    UsedMessage("", "Deadline", "", ("templates/a.html",)),
)
DUTCH = """\
# Interface strings of the Noticeboard theme: Dutch.
msgid ""
msgstr ""
"Project-Id-Version: Noticeboard\\n"
"Language: nl\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

#. The label of one survey.
#: noticeboard/pages/page_messages.py
msgctxt "kind"
msgid "Survey"
msgstr ""

#: templates/a.html templates/b.html
#, python-format
msgid "%(num)s day"
msgid_plural "%(num)s days"
msgstr[0] ""
msgstr[1] ""

#: templates/a.html
msgid "Deadline"
msgstr ""
"""


def test_a_new_catalogue_has_every_message_and_the_right_header() -> None:
    """With all messages in order, their notes and files, and CLDR's plural forms."""
    assert updated_text("nl", "", USED) == DUTCH


def test_the_template_has_no_language() -> None:
    """It equals a new catalogue without a language and plural forms."""
    lines = [line for line in DUTCH.split("\n") if not line.startswith(('"Language', '"Plural-Forms'))]
    lines[0] = "# Interface strings of the Noticeboard theme: template."
    assert template_text(USED).split("\n") == lines


@pytest.mark.parametrize("tag", [*OFFICIAL, "ar", "uk", "pt-BR", "sr-Latn", "qaa", "art-x-demo"])
def test_any_language_can_have_a_catalogue(tag: str) -> None:
    """A new one is valid and up to date whether CLDR knows the language or not."""
    text = updated_text(tag, "", USED)
    file = read_catalogue(tag, text.encode(), f"{tag}.po")
    assert [p.name for p in (*file.problems, *compare(file, USED))] == ["untranslated-message"]
    assert updated_text(tag, text, USED) == text


def test_translations_remarks_and_foreign_fields_stay() -> None:
    """Order, notes, files and technical header fields are ours; everything else is the translators'."""
    old = """\
# By the Dutch team.
#, fuzzy
msgid ""
msgstr "Language: nl\\nLast-Translator: Somebody <a@example.org>\\nPO-Revision-Date: once\\n"

# Agreed with the ministry.
#: gone.html:12
msgid "Deadline"
msgstr "Uiterste "
"datum"

#, fuzzy
msgctxt "kind"
msgid "Survey"
msgstr "Enquête"
"""
    new = updated_text("nl", old, USED)
    assert new.startswith(
        '# By the Dutch team.\nmsgid ""\nmsgstr ""\n"Project-Id-Version: Noticeboard\\n"\n"Language: nl'
    )
    assert '"Last-Translator: Somebody <a@example.org>\\n"\n' in new
    assert "Revision" not in new
    assert new.endswith('# Agreed with the ministry.\n#: templates/a.html\nmsgid "Deadline"\nmsgstr "Uiterste datum"\n')
    assert '#, fuzzy\nmsgctxt "kind"\nmsgid "Survey"\nmsgstr "Enquête"\n' in new


def test_an_unused_message_becomes_obsolete_and_comes_back() -> None:
    """It keeps its translation as obsolete until it is used again."""
    full = DUTCH.replace('msgid "Deadline"\nmsgstr ""', 'msgid "Deadline"\nmsgstr "Uiterste datum"').replace(
        'msgid "Survey"\nmsgstr ""', 'msgid "Survey"\nmsgstr "Enquête"'
    )
    without = updated_text("nl", full, USED[1:2])
    assert read_catalogue("nl", without.encode(), "nl.po").lines == {("", "%(num)s day"): 13}
    assert without.endswith(
        '#~ msgctxt "kind"\n#~ msgid "Survey"\n#~ msgstr "Enquête"\n\n#~ msgid "Deadline"\n#~ msgstr "Uiterste datum"\n'
    )
    assert updated_text("nl", without, USED) == full


def test_nothing_is_guessed_from_similar_messages() -> None:
    """A reworded message is untranslated."""
    old = updated_text("nl", "", USED).replace('msgid "Deadline"\nmsgstr ""', 'msgid "Deadlines"\nmsgstr "Datums"')
    file = read_catalogue("nl", updated_text("nl", old, USED).encode(), "nl.po")
    assert dict(file.catalogue.messages) == {}


@pytest.mark.parametrize(
    "path", sorted((Path(__file__).parents[2] / "theme/translations").glob("*.po")), ids=lambda p: p.stem
)
def test_the_themes_catalogues_keep_every_word(path: Path) -> None:
    """An update with its own messages changes no translation, and a second one changes nothing."""
    text = path.read_text(encoding="utf-8")
    file = read_catalogue(path.stem, text.encode(), str(path))
    used = tuple(UsedMessage(*key, "…" if key in file.plurals else "", ("templates/a.html",)) for key in file.lines)
    new = updated_text(path.stem, text, used)
    assert read_catalogue(path.stem, new.encode(), str(path)).catalogue == file.catalogue
    assert updated_text(path.stem, new, used) == new


WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cn", "Cs", "Zl", "Zp")), min_size=1)


@given(st.dictionaries(WORDS, WORDS, max_size=5), st.lists(WORDS, max_size=3))
def test_updating_twice_is_updating_once(translations: dict[str, str], others: list[str]) -> None:
    """An update keeps used messages and adds new ones; a second one changes nothing."""
    old = tuple(UsedMessage("", text, "", ("a.html",)) for text in translations)
    text = updated_text("nl", "", old)
    used = tuple(UsedMessage("", text, "", ("b.html",)) for text in dict.fromkeys((*translations, *others)))
    new = updated_text("nl", text, used)
    assert list(read_catalogue("nl", new.encode(), "nl.po").lines) == [m.key for m in used]
    assert updated_text("nl", new, used) == new
