"""A site below a path (https://example.org/board.1/) on each web server, with the printed configuration."""

from __future__ import annotations

import os
import socket
import subprocess
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from time import monotonic, sleep
from typing import TYPE_CHECKING

import pytest

from noticeboard.formats.serving import serving_rules as rules

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

pytestmark = pytest.mark.long

BASE = "/board.1"
TEXTS = {
    "platform.yml": "name: Board\nlanguages: [en, nl]\n",
    "news/new/en.md": "---\ntitle: New\npublished: 2026-11-01\nmoved_from: [news/old]\n---\n\nWords.\n",
}
NGINX = """{user}load_module /usr/lib/nginx/modules/ngx_http_brotli_static_module.so;
daemon off; pid {root}/pid; error_log {root}/error.log; events {{}}
http {{ access_log off; client_body_temp_path {root}/1; proxy_temp_path {root}/2; fastcgi_temp_path {root}/3;
uwsgi_temp_path {root}/4; scgi_temp_path {root}/5; include {root}/rules; }}
"""
APACHE = """ServerRoot {root}
ServerName localhost
Listen 127.0.0.1:{port}
PidFile {root}/pid
ErrorLog {root}/error.log
{modules}
TypesConfig /etc/mime.types
DocumentRoot {root}/www
<Directory />
    Require all granted
    Include {root}/rules
</Directory>
"""
MODULES = "".join(
    f"LoadModule {name}_module /usr/lib/apache2/modules/mod_{name}.so\n"
    for name in ("mpm_event", "authz_core", "headers", "rewrite", "mime", "dir")
)


@dataclass(frozen=True, slots=True)
class WebServer:
    """A web server: its program, and the options of `server-rules` besides its name."""

    program: str
    rules: tuple[str, ...] = ()


SERVERS = {
    "nginx": WebServer("/usr/sbin/nginx"),
    "apache": WebServer("/usr/sbin/apache2"),
    "caddy": WebServer("/usr/bin/caddy"),
}


def command(server: str, root: Path, port: int) -> list[str]:
    """The command that starts the server in the foreground with the rules in `rules`."""
    if server == "nginx":
        user = "user root;" if os.geteuid() == 0 else ""
        (root / "conf").write_text(NGINX.format(root=root, user=user), encoding="utf-8")
        return [SERVERS[server].program, "-c", str(root / "conf"), "-p", str(root)]
    if server == "apache":
        (root / "conf").write_text(APACHE.format(root=root, port=port, modules=MODULES), encoding="utf-8")
        return [SERVERS[server].program, "-X", "-f", str(root / "conf")]
    text = (root / "rules").read_text(encoding="utf-8").replace("example.org {", f"http://127.0.0.1:{port} {{", 1)
    (root / "conf").write_text(f"{{\n\tadmin off\n}}\n{text}", encoding="utf-8")
    return [SERVERS[server].program, "run", "--config", str(root / "conf"), "--adapter", "caddyfile"]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, noticeboard: Callable) -> Path:
    """A folder for a web server with a small published site below the path."""
    root = tmp_path_factory.mktemp("path")
    for name, text in TEXTS.items():
        (root / "content" / name).parent.mkdir(parents=True, exist_ok=True)
        (root / "content" / name).write_text(text, encoding="utf-8")
    settings = f"from noticeboard.defaults import *\nSITEURL = 'https://example.org{BASE}/'\n"
    (root / "publishconf.py").write_text(settings, encoding="utf-8")
    named = ("-s", str(root / "publishconf.py"))
    assert noticeboard("build", *named, output=root / "output").code == 0
    assert noticeboard("publish", *named, str(root / "srv")).code == 0
    (root / "www").mkdir()
    (root / "www" / BASE.strip("/")).symlink_to(root / "srv" / "current")
    return root


@pytest.fixture(params=[pytest.param("nginx", marks=pytest.mark.nginx), "apache", "caddy"])
def port(request: pytest.FixtureRequest, site: Path, tmp_path: Path, noticeboard: Callable) -> Iterator[int]:
    """The port of a running server; skipped if it is not installed."""
    server: str = request.param
    if not Path(SERVERS[server].program).is_file():
        pytest.skip(f"{server} is not installed")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    (tmp_path / "www").symlink_to(site / "www")
    options = ("-s", str(site / "publishconf.py"), "--root", str(tmp_path / "www"), "--listen", f"127.0.0.1:{port}")
    printed = noticeboard("server-rules", server, *options)
    assert (printed.code, printed.stderr) == (0, "")
    (tmp_path / "rules").write_text(printed.stdout, encoding="utf-8")
    environment = os.environ | {"HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path)}
    with subprocess.Popen(command(server, tmp_path, port), env=environment, stderr=subprocess.DEVNULL) as process:
        ends = monotonic() + 30
        while not answered(port, "/"):
            assert process.poll() is None
            assert monotonic() < ends
            sleep(0.05)
        yield port
        process.terminate()


def answered(port: int, path: str) -> tuple[int, dict[str, str], bytes] | None:
    """The status, headers by lower-case name, and body of a response; None without one."""
    connection = HTTPConnection("127.0.0.1", port, timeout=10)
    try:
        connection.request("GET", path, headers={"Accept-Encoding": "gzip"})
        found = connection.getresponse()
        return found.status, {key.lower(): value for key, value in found.getheaders()}, found.read()
    except (OSError, HTTPException):
        return None
    finally:
        connection.close()


def test_a_site_below_a_path_is_served_by_the_same_rules(port: int, site: Path) -> None:
    """Pages, types, compression, both policies, caching, former addresses, and 404 pages."""

    def get(path: str) -> tuple[int, dict[str, str], bytes]:
        found = answered(port, f"{BASE}{path}")
        assert found is not None
        return found

    status, headers, body = get("/nl/")
    assert (status, headers["content-type"], headers["cache-control"]) == (200, rules.TYPES["html"], rules.ASK)
    assert (headers["content-encoding"], headers["content-security-policy"]) == ("gzip", rules.POLICY)
    assert body == (site / "srv/current/nl/index.html.gz").read_bytes()
    assert get("/en/search/")[1]["content-security-policy"] == rules.SEARCH_POLICY
    assert get("/en/feed.xml")[1]["content-type"] == rules.FEED_TYPE
    assert get("/theme/style.css?v=01234567")[1]["cache-control"] == rules.FOREVER
    moved = get("/en/news/old/")
    assert (moved[0], moved[1]["location"].removeprefix(f"http://127.0.0.1:{port}")) == (301, f"{BASE}/en/news/new/")
    assert answered(port, BASE)[1]["location"].endswith(f"{BASE}/")  # type: ignore[index]
    missing = {"/nl/x/": "nl", "/en/a/b/": "en", "/x/": "en", "/theme/x.css?v=01234567": "en", "/.noticeboard": "en"}
    for path, lang in missing.items():
        status, headers, body = get(path)
        page = (
            site / f"srv/current/{lang}/404.html"
            if path.startswith(("/nl/", "/en/"))
            else site / "srv/current/404.html"
        )
        assert (path, status, headers.get("cache-control")) == (path, 404, rules.ASK)
        assert body in (page.read_bytes(), Path(f"{page}.gz").read_bytes())
        assert headers["content-security-policy"] == rules.POLICY
