"""Words that only say that something is a picture or a credit, but not what or whose, per language.

Translation tools and content systems insert them: "image", "graph 0", "alt", "source".
"""

from __future__ import annotations

import re
from functools import cache

_PICTURE = {
    "": "alt img image images pic picture photo jpg jpeg png gif webp svg dsc dscn screenshot banner untitled header"
    " placeholder thumbnail title caption todo tbd xxx none null undefined lorem ipsum test",
    "bg": "изображение снимка картина картинка графика графиката диаграма фигура лого икона илюстрация текст"
    " алтернативен описание статия",
    "cs": "obrázek obrázku obraz fotka foto fotografie graf diagram schéma logo ikona ilustrace text alternativní"
    " popis článek náhled",
    "da": "billede billedet foto fotografi graf diagram figur logo ikon illustration tekst alternativ beskrivelse"
    " billedtekst artikel",
    "de": "bild foto fotografie grafik diagramm abbildung abb schaubild logo icon symbolbild illustration text"
    " alternativtext alt-text bildbeschreibung beschreibung artikelbild titelbild vorschaubild platzhalter artikel",
    "el": "εικόνα εικόνας φωτογραφία γράφημα διάγραμμα σχήμα λογότυπο εικονίδιο κείμενο εναλλακτικό περιγραφή"
    " άρθρο άρθρου γραφικό",
    "en": "photograph graph graphic chart figure fig diagram logo icon illustration alternative text description"
    " article",
    "es": "imagen foto fotografía gráfico gráfica figura diagrama logo logotipo icono ilustración texto alternativo"
    " descripción artículo",
    "et": "pilt foto graafik joonis diagramm logo ikoon illustratsioon tekst alternatiivtekst kirjeldus artikkel"
    " artikli",
    "fi": "kuva kuvio valokuva kaavio graafi logo kuvake kuvitus kuvateksti teksti vaihtoehtoinen kuvaus artikkeli"
    " artikkelikuva",
    "fr": "photographie graphique figure schéma diagramme logo icône illustration texte alternatif description"
    " article visuel vignette",
    "ga": "íomhá pictiúr grianghraf graf cairt fíor léaráid lógó deilbhín téacs malartach",
    "hr": "slika fotografija foto grafikon graf dijagram grafički prikaz logotip logo ikona ilustracija tekst"
    " zamjenski opis članak",
    "hu": "kép fénykép fotó grafikon ábra diagram logó ikon illusztráció szöveg helyettesítő leírás cikk",
    "it": "immagine foto fotografia grafico figura diagramma logo icona illustrazione testo alternativo descrizione"
    " articolo",
    "lt": "paveikslėlis paveikslas vaizdas nuotrauka grafikas diagrama logotipas piktograma iliustracija tekstas"
    " alternatyvusis aprašymas straipsnis straipsnio",
    "lv": "attēls bilde foto fotogrāfija grafiks diagramma zīmējums logotips logo ikona ilustrācija teksts"
    " alternatīvais apraksts raksts",
    "mt": "immaġni stampa ritratt graff figura dijagramma logo ikona illustrazzjoni test alternattiv deskrizzjoni"
    " artiklu",
    "nl": "afbeelding afb plaatje foto grafiek figuur diagram logo pictogram icoon illustratie tekst alternatieve"
    " beschrijving bijschrift artikel artikelafbeelding schermafbeelding",
    "pl": "obraz obrazek zdjęcie foto fotografia wykres rysunek rys diagram logo ikona ilustracja grafika tekst"
    " alternatywny opis artykuł artykułu",
    "pt": "imagem foto fotografia gráfico figura diagrama logo logótipo ícone ilustração texto alternativo descrição"
    " artigo",
    "ro": "imagine imaginea poză foto fotografie grafic grafica figură figura diagramă logo siglă pictogramă"
    " ilustrație text alternativ descriere articol articolului",
    "sk": "obrázok obraz foto fotka fotografia graf diagram logo ikona ilustrácia text alternatívny popis článok",
    "sl": "slika fotografija foto graf grafikon diagram logotip logo ikona ilustracija besedilo nadomestno opis članek",
    "sv": "bild bilden foto fotografi graf diagram figur logotyp logga ikon illustration text alternativ"
    " alternativtext bildtext beskrivning artikel artikelbild",
}
_CREDIT = {
    "": "credit credits copyright source name author photographer unknown internet google",
    "bg": "източник име автор фотограф неизвестен",
    "cs": "zdroj jméno autor fotograf neznámý",
    "da": "kilde navn fotograf ophavsmand ukendt",
    "de": "quelle bildquelle bildnachweis name autor fotograf urheber unbekannt",
    "el": "πηγή όνομα δημιουργός φωτογράφος άγνωστος",
    "es": "fuente nombre autor autora fotógrafo crédito créditos desconocido",
    "et": "allikas nimi autor fotograaf tundmatu",
    "fi": "lähde nimi tekijä kuvaaja tuntematon",
    "fr": "nom auteur photographe crédit crédits inconnu",
    "ga": "foinse ainm údar grianghrafadóir anaithnid",
    "hr": "izvor ime autor fotograf nepoznat",
    "hu": "forrás név szerző fotós ismeretlen",
    "it": "fonte nome autore fotografo crediti sconosciuto",
    "lt": "šaltinis vardas autorius fotografas nežinomas",
    "lv": "avots vārds autors fotogrāfs nezināms",
    "mt": "sors isem awtur fotografu",
    "nl": "bron naam auteur maker fotograaf onbekend",
    "pl": "źródło imię nazwisko autor fotograf nieznany",
    "pt": "fonte nome autor autora fotógrafo créditos desconhecido",
    "ro": "sursă sursa nume autor fotograf necunoscut",
    "sk": "zdroj meno autor fotograf neznámy",
    "sl": "vir ime avtor fotograf neznan",
    "sv": "källa namn fotograf upphovsperson okänd",
}
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_SMALL = frozenset({"a", "an", "no", "nr", "of", "the"})


def is_empty_alt(alt: str, lang: str) -> bool:
    """Whether an alternative text says nothing but that there is a picture, whatever numbers and signs are in it."""
    return _all_words(alt) <= _words("picture", lang) | _SMALL


def is_empty_credit(credit: str, lang: str) -> bool:
    """Whether a credit names nobody, whatever numbers and punctuation it has."""
    return _all_words(credit) <= _words("picture", lang) | _words("credit", lang) | _SMALL


def _all_words(text: str) -> frozenset[str]:
    return frozenset(word.lower() for word in _WORD.findall(text))


@cache
def _words(kind: str, lang: str) -> frozenset[str]:
    """The words of the language, and those of English and of file names, which tools put everywhere."""
    table = _PICTURE if kind == "picture" else _CREDIT
    return frozenset(" ".join(table.get(key, "") for key in ("", "en", lang.partition("-")[0])).split())
