"""The survey on school mentoring in Dutch and Swedish: everything a reader needs, in her language and in order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Demo, Page

NAME = "school-mentoring"


@dataclass(frozen=True)
class Words:
    """What stands on the page in one language."""

    lang: str
    skip: str
    platform: str
    front: str
    kinds: str
    kind: str
    title: str
    alt: str
    deadline: str
    first: str
    zone: str
    needed: str
    button: str
    heading: str
    groups: dict[str, list[tuple[str, str]]]


WORDS = (
    Words(
        lang="nl",
        skip="Naar de hoofdinhoud",
        platform="Prikbord Schoolenquêtes",
        front="Startpagina",
        kinds="Enquêtes",
        kind="Enquête",
        title="Enquête over mentorprogramma\N{RIGHT SINGLE QUOTATION MARK}s op school",
        alt="Tekening van twee handen die elkaar schudden",
        deadline="Deadline",
        first="Begindatum",
        zone="Tijdzone",
        needed="Benodigde tijd",
        button="Naar de vragenlijst",
        heading="Aanvullende informatie",
        groups={
            "Doelgroep": [
                ("Schoolleider", "audience/head-teacher"),
                ("Leraar in opleiding", "audience/student-teacher"),
                ("Leraar", "audience/teacher"),
                ("Lerarenopleider", "audience/teacher-educator"),
            ],
            "Trefwoorden": [("Professionele ontwikkeling", "tags/professional-development")],
            "Sleutelcompetenties": [
                ("Persoonlijke competentie", "key-competences/personal"),
                ("Sociale competentie en leercompetentie", "key-competences/social-and-learning"),
            ],
        },
    ),
    Words(
        lang="sv",
        skip="Gå till huvudinnehållet",
        platform="Anslagstavlan för skolenkäter",
        front="Startsida",
        kinds="Enkäter",
        kind="Enkät",
        title="Enkät om mentorsprogram i skolan",
        alt="Teckning av två händer i ett handslag",
        deadline="Sista svarsdag",
        first="Första svarsdag",
        zone="Tidszon",
        needed="Tidsåtgång",
        button="Till enkäten",
        heading="Ytterligare information",
        groups={
            "Målgrupp": [
                ("Rektor", "audience/head-teacher"),
                ("Lärarstudent", "audience/student-teacher"),
                ("Lärare", "audience/teacher"),
                ("Lärarutbildare", "audience/teacher-educator"),
            ],
            "Ämnesord": [("Kompetensutveckling", "tags/professional-development")],
            "Nyckelkompetenser": [
                ("Personlig kompetens", "key-competences/personal"),
                ("Social kompetens och förmåga att lära sig", "key-competences/social-and-learning"),
            ],
        },
    ),
)


@pytest.fixture(params=WORDS, ids=[w.lang for w in WORDS])
def words(request: pytest.FixtureRequest) -> Words:
    """The words of one language."""
    return request.param


@pytest.fixture
def page(plain_demo: Demo, words: Words) -> Page:
    """The survey's page in that language."""
    return plain_demo.pages[f"{words.lang}/surveys/{NAME}/"]


def test_the_head_names_language_title_and_description(page: Page, words: Words) -> None:
    """The document is in the language, and its title is the survey's with the platform's."""
    assert (page.values("/html/@lang"), page.words("//title")) == (
        [words.lang],
        [f"{words.title} \N{EN DASH} {words.platform}"],
    )
    assert page.values("//link[@rel='canonical']/@href") == [f"/{words.lang}/surveys/{NAME}/"]
    assert len(page.values("//meta[@name='description']/@content")[0]) > 50


def test_the_head_names_all_languages(page: Page) -> None:
    """The languages are complete: all 24 versions and the default one."""
    links = page.values("//link[@rel='alternate']/@hreflang")
    assert (len(links), len(set(links)), links[-1]) == (25, 25, "x-default")


def test_the_top_of_the_page(page: Page, words: Words) -> None:
    """Skip link, platform, way back, kind and title are in the language."""
    assert page.words("(//body//a)[1]") == [words.skip]
    assert page.words("//*[@class='platform']") == [words.platform]
    assert page.words("//nav[contains(@class, 'breadcrumb')]//li") == [words.front, words.kinds, words.title]
    assert (page.words("//main//*[@class='kind']"), page.words("//h1")) == ([words.kind], [words.title])


def test_the_switcher(page: Page, words: Words) -> None:
    """Each language stands under its own name with lang and hreflang, and the current one is marked."""
    link = "//nav[contains(@class, 'switcher')]//li/a"
    assert page.values(f"{link}/@lang") == page.values(f"{link}/@hreflang")
    assert [n for n in page.words(link) if n in ("Nederlands", "Svenska", "Ελληνικά")] == [
        "Nederlands",
        "Svenska",
        "Ελληνικά",
    ]
    assert page.values(f"{link}[@aria-current]/@lang") == [words.lang]


def test_the_lead_and_the_picture(page: Page, words: Words) -> None:
    """The lead is there, and the picture has its alt text in the language and its credit."""
    assert len(page.words("//*[@class='lead']")[0]) > 100
    assert page.values("//main//figure//img/@alt") == [words.alt]
    assert page.values("//main//figure//img/@src")[0].startswith(f"/media/surveys/{NAME}/handshake.")
    assert page.words("//figcaption//*[@class='credit']")[0].endswith(": Noticeboard / draw_pictures.py")


def test_the_box_for_answering(page: Page, words: Words) -> None:
    """Opening, deadline and time needed stand in the box, with the link to the questionnaire in the language."""
    box = "//section[@class='answering']"
    assert page.words(f"{box}//dt") == [words.deadline, words.first, words.zone, words.needed]
    assert page.words(f"{box}//dd")[:2] == ["19 februari 2023", "10 januari 2023"]
    assert page.values(f"{box}//time/@datetime") == ["2023-02-19", "2023-01-10"]
    assert page.words(f"{box}//a[@class='button']") == [words.button]
    assert page.values(f"{box}//a[@class='button']/@href") == [
        f"https://example.org/surveys/{NAME}?language={words.lang}"
    ]


def test_the_additional_information(page: Page, words: Words) -> None:
    """Audience, tags and key competences are links to their pages, in the author's order, under their headings."""
    section = "//section[@class='information']"
    assert page.words(f"{section}/h2") == [words.heading]
    assert page.words(f"{section}/h3") == list(words.groups)
    for number, terms in enumerate(words.groups.values(), 1):
        links = f"({section}/ul)[{number}]//a"
        assert list(zip(page.words(links), page.values(f"{links}/@href"), strict=True)) == [
            (name, f"/{words.lang}/{path}/") for name, path in terms
        ]


def test_everything_stands_in_natural_order(page: Page) -> None:
    """From top to bottom: skip link, platform, switcher, way back, kind, title, lead, picture, text, box, terms."""
    selectors = (
        *("//a[@class='skip']", "//*[@class='platform']", "//nav[contains(@class, 'switcher')]"),
        *("//nav[contains(@class, 'breadcrumb')]", "//main//*[@class='kind']", "//h1", "//*[@class='lead']"),
        *("//main//figure", "//*[@class='prose']", "//section[@class='answering']", "//section[@class='information']"),
    )
    order = {element: number for number, element in enumerate(page.root.iter())}
    locations = [order[page.root.xpath(selector)[0]] for selector in selectors]
    assert locations == sorted(locations)


def test_the_text_is_the_languages_own(page: Page, words: Words) -> None:
    """The deadline in the text is marked for machines, and links in the text lead to pages in the language."""
    assert page.values("//*[@class='prose']//time/@datetime") == ["2023-02-19"]
    inner = [a for a in page.values("//*[@class='prose']//a/@href") if a.startswith("/")]
    assert [a for a in inner if not a.startswith(f"/{words.lang}/")] == []


def test_the_survey_and_its_results_lead_to_each_other(plain_demo: Demo, page: Page, words: Words) -> None:
    """The survey's page links to its results, and they to it."""
    (results,) = page.values("//*[@class='related']//a/@href")
    assert results == f"/{words.lang}/results/school-mentoring-results/"
    assert plain_demo.pages[results[1:]].values("//*[@class='related']//a/@href") == [f"/{words.lang}/surveys/{NAME}/"]


def test_it_stands_in_its_lists(plain_demo: Demo, words: Words) -> None:
    """The survey is in the list of its kind, of its year, and of each of its terms."""
    lists = [f"{words.lang}/{path}/" for path in ("surveys", "surveys/2023", "audience/head-teacher")]
    for address in lists:
        assert f"/{words.lang}/surveys/{NAME}/" in plain_demo.pages[address].values("//main//a/@href")


def test_the_first_of_december(plain_demo: Demo) -> None:
    """On 1 December 2026 what can be answered comes first, the next deadline first, and the past survey last."""
    names = [a.split("/")[3] for a in plain_demo.pages["nl/surveys/"].values("//*[@class='cards']//a/@href")]
    assert names == ["outdoor-learning", "digital-tools", "language-classes", NAME]
