"""Fixtures that build whole sites with the `noticeboard` command, and sites in memory from plain values."""

from __future__ import annotations

import gc
import os
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import hypothesis
import pytest
from filelock import FileLock
from msgspec.structs import replace

from html_structure import shown
from previews import KeptPreview, Preview, end_preview, start_preview
from site_commands import LOCALE, ROOT, TODAY, WARM, Run, SiteBuilder, build, run
from warm_commands import know_program

# Every run tries the same examples, however slow the machine is; `--hypothesis-profile=further` tries others.
hypothesis.settings.register_profile("repeatable", derandomize=True, deadline=None, max_examples=40)
hypothesis.settings.register_profile("long", derandomize=True, deadline=None)
hypothesis.settings.register_profile("further", deadline=None)
hypothesis.settings.load_profile("repeatable")

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from noticeboard.markdown.render.engine import Engine
    from noticeboard.model import Problem
    from noticeboard.pages.documents import Document
    from noticeboard.pages.views.page import View
    from noticeboard.settings import Settings
    from noticeboard.site import FileFacts, Site
    from warm_commands import WarmCommands

for name in LOCALE:
    os.environ.pop(name, None)
os.environ.setdefault("NOTICEBOARD_CACHE_KEY", "tests")  # so that nothing is left in the home folder
DUTCH = {
    ("kind", "Survey"): ("Enquête",),
    ("kind", "Surveys"): ("Enquêtes",),
    ("vocabulary", "Target audience"): ("Doelgroep",),
    ("vocabulary", "Tags"): ("Trefwoorden",),
    ("", "Front page"): ("Startpagina",),
}
"""All messages in the catalogue of sites in memory, in Dutch."""


LONGEST = ("whole", "browser", "demo", "exchange")
"""The folders whose files take longest. They begin first, so that all processes end at about the same time."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Puts the tests of those folders before the others, which keep their order."""

    def place(item: pytest.Item) -> int:
        folder = item.path.relative_to(ROOT / "tests").parts[0]
        return LONGEST.index(folder) if folder in LONGEST else len(LONGEST)

    items.sort(key=place)


def pytest_collection_finish() -> None:
    """Garbage is looked for among what tests make, not each time in all that was imported and collected."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session", autouse=True)
def warm_commands() -> Iterator[WarmCommands]:
    """Runs commands; its program ends with the tests."""
    yield WARM
    WARM.end()


@pytest.fixture(scope="session", autouse=True)
def _known_program() -> None:
    """Tests that link sites in this process do not read the whole program each time."""
    know_program()


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
    """A folder that all processes of a test run share."""
    base = tmp_path_factory.getbasetemp()
    return base.parent if "PYTEST_XDIST_WORKER" in os.environ else base


@pytest.fixture(scope="session")
def built_cache(run_folder: Path) -> str:
    """The CACHE_PATH of builds of the demo: the first build makes what they share, pictures above all."""
    return str(run_folder / "built-cache")


@pytest.fixture(scope="session")
def built_once(run_folder: Path, built_cache: str) -> Callable[..., Path]:
    """Builds the demo once for all processes of a test run: `built_once("demo")` returns its folder, to read only.

    It takes the options and settings of `build`, and another `content` than the demo's.
    """

    def built(
        name: str, *options: str, content: Path = ROOT / "content", settings: Mapping[str, object] | None = None
    ) -> Path:
        root = run_folder / f"built-{name}"
        with FileLock(f"{root}.lock"):
            if not root.exists():
                beside = run_folder / f"building-{name}"
                given = {"CACHE_PATH": built_cache, **(settings or {})}
                done = build(beside, content, *options, settings=given)
                assert done.code == 0, done.stdout + done.stderr
                beside.rename(root)
        return root / "output"

    return built


@pytest.fixture(scope="session")
def demo_site(built_once: Callable[..., Path]) -> Path:
    """The folder of the demo, built on TODAY."""
    return built_once("demo", "--today", TODAY)


@pytest.fixture(scope="session")
def platform_site(built_once: Callable[..., Path]) -> Path:
    """The folder of the demo, built as of TODAY for an address with a path."""
    return built_once("platform", "--today", TODAY, settings={"SITEURL": "https://example.org/platform"})


@pytest.fixture(scope="session")
def arabic_content(run_folder: Path) -> Path:
    """The demo's content in Arabic and six of its languages; four have scripts or words that need more room."""
    languages = ("ar", "bg", "el", "en", "es", "fi", "it")
    root = run_folder / "arabic"
    with FileLock(f"{root}.lock"):
        if not root.exists():
            root.mkdir()
            demo = ROOT / "content"
            kept = [p for p in demo.rglob("*") if p.is_file() and (p.suffix != ".md" or p.stem in languages)]
            # The survey that exists only in Dutch and Swedish has no text here.
            kept = [p for p in kept if "outdoor-learning" not in p.parts]
            files = {p.relative_to(demo).as_posix(): p.read_bytes() for p in kept}
            files["platform.yml"] += f"\nlanguages: [{', '.join(languages)}]\n".encode()
            SiteBuilder(root).write(files)
    return root / "content"


@pytest.fixture(scope="session")
def arabic_site(built_once: Callable[..., Path], arabic_content: Path) -> Path:
    """The folder of that content, built on TODAY."""
    return built_once("arabic", "--today", TODAY, content=arabic_content)


@dataclass(frozen=True, slots=True)
class Linked:
    """The result of linking a content folder in memory: its site and all its problems."""

    site: Site
    problems: tuple[Problem, ...]

    @property
    def found(self) -> list[tuple[str, int, str]]:
        """The path, line and name of each problem, sorted."""
        return sorted((p.location.path, p.location.line, p.name) for p in self.problems)


@pytest.fixture(scope="session")
def structure() -> Callable[[str], str]:
    """The elements and words of HTML, for comparing two programs' results."""
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
    """Links texts in memory: `link_site({"surveys/a/nl.md": "…"}, today=date(2026, 12, 1)).problems`.

    Names that end in .md are versions, names below vocabularies/ are vocabularies; `pictures` are the facts of files,
    `settings` are those of `small_platform` by default.
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
    """The views of all pages of texts in memory by path, without index.html: `make_pages({…})["nl/surveys/a/"]`.

    The texts must have no problems; `now` is a day, which begins in Brussels.
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


@pytest.fixture(scope="session")
def known_cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The cache of a build with the repository's theme, which builds that do not try caches begin with a copy of."""
    root = tmp_path_factory.mktemp("known")
    done = SiteBuilder(root)({"pages/about/en.md": "---\ntitle: About\n---\nAbout us.\n"})
    assert done.code == 0, done.stderr
    return root / "cache"


@pytest.fixture
def preview(tmp_path: Path, known_cache: Path) -> Iterator[Callable[..., Preview]]:
    """Starts previews of small projects and ends them: `preview({"content/platform.yml": "…"}, "--today", "…")`.

    It takes the same arguments as `start_preview`.
    """
    with ExitStack() as running:

        def start(files: Mapping[str, str | bytes], *options: str, **further: object) -> Preview:
            found = start_preview(tmp_path, files, *options, cache=known_cache, **further)
            running.callback(end_preview, found)
            return found

        yield start


@pytest.fixture(scope="module")
def keep_preview(tmp_path_factory: pytest.TempPathFactory, known_cache: Path) -> Iterator[Callable[..., KeptPreview]]:
    """Starts previews for all tests of a module: `keep_preview(files, "content/pages/about/en.md", "--today", "…")`."""
    with ExitStack() as running:

        def start(files: Mapping[str, str | bytes], touched: str, page: str, *options: str) -> KeptPreview:
            found = start_preview(tmp_path_factory.mktemp("preview"), files, *options, cache=known_cache)
            running.callback(end_preview, found)
            found.until(lambda state: state["build"].endswith("-1"))
            return KeptPreview(found, touched, page)

        yield start
