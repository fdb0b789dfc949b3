"""How words of a language change, as far as a search needs it: endings to cut, ends and beginnings that change.

The tables are no morphology: they give beginnings that the forms of a word have in common, for an index that finds
all words with a beginning. Endings follow the light stemmers of J. Savoy, "Light stemming approaches for the French,
Portuguese, German and Hungarian languages" (2006) and "Searching strategies for the Bulgarian language" (2007),
L. Dolamic and J. Savoy, "Indexing and stemming approaches for the Czech language" (2009), K. Krēsliņš, "A stemming
algorithm for Latvian" (1996), and Snowball's stemmers for what it covers. Changes of consonants and vowels are those
of school grammars: palatalisation in Slavic and Baltic languages, consonant gradation in Finnish and Estonian, initial
mutations in Irish (An Caighdeán Oifigiúil), the euphonic vowel and broken plurals in Maltese.
"""

# Letters of many scripts and typographic apostrophes are meant.
# ruff: noqa: RUF001, RUF002

from __future__ import annotations

import unicodedata
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class WordForms:
    """How words change in a language; every text is lower case and without diacritical marks (NFD, no category M).

    `endings` can be cut. `changes` and `fronts` are ("k", "c"): the end or the beginning of a word, and what stands for
    it in another form. `elided` says that a short word may be joined to the next with an apostrophe ("l’enquête").
    """

    endings: tuple[str, ...] = ()
    changes: tuple[tuple[str, str], ...] = ()
    fronts: tuple[tuple[str, str], ...] = ()
    elided: bool = False


def word_forms(lang: str) -> WordForms:
    """How words change in that language; nothing where it is not known."""
    base = lang.partition("-")[0]
    return WordForms(
        tuple(_bare(_ENDINGS.get(base, "")).split()),
        _pairs(_CHANGES.get(base, "")),
        _pairs(_FRONTS.get(base, "")),
        base in _ELIDED,
    )


def _bare(text: str) -> str:
    """The text as a search compares it."""
    marked = unicodedata.normalize("NFD", text)
    return "".join(c for c in marked if not unicodedata.category(c).startswith("M"))


def _pairs(table: str) -> tuple[tuple[str, str], ...]:
    found = (entry.partition(">") for entry in _bare(table).split())
    return tuple((left, right) for left, _, right in found)


_ELIDED = frozenset(("fr", "ga", "it", "mt"))

_ENDINGS = {
    "ar": "ات ون ين ان ة ها هم ي",
    "bg": "ият ия ът ят ите ата ето ето та то те овете ове ищата ища а я е и о у ю",
    "cs": "atům atech ami emi ama ách ech ích ího ého ímu ému ými ími ovi ové ových ům em ou ám y a e ě i í o u",
    "da": "ernes erne enes ene ets ens ers er en et es e s",
    "de": "innen in ungen ern en er em es e n s",
    "el": "ματα ματος ματων μα εας εις εων ους ιου ιων ιας ιες ιο ια ας ες ης ος ου ων οι ον ο α η ι ε",
    "en": "ies ied ing ers er ed es s y e",
    "es": "aciones ación iones ión ar er ir ados adas ado ada os as es o a e s",
    "et": "deks dele dega desse dest delt des tele test tesse te de sse st le lt ga ks ta t d s l na ni e i u a",
    "fi": (
        "issa ista itta ita iksi ina ille illa ilta iin ien iden eiden oiden ssa sta lla lta lle ksi"
        " na tta een aan oon uun yyn hin seen siin ia ja en in n t a i"
    ),
    "fr": (
        "ements ement ations ation ateurs ateur atrices atrice euses euse eurs eur rices rice ives ive ifs if iennes"
        " ienne iens ien antes ante ants ant entes ente ents ent elles elle els el ales ale aux al ées ée és é es e s"
        " er ir re x"
    ),
    "ga": "eanna anna ibh aibh acha aí í a e",
    "hr": "ovima evima ijama ama ima ovi evi ova eva om em og eg oj ega omu emu ih im a e i o u",
    "hu": (
        "okban akban ekben ákban ékben oknak eknek aknak okkal ekkel akkal okra ekre akra okat eket akat ban ben nak"
        " nek hoz hez val vel ig ról ről tól től ból ből ra re ak ek ok at et ot jei eit ja je t k i a e"
    ),
    "it": "azioni azione mente atori atore trici trice che chi ghe ghi are ere ire ati ate ato ata i e o a",
    "lt": "iams iems oms ems uose ose yse iose iais ais omis emis iui ui uje ame yje eje iai ai as is ys us es os s "
    "a e i o u ų ą ę į",
    "lv": "ajiem ajam iem am em im os as es is us um ie s a e i u o",
    "mt": "ijiet iet iji ji at ien in i a u",
    "nl": "eren heden en ers er e s",
    "pl": "ami ach owi owie ego emu ymi imi ych ich iem em om ów ko ie y a ą e ę i o u",
    "pt": "ações ação ções ção ões ão mente ar er ir ados adas ado ada ais al eis el os as es o a e s",
    "ro": "urilor urile ilor elor ului ul lor ile ele iii ii ei ea le a ă i e u",
    "sk": "ami och ách ach iam ám am mi ou ov om ej eho ého emu ému ých ích ím y ý a á e i í o u ia ie iu",
    "sl": "ami ama ema ima om em ov ev ih im ega emu ah eh a e i o u",
    "sv": "ornas orna arnas arna ernas erna ens ets ar er or en et n t s a e",
}

_DUTCH_VOWELS = " ".join(f"{v}{v}{c}>{v}{c}" for v in "aeou" for c in "dgklmnprst")
"""A long vowel is written once in an open syllable: leraar, leraren."""

_SLENDER = " ".join(f"{v}{c}>{v}i{c} {v}i{c}>{v}{c}" for v in "aou" for c in "dlnrs")
"""A noun of the first declension ends in a slender consonant in other cases: leabhar, leabhair."""

_CHANGES = {
    "bg": "к>ц ци>к ците>к г>з зи>г х>с дете>деца деца>дете",
    "cs": "ka>ek ek>k ec>c en>n k>c ci>k h>z dítě>dět děti>dít",
    "da": "er>r barn>børn børn>barn mand>mænd bog>bøg",
    "en": "y>i ies>y",
    "es": "z>c ces>z",
    "et": "ne>s ste>ne sed>ne ps>s aeg>aj ajad>aeg gu>o",
    "fi": (
        "us>uks ukset>us ys>yks ykset>ys os>oks okset>os is>iks as>a nen>s set>nen psi>s uus>uud aika>aja"
        " mpi>mm mmat>mp kka>k kko>k kki>k ppa>p ppi>p ppu>p tta>t tti>t ttu>t nki>ng nka>ng nta>nn nti>nn lta>ll"
        " lto>ll rta>rr rti>rr mpa>mm ta>d to>d ti>d tu>d"
    ),
    "fr": "al>aux aux>al",
    "ga": (
        f"{_SLENDER} ach>aigh ach>aí aigh>ach ir>ior iortha>ir toradh>torth torthaí>toradh cara>caird"
        " bean>mná mná>bean duine>daoin daoine>duin teach>tithe tithe>teach lá>laeth"
    ),
    "hr": "k>c ci>k g>z h>s ac>c ak>k ka>ak dijete>djec djeca>djet djece>djet",
    "hu": "ő>e",
    "it": "co>ch ca>ch go>gh ga>gh",
    "lt": "tis>č dis>dž tė>č dė>dž",
    "lv": "de>ž te>š dis>ž tis>š",
    "mt": (
        "skola>skejjel skejjel>skola tifel>tfal tifla>tfal tfal>tif ktieb>kotb kotba>ktieb dar>djar belt>bliet"
        " triq>toroq sena>snin xahar>xhur jum>jiem mara>nisa sieħeb>sħab qalb>qlub"
    ),
    "nl": f"f>v s>z {_DUTCH_VOWELS}",
    "pl": "ła>l le>ł ka>ek ek>k ki>k ta>c da>dz ra>rz ga>dz eń>n iec>c",
    "pt": "ão>õ ões>ã al>ai ais>al el>ei l>is",
    "ro": "oală>ol oară>or oană>on oată>ot or>oar il>ii iii>il dă>z",
    "sk": "ka>ok ka>ek ok>k ek>k ec>c k>c ci>k dieťa>det deti>diet",
    "sl": "ec>c ek>k el>l k>c ci>k",
    "sv": "er>r ar>r bok>böck",
}

_FRONTS = {
    "ar": ">ال ال> >وال >بال >لل",
    "ga": (
        "a>ha e>he i>hi o>ho u>hu ha>a he>e hi>i ho>o hu>u"
        " b>bh b>mb c>ch c>gc d>dh d>nd f>fh f>bhf g>gh g>ng m>mh p>ph p>bp s>sh s>ts t>th t>dt"
        " bh>b mb>b ch>c gc>c dh>d nd>d fh>f bhf>f gh>g mh>m ph>p bp>p sh>s ts>s th>t dt>t"
    ),
    "mt": "s>is is>s x>ix ix>x m>im n>in r>ir l>il",
}
