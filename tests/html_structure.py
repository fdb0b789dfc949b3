"""The structure of HTML as a line of text, for comparing what two programs make of the same Markdown."""

from __future__ import annotations

import re

import lxml.html

EDGES = "p|ul|ol\\d*|li|pre|blockquote|h\\d|hr|table|tr|td|th|br|dl|dt|dd|figure"
LEFT_OUT = ("abbr", "div", "section", "thead", "tbody", "sup")


def shown(html: str) -> str:
    """The elements and words of HTML on one line, without scrolling boxes, footnotes and spaces at edges."""
    out: list[str] = []

    def walk(element: lxml.html.HtmlElement) -> None:
        tag = {"s": "del"}.get(element.tag, element.tag) if isinstance(element.tag, str) else ""
        notes = bool(tag) and "footnote" in element.get("class", "")
        name = tag + (element.get("start") or "" if tag == "ol" else "")
        kept = tag and tag not in LEFT_OUT
        out.append(f"<{name}>" if kept and not notes else "")
        if tag and not notes:
            out.append(element.text or "")
            for child in element:
                walk(child)
            out.append(f"</{tag}>" if kept else "")
        out.append(element.tail or "")

    walk(lxml.html.fragment_fromstring(f"<div>{html}</div>"))
    line = re.sub(r"\s+", " ", "".join(out))
    line = re.sub(rf" ?(</?(?:{EDGES})>) ?", r"\1", line)
    line = re.sub(r"(<pre><code>) ", r"\1", line)
    return (
        re.sub(r"</(?:hr|br)>|<p></p>|<a> ?</a>", "", line)
        .replace("<p><figure></figure></p>", "<figure></figure>")
        .strip()
    )
