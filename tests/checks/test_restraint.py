"""Sentences that are right though they look like faults, in many languages: no rule reports them."""

# These tests are about letters and marks that look like others.
# ruff: noqa: RUF001

from __future__ import annotations

import pytest

from noticeboard.checks.registry import rules
from noticeboard.checks.rule_runner import text_findings
from noticeboard.fields.front_matter_keys import Header
from noticeboard.markdown.source_map.blocks import split
from noticeboard.site.version_parser import WrittenVersion

RIGHT = [
    (
        "en",
        "COVID-19, H2O, CO2, the G20, 21st, 1980s, B2B, MP3, K12, PISA2022, 5G, Web2.0, 17h00, 10kB, m2, COP28, l10n.",
    ),
    ("en", "The file scho0l.pdf, a0b@example.org, [school](https://example.org/scho0l) and `scho0l`."),
    ("en", "He's at the teachers' room; the '90s were “rock 'n' roll”, and a 27\" screen is 5' 11\" away."),
    ("en", "That that is is. What it does does not matter. Those who had had one had a say. New York New York."),
    ("en", "A ratio of 1 : 10, .NET, … and . . . and a smile :) or ;-)"),
    ("en", "“A quotation over two paragraphs opens each.\n\n“It closes only the last.”"),
    ("fr", "« Qu'est-ce que c'est ? » ; l'école : oui ! Nous nous réjouissons, vous vous inscrivez, il a l'\"école\"."),
    ("fr", "Le 1er février, la 2e fois, à 14h30, au XXe siècle, n°10."),
    (
        "nl",
        "'s Morgens zien foto's van zo'n 65+'er er anders uit. Als u u aanmeldt, zijn er er drie; zij zij het traag.",
    ),
    ("de", "Die, die die Umfrage kennen, wissen, dass sie „geprüft werden werden“. Wie geht's? »So«, sagt er."),
    ("sv", 'Han sa ”ja” och "nej". De som deltar deltar gärna; det är på på måndag, kl. 14.30.'),
    ("da", "»Ja,« sagde han. I de de seneste år. Den 1. maj i 1980'erne."),
    ("fi", "Joka joka päivä vastaa, saa ”kiitoksen”. EU:n ja OECD:n 1990-luvun PISA-testi, klo 14.30."),
    ("it", "Un po' di calma: l'1% dell'anno '68, piano piano, «dall'inizio»."),
    ("es", "¿Qué? ¡Sí! El autobús para para recoger; el 1.º, la 2.ª y «casi casi»."),
    ("pt", "Se se inscrever, a 1.ª vez, o 2.º dia; quase quase, «sim»."),
    ("el", "Η ΕΕ, το email του του φίλου, σιγά σιγά, «ναι»· ποιος; Το PDF-αρχείο, 5 μm, 3 kΩ, το eTwinning."),
    ("bg", "EU-то, PDF-ът, PDFът, eTwinning, „да“, 50-те, в XXI век и да да отговори."),
    ("cs", "Setkat se se všemi „učiteli“; je je mnoho. Ve 20. letech, v 17.30 h."),
    ("pl", "W latach 80-tych, „tak”, 10-letni, PISA-2022, o godz. 14.30."),
    ("hu", "Az az ember, is is, egy-egy, „igen”, 2027. február 19-ig, 10-kor, PISA-teszt."),
    ("ga", "Tá sé sa bhaile; an an-lá é? Do do scoil. ‘Sea’, “sea”. 1ú lá, na 1990idí."),
    ("mt", "Ta' Malta, f'dan l-istħarriġ ma' xulxin; l-għodod u l-iskejjel ta' “llum”."),
    ("lt", "„Taip“, 2027 m. vasario 19 d., 17.30 val., XXI a."),
    ("lv", "“Jā”, 2027. gada 19. februāris, plkst. 17.30."),
    ("et", "„Jah“, 19. veebruar kell 17.30, 1990ndad, PISA-test."),
    ("ro", "„Da”, 19 februarie, ora 17.30, foarte foarte bine, și și-a spus."),
    ("sk", "„Áno“, 19. februára o 17.30 h, 80-te roky; je je veľa."),
    ("sl", "„Da“ ali »da«, 19. februarja ob 17.30, da da odgovor; je je veliko."),
    ("hr", "„Da”, 19. veljače u 17.30, da da odgovor, 80-ih godina."),
]


@pytest.mark.parametrize(("lang", "text"), RIGHT)
def test_a_right_sentence_is_left_alone(lang: str, text: str) -> None:
    """No rule of text reports anything in it."""
    path = f"pages/about/{lang}.md"
    written = WrittenVersion(path, lang, Header(title="T"), {}, text, 1, split(text, path))
    assert [(p.name, p.values) for p in text_findings(written)] == []


@pytest.mark.parametrize("text", ["", "\n\n", "#", "**", "[](", "| |\n|-|", "![](", '"', "<table>", "\0"])
def test_no_text_is_too_odd(text: str) -> None:
    """A rule accepts any text, including an empty one."""
    path = "pages/about/en.md"
    written = WrittenVersion(path, "en", Header(), {}, text, 1, split(text, path))
    assert {p.name for p in text_findings(written)} <= {rule.name for rule in rules()}
