"""Attribute lists ({credit="…" chart=bar}) as Python-Markdown reads them, with text as the value of every attribute."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markdown.extensions.attr_list import AttrListExtension, AttrListTreeprocessor

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from markdown import Markdown


class AttributeLists(AttrListExtension):
    """Python-Markdown's attribute lists, in which an attribute without a value never becomes None.

    On an image its value is empty, so that the rules on pictures and figures report it. On other elements it is
    left out, because id, lang or dir without a value is invalid in HTML.
    """

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the base class's name
        """Puts the reader in the place of Python-Markdown's own."""
        super().extendMarkdown(md)
        md.treeprocessors.register(_AttributeReader(md), "attr_list", 8)


class _AttributeReader(AttrListTreeprocessor):
    # Python-Markdown looks for the last brace of a line, and misplaces the words between two pairs of braces.
    INLINE_RE = re.compile(  # type: ignore[misc]  # the stubs say that it is final
        r"""\{:?[ ]*((?=[^} \n])(?:="[^"\n]*"|='[^'\n]*'|[^}\n])*+)\}"""
    )

    def assign_attrs(self, elem: Element, attrs_string: str, *, strict: bool = False) -> str:
        """Gives the element the attributes of a list, and returns the text that follows the list."""
        before = dict(elem.items())
        remainder = super().assign_attrs(elem, attrs_string, strict=strict)
        for name in [name for name, value in elem.items() if not value]:
            if elem.tag == "img":
                elem.set(name, "")
            elif name in before:
                elem.set(name, before[name])
            else:
                del elem.attrib[name]
        return remainder
