"""What people call things, and what we call them: the site's search looks for both.

A table for anybody to add to. Lower case, one word on the left; what stands on the right is looked for as well.
"""

from __future__ import annotations

import re
from difflib import get_close_matches

MOST_WORDS, LONGEST_WORD = 8, 40
NEARLY = 0.86
"""How alike two words must be to be taken for the same word, misspelt."""

ENDINGS, SHORTEST_STEM = ("mene", "met", "men", "ene", "ane", "ar", "en", "er", "et", "a", "s", "e"), 3

SYNONYMS: dict[str, tuple[str, ...]] = {
    # the service and its phones
    "barnevernsvakt": ("barnevernvakt", "vakttelefon"),
    "barnevernvakt": ("vakttelefon",),
    "barnevernkontor": ("barnevernstjenesten",),
    "cps": ("barnevernstjenesten", "child welfare"),
    "vakt": ("barnevernvakt",),
    "nødtelefon": ("alarmtelefon", "barnevernvakt"),
    "hjelpetelefon": ("alarmtelefon",),
    "116111": ("alarmtelefon",),
    "emergency": ("akutt", "barnevernvakt", "on-call"),
    # worry
    "bekymringsmelding": ("meld", "bekymring", "bekymret"),
    "uromelding": ("bekymring", "meld"),
    "anmelde": ("meld",),
    "varsle": ("meld", "bekymring"),
    "rapportere": ("meld",),
    "report": ("concern", "meld"),
    "vold": ("slår", "slått", "akutt"),
    "slå": ("slår", "vold"),
    "juling": ("slår", "vold"),
    "overgrep": ("vold", "akutt"),
    "omsorgssvikt": ("bekymring",),
    "rus": ("drikker", "ruser"),
    "alkohol": ("drikker",),
    # homes
    "avlastning": ("besøkshjem",),
    "avlastningshjem": ("besøkshjem",),
    "helgehjem": ("besøkshjem",),
    "fosterforeldre": ("fosterhjem",),
    "fostermor": ("fosterhjem",),
    "fosterfar": ("fosterhjem",),
    "beredskapshjem": ("fosterhjem",),
    "fosterheim": ("fosterhjem",),
    "besøksheim": ("besøkshjem",),
    "aktivitetskontakt": ("støttekontakt",),
    "fritidskontakt": ("støttekontakt",),
    "tilsynsfører": ("tilsynsperson",),
    "politiattest": ("attest",),
    "vandelsattest": ("attest",),
    "lønn": ("godtgjøring", "penger"),
    "betaling": ("godtgjøring", "koster"),
    # rights and rules
    "klage": ("uenig", "statsforvalter"),
    "klagerett": ("uenig", "klage"),
    "innsyn": ("lese", "saken"),
    "journal": ("lese", "saken"),
    "gdpr": ("personvern",),
    "personopplysninger": ("personvern",),
    "cookies": ("personvern", "informasjonskapsler"),
    "anonymt": ("anonym",),
    "hemmelig": ("taushetsplikt", "anonym"),
    "tolketjeneste": ("tolk",),
    "interpreter": ("tolk",),
    "omsorgsovertakelse": ("flytte", "utenfor"),
    "institusjon": ("flytte", "utenfor"),
    "miste": ("flytte",),
    "barnevernsinstitusjon": ("flytte", "utenfor"),
    # kinds of help
    "foreldrekurs": ("foreldreprogram", "kurs"),
    "foreldreveiledning": ("veiledning", "foreldreprogram"),
    "pmto": ("foreldreprogram",),
    "cos": ("foreldreprogram",),
    "icdp": ("foreldreprogram",),
    "mst": ("foreldreprogram", "familieteam"),
    "sfo": ("barnehage", "økonomi"),
    "aks": ("barnehage", "økonomi"),
    "fritidsaktiviteter": ("økonomi", "fritid"),
    "penger": ("økonomi", "koster"),
    "ansvarsgruppe": ("samarbeid",),
    "iop": ("plan",),
    "18": ("ettervern",),
    "hybel": ("ettervern",),
    "nav": ("samarbeid",),
    "skilsmisse": ("familievernkontor", "foreldre"),
    "lærer": ("meldeplikt", "ansatt"),
    "barnehagelærer": ("meldeplikt", "ansatt"),
    "helsesøster": ("helsesykepleier",),
    "pedagog": ("meldeplikt", "ansatt"),
}


def words(asked: str) -> list[str]:
    """The words somebody looks for: few, short, in lower case.

    >>> words("  Foster-hjem,  HVA? ")
    ['foster', 'hjem', 'hva']
    """
    found = (word for word in re.findall(r"[^\W_]+", asked[:200].lower()) if len(word) > 1)
    return list(dict.fromkeys(word[:LONGEST_WORD] for word in found))[:MOST_WORDS]


def also(word: str) -> tuple[str, ...]:
    """What else a word may mean, also when it is misspelt or has an ending.

    >>> also("avlastningshjemmet"), also("tilsynsførar"), also("fjell")
    (('besøkshjem',), ('tilsynsperson',), ())
    """
    for known in (word, *without_endings(word), *get_close_matches(word, SYNONYMS, n=1, cutoff=NEARLY)):
        if known in SYNONYMS:
            return SYNONYMS[known]
    return ()


def without_endings(word: str) -> tuple[str, ...]:
    """A word without each of the endings it may have, where enough of it is left.

    >>> without_endings("fosterhjemmet")
    ('fosterhjem', 'fosterhjemm')
    """
    left = (word.removesuffix(ending) for ending in ENDINGS if word.endswith(ending))
    return tuple(stem for stem in left if len(stem) >= SHORTEST_STEM)
