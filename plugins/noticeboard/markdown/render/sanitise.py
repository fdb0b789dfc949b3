"""The allow-list for HTML in texts: what stays, and what was taken out and where."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

import nh3

from noticeboard.model import Location, Problem, warning

if TYPE_CHECKING:
    from collections.abc import Iterable

    from noticeboard.markdown.source_map.html_tags import HtmlTag

TAGS = frozenset(
    {
        *("a", "abbr", "b", "bdi", "bdo", "blockquote", "br", "cite", "code"),
        *("dd", "del", "details", "dfn", "div", "dl", "dt", "em", "figure"),
        *("h2", "h3", "h4", "h5", "h6", "hr", "i", "ins", "kbd"),
        *("li", "mark", "ol", "p", "pre", "q", "s", "samp", "small"),
        *("span", "strong", "sub", "summary", "sup", "table", "tbody", "td", "tfoot"),
        *("th", "thead", "time", "tr", "ul", "var", "wbr"),
    }
)
GLOBAL_ATTRIBUTES = frozenset({"lang", "dir", "id"})
ATTRIBUTES = {
    "a": frozenset({"href", "hreflang", "title"}),
    "abbr": frozenset({"title"}),
    "ol": frozenset({"start"}),
    "td": frozenset({"colspan", "rowspan"}),
    "th": frozenset({"colspan", "rowspan", "scope"}),
    "time": frozenset({"datetime"}),
    "div": frozenset({"aria-labelledby", "role", "tabindex"}),
}
KEPT_SCHEMES = frozenset({"https", "mailto", "tel"})
_ALIGNED = {"align-left", "align-center", "align-right"}
CLASSES = {
    "a": {"footnote-ref", "footnote-backref"},
    "div": {"footnote", "table-scroll"},
    "span": {"unseen"},
    "td": _ALIGNED,
    "th": _ALIGNED,
}

UNSEEN_ATTRIBUTES = frozenset(
    {"class", "itemprop", "itemscope", "itemtype", "loading", "rel", "referrerpolicy", "target"}
)
"""Attributes that are removed silently: no reader can miss them."""
_COMMENT = "!--"

_cleaner = nh3.Cleaner(
    tags=set(TAGS),
    clean_content_tags={"script", "style"},
    attributes={"*": set(GLOBAL_ATTRIBUTES), **{k: set(v) for k, v in ATTRIBUTES.items()}},
    allowed_classes=CLASSES,
    link_rel=None,
    url_schemes=set(KEPT_SCHEMES),
)
_BLANKS = re.compile(r"[ \t\r\n]+")
_stripper = nh3.Cleaner(tags=set(), clean_content_tags={"script", "style"}, attributes={})


def sanitised(markup: str) -> str:
    """The HTML with only what the allow-list keeps, well-formed, attributes in double quotes."""
    return _cleaner.clean(markup)


def ids(markup: str, prefix: str) -> tuple[str, ...]:
    """The ids in sanitised HTML that begin with that prefix, sorted, each once."""
    if f' id="{prefix}' not in markup:
        return ()
    found: set[str] = set()

    def note(_: str, attribute: str, value: str) -> str:
        if attribute == "id" and value.startswith(prefix):
            found.add(value)
        return value

    nh3.clean(markup, tags=set(TAGS), attributes={"*": {"id"}}, attribute_filter=note, link_rel=None)
    return tuple(sorted(found))


def plain(markup: str) -> str:
    """The words of the HTML as one line of plain text."""
    # Only blanks and line ends fold into one: no-break spaces are the author's.
    return _BLANKS.sub(" ", html.unescape(_stripper.clean(markup.replace("<br", " <br")))).strip(" \n\t\r")


def removed(tags: Iterable[HtmlTag], path: str) -> tuple[Problem, ...]:
    """A warning for each raw tag or attribute of a text that the allow-list takes out and readers could miss."""
    problems = []
    for tag in tags:
        if tag.closing or tag.name == _COMMENT:
            continue
        location = Location(path, tag.line, tag.column)
        if tag.name not in TAGS:
            problems.append(_removed(location, "<{tag}> is not allowed in texts and is taken out.", tag.name))
            continue
        allowed = GLOBAL_ATTRIBUTES | ATTRIBUTES.get(tag.name, frozenset())
        problems += [
            _removed(location, "{attribute} in <{tag}> is not allowed in texts and is taken out.", tag.name, name)
            for name, _ in tag.attributes
            if name not in allowed | UNSEEN_ATTRIBUTES and not name.startswith("data-")
        ]
    return tuple(problems)


def _removed(location: Location, message: str, tag: str, attribute: str = "") -> Problem:
    hint = "Remove it, or write it in Markdown."
    return warning(location, "removed-html", message, hint, tag=tag, attribute=attribute)
