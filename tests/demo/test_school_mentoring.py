"""The survey on school mentoring in Dutch and Swedish has everything a reader needs, in her language and in order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Demo, Page

NAME = "school-mentoring"


@dataclass(frozen=True)
class Words:
    """The words of the page in one language."""

    lang: str
    skip: str
    platform: str
    front: str
    kinds: str
    kind: str
    title: str
    alt: str
    closed: str
    deadline: str
    first: str
    needed: str
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
        closed="Gesloten",
        deadline="Deadline: 19 februari 2023",
        first="Begindatum",
        needed="Benodigde tijd",
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
        closed="Stängd",
        deadline="Sista svarsdag: 19 februari 2023",
        first="Första svarsdag",
        needed="Tidsåtgång",
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
    """The document has the language, and its title is the survey's followed by the platform's."""
    assert (page.values("/html/@lang"), page.words("//title")) == (
        [words.lang],
        [f"{words.title} \N{EN DASH} {words.platform}"],
    )
    assert page.values("//link[@rel='canonical']/@href") == [f"/{words.lang}/surveys/{NAME}/"]
    assert len(page.values("//meta[@name='description']/@content")[0]) > 50


def test_the_head_names_all_languages(page: Page) -> None:
    """It names all 24 versions and the default."""
    links = page.values("//link[@rel='alternate']/@hreflang")
    assert (len(links), len(set(links)), links[-1]) == (25, 25, "x-default")


def test_the_top_of_the_page(page: Page, words: Words) -> None:
    """Skip link, platform, breadcrumb, kind and title are in the language."""
    assert page.words("(//body//a)[1]") == [words.skip]
    assert page.words("//*[@class='platform']") == [words.platform]
    assert page.words("//nav[contains(@class, 'breadcrumb')]//li") == [words.front, words.kinds, words.title]
    assert (page.words("//main//*[@class='kind']"), page.words("//h1")) == ([words.kind], [words.title])


def test_the_switcher(page: Page, words: Words) -> None:
    """Each language has its own name with lang and hreflang, and the current one is marked."""
    link = "//nav[contains(@class, 'switcher')]//li/a"
    assert page.values(f"{link}/@lang") == page.values(f"{link}/@hreflang")
    assert [n for n in page.words(link) if n in ("Nederlands", "Svenska", "Ελληνικά")] == [
        "Nederlands",
        "Svenska",
        "Ελληνικά",
    ]
    assert page.values(f"{link}[@aria-current]/@lang") == [words.lang]


def test_the_lead_and_the_picture(page: Page, words: Words) -> None:
    """The lead is there, and the picture has alt text and credit in the language."""
    assert len(page.words("//*[@class='lead']")[0]) > 100
    assert page.values("//main//figure//img/@alt") == [words.alt]
    assert page.values("//main//figure//img/@src")[0].startswith(f"/media/surveys/{NAME}/handshake.")
    assert page.words("//figcaption//*[@class='credit']")[0].endswith(": Noticeboard")


def test_the_state(page: Page, words: Words) -> None:
    """Below the title the page says that the survey is closed, since when, and its results; nothing can be answered."""
    box = "//*[@class='status']"
    assert page.words(f"{box}//*[@class='standing']/*") == [words.kind, words.closed]
    assert (page.words(f"{box}//*[@class='deadline']"), page.values(f"{box}//time/@datetime")) == (
        [words.deadline],
        ["2023-02-19"],
    )
    assert page.words("//a[@class='button']") == []


def test_the_additional_information(page: Page, words: Words) -> None:
    """Other facts are there; terms are links to their pages, in the author's order, under their headings."""
    section = "//section[@class='facts']"
    assert page.words(f"{section}/h2") == [words.heading]
    assert page.words(f"{section}//dt") == [words.first, words.needed, *words.groups]
    for number, terms in enumerate(words.groups.values(), 1):
        links = f"({section}//ul)[{number}]//a"
        assert list(zip(page.words(links), page.values(f"{links}/@href"), strict=True)) == [
            (name, f"/{words.lang}/{path}/") for name, path in terms
        ]


def test_the_order_of_the_page(page: Page) -> None:
    """From top to bottom: skip link, platform, switcher, breadcrumb, title, state, lead, picture, text, facts."""
    selectors = (
        *("//a[@class='skip']", "//*[@class='platform']", "//nav[contains(@class, 'switcher')]"),
        *("//nav[contains(@class, 'breadcrumb')]", "//h1", "//*[@class='status']", "//*[@class='lead']"),
        *("//main//figure", "//*[@class='prose']", "//section[@class='facts']"),
    )
    order = {element: number for number, element in enumerate(page.root.iter())}
    locations = [order[page.root.xpath(selector)[0]] for selector in selectors]
    assert locations == sorted(locations)


def test_the_text_is_the_languages_own(page: Page, words: Words) -> None:
    """The deadline in the text is marked for machines, and links lead to pages in the language."""
    assert page.values("//*[@class='prose']//time/@datetime") == ["2023-02-19"]
    inner = [a for a in page.values("//*[@class='prose']//a/@href") if a.startswith("/")]
    assert [a for a in inner if not a.startswith(f"/{words.lang}/")] == []


def test_the_survey_and_its_results_link_to_each_other(plain_demo: Demo, page: Page, words: Words) -> None:
    """The survey's page links to its results, and their page links to it."""
    (results,) = page.values("//*[@class='outcome']//a/@href")
    assert results == f"/{words.lang}/results/school-mentoring-results/"
    assert plain_demo.pages[results[1:]].values("//*[@class='behind']//a/@href") == [f"/{words.lang}/surveys/{NAME}/"]


def test_it_is_in_its_lists(plain_demo: Demo, words: Words) -> None:
    """The survey is in the lists of its kind, its year and each of its terms."""
    lists = [f"{words.lang}/{path}/" for path in ("surveys", "surveys/2023", "audience/head-teacher")]
    for address in lists:
        assert f"/{words.lang}/surveys/{NAME}/" in plain_demo.pages[address].values("//main//a/@href")


def test_the_first_of_december(plain_demo: Demo) -> None:
    """On 1 December 2026 open surveys come first, then coming ones, then the closed one."""
    links = "//*[@class='card']//*[self::h2 or self::h3]/a/@href"
    names = [a.split("/")[3] for a in plain_demo.pages["nl/surveys/"].values(links)]
    assert names == ["outdoor-learning", "digital-tools", "language-classes", NAME]
