"""Which SVG files may be published."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from noticeboard.sources.svg import plain_svg, svg_problems

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">\n'


def found(data: str | bytes) -> list[tuple[int, int]]:
    """The place of each problem, after a check of its name."""
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
        "<style>@media (prefers-color-scheme: dark) { svg { fill: #fff } } /* } */ .a > .b { opacity: 1 }</style>",
        "<style>.a { font-family: 'Source Sans', \"B\" }</style>",
        '<metadata><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/></metadata>',
        '<g xmlns:i="http://www.inkscape.org/namespaces/inkscape" i:label="a" style="-inkscape-stroke:none;fill:red"/>',
        '<g style="transform: rotate(calc(1deg + 2deg)); filter: url(\'#f\') blur(2px)" data-name="a"/>',
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
        '<a href="#a"><path d="M0 0"/></a>',
        '<animate attributeName="href" to="x"/>',
        '<animateTransform attributeName="transform"/>',
        '<view id="v"/>',
        "<rect fill=\"image-set('//example.org/a' 1x)\"/>",
        "<style>.a { background: -webkit-image-set('//example.org/a' 1x) }</style>",
        "<style>.a { fill: src('//example.org/a') }</style>",
        '<rect style="cursor: url(#a)"/>',
        "<style>@font-face { font-family: a; src: url(#a) }</style>",
        "<style>.a { fill: red } /* never closed</style>",
        "<style>.a { fill: red</style>",
        "<style>.a[id] { fill: red }</style>",
        '<rect fill="url(a.svg#g)"/>',
        '<rect fill="url(#g) url(//example.org/a)"/>',
        '<rect mask="var(--m)"/>',
        '<h:img xmlns:h="http://www.w3.org/1999/xhtml" src="//example.org/a"/>',
        '<h:meta xmlns:h="http://www.w3.org/1999/xhtml" http-equiv="refresh" content="0;url=//example.org/"/>',
        '<h:table xmlns:h="http://www.w3.org/1999/xhtml" background="//example.org/a"/>',
        '<rect tabindex="0"/>',
        '<rect href="#a"/>',
        '<use href="#a b"/>',
        '<image href="data:image/png;base64,PHN2Zz4="/>',
        '<g id="a"><use href="#a"/></g>',
    ],
)
def test_scripts_and_external_references_are_refused(inside: str) -> None:
    """Each is an error at its line."""
    assert [line for line, _ in found(f"{HEAD}{inside}</svg>")] == [2]


@pytest.mark.parametrize(
    ("data", "locations"),
    [
        ('<!DOCTYPE svg [<!ENTITY a "aaaa">]><svg xmlns="http://www.w3.org/2000/svg">&a;</svg>', [(1, 15)]),
        ("<html/>", [(1, 1)]),
        ("<svg/>", [(1, 1)]),
        (f"{HEAD}<text>é</text><script/></svg>", [(2, 15)]),
        (f"{HEAD}<g>", [(2, 4)]),
        (f"{HEAD}<style>.a {{ fill: red }}\n\n  .b {{\n fill: attr(x) }}</style></svg>", [(5, 2)]),
        (f"{HEAD}&nothing;</svg>", [(2, 1)]),
        (b"", [(1, 1)]),
        ('<?xml version="1.0" encoding="ISO-8859-1"?><svg xmlns="http://www.w3.org/2000/svg"/>', [(1, 1)]),
    ],
)
def test_other_documents_are_refused(data: str | bytes, locations: list[tuple[int, int]]) -> None:
    """A document type, another root, another encoding and broken XML are errors at their line and column."""
    assert found(data) == locations


@given(st.binary(max_size=60) | st.text(alphabet="<>/svgaxmln:=\"' !?[]&;#-", max_size=60).map(str.encode))
def test_any_bytes_are_accepted_or_refused(data: bytes) -> None:
    """No bytes crash the check; what is accepted is an SVG element."""
    assert svg_problems(data, "a.svg") or b"<svg" in data
    ET.fromstring(plain_svg(data))  # noqa: S314 - expat judged it before, and what is parsed was written by us


def chain(links: int, width: int) -> str:
    """Groups that each use the previous group `width` times."""
    groups = [f'<g id="g{n}">{f"""<use href="#g{n - 1}"/>""" * width}</g>' for n in range(1, links)]
    return f'{HEAD}<g id="g0"><path d="M0 0"/></g>{"".join(groups)}</svg>'


def test_references_to_references_are_counted() -> None:
    """A small file that would draw a thousand million shapes is refused; one with a few hundred is not."""
    assert (found(chain(4, 6)), found(chain(10, 10))) == ([], [(2, 772)])


def test_references_by_class_are_counted() -> None:
    """References in a style sheet count like those in elements."""
    rules = "".join(f".c{n} {{ mask: url(#m{n}) }}" for n in range(1, 12))
    masks = "".join(f'<mask id="m{n}">{f"""<path class="c{n + 1}"/>""" * 10}</mask>' for n in range(1, 12))
    assert len(found(f"{HEAD}<style>{rules}</style>{masks}</svg>")) == 1


def test_a_published_drawing_is_rewritten() -> None:
    """Without comments, metadata, programs' notes and spaces; the result has no problems."""
    drawing = f"""<?xml version="1.0"?><!-- by Ann, /home/ann -->
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">{HEAD}
<metadata>Ann</metadata><style>/* Ann */ .a {{ FILL : URL( "#g" ) }}</style>
<text class="a" data-name="Ann">&lt;b&gt; &amp; <tspan>c</tspan></text><use xlink:href=" #x " /></svg>"""
    assert found(drawing) == []
    written = plain_svg(drawing.encode())
    assert written.decode() == (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><style>.a{fill:url(#g)}</style>'
        '<text class="a">&lt;b&gt; &amp; <tspan>c</tspan></text><use href="#x"/></svg>'
    )
    assert plain_svg(written) == written


def test_a_rewritten_drawing_only_draws() -> None:
    """Even that of a refused one."""
    refused = f'{HEAD}<script>1</script><a href="x"><path onclick="1" d="M0 0"/></a><g style="fill:red;cursor:x"/>'
    assert plain_svg(refused.encode()) == b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><g/></svg>'
