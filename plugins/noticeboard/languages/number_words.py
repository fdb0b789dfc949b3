"""Numbers and hours in words: whether a text says in words what another says in digits."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from noticeboard.languages.tags import shortened

_VALUES = (*range(1, 13), 20, 100, 1000)
"""The numbers that stand in each row of _WORDS, in this order."""

_WORDS = {
    "bg": "ед/първ дв/втор три/трет/трим четир/четв пет шест сед осем/осм девет десет единад/единай двана/дванай "
    "двадесет сто/стот хиляд/хилд",
    "cs": "jed/prv dv/druh/oba/obě tř čtyř/čtvrt pět/pat/pát šest sedm osm dev deset/desát/desít jedenáct dvanáct "
    "dvac sto/set/sta tisíc",
    "da": "en/én/et/ét/først to/anden/andet/begge tre fire/fjerde fem seks/sjette syv otte ni ti el tolv tyve hundred "
    "tusind",
    "de": "ein/erst zwei/zwo/beid drei/dritt vier fünf sechs sieb acht neun zehn elf zwölf/dutzend zwanzig hundert "
    "tausend",
    "el": "έν/μία/μια/μιας/πρώτ δύο/δυο/δεύτερ τρε/τρί/τρι τέσσερ/τεσσάρ/τέταρτ πέντε/πέμπτ έξι/έκτ επτά/εφτά/έβδομ "
    "οκτώ/οχτώ/όγδο εννέα/εννιά/ένατ δέκα/δέκατ έντεκα/ενδέκατ δώδεκα/δωδέκατ είκοσι/εικοστ εκατό/εκατον/εκατοστ χίλι/"
    "χιλιάδ",
    "en": "one/first/once/single/an/a two/second/both/twice/pair three/third four five/fifth six seven eight nine/"
    "ninth ten eleven twelve/twelfth/dozen twent hundred thousand",
    "es": "un/prim dos/segund/amb tres/terc cuatro/cuart cinco/quint seis/sext siete/séptim ocho/octav nueve/noven "
    "diez/décim once doce/docena veint cien mil",
    "et": "üks/ühe/üht/esime kaks/kahe/kaht/tei/mõlem kolm neli/nelja viis/viie viit/kuus/kuue/kuut seitse/seitsm "
    "kaheksa üheksa kümme/kümne üksteist/üheteist kaksteist/kaheteist kakskümmend/kahekümne sada/saja tuhat/tuhande",
    "fi": "yksi/yhde/yhtä/yhte/ensimmäi kaksi/kahde/kahta/kahte/toi/molem kolm neljä viisi/viide/viittä/viite/viides "
    "kuusi/kuude/kuutta seitsemä/seitsen kahdeksa yhdeksä kymmen yksitoista/yhdentoista kaksitoista/kahdentoista "
    "kaksikymm/kahdenkymm sata/sada/sato tuhat/tuhan",
    "fr": "un/premi deux/second trois/tiers quatr cinq six sept huit neuf/neuv dix onz douz ving cent mil",
    "ga": "aon/amháin/haon/ceann/duine/chéad dá/dó/dhá/beirt/dara trí/triúr/tríú ceath/ceith/cheith cúig/chúig sé/shé/"
    "seis seacht/sheacht ocht/hocht nao deich/dheich aon/haon dhá/dó fich céad/chéad míle/mhíle",
    "hr": "jed/prv dv/drug/oba/obje tri/troj/treć četir/četv pet šest sed osam/osm dev deset jedana dvana dvade sto/"
    "stot tisuć",
    "hu": "egy/első két/kett/második/mindk hár/harm négy/negy öt/ötöd hat hét/het nyolc kilenc tíz/tize tizenegy "
    "tizenk húsz/husz száz ezer/ezr",
    "it": "un/prim due/second/entramb tre/terz quattr/quart cinqu/quint sei/sest sette/settim otto/ottav nov dieci/"
    "decim/decina undic dodic/dozzin vent cent mill/mila",
    "lt": "vien/pirm du/dv/antr/ab tr/treč ketur/ketv penk šeš septyn/septin aštuon/aštun devyn/devin dešim vienuol "
    "dvyl dvideš šimt tūkst",
    "lv": "vien/pirm div/otr/ab trīs/tri/trij/treš četr/cetu piec/piek seš/sest septi astoņ/astot deviņ/devīt desmit "
    "vienpad divpad divdes simt tūkst",
    "mt": "wieħed/waħda/ewwel tnejn/żewġ/tieni tlieta/tliet/tielet erb/raba ħams/ħames/ħame/ħam sit/sitt seb/sab "
    "tmien/tmin dis għax ħdax tnax għox mij/mit elf",
    "nl": "een/één/eerst twee/tweede/beide drie/derde vier vijf zes zeven acht negen tien elf twaalf/dozijn "
    "twintig honderd duizend",
    "pl": "jed/pierwsz dw/drug/ob trz/tro/trój czter/czwa/czwó pię/pią sześ/szóst/szost siedm/siedem/siód ośm/osiem/"
    "ósm dziewię/dziewią dziesię/dziesią jedena dwana dwadz sto/stu/setk/set tysi",
    "pt": "um/prim dois/duas/segund/ambos/ambas três/terc quatr/quart cinco/quint seis/sext sete/sétim oito/oitav nov "
    "dez/décim onze doze/dúzia vint cem/cent mil",
    "ro": "un/o/prim/întâi doi/dou/ambel/amând trei/treia patr cinc șas/şas șapt/şapt opt nou zec unsprez doisprez/"
    "douăsprez douăzec sut/o mie/mii",
    "sk": "jed/prv dv/druh/ob tri/tro/tret štyr/štvrt päť/piat/päto šesť/šest/šies sedem/sedm/siedm osem/ôsm/osm deväť/"
    "deviat desať/desiat jedenás dvanás dvads sto/stov/sta tisíc",
    "sl": "en/prv dv/drug/ob tri/treh/trem/tret štir/četrt pet šest sedem/sedm osem/osm devet deset enajst dvanajst "
    "dvajs sto/stot tisoč",
    "sv": "en/ett/först två/andra/båda tre/tredj fyra/fjärd fem sex/sjätte sju åtta/åttond nio tio/tionde elva/elfte "
    "tolv/dussin tjug hundra tusen",
}
"""How words begin that mean each of the numbers, as cardinals, ordinals and in other forms."""

_HOURS = {
    "12:00": "noon midday обяд пладне poledn middag mittag μεσημέρι mediodía keskpäev lõuna keskipäiv puolipäiv midi "
    "nóin podne mezzogiorno vidurdien pusdien nofsinhar południ meio-dia amiaz poludn poldne opoldne dél délben",
    "0:00": "midnight полунощ půlno midnat mitternacht μεσάνυχτα medianoche kesköö keskiyö minuit ponoć éjfél "
    "mezzanotte vidurnak pusnak nofsillejl middernacht północ meia-noite polno midnatt miezul",
}
"""How words for hours begin, in all languages together."""

_ROMAN = {
    1000: "M",
    900: "CM",
    500: "D",
    400: "CD",
    100: "C",
    90: "XC",
    50: "L",
    40: "XL",
    10: "X",
    9: "IX",
    5: "V",
    4: "IV",
    1: "I",
}
_LARGEST_ROMAN = 3999
_MIDNIGHT = ("24:00", "23:59")


def in_words(text: str, value: str, tag: str) -> bool:
    """Whether the text of that language says a number or a time in words or in Roman numerals.

    `value` is as languages/readings.py has it. Numbers up to twelve, twenty, a hundred and a thousand are looked for in
    the 24 official languages; of another language all of those are taken to be there.
    """
    hour = value if ":" in value else f"{value}:00"
    words = _HOURS.get("0:00" if hour in _MIDNIGHT else hour, "")
    if words and _beginning(words.replace(" ", "/")).search(text):
        return True
    return value.isdecimal() and len(value) <= len(str(_LARGEST_ROMAN)) and _number_in_words(text, int(value), tag)


def _number_in_words(text: str, number: int, tag: str) -> bool:
    if 0 < number <= _LARGEST_ROMAN and _is_word(_roman(number), text):
        return True
    row = next((_WORDS[t] for t in shortened(tag) if t in _WORDS), "")
    if number not in _VALUES or not row:
        return number in _VALUES
    return bool(_beginning(row.split(" ")[_VALUES.index(number)]).search(text))


@lru_cache(maxsize=512)
def _beginning(words: str) -> re.Pattern[str]:
    """What finds a word that begins with one of the words, which a "/" separates."""
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words.split('/')))})", re.IGNORECASE)


def _is_word(word: str, text: str) -> bool:
    return word in text and bool(re.search(rf"(?<!\w){word}(?![^\W_]{{3}})", text))


@cache
def _roman(number: int) -> str:
    written = ""
    for value, letters in _ROMAN.items():
        written += letters * (number // value)
        number %= value
    return written
