"""What the themes for the other generators need: interface texts, labels and addresses in each language."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from babel import Locale
from babel.messages.pofile import read_po

from benchmarks.content import CONTACT, PRIVACY, platform, term_labels
from benchmarks.corpus import VOCABULARIES
from benchmarks.words import capitalised

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog

    from benchmarks.corpus import Corpus

ROOT = Path(__file__).resolve().parent.parent
THEME = ROOT / "theme"

_MESSAGES = {
    "skip": ("", "Skip to main content"),
    "language": ("", "Language"),
    "navigation": ("", "Main navigation"),
    "here": ("", "You are here"),
    "home": ("", "Front page"),
    "surveys_one": ("kind", "Survey"),
    "surveys_many": ("kind", "Surveys"),
    "results_one": ("kind", "Result"),
    "results_many": ("kind", "Results"),
    "news_one": ("kind", "News item"),
    "news_many": ("kind", "News"),
    "audience": ("vocabulary", "Target audience"),
    "tags": ("vocabulary", "Tags"),
    "published": ("", "Published: %(date)s"),
    "deadline": ("", "Deadline"),
    "deadline_on": ("", "Deadline: %(date)s"),
    "answering": ("", "Taking part"),
    "answer": ("", "Go to the questionnaire"),
    "information": ("", "Additional information"),
    "survey_results": ("", "Results of this survey"),
    "results_survey": ("", "The survey behind these results"),
    "years": ("", "By year"),
    "all": ("", "Show all"),
    "browse": ("", "Find what matters to you"),
    "choose": ("", "Choose a language"),
    "continue": ("", "Continue in this language"),
    "not_found": ("", "Page not found"),
    "nothing_here": ("", "This page does not exist."),
    "go_home": ("", "Go to the front page"),
    "contact": ("", "Contact"),
    "privacy": ("", "Privacy"),
}
"""The (context, message) pairs of Noticeboard's catalogues, by their names in the other themes."""


@dataclass(frozen=True, slots=True)
class LanguageFacts:
    """A language's name for itself, the platform's texts and the interface's strings; %s stands for a date."""

    native: str
    texts: dict[str, str]
    strings: dict[str, str]


def language_facts(corpus: Corpus, lang: str) -> LanguageFacts:
    """The facts of one language of the corpus."""
    texts = {k: v[lang] for k, v in platform(corpus.languages).items() if isinstance(v, dict)}
    own = Locale.parse(lang).get_display_name(lang) or lang
    return LanguageFacts(capitalised(own), texts, strings(lang))


def strings(lang: str) -> dict[str, str]:
    """The interface's strings in the language; those that its catalogue lacks are in English, as in Noticeboard."""
    catalogues = [_catalogue(lang), _catalogue("en")]
    return {name: _said(catalogues, *message).replace("%(date)s", "%s") for name, message in _MESSAGES.items()}


def labels(corpus: Corpus) -> dict[str, dict[str, dict[str, str]]]:
    """The label of each term in each language, as vocabulary -> term -> language."""
    return {name: {t: term_labels(name, t, corpus.languages) for t in terms} for name, terms in VOCABULARIES.items()}


def links() -> dict[str, str]:
    """The addresses of the links in the footer."""
    return {"contact": CONTACT, "privacy": PRIVACY}


def _catalogue(lang: str) -> Catalog | None:
    path = THEME / "translations" / f"{lang}.po"
    return read_po(path.open("rb"), locale=lang) if path.is_file() else None


def _said(catalogues: list[Catalog | None], context: str, message: str) -> str:
    for catalogue in catalogues:
        found = catalogue.get(message, context or None) if catalogue else None
        if found and isinstance(found.string, str) and found.string:
            return found.string
    return message
