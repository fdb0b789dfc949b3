"""How alphabetical order in each language departs from the root order (DUCET).

Source: CLDR, common/collation, standard collation of each language, brought to the order of CLDR 48 (as ICU 78 sorts),
in CLDR's rule syntax (UTS #35, Collation):
"&N < ñ <<< Ñ" puts ñ after n as a letter of its own, and Ñ after it by case alone; "<<" is a difference of accent;
"[before 1]" and "[before 2]" mean just before what is named; "ccs/cs" sorts as what is before it followed by cs.
CLDR names some capitalisations of such pairs only; the others sort as their letters. Left out are letters of other
languages that CLDR places too (ŧ in Finnish). Pyuca's root order lacks the Ukrainian ї, so it appears here.

Not in the table, and so in root order: de, en, fr, ga, it, nl, pt.
"""
# Letters are the subject here, so characters that look like others are meant.
# ruff: noqa: RUF001

from __future__ import annotations

RULES = {
    "ar": "&[before 2]ا << آ/ا << ء << أ << ؤ << إ << ئ &[before 2]ت << ة &[before 2]ي << ى",
    "cs": "&C < č <<< Č &H < ch <<< cH <<< Ch <<< CH &R < ř <<< Ř &S < š <<< Š &Z < ž <<< Ž",
    "da": (
        "&D << đ <<< Đ << ð <<< Ð &t <<< þ/h &T <<< Þ/h &Y << ü <<< Ü << ű <<< Ű"
        "&[before 1]ǀ < æ <<< Æ << ä <<< Ä < ø <<< Ø << ö <<< Ö << ő <<< Ő << œ <<< Œ"
        "< å <<< Å <<< aa <<< Aa <<< AA"
    ),
    "es": "&N < ñ <<< Ñ",
    "et": "&[before 1]T < š <<< Š < z <<< Z < ž <<< Ž &[before 1]X < õ <<< Õ < ä <<< Ä < ö <<< Ö < ü <<< Ü",
    "eu": "&N < ñ <<< Ñ",
    "fi": "&Y << ü <<< Ü &[before 1]ǀ < å <<< Å < ä <<< Ä << æ <<< Æ < ö <<< Ö << ø <<< Ø",
    "gl": "&N < ñ <<< Ñ",
    "hr": (
        "&C < č <<< Č < ć <<< Ć &D < dž <<< Dž <<< DŽ < đ <<< Đ &L < lj <<< Lj <<< LJ"
        "&N < nj <<< Nj <<< NJ &S < š <<< Š &Z < ž <<< Ž"
    ),
    "hu": (
        "&C < cs <<< Cs <<< CS &D < dz <<< Dz <<< DZ &DZ < dzs <<< Dzs <<< DZS &G < gy <<< Gy <<< GY"
        "&L < ly <<< Ly <<< LY &N < ny <<< Ny <<< NY &S < sz <<< Sz <<< SZ &T < ty <<< Ty <<< TY"
        "&Z < zs <<< Zs <<< ZS &O < ö <<< Ö << ő <<< Ő &U < ü <<< Ü << ű <<< Ű"
        "&cs <<< ccs/cs &Cs <<< Ccs/cs &CS <<< CCS/CS &dz <<< ddz/dz &Dz <<< Ddz/dz &DZ <<< DDZ/DZ"
        "&dzs <<< ddzs/dzs &Dzs <<< Ddzs/dzs &DZS <<< DDZS/DZS &gy <<< ggy/gy &Gy <<< Ggy/gy &GY <<< GGY/GY"
        "&ly <<< lly/ly &Ly <<< Lly/ly &LY <<< LLY/LY &ny <<< nny/ny &Ny <<< Nny/ny &NY <<< NNY/NY"
        "&sz <<< ssz/sz &Sz <<< Ssz/sz &SZ <<< SSZ/SZ &ty <<< tty/ty &Ty <<< Tty/ty &TY <<< TTY/TY"
        "&zs <<< zzs/zs &Zs <<< Zzs/zs &ZS <<< ZZS/ZS"
    ),
    "lt": (
        "&A << ą <<< Ą &C < č <<< Č &E << ę <<< Ę << ė <<< Ė &I << į <<< Į << y <<< Y &S < š <<< Š"
        "&U << ų <<< Ų << ū <<< Ū &Z < ž <<< Ž"
    ),
    "lv": (
        "&A < ā <<< Ā &C < č <<< Č &E < ē <<< Ē &G < ģ <<< Ģ &I < y <<< Y < ī <<< Ī &K < ķ <<< Ķ"
        "&L < ļ <<< Ļ &N < ņ <<< Ņ &O < ō <<< Ō &R < ŗ <<< Ŗ &S < š <<< Š &U < ū <<< Ū &Z < ž <<< Ž"
    ),
    "mt": (
        "&[before 1]c < ċ <<< Ċ &[before 1]g < ġ <<< Ġ &[before 1]h < għ <<< gĦ <<< Għ <<< GĦ"
        "&[before 1]i < ħ <<< Ħ &[before 1]z < ż <<< Ż"
    ),
    "pl": (
        "&A < ą <<< Ą &C < ć <<< Ć &E < ę <<< Ę &L < ł <<< Ł &N < ń <<< Ń &O < ó <<< Ó &S < ś <<< Ś"
        "&Z < ź <<< Ź < ż <<< Ż"
    ),
    "ro": "&A < ă <<< Ă < â <<< Â &I < î <<< Î &S < ş = ș <<< Ş = Ș &T < ţ = ț <<< Ţ = Ț",
    "sk": (
        "&A < ä <<< Ä &C < č <<< Č &H < ch <<< cH <<< Ch <<< CH &O < ô <<< Ô &R < ř <<< Ř &S < š <<< Š &Z < ž <<< Ž"
    ),
    "sl": "&C < č <<< Č < ć <<< Ć &D < đ <<< Đ &S < š <<< Š &Z < ž <<< Ž",
    "sq": (
        "&C < ç <<< Ç &D < dh <<< Dh <<< DH &E < ë <<< Ë &G < gj <<< Gj <<< GJ &L < ll <<< Ll <<< LL"
        "&N < nj <<< Nj <<< NJ &R < rr <<< Rr <<< RR &S < sh <<< Sh <<< SH &T < th <<< Th <<< TH"
        "&X < xh <<< Xh <<< XH &Z < zh <<< Zh <<< ZH"
    ),
    "sr-Latn": (
        "&C < č <<< Č < ć <<< Ć &D < dž <<< Dž <<< DŽ < đ <<< Đ &L < lj <<< Lj <<< LJ"
        "&N < nj <<< Nj <<< NJ &S < š <<< Š &Z < ž <<< Ž"
    ),
    "sv": (
        "&D << đ <<< Đ << ð <<< Ð &t <<< þ/h &T <<< Þ/h &Y << ü <<< Ü << ű <<< Ű"
        "&[before 1]ǀ < å <<< Å < ä <<< Ä << æ <<< Æ << ę <<< Ę < ö <<< Ö << ø <<< Ø << ő <<< Ő << œ <<< Œ << ô <<< Ô"
    ),
    "tr": "&C < ç <<< Ç &G < ğ <<< Ğ &[before 1]i < ı <<< I &i <<< İ &O < ö <<< Ö &S < ş <<< Ş &U < ü <<< Ü",
    "uk": "&Г < ґ <<< Ґ &І < ї <<< Ї",
}
"""CLDR's tailoring rules by language."""

UPPER_FIRST = frozenset({"da", "mt"})
"""Where a capital comes before its small letter ([caseFirst upper])."""

OWN_SCRIPT = {"ar": ("ء", "ے"), "bg": ("а", "ӏ"), "el": ("α", "ω"), "uk": ("а", "ӏ")}
"""Where the language's own script comes before Latin ([reorder]): its first and last letter in root order."""
