"""Fixtures that build whole sites by running the `noticeboard` command, and sites in memory from plain values."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from pathlib import Path
from time import monotonic, sleep
from typing import TYPE_CHECKING
from urllib.error import HTTPError
from urllib.request import urlopen
from zoneinfo import ZoneInfo

import hypothesis
import lxml.html
import pytest
from filelock import FileLock

from warm_commands import WarmCommands

# A run finds what the one before found, however slow the machine is; `--hypothesis-profile=further` looks further.
hypothesis.settings.register_profile("repeatable", derandomize=True, deadline=None)
hypothesis.settings.register_profile("further", deadline=None)
hypothesis.settings.load_profile("repeatable")

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from noticeboard.markdown.render.engine import Engine
    from noticeboard.model import Problem
    from noticeboard.pages.documents import Document
    from noticeboard.pages.views import View
    from noticeboard.settings import Settings
    from noticeboard.site import FileFacts, Site

ROOT = Path(__file__).resolve().parent.parent
LOCALE = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG", "NOTICEBOARD_LANG")
"""What tells the program which language to speak; tests expect English where they ask for no other."""
for name in LOCALE:
    os.environ.pop(name, None)
os.environ.setdefault("NOTICEBOARD_CACHE_KEY", "tests")  # so that nothing is left in the home folder
TODAY = "2026-12-01"
SECONDS = 300
WARM = WarmCommands()
DUTCH = {
    ("kind", "Survey"): ("Enquête",),
    ("kind", "Surveys"): ("Enquêtes",),
    ("vocabulary", "Target audience"): ("Doelgroep",),
    ("vocabulary", "Tags"): ("Trefwoorden",),
    ("", "Front page"): ("Startpagina",),
}
"""All that the catalogue of sites in memory says, in Dutch."""


@dataclass(frozen=True, slots=True)
class Run:
    """What a finished command leaves: its exit code, what it printed, and the folder it wrote to."""

    code: int
    stdout: str
    stderr: str
    output: Path


@dataclass(frozen=True, slots=True)
class SiteBuilder:
    """Builds the content folder below `root` into the output folder below `root`, as often as a test likes."""

    root: Path

    @property
    def content(self) -> Path:
        """The folder that files are written to."""
        return self.root / "content"

    @property
    def output(self) -> Path:
        """The folder that the site is built into, unless an option names another."""
        return self.root / "output"

    def write(self, files: Mapping[str, str | bytes | Path | None]) -> None:
        """Changes the content folder: text and bytes become a file, a Path a symlink to it, None removes.

        A name that ends in "/" is a folder. What is not named stays as it is.
        """
        self.content.mkdir(exist_ok=True)
        for name, value in files.items():
            write_entry(self.content / name, value, folder=name.endswith("/"))

    def __call__(
        self,
        files: Mapping[str, str | bytes | Path | None],
        *options: str,
        settings: Mapping[str, object] | None = None,
        env: Mapping[str, str] | None = None,
    ) -> Run:
        """What `noticeboard build` leaves after these changes; `--today` is TODAY where no option says otherwise.

        `settings` are Pelican's and win over those of pelicanconf.py (they stand for `-e`, which counts only once).
        """
        self.write(files)
        today = () if "--today" in options else ("--today", TODAY)
        return build(self.root, self.content, *today, *options, settings=settings, env=env)


def write_entry(path: Path, value: str | bytes | Path | None, *, folder: bool = False) -> None:
    """Replaces what is at a path, as SiteBuilder.write says."""
    if path.is_dir() and not path.is_symlink() and not folder:
        shutil.rmtree(path)
    elif not folder:
        path.unlink(missing_ok=True)
    if value is None:
        return
    (path if folder else path.parent).mkdir(parents=True, exist_ok=True)
    if isinstance(value, Path):
        path.symlink_to(value)
    elif not folder:
        path.write_bytes(value if isinstance(value, bytes) else value.encode())


def build(
    root: Path,
    content: Path,
    *options: str,
    settings: Mapping[str, object] | None = None,
    env: Mapping[str, str] | None = None,
) -> Run:
    """What `noticeboard build` leaves, with its output and its store below `root` and nothing kept elsewhere."""
    output = root / "output"
    given = {"CACHE_PATH": str(root / "cache"), **(settings or {})}
    overrides = (f"{key}={json.dumps(value)}" for key, value in given.items())
    return run("build", str(content), "-o", str(output), *options, "-e", *overrides, output=output, env=env)


def run(*arguments: str, output: Path = ROOT / "output", env: Mapping[str, str] | None = None) -> Run:
    """What a `noticeboard` command leaves, run in the repository; `env` is laid over this process's environment."""
    done = WARM.run(arguments, around(env), env or {})
    if done is not None:
        return Run(*done, output)
    done = subprocess.run(
        (sys.executable, "-m", "noticeboard", *arguments),
        cwd=ROOT,
        env=around(env),
        capture_output=True,
        stdin=subprocess.DEVNULL,
        encoding="utf-8",
        timeout=SECONDS,
        check=False,
    )
    return Run(done.returncode, done.stdout, done.stderr, output)


def around(env: Mapping[str, str] | None = None) -> dict[str, str]:
    """The environment of a command: this process's without what changes the program's words and clock, and `env`."""
    kept = {key: value for key, value in os.environ.items() if key not in (*LOCALE, "SOURCE_DATE_EPOCH")}
    return kept | {"PYTHONPATH": str(ROOT / "plugins"), "PYTHONIOENCODING": "utf-8", **(env or {})}


@pytest.fixture(scope="session", autouse=True)
def warm_commands() -> Iterator[WarmCommands]:
    """What runs commands; its program ends when the tests end."""
    yield WARM
    WARM.end()


@pytest.fixture
def site_builder(tmp_path: Path) -> SiteBuilder:
    """A builder of small sites: `site_builder({"platform.yml": "…"}, "--strict").stderr`."""
    return SiteBuilder(tmp_path)


@pytest.fixture(scope="session")
def noticeboard() -> Callable[..., Run]:
    """Runs any `noticeboard` command: `noticeboard("check", str(folder)).code`."""
    return run


@pytest.fixture(scope="session")
def run_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that all processes of a test run share."""
    base = tmp_path_factory.getbasetemp()
    return base.parent if "PYTEST_XDIST_WORKER" in os.environ else base


@pytest.fixture(scope="session")
def built_cache(run_folder: Path) -> str:
    """The CACHE_PATH of builds of the demo: what they have in common, pictures above all, is made by the first one."""
    return str(run_folder / "built-cache")


@pytest.fixture(scope="session")
def built_once(run_folder: Path, built_cache: str) -> Callable[..., Path]:
    """Builds the demo once for all processes of a test run: `built_once("demo")` gives its folder, for reading only.

    It takes the options and settings of `build`.
    """

    def built(name: str, *options: str, settings: Mapping[str, object] | None = None) -> Path:
        root = run_folder / f"built-{name}"
        with FileLock(f"{root}.lock"):
            if not root.exists():
                beside = run_folder / f"building-{name}"
                given = {"CACHE_PATH": built_cache, **(settings or {})}
                done = build(beside, ROOT / "content", *options, settings=given)
                assert done.code == 0, done.stdout + done.stderr
                beside.rename(root)
        return root / "output"

    return built


@pytest.fixture(scope="session")
def demo_site(built_once: Callable[..., Path]) -> Path:
    """The folder of the built demo content as of TODAY."""
    return built_once("demo", "--today", TODAY)


@dataclass(frozen=True, slots=True)
class Linked:
    """What becomes of a content folder that exists in memory only: its site, and every problem of it."""

    site: Site
    problems: tuple[Problem, ...]

    @property
    def found(self) -> list[tuple[str, int, str]]:
        """Where each problem is and its name: (path, line, name), sorted."""
        return sorted((p.location.path, p.location.line, p.name) for p in self.problems)


EDGES = "p|ul|ol\\d*|li|pre|blockquote|h\\d|hr|table|tr|td|th|br|dl|dt|dd|figure"
LEFT_OUT = ("abbr", "div", "section", "thead", "tbody", "sup")


def shown(html: str) -> str:
    """The elements and words of HTML in one line, for comparison: without boxes, footnotes and space at edges."""
    out: list[str] = []

    def walk(element: lxml.html.HtmlElement) -> None:
        tag = {"s": "del"}.get(element.tag, element.tag) if isinstance(element.tag, str) else ""
        notes = bool(tag) and "footnote" in element.get("class", "")
        name = tag + (element.get("start") or "" if tag == "ol" else "")
        kept = tag and tag not in LEFT_OUT
        out.append(f"<{name}>" if kept and not notes else "")
        if tag and not notes:
            out.append(element.text or "")
            for child in element:
                walk(child)
            out.append(f"</{tag}>" if kept else "")
        out.append(element.tail or "")

    walk(lxml.html.fragment_fromstring(f"<div>{html}</div>"))
    line = re.sub(r"\s+", " ", "".join(out))
    line = re.sub(rf" ?(</?(?:{EDGES})>) ?", r"\1", line)
    line = re.sub(r"(<pre><code>) ", r"\1", line)
    return (
        re.sub(r"</(?:hr|br)>|<p></p>|<a> ?</a>", "", line)
        .replace("<p><figure></figure></p>", "<figure></figure>")
        .strip()
    )


@pytest.fixture(scope="session")
def structure() -> Callable[[str], str]:
    """The elements and words of HTML, for comparing what two programs make of a text."""
    return shown


@pytest.fixture(scope="session")
def engine() -> Engine:
    """The Markdown engine."""
    from noticeboard.markdown.render.engine import Engine  # noqa: PLC0415 - most tests never need it

    return Engine()


@pytest.fixture(scope="session")
def small_platform() -> Settings:
    """The settings of a platform in English, Dutch and Swedish."""
    from noticeboard.settings import Settings  # noqa: PLC0415

    return Settings(languages=("en", "nl", "sv"))


@pytest.fixture(scope="session")
def named_platform(small_platform: Settings) -> Settings:
    """The settings of a platform with a name in Dutch and a publisher, at https://example.org/platform."""
    texts = {"name": (("nl", "Prikbord"),), "tagline": (("nl", "Enquêtes"),), "publisher": (("", "The Agency"),)}
    return replace(small_platform, **texts, siteurl="https://example.org/platform")


@pytest.fixture(scope="session")
def link_site(engine: Engine, small_platform: Settings) -> Callable[..., Linked]:
    """Links texts that never touch a disk: `link_site({"surveys/a/nl.md": "…"}, today=date(2026, 12, 1)).problems`.

    Names that end in .md are versions, those below vocabularies/ are vocabularies; `pictures` are the files'
    facts, `settings` those of `small_platform` where nothing else is given.
    """
    from noticeboard.site import build_site  # noqa: PLC0415
    from noticeboard.site.relays import with_relayed_segments  # noqa: PLC0415
    from noticeboard.site.version_parser import parse_source  # noqa: PLC0415
    from noticeboard.sources.vocabulary import read_vocabulary  # noqa: PLC0415
    from noticeboard.sources.yaml12 import load  # noqa: PLC0415

    def link(
        files: Mapping[str, str],
        *pictures: FileFacts,
        today: date | None = None,
        settings: Settings = small_platform,
    ) -> Linked:
        lists = {p.split("/")[1].removesuffix(".yml"): p for p in sorted(files) if p.endswith(".yml")}
        read = [read_vocabulary(name, load(files[path], path)) for name, path in lists.items()]
        texts = [p for p in sorted(files) if p.endswith(".md")]
        parsed = [parse_source(files[p].encode(), p, list(lists), engine) for p in texts]
        facts = {f.path: f for f in pictures}
        sources = with_relayed_segments(
            (p.source for p in parsed if p.source), {path: text.encode() for path, text in files.items()}
        )
        site, found = build_site(
            settings, sources, tuple(v for v, _ in read), facts, today or date.fromisoformat(TODAY)
        )
        own = (problem for p in parsed for problem in p.problems)
        return Linked(site, (*own, *(problem for _, problems in read for problem in problems), *found))

    return link


@pytest.fixture(scope="session")
def make_pages(link_site: Callable[..., Linked], small_platform: Settings) -> Callable[..., dict[str, View | Document]]:
    """The views of all pages of texts in memory by path, index.html left away: `make_pages({…})["nl/surveys/a/"]`.

    The texts must be without problems; `now` is a day, which begins in Brussels.
    """
    from noticeboard.pages.page_assets import Assets  # noqa: PLC0415
    from noticeboard.pages.page_list import build_pages  # noqa: PLC0415 - most tests never need it
    from noticeboard.sources.catalogue import Catalogue, Catalogues  # noqa: PLC0415

    catalogues = Catalogues({"nl": Catalogue("nl", DUTCH)}, "en")
    assets = Assets(
        "theme/style.css?v=1",
        "theme/site.js?v=2",
        "theme/icon.svg?v=3",
        "theme/search.js?v=4",
        "theme/search-near.js?v=5",
    )

    def make(
        files: Mapping[str, str],
        *pictures: FileFacts,
        now: date = date(2023, 2, 1),
        settings: Settings = small_platform,
    ) -> dict[str, View | Document]:
        linked = link_site(files, *pictures, today=now, settings=settings)
        assert linked.problems == ()
        instant = datetime.combine(now, time.min, ZoneInfo("Europe/Brussels"))
        pages = build_pages(linked.site, catalogues, instant, assets)
        return {p.path.removesuffix("index.html"): p.view for p in pages}

    return make


PREVIEW_SETTINGS = (
    (ROOT / "pelicanconf.py")
    .read_text(encoding="utf-8")
    .replace("Path(__file__).resolve().parent", f"Path({str(ROOT)!r})")
    + f"""
THEME = {str(ROOT / "theme")!r}
PLUGIN_PATHS = ["more", {str(ROOT / "plugins")!r}]
"""
)
"""The settings of a project that is previewed: the repository's, with folders of its own."""


@dataclass(frozen=True, slots=True)
class Preview:
    """A `noticeboard serve --watch` that runs in the folder `root`, and what a browser would ask it."""

    root: Path
    process: subprocess.Popen[str]
    url: str

    def write(self, files: Mapping[str, str | bytes | Path | None]) -> None:
        """Changes the project's folder, as SiteBuilder.write does a content folder."""
        for name, value in files.items():
            write_entry(self.root / name, value, folder=name.endswith("/"))

    def get(self, path: str) -> tuple[int, str]:
        """Status and body of an answer."""
        try:
            with urlopen(f"{self.url}{path}", timeout=SECONDS) as answer:  # noqa: S310 - loopback
                return answer.status, answer.read().decode()
        except HTTPError as fault:
            with fault:
                return fault.code, fault.read().decode()

    def state(self) -> dict:
        """What the page is told."""
        return json.loads(self.get("_preview/state.json")[1])

    def until(self, holds: Callable[[dict], bool]) -> dict:
        """The first state of which that holds; fails where there is none for minutes."""
        end = monotonic() + SECONDS
        while not holds(state := self.state()):
            assert monotonic() < end, state
            assert self.process.poll() is None
            sleep(0.05)
        return state

    def found(self) -> list[tuple[str, int, str]]:
        """Path, line and name of each problem that the page is told."""
        return [(p["path"], p["line"], p["name"]) for p in self.state()["report"]["problems"]]


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[Callable[..., Preview]]:
    """Starts previews of small projects and ends them: `preview({"content/platform.yml": "…"}, "--today", "…")`.

    `settings_end` stands at the end of the settings file, `env` is laid over the environment.
    """
    running: list[subprocess.Popen[str]] = []

    def start(
        files: Mapping[str, str | bytes],
        *options: str,
        settings_end: str = "",
        env: Mapping[str, str] | None = None,
    ) -> Preview:
        for name, value in {"pelicanconf.py": PREVIEW_SETTINGS + settings_end, **files}.items():
            write_entry(tmp_path / name, value, folder=False)
        with (tmp_path / "said.txt").open("wb") as said:
            process = subprocess.Popen(
                (sys.executable, "-m", "noticeboard", "serve", "--watch", "--port", "0", *options),
                cwd=tmp_path,
                env=around({"PYTHONUNBUFFERED": "1", **(env or {})}),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=said,
                encoding="utf-8",
            )
        running.append(process)
        url = process.stdout.readline().partition(" ")[0]
        assert url.startswith("http://127.0.0.1:"), (tmp_path / "said.txt").read_text(encoding="utf-8")
        return Preview(tmp_path, process, url)

    yield start
    for process in running:
        process.terminate()
        process.communicate(timeout=60)
