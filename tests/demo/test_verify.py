"""`noticeboard verify` finds nothing in the demo, and every fault that the tests put into a copy of it."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING

import pytest

from noticeboard.shell.commands.verify_command import verified
from noticeboard.shell.project import project_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from conftest import Demo

SURVEY = "surveys/school-mentoring/index.html"
HEAD, BODY = "</head>", "</main>"


def put(before: str, html: str) -> Callable[[str], str]:
    """A change that inserts HTML before the first mark."""
    return lambda text: text.replace(before, f"{html}{before}", 1)


def swap(pattern: str, html: str) -> Callable[[str], str]:
    """A change that replaces the first match of a pattern."""
    return lambda text: re.sub(pattern, html, text, count=1, flags=re.DOTALL)


FAULTS: dict[str, tuple[str, Callable[[str], str]]] = {
    "broken-page-link": (f"bg/{SURVEY}", put(BODY, '<p><a href="/platform/bg/nowhere/">x</a></p>')),
    "broken-part-link": (f"cs/{SURVEY}", put(BODY, '<p><a href="#nowhere">x</a></p>')),
    "missing-file": (f"da/{SURVEY}", put(BODY, '<img src="/platform/media/gone.png" alt="x">')),
    "request-elsewhere": (f"de/{SURVEY}", put(HEAD, '<script src="https://cdn.example.com/x.js"></script>')),
    "one-sided-hreflang": (f"bg/{SURVEY}", swap(r'<link rel="alternate" hreflang="bg"[^>]*>', "")),
    "incomplete-hreflang": ("lt/index.html", swap(r'<link rel="alternate" hreflang="lt"[^>]*>', "")),
    "broken-hreflang": ("en/index.html", swap(r'(hreflang="fi" href="[^"]*)"', r'\1gone/"')),
    "wrong-hreflang": ("et/index.html", swap(r'hreflang="lt" href="[^"]*"', 'hreflang="lt" href="/platform/lv/"')),
    "double-hreflang": ("pl/index.html", put(HEAD, '<link rel="alternate" hreflang="pl" href="/platform/pl/">')),
    "broken-canonical": (f"fi/{SURVEY}", swap(r'(rel="canonical" href="[^"]*)"', r'\1gone/"')),
    "canonical-with-hreflang": (f"fr/{SURVEY}", swap(r"(rel=\"canonical\" href=\"[^\"]*/)fr/", r"\1en/")),
    "duplicate-id": (f"ga/{SURVEY}", put(BODY, '<p id="nb-main">x</p>')),
    "missing-h1": (f"hr/{SURVEY}", swap(r"<h1(.*?)</h1>", r"<h2\1</h2>")),
    "several-h1": (f"hu/{SURVEY}", put(BODY, "<h1>x</h1>")),
    "missing-lang": (f"it/{SURVEY}", swap(r'<html lang="it"', "<html")),
    "wrong-lang": (f"lt/{SURVEY}", put(BODY, '<p lang="dutch!">x</p>')),
    "missing-title": (f"lv/{SURVEY}", swap(r"<title[^>]*>.*?</title>", "<title> </title>")),
    "several-titles": ("lv/index.html", put(HEAD, "<title>x</title>")),
    "missing-alt": (f"mt/{SURVEY}", put(BODY, '<img src="/platform/theme/icon.svg">')),
    "unlabelled-field": (f"nl/{SURVEY}", put(BODY, '<input type="text">')),
    "nameless-link": (f"pl/{SURVEY}", put(BODY, '<a href="/platform/pl/"><span></span></a>')),
    "foreign-words": (f"pt/{SURVEY}", put(BODY, "<p>Skip to main content</p>")),
    "inline-code": (f"ro/{SURVEY}", put(BODY, '<p onclick="go()">x</p>')),
    "broken-reference": (f"sk/{SURVEY}", put(BODY, '<p aria-labelledby="nobody">x</p>')),
    "skipped-heading": (f"sl/{SURVEY}", put(BODY, "<h2>x</h2><h5>x</h5>")),
    "empty-heading": (f"sv/{SURVEY}", put(BODY, "<h2> </h2>")),
    "missing-doctype": ("bg/index.html", swap(r"<!doctype html>\n", "")),
    "missing-charset": ("cs/index.html", swap(r'<meta charset="utf-8">', "")),
    "missing-viewport": ("da/index.html", swap(r'<meta name="viewport"[^>]*>', "")),
    "missing-main": ("de/index.html", swap(r"<main(.*)</main>", r"<div\1</div>")),
    "heavy-page": ("el/index.html", put(BODY, "<p>x</p>" * 40_000)),
    "heavy-file": ("es/index.html", put(BODY, '<img alt="x" src="/platform/theme/large.png">')),
    "broken-data": ("ga/index.html", put(HEAD, '<script type="application/ld+json">{"a": </script>')),
    "insecure-link": ("hr/index.html", put(BODY, '<a href="http://example.org/">x</a>')),
    "headless-table": ("hu/index.html", put(BODY, "<table><tr><td>x</td></tr></table>")),
    "changed-order": ("it/index.html", put(BODY, '<p tabindex="3">x</p>')),
    "missing-frame-title": ("ro/index.html", put(BODY, '<iframe src="/platform/ro/"></iframe>')),
    "broken-address": ("sk/index.html", put(BODY, '<a href="https://[::1/">x</a>')),
    "missing-in-sitemap": ("sl/index.html", lambda text: text),
    "broken-sitemap": ("sitemap.xml", lambda text: text),
    "missing-direction": ("sv/index.html", swap(r'<html lang="sv" dir="ltr"', '<html lang="ar" dir="ltr"')),
}
"""Problem -> the file that it is told of, and the fault that is put into it."""

ELSEWHERE = {"one-sided-hreflang": f"el/{SURVEY}"}
"""For problems that are reported for another file: the file that gets the fault."""


@pytest.mark.long
def test_nothing_is_wrong_in_the_demo(plain_demo: Demo) -> None:
    """There is no error and no warning; the demo below a path is the one that gets faults."""
    problems, pages = verified(plain_demo.folder, project_of({}))
    assert ([(p.location.path, p.location.line, p.name) for p in problems], pages) == ([], len(plain_demo.pages))


@pytest.fixture(scope="module")
def found(platform_demo: Demo, tmp_path_factory: pytest.TempPathFactory) -> dict[str, set[str]]:
    """The names of the problems of each file, in a copy of the demo with all faults."""
    copy = shutil.copytree(platform_demo.folder, tmp_path_factory.mktemp("faults") / "site")
    (copy / "theme" / "large.png").write_bytes(bytes(600_000))
    sitemap = next(path for path in sorted(copy.rglob("sitemap*.xml")) if "/platform/sl/<" in path.read_text("utf-8"))
    text = sitemap.read_text(encoding="utf-8").replace("/platform/sl/</loc>", "/platform/sl/gone/</loc>", 1)
    sitemap.write_text(text, encoding="utf-8")
    for name, (file, change) in FAULTS.items():
        path = copy / ELSEWHERE.get(name, file)
        changed = change(path.read_text(encoding="utf-8"))
        path.write_text(changed, encoding="utf-8")
    names: dict[str, set[str]] = {}
    for problem in verified(copy, project_of({}))[0]:
        path = "sitemap.xml" if problem.location.path.endswith(".xml") else problem.location.path
        names.setdefault(path, set()).add(problem.name)
    return names


@pytest.mark.parametrize("name", sorted(FAULTS))
def test_a_fault_is_found(name: str, found: dict[str, set[str]]) -> None:
    """It is reported for the page that has it."""
    assert name in found.get(FAULTS[name][0], set())


def test_only_the_faults_are_found(found: dict[str, set[str]]) -> None:
    """Other pages have no problems, except alternates and targets that a fault changed."""
    own = {file for file, _ in FAULTS.values()}
    behind = {"one-sided-hreflang", "wrong-hreflang", "broken-part-link"}
    assert {path: names - behind for path, names in found.items() if path not in own and names - behind} == {}
