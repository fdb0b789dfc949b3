"""The address of a survey's questionnaire for readers of a language, and the language in which it opens."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from noticeboard.site import Announcement


def survey_address(item: Announcement, lang: str) -> str:
    """The questionnaire's address for readers of a language, {lang} in it replaced."""
    return item.facts.survey.replace("{lang}", survey_language(item, lang))


def survey_language(item: Announcement, lang: str) -> str:
    """The language in which the questionnaire opens for readers of a language; "" if nobody knows.

    That is theirs if the questionnaire has it or does not say what it has, else the language of the text that they
    read, else the first listed. An address without {lang} leads to what is listed, if that is one language.
    """
    offered = item.facts.questionnaire_languages
    if "{lang}" not in item.facts.survey:
        return lang if lang in offered else offered[0] if len(offered) == 1 else ""
    shown = item.shown(lang)
    wanted = (lang, shown.lang if shown else lang)
    return next((tag for tag in wanted if tag in offered), offered[0]) if offered else lang
