"""Languages somebody may want to speak with us, as codes: a code has no room for a name.

Three-letter codes stand where a language has no code of two (ISO 639-1, 639-3); «mis» is one that is not on the list.
"""

from __future__ import annotations

from typing import Final

from oppvekst.domain.information.rules.saying import marked as _

LANGUAGES: Final[dict[str, str]] = {
    "nb": _("norsk"),
    "en": _("engelsk"),
    "se": _("nordsamisk"),
    "nsl": _("norsk tegnspråk"),
    "ar": _("arabisk"),
    "prs": _("dari"),
    "fa": _("farsi"),
    "kmr": _("kurmanji"),
    "lt": _("litauisk"),
    "ps": _("pashto"),
    "pl": _("polsk"),
    "ro": _("rumensk"),
    "ru": _("russisk"),
    "so": _("somali"),
    "ckb": _("sorani"),
    "es": _("spansk"),
    "sw": _("swahili"),
    "th": _("thai"),
    "ti": _("tigrinja"),
    "tr": _("tyrkisk"),
    "uk": _("ukrainsk"),
    "ur": _("urdu"),
    "vi": _("vietnamesisk"),
    "mis": _("et annet språk"),
}
# What its speakers call it, so that one finds one's own.
ENDONYMS: Final[dict[str, str]] = {
    "en": "English", "se": "davvisámegiella", "ar": "العربية", "prs": "دری", "fa": "فارسی", "kmr": "kurmancî", "lt": "lietuvių",
    "ps": "پښتو", "pl": "polski", "ro": "română", "ru": "русский", "so": "Soomaali", "ckb": "سۆرانی", "es": "español",
    "sw": "Kiswahili", "th": "ไทย", "ti": "ትግርኛ", "tr": "Türkçe", "uk": "українська", "ur": "اردو", "vi": "Tiếng Việt",
}  # fmt: skip
