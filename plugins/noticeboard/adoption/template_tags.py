"""What a generator fills in while it builds, in the text of a post: Liquid's tags and Hugo's shortcodes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from noticeboard.adoption.adoption_notes import shortened
from noticeboard.adoption.escaping import quoted_attribute
from noticeboard.adoption.other_site import HUGO

if TYPE_CHECKING:
    from collections.abc import Callable

    from noticeboard.adoption.adoption_notes import AdoptionNotes

_TAG = re.compile(
    r"\{\{[<%]-?(?P<hugo>.{0,500}?)-?[>%]\}\}|\{%-?(?P<liquid>.{0,500}?)-?%\}|\{\{(?P<value>.{0,500}?)\}\}", re.DOTALL
)
_HIGHLIGHT = re.compile(
    r"\{%-?\s*highlight\s+([\w+-]+)[^%]{0,100}%\}[ \t]*\n?(.{0,10000}?)\n?[ \t]*\{%-?\s*endhighlight\s*-?%\}", re.DOTALL
)
_HUGO_HIGHLIGHT = re.compile(
    r"\{\{<\s*highlight\s+\"?([\w+-]+)\"?[^>]{0,100}>\}\}[ \t]*\n?(.{0,10000}?)\n?[ \t]*\{\{<\s*/\s*highlight\s*>\}\}",
    re.DOTALL,
)
_COMMENT = re.compile(
    r"\{%-?\s*comment\s*-?%\}.{0,10000}?\{%-?\s*endcomment\s*-?%\}|\{\{[<%]/\*.{0,500}?\*/[>%]\}\}", re.DOTALL
)
_RAW = re.compile(r"\{%-?\s*(?:end)?raw\s*-?%\}")
_CODE = re.compile(
    r"^[ \t]{0,20}(```+|~~~+).{0,20000}?^[ \t]{0,20}\1|(`+)(?!`)[^\n]{1,500}?(?<!`)\2(?!`)", re.DOTALL | re.MULTILINE
)
_ADDRESS = re.compile(
    r"""\{\{-?\s*(?:["']([^"']{0,500})["']\s*\|\s*(?:relative_url|absolute_url|prepend:\s*site\.(?:baseurl|url))[^}]{0,100}|site\.(?:baseurl|url))\s*-?\}\}"""
)
_ATTRIBUTE = re.compile(r"""([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|`([^`]*)`|([^\s"'>]+))""")
_POST = re.compile(r"\s*(?:post_url|link)\s+[\"']?([^\s\"']+)[\"']?\s*")
_REF = re.compile(r"\s*(?:rel)?ref\s+(?:path\s*=\s*)?[\"`]?([^\s\"`]+)[\"`]?\s*")


class TagContext(NamedTuple):
    """The context of a text's tags: its first line in the file, the notes for the editor, and the generator."""

    first_line: int
    notes: AdoptionNotes
    post: Callable[[str], str]
    generator: str = ""


def without_tags(text: str, context: TagContext) -> str:
    """The text with its tags resolved; what only the generator knows becomes ??? and is reported.

    `context.post` gives the link to the text that a path names, "" if it is not there.
    """
    text = _COMMENT.sub(lambda found: "\n" * found[0].count("\n"), text)
    for pattern in (_HIGHLIGHT, _HUGO_HIGHLIGHT):
        text = pattern.sub(lambda found: f"\n```{found[1]}\n{found[2]}\n```\n", text)
    text = _ADDRESS.sub(lambda found: found[1] or "", _RAW.sub("", text))
    code = [found.span() for found in _CODE.finditer(text)]
    return _TAG.sub(lambda found: _replaced(found, text, context, code) if _is_tag(found, context) else found[0], text)


def _is_tag(found: re.Match[str], context: TagContext) -> bool:
    """Whether the generator would have filled it in: Hugo knows only shortcodes, the others none."""
    return context.generator != HUGO if found["hugo"] is None else context.generator in (HUGO, "")


def _replaced(found: re.Match[str], text: str, context: TagContext, code: list[tuple[int, int]]) -> str:
    words = found["hugo"] or found["liquid"] or ""
    if link := (_POST.fullmatch(words) if found["liquid"] else _REF.fullmatch(words)):
        return context.post(link[1]) or link[1]
    name = words.split()[0].strip("/") if words.split() else ""
    if name in ("figure", "include") and (picture := _picture(words)):
        return picture
    line = context.first_line + text.count("\n", 0, found.start())
    tag = shortened(found[0])
    message = "The tag {tag} of the other generator does nothing here."
    hint = "Write in the text what it showed, in the place of ???."
    context.notes.warn(line, "template-tag", message, hint, tag=tag)
    if any(start <= found.start() < end for start, end in code):
        return found[0]
    is_end = name.startswith("end") or words.lstrip().startswith("/")
    return "" if is_end else f"??? `{tag.replace('`', chr(39))}`"


def _picture(words: str) -> str:
    values = {name.lower(): next(filter(None, rest), "") for name, *rest in _ATTRIBUTE.findall(words)}
    source = values.get("src") or values.get("link") or values.get("image_path") or values.get("url") or ""
    if not source:
        return ""
    caption = values.get("caption") or values.get("title") or ""
    title = f' "{quoted_attribute(caption)}"' if caption else ""
    return f"![{values.get('alt') or ''}]({source}{title})"
