"""How an alternative text begins that says "image of", per language.

What tells the kind of picture ("drawing of", "photo of", "map of") is left out: that may matter to a reader.
"""

# Prepositions of one Cyrillic letter are meant.
# ruff: noqa: RUF001

from __future__ import annotations

import re
from functools import cache

_BEGINNINGS = {
    "bg": r"(?:изображение|картинка) (?:на|с|със|което|показва)\b",
    "cs": r"(?:na )?obráz(?:ek|ku) (?=\w)",
    "da": r"(?:et )?billede(?:t)? (?:af|med|som|der|viser)\b",
    "de": r"(?:ein |das )?(?:bild|abbildung) (?:von|vom|der|des|eine[rs]|mit|zeigt)\b",
    "el": r"(?:μια |η )?εικόνα (?:με|του|της|των|που|ενός|μιας|από)\b",
    "en": r"(?:an? |the |this )?(?:image|picture|pic|graphic) (?:of|showing|shows|depicting|that|with)\b",
    "es": r"(?:una |la )?imagen (?:de|del|que|con|donde)\b",
    "et": r"pilt (?:\w+st\b)|pilt, (?:millel|kus|mis)\b|pildil ",
    "fi": r"kuva \w+st[aä]\b|kuva, (?:jossa|jonka|joka)\b|kuvassa ",
    "fr": r"(?:une |l')?image (?:d'|(?:de|du|des|avec|qui|où|montrant|représentant|illustrant)\b)",
    "ga": r"(?:íomhá|pictiúr) (?:d'|(?:de|den|ina|a)\b)",
    "hr": r"slika (?:na kojoj|koja|prikazuje)\b|(?:na slici|slikovni prikaz) ",
    "hu": r"(?:a )?képen |(?:egy |a )?kép,? (?:amely|amelyen|amin|ahol)\b",
    "it": r"(?:un'|una |l')?immagine (?:d'|(?:di|del|dello|della|dei|degli|delle|che|con|raffigurante)\b)",
    "lt": r"paveikslėlyje |(?:paveikslėlis|vaizdas), (?:kuriame|kuris)\b",
    "lv": r"attēlā |(?:attēls|bilde) (?:ar|no)\b|(?:attēls|bilde), kurā\b",
    "mt": r"(?:immaġni|stampa) (?:ta'|ta\w{1,2}-|li\b|b'|fejn\b)",
    "nl": r"(?:een |de )?(?:afbeelding|plaatje) (?:van|met|waarop|die|dat|toont)\b|op de afbeelding ",
    "pl": r"obraz(?:ek)? (?:przedstawia\w*|pokazuj\w+|ukazuj\w+|z)\b|na obraz(?:ku|ie) ",
    "pt": r"(?:uma |a )?imagem (?:de|do|da|dos|das|que|com|onde)\b",
    "ro": r"(?:o )?imaginea? (?:cu|a|al|ale|care|unui|unei|reprezentând)\b",
    "sk": r"(?:na )?obráz(?:ok|ku) (?=\w)",
    "sl": r"slika (?:ki|na kateri|prikazuje)\b|na sliki ",
    "sv": r"(?:en )?bild(?:en)? (?:på|av|som|med|visar)\b|på bilden ",
}


def says_image_of(alt: str, lang: str) -> str:
    """The words at the beginning of an alternative text that only say that it is a picture, or ""."""
    pattern = _pattern(lang.partition("-")[0])
    found = pattern.match(alt.replace("’", "'")) if pattern else None
    return found[0].strip() if found else ""


@cache
def _pattern(language: str) -> re.Pattern[str] | None:
    source = _BEGINNINGS.get(language)
    return re.compile(source, re.IGNORECASE) if source else None
