"""What the tests with a real web server need from the system, and how to install it where that is allowed."""

from __future__ import annotations

from pathlib import Path

import browser_needs

FOLDER = Path(__file__).resolve().parent
BROTLI = Path("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so")


def missing_packages() -> list[str]:
    """The Debian packages that are missing, sorted."""
    missing = set() if browser_needs.succeeds("/usr/sbin/nginx", "-v") else {"nginx-light"}
    return sorted(missing | (set() if BROTLI.exists() else {"libnginx-mod-http-brotli-static"}))


def has_node_packages() -> bool:
    """Always true: these tests need no npm packages."""
    return True


def install_node_packages() -> None:
    """Does nothing: these tests need no npm packages."""
