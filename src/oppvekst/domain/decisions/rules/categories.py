"""The register's measure categories (*Tiltak/Kategori*): what a decision on help is reported as. Codes are never reused."""

from datetime import date
from typing import Final

from oppvekst.law.codes import Code, CodeList

_2013, _2021, _2026 = date(2013, 1, 1), date(2021, 1, 1), date(2026, 1, 1)

# The first figure of a code says what kind of help it is.
GROUPS: Final = {
    "1": "Institusjoner",
    "2": "Fosterhjem",
    "3": "Tiltak for å styrke foreldreferdigheter",
    "4": "Tiltak for å styrke barnets utvikling",
    "5": "Tilsyn og kontroll",
    "6": "Nettverksarbeid/samarbeid med andre tjenester",
    "7": "Undersøkelse og behandling fra andre tjenester",
    "8": "Bolig",
}

# Those that end in .99, and 3.7, are explained in words.
CATEGORIES = CodeList(
    "Kategori av tiltak",
    "Statistisk sentralbyrå, Kodelister.md, versjon 4.0.1 (6. desember 2025)",
    (
        Code("1.1", "Barnevernsinstitusjoner (gjelder alle typer barnevernsinstitusjoner)", valid_from=_2013),
        Code("1.2", "Plassering i institusjon etter annen lov", valid_from=_2013),
        Code(
            "1.99",
            "Andre institusjonstiltak (for eksempel TFCO) (krever presisering)",
            needs_text=True,
            valid_from=_2013,
        ),
        Code("2.1", "Fosterhjem i familie og nære nettverk", valid_from=_2013),
        Code("2.2", "Fosterhjem utenfor familie og nære nettverk", valid_from=_2013),
        Code("2.3", "Spesialiserte fosterhjem", valid_from=_2013),
        Code("2.4", "Fosterhjem etter BVL2021 § 6-3 (tidligere BVL1992 § 4-27)", valid_from=_2013),
        Code("2.5", "Beredskapshjem utenom familie og nære nettverk", valid_from=_2013),
        Code("2.6", "Midlertidig hjem i familie og nære nettverk", valid_from=_2021),
        Code("2.99", "Andre fosterhjemstiltak (krever presisering)", needs_text=True, valid_from=_2013),
        Code("3.1", "MST (Multisystemisk terapi)", valid_from=_2013),
        Code("3.2", "PMTO (Parent Management Training Oregon)", valid_from=_2013),
        Code("3.3", "FFT (Funksjonell familieterapi)", valid_from=_2013),
        Code("3.4", "Webster-Stratton - De utrolige årene (Forebygge og redusere atferdsproblemer.)", valid_from=_2013),
        Code("3.5", "ICDP (International Child Development Program)", valid_from=_2013),
        Code(
            "3.6",
            "Marte Meo (Metoden brukes for å styrke og utvikle samspillet mellom foreldre og barn.)",
            valid_from=_2013,
        ),
        Code(
            "3.7",
            "Andre hjemmebaserte tiltak (gjelder andre tiltak i hjemmet som følger en spesiell metodikk og som "
            "gjenomføres på en systematisk måte) (krever presisering)",
            needs_text=True,
            valid_from=_2013,
        ),
        Code("3.8", "Sentre for foreldre og barn", valid_from=_2013),
        Code("3.9", "Vedtak om råd og veiledning", valid_from=_2013),
        Code("3.10", "Hjemmekonsulent/miljøarbeider", valid_from=_2013),
        Code(
            "3.99",
            "Andre tiltak for å styrke foreldreferdigheter (for eksempel COS) (krever presisering)",
            needs_text=True,
            valid_from=_2013,
        ),
        Code("4.1", "Barnehage", valid_from=_2013),
        Code("4.2", "SFO/ Aktivitetsskole", valid_from=_2013),
        Code("4.3", "Fritidsaktiviteter", valid_from=_2013),
        Code(
            "4.4",
            "Økonomisk hjelp for øvrig (gjelder økonomisk hjelp som ikke inngår i 4.1, 4.2 og 4.3)",
            valid_from=_2013,
        ),
        Code("4.5", "Besøkshjem/ avlastningstiltak", valid_from=_2013),
        Code("4.6", "Støttekontakt", valid_from=_2013),
        Code(
            "4.7",
            "Samtalegrupper/ barnegrupper (gjelder strukturerte samtale- og aktivitetstilbud for aldersbestemte grupper).",
            valid_from=_2013,
        ),
        Code(
            "4.8",
            "Utdanning og arbeid (gjelder oppfølging og støtte for å styrke barn og ungdoms tilknytning til skole eller arbeid)",
            valid_from=_2013,
        ),
        Code("4.9", "ART (Aggression Replacement Training)", valid_from=_2013),
        Code(
            "4.99",
            "Andre tiltak for å styrke barnets utvikling (krever presisering)",
            needs_text=True,
            valid_from=_2013,
        ),
        Code("5.1", "Frivillig tilsyn i hjemmet (gjelder der foreldre har samtykket til tilsyn)", valid_from=_2013),
        Code(
            "5.2",
            "Pålagt tilsyn i hjemmet (gjelder der tilsyn skjer etter vedtak i barneverns- og helsenemnda)",
            valid_from=_2013,
        ),
        Code("5.3", "Tilsyn under samvær", valid_from=_2013),
        Code("5.4", "Ruskontroll", valid_from=_2013),
        Code("5.99", "Andre tiltak av tilsyn og kontroll (krever presisering)", needs_text=True, valid_from=_2013),
        Code("6.1", "Familieråd", valid_from=_2013),
        Code(
            "6.2",
            "Nettverksmøter (Strukturerte dialogmøter som består av barneverntjenesten, foreldre og ungdom og "
            "andre personer som er viktige i ungdommens liv. Invitasjon av deltakere skjer i samråd mellom "
            "barneverntjenesten, ungdom og foreldre)",
            valid_from=_2013,
        ),
        Code("6.3", "Individuell plan", valid_from=_2013),
        Code("6.4", "Deltakelse i ansvarsgruppe", valid_from=_2013),
        Code(
            "6.99",
            "Andre tiltak av nettverksarbeid/samarbeid med andre tjenester (krever presisering)",
            needs_text=True,
            valid_from=_2013,
        ),
        Code("7.1", "BVL2021 § 3-7 (tidligere BVL1992 § 4-10) medisinsk undersøkelse og behandling", valid_from=_2013),
        Code(
            "7.2",
            "BVL2021 § 3-8 (tidligere BVL1992 § 4-11) behandling av barn med særlige opplæringsbehov",
            valid_from=_2013,
        ),
        Code(
            "7.3",
            "Psykisk helsehjelp for barn og unge (Gjelder ikke ved henvisninger, men når barn får behandling av "
            "psykolog eller innen psykisk helsevern/BUP)",
            valid_from=_2013,
        ),
        Code(
            "7.99",
            "Andre tiltak av undersøkelse og behandling fra andre tjenester (krever presisering)",
            needs_text=True,
            valid_from=_2013,
        ),
        Code("8.1", "Økonomisk hjelp til egen bolig/hybel", valid_from=_2013),
        Code(
            "8.2",
            "Bolig med oppfølging inkluderer også bofellesskap. Her skal alle tiltak der barn og unge får "
            "oppfølging i bolig (hjemlet i barnevernsloven), uavhengig av om oppfølgingen skjer ved bemanning på "
            "stedet eller som ambulant oppfølging i egen bolig, og uavhengig av om boligutgiftene dekkes helt "
            "eller delvis av barnevernet, eller på annen måte for eksempel NAV.",
            valid_from=_2013,
            valid_to=date(2025, 12, 31),
        ),
        Code("8.3", "Botreningskurs", valid_from=_2013),
        Code("8.4", "Kommunale botiltak med døgnbemanning", valid_from=_2026),
        Code("8.5", "Kommunale botiltak uten døgnbemanning", valid_from=_2026),
        Code("8.99", "Andre tiltak, ikke plasseringstiltak (krever presisering)", needs_text=True, valid_from=_2013),
    ),
)

# Where the child lives is another place than home: what § 3-2 and later chapters are about.
PLACEMENTS: Final = frozenset({
    "1.1", "1.2", "1.99", "2.1", "2.2", "2.3", "2.4", "2.5", "2.6", "2.99", "8.2", "8.4", "8.5",
})  # fmt: skip
