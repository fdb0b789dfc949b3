"""What each key of the front matter means, in a sentence that an editor shows beside it."""

from __future__ import annotations

KEYS = {
    "title": "The title, as plain text.",
    "summary": "One or two sentences for lists and search engines; without it the first paragraph serves.",
    "image_alt": 'What the picture shows, in this language; "" in all versions if it only decorates.',
    "status": "draft keeps this version out of the published site.",
    "updated": "The day of the last change that readers should know of: 2023-02-19.",
    "translates": "The language of the original that this version translates.",
    "ignore": "Warnings to silence in this file, each with the reason.",
    "published": "The day from which it is shown: 2023-01-10.",
    "opens": "The day or moment from which it can be answered; without it, from its publication on.",
    "deadline": "The last day for answering, or a moment with its offset from UTC: 2023-02-19T17:00+01:00.",
    "survey": "The https address of the questionnaire; {lang} in it becomes the reader's language.",
    "questionnaire_languages": "Codes of the languages in which the questionnaire can be answered.",
    "duration": "How many minutes answering takes.",
    "privacy": "The https address of the survey's privacy notice.",
    "results_of": "The name of the survey whose results these are.",
    "image": "The name of a picture that lies beside this text.",
    "image_credit": "Who made the picture, as its licence wants it.",
    "languages": "The languages that the announcement is meant for; without it all that the platform offers.",
    "expected": "By when a missing version is promised: {es: 2023-02-19}.",
    "moved_from": "Former addresses that lead here: [surveys/old-name].",
}
