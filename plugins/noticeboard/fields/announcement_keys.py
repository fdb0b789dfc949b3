"""The keys of the front matter that all versions of an announcement share.

docs/contributing/add-a-key.md says how to add one.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated

from noticeboard.fields.address_types import FormerAddress
from noticeboard.fields.contact import Contact, Notice
from noticeboard.fields.field_types import Day, DayOrInstant, FileName, FilledText, Minutes
from noticeboard.fields.key_declaration import FrontMatterKey
from noticeboard.fields.value_types import (
    AnnouncementNames,
    MonthOrDay,
    OfferedLanguages,
    PromisedDays,
    SurveyAddress,
    TextLanguages,
)
from noticeboard.model import Stored, StoredMoment


class AnnouncementKeys(Stored, frozen=True, omit_defaults=True):
    """The shared keys: each is stated in one version, or alike in several.

    A key that is not stated is None, "" or ().
    """

    published: Annotated[
        date | None,
        FrontMatterKey(
            Day,
            "The day from which it is shown: `2026-11-02`.",
            "the day from which it is shown",
            needed_by=("surveys", "results", "events", "news"),
            aliases=("date",),
        ),
    ] = None
    opens: Annotated[
        StoredMoment | None,
        FrontMatterKey(
            DayOrInstant,
            "The day or moment from which it can be answered. Without it, that is the day of its publication.",
        ),
    ] = None
    deadline: Annotated[
        StoredMoment | None,
        FrontMatterKey(
            DayOrInstant,
            "The last day for answering (the whole day counts), or a moment with its offset from UTC: "
            "`2026-12-18T17:00+01:00`.",
            "the last day on which people can answer, such as 2026-12-18",
            needed_by=("surveys",),
        ),
    ] = None
    survey: Annotated[
        str,
        FrontMatterKey(
            SurveyAddress,
            "The https address of the questionnaire. `{lang}` in it becomes the reader's language.",
            "the address of the questionnaire, https://…; {lang} in it becomes the reader's language",
            suggested_with="deadline",
        ),
    ] = ""
    questionnaire_languages: Annotated[
        tuple[str, ...],
        FrontMatterKey(TextLanguages, "The languages in which the questionnaire can be answered: `[en, fr]`."),
    ] = ()
    duration: Annotated[int | None, FrontMatterKey(Minutes, "How many minutes answering takes.")] = None
    privacy: Annotated[
        str,
        FrontMatterKey(
            Notice,
            "The survey's privacy notice: its https address, a page such as `pages/privacy`, or a document beside this "
            "text such as `privacy.pdf`.",
        ),
    ] = ""
    results_of: Annotated[
        tuple[str, ...],
        FrontMatterKey(
            AnnouncementNames,
            "The name of the survey whose results these are, or a list of names. Where several kinds have one of that "
            "name, write the kind too: `consultations/plan`.",
            "the name of the survey whose results these are",
            needed_by=("results",),
        ),
    ] = ()
    extended_from: Annotated[
        StoredMoment | None,
        FrontMatterKey(
            DayOrInstant,
            "The deadline that was announced before it was extended. Pages, lists and calendars say so.",
            since="0.2",
        ),
    ] = None
    results_expected: Annotated[
        str,
        FrontMatterKey(
            MonthOrDay,
            "When the results are expected: a day, or a month such as `2027-06`. A closed survey says it until there "
            "are results.",
            since="0.2",
        ),
    ] = ""
    contact: Annotated[
        str,
        FrontMatterKey(
            Contact,
            "Who answers questions: an https address, an e-mail address, a telephone number, or a page such as "
            "`pages/contact`.",
            aliases=("author", "authors", "email"),
            since="0.2",
        ),
    ] = ""
    starts: Annotated[
        StoredMoment | None,
        FrontMatterKey(
            DayOrInstant,
            "When an event begins: a day, or a moment with its offset from UTC: `2027-03-04T14:00+01:00`.",
            "the day of the event, or 2027-03-04T14:00+01:00",
            needed_by=("events",),
            since="0.2",
        ),
    ] = None
    ends: Annotated[
        StoredMoment | None,
        FrontMatterKey(
            DayOrInstant, "When an event ends. Without it, that is the day on which it begins.", since="0.2"
        ),
    ] = None
    image: Annotated[str, FrontMatterKey(FileName, "The name of a picture beside this text.")] = ""
    image_credit: Annotated[str, FrontMatterKey(FilledText, "Who made the picture, as its licence wants it.")] = ""
    languages: Annotated[
        tuple[str, ...],
        FrontMatterKey(
            OfferedLanguages,
            "The languages that the announcement is meant for. Without it, these are all that the platform offers, and "
            "for news those in which it is written.",
        ),
    ] = ()
    expected: Annotated[
        tuple[tuple[str, date], ...],
        FrontMatterKey(
            PromisedDays, "By when a version that is missing, or still a draft, is promised: `{es: 2027-01-08}`."
        ),
    ] = ()
    moved_from: Annotated[
        tuple[str, ...],
        FrontMatterKey(
            list[FormerAddress],
            "Former addresses that lead here, the oldest first: `[surveys/old-name]`. Feeds and calendars know the "
            "announcement by it.",
            aliases=("aliases",),
        ),
    ] = ()
