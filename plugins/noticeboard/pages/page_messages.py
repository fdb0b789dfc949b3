"""The messages that the code of pages uses; those of templates are in the templates.

The comments are for translators: they go into the catalogues.
"""

from __future__ import annotations

from noticeboard.site.translation_state import TranslationState
from noticeboard.sources.catalogue import Message

KINDS = {
    "surveys": (
        # NOTE: The label of one announcement of this kind, above its title.
        Message("Survey", "kind"),
        # NOTE: The heading of the list of all announcements of this kind, and its entry in the navigation.
        Message("Surveys", "kind"),
    ),
    "results": (
        # NOTE: The label of one page that tells the outcome of a survey, above its title.
        Message("Result", "kind"),
        # NOTE: The heading of the list of all announcements of this kind, and its entry in the navigation.
        Message("Results", "kind"),
    ),
    "events": (
        # NOTE: The label of one announcement of this kind, such as a webinar or a conference, above its title.
        Message("Event", "kind"),
        # NOTE: The heading of the list of all announcements of this kind, and its entry in the navigation.
        Message("Events", "kind"),
    ),
    "news": (
        # NOTE: The label of one announcement of this kind, above its title.
        Message("News item", "kind"),
        # NOTE: The heading of the list of all announcements of this kind, and its entry in the navigation.
        Message("News", "kind"),
    ),
    "pages": (
        # NOTE: The label of one page about the platform itself.
        Message("Page", "kind"),
        # NOTE: Pages about the platform itself.
        Message("Pages", "kind"),
    ),
}
"""The labels of the kinds that every platform has: for one announcement, and for many."""

HEADINGS = {
    # NOTE: Heading above the groups of people whom a survey is meant for.
    "audience": Message("Target audience", "vocabulary"),
    # NOTE: Heading above the subjects of an announcement.
    "tags": Message("Tags", "vocabulary"),
    # NOTE: Heading above the bodies that run a survey or an event.
    "organisers": Message("Organisers", "vocabulary"),
    # NOTE: Heading above the EU key competences for lifelong learning that an announcement concerns.
    "key_competences": Message("Key competences", "vocabulary"),
}
"""The headings of the vocabularies that need none of their own in platform.yml."""

# NOTE: The heading above names of languages: choose surveys by the languages in which their text exists.
LANGUAGE_OF_THE_TEXT = Message("Language of the text", "filter")

# NOTE: The title of the accessibility statement, which Directive (EU) 2016/2102 asks of public bodies (use the term of
# Decision (EU) 2018/1523 in your language), and its entry in the footer.
ACCESSIBILITY_STATEMENT = Message("Accessibility statement")

# NOTE: The heading of the page at addresses that lead nowhere.
NOT_FOUND = Message("Page not found")

# NOTE: The title of the page on which readers search, and its entry in the navigation; a noun.
SEARCH = Message("Search", "page")

# NOTE: The heading above years: find announcements that were published in these years.
YEAR = Message("Year", "filter")

# NOTE: The last day for answering a survey. Must be true before and after that day.
DEADLINE = Message("Deadline: %(date)s")

# NOTE: Shown below the deadline of a survey that was moved to a later day; the date is the former deadline, in the
# nominative.
EXTENDED = Message("Extended. Previous deadline: %(date)s")

# NOTE: An entry on that day in the reader's own calendar: the last day for answering the survey of that title.
DEADLINE_OF = Message("Deadline: %(title)s", "calendar")

# NOTE: The name of a calendar that holds the last days of all surveys; the platform's name follows.
DEADLINES = Message("Deadlines", "calendar")

# NOTE: %(credit)s names who made the picture, for example "Pixabay / Geralt".
PICTURE = Message("Picture: %(credit)s")

# NOTE: The first step of the path from the front page to a page; leads to the front page.
FRONT_PAGE = Message("Front page")

# NOTE: The name of a platform that has not been given one.
PLATFORM = Message("Noticeboard")

# NOTE: Read out by screen readers: leads from a footnote back to the place that refers to it.
BACK_TO_THE_TEXT = Message("Back to the text")

# NOTE: The heading of the pages that tell translators how far the translations of this website are.
TRANSLATIONS = Message("Translations")

TRANSLATION_STATES = {
    # NOTE: The state of a translation, also before a number: "Late (3)": it was promised for a day that has passed.
    TranslationState.LATE: Message("Late", "translation"),
    # NOTE: The state of a translation, also before a number: "Outdated (3)": its original has changed since.
    TranslationState.OUTDATED: Message("Outdated", "translation"),
    # NOTE: The state of a translation, also before a number: "Expected (3)": it is promised for a day to come.
    TranslationState.EXPECTED: Message("Expected", "translation"),
    # NOTE: The state of a translation, also before a number: "Draft (3)": it has not been published.
    TranslationState.DRAFT: Message("Draft", "translation"),
    # NOTE: The state of a translation, also before a number: "Missing (3)": there is none.
    TranslationState.MISSING: Message("Missing", "translation"),
    # NOTE: The state of a translation, also before a number: "Unknown (3)": nobody has noted which text it translates,
    # so it is not known whether it is current.
    TranslationState.UNSTAMPED: Message("Unknown", "translation"),
    # NOTE: The state of a translation, also before a number: "Up to date (3)": it says what the original says.
    TranslationState.CURRENT: Message("Up to date", "translation"),
    # NOTE: Beside the states of translations, also before a number: "Original (3)": this text is the original.
    TranslationState.ORIGINAL: Message("Original", "translation"),
}
"""The states that translators are shown, in the order in which they are shown."""

# NOTE: The heading of a page that shows a translation beside the text that was translated.
COMPARISON = Message("Comparison with the original")

SEGMENTS = {
    # NOTE: Beside the title of a text, where a translation is compared with its original.
    "title": Message("Title", "segment"),
    # NOTE: Beside the summary of a text, where a translation is compared with its original.
    "summary": Message("Summary", "segment"),
    # NOTE: Beside the words that describe a picture to people who cannot see it, where a translation is compared.
    "image_alt": Message("Description of the picture", "segment"),
}
"""What the segments are called that are no part of the text, by their kinds."""
