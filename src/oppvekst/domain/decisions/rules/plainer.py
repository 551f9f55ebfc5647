"""Words that hide what is meant, with plainer ones: a start that says no more than what a reader asks for.

A row is a pattern of the word with its endings, how it is called in the remark, and what can stand instead.
"""

from __future__ import annotations

from typing import Final

type Rows = tuple[tuple[str, str, str], ...]

BOKMAAL: Final[Rows] = (
    (r"vedrørende", "vedrørende", "om"),
    (r"i henhold til", "i henhold til", "etter"),
    (r"på bakgrunn av", "på bakgrunn av", "fordi, ut fra"),
    (r"med hensyn til", "med hensyn til", "om"),
    (r"i forbindelse med", "i forbindelse med", "da, når, om"),
    (r"såfremt|forutsatt at", "såfremt", "hvis"),
    (r"således|følgelig", "således", "derfor, slik"),
    (r"herunder", "herunder", "blant annet, også"),
    (r"ovennevnte|nevnte|forannevnte", "ovennevnte", "dette, eller gjenta hva det er"),
    (r"foreligger|forelå|foreligge", "foreligger", "det er, vi har"),
    (r"fremkommer|framkommer|fremkom|framkom", "fremkommer", "står, viser seg, har sagt"),
    (r"forefinnes", "forefinnes", "finnes"),
    (r"anmod(?:e|er|et|ning|ningen)", "anmode", "be om"),
    (r"anfør(?:e|er|te|t|sel|sler)", "anføre", "si, skrive, mene"),
    (r"iverksett(?:e|er|es|else|elsen)|iverksatt", "iverksette", "sette i gang, starte"),
    (r"igangsett(?:e|er|es|else)|igangsatt", "igangsette", "sette i gang, starte"),
    (r"effektuer(?:e|er|es|t)", "effektuere", "gjennomføre"),
    (r"implementer(?:e|er|es|t|ing)", "implementere", "ta i bruk, sette i gang"),
    (r"initier(?:e|er|es|t)", "initiere", "ta initiativ til, starte"),
    (r"bist(?:å|år|ått|o)|bistand(?:en)?", "bistå, bistand", "hjelpe, hjelp"),
    (r"fordr(?:e|er|et)", "fordre", "kreve"),
    (r"medfør(?:e|er|te|t)", "medføre", "føre til, gi"),
    (r"inneha(?:r|dde)?|besitt(?:e|er)", "inneha", "ha"),
    (r"påse(?:r|s)?", "påse", "passe på, sørge for"),
    (r"etterkomm(?:e|er)", "etterkomme", "følge, gjøre"),
    (r"hensynta(?:r|tt)?", "hensynta", "ta hensyn til"),
    (r"adekvat(?:e)?", "adekvat", "god nok, passende"),
    (r"utilstrekkelig(?:e)?", "utilstrekkelig", "ikke nok, eller si hva som mangler"),
    (r"fravær av", "fravær av", "uten, mangler"),
    (r"omsorgskompetanse(?:n)?", "omsorgskompetanse", "si hva den voksne gjør og ikke får til"),
    (r"samspillsvansker|samspillsproblematikk(?:en)?", "samspillsvansker", "si hva dere har sett mellom dem"),
    (r"ressurssvak(?:e|t)?", "ressurssvak", "si hva familien trenger hjelp til"),
    (r"utagerer|utagering(?:en)?|utagerende", "utagerende", "si hva barnet gjør"),
    (r"klient(?:en|er|ene|ens)?", "klient", "navnet, barnet, mor, far"),
    (r"objekt(?:et)? for tiltaket", "objekt for tiltaket", "den som får hjelpen"),
    (r"fatt(?:e|er|es|et) (?:et |slikt )?vedtak|vedtaksfatt\w*", "fatte vedtak", "bestemme, vedta"),
    (r"foreta(?:r|tt)? (?:en |ei )?vurdering(?:er)?", "foreta en vurdering", "vurdere"),
    (r"avhold(?:e|er|es|t) (?:et |en )?(?:møte|samtale)", "avholde møte", "møtes, snakke sammen"),
)  # fmt: skip

NYNORSK: Final[Rows] = (
    (r"vedrørande", "vedrørande", "om"),
    (r"i samsvar med|i høve til", "i samsvar med", "etter, om"),
    (r"på bakgrunn av", "på bakgrunn av", "fordi, ut frå"),
    (r"med omsyn til", "med omsyn til", "om"),
    (r"såframt|føresett at", "såframt", "om, dersom"),
    (r"såleis|følgjeleg", "såleis", "difor, slik"),
    (r"herunder", "herunder", "mellom anna, òg"),
    (r"ovannemnde|ovanfor nemnde", "ovannemnde", "dette, eller ta opp att kva det er"),
    (r"ligg føre|låg føre", "ligg føre", "det er, vi har"),
    (r"anmod(?:e|ar|a|ing)", "anmode", "be om"),
    (r"iverks(?:ett|etj)(?:e|ast|er|es)|iverksett", "iverksetje", "setje i gang, starte"),
    (r"implementer(?:e|er|ast|t|ing)", "implementere", "ta i bruk, setje i gang"),
    (r"bist(?:å|år|ått|od)|bistand(?:en)?", "bistå, bistand", "hjelpe, hjelp"),
    (r"medfør(?:e|er|te|t)", "medføre", "føre til, gi"),
    (r"inneha(?:r|dde)?", "inneha", "ha"),
    (r"sjå til at", "sjå til at", "passe på, sørgje for"),
    (r"adekvat(?:e)?", "adekvat", "god nok, passande"),
    (r"utilstrekkeleg(?:e)?", "utilstrekkeleg", "ikkje nok, eller sei kva som manglar"),
    (r"omsorgskompetanse(?:n)?", "omsorgskompetanse", "sei kva den vaksne gjer og ikkje får til"),
    (r"samspelsvansk(?:ar|ane)", "samspelsvanskar", "sei kva de har sett mellom dei"),
    (r"utagerer|utagering(?:a)?|utagerande", "utagerande", "sei kva barnet gjer"),
    (r"klient(?:en|ar|ane)?", "klient", "namnet, barnet, mor, far"),
    (r"fatt(?:e|ar|a) (?:eit )?vedtak", "fatte vedtak", "avgjere, vedta"),
)  # fmt: skip

ENGLISH: Final[Rows] = (
    (r"pursuant to|in accordance with", "pursuant to", "under, by"),
    (r"with regard to|in relation to", "with regard to", "about"),
    (r"prior to", "prior to", "before"),
    (r"in the event that", "in the event that", "if"),
    (r"commence(?:s|d|ment)?", "commence", "start"),
    (r"implement(?:s|ed|ation)?", "implement", "start, carry out"),
    (r"the aforementioned", "the aforementioned", "this, or say again what it is"),
    (r"inadequate", "inadequate", "not enough, or say what is missing"),
    (r"dysfunctional", "dysfunctional", "say what you have seen"),
)  # fmt: skip

WORDS: Final[dict[str, Rows]] = {"nb": BOKMAAL, "nn": NYNORSK, "en": ENGLISH}

# «Det besluttes»: nobody does it. Only verbs that somebody does; «det finnes» and «det trengs» stand.
PASSIVE: Final[dict[str, str]] = {
    "nb": (
        r"det (?:\w+ )?(?:anbefales|anmodes|anses|antas|avslås|bemerkes|besluttes|bestemmes|fattes|foreslås|forutsettes|"
        r"forventes|gis|henlegges|henvises|innvilges|innhentes|iverksettes|konkluderes|konstateres|legges|opplyses|"
        r"opprettes|presiseres|settes|tilbys|understrekes|vedtas|vises til|vurderes|ytes)"
    ),
    "nn": (
        r"det (?:\w+ )?(?:blir|vert) (?:\w+ )?(?:avgjort|avslått|bestemt|foreslått|gitt|innhenta|lagt|opplyst|peika på|"
        r"presisert|rådd til|slått fast|tilbode|understreka|vedteke|vist til|vurdert)"
    ),
    "en": r"it (?:is|was|has been|will be) (?:\w+ )?(?:assessed|concluded|considered|decided|granted|noted|recommended|stated)",
}

# Short forms that a parent should not have to guess.
SHORT_FORMS: Final[dict[str, dict[str, str]]] = {
    "nb": {
        "bl.a.": "blant annet", "mht.": "om", "iht.": "etter", "ift.": "om, for", "ifm.": "når, om", "ihht.": "etter",
        "f.eks.": "for eksempel", "m.m.": "og mer", "mm.": "og mer", "mv.": "og annet", "m.v.": "og annet", "jf.": "se",
        "jfr.": "se", "evt.": "eventuelt, kanskje", "vedr.": "om", "ang.": "om", "pga.": "fordi", "p.g.a.": "fordi",
        "dvs.": "det vil si", "d.d.": "i dag, eller datoen", "hhv.": "og, eller hver for seg", "bvl.": "barnevernsloven",
        "fvl.": "forvaltningsloven", "bvt.": "barnevernstjenesten", "PPT": "pedagogisk-psykologisk tjeneste",
        "BUP": "psykisk helsevern for barn og unge", "BVT": "barnevernstjenesten", "BV": "barnevernet",
        "SFO": "skolefritidsordningen",
    },
    "nn": {
        "bl.a.": "mellom anna", "mht.": "om", "ift.": "om, for", "ifm.": "når, om", "t.d.": "til dømes", "m.m.": "og meir",
        "mv.": "og anna", "jf.": "sjå", "evt.": "eventuelt, kanskje", "vedk.": "om", "ang.": "om", "pga.": "fordi",
        "dvs.": "det vil seie", "bvl.": "barnevernslova", "fvl.": "forvaltningslova",
        "PPT": "pedagogisk-psykologisk teneste", "BUP": "psykisk helsevern for barn og unge", "BVT": "barneverntenesta",
        "SFO": "skulefritidsordninga",
    },
    "en": {"e.g.": "for example", "i.e.": "that is", "cf.": "see", "re.": "about", "CWS": "the child welfare service"},
}  # fmt: skip
