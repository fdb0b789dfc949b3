"""The theme's catalogues, as builds read them and `noticeboard catalogues` updates them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from jinja2.ext import ExprStmtExtension

from noticeboard.settings import Settings
from noticeboard.shell.build.theme_catalogues import messages_said, read_catalogues
from noticeboard.shell.build.theme_templates import read_templates
from noticeboard.shell.cache.store import Store
from noticeboard.shell.commands.catalogue_upkeep import update_catalogues
from noticeboard.shell.project import Project, load_project, project_of
from noticeboard.sources.catalogue_update import updated_text

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PLACEHOLDER = re.compile(r"%\(\w+\)s")
TEMPLATE = '{{ _("Deadline: %(date)s", date=x) }}{{ ngettext("%(num)s day", "%(num)s days", n) }}'


class Theme:
    """A small theme in its own folder."""

    def __init__(self, root: Path, **settings: object) -> None:
        """Makes a template that says two messages; the program's own come on top of them."""
        self.root = root
        self.project: Project = project_of({"THEME": str(root), **settings})
        self.write("templates/base.html", TEMPLATE)

    def write(self, name: str, text: str) -> None:
        """Writes a file of the theme."""
        (self.root / name).parent.mkdir(parents=True, exist_ok=True)
        (self.root / name).write_text(text, encoding="utf-8")

    def catalogue(self, lang: str, *, deadline: str = "… %(date)s", rest: str = "…") -> str:
        """Writes a complete catalogue with the given message for the deadline, and returns its text."""
        lines = updated_text(lang, "", messages_said(self.project)[0]).split("\n")
        for number, line in enumerate(lines):
            if line.endswith(' ""') and line.startswith("msgstr") and lines[number - 1] != 'msgid ""':
                kept = PLACEHOLDER.findall(lines[number - 1])
                text = deadline if "Deadline: %(date)s" in lines[number - 1] else " ".join((rest, *kept))
                lines[number] = f'{line.removesuffix(chr(34) * 2)}"{text}"'
        self.write(f"translations/{lang}.po", "\n".join(lines))
        return "\n".join(lines)

    def problems(self, *languages: str) -> list[tuple[str, str, str]]:
        """The file, severity and name of each problem in a build with these languages."""
        with Store(self.root / "store.sqlite", "1") as store:
            found = read_catalogues(self.project, Settings(languages=languages), store, read_templates(self.project))[2]
        return [(p.location.path.rpartition("/")[2], str(p.severity), p.name) for p in found]

    def files(self) -> dict[str, str]:
        """The files in the folder of catalogues with their text."""
        return {p.name: p.read_text(encoding="utf-8") for p in sorted((self.root / "translations").iterdir())}


@pytest.fixture
def theme(tmp_path: Path) -> Theme:
    """A theme with complete catalogues in English and Dutch."""
    made = Theme(tmp_path)
    made.catalogue("en")
    made.catalogue("nl")
    return made


def test_complete_catalogues_have_no_problems(theme: Theme) -> None:
    """A catalogue needs the messages of the theme and the program, no others."""
    assert theme.problems("en", "nl") == []


def test_languages_that_are_not_offered_have_only_errors(theme: Theme) -> None:
    """Unfinished work is not reported before a language is offered, but what would print wrongly is."""
    theme.catalogue("sv", deadline="")
    theme.catalogue("fi", deadline="… %(datum)s")
    broken = ("fi.po", "error", "wrong-placeholder")
    assert theme.problems("en") == [broken]
    assert theme.problems("en", "sv") == [broken, ("sv.po", "warning", "untranslated-message")]


def test_a_language_without_catalogue_is_one_warning(theme: Theme) -> None:
    """It is reported once, not for every message."""
    assert theme.problems("en", "sv") == [("sv.po", "warning", "missing-catalogue")]


def test_a_misnamed_catalogue_is_an_error(theme: Theme) -> None:
    """So is one in a subfolder."""
    theme.write("translations/pt_BR.po", "")
    theme.write("translations/nl/LC_MESSAGES/theme.po", "")
    assert theme.problems("en") == [
        ("theme.po", "error", "wrong-catalogue-name"),
        ("pt_BR.po", "error", "wrong-catalogue-name"),
    ]


def test_a_file_that_cannot_be_read_is_one_problem(theme: Theme) -> None:
    """A folder with the name of a catalogue is reported once."""
    (theme.root / "translations/sv.po").mkdir()
    assert theme.problems("en", "sv") == [("sv.po", "error", "unreadable-file")]


def test_a_message_that_a_template_adds_is_missing_everywhere(theme: Theme) -> None:
    """It is reported for each offered catalogue; templates that replace the theme's count too."""
    own = theme.root / "own"
    own.mkdir()
    (own / "footer.html").write_text('{{ _("Imprint") }}', encoding="utf-8")
    other = Theme(theme.root, THEME_TEMPLATES_OVERRIDES=[str(own)])
    assert other.problems("en") == [("en.po", "warning", "missing-message")]


def test_an_unused_message_is_reported(theme: Theme) -> None:
    """It is a warning in the offered catalogues."""
    theme.write("templates/base.html", '{{ _("Deadline: %(date)s", date=x) }}')
    assert theme.problems("nl") == [("nl.po", "warning", "unused-message")]


def test_what_is_kept_between_builds_follows_the_files(theme: Theme) -> None:
    """Changed catalogues and templates are read again; a corrected one has no problems any more."""
    good = theme.catalogue("nl")
    seen = [theme.problems("nl")]
    for deadline in ("… %(datum)s", "… %(date)s"):
        theme.catalogue("nl", deadline=deadline)
        seen.append(theme.problems("nl"))
    assert seen == [[], [("nl.po", "error", "wrong-placeholder")], []]
    theme.write("templates/base.html", TEMPLATE + '{{ _("More") }}')
    assert theme.problems("nl") == [("nl.po", "warning", "missing-message")]
    theme.write("templates/base.html", TEMPLATE)
    theme.write("translations/nl.po", good)
    assert theme.problems("nl") == []


def test_a_broken_template_makes_no_message_unused(theme: Theme) -> None:
    """Its messages are not known, so catalogues are not compared."""
    theme.write("templates/base.html", "{% if %}")
    assert theme.problems("en", "nl") == [("base.html", "error", "broken-template")]


def test_updating_adds_new_messages_once(theme: Theme) -> None:
    """A new message is added untranslated to every catalogue and the template; a second run changes no byte."""
    update_catalogues(theme.project)
    before = theme.files()
    theme.write("templates/base.html", TEMPLATE + '{{ _("More") }}')
    upkeep = update_catalogues(theme.project)
    assert upkeep.changed == ("en.po", "nl.po", "noticeboard.pot")
    assert upkeep.states == (("en", "1 to translate"), ("nl", "1 to translate"))
    assert [p.name for p in upkeep.problems] == ["untranslated-message"] * 2
    after = theme.files()
    assert update_catalogues(theme.project).changed == ()
    assert theme.files() == after
    theme.write("templates/base.html", TEMPLATE)
    update_catalogues(theme.project)
    assert theme.files() == before


def test_updating_sorts_messages_and_keeps_translations(theme: Theme) -> None:
    """Messages get the template's order; translators' remarks stay with theirs."""
    update_catalogues(theme.project)
    path = theme.root / "translations/nl.po"
    head, *messages = path.read_text(encoding="utf-8").rstrip("\n").split("\n\n")
    remarked = [f"# Van {number}: zo staat het in de woordenlijst.\n{text}" for number, text in enumerate(messages)]
    remarked[-1] = f"# Twee\n# regels.\n{messages[-1]}"
    head = f"# Onze vertaling.\n{head}"
    path.write_text("\n\n".join([head, *reversed(remarked)]) + "\n", encoding="utf-8")
    assert update_catalogues(theme.project).changed == ("nl.po",)
    assert path.read_text(encoding="utf-8") == "\n\n".join([head, *remarked]) + "\n"
    assert update_catalogues(theme.project).changed == ()


def test_a_broken_catalogue_is_left_alone(theme: Theme) -> None:
    """It is reported; the others are updated."""
    broken = theme.catalogue("nl", deadline="… %(datum)s")
    theme.write("templates/base.html", TEMPLATE + '{{ _("More") }}')
    upkeep = update_catalogues(theme.project)
    assert (upkeep.changed, upkeep.broken) == (("en.po", "noticeboard.pot"), True)
    assert upkeep.states == (("en", "1 to translate"), ("nl", "broken"))
    assert theme.files()["nl.po"] == broken


def test_a_broken_template_stops_the_update(theme: Theme) -> None:
    """Otherwise its messages would be dropped."""
    before = theme.files()
    theme.write("templates/base.html", "{% if %}")
    upkeep = update_catalogues(theme.project)
    assert ([p.name for p in upkeep.problems], upkeep.changed) == (["broken-template"], ())
    assert theme.files() == before


def test_a_new_catalogue_is_made_from_the_template(theme: Theme) -> None:
    """`--new` makes one without translations, and no second one."""
    upkeep = update_catalogues(theme.project, new="uk")
    assert dict(upkeep.states)["uk"].endswith("to translate")
    assert "nplurals=3" in theme.files()["uk.po"]
    assert [p.name for p in update_catalogues(theme.project, new="uk").problems] == ["existing-catalogue"]
    assert [p.name for p in update_catalogues(theme.project, new="uk_UA").problems] == ["wrong-language"]


def test_checking_writes_nothing(theme: Theme) -> None:
    """Outdated files are named, and stay as they are."""
    before = theme.files()
    theme.write("templates/base.html", TEMPLATE + '{{ _("More") }}')
    upkeep = update_catalogues(theme.project, write=False)
    assert upkeep.changed == ("en.po", "nl.po", "noticeboard.pot")
    assert [p.name for p in upkeep.problems] == ["missing-message"] * 2
    assert theme.files() == before


def test_the_command_says_how_far_each_language_is(theme: Theme, noticeboard: Callable) -> None:
    """It exits with 1 if something is broken, or outdated under --check, else with 0."""
    conf = theme.root / "conf.py"
    conf.write_text(f"THEME = {str(theme.root)!r}\n", encoding="utf-8")
    checked = noticeboard("catalogues", "--check", "-s", str(conf))
    assert (checked.code, checked.stdout.splitlines()[-1]) == (
        1,
        "Out of date: noticeboard.pot. Run `noticeboard catalogues`.",
    )
    written = noticeboard("catalogues", "-s", str(conf))
    assert (written.code, written.stderr) == (0, "")
    assert written.stdout.splitlines() == [
        "en  English  complete",
        "nl  Dutch    complete",
        "Written: noticeboard.pot.",
    ]
    theme.catalogue("nl", deadline="… %(datum)s")
    broken = noticeboard("catalogues", "-s", str(conf))
    assert (broken.code, broken.stdout.splitlines()[1]) == (1, "nl  Dutch    broken")
    assert "error[wrong-placeholder]: %(datum)s is not a placeholder of this message." in broken.stderr


def test_templates_are_read_with_the_hosts_extensions(tmp_path: Path) -> None:
    """Messages are found with the Jinja extensions of the settings, whether named or classes."""
    for extension in ("jinja2.ext.do", ExprStmtExtension):
        theme = Theme(tmp_path, JINJA_ENVIRONMENT={"extensions": [extension], "trim_blocks": True})
        theme.write("templates/base.html", '{% do x %}{{ _("More") }}')
        used, problems = messages_said(theme.project)
        assert (used[0].id, problems) == ("More", ())


@pytest.fixture
def board(theme: Theme, tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A platform outside the theme, with English and Dutch catalogues and one sentence of its own."""
    theme.catalogue("en")
    theme.catalogue("nl")
    settings = tmp_path_factory.mktemp("board") / "pelicanconf.py"
    settings.write_text(f"THEME = {str(theme.root)!r}\n", encoding="utf-8")
    theme.write("templates/base.html", TEMPLATE + '{{ _("Call us") }}')
    return load_project(str(settings), {})


def told(board: Project, *own: str) -> list[tuple[str, str]]:
    """The file and problem name of each problem when the platform is built with these catalogues."""
    with Store(board.cache / "store.sqlite", "1") as store:
        settings, templates = Settings(languages=("en", "nl", "uk")), read_templates(board)
        found = read_catalogues(board, settings, store, templates, [f"translations/{lang}.po" for lang in own])[2]
    return [(p.location.path.rpartition("/")[2], p.name) for p in found]


def test_an_installed_theme_is_left_alone(theme: Theme, board: Project) -> None:
    """The platform has the catalogues of further languages itself, and builds report what they lack."""
    before = theme.files()
    upkeep = update_catalogues(board, new="uk")
    assert upkeep.changed == ("content/translations/uk.po",)
    assert dict(upkeep.states)["uk"].endswith("to translate")
    assert 'msgid "Call us"' in (board.content / "translations/uk.po").read_text(encoding="utf-8")
    assert (theme.files(), update_catalogues(board).changed) == (before, ())
    assert told(board, "uk") == [("nl.po", "missing-message"), ("uk.po", "untranslated-message")]


def test_sentences_of_the_platforms_templates_are_in_its_own_catalogues(board: Project) -> None:
    """They are missing in the content folder for every language but English until they are there."""
    assert told(board) == [("uk.po", "missing-catalogue"), ("nl.po", "missing-message")]
    own = board.content / "translations/nl.po"
    own.parent.mkdir(parents=True)
    own.write_text('msgid "Call us"\nmsgstr "Bel ons"\n', encoding="utf-8")
    assert told(board, "nl") == [("uk.po", "missing-catalogue")]
