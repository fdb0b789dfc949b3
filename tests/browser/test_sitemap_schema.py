"""Sitemaps, validated with the protocol's schema, which an npm package contains."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Callable

SCHEMA = Path(__file__).parent / "node_modules" / "sitemap" / "schema" / "sitemap.xsd"
# The protocol's schema allows elements of other namespaces only if a schema declares them.
WITH_LINKS = """\
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="http://www.w3.org/1999/xhtml">
  <xs:import namespace="http://www.sitemaps.org/schemas/sitemap/0.9" schemaLocation="{schema}"/>
  <xs:element name="link">
    <xs:complexType>
      <xs:attribute name="rel" type="xs:string" fixed="alternate" use="required"/>
      <xs:attribute name="hreflang" type="xs:string" use="required"/>
      <xs:attribute name="href" type="xs:anyURI" use="required"/>
    </xs:complexType>
  </xs:element>
</xs:schema>
"""
SURVEY = "---\ntitle: T\npublished: 2023-01-10\ndeadline: 2023-02-19\n---\nText.\n"
FILES = {
    "platform.yml": "languages: [en, nl, sv]\n",
    "surveys/a/en.md": SURVEY,
    "surveys/a/nl.md": SURVEY.replace("title", "translates: en\ntitle"),
    "pages/about/nl.md": "---\ntitle: T\nlanguages: [nl]\n---\nTekst.\n",
}


@pytest.fixture(scope="module")
def schema() -> etree.XMLSchema:
    """The protocol's schema, with links to other language versions."""
    return etree.XMLSchema(etree.fromstring(WITH_LINKS.format(schema=SCHEMA.as_uri())))


def test_sitemaps_are_valid(site_builder: Callable, schema: etree.XMLSchema) -> None:
    """Every sitemap is valid, with and without days and other versions."""
    done = site_builder(FILES, settings={"SITEURL": "https://example.org/platform"})
    assert done.code == 0, done.stderr
    sitemaps = sorted(done.output.glob("sitemap-*.xml"))
    assert [path.name for path in sitemaps] == ["sitemap-en.xml", "sitemap-nl.xml", "sitemap-sv.xml"]
    for path in sitemaps:
        schema.assertValid(etree.parse(path))


def test_a_wrong_attribute_is_not_valid(schema: etree.XMLSchema) -> None:
    """The schema works: it finds `ref` instead of `href`."""
    wrong = (
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>https://example.org/</loc>'
        '<link xmlns="http://www.w3.org/1999/xhtml" rel="alternate" hreflang="nl" ref="https://example.org/nl/"/>'
        "</url></urlset>"
    )
    assert not schema.validate(etree.fromstring(wrong))
