"""Structured data of pages, in terms of schema.org."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from lxml import html
from markupsafe import Markup
from msgspec.structs import replace
from pyld import jsonld

from noticeboard.formats.structured_data import structured_data
from noticeboard.model import Text
from noticeboard.site import FileFacts
from noticeboard.sources.data_files import read_data

if TYPE_CHECKING:
    from collections.abc import Callable

    from noticeboard.pages.views.page import Framed
    from noticeboard.settings import Settings

SITE = "https://example.org/platform"
SURVEY = f"{SITE}/{{}}/surveys/a/"
PICTURE = FileFacts("surveys/a/p.jpg", "00", 1, 60, 40, fault="")
FACTS = (
    "published: 2023-01-10\ndeadline: 2023-02-19\nsurvey: https://example.org/s\naudience: [teacher]\ntags: [trees]\n"
    "image: p.jpg\nimage_credit: Ann\n"
)
FILES = {
    "surveys/a/en.md": f"---\ntitle: Survey\nimage_alt: Hands\n{FACTS}---\nThe lead.\n",
    "surveys/a/nl.md": (
        "---\ntitle: Enquête\nsummary: Kort.\nupdated: 2023-01-20\ntranslates: en\n"
        f"image_alt: Handen\n{FACTS}---\nTekst.\n"
    ),
    "news/b/sv.md": "---\ntitle: Nyhet\npublished: 2023-01-12\n---\nText.\n",
    "news/b/nl.md": "---\ntitle: Nieuws\npublished: 2023-01-12\n---\nTekst.\n",
    "pages/about/nl.md": "---\ntitle: Over\nlanguages: [nl]\n---\nOver ons.\n",
    "vocabularies/audience.yml": "teacher: {labels: {en: Teacher, nl: Leraar}}\n",
    "vocabularies/tags.yml": "trees: {labels: {en: Trees}}\n",
}
CONTEXT = {
    "@context": {
        "@vocab": "https://schema.org/",
        **{name: {"@type": "@id"} for name in ("url", "item", "urlTemplate")},
    }
}


@pytest.fixture(scope="module")
def pages(make_pages: Callable, named_platform: Settings) -> dict:
    """The pages of a survey in English and Dutch, a news item with two originals, and a page."""
    return make_pages(FILES, PICTURE, settings=named_platform)


def nodes(page: Framed) -> dict[str, dict[str, Any]]:
    """The nodes of a page's structured data, by type."""
    return {node["@type"]: node for node in json.loads(structured_data(page))["@graph"]}


def test_data_files_are_data_sets(make_pages: Callable, named_platform: Settings) -> None:
    """Each has its caption as name, the file to download, and who collected the figures."""
    table, _ = read_data(b"Group;Share\nTeachers;60 %\n", "news/d/d.csv")
    file = FileFacts("news/d/d.csv", "1234567890", 9, table=table)
    use = '![Most agree.](d.csv "Who agrees"){chart=bar credit="Ann"}'
    text = f"---\ntitle: T\npublished: 2023-01-10\nlanguages: [nl]\n---\nTekst.\n\n{use}\n"
    page = make_pages({"news/d/nl.md": text}, file, settings=named_platform)["nl/news/d/"]
    address = f"{SITE}/nl/news/d/"
    assert nodes(page)["Dataset"] == {
        "@type": "Dataset",
        "@id": f"{address}#nb-data-1",
        "name": "Who agrees",
        "description": "Most agree. Tekst.",
        "inLanguage": "nl",
        "datePublished": "2023-01-10",
        "creator": {"@type": "Organization", "name": "Ann"},
        "variableMeasured": ["Share"],
        "isPartOf": {"@id": address},
        "distribution": {
            "@type": "DataDownload",
            "contentUrl": f"{SITE}/media/news/d/d.12345678.csv",
            "encodingFormat": "text/csv",
            "name": "d.csv",
        },
    }


def test_an_announcement_says_what_it_is(pages: dict) -> None:
    """An article has address, language, texts, days, picture, terms, publisher and platform."""
    article = nodes(pages["nl/surveys/a/"])["Article"]
    article.pop("translationOfWork")
    address = SURVEY.format("nl")
    assert article == {
        "@type": "Article",
        "@id": address,
        "url": address,
        "inLanguage": "nl",
        "headline": "Enquête",
        "description": "Kort.",
        "expires": "2023-02-19",
        "datePublished": "2023-01-10",
        "dateModified": "2023-01-20",
        "image": {
            "@type": "ImageObject",
            "url": f"{SITE}/media/surveys/a/p.00.60.jpg",
            "width": 60,
            "height": 40,
            "caption": "Handen",
            "creditText": "Ann",
        },
        "keywords": [{"@value": "Trees", "@language": "en"}],
        "audience": [{"@type": "Audience", "audienceType": "Leraar"}],
        "publisher": {"@type": "Organization", "name": "The Agency"},
        "isPartOf": {"@id": f"{SITE}/nl/#website"},
    }


def test_a_translation_names_its_original_and_the_original_its_translations(pages: dict) -> None:
    """Both sides name each other."""
    dutch = {"@type": "Article", "@id": SURVEY.format("nl"), "inLanguage": "nl"}
    english = {"@type": "Article", "@id": SURVEY.format("en"), "inLanguage": "en"}
    translation, original = (nodes(pages[f"{lang}/surveys/a/"])["Article"] for lang in ("nl", "en"))
    assert translation["translationOfWork"] == {**english, "workTranslation": [dutch]}
    assert original["workTranslation"] == [dutch]
    assert ("workTranslation" in translation, "translationOfWork" in original) == (False, False)


def test_an_original_that_readers_cannot_reach_is_not_named(pages: dict) -> None:
    """A page without alternates names no original."""
    page = pages["nl/surveys/a/"]
    alone = replace(page, address=replace(page.address, alternates=()))
    article = nodes(alone)["Article"]
    assert {"workTranslation", "translationOfWork"} & article.keys() == set()


def test_originals_side_by_side_name_each_other(pages: dict) -> None:
    """Two originals name each other, as in hreflang."""
    found = [nodes(pages[f"{lang}/news/b/"])["NewsArticle"]["workTranslation"] for lang in ("nl", "sv")]
    assert [[other["inLanguage"] for other in others] for others in found] == [["sv"], ["nl"]]


def test_news_and_pages_have_types_of_their_own(pages: dict) -> None:
    """A news item is a NewsArticle, a page of the platform is a WebPage."""
    found = [next(iter(nodes(pages[f"nl/{path}"]))) for path in ("surveys/a/", "news/b/", "about/")]
    assert found == ["Article", "NewsArticle", "WebPage"]


def test_the_breadcrumb_is_a_list(pages: dict) -> None:
    """It names every step with its address, the page itself last."""
    steps = nodes(pages["nl/surveys/a/"])["BreadcrumbList"]["itemListElement"]
    assert [(s["position"], s["name"], s["item"]) for s in steps] == [
        (1, "Startpagina", f"{SITE}/nl/"),
        (2, "Enquêtes", f"{SITE}/nl/surveys/"),
        (3, "Enquête", SURVEY.format("nl")),
    ]


def test_a_front_page_is_the_platform(pages: dict) -> None:
    """It describes the platform in its language, with the id that articles use."""
    site = nodes(pages["nl/"])["WebSite"]
    assert (site["@id"], site["url"], site["name"], site["inLanguage"]) == (
        f"{SITE}/nl/#website",
        f"{SITE}/nl/",
        "Prikbord",
        "nl",
    )


def test_only_a_platform_with_a_search_page_can_be_searched(pages: dict) -> None:
    """Only then it offers a search."""
    front = pages["nl/"]
    unsearched = replace(front, frame=replace(front.frame, search=""))
    assert "potentialAction" not in nodes(unsearched)["WebSite"]
    action = nodes(front)["WebSite"]["potentialAction"]
    assert action["target"]["urlTemplate"] == f"{SITE}/nl/search/?q={{search_term_string}}"


@pytest.mark.parametrize("path", ["sv/surveys/a/", "404.html", ""])
def test_pages_that_are_not_indexed_have_no_data(pages: dict, path: str) -> None:
    """These are fallback pages, 404 pages and the chooser."""
    assert structured_data(pages[path]) == ""


def test_it_expands_as_json_ld(pages: dict) -> None:
    """With a context every page's data can be expanded, and names the versions in hreflang."""
    for page in (pages["nl/surveys/a/"], pages["en/surveys/a/"], pages["sv/news/b/"]):
        data = json.loads(structured_data(page)) | CONTEXT
        article = jsonld.expand(data)[0]
        versions = {node["@id"] for node in [article, *related(article)]}
        assert versions == {a.href for a in page.address.alternates}


def related(node: dict[str, Any]) -> list[dict[str, Any]]:
    """The works that an expanded node names as original or translations, at any depth."""
    names = ("https://schema.org/translationOfWork", "https://schema.org/workTranslation")
    found = [other for name in names for other in node.get(name, ())]
    return [*found, *(deeper for other in found for deeper in related(other))]


def test_texts_have_their_language_after_expansion(pages: dict) -> None:
    """Borrowed texts keep their language; the others have the page's."""
    data = json.loads(structured_data(pages["nl/surveys/a/"])) | CONTEXT
    data["@context"]["@language"] = "nl"
    article = jsonld.expand(data)[0]
    texts = [article[f"https://schema.org/{name}"][0] for name in ("headline", "keywords")]
    assert texts == [{"@value": "Enquête", "@language": "nl"}, {"@value": "Trees", "@language": "en"}]


def test_without_siteurl_addresses_are_root_relative(make_pages: Callable) -> None:
    """As everywhere on the page."""
    page = make_pages(FILES, PICTURE)["nl/surveys/a/"]
    article = nodes(page)["Article"]
    assert (article["@id"], article["image"]["url"]) == ("/nl/surveys/a/", "/media/surveys/a/p.00.60.jpg")


def test_hostile_texts_stay_inside_their_element(pages: dict, hostile: str) -> None:
    """No text ends the script element or begins a comment in it, and all can be read back as they were."""
    page = replace(pages["nl/surveys/a/"], title=Text(hostile, "nl"))
    data = structured_data(page)
    root = html.document_fromstring(Markup("<script type='application/ld+json'>{}</script><p>after</p>").format(data))
    scripts = root.findall(".//script")
    assert (len(scripts), root.findtext(".//p")) == (1, "after")
    assert json.loads(scripts[0].text)["@graph"][0]["headline"] == hostile
    assert {character for character in "<>&\u2028\u2029" if character in data} == set()
