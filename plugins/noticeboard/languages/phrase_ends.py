"""Words with which no phrase ends, per language: articles, conjunctions, prepositions that are not adverbs.

Left out is what may end one: particles (de "mit", sv "av"), numbers (sv "en"), possessives (el "του").
"""

# Words of one Greek or Cyrillic letter are meant.
# ruff: noqa: RUF001

from __future__ import annotations

import re

_NEVER_LAST = {
    "bg": "и или в във на за от с със към през при че",
    "cs": "a nebo v ve na do z ze s k ke od pro o při pod nad že",
    "da": "og eller at",
    "de": "der das dem den des eine einer eines einem einen und oder von vom zum zur im beim für",
    "el": "και ή το τα τη την των τις οι ο η με σε από για στο στη στην στον στα στις στους που να",
    "en": "a an the and or of with from into for at their your our its",
    "es": "el la los las un una de del y o e en con por para al que su sus a",
    "et": "ja või ning et",
    "fi": "ja tai sekä että",
    "fr": "le la les un une des du de et ou à au aux avec dans par pour sur sous en que",
    "ga": "agus nó na ag",
    "hr": "i ili u na do iz s sa k od za o pri pod nad kod",
    "hu": "a és vagy valamint",
    "it": "il lo la i gli le un una di del della dello dei delle e ed o in con per da dal al alla nel nella che a",
    "lt": "ir arba su iš į nuo prie apie kad",
    "lv": "un vai ar no uz par pie ka",
    "mt": "u jew ta' fi ma' għal biex li",
    "nl": "de een en of van met te",
    "pl": "i oraz lub w we na do z ze od dla przez o przy pod nad że",
    "pt": "o os as um uma de do da dos das e ou em na nos nas com por para ao à que",
    "ro": "și sau de la în pe cu un din pentru spre",
    "sk": "a alebo v vo na do z zo s so k ku od pre o pri pod nad že",
    "sl": "in ali ter v na do z s k h od za o pri pod nad",
    "sv": "och eller att",
}
_CUT_OFF = re.compile(r"(?:[,;:–—-]|…|\.\.\.)\s*\Z")
_LAST_WORD = re.compile(r"(?<![\w'’-])([\w'’]+)\s*\Z")


def is_cut_off(phrase: str, lang: str) -> bool:
    """Whether a phrase in that language stops before its end: after such a word, a comma, an open bracket."""
    last = _LAST_WORD.search(phrase)
    words = _NEVER_LAST.get(lang.partition("-")[0], "").split()
    dangling = last is not None and last.start() > 0 and last[1].replace("’", "'") in words
    return dangling or bool(_CUT_OFF.search(phrase)) or phrase.count("(") > phrase.count(")")
