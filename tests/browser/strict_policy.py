"""A strict content security policy: pages that are sent with it, and what it refuses."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Route

POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src {connect}; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'"
)
LISTEN = """
    window.refused = [];
    document.addEventListener("securitypolicyviolation", (event) => window.refused.push(event.violatedDirective));
"""


def strict_context(browser: Browser, pattern: str, connect: str = "'none'") -> BrowserContext:
    """A context that gets documents whose address fits `pattern` with the policy; pages list `window.refused`."""
    context = browser.new_context(timezone_id="Europe/Helsinki")
    context.add_init_script(LISTEN)
    context.route(pattern, lambda route: _with_policy(route, POLICY.format(connect=connect)))
    return context


def _with_policy(route: Route, policy: str) -> None:
    if route.request.resource_type != "document":
        route.continue_()
        return
    response = route.fetch()
    route.fulfill(response=response, headers={**response.headers, "content-security-policy": policy})
