"""A folder of another generator: which generator it is, its settings, and what each of its files is."""

from __future__ import annotations

import ast
import re
import tomllib
from dataclasses import dataclass, field
from posixpath import dirname, splitext
from typing import TYPE_CHECKING

from noticeboard.languages.tag_guesses import likely_tag
from noticeboard.sources.yaml12 import load

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

JEKYLL, HUGO, PELICAN, NOTICEBOARD = "Jekyll", "Hugo", "Pelican", "Noticeboard"
TEXTS = (".md", ".markdown", ".mkd", ".mdown", ".html", ".htm")
"""Endings of posts that can be read."""

UNREAD = {".rst": "reStructuredText", ".adoc": "AsciiDoc", ".org": "Org", ".textile": "Textile", ".ipynb": "Jupyter"}
"""Endings of posts that cannot be read, with the names of their formats."""

SETTINGS = {
    "_config.yml": JEKYLL,
    "_config.toml": JEKYLL,
    "hugo.toml": HUGO,
    "hugo.yaml": HUGO,
    "hugo.yml": HUGO,
    "config/_default/hugo.toml": HUGO,
    "config/_default/config.toml": HUGO,
    "config.toml": HUGO,
    "config.yaml": HUGO,
    "pelicanconf.py": PELICAN,
    "platform.yml": NOTICEBOARD,
    "content/platform.yml": NOTICEBOARD,
}
"""The settings files by which generators are recognised, the surest first."""

_SKIPPED = frozenset(
    {
        *("_site", "_layouts", "_includes", "_sass", "_data", "_plugins", "node_modules", "vendor"),
        *("public", "resources", "themes", "layouts", "archetypes", "output", "cache", "__pycache__"),
        *("assets", "static", "data", "i18n", ".git", ".github", "theme", "templates"),
        *("plugins"),
    }
)
"""Folders in which no posts lie."""

_STATIC = ("", "static/", "assets/", "content/", "source/")
"""Where the files lie that addresses beginning with "/" name."""

_READMES = frozenset({"readme", "license", "contributing", "changelog", "404", "index", "_index", "search", "feed"})


@dataclass(frozen=True, slots=True)
class OtherSite:
    """A folder of another generator: its name ("" if it is not known), default language and address.

    `folders` are folders of languages that the settings name, with their tags.
    """

    generator: str
    language: str = ""
    address: str = ""
    folders: Mapping[str, str] = field(default_factory=dict)


def told_site(paths: Collection[str], read: Mapping[str, str]) -> OtherSite:
    """The site in a folder; `paths` are all its files, `read` the texts of those files of SETTINGS that exist."""
    for name, generator in SETTINGS.items():
        if name in read:
            return _with_settings(generator, name, read[name])
    if any("_posts" in path.split("/")[:-1] for path in paths) or any(map(_DATED.search, paths)):
        return OtherSite(JEKYLL)
    return OtherSite("")


_DATED = re.compile(r"(?:^|/)\d{4}-\d\d?-\d\d?-[^/]+\.(?:md|markdown)\Z")


def _with_settings(generator: str, name: str, text: str) -> OtherSite:
    values = _settings(name, text)
    if generator == PELICAN:
        return OtherSite(PELICAN, str(values.get("DEFAULT_LANG") or "en"), str(values.get("SITEURL") or ""))
    if generator == JEKYLL:
        language = values.get("default_lang") or values.get("lang") or values.get("locale") or ""
        return OtherSite(JEKYLL, likely_tag(str(language)), f"{values.get('url') or ''}{values.get('baseurl') or ''}")
    if generator == HUGO:
        low = {key.lower(): value for key, value in values.items()}
        stated = low.get("languages")
        languages = stated if isinstance(stated, dict) else {}
        folders = {_folder(one): likely_tag(tag) for tag, one in languages.items() if _folder(one)}
        default = str(low.get("defaultcontentlanguage") or low.get("languagecode") or low.get("locale") or "en")
        return OtherSite(HUGO, likely_tag(default), str(low.get("baseurl") or ""), folders)
    return OtherSite(NOTICEBOARD, str(values.get("default_language") or "en"))


def _folder(language: object) -> str:
    values = {k.lower(): v for k, v in language.items()} if isinstance(language, dict) else {}
    return str(values.get("contentdir") or "").strip("/")


def _settings(name: str, text: str) -> dict[str, object]:
    """The settings of a file, which is read and never run."""
    if name.endswith(".toml"):
        try:
            return tomllib.loads(text)
        except (tomllib.TOMLDecodeError, RecursionError):
            return {}
    if name.endswith(".py"):
        return _constants(text)
    return load(text, name).value or {}


def _constants(text: str) -> dict[str, object]:
    try:
        nodes = ast.parse(text).body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return {}
    assigned = (n for n in nodes if isinstance(n, ast.Assign) and isinstance(n.value, ast.Constant))
    return {t.id: n.value.value for n in assigned for t in n.targets if isinstance(t, ast.Name)}  # type: ignore[attr-defined]  # told above


def post_paths(paths: Iterable[str]) -> tuple[list[str], list[str]]:
    """The paths of files that may be posts, and of posts in a format that cannot be read."""
    found, unread = [], []
    for path in sorted(paths):
        *folders, name = path.split("/")
        stem, ending = splitext(name.lower())
        if any(folder.lower() in _SKIPPED or folder.startswith(".") for folder in folders):
            continue
        bare = stem.partition(".")[0]
        if ending in UNREAD and bare not in _READMES:
            unread.append(path)
        elif ending in TEXTS and not (bare in _READMES and not (bare == "index" and len(folders) > 1)):
            found.append(path)
    return found, unread


def static_file(address: str, path: str, files: Collection[str]) -> str:
    """The file of the site at an address in the post at `path`; "" if there is none."""
    folder = dirname(path)
    wanted = [f"{root}{address.lstrip('/')}" for root in _STATIC] if address.startswith("/") else []
    wanted += [] if address.startswith("/") else [_joined(folder, address), *(f"{root}{address}" for root in _STATIC)]
    return next((one for one in wanted if one in files), "")


def _joined(folder: str, address: str) -> str:
    parts: list[str] = folder.split("/") if folder else []
    for part in address.split("/"):
        if part == "..":
            parts = parts[:-1]
        elif part not in ("", "."):
            parts.append(part)
    return "/".join(parts)


def language_of(path: str, stated: str, site: OtherSite, languages: Sequence[str]) -> tuple[str, str]:
    """The tag of a post's language, and its path without a suffix or folder name that is the language."""
    for folder, tag in site.folders.items():
        if path.startswith(f"{folder}/"):
            return likely_tag(stated) or tag, path.removeprefix(f"{folder}/")
    parts = path.split("/")
    stem, ending = splitext(parts[-1])
    base, dot, suffix = stem.rpartition(".")
    base, dot, suffix = (base, dot, suffix) if dot else stem.rpartition("_")
    if dot and suffix and likely_tag(suffix) in languages and suffix.lower() == likely_tag(suffix).lower():
        return likely_tag(stated) or likely_tag(suffix), "/".join([*parts[:-1], base + ending])
    for at, part in enumerate(parts[:-1]):
        if part in languages:
            return likely_tag(stated) or part, "/".join([*parts[:at], *parts[at + 1 :]])
    return likely_tag(stated) or likely_tag(site.language) or "", path
