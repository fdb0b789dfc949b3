"""One style sheet made of many, in cascade layers."""

from __future__ import annotations

from noticeboard.formats.stylesheet import LAYERS, stylesheet

DECLARED = f"@layer {', '.join(LAYERS)}"


def test_parts_come_in_the_order_of_their_layers() -> None:
    """The order of parts matters only within a layer."""
    sheets = [("components", "b {}\n"), ("tokens", "a {}\n"), ("components", "\nc {}")]
    expected = f"{DECLARED};\n\n@layer tokens {{\na {{}}\n}}\n\n@layer components {{\nb {{}}\n\nc {{}}\n}}\n"
    assert stylesheet(sheets).decode() == expected


def test_the_platforms_own_layer_is_the_strongest() -> None:
    """A platform's style sheet is used besides the theme's, and wins."""
    assert (
        stylesheet([("ours", "a {}"), ("tokens", "")]).decode()
        == f"{DECLARED}, ours;\n\n@layer tokens {{\n\n}}\n\n@layer ours {{\na {{}}\n}}\n"
    )
