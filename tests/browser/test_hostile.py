"""Hundreds of hostile inputs: each is refused, or its page runs no script and sends no request."""

from __future__ import annotations

import io
import json
import re
import shutil
from collections import Counter
from dataclasses import dataclass, field
from itertools import cycle, islice
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

import pytest
from PIL import Image

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from playwright.sync_api import Browser

pytestmark = pytest.mark.long

ROOT = Path(__file__).resolve().parents[2]
FOLDER = Path(__file__).parent / "hostile"
ESCAPE = re.compile(r"\\(?:n|f|x[0-9a-f]{2}|u[0-9a-f]{4}|U[0-9a-fA-F]{8}|\\)")
DAY = "2023-02-01"
MESSAGES = 119
"""The messages of the catalogue that are replaced."""
CHARTS = ("bar", "stacked", "line")
HEAD = """---
title: {title}
summary: {summary}
published: 2023-01-10
deadline: 2023-02-19
survey: https://example.org/s?l={{lang}}
tags: [{tag}]
{keys}---

"""
PLATFORM = "name: {words}\ntagline: {words}\npublisher: {words}\nlanguages: [en, nl]\n"
# A report-only policy lets scripts run and records each attempt, whatever the script does.
POLICY = {
    "content-security-policy-report-only": "script-src 'self'; style-src 'self'; object-src 'none'; base-uri 'none'; "
    "form-action 'none'; frame-src 'none'"
}
LISTEN = """
    window.hostile = [];
    for (const name of ["alert", "confirm", "prompt"]) window[name] = () => window.hostile.push(name);
    document.addEventListener("securitypolicyviolation", (event) => window.hostile.push(event.violatedDirective));
"""
ACTIVE = """() => [...window.hostile, ...[...document.querySelectorAll("*")].flatMap((element) => [
    ...[...element.attributes].map((attribute) => attribute.name).filter((name) => /^(on|style$|ping$)/.test(name)),
    ...(["IFRAME", "OBJECT", "EMBED", "BASE", "FRAME"].includes(element.tagName) ? [element.tagName] : []),
    ...(/^(javascript|data|vbscript|blob|file):/.test(element.href ?? "") ? ["href"] : []),
    ...(element.tagName === "SCRIPT" && !element.src && element.type !== "application/ld+json" ? ["SCRIPT"] : []),
])]"""


def lines(name: str) -> list[str]:
    """The inputs in a file, one per line; a backslash begins an escape, as in Python."""
    found = (FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return [ESCAPE.sub(lambda m: m[0].encode().decode("unicode_escape"), line) for line in found]


def quoted(text: str) -> str:
    """A text in double quotes for YAML."""
    return f'"{"".join(sign if ord(sign) > 0xFFFF else json.dumps(sign)[1:-1] for sign in text)}"'


def picture() -> bytes:
    """A small PNG file."""
    file = io.BytesIO()
    Image.new("RGB", (8, 8)).save(file, "PNG")
    return file.getvalue()


@dataclass
class Hostile:
    """A content folder with the files of each input."""

    files: dict[str, str | bytes] = field(default_factory=dict)
    inputs: dict[str, list[str]] = field(default_factory=dict)

    def text(self, name: str, body: str | bytes, keys: str = "", **head: str) -> None:
        """Adds an input as the text of an announcement, with a picture if the input names one."""
        # Only in English, except words, which appear together with those of a catalogue.
        keys = keys or "languages: [en]\n"
        given = {"title": "T", "summary": "S", "tag": "t0", **head}
        top = HEAD.format(keys=keys, **given).encode()
        path = f"surveys/{name}/en.md"
        self.files[path] = top + (body if isinstance(body, bytes) else body.encode("utf-8", "surrogatepass"))
        self.inputs[name] = [path]
        if b"p.png" in self.files[path]:
            self.files[f"surveys/{name}/p.png"] = picture()
            self.inputs[name].append(f"surveys/{name}/p.png")


def gathered() -> Hostile:
    """All inputs, each in its own announcement."""
    found = Hostile()
    for kind in ("html", "markdown"):
        for number, line in enumerate(lines(kind)):
            found.text(f"{kind}-{number}", f"Before.\n\n{line}\n\nBehind.\n")
    for number, line in enumerate(lines("targets")):
        found.text(f"target-{number}", f"[x]({line})\n\nA <a href='{line}'>y</a>\n\n[z][r]\n\n[r]: {line}\n")
    for number, line in enumerate((FOLDER / "bytes.txt").read_text(encoding="ascii").splitlines()):
        found.text(f"bytes-{number}", line.encode().decode("unicode_escape").encode("latin-1"))
    for number, line in enumerate(lines("svg")):
        found.text(f"svg-{number}", '![x](x.svg){credit="x"}\n')
        found.files[f"surveys/svg-{number}/x.svg"] = line
        found.inputs[f"svg-{number}"].append(f"surveys/svg-{number}/x.svg")
    for number, line in enumerate(lines("words")):
        cell = '"{}"'.format(line.replace('"', '""'))
        found.text(f"data-{number}", f'![x](x.csv "T"){{chart={CHARTS[number % len(CHARTS)]}}}\n')
        found.files[f"surveys/data-{number}/x.csv"] = f"A;{cell}\n{cell};1\nB;2\n"
        found.inputs[f"data-{number}"].append(f"surveys/data-{number}/x.csv")
    for number, line in enumerate(lines("words")):
        word = quoted(line)
        keys = f"image: p.png\nimage_alt: {word}\nimage_credit: {word}\n"
        found.text(f"words-{number}", "Text.\n", keys, title=word, summary=word, tag=f"t{number}")
    found.files["vocabularies/tags.yml"] = "".join(
        f"t{number}:\n  labels: {{en: {quoted(line)}, nl: {quoted(line)}}}\n"
        for number, line in enumerate(lines("words"))
    )
    words = quoted(" ".join(lines("words")))
    found.files["platform.yml"] = PLATFORM.format(words=words)
    found.files["surveys/b/en.md"] = HEAD.format(title="B", summary="B", tag="t0", keys="") + "B.\n"
    return found


def hostile_catalogue() -> tuple[list[str], dict[int, str]]:
    """Lines of the theme's Dutch catalogue and their replacements; only translations without placeholders."""
    kept = (ROOT / "theme" / "translations" / "nl.po").read_text(encoding="utf-8").splitlines()
    words = cycle('"{}"'.format(line.replace("\\", "\\\\").replace('"', r"\"")) for line in lines("words"))
    plain = re.compile(r'msgstr "[^{}<>%]+"')
    chosen = islice((n for n, line in enumerate(kept) if plain.fullmatch(line)), MESSAGES)
    return kept, {n: f"msgstr {next(words)}" for n in chosen}


@dataclass(frozen=True)
class Site:
    """A site with all inputs that are not refused, and the numbers of inputs and refused inputs of each kind."""

    output: Path
    inputs: Counter[str]
    refused: Counter[str]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, noticeboard: Callable) -> Site:
    """The site: all inputs are checked, refused ones are removed, and the rest is built without an error."""
    root = tmp_path_factory.mktemp("hostile")
    content, hostile = root / "content", gathered()
    for name, value in hostile.files.items():
        write(content / name, value)
    settings = (ROOT / "pelicanconf.py").read_text(encoding="utf-8")
    settings = settings.replace("Path(__file__).resolve().parent", f"Path({str(ROOT)!r})")
    write(root / "pelicanconf.py", settings + f"PLUGIN_PATHS = [{str(ROOT / 'plugins')!r}]\n")
    shutil.copytree(ROOT / "theme", root / "theme")
    kept, changed = hostile_catalogue()
    refused: Counter[str] = Counter()
    # A syntax error in a catalogue hides its other errors.
    for _ in range(2):
        write_catalogue(root, kept, changed)
        told = noticeboard("check", "-s", str(root / "pelicanconf.py"), "--format", "json", "--today", DAY)
        assert "Traceback" not in told.stderr
        locations = errors(json.loads(told.stdout), root)
        for folder in {path.split("/")[2] for path, _ in locations if path.startswith("content/surveys/")}:
            shutil.rmtree(content / "surveys" / folder)
            refused[folder.partition("-")[0]] += 1
        for number in list(changed):
            if ("theme/translations/nl.po", number) in locations:
                del changed[number]
                refused["catalogue"] += 1
    built = noticeboard(
        *("build", str(content), "-s", str(root / "pelicanconf.py"), "-o", str(root / "output"), "--today", DAY)
    )
    assert (built.code, [line for line in built.stderr.splitlines() if "error[" in line]) == (0, [])
    kinds = Counter(name.partition("-")[0] for name in hostile.inputs)
    kinds["catalogue"] = len(changed) + refused["catalogue"]
    return Site(root / "output", kinds, refused)


def errors(told: dict, root: Path) -> set[tuple[str, int]]:
    """The places of errors: the path below the folder, and the line, counted from 0."""
    found = [p for p in told["problems"] if p["severity"] == "error"]
    return {((ROOT / p["path"]).resolve().relative_to(root.resolve()).as_posix(), p["line"] - 1) for p in found}


def write(path: Path, value: str | bytes) -> None:
    """Writes a file and, if need be, its folders."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(value if isinstance(value, bytes) else value.encode())


def write_catalogue(root: Path, kept: list[str], changed: dict[int, str]) -> None:
    """Writes the Dutch catalogue with those lines replaced."""
    text = "\n".join(changed.get(n, line) for n, line in enumerate(kept)) + "\n"
    write(root / "theme" / "translations" / "nl.po", text)


def pages(output: Path) -> list[str]:
    """The addresses of all pages and of SVG files, which browsers show as pages too."""
    return sorted(p.relative_to(output).as_posix() for kind in ("html", "svg") for p in output.rglob(f"*.{kind}"))


def opened(browser: Browser, url: str, paths: Iterable[str]) -> tuple[dict[str, list[str]], set[str]]:
    """Forbidden things that pages did or could do, by path, and every address that was requested."""
    asked: set[str] = set()
    context = browser.new_context(service_workers="block")
    context.add_init_script(LISTEN)
    context.on("request", lambda request: asked.add(request.url))
    page = context.new_page()
    active: dict[str, list[str]] = {}
    for path in paths:
        page.goto(f"{url}/{path}")
        if found := page.evaluate(ACTIVE):
            active[path] = found
    context.close()
    return active, asked


def exists(output: Path, path: str) -> bool:
    """Whether a site has a file at a path."""
    file = output / unquote(path).strip("/")
    return file.is_file() or (file / "index.html").is_file()


def test_no_script_runs_and_no_request_leaves(site: Site, browser: Browser, serve: Callable) -> None:
    """Pages run no script but the theme's, not even one that a policy would stop; they request nothing elsewhere."""
    url = serve(site.output, headers=POLICY)
    active, asked = opened(browser, url, pages(site.output))
    strange = [u for u in asked if not (u.startswith(url) and exists(site.output, urlsplit(u).path))]
    assert (active, strange) == ({}, [])


def test_a_script_or_request_would_be_noticed(tmp_path: Path, browser: Browser, serve: Callable) -> None:
    """The test above would notice a script, an event handler, a frame and a request."""
    bodies = ("<script>alert(1)</script>", "<p onclick=x>", "<iframe srcdoc=x></iframe>", "<img src=y.png>")
    for number, body in enumerate(bodies):
        write(tmp_path / f"{number}.html", f"<!DOCTYPE html><title>T</title>{body}")
    url = serve(tmp_path, headers=POLICY)
    active, asked = opened(browser, url, [f"{number}.html" for number in range(len(bodies))])
    assert ("alert" in active["0.html"], "onclick" in active["1.html"], "IFRAME" in active["2.html"]) == (True,) * 3
    assert f"{url}/y.png" in asked


def test_the_documentation_has_these_figures(site: Site) -> None:
    """docs/quality.md says how many hostile inputs of each kind there are."""
    rows = [f"| {kind} | {total} |" for kind, total in site.inputs.items()]
    quality = (ROOT / "docs" / "quality.md").read_text(encoding="utf-8")
    assert [row for row in rows if row not in quality] == []
