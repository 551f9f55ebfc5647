"""What a child's situation is described by: three sides, eleven themes, 57 items (the knowledge model, from 2026).

The register's own list of contents and grounds since 1 January 2026 (register specification 4.0.1, *Saksinnhold*). It is the
same list in a concern, in the assessment of an investigation, in the grounds of a decision and in those of a measure: one set
of keys, kept in the first room that may use them. Two misprints and a missing letter of the published list are spelt right
here; the codes are the register's. No item has a weight, and nothing is summed into a number.
"""

from dataclasses import dataclass
from datetime import date
from itertools import chain

from oppvekst.law.codes import Code, CodeList

SOURCE = "Statistisk sentralbyrå, Kodelister.md, versjon 4.0.1 (6. desember 2025)"
SINCE = date(2026, 1, 1)

_TITLES: dict[str, tuple[str, dict[str, tuple[str, tuple[str, ...]]]]] = {
    "1": ("Barnets utvikling", {
        "1.1": ("Helse", (
            "Fysisk helse og utvikling", "Psykisk helse og utvikling", "Barn med funksjonsnedsettelser",
            "Tilgang til helse- og tannhelsetjenester",
        )),
        "1.2": ("Barnehage og skole", ("Læring", "Skoleresultater", "Trivsel i barnehage og skole")),
        "1.3": ("Følelser og uttrykk", (
            "Følelser og temperament", "Holdninger og verdier", "Identitet", "Selvstendighet", "Tilknytning",
            "Stress og mestring", "Traumer", "Atferd", "Rus", "Skadelig seksuell atferd",
            "Barn som begår straffbare handlinger",
        )),
        "1.4": ("Venner og fritid", (
            "Lek og interesser", "Relasjoner til andre barn og voksne", "Mobbing", "Digital hverdag",
        )),
    }),
    "2": ("Foreldrenes omsorg", {
        "2.1": ("Grunnleggende omsorg", ("Ansvar", "Basal og praktisk omsorg", "Hverdagsrutiner")),
        "2.2": ("Følelsesmessig tilgjengelighet", (
            "Følelsesmessig regulering", "Følelsesmessig støtte", "Trygg relasjon mellom barn og foreldre",
        )),
        "2.3": ("Stimulering og veiledning", (
            "Stimulering og engasjement", "Oppdragelse, veiledning og grenser",
        )),
        "2.4": ("Beskyttelse", (
            "Beskyttelse mot æresrelatert vold og negativ sosial kontroll",
            "Beskyttelse mot å være vitne til vold i familien", "Beskyttelse mot alvorlige konflikter mellom foreldre",
            "Konflikt mellom foreldre som ikke bor sammen", "Beskyttelse mot vold", "Beskyttelse mot menneskehandel",
            "Beskyttelse mot seksuelle overgrep og seksuell utnyttelse",
            "Beskyttelse mot skadelige tradisjoner og skikker", "Beskyttelse mot vold og overgrep fra jevnaldrende",
        )),
    }),
    "3": ("Familie og miljø", {
        "3.1": ("Familieforhold", (
            "Familiens sammensetning", "Foreldres fysiske sykdom", "Foreldres psykiske problem/lidelse",
            "Foreldres kognitive vansker", "Søskens helse og trivsel", "Tidligere hendelser av betydning i familien",
            "Foreldres erfaring fra egen oppvekst", "Foreldre med rusrelaterte utfordringer", "Barn som pårørende",
            "Foreldres kriminalitet",
        )),
        "3.2": ("Bolig, økonomi og arbeid", ("Levestandard og bolig", "Fattigdom")),
        "3.3": ("Nettverk og sosial integrering", (
            "Familiens profesjonelle nettverk", "Familiens sosiale nettverk og integrering", "Lukkede religiøse samfunn",
            "Minoritetsspråklige familier", "Radikalisering og voldelig ekstremisme", "Urfolk og nasjonale minoriteter",
        )),
    }),
}  # fmt: skip


@dataclass(frozen=True)
class Theme:
    """One of the eleven themes, with its items in order."""

    code: str
    title: str
    items: tuple[Code, ...]


@dataclass(frozen=True)
class Side:
    """One of the three sides, with its themes in order."""

    code: str
    title: str
    themes: tuple[Theme, ...]


def _items(theme: str, titles: tuple[str, ...]) -> tuple[Code, ...]:
    return tuple(Code(f"{theme}.{at:02}", title, valid_from=SINCE) for at, title in enumerate(titles, start=1))


SIDES = tuple(
    Side(side, title, tuple(Theme(code, name, _items(code, items)) for code, (name, items) in themes.items()))
    for side, (title, themes) in _TITLES.items()
)
THEMES = {theme.code: theme for side in SIDES for theme in side.themes}
NEEDS = CodeList("Saksinnhold", SOURCE, tuple(chain.from_iterable(theme.items for theme in THEMES.values())))


def theme_of(code: str) -> Theme:
    """The theme an item stands under (*kunnskapsmodellen*): the first two parts of its code."""
    NEEDS.get(code)
    return THEMES[code.rpartition(".")[0]]
