"""Words that appear twice in a row by mistake, and those that may do so rightly, per language.

Drawn up from school grammars, and kept short on purpose. In many languages a word may follow itself: pronouns before
articles (de "die die", nl "het het"), particles before prepositions (sv "på på", cs "se se"), reflexives (fr "nous
nous", pt "se se"), words repeated for emphasis (it "piano piano", el "σιγά σιγά"), a verb that ends one clause and
begins the next (nl "wie meedoen doen").
"""

# Words of one Greek or Cyrillic letter are meant.
# ruff: noqa: RUF001

from __future__ import annotations

_NEVER = {
    "bg": "и или в във на за от с със към през при се че ще",
    "cs": "a nebo v ve na do z ze k od pro že aby o po při za",
    "da": "en et og eller ikke sin sit sine hos mellem gennem uden",
    "de": "des einem einen eines und oder von für in im am zum zur vom beim nicht dass auch sich",
    "el": "και ή το τα τη την τον των τις οι ο η να θα από για στο στη στην στον στα στις στους ότι δεν",
    "en": "a an the and or of to by from with into their your our its we be been but if",
    "es": "el la los las un una de del al y o en con por se su sus a lo",
    "et": "ja või ning et ka aga",
    "fi": "ja tai että sekä myös mutta kun jos",
    "fr": "le la les un une des du de et ou à au aux dans par sur cette ces leurs votre vos notre nos se ne",
    "ga": "agus nó na sa ach ag",
    "hr": "i ili u na do od za pri iz o po kod ako",
    "hu": "a és mint valamint illetve amely",
    "it": "il lo la i gli le un una di del della dei delle e ed o in con per da dal al alla nel nella a non",
    "lt": "ir ar į iš su nuo už prie apie kad bet arba",
    "lv": "un vai ar no uz par pie ka",
    "mt": "u jew fi għal minn biex ta'",
    "nl": "de een en of met te uw",
    "pl": "i oraz lub w na do z ze od dla przez że o po się czy za",
    "pt": "o os as um uma de do da dos das e em no na com por à ao seu sua ou",
    "ro": "de la în pe cu sau un pentru din că să",
    "sk": "a alebo v vo na do z od pre že aby o po pri za sa",
    "sl": "in ali v na do z od za pri o po ter",
    "sv": "en ett och eller inte sin sitt sina hos vid mellan genom",
}
"""Words that do not follow themselves in any sentence."""

_RIGHTLY = {
    "bg": "много малко едва почти бавно съвсем",
    "cs": "velmi hodně pomalu trochu dlouho",
    "da": "meget aldrig mange langt længe disse",
    "de": "werden diese dieser dieses diesen welche jeder immer viele wieder alles einer eine denen deren ihnen ihrer",
    "el": "σιγά λίγο πρώτα γρήγορα μόλις γύρω ακόμα ακόμη δίπλα κάπου σχεδόν πότε κάθε",
    "en": "really truly never there those these which would again",
    "es": "luego nunca mucho pronto despacio claro bueno",
    "et": "väga palju tasapisi vaikselt aegamisi kaua need nende",
    "fi": "hyvin paljon hiljaa kauan pikku vähän joiden niiden",
    "fr": "toujours jamais presque encore beaucoup parfois",
    "ga": "fada",
    "hr": "jedva malo vrlo skoro polako",
    "hu": "nagyon egyre lassan néha",
    "it": "piano subito quasi tanto molto passo presto proprio terra",
    "lt": "labai daug ilgai tyliai lėtai pamažu beveik",
    "lv": "ļoti daudz klusi ilgi lēnām gandrīz",
    "mt": "ftit ħafna wieħed waħda kmieni malajr sabiħa sabiħ",
    "nl": "zijn hebben worden kunnen willen moeten zullen mogen gaan komen blijven waren hadden heel veel steeds",
    "pl": "bardzo prawie długo powoli",
    "pt": "quase muito nunca devagar pouco",
    "ro": "foarte încet puțin aproape departe repede",
    "sk": "veľmi pomaly trochu dlho",
    "sl": "zelo malo skoraj počasi komaj",
    "sv": "mycket aldrig många långt länge dessa finns",
}
"""Longer words that may follow themselves."""

_CLAUSES = {
    "el": "που όσοι όσες όσα όποιος ό,τι όπου όταν αν",
    "en": "who that which what when where how if as whoever whatever because",
    "es": "que quien quienes cuando donde como si cual cuanto",
    "fr": "qui que qu dont où ce quand lorsque comme si celui ceux celles",
    "ga": "a nach go nuair má cé cad",
    "it": "che chi cui dove quando come se quanto quale",
    "mt": "li min meta fejn jekk kif",
    "nl": "die dat wie wat waar als wanneer omdat zodat hoe toen terwijl of",
    "pt": "que quem onde quando como se qual quanto",
    "ro": "care că cine unde când cum dacă ce",
    "sv": "som att vad vem vilka där när om hur den de det",
}
"""What begins a clause where no comma need end it: after it a word may end the clause and follow itself."""

_SHORTEST = 5
"""Letters of a word that is in no list: shorter ones are mostly particles and pronouns."""


_BEGIN_NAMES = frozenset(["de", "von", "van", "da", "di", "do", "del", "della", "du", "des", "le", "la", "los"])
"""Words that begin a name: "la politique de de Gaulle"."""
_SEPARABLE = ("in in der regel", "de de facto", "von von der ", "in in diesem")
"""Beginnings of phrases that may follow their own first word."""


def is_doubled_by_mistake(word: str, before: str, lang: str, behind: str = "") -> bool:
    """Whether repeating that word, in lower case, is a mistake.

    `before` is the part of its sentence before it, `behind` what follows the second one.
    """
    language = lang.partition("-")[0]
    following = behind.lstrip()
    if word in _BEGIN_NAMES and following[:1].isupper() and language != "en":
        return False
    if f"{word} {word} {following.lower()}".startswith(_SEPARABLE):
        return False
    if word in _NEVER.get(language, "").split():
        return True
    if language not in _NEVER or len(word) < _SHORTEST or word in _RIGHTLY[language].split():
        return False
    return not set(_CLAUSES.get(language, "").split()) & set(before.lower().replace("'", " ").split())
