"""The site on a real nginx, configured by `noticeboard server-rules nginx`, published by `noticeboard publish`."""

from __future__ import annotations

import gzip
import os
import shutil
import socket
import subprocess
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from time import monotonic, sleep
from typing import TYPE_CHECKING

import brotli
import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser

pytestmark = [pytest.mark.long, pytest.mark.nginx]

NGINX = "/usr/sbin/nginx"
MODULE = "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so"
MAIN = """
{user}
load_module {module};
daemon off;
pid {root}/nginx.pid;
error_log {root}/error.log;
worker_processes 1;
events {{ worker_connections 64; }}
http {{
    access_log off;
    client_body_temp_path {root}/body;
    proxy_temp_path {root}/proxy;
    fastcgi_temp_path {root}/fastcgi;
    uwsgi_temp_path {root}/uwsgi;
    scgi_temp_path {root}/scgi;
    include {root}/site.conf;
}}
"""
USER = "user root;" if os.geteuid() == 0 else ""
"""The user that nginx runs as: the folders of tests can be read by their owner only."""

SURVEY = "surveys/school-mentoring/"
CLOCK = "2026-12-01T12:00:00+02:00"


@dataclass(frozen=True, slots=True)
class Answer:
    """A response: its status, headers by their names in lower case, and body."""

    status: int
    headers: dict[str, str]
    body: bytes


@dataclass(frozen=True, slots=True)
class Served:
    """A running nginx: its port, and the folder of the published site."""

    port: int
    site: Path

    def get(self, path: str, **headers: str) -> Answer:
        """The response for a path; the names of request headers have _ for -."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=10)
        connection.request("GET", path, headers={name.replace("_", "-"): value for name, value in headers.items()})
        found = connection.getresponse()
        answer = Answer(found.status, {k.lower(): v for k, v in found.getheaders()}, found.read())
        connection.close()
        return answer


@pytest.fixture(scope="module")
def nginx(demo_site: Path, tmp_path_factory: pytest.TempPathFactory, noticeboard: Callable) -> Iterator[Served]:
    """The demo with a former address, published and served."""
    root = tmp_path_factory.mktemp("nginx")
    site = Path(shutil.copytree(demo_site, root / "output"))
    former = site / "en/surveys/former/index.html"
    former.parent.mkdir()
    new = f"/en/{SURVEY}"
    former.write_text(f'<!doctype html><meta http-equiv="refresh" content="0; url={new}">\n', encoding="utf-8")
    (site / "en" / ".secret").write_text("secret", encoding="utf-8")
    assert noticeboard("publish", str(root / "srv"), "-o", str(site)).code == 0
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    served = root / "srv" / "current"
    (served / "en" / ".secret").write_text("secret", encoding="utf-8")
    options = ("--root", str(served), "--listen", f"127.0.0.1:{port}", "-s", "nowhere.py")
    rules = noticeboard("server-rules", "nginx", "-o", str(site), *options)
    assert (rules.code, rules.stderr) == (0, "")
    (root / "site.conf").write_text(rules.stdout, encoding="utf-8")
    (root / "nginx.conf").write_text(MAIN.format(root=root, module=MODULE, user=USER), encoding="utf-8")
    with subprocess.Popen((NGINX, "-c", str(root / "nginx.conf"), "-p", str(root))) as process:
        found = Served(port, served)
        until_it_answers(found, process)
        yield found
        process.terminate()


def until_it_answers(served: Served, process: subprocess.Popen[bytes]) -> None:
    """Waits until nginx answers; fails if it ends or takes too long."""
    ends = monotonic() + 30
    while True:
        assert process.poll() is None
        try:
            served.get("/")
        except OSError:
            assert monotonic() < ends
            sleep(0.05)
        else:
            return


def test_text_is_sent_compressed(nginx: Served) -> None:
    """Browsers get brotli, older ones gzip, and other clients plain bytes; the content is the same."""
    plain = nginx.get(f"/nl/{SURVEY}")
    assert (plain.status, plain.body) == (200, (nginx.site / "nl" / SURVEY / "index.html").read_bytes())
    short = nginx.get(f"/nl/{SURVEY}", Accept_Encoding="gzip, br")
    zipped = nginx.get(f"/nl/{SURVEY}", Accept_Encoding="gzip")
    assert (short.headers["content-encoding"], zipped.headers["content-encoding"]) == ("br", "gzip")
    assert brotli.decompress(short.body) == gzip.decompress(zipped.body) == plain.body
    assert len(short.body) < len(zipped.body) < len(plain.body)


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/nl/", "text/html; charset=utf-8"),
        ("/nl/deadlines.ics", "text/calendar; charset=utf-8"),
        ("/theme/style.css", "text/css; charset=utf-8"),
        ("/theme/site.js", "text/javascript; charset=utf-8"),
        ("/theme/icon.svg", "image/svg+xml"),
        ("/next-change.txt", "text/plain; charset=utf-8"),
        ("/translations/status.json", "application/json; charset=utf-8"),
    ],
)
def test_everything_has_its_type(nginx: Served, path: str, kind: str) -> None:
    """Content types are stated, and clients must not guess."""
    found = nginx.get(path)
    assert (found.status, found.headers["content-type"], found.headers["x-content-type-options"]) == (
        200,
        kind,
        "nosniff",
    )


def test_files_are_cached_and_pages_are_revalidated(nginx: Served) -> None:
    """Files named after their content may be cached for ever; pages are revalidated, which is cheap."""
    picture = next(nginx.site.glob("media/**/*.avif")).relative_to(nginx.site).as_posix()
    index = next(nginx.site.glob("nl/search/index/**/*.pf_fragment")).relative_to(nginx.site).as_posix()
    forever, ask = "public, max-age=31536000, immutable", "no-cache"
    wanted = {f"/{picture}": forever, f"/{index}": forever, "/theme/style.css?v=01234567": forever}
    wanted |= dict.fromkeys(("/nl/", "/theme/style.css", "/nl/search/index/pagefind-entry.json"), ask)
    assert {path: nginx.get(path).headers["cache-control"] for path in wanted} == wanted
    mark = nginx.get("/nl/").headers["etag"]
    assert nginx.get("/nl/", If_None_Match=mark).status == 304


@pytest.mark.parametrize(
    ("path", "lang"), [("/nl/nowhere/", "nl"), ("/el/a/b/", "el"), ("/nowhere/", "en"), ("/xx/", "en")]
)
def test_an_address_that_leads_nowhere_is_answered_in_its_language(nginx: Served, path: str, lang: str) -> None:
    """The status is 404, with the page of the address's language and the usual headers."""
    found = nginx.get(path)
    assert (found.status, f'<html lang="{lang}"'.encode() in found.body) == (404, True)
    assert "frame-ancestors 'none'" in found.headers["content-security-policy"]


def test_a_former_address_redirects_permanently(nginx: Served) -> None:
    """The status is 301, and the target is on the same host."""
    found = nginx.get("/en/surveys/former/")
    assert (found.status, found.headers["location"]) == (301, f"/en/{SURVEY}")
    assert nginx.get("/en/surveys").headers["location"] == "/en/surveys/"


def test_dotfiles_are_not_served(nginx: Served) -> None:
    """Neither the files of a build nor any others that begin with a dot."""
    paths = ("/.noticeboard-files.json", "/en/.secret", "/.git/config", "/en/../.secret")
    assert {path: nginx.get(path).status for path in paths} == dict.fromkeys(paths, 404) | {"/en/../.secret": 404}


def test_every_response_has_the_security_headers(nginx: Served) -> None:
    """Referrers, permissions and openers are limited, and documents cannot run scripts."""
    found = nginx.get("/nl/").headers
    names = ("referrer-policy", "permissions-policy", "cross-origin-opener-policy", "content-security-policy")
    assert [name for name in names if name not in found] == []
    picture = next(nginx.site.glob("media/**/*.avif")).relative_to(nginx.site).as_posix()
    assert "sandbox" in nginx.get(f"/{picture}").headers["content-security-policy"]


def test_the_search_works_under_the_policy(nginx: Served, browser: Browser) -> None:
    """In Chromium the search finds a survey, and the policy blocks nothing."""
    page = browser.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.goto(f"http://127.0.0.1:{nginx.port}/nl/search/")
    page.fill("#nb-query", "mentoren")
    page.keyboard.press("Enter")
    page.wait_for_selector(f'a[href="/nl/{SURVEY}"]')
    page.close()
    assert [text for text in said if "Content Security" in text or "Refused" in text] == []


def test_the_field_on_a_404_page_searches(nginx: Served, browser: Browser) -> None:
    """Its search field leads to the results."""
    page = browser.new_page()
    page.goto(f"http://127.0.0.1:{nginx.port}/nl/nowhere/")
    page.fill("#nb-query", "mentoren")
    page.keyboard.press("Enter")
    page.wait_for_url("**/nl/search/?q=mentoren*")
    page.wait_for_selector(f'a[href="/nl/{SURVEY}"]')
    page.close()
