"""Words of links that do not say where they lead, per language: "here", "click here", "read more"."""

# Articles of one Greek letter and typographic marks are meant.
# ruff: noqa: RUF001

from __future__ import annotations

from functools import cache

_VAGUE = {
    "bg": "тук|натиснете тук|кликнете тук|щракнете тук|вижте тук|линк|връзка|този линк|тази връзка|още|повече"
    "|прочетете повече|научете повече|вижте повече|повече информация",
    "cs": "zde|tady|sem|klikněte zde|klikněte sem|odkaz|tento odkaz|více|číst dál|číst více|přečtěte si více"
    "|zjistit více|více informací",
    "da": "her|klik her|se her|link|linket|dette link|mere|læs mere|læs videre|se mere|mere information",
    "de": "hier|hier klicken|klicken sie hier|klick hier|link|dieser link|diesem link|diesen link|mehr|weiter"
    "|weiterlesen|mehr lesen|lesen sie mehr|mehr erfahren|erfahren sie mehr|mehr informationen"
    "|weitere informationen",
    "el": "εδώ|κλικ εδώ|κάντε κλικ εδώ|πατήστε εδώ|δείτε εδώ|σύνδεσμος|ο σύνδεσμος|αυτόν τον σύνδεσμο"
    "|περισσότερα|διαβάστε περισσότερα|μάθετε περισσότερα|δείτε περισσότερα|περισσότερες πληροφορίες",
    "en": "here|click here|click|tap here|see here|link|this link|follow this link|this page|this|more|read more"
    "|learn more|find out more|see more|continue reading|more information|more info",
    "es": "aquí|haga clic aquí|haz clic aquí|pulse aquí|pinche aquí|clic aquí|enlace|este enlace|más|leer más"
    "|ver más|saber más|seguir leyendo|más información",
    "et": "siin|siia|siit|vajutage siia|klõpsake siin|klõpsake siia|link|see link|rohkem|loe edasi|loe rohkem"
    "|loe lähemalt|lisateave|lisainfo",
    "fi": "tässä|täällä|täältä|tästä|napsauta tästä|klikkaa tästä|paina tästä|linkki|tämä linkki|tästä linkistä"
    "|lisää|lue lisää|katso lisää|lisätietoja",
    "fr": "ici|cliquez ici|cliquer ici|lien|ce lien|plus|en savoir plus|lire plus|lire la suite|voir plus"
    "|plus d'informations",
    "ga": "anseo|cliceáil anseo|nasc|an nasc seo|tuilleadh|léigh tuilleadh|foghlaim tuilleadh|tuilleadh eolais",
    "hr": "ovdje|kliknite ovdje|pritisnite ovdje|poveznica|link|ova poveznica|ovoj poveznici|više|pročitajte više"
    "|saznajte više|opširnije|više informacija",
    "hu": "itt|ide|innen|kattintson ide|kattints ide|ide kattintva|link|ez a link|ezen a linken|tovább|bővebben"
    "|további információ|további információk",
    "it": "qui|qua|clicca qui|cliccare qui|cliccate qui|fare clic qui|link|questo link|altro|di più|leggi di più"
    "|leggi tutto|continua a leggere|per saperne di più|scopri di più|maggiori informazioni|ulteriori informazioni",
    "lt": "čia|spauskite čia|spustelėkite čia|paspauskite čia|nuoroda|ši nuoroda|šią nuorodą|daugiau|plačiau"
    "|skaityti daugiau|skaitykite daugiau|sužinokite daugiau|daugiau informacijos",
    "lv": "šeit|te|spiediet šeit|noklikšķiniet šeit|klikšķiniet šeit|saite|šī saite|šo saiti|vairāk|lasīt vairāk"
    "|lasiet vairāk|uzziniet vairāk|plašāk|vairāk informācijas",
    "mt": "hawn|hemm|ikklikkja hawn|agħfas hawn|link|din il-link|aktar|aqra aktar|kompli aqra|aktar informazzjoni",
    "nl": "hier|klik hier|lees hier|zie hier|link|deze link|via deze link|deze pagina|meer|lees meer|lees verder"
    "|meer lezen|meer informatie|meer info",
    "pl": "tu|tutaj|kliknij tutaj|kliknij tu|proszę kliknąć tutaj|link|ten link|pod tym linkiem|więcej"
    "|czytaj więcej|czytaj dalej|dowiedz się więcej|zobacz więcej|więcej informacji",
    "pt": "aqui|clique aqui|carregue aqui|prima aqui|link|ligação|hiperligação|esta ligação|este link"
    "|esta hiperligação|mais|ler mais|leia mais|saber mais|saiba mais|ver mais|mais informações",
    "ro": "aici|clic aici|click aici|faceți clic aici|apăsați aici|link|linkul|acest link|mai mult|mai multe"
    "|citește mai mult|citiți mai mult|aflați mai multe|află mai multe|mai multe informații",
    "sk": "tu|sem|kliknite sem|kliknite tu|odkaz|tento odkaz|viac|čítať viac|čítať ďalej|čítajte viac"
    "|zistite viac|viac informácií",
    "sl": "tukaj|tu|kliknite tukaj|kliknite tu|povezava|ta povezava|na tej povezavi|več|preberite več|preberi več"
    "|izvedite več|več informacij",
    "sv": "här|klicka här|tryck här|se här|läs här|länk|länken|den här länken|denna länk|mer|läs mer|läs vidare"
    "|se mer|mer information|mer info",
}
_ENDS = " \t\n\u00a0\u202f.,:;!?…\"'“”„«»‘’‹›()[]<>→⇒▶►–—-"


def says_nothing(words: str, lang: str) -> bool:
    """Whether the words of a link say nothing of where it leads, in that language; in one not listed, never."""
    said = " ".join(words.strip(_ENDS).lower().replace("’", "'").split())
    return said in _vague(lang.partition("-")[0])


@cache
def _vague(language: str) -> frozenset[str]:
    return frozenset(_VAGUE.get(language, "").split("|")) - {""}
