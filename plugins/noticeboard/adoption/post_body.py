"""The text of a post as a text here: headings, names of headings, links, pictures."""

from __future__ import annotations

import re
from posixpath import basename
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote

from noticeboard.adoption.adoption_notes import FoundPicture, shortened
from noticeboard.adoption.html_blocks import TODO
from noticeboard.adoption.other_site import HUGO, JEKYLL
from noticeboard.adoption.template_tags import TagContext, without_tags
from noticeboard.sources.document_types import TYPES, ending
from noticeboard.sources.likely_values import slug

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from noticeboard.adoption.adoption_notes import AdoptionNotes

_FENCE = re.compile(r"^[ \t>]{0,20}(```+|~~~+)")
_ATX = re.compile(r"^( {0,3})(#{1,6})([ \t]+.*?|)[ \t]*(?:\{:?[ \t]*(#[^}\n]*)\})?[ \t#]*$")
_SETEXT = re.compile(r"^ {0,3}(=+|-{2,})[ \t]*$")
_LIST_AFTER = re.compile(r"^\{:[ \t]*([^}\n]*)\}[ \t]*$")
_CONTENTS = re.compile(r"^[ \t]*(?:\{:[ \t]*toc\b[^}\n]*\}|\[TOC\]|\[\[_TOC_\]\])[ \t]*$", re.IGNORECASE)
_MORE = re.compile(r"^[ \t]*<!--[ \t]*(?:more|excerpt)[ \t]*-->[ \t]*$")
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_.-]*")
_LINK = re.compile(
    r"(?P<shown>!?)\[(?P<words>(?:[^\[\]\n]|\n(?!\n)|\[[^\[\]\n]{0,100}\]){0,500})\]"
    r"\([ \t]*(?:<(?P<angle>[^<>\n]{0,500})>|(?P<address>[^\s()<>]{0,500}(?:\([^\s()]{0,100}\)[^\s()<>]{0,200})?))"
    r"(?:[ \t]+(?P<title>\"[^\"\n]{0,300}\"|'[^'\n]{0,300}'))?[ \t]*\)(?P<attributes>\{:?[^}\n]{0,200}\})?"
)
_REFERENCE = re.compile(r"^( {0,3}\[(?!\^)[^\]\n]{1,200}\]:[ \t]*)<?([^\s<>]{1,500})>?(.*)$")
_IMAGE = re.compile(r"<img\b([^<>]{0,1000})/?>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"""([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_CODE = re.compile(r"(`+)(?!`)(?:[^`\n]|\n(?!\n)){1,500}?\1(?!`)")
_SCHEME = re.compile(r"(?:[a-z][a-z0-9+.-]*:|//)", re.IGNORECASE)


class PostSite(NamedTuple):
    """What the text of a post is read with.

    `generator` is that of the site, `own` its address ("" where it has none). `post` gives the link to the text that an
    address names, `file` the path of the file of the site that it names; each "" where there is none.
    """

    generator: str
    own: str
    post: Callable[[str], str]
    file: Callable[[str], str]


class PostBody:
    """Rewrites the text of one post; afterwards `files` are the files beside it, by name, with their paths.

    `read` is then the text as it was, its tags replaced.
    """

    def __init__(self, site: PostSite, notes: AdoptionNotes, first_line: int, title: str) -> None:
        """Takes what the text is read with, what is to be told of, where the text begins, and the post's title."""
        self._site, self._notes, self._first, self._title = site, notes, first_line, title
        self.files: dict[str, str] = {}
        self.read = ""

    def rewritten(self, text: str) -> str:
        """The text as it is written here."""
        context = TagContext(self._first, self._notes, self._site.post, self._site.generator)
        lines = without_tags(text, context).split("\n")
        self.read = "\n".join("" if _LIST_AFTER.match(line) or _CONTENTS.match(line) else line for line in lines)
        kept = [(at, line) for at, line in self._headings(lines) if not _MORE.match(line)]
        return "\n".join(self._outside_code(kept)).strip("\n") + "\n"

    def _headings(self, lines: list[str]) -> list[tuple[int, str]]:
        """The lines and their numbers, with headings from the second level on that have the names that they had."""
        found = list(_headed(lines))
        levels = [level for _, level, _, _ in found]
        twice = bool(found) and found[0][1] == 1 and levels.count(1) == 1 and _same(found[0][2], self._title)
        if twice:
            levels = levels[1:]
        shift = 2 - min(levels, default=2)
        drop: set[int] = set()
        done = list(lines)
        for number, (at, level, words, name) in enumerate(found):
            under = at + 1 < len(lines) and not _ATX.match(lines[at]) and bool(_SETEXT.match(lines[at + 1]))
            after = at + (2 if under else 1)
            given = _LIST_AFTER.match(lines[after]) if after < len(lines) else None
            drop |= {at + 1} if under else set()
            drop |= {after} if given else set()
            if number == 0 and twice:
                drop.add(at)
                continue
            own = name or (_id_in(given[1]) if given else "") or self._automatic(words)
            done[at] = f"{'#' * min(level + shift, 6)} {words}{f' {{#{own}}}' if own else ''}"
        return [(at, line) for at, line in enumerate(self._without_lists(done, drop)) if at not in drop]

    def _without_lists(self, lines: list[str], drop: set[int]) -> list[str]:
        """Takes tables of contents out, and attribute lists that set nothing but classes."""
        for at, line in enumerate(lines):
            if _CONTENTS.match(line):
                drop.add(at)
                if at and re.match(r"[*-] ", lines[at - 1]) and "toc" in line.lower():
                    drop.add(at - 1)
                message = "The table of contents is not kept: “{words}”."
                self._notes.left_out(self._first + at, message, line.strip(), "Readers find their way by the headings.")
            elif (found := _LIST_AFTER.match(line)) and not _id_in(found[1]):
                drop.add(at)
        return lines

    def _automatic(self, words: str) -> str:
        """The name that the generator gave the heading by itself; "" where it cannot be kept."""
        plain = re.sub(r"[*_`]|\[([^\]]*)\]\([^)]*\)", lambda found: found[1] or "", words).strip().lower()
        if self._site.generator == JEKYLL:
            made = re.sub(r"[^a-z0-9 -]", "", re.sub(r"\A[^a-z]+", "", plain)).replace(" ", "-")
        elif self._site.generator == HUGO:
            made = re.sub(r"[^\w -]", "", plain).replace(" ", "-")
        else:
            return ""
        return made if _NAME.fullmatch(made) else ""

    def _outside_code(self, lines: list[tuple[int, str]]) -> Iterator[str]:
        """The lines, with what stands outside code rewritten paragraph by paragraph."""
        part: list[tuple[int, str]] = []
        fence, empty = "", False
        for at, line in lines:
            opened = _FENCE.match(line)
            if fence or opened or not line.strip():
                yield from self._paragraph(part)
                empty, part = not part and empty, []
                if fence or opened or not empty:
                    yield line
                empty = not (fence or opened)
                if opened and not fence:
                    fence = opened[1]
                elif opened and opened[1].startswith(fence):
                    fence = ""
            else:
                part.append((at, line))
        yield from self._paragraph(part)

    def _paragraph(self, part: list[tuple[int, str]]) -> Iterator[str]:
        if not part:
            return
        line = self._first + part[0][0]
        text = "\n".join(words for _, words in part)
        text = _IMAGE.sub(_as_picture, text)
        pictures: list[str] = []
        codes = [found.span() for found in _CODE.finditer(text)]

        def replaced(found: re.Match[str]) -> str:
            if any(start <= found.start() < end for start, end in codes):
                return found[0]
            place = line + text.count("\n", 0, found.start())
            if not found["shown"]:
                return self._link(found, place)
            pictures.append(self._picture(found, place))
            return ""

        rest = "\n".join(self._reference(row, line) for row in _LINK.sub(replaced, text).split("\n"))
        first = text.lstrip().startswith("![")
        shown = [one for one in pictures if one]
        kept = [row.strip() if pictures else row for row in rest.split("\n")]
        kept = [row for row in kept if row.strip(" \t>-*") or not pictures]
        between = ["", *(row for one in shown for row in (one, ""))]
        yield from (
            (between[1:] + kept)
            if first and kept and shown
            else kept + (between[0 if kept else 1 : -1] if shown else [])
        )

    def _link(self, found: re.Match[str], line: int) -> str:
        """The link with its target as it is named here; its words alone where that is not there."""
        address = found["angle"] or found["address"] or ""
        target = self._target(address, line, found["words"])
        if target is None:
            return found["words"]
        title = f" {found['title']}" if found["title"] else ""
        return f"[{found['words']}]({target}{title})"

    def _reference(self, row: str, line: int) -> str:
        found = _REFERENCE.match(row)
        if not found:
            return row
        target = self._target(found[2], line, found[1].strip())
        return row if target is None else f"{found[1]}{target}{found[3]}"

    def _target(self, address: str, line: int, words: str) -> str | None:
        """The target that names here what the address named there; None where it is not there, which is told."""
        if address.startswith("#") or not address:
            return address
        local = address.removeprefix(self._site.own) if self._site.own and len(self._site.own) > 1 else address
        if local != address:
            local = f"/{local.lstrip('/')}"
        if _SCHEME.match(local):
            if local.lower().startswith("http:"):
                self._notes.warn(
                    line,
                    "insecure-link",
                    "The address {address} begins with http://.",
                    "Try it with https://, and find another page where there is none.",
                    address=local[:200],
                )
            return None if self._is_unsafe(local, line, words) else local
        path, mark, fragment = local.partition("#")
        path = re.sub(r"\A[{|](?:filename|static|attach)[}|]", "", unquote(path.partition("?")[0]))
        if link := self._site.post(path):
            return f"{link}{mark}{fragment}"
        file = self._site.file(path)
        if file and ending(file) in TYPES:
            return self._beside(file)
        if file:
            self._told(file, line, basename(file))
        else:
            self._told(address, line, words)
        return None

    def _is_unsafe(self, address: str, line: int, words: str) -> bool:
        if address.lower().startswith(("http:", "https:", "mailto:", "tel:", "//")):
            return False
        self._told(address, line, words)
        return True

    def _told(self, address: str, line: int, words: str) -> None:
        self._notes.warn(
            line,
            "link-not-kept",
            "The link of the words “{words}” is not kept: from here {address} leads nowhere.",
            "Find the address and write [words](https://…) in the text.",
            words=shortened(words)[:100],
            address=address[:200],
        )

    def _beside(self, file: str) -> str:
        """The name that a file has beside the text."""
        stem, _, last = basename(file).rpartition(".")
        name = f"{slug(stem) or 'file'}.{last.lower()}"
        while self.files.get(name, file) != file:
            name = f"x-{name}"
        self.files[name] = file
        return name

    def _picture(self, found: re.Match[str], line: int) -> str:
        """The picture's Markdown, alone in its block; "" where its file is not there, which is told."""
        address = found["angle"] or found["address"] or ""
        file = "" if _SCHEME.match(address) else self._site.file(unquote(address.partition("?")[0]))
        file = file or self._site.file(re.sub(r"\A[{|]\w+[}|]", "", address))
        alt = " ".join(found["words"].split())
        if not file or ending(file) not in TYPES:
            message, hint = (
                "A picture is not kept, because its file is not here: {words}.",
                "Save it beside the text if it may be used, and show it there.",
            )
            self._notes.left_out(line, message, f"{alt} {address}".strip(), hint)
            return ""
        name = self._beside(file)
        self._notes.picture_to_describe(line, name)
        title = f" {found['title']}" if found["title"] else ""
        return f'![{alt or TODO}]({name}{title}){{credit="{TODO}"}}'

    def found_files(self) -> list[FoundPicture]:
        """The files that lie beside the text."""
        return [FoundPicture(name, None, path) for name, path in self.files.items()]


def _headed(lines: list[str]) -> Iterator[tuple[int, int, str, str]]:
    """Line, level, words and explicit name of each heading outside code."""
    fence = ""
    for at, line in enumerate(lines):
        opened = _FENCE.match(line)
        if opened:
            fence = "" if fence and opened[1].startswith(fence) else fence or opened[1]
            continue
        if fence:
            continue
        if found := _ATX.match(line):
            yield at, len(found[2]), found[3].strip(), _id_in(found[4] or "")
        elif (under := _SETEXT.match(lines[at + 1]) if at + 1 < len(lines) else None) and _is_line(lines, at):
            words, _, given = line.strip().partition(" {#")
            yield at, 1 if under[1][0] == "=" else 2, words.strip(), given.rstrip("} ").split(" ")[0]


def _is_line(lines: list[str], at: int) -> bool:
    """Whether a line stands alone above a line of dashes or signs of equality, and is no table, list or quotation."""
    alone = at == 0 or not lines[at - 1].strip()
    return alone and bool(re.match(r" {0,3}[^\s|>#*+-]", lines[at])) and "|" not in lines[at]


def _id_in(attributes: str) -> str:
    found = re.search(r"#([^\s}]+)", attributes)
    return found[1] if found and _NAME.fullmatch(found[1]) else ""


def _same(one: str, other: str) -> bool:
    return slug(one) == slug(other) and bool(slug(one) or one == other)


def _as_picture(found: re.Match[str]) -> str:
    values = {name.lower(): one or other for name, one, other in _ATTRIBUTE.findall(found[1])}
    alt = values.get("alt", "").replace("[", "(").replace("]", ")")
    return f"![{alt}](<{values['src']}>)" if values.get("src") else found[0]
