"""The words for sums of rows or columns in tables of figures, in the languages of Europe and Arabic."""

from __future__ import annotations

import unicodedata

_WORDS = frozenset(
    word
    for line in (
        "total|grand total|overall total|sum",
        "общо|всичко|сума",
        "celkem|součet|úhrnem",
        "i alt|sum|total|totalt",
        "gesamt|insgesamt|summe|gesamtsumme|gesamtzahl",
        "σύνολο|συνολικά|γενικό σύνολο",
        "totales|total general|suma",
        "kokku|summa",
        "yhteensä|kaikki yhteensä|summa",
        "ensemble|totaux|somme|total général",
        "iomlán|an t-iomlán",
        "ukupno|sveukupno|zbroj",
        "összesen|mindösszesen|összeg",
        "totale|totale complessivo|somma",
        "iš viso|viso|bendra suma",
        "kopā|pavisam|kopsumma",
        "totali|b'kollox",
        "totaal|som|eindtotaal",
        "razem|ogółem|łącznie|suma",
        "soma|total geral",
        "total general|totaluri",
        "spolu|celkom|súčet|úhrn",
        "skupaj|vsota",
        "totalt|summa|sammanlagt",
        "المجموع|الإجمالي|الاجمالي|المجموع الكلي",
    )
    for word in line.split("|")
)


def is_total(label: str) -> bool:
    """Whether a label of a table calls its figures a total, in any of the languages; a colon after it counts not."""
    plain = unicodedata.normalize("NFC", label).replace("\u2019", "'")
    return plain.rstrip(" :\u00a0").casefold() in _WORDS
