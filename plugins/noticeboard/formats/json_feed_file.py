"""Feeds -> JSON Feed 1.1 (jsonfeed.org)."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from noticeboard.pages.documents import FeedEntry, FeedPage

    Node = dict[str, object]


def json_feed_file(feed: FeedPage) -> bytes:
    """The feed with its entries; texts in another language than the feed's say so, as far as the format lets them."""
    found: Node = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title.text,
        "home_page_url": feed.home,
        "feed_url": feed.href,
        "description": feed.subtitle.text if feed.subtitle else "",
        "language": feed.lang,
        "authors": [{"name": feed.author.text}],
        "items": [_item(entry, feed.lang) for entry in feed.entries],
    }
    return json.dumps(_stated(found), ensure_ascii=False, indent=1).encode() + b"\n"


def _item(entry: FeedEntry, lang: str) -> Node:
    summary = entry.summary.text if entry.summary else ""
    # An item must have one of the two kinds of content.
    content = {"content_html": entry.content} if entry.content else {"content_text": summary or entry.title.text}
    found: Node = {
        "id": entry.id,
        "url": entry.href,
        "title": entry.title.text,
        **content,
        "summary": summary,
        "date_published": entry.published,
        "date_modified": entry.updated,
        "tags": [category.label.text for category in entry.categories],
        "language": entry.title.lang if entry.title.lang != lang else "",
    }
    return _stated(found)


def _stated(node: Node) -> Node:
    """What is said of a feed or an entry, without what is empty."""
    return {name: value for name, value in node.items() if value}
