"""One style sheet out of many, in cascade layers."""

from __future__ import annotations

from noticeboard.formats.stylesheet import LAYERS, stylesheet

DECLARED = f"@layer {', '.join(LAYERS)}"


def test_parts_come_in_the_order_of_their_layers() -> None:
    """The order in which parts are given decides only inside a layer."""
    sheets = [("components", "b {}\n"), ("tokens", "a {}\n"), ("components", "\nc {}")]
    expected = f"{DECLARED};\n\n@layer tokens {{\na {{}}\n}}\n\n@layer components {{\nb {{}}\n\nc {{}}\n}}\n"
    assert stylesheet(sheets).decode() == expected


def test_a_layer_of_ones_own_is_the_strongest() -> None:
    """A platform's own file beside the theme's is not lost, and wins."""
    assert (
        stylesheet([("ours", "a {}"), ("tokens", "")]).decode()
        == f"{DECLARED}, ours;\n\n@layer tokens {{\n\n}}\n\n@layer ours {{\na {{}}\n}}\n"
    )
