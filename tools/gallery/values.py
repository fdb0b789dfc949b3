"""Views for the gallery: ordinary ones, empty ones, and ones that strain the layout."""

from __future__ import annotations

from msgspec.structs import replace

from gallery.data_values import (  # noqa: F401 - examples name them
    BARS,
    DATA,
    DATA_BESIDE,
    DATA_TABLE,
    DOCUMENTS,
    LINES,
    STACKED,
    TWO_BARS,
)
from noticeboard.languages.language_data import OFFICIAL, language_data
from noticeboard.languages.month_patterns import month_patterns
from noticeboard.languages.word_forms import word_forms
from noticeboard.model import Text
from noticeboard.pages.alternates import language_link
from noticeboard.pages.announcements.announcement_view import AnnouncementPage, AnswerBox, Fallback
from noticeboard.pages.front.front_view import AccessibilityGaps
from noticeboard.pages.listings.listing_view import Card, Choice, Filter, ListingPage, Section
from noticeboard.pages.page_frame import plurals
from noticeboard.pages.search.search_view import SearchPage
from noticeboard.pages.translations.translation_view import (
    ComparedSegment,
    ComparisonPage,
    LanguageStatus,
    StateCount,
    TranslationsPage,
    VersionStatus,
)
from noticeboard.pages.views.frame_view import Address, Frame
from noticeboard.pages.views.text_view import Figure, Html, PictureSource, Prose
from noticeboard.pages.views.view_parts import (
    EventFacts,
    Link,
    Logo,
    Moment,
    NavigationItem,
    OrganisationLink,
    TermGroup,
)

TAGS = (*OFFICIAL, "ar")
LONG = "Lebensmittelunverträglichkeitsbescheinigungsausgabestellen"
SUMMARY = (
    "How do schools use mentoring, what makes it work and what stands in its way? Head teachers and teachers can share "
    f"their experience. {LONG}"
)
DEADLINE = Moment("19 February 2023", "2023-02-19")
LATER = Moment("31 January 2027 at 17:00 (Central European Time)", "2027-01-31T17:00:00+01:00")

PICTURES = ((1280, 720), (1280, 30), (40, 40), (300, 900))
"""The sizes of the examples' pictures, in pixels."""


def frame(lang: str) -> Frame:
    """A frame in the given language with everything that a frame can hold."""
    items = tuple(
        NavigationItem(Text(name, lang), f"#{name}", current=name == "Surveys", within=name == "News")
        for name in ("Surveys", "Results", "News", LONG)
    )
    return Frame(
        lang=lang,
        dir=language_data(lang).direction,
        platform=Text("School Survey Board", "en"),
        tagline=Text("Surveys for everyone", "en"),
        publisher=Text("Ministry of Examples", "en"),
        notice=Text("This is example content.", "en"),
        home="#home",
        stylesheet="style.css",
        script="site.js",
        icon="icon.svg",
        contact="https://example.org/contact",
        privacy="https://example.org/privacy",
        navigation=items,
        footer=(Link(Text("About", lang), "#about"), Link(Text("Om oss", "sv"), "#om", "sv")),
        time_zone="Europe/Brussels",
        locale=lang,
        plurals=plurals(lang),
        feed=Link(Text("News", "en"), "#feed"),
        calendar="#calendar",
    )


def address(lang: str, *tags: str) -> Address:
    """The address of a page that exists in every second one of the languages."""
    shown = [replace(language_link(t, f"#{t}", missing=bool(i % 2)), current=t == lang) for i, t in enumerate(tags)]
    trail = (Link(Text("Front page", lang), "#home"), Link(Text("Surveys", lang), "#list"), Link(Text(LONG, "de"), ""))
    return Address("", (), tuple(shown), trail, feed=Link(Text("Surveys", "en"), "#feed"))


def figure(width: int, height: int, caption: str = "", alt: str = "A drawing") -> Figure:
    """A picture in one of the sizes of PICTURES."""
    name = f"{width}x{height}"
    return Figure(
        src=f"{name}.png",
        width=width,
        height=height,
        alt=Text(alt, "en"),
        credit=Text("Ann / Pixels", "en"),
        caption=Text(caption, "en") if caption else None,
        srcset=f"{name}.png {width}w",
        sources=(PictureSource("image/webp", f"{name}.webp {width}w"),),
    )


def card(
    title: str,
    *,
    turns: tuple[str, ...] = (),
    summary: str = SUMMARY,
    lang: str = "en",
    picture: bool = False,
) -> Card:
    """An announcement in a list; with a deadline it is a survey."""
    return Card(
        kind=Text("Survey", "en"),
        title=Text(title, lang),
        summary=Text(summary, lang) if summary else None,
        href="#item",
        published=DEADLINE,
        opens=DEADLINE if turns else None,
        deadline=LATER if turns else None,
        turns=turns,
        picture=figure(1280, 720) if picture else None,
        audience=(Text("Teacher", "en"), Text("Schoolleider", "nl")),
        duration=15 if turns else None,
        facets=("audience=teacher", f"language={lang}"),
        language="Dutch" if lang == "nl" else "",
    )


NONE = None
DUTCH = Text("Schoolbord", "nl")
WIDE, TINY, TALL = figure(1280, 30, "A line of time"), figure(40, 40, alt=""), figure(300, 900, "A poster")
GAPS = (
    AccessibilityGaps("non-compliance", (Text("Old documents", "en"),)),
    AccessibilityGaps("out-of-scope", (Text("Kaarten", "nl"),)),
)

PAST, SOON, FAR = "2023-01-10T00:00:00+01:00", "2026-12-01T18:00:00+01:00", "2027-02-01T00:00:00+01:00"
OPEN = card("An open survey", turns=(PAST, FAR, FAR), picture=True)
TODAY = card("A survey that closes today", turns=(PAST, SOON, SOON))
COMING = replace(card("A survey to come", turns=(FAR, *("2027-03-15T00:00:00+01:00",) * 2)), upcoming=True)
CLOSED = replace(
    card(f"A closed survey about {LONG}", turns=(PAST, *("2023-02-20T00:00:00+01:00",) * 2), picture=True),
    closed=True,
    results=Link(Text("What teachers answered", "en"), "#results"),
)
NEWS = card("Een bericht in het Nederlands", summary="", lang="nl")
DRAFT = replace(NEWS, draft=True, appears=DEADLINE)

HEADING = Text("Surveys", "en")
SURVEYS = Section(HEADING, (OPEN, TODAY, COMING, CLOSED, CLOSED), "#all")
ONE_SURVEY = Section(HEADING, (OPEN,), "#all")
RESULTS = Section(HEADING, (card("Results", picture=True), NEWS, DRAFT), "#all")

ANSWERING = AnswerBox(
    opens=DEADLINE,
    deadline=LATER,
    href="https://example.org/s",
    languages=("Bulgarian", "Greek"),
    languages_joined="Bulgarian and Greek",
    duration=15,
    privacy=Link(Text("example.org/p", ""), "https://example.org/p"),
    turns=(PAST, SOON, FAR),
    zone="Central European Time",
    calendar="#calendar",
    language="Bulgarian",
    own_time=month_patterns("ga"),
)
LABELS = ("Teacher", "Head teacher", f"{LONG} and everything around it")
ORGANISATION = OrganisationLink(
    Text("Ministry of Schools", "en"),
    "#term",
    "",
    Link(Text("schools.example.org", ""), "#site"),
    Logo("#logo", 120, 40),
)
TERMS = tuple(Link(Text(label, "en"), "#term") for label in LABELS)
GROUPS = (TermGroup(Text("Target audience", "en"), TERMS), TermGroup(Text("Sleutelcompetenties", "nl"), TERMS[:1]))
FILTERS = (
    Filter(
        Text("Target audience", "en"),
        (
            Choice("audience=teacher", Text("Teacher", "en"), "#teacher"),
            Choice("audience=pupil", Text(LONG, "de"), "#pupil"),
        ),
    ),
    Filter(
        Text("Language of the text", "en"),
        (Choice("language=en", Text("English", "en"), ""), Choice("language=nl", Text("Dutch", "en"), "")),
    ),
)
TEXT = """
<h2 id="one">A heading</h2>
<p>A paragraph with <a href="#one">a link</a>, <code>code</code>, <abbr title="World Wide Web">WWW</abbr> and a footnote
<sup id="r"><a class="footnote-ref" href="#f">1</a></sup>.</p>
<ul><li>one</li><li>two<ol><li>three</li></ol></li></ul>
<blockquote><p>Somebody said this.</p></blockquote>
<dl><dt>Term</dt><dd>Description</dd></dl>
<div class="table-scroll" tabindex="0" role="group" aria-labelledby="one">
<table><caption>A table</caption>
<thead><tr><th scope="col">Country</th><th scope="col" class="align-right">Answers</th></tr></thead>
<tbody><tr><td>Lebensmittelunverträglichkeit</td><td class="align-right">4.859</td></tr></tbody></table></div>
<pre tabindex="0"><code>a line of code that is rather long and will not be broken anywhere in it</code></pre><hr>
<div class="footnote"><hr><ol><li id="f"><p>A note. <a class="footnote-backref" href="#r">Back</a></p></li></ol></div>
"""


FILE = Link(Text(f"surveys/{LONG.lower()}/nl.md", ""), "https://git.example.org/edit/nl.md")
SOURCE = Link(Text("surveys/reading/en.md", ""), "")
COUNTS = tuple(StateCount(state, Text(state, "en"), 1234, f"#{state}") for state in ("late", "outdated", "missing"))
VERSIONS = (
    VersionStatus(
        Link(Text(f"Survey on {LONG}", "en"), "#one", "nl"),
        *("outdated", Text("Outdated", "en"), language_link("nl", "#nl"), 2, 14, 1234, DEADLINE, None, FILE, SOURCE),
        changes="#changes",
    ),
    VersionStatus(
        Link(Text("Enkät", "sv"), "#two"),
        *("expected", Text("Expected", "en"), language_link("ar", "#ar"), 0, 14, 1, None, DEADLINE, None, SOURCE),
    ),
    VersionStatus(Link(Text("Results", "en"), "#three"), "current", Text("Up to date", "en"), file=FILE),
)


def announcement(lang: str, **changes: object) -> AnnouncementPage:
    """An announcement that has everything an announcement can have; `changes` replace some of it."""
    page = AnnouncementPage(
        frame=frame(lang),
        address=address(lang, *TAGS),
        kind=Text("Survey", "en"),
        title=Text(f"Survey on {LONG}", "en"),
        description=Text(SUMMARY, "en"),
        figure=figure(1280, 720, "A caption"),
        prose=Prose("en", "ltr", "The lead paragraph.", (Html(TEXT), figure(40, 40), Html("<p>More.</p>"))),
        documents=(),
        fallback=Fallback("English", DEADLINE),
        draft=True,
        appears=DEADLINE,
        published=DEADLINE,
        updated=LATER,
        answering=ANSWERING,
        terms=GROUPS,
        surveys=(Link(Text("The survey", "en"), "#survey"),),
        event=EventFacts(DEADLINE, "", Link(Text("Brussels", "en"), ""), over=False, calendar="#calendar"),
        contact=Link(Text("survey@example.org", ""), "mailto:survey@example.org"),
        results=(Link(Text("Its results", "en"), "#results"),),
        outdated=Link(Text(f"Survey on {LONG}", "en"), "#original", "en"),
    )
    return replace(page, **changes)


def translations(lang: str) -> TranslationsPage:
    """The overview of translations, with one version in each state."""
    languages = tuple(
        LanguageStatus(language_link(tag, f"#{tag}"), tuple(COUNTS[:n]), n * 1000) for n, tag in enumerate(("nl", "ar"))
    )
    return TranslationsPage(frame(lang), address(lang), Text("Translations", "en"), languages, VERSIONS, "#data")


def comparison(lang: str) -> ComparisonPage:
    """A text and its translation side by side, with every kind of change."""
    segments = (
        ComparedSegment(Text("Title", "en"), "same", Text("A title", "en"), Text("عنوان", "ar")),
        ComparedSegment(None, "changed", Text(f"A paragraph about {LONG}", "en"), Text("فقرة", "ar")),
        ComparedSegment(None, "added", Text("- one\n- two", "en"), None),
        ComparedSegment(None, "removed", None, Text("> اقتباس", "ar")),
        ComparedSegment(None, "", Text("| a | table |", "en"), Text("| جدول |", "ar")),
    )
    sides = language_link("en", "#en"), language_link("ar", "#ar")
    title = Link(Text("A title", "en"), "#title")
    return ComparisonPage(frame(lang), address(lang), Text("Comparison", "en"), title, *sides, segments, 3)


def bilingual(lang: str) -> AnnouncementPage:
    """An announcement on a platform with few languages."""
    return announcement(lang, address=address(lang, lang, "nl", "sv"))


def listing(lang: str, year: str = "") -> ListingPage:
    """A listing with a survey in each state."""
    years = tuple(NavigationItem(Text(y, lang), f"#{y}", current=y == year) for y in ("2026", "2023"))
    cards = (OPEN, TODAY, COMING, CLOSED)
    return ListingPage(frame(lang), address(lang, lang, "nl"), Text("Surveys", "en"), year, cards, years, FILTERS)


def year(lang: str) -> ListingPage:
    """The listing of one year."""
    return listing(lang, "2023")


def search(lang: str) -> SearchPage:
    """A search page."""
    places = frame(lang), address(lang, lang, "nl"), Text("Search", "en"), "#index"
    return SearchPage(*places, script="", near="", forms=word_forms(lang), filters=FILTERS, groups=GROUPS)
