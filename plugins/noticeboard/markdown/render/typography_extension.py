"""Typography of prose as a Markdown extension: each language's quotation marks, apostrophes, dashes and spaces.

The rules are in languages/typography.py; here they meet the tree. They run when everything else has: after inline
patterns, attribute lists (which bring `lang`), abbreviations, and the project's own processors, which look up what they
find in the author's text.
"""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, Any

from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markdown.util import ETX, HTML_PLACEHOLDER_RE, STX

from noticeboard.languages.markup_placeholders import BREAK, OBJECT, SEAM
from noticeboard.languages.typography import set_typography
from noticeboard.markdown.render.flow_walker import FlowWalker
from noticeboard.markdown.source_map.raw_tags import OWN, PLACEHOLDER

if TYPE_CHECKING:
    from collections.abc import Callable
    from xml.etree.ElementTree import Element

    from markdown import Markdown

__all__ = ["TypographyExtension", "typeset", "typeset_text"]

_SPECIAL = re.compile(f"[@{STX}{OWN}]|://|mailto:|www\\.")
_KEPT = re.compile(
    rf"(?:https?://|mailto:|www\.)(?:[^\s<>\"'{STX}{ETX}{SEAM}{OBJECT}\u00ab\u00bb\u2018-\u201f\ufdd0\ufdd1]|'(?=\w))+"
    rf"|{PLACEHOLDER.pattern[1:-1]}|[{OBJECT}{BREAK}]"
)
_KEPT_OR_MAIL = re.compile(rf"{_KEPT.pattern}|(?<![\w.+-])[\w.+-]+(?:'[\w.+-]+)*@[\w-]+(?:\.[\w-]+)+")
_STAND_IN = re.compile(f"[{OBJECT}{BREAK}]")

PRIORITY = 4
"""Below Python-Markdown's inline (20), attr_list (8) and abbr (7) and the project's own (5), above unescape (0)."""


def everywhere(tag: str) -> bool:  # noqa: ARG001
    """True: typography in every language."""
    return True


def typeset(
    element: Element,
    tag: str,
    enabled: Callable[[str], bool] = everywhere,
    raw: Callable[[str], str] | None = None,
) -> None:
    """Sets the text inside an element, in place, in the language of the tag or of the nearest `lang` attribute.

    Texts, `alt`, `title` and `aria-label` are set where `enabled` says yes to their language; code, keys, samples and
    placeholders stay. `raw` gives the HTML that a placeholder of Python-Markdown stands for, so that raw tags with
    `lang` count too. A passage whose `lang` is not a language tag stays as it is. Setting a tree twice changes nothing.
    """
    walker = FlowWalker(raw)
    walker.block(element, tag)
    for flow in walker.flows:
        if flow.tag and not flow.blank and enabled(flow.tag):
            flow.change(partial(typeset_text, tag=flow.tag))


def typeset_text(text: str, tag: str) -> str:
    """The plain text (a title, a summary, an alternative text) in the typography of the language.

    Web and mail addresses in it stay as they are, and so do placeholders.
    """
    if not _SPECIAL.search(text):
        return set_typography(text, tag)
    pattern = _KEPT_OR_MAIL if "@" in text else _KEPT
    kept = iter(pattern.findall(text))
    return _STAND_IN.sub(lambda _: next(kept), set_typography(pattern.sub(_stand_in, text), tag))


def _stand_in(match: re.Match[str]) -> str:
    return BREAK if match[0] == BREAK else OBJECT


class TypographyExtension(Extension):
    """Sets each text in the language that `md.noticeboard_lang` names when it is converted; in none, without it.

    Whoever keeps the Markdown instance sets that attribute before each text:

        md = Markdown(extensions=[TypographyExtension()])
        md.noticeboard_lang = "nl"
        md.convert(text)
    """

    def __init__(self, enabled: Callable[[str], bool] = everywhere, **kwargs: Any) -> None:  # noqa: ANN401
        """`enabled` tells for a language tag whether its texts are set."""
        super().__init__(**kwargs)
        self._enabled = enabled

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        """Registers the processor."""
        md.treeprocessors.register(_Typography(md, self._enabled), "noticeboard_typography", PRIORITY)


class _Typography(Treeprocessor):
    def __init__(self, md: Markdown, enabled: Callable[[str], bool]) -> None:
        super().__init__(md)
        self._enabled = enabled

    def run(self, root: Element) -> None:
        tag = getattr(self.md, "noticeboard_lang", "")
        if tag:
            typeset(root, tag, self._enabled, self._raw)

    def _raw(self, placeholder: str) -> str:
        match = HTML_PLACEHOLDER_RE.fullmatch(placeholder)
        blocks = self.md.htmlStash.rawHtmlBlocks
        found = blocks[int(match[1])] if match and int(match[1]) < len(blocks) else ""
        return found if isinstance(found, str) else ""
