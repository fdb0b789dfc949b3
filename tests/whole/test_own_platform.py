"""A new platform made by `noticeboard init`, with its own templates, files and words."""

from __future__ import annotations

import os
import re
import shutil
from dataclasses import dataclass
from datetime import date
from errno import ENOSPC
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml
from bs4 import BeautifulSoup
from click.testing import CliRunner

from noticeboard import __version__
from noticeboard.shell.begin.starter_answers import Answers
from noticeboard.shell.begin.starter_questions import answered
from noticeboard.shell.begin.starter_writer import begin

if TYPE_CHECKING:
    from collections.abc import Callable

OPTIONS = (
    *("--name", "Ministry of “Parks”: 1 & 2", "--languages", "en,nl,sv", "--address", "https://board.example.org"),
    *("--kind", "surveys,results,news,events,pages", "--kind", "hearings=Hearing/Hearings", "--colour", "#0b3d91"),
    *("--workflow", "github", "--workflow", "gitlab"),
)


@dataclass(frozen=True, slots=True)
class Platform:
    """A platform's repository, and the command that works in it."""

    root: Path
    run: Callable

    def build(self, *options: str) -> object:
        """The result of a build."""
        settings = ("-s", str(self.root / "pelicanconf.py"))
        return self.run("build", *settings, *options, output=self.root / "output")

    def page(self, path: str) -> BeautifulSoup:
        """A built page, parsed."""
        return BeautifulSoup((self.root / "output" / path).read_text(encoding="utf-8"), "lxml")

    def add(self, settings: str, **files: str) -> None:
        """Adds lines to the settings, and files; names have _ for . and __ for /."""
        conf = self.root / "pelicanconf.py"
        conf.write_text(conf.read_text(encoding="utf-8") + settings + "\n", encoding="utf-8")
        for name, text in files.items():
            path = self.root / name.replace("__", "/").replace("_", ".")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory, noticeboard: Callable) -> Path:
    """The repository that `noticeboard init` writes."""
    root = tmp_path_factory.mktemp("begun") / "board"
    done = noticeboard("init", str(root), *OPTIONS)
    assert (done.code, done.stderr) == (0, "")
    return root


@pytest.fixture
def platform(begun: Path, tmp_path: Path, noticeboard: Callable) -> Platform:
    """A copy of that repository."""
    return Platform(shutil.copytree(begun, tmp_path / "board"), noticeboard)


def test_what_init_writes_builds_strictly(platform: Platform) -> None:
    """There is nothing to correct, and each kind has an example in two languages, borrowed in the third."""
    done = platform.build("--strict")
    assert (done.code, done.stderr) == (0, "")
    for kind in ("surveys", "results", "news", "events", "hearings"):
        languages = [
            platform.page(f"{lang}/{kind}/example/index.html").select_one("h1").get("lang", lang)
            for lang in ("en", "nl")
        ]
        assert languages == ["en", "nl"]
    assert platform.page("sv/surveys/example/index.html").select_one("h1")["lang"] == "en"
    assert "Ministry of “Parks”: 1 & 2" in platform.page("en/index.html").title.get_text()


def test_files_of_init_are_valid(begun: Path) -> None:
    """Workflows and the hook are YAML, no placeholder is left, and the version is named."""
    files = [
        begun / name for name in (".github/workflows/check.yml", ".github/workflows/publish.yml", ".gitlab-ci.yml")
    ]
    files += [begun / ".pre-commit-config.yaml"]
    for file in files:
        assert isinstance(yaml.load(file.read_text(encoding="utf-8"), yaml.BaseLoader), dict)  # noqa: S506 - strings only
    for file in (*files, begun / "README.md"):
        assert [word for word in ("@name@", "@address@", "@slug@", "@first@") if word in file.read_text("utf-8")] == []
    requirements = (begun / "requirements.txt").read_text(encoding="utf-8").splitlines()
    assert requirements[-2:] == ["--constraint constraints.txt", f"noticeboard=={__version__}"]


def test_few_answers_are_enough(tmp_path: Path, noticeboard: Callable) -> None:
    """The result is valid whatever the names; each translation is current, and `verify` finds nothing."""
    board = Platform(tmp_path / "board", noticeboard)
    options = ("--kind", "404=One/Many", "--languages", "el,BG,pt", "--name", "Дъска")
    assert noticeboard("init", str(board.root), *options).code == 0
    settings = ("-s", str(board.root / "publishconf.py"))
    assert noticeboard("build", *settings, "--strict", output=board.root / "output").code == 0
    assert noticeboard("verify", *settings, str(board.root / "output")).code == 0
    assert "unstamped" not in noticeboard("status", *settings).stdout


def test_at_a_terminal_a_wrong_answer_is_asked_for_again() -> None:
    """It asks for name, languages and address; an empty line takes the default."""
    nothing = dict.fromkeys(("name", "colour", "logo", "address"), "") | {"languages": (), "kinds": (), "workflows": ()}
    given = {**nothing, "time_zone": "Europe/Brussels", "examples": True}
    with CliRunner().isolation(input="\ndutch\nnl, EN\nboard.example.org\nhttps://board.example.org/\n") as streams:
        found = answered(Path("parks"), given, asks=True)
        said = streams[0].getvalue().decode()
    assert (found.name, found.languages, found.address) == ("Parks", ("nl", "en"), "https://board.example.org")
    assert ("Did you mean nl?" in said, "does not begin with https://" in said) == (True, True)


def test_a_failed_init_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """After a full disk everything is as before; a fresh clone with its .git is no obstacle."""
    board, answers = tmp_path / "board", Answers("Board", ("en", "nl"), "https://board.example.org")
    (board / ".git").mkdir(parents=True)
    write = Path.write_bytes

    def refuse(path: Path, data: bytes) -> int:
        if path.name == "requirements.txt":
            raise OSError(ENOSPC, os.strerror(ENOSPC), str(path))
        return write(path, data)

    with monkeypatch.context() as disk:
        disk.setattr(Path, "write_bytes", refuse)
        with pytest.raises(OSError, match=re.escape("requirements.txt")):
            begin(board, answers, date(2026, 12, 1))
    assert [path.name for path in board.iterdir()] == [".git"]
    assert "requirements.txt" in begin(board, answers, date(2026, 12, 1))


def test_init_overwrites_nothing(platform: Platform) -> None:
    """A second platform in the same folder is refused, and every file stays."""
    before = {path: path.read_bytes() for path in platform.root.rglob("*") if path.is_file()}
    done = platform.run("init", str(platform.root))
    assert (done.code, "already holds" in done.stderr) == (2, True)
    assert {path: path.read_bytes() for path in platform.root.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--languages", "dutch!"), "dutch! is not a language code"),
        (("--languages", "en,gr"), "Did you mean el?"),
        (("--colour", "#ffcc00"), '"#947100"'),
        (("--address", "http://board"), "does not begin with https://"),
        (("--address", "https://board.example.org/?page=1"), "has a ? or a # in it"),
        (("--kind", "My Kind"), "My Kind is no kind"),
        (("--kind", "search=Search/Searches"), "the platform itself uses this name"),
        (("--kind", "surveys=Poll/Polls"), "has its words in all languages already"),
        (("--time-zone", "Mars/Base"), "Mars/Base is not a time zone"),
    ],
)
def test_an_unusable_answer_is_refused(
    tmp_path: Path, noticeboard: Callable, options: tuple[str, str], words: str
) -> None:
    """The sentence says what to write, and nothing is written."""
    done = noticeboard("init", str(tmp_path / "board"), *options)
    assert (done.code, words in " ".join(done.stderr.split())) == (2, True)
    assert not (tmp_path / "board").exists()


@pytest.mark.parametrize("verb", ["build", "check", "serve", "status", "clean", "next-change", "schema", "catalogues"])
def test_without_settings_every_command_says_how_to_begin(verb: str, tmp_path: Path, noticeboard: Callable) -> None:
    """One sentence names the missing file."""
    done = noticeboard(verb, "-s", str(tmp_path / "pelicanconf.py"))
    assert (done.code, "There is no settings file" in done.stderr, "Traceback" in done.stderr) == (2, True, False)


@pytest.mark.parametrize("verb", ["build", "check"])
@pytest.mark.parametrize(
    ("line", "words"),
    [('THEME = "nowhere"', "Noticeboard brings its theme along"), ('PATH = "nowhere"', "noticeboard init FOLDER")],
)
def test_without_theme_or_content_it_says_what_is_missing(platform: Platform, verb: str, line: str, words: str) -> None:
    """It is one problem that says what to do, and not an error about templates."""
    platform.add(line)
    done = platform.run(verb, "-s", str(platform.root / "pelicanconf.py"))
    told = done.stdout + done.stderr
    assert (done.code, words in told, told.count("error["), "Traceback" in told) in (
        (1, True, 1, False),
        (1, True, 0, False),
    )


def test_a_block_of_the_theme_is_filled(platform: Platform) -> None:
    """A template extends the theme's; head, header, footer and the end of the text are blocks."""
    blocks = ("head", "header", "footer")
    own = "".join(f"{{% block {name} %}}<meta name='own-{name}'>{{% endblock %}}" for name in blocks)
    after = '{% extends "!theme/announcement.html" %}{% block after_text %}<p id="after">Ours</p>{% endblock %}'
    platform.add(
        'THEME_TEMPLATES_OVERRIDES = ["templates"]',
        templates__base_html='{% extends "!theme/base.html" %}' + own,
        templates__announcement_html=after,
    )
    assert platform.build("--strict").code == 0
    page = platform.page("nl/surveys/example/index.html")
    assert [meta["name"] for meta in page.select("meta[name^=own]")] == [f"own-{name}" for name in blocks]
    assert page.select_one("#after").get_text() == "Ours"


def test_an_override_of_a_changed_template_is_a_warning(platform: Platform) -> None:
    """A copy made by `noticeboard override` is used; the warning says that its template has changed."""
    platform.add('THEME_TEMPLATES_OVERRIDES = ["templates"]')
    (platform.root / "templates").mkdir()
    settings = ("-s", str(platform.root / "pelicanconf.py"))
    assert platform.run("override", *settings, "components/footer/footer.html").code == 0
    assert platform.build("--strict").code == 0
    own = platform.root / "templates/components/footer/footer.html"
    first, rest = own.read_text(encoding="utf-8").split("\n", 1)
    own.write_text(f"{first.replace(', ', ', 000000000000')[: first.index(', ') + 14]}. #}}\n{rest}", encoding="utf-8")
    done = platform.build("--strict")
    assert (done.code, "warning[outdated-override]" in done.stderr, "footer/footer.html" in done.stderr) == (
        1,
        True,
        True,
    )
    again = platform.run("override", *settings, "components/fooler/fooler.html")
    assert (again.code, "Did you mean components/footer/footer.html?" in again.stderr) == (2, True)


def test_own_files_and_style_sheets(platform: Platform) -> None:
    """The platform's icon is used; its style sheet follows the theme's; a missing one is an error."""
    platform.add(
        'NOTICEBOARD_FILES = ["branding"]\nNOTICEBOARD_STYLESHEETS = ["own.css"]',
        branding__icon_svg='<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>',
        branding__own_css=":root { --radius: 0; }",
    )
    assert platform.build("--strict").code == 0
    sheets = [link["href"].partition("?")[0] for link in platform.page("en/index.html").select("link[rel=stylesheet]")]
    assert sheets == ["/theme/style.css", "/theme/own.css"]
    assert 'viewBox="0 0 1 1"' in (platform.root / "output/theme/icon.svg").read_text(encoding="utf-8")
    (platform.root / "branding/own.css").unlink()
    done = platform.build()
    assert (done.code, "error[missing-stylesheet]" in done.stderr) == (1, True)


def test_own_words_win_over_the_themes(platform: Platform) -> None:
    """A catalogue with one message changes that message; an unused message is reported with the nearest used one."""
    platform.add("", content__translations__nl_po='msgid "Skip to main content"\nmsgstr "Meteen naar de tekst"\n')
    assert platform.build("--strict").code == 0
    page = platform.page("nl/index.html")
    assert (page.select_one("a.skip").get_text(), page.select_one("a[href='/nl/surveys/']").get_text()) == (
        "Meteen naar de tekst",
        "Enquêtes",
    )
    platform.add("", content__translations__nl_po='msgid "Skip to the main content"\nmsgstr "Naar de tekst"\n')
    done = platform.build("--strict")
    assert (done.code, "translations/nl.po:1:1: warning[unused-message]" in done.stderr) == (1, True)
    assert "Did you mean “Skip to main content”?" in done.stderr
