"""Fixtures that look at built sites in Chromium: a local server, pages, and axe-core."""

from __future__ import annotations

import re
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import partial
from http import HTTPStatus
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import sync_playwright

from browser_needs import find_chromium
from noticeboard.shell.site_server import Handler, Server

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from playwright.sync_api import Browser, Page

HERE = Path(__file__).parent
AXE = HERE / "node_modules" / "axe-core" / "axe.min.js"
AXE_TAGS = ("wcag2a", "wcag2aa", "wcag21aa", "wcag22aa")
# Without these Chromium calls home, which tests must neither need nor allow; no sandbox, because root has none.
CHROMIUM_FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)
ELSEWHERE = re.compile(r"^(?:https?|wss?)://(?!127\.0\.0\.1[:/])")
MILLISECONDS = 600_000
"""How long one step of a page may take. It only stops what hangs: a busy machine needs far less."""
# Only where scripts are off does the parser look for elements inside <noscript>.
SCRIPTLESS = """() => {
    const probe = document.createElement("div");
    probe.innerHTML = "<noscript><b></b></noscript>";
    return probe.firstChild.firstElementChild !== null;
}"""


def pytest_collection_modifyitems(items: Sequence[pytest.Item]) -> None:
    """Marks every test in this folder, so that tools/run_tests.py can leave them out where there is no Chromium."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.browser)


@dataclass(frozen=True, slots=True)
class Violation:
    """A rule of axe-core that a page breaks, and the CSS selectors of the elements that break it."""

    rule: str
    impact: str
    what: str
    targets: tuple[str, ...]


class PrefixHandler(Handler):
    """Serves a site as `noticeboard serve` does, below a prefix such as "/platform"; "" means none."""

    protocol_version = "HTTP/1.1"
    timeout = 10

    def __init__(self, *arguments: object, folder: Path, prefix: str, headers: dict[str, str]) -> None:
        """Answers one connection from a folder, whose addresses begin with the prefix, with further headers."""
        self.prefix, self.further = prefix, headers
        super().__init__(*arguments, directory=str(folder))

    def respond(self, path: str) -> None:
        """Answers a request; an address outside the prefix is 404."""
        if path.startswith(self.prefix + "/"):
            super().respond(path.removeprefix(self.prefix))
        else:
            self.send_error(HTTPStatus.NOT_FOUND)

    def end_headers(self) -> None:
        """Sends the further headers after the others."""
        for name, value in self.further.items():
            self.send_header(name, value)
        super().end_headers()


@contextmanager
def serving(folder: Path, prefix: str = "", headers: dict[str, str] | None = None) -> Iterator[str]:
    """The address, without a slash at the end, of a folder that is served locally until the block ends."""
    handler = partial(PrefixHandler, folder=folder, prefix=prefix, headers=headers or {})
    with Server(0, handler) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}{prefix}"
        server.shutdown()
        thread.join()


@pytest.fixture(scope="session")
def serve() -> Iterator[Callable[..., str]]:
    """Serves a folder until the tests end and returns its address: `serve(output, prefix="/platform", headers={})`."""
    with ExitStack() as servers:
        yield lambda folder, prefix="", headers=None: servers.enter_context(serving(folder, prefix, headers))


@pytest.fixture(scope="session")
def build_folder(pytestconfig: pytest.Config, tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Path]:
    """Builds a site for several tests and returns its folder: `build_folder({"platform.yml": "…"}, "--strict")`.

    It takes the same arguments as `site_builder`.
    """
    builder = next(p for p in pytestconfig.pluginmanager.get_plugins() if hasattr(p, "SiteBuilder")).SiteBuilder

    def built(*arguments: object, **options: object) -> Path:
        run = builder(tmp_path_factory.mktemp("site"))(*arguments, **options)
        assert run.code == 0, run.stderr
        return run.output

    return built


@pytest.fixture(scope="module")
def tried_languages(request: pytest.FixtureRequest) -> tuple[str, ...]:
    """The values of `lang` that the module's tests use, sorted: a site needs no other languages."""
    calls = (item.callspec for item in request.session.items if item.path == request.path and hasattr(item, "callspec"))
    return tuple(sorted({call.params["lang"] for call in calls if "lang" in call.params}))


@pytest.fixture(scope="session")
def demo_url(serve: Callable[..., str], demo_site: Path) -> str:
    """The address of the built demo, without a slash at the end."""
    return serve(demo_site)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium, started once for all tests."""
    path = find_chromium()
    assert path, "Chromium is missing: run `make test`, which installs it where it may."
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=path, args=CHROMIUM_FLAGS, timeout=MILLISECONDS)
        yield running
        running.close()


class Window:
    """A page in its own browser context, used by one test after another; `faults` are the errors in it."""

    def __init__(self, browser: Browser, options: dict[str, object]) -> None:
        """Opens it, empty; the options are those of Playwright's `new_context`."""
        self.options = options
        self.faults: list[str] = []
        self._origins: set[str] = set()
        self._context = browser.new_context(service_workers="block", **options)
        self._context.set_default_timeout(MILLISECONDS)
        self._context.on("request", lambda request: self._note(request.url))
        self._context.on("weberror", lambda failure: self.faults.append(f"script error: {failure.error}"))
        self._context.route(ELSEWHERE, lambda route: route.abort())
        self.page = self._context.new_page()
        self._devtools = self._context.new_cdp_session(self.page)

    def clear(self) -> bool:
        """Empties the window and forgets what sites stored; returns False if a test opened more pages in it."""
        if self._context.pages != [self.page]:
            return False
        if urlsplit(self.page.url).hostname:
            self.page.evaluate("try { sessionStorage.clear() } catch {}")
        for origin in sorted(self._origins):
            self._devtools.send("Storage.clearDataForOrigin", {"origin": origin, "storageTypes": "all"})
        self.page.goto("about:blank")
        self._origins, self.faults = set(), []
        return True

    def close(self) -> None:
        """Closes it."""
        self._context.close()

    def _note(self, url: str) -> None:
        self.faults += strays(url)
        parts = urlsplit(url)
        self._origins |= {f"{parts.scheme}://{parts.netloc}"} if parts.netloc else set()


class Windows:
    """The browser's windows. They are used again, because a new one costs a second of processor time."""

    def __init__(self, browser: Browser) -> None:
        """There is none yet."""
        self._browser = browser
        self._free: dict[str, list[Window]] = {}

    def take(self, use: str, options: dict[str, object]) -> Window:
        """An empty window with these options of Playwright's `new_context`, for one user at a time."""
        free = self._free.get(f"{use} {options}")
        return free.pop() if free else Window(self._browser, options)

    def give_back(self, use: str, window: Window) -> None:
        """Keeps a window for the next test."""
        if window.clear():
            self._free.setdefault(f"{use} {window.options}", []).append(window)
        else:
            window.close()


@pytest.fixture(scope="session")
def windows(browser: Browser) -> Windows:
    """The windows of the browser."""
    return Windows(browser)


@pytest.fixture
def open_page(windows: Windows, browser: Browser) -> Iterator[Callable[..., Page]]:
    """Opens an address in an empty window and gives its page.

    `page = open_page(demo_url + "/nl/", width=320, javascript=False, color_scheme="dark")`; `clock` is the instant at
    which the page's clock stands; further keywords go to Playwright's `new_context`. With `alone` the page is new, and
    nobody has it afterwards: for tests that listen to it, add scripts to it or move its clock. The test fails in the
    end if a page asked for anything that is not on loopback (which is refused) or if a script of it failed.
    """
    with ExitStack() as used:
        faults: list[str] = []

        def opened(
            url: str,
            *,
            width: int = 1280,
            javascript: bool = True,
            clock: str = "",
            alone: bool = False,
            **options: object,
        ) -> Page:
            height, scheme = options.pop("height", 800), options.pop("color_scheme", "light")
            use, given = "clock" if clock else "", {**options, "java_script_enabled": javascript}
            window = Window(browser, given) if alone else windows.take(use, given)
            used.callback(window.close) if alone else used.callback(windows.give_back, use, window)
            used.callback(lambda: faults.extend(window.faults))
            window.page.set_viewport_size({"width": width, "height": height})
            window.page.emulate_media(color_scheme=scheme)
            if clock:
                window.page.clock.set_fixed_time(clock)
            window.page.goto(url)
            return window.page

        yield opened
    assert faults == []


def strays(url: str) -> tuple[str, ...]:
    """A sentence if an address is not local, else ""."""
    return (f"asked for {urlsplit(url).netloc}: {url}",) if ELSEWHERE.match(url) else ()


@pytest.fixture(scope="session")
def axe() -> Callable[[Page], tuple[Violation, ...]]:
    """The violations of WCAG 2.2 A and AA that axe-core finds in a page, in its order.

    The page must have been opened with JavaScript; in any other, axe-core would wait for ever.
    """
    source = AXE.read_text(encoding="utf-8")

    def check(page: Page) -> tuple[Violation, ...]:
        assert not page.evaluate(SCRIPTLESS), "axe needs a page that was opened with JavaScript"
        if not page.evaluate("'axe' in window"):
            page.evaluate(source)
        found = page.evaluate(
            "tags => axe.run(document, {runOnly: {type: 'tag', values: tags}, resultTypes: ['violations']})",
            list(AXE_TAGS),
        )
        return tuple(violation(item) for item in found["violations"])

    return check


def violation(found: dict) -> Violation:
    """A Violation made from axe-core's record of it."""
    targets = tuple(" ".join(map(str, node["target"])) for node in found["nodes"])
    return Violation(found["id"], found["impact"], found["help"], targets)
