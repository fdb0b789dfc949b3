"""SVG files that may be published, and those that may not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from noticeboard.sources.svg import svg_problems

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">\n'


def found(data: str | bytes) -> list[tuple[int, int]]:
    """Where something is wrong, after the name of the problem is checked."""
    problems = svg_problems(data if isinstance(data, bytes) else data.encode(), "surveys/a/logo.svg")
    assert {(p.name, p.severity) for p in problems} <= {("unsafe-svg", "error")}
    return [(p.location.line, p.location.column) for p in problems]


@pytest.mark.parametrize(
    "inside",
    [
        '<rect width="9" height="9" fill="url(#g)"/>',
        '<defs><circle id="a" r="2"/></defs><use href="#a"/><use xlink:href="#a"/>',
        '<image href="data:image/png;base64,iVBORw0KGgo="/>',
        "<style>.a { fill: #fc0; mask: url(#m) }</style>",
        "<title>Ünïcode</title><!-- a comment -->",
        '<animate attributeName="opacity" to="0"/>',
    ],
)
def test_a_plain_drawing_is_fine(inside: str) -> None:
    """Shapes, styles and references within the file are no problem."""
    assert found(f'<?xml version="1.0" encoding="UTF-8"?>{HEAD}{inside}</svg>') == []


@pytest.mark.parametrize(
    "inside",
    [
        "<script>alert(1)</script>",
        '<g onload="alert(1)"/>',
        "<foreignObject><p/></foreignObject>",
        '<image href="https://example.org/a.png"/>',
        '<image href="data:image/svg+xml;base64,PHN2Zz4="/>',
        '<use xlink:href="other.svg#a"/>',
        '<a xlink:href=" javascript:alert(1)"/>',
        '<a href="&#106;avascript:alert(1)"/>',
        '<set attributeName="xlink:href" to="javascript:alert(1)"/>',
        '<set attributeName="onload" to="alert(1)"/>',
        '<rect fill="url(https://example.org/a.svg#g)"/>',
        "<rect style=\"fill: url( '//example.org/a' )\"/>",
        "<style>@import 'a.css';</style>",
        r"<style>.a { fill: u\72l(//example.org/a) }</style>",
        '<g xml:base="https://example.org/"/>',
        "<?xml-stylesheet href='a.css'?>",
    ],
)
def test_what_acts_or_loads_is_refused(inside: str) -> None:
    """Scripts, foreign content and references to the outside are errors at the line where they stand."""
    assert [line for line, _ in found(f"{HEAD}{inside}</svg>")] == [2]


@pytest.mark.parametrize(
    ("data", "locations"),
    [
        ('<!DOCTYPE svg [<!ENTITY a "aaaa">]><svg xmlns="http://www.w3.org/2000/svg">&a;</svg>', [(1, 15)]),
        ("<html/>", [(1, 1)]),
        ("<svg/>", [(1, 1)]),
        (f"{HEAD}<text>é</text><script/></svg>", [(2, 15)]),
        (f"{HEAD}<g>", [(2, 4)]),
        (b"", [(1, 1)]),
        ('<?xml version="1.0" encoding="ISO-8859-1"?><svg xmlns="http://www.w3.org/2000/svg"/>', [(1, 1)]),
    ],
)
def test_what_is_no_plain_svg_is_refused(data: str | bytes, locations: list[tuple[int, int]]) -> None:
    """A document type, another document, another encoding and broken XML are errors at their line and column."""
    assert found(data) == locations


@given(st.binary(max_size=60) | st.text(alphabet="<>/svgaxmln:=\"' !?[]&;#-", max_size=60).map(str.encode))
def test_any_bytes_are_judged(data: bytes) -> None:
    """No bytes make the check fail; what is accepted is an SVG element."""
    assert svg_problems(data, "a.svg") or b"<svg" in data
