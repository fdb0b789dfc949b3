"""Values of JSON-LD 1.1: texts with their language, addresses, nodes without empty values, the platform itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

if TYPE_CHECKING:
    from noticeboard.model import Text
    from noticeboard.pages.views.frame_view import Frame
    from noticeboard.pages.views.page import Framed

Node = dict[str, Any]


def filled(node: Node) -> Node:
    """The node without values that are empty."""
    return {key: value for key, value in node.items() if value}


def said(text: Text, here: str) -> str | Node:
    """A plain string in the page's language, `here`; else the text with its own (JSON-LD 1.1, 4.2.4)."""
    if not text.lang or text.lang == here:
        return text.text
    return {"@value": text.text, "@language": text.lang}


def full(page: Framed, href: str) -> str:
    """The address resolved against the page's canonical one."""
    return urljoin(page.address.canonical, href)


def publisher_node(frame: Frame) -> Node | None:
    """The publisher of the platform; None if it is not stated."""
    return {"@type": "Organization", "name": said(frame.publisher, frame.lang)} if frame.publisher else None


def site_id(page: Framed) -> str:
    """The platform in the page's language, named by its front page."""
    return f"{full(page, page.frame.home)}#website"
